"""What each independent had, and how far one of them may have moved."""

from __future__ import annotations

from fractions import Fraction
from itertools import permutations

import pytest
from analysis.builders import contest, stood, won
from hypothesis import given
from hypothesis import strategies as st

from wardcheck.facts.independents import Independent, each_independent, furthest

VOTES = st.lists(st.integers(0, 30), max_size=3)


def test_each_is_a_party_of_one() -> None:
    # two seats, 400 votes on the papers: 100, 50 and 250; of the best of each slate 100 + 50 + 150 = 300
    ward = contest(2, won("A", "con", 150), won("B", "ind", 100), stood("C", "con", 100), stood("D", "ind", 50))
    assert each_independent([ward], "sum") == [
        Independent(ward.slug, "B", 1, 100, 25.0),
        Independent(ward.slug, "D", 0, 50, 12.5),
    ]
    assert each_independent([ward], "top")[0].share_pct == pytest.approx(100 / 3)
    assert each_independent([ward], "per_seat")[1].votes == 25


def test_where_nobody_polled_votes_are_unknown() -> None:
    ward = contest(1, won("A", "ind", None))
    assert each_independent([ward], "top") == [Independent(ward.slug, "A", 1, None, None)]


@given(before=VOTES, after=VOTES)
def test_whoever_may_have_been_the_same_person_is_within_the_bounds(before: list[int], after: list[int]) -> None:
    """By brute force: every way in which those of now may be some of those of then; who did not stand had 0."""
    if not before and not after:
        return
    size = len(before) + len(after)
    then = [*before, *[0] * (size - len(before))]
    for now in set(permutations([*after, *[0] * (size - len(after))])):
        changes = [b - a for a, b in zip(then, now, strict=True)]
        for how, value in (("rose", max(changes)), ("fell", min(changes)), ("gained", max(0, *changes))):
            low, high = furthest(how, before, after)  # type: ignore[arg-type]
            assert low <= value <= high, (how, then, now)
        shares = [Fraction(100 * (b - a), a) for a, b in zip(then, now, strict=True) if a]
        low, high = furthest("rose_pct", before, after)
        assert all(low <= share <= high for share in shares), (then, now)
        low, high = furthest("lost", before, after)
        assert low <= max(0, *(-change for change in changes)) <= high
