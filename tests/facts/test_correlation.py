"""Coefficients and intervals, against arithmetic by hand and what must hold of any numbers."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from statistics import NormalDist

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wardcheck.facts import correlation
from wardcheck.facts.correlation import BONETT_WRIGHT, FISHER, NO_INTERVAL, Estimate, pearson, ranks, spearman

Coefficient = Callable[[Sequence[float], Sequence[float]], Estimate]

PAIRS = st.lists(st.tuples(st.integers(-50, 50), st.integers(-50, 50)), min_size=2, max_size=30)
BOTH = pytest.mark.parametrize("coefficient", [pearson, spearman])


def split(pairs: list[tuple[int, int]]) -> tuple[list[float], list[float]]:
    return [float(x) for x, _ in pairs], [float(y) for _, y in pairs]


def test_by_hand() -> None:
    # means 3 and 4; deviations -2 -1 0 1 2 and -2 0 1 0 1; products 4 + 0 + 0 + 0 + 2 = 6; squares 10 and 6
    found = pearson([1, 2, 3, 4, 5], [2, 4, 5, 4, 5])
    assert found.value == pytest.approx(6 / 60**0.5)
    # ranks of the second: 1, 2.5, 4.5, 2.5, 4.5, mean 3; deviations -2 -0.5 1.5 -0.5 1.5
    # products 4 + 0.5 + 0 - 0.5 + 3 = 7; squares 10 and 4 + 0.25 + 2.25 + 0.25 + 2.25 = 9
    assert spearman([1, 2, 3, 4, 5], [2, 4, 5, 4, 5]).value == pytest.approx(7 / 90**0.5)


def test_interval_by_hand() -> None:
    # r = 0.8 of 5 pairs: squares of the differences of ranks 0 1 1 1 1, rho = 1 - 6 * 4 / (5 * 24) = 0.8
    x, y = [1.0, 2.0, 3.0, 4.0, 5.0], [1.0, 3.0, 2.0, 5.0, 4.0]
    r, rho = pearson(x, y), spearman(x, y)
    assert [r.value, rho.value] == pytest.approx([0.8, 0.8])
    # artanh 0.8 = 1.098612; half 1.959964 / sqrt(2) = 1.385904; tanh(-0.287292) and tanh(2.484516)
    assert [r.low, r.high] == pytest.approx([-0.279639, 0.986196], abs=1e-5)
    # 1 + 0.64 / 2 = 1.32; half 1.959964 * sqrt(0.66) = 1.592282; tanh(-0.493670) and tanh(2.690894)
    assert [rho.low, rho.high] == pytest.approx([-0.457124, 0.990842], abs=1e-5)
    assert (r.method, rho.method) == (FISHER, BONETT_WRIGHT)


def test_the_normal_quantile() -> None:
    assert NormalDist().inv_cdf(0.975) == pytest.approx(correlation._Z, abs=1e-12)


def test_ranks_share_what_is_equal() -> None:
    assert ranks([]) == []
    assert ranks([7, 3, 7, 7, 1]) == [4, 2, 4, 4, 1]


@BOTH
@pytest.mark.parametrize(("x", "y"), [([], []), ([1], [2]), ([1, 2, 3], [5, 5, 5]), ([0, 0], [1, 2])])
def test_undefined(coefficient: Coefficient, x: list[float], y: list[float]) -> None:
    found = coefficient(x, y)
    assert (found.value, found.low, found.high, found.method) == (None, None, None, NO_INTERVAL)


@BOTH
def test_too_few_or_too_perfect_for_an_interval(coefficient: Coefficient) -> None:
    few: Estimate = coefficient([1, 2, 3], [1, 3, 2])
    assert few.value == pytest.approx(0.5)
    assert (few.low, few.high) == (None, None)
    line: Estimate = coefficient([1, 2, 3, 4], [-0.1, -0.2, -0.3, -0.4])
    assert line.value == pytest.approx(-1)
    assert (line.low, line.high) == (None, None)


@BOTH
@given(pairs=PAIRS)
def test_of_any_numbers(coefficient: Coefficient, pairs: list[tuple[int, int]]) -> None:
    x, y = split(pairs)
    found: Estimate = coefficient(x, y)
    turned: Estimate = coefficient(x, [-one for one in y])
    swapped: Estimate = coefficient(y, x)
    if found.value is None:
        assert turned.value is None
        return
    assert -1 <= found.value <= 1
    assert swapped.value == pytest.approx(found.value)
    assert turned.value == pytest.approx(-found.value)
    if found.low is not None and found.high is not None:
        assert -1 < found.low < found.value < found.high < 1
        assert turned.low == pytest.approx(-found.high)


@given(pairs=PAIRS)
def test_spearman_sees_the_order_alone(pairs: list[tuple[int, int]]) -> None:
    x, y = split(pairs)
    assert spearman([one**3 for one in x], y) == spearman(x, y)
