"""Proportion: published examples, and what must be so of any figures."""

from __future__ import annotations

from fractions import Fraction
from math import isclose

from hypothesis import given
from hypothesis import strategies as st

from wardcheck.facts.proportion import effective_parties, gallagher


def fractions(*values: int) -> list[Fraction]:
    return [Fraction(value) for value in values]


def test_by_hand() -> None:
    # 60 and 40 % of votes, all seats to the first: half of 40 squared twice is 1,600, whose root is 40
    index = gallagher(fractions(600, 400), [5, 0])
    assert index is not None
    assert isclose(index, 40)
    # 1 / (0.36 + 0.16) = 1.923
    effective = effective_parties(fractions(600, 400))
    assert effective is not None
    assert isclose(effective, 1 / 0.52)


def test_nothing_has_no_index() -> None:
    assert gallagher([], []) is None
    assert gallagher(fractions(0, 0), [1, 1]) is None
    assert gallagher(fractions(1, 1), [0, 0]) is None
    assert effective_parties([]) is None
    assert effective_parties([0, 0]) is None


@given(st.integers(1, 60), st.integers(1, 10_000))
def test_parties_of_one_size_are_as_many(count: int, size: int) -> None:
    found = effective_parties([size] * count)
    assert found is not None
    assert isclose(found, count)
    assert gallagher(fractions(*[size] * count), [3] * count) == 0


@given(st.lists(st.integers(0, 10_000), min_size=1, max_size=20).filter(any))
def test_bounds_and_a_party_of_nothing_changes_nothing(sizes: list[int]) -> None:
    found = effective_parties(sizes)
    assert found is not None
    assert 1 - 1e-9 <= found <= sum(map(bool, sizes)) + 1e-9
    assert effective_parties([*sizes, 0]) == found
    seats = sizes[::-1]
    index = gallagher(fractions(*sizes), seats)
    assert index is not None
    assert 0 <= index <= 100 + 1e-9
    assert gallagher(fractions(*sizes, 0), [*seats, 0]) == index
