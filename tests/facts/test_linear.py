"""Linear programmes in whole numbers, against every basis that there is."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wardcheck.facts.linear import Optimum, Programme

Matrix = Sequence[Sequence[int]]


def solved(matrix: Matrix, right: Sequence[int]) -> list[Fraction] | None:
    """The one solution of a square system by elimination; None where there is none, or more than one."""
    rows = [[Fraction(one) for one in (*row, b)] for row, b in zip(matrix, right, strict=True)]
    for n in range(len(rows)):
        pivot = next((i for i in range(n, len(rows)) if rows[i][n]), None)
        if pivot is None:
            return None
        rows[n], rows[pivot] = rows[pivot], rows[n]
        rows[n] = [one / rows[n][n] for one in rows[n]]
        for i in range(len(rows)):
            if i != n:
                rows[i] = [a - rows[i][n] * b for a, b in zip(rows[i], rows[n], strict=True)]
    return [row[-1] for row in rows]


def corners(matrix: Matrix, right: Sequence[int]) -> list[dict[int, Fraction]]:
    """All basic solutions without a negative part: an optimum, where there is one, is at one of them."""
    found = []
    for chosen in combinations(range(len(matrix[0])), len(matrix)):
        x = solved([[row[n] for n in chosen] for row in matrix], right)
        if x is not None and min(x) >= 0:
            found.append(dict(zip(chosen, x, strict=True)))
    return found


def programme(matrix: Matrix, right: Sequence[int]) -> Programme:
    columns = [{i: row[n] for i, row in enumerate(matrix) if row[n]} for n in range(len(matrix[0]))]
    return Programme(columns, right)


def certified(found: Optimum, matrix: Matrix, right: Sequence[int], cost: Sequence[int], sign: int) -> None:
    """The duals are a proof by themselves, whoever found them."""
    for n, price in enumerate(cost):
        assert sign * (price - sum(y * row[n] for y, row in zip(found.duals, matrix, strict=True))) >= 0
    assert sum(y * b for y, b in zip(found.duals, right, strict=True)) == found.value


@given(st.data())
def test_against_every_corner(data: st.DataObject) -> None:
    # a first row of ones keeps all of x below its right-hand side, so that there is always a least and a most
    columns, rows = data.draw(st.integers(2, 6)), data.draw(st.integers(1, 2))
    small = st.lists(st.integers(-3, 3), min_size=columns, max_size=columns)
    matrix = [[1] * columns, *(data.draw(small) for _ in range(rows))]
    right = [data.draw(st.integers(0, 9)), *(data.draw(st.integers(-9, 9)) for _ in range(rows))]
    found, all_corners = programme(matrix, right), corners(matrix, right)
    if not all_corners:  # no corner: no solution, or rows that follow from each other, of which the duals speak
        if not found.feasible:
            with pytest.raises(ValueError, match="no solution"):
                found.least([0] * columns)
        return
    for cost in data.draw(st.lists(small, min_size=1, max_size=3)):
        values = [sum(cost[n] * x for n, x in corner.items()) for corner in all_corners]
        least, most = found.least(cost), found.most(cost)
        assert (least.value, most.value) == (min(values), max(values))
        certified(least, matrix, right, cost, 1)
        certified(most, matrix, right, cost, -1)


def test_rows_that_say_the_same_twice() -> None:
    # x + y = 4, said twice, and x - y = 0: x = y = 2
    found = programme([[1, 1], [2, 2], [1, -1]], [4, 8, 0])
    assert [found.least([1, 0]).value, found.most([3, 1]).value] == [Fraction(2), Fraction(8)]


def test_no_solution() -> None:
    assert not programme([[1, 1], [1, 1]], [4, 5]).feasible


def test_no_bound() -> None:
    # x - y = 1, so that x may be as large as one likes
    found = programme([[1, -1]], [1])
    assert found.least([1, 0]).value == 1
    with pytest.raises(ValueError, match="no bound"):
        found.most([1, 0])


def test_a_programme_on_which_largest_first_runs_in_circles() -> None:
    # Beale (1955): with the cheapest column always, and the first row of several, the simplex method comes back to
    # its first basis after six pivots. Fractions are cleared; the optimum is -1/20, times 100 that is -5.
    matrix = [
        [25, -6000, -4, 900, 100, 0, 0],
        [50, -9000, -2, 300, 0, 100, 0],
        [0, 0, 1, 0, 0, 0, 1],
    ]
    assert programme(matrix, [0, 0, 1]).least([-75, 15000, -2, 600, 0, 0, 0]).value == -5
