"""What holds of the change of any two elections."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.builders import contest, election
from wardcheck.analysis.change import AnyChangeRow, change
from wardcheck.analysis.change_by_ward import change_by_ward
from wardcheck.analysis.swing import swing
from wardcheck.facts.party_votes import MEASURES, Measure
from wardcheck.model import Candidacy, Election, Ward

CANDIDACIES = st.lists(
    st.builds(
        Candidacy, st.just("N"), st.sampled_from(["con", "lab", "ld", "ind"]), st.integers(0, 3000), st.booleans()
    ),
    min_size=1,
    max_size=8,
)


@st.composite
def elections(draw: st.DrawFn, slug: str) -> Election:
    """Up to four wards, some of them of names that the other election may lack."""
    slugs = draw(st.sets(st.sampled_from(["north", "south", "east", "west"]), min_size=1))
    wards = [contest(draw(st.integers(1, 3)), *draw(CANDIDACIES), slug=ward) for ward in sorted(slugs)]
    return election(*wards, slug=slug)


PAIRS = st.tuples(elections("town-2014"), elections("town-2018"))
MEASURE = st.sampled_from(MEASURES)


def brute_force(ward: Ward, party: str, measure: Measure) -> Fraction:
    slate = [c.votes or 0 for c in ward.candidates if c.party == party]
    if not slate:
        return Fraction()
    if party == "ind":
        return Fraction(sum(slate), ward.seats if measure == "per_seat" else 1)
    return {
        "sum": Fraction(sum(slate)),
        "top": Fraction(max(slate)),
        "mean": Fraction(sum(slate), len(slate)),
        "per_seat": Fraction(sum(slate), ward.seats),
    }[measure]


@given(PAIRS, MEASURE)
def test_against_brute_force(pair: tuple[Election, Election], measure: Measure) -> None:
    before, after = pair
    both = {w.slug for w in before.wards} & {w.slug for w in after.wards}
    sides = [[ward for ward in one.wards if ward.slug in both] for one in pair]
    rows = {row.party: row for row in change(before, after, measure=measure)}
    assert set(rows) == {c.party for side in sides for ward in side for c in ward.candidates}
    for party, row in rows.items():
        exact = [[sum((brute_force(w, party, m) for w in side), Fraction()) for side in sides] for m in MEASURES]
        then, now = exact[MEASURES.index(measure)]
        assert (row.votes_from, row.votes_to) == (round(then), round(now))
        assert row.votes_change == round(now) - round(then)
        signs = {(b > a) - (b < a) for a, b in exact}
        assert row.sign_depends_on_measure == (len(signs) > 1)
        of_all = sum((brute_force(w, p, measure) for p in rows for w in sides[1]), Fraction())
        assert row.share_to_pct == (pytest.approx(float(100 * now / of_all)) if of_all else None)
        for one, seats in zip(sides, (row.seats_from, row.seats_to), strict=True):
            assert seats == sum(c.elected and c.party == party for w in one for c in w.candidates)


def shares(rows: Sequence[AnyChangeRow]) -> list[float]:
    return [row.share_change_pp for row in rows if row.share_change_pp is not None]


@given(PAIRS, MEASURE)
def test_changes_of_share_add_up_to_nothing(pair: tuple[Election, Election], measure: Measure) -> None:
    assert sum(shares(change(*pair, measure=measure))) == pytest.approx(0, abs=1e-9)
    wards: dict[str, list[AnyChangeRow]] = defaultdict(list)
    for row in change_by_ward(*pair, measure=measure):
        wards[row.ward].append(row)
    for rows in wards.values():
        assert sum(shares(rows)) == pytest.approx(0, abs=1e-9)


@given(PAIRS)
def test_shares_by_seat_are_those_of_the_sum_within_a_ward(pair: tuple[Election, Election]) -> None:
    by_sum, by_seat = change_by_ward(*pair, measure="sum"), change_by_ward(*pair, measure="per_seat")
    ours = {(row.ward, row.party): (row.share_from_pct, row.share_to_pct) for row in by_seat}
    for row in by_sum:
        assert ours[row.ward, row.party] == pytest.approx((row.share_from_pct, row.share_to_pct))


@given(PAIRS, MEASURE)
def test_the_other_way_round_changes_the_sign(pair: tuple[Election, Election], measure: Measure) -> None:
    there = {row.party: row for row in change(*pair, measure=measure)}
    back = {row.party: row for row in change(*reversed(pair), measure=measure)}
    assert set(there) == set(back)
    for party, row in there.items():
        other = back[party]
        assert (row.votes_from, row.votes_to) == (other.votes_to, other.votes_from)
        assert row.votes_change == -(other.votes_change or 0)
        assert row.seats_change == -(other.seats_change or 0)
        assert row.sign_depends_on_measure == other.sign_depends_on_measure
        if row.share_change_pp is not None:
            assert row.share_change_pp == pytest.approx(-(other.share_change_pp or 0))


@given(PAIRS, MEASURE)
def test_wards_add_up_to_the_borough(pair: tuple[Election, Election], measure: Measure) -> None:
    total: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
    for row in change_by_ward(*pair, measure=measure):
        for n, figure in enumerate((row.votes_to or 0, row.seats_to, row.candidates_to)):
            total[row.party][n] += figure
    slack = 0 if measure in ("sum", "top") else 2  # of four wards, each rounded by at most half a vote
    for whole in change(*pair, measure=measure):
        votes, seats, candidates = total[whole.party]
        assert (seats, candidates) == (whole.seats_to, whole.candidates_to)
        assert abs(votes - (whole.votes_to or 0)) <= slack


@given(PAIRS, MEASURE)
def test_swing_to_one_is_swing_from_the_other(pair: tuple[Election, Election], measure: Measure) -> None:
    there = {row.ward: row for row in swing(*pair, "lab", "con", measure=measure)}
    back = {row.ward: row for row in swing(*pair, "con", "lab", measure=measure)}
    past = {row.ward: row for row in swing(pair[1], pair[0], "lab", "con", measure=measure)}
    assert set(there) == set(back) == set(past)
    for ward, row in there.items():
        assert (row.butler_pp is None) == (back[ward].butler_pp is None) == (past[ward].butler_pp is None)
        for other in (back[ward], past[ward]):
            if row.butler_pp is not None and other.butler_pp is not None:
                assert row.butler_pp == pytest.approx(-other.butler_pp, abs=1e-9)
            if row.steed_pp is not None and other.steed_pp is not None:
                assert row.steed_pp == pytest.approx(-other.steed_pp, abs=1e-9)


@given(PAIRS, MEASURE)
def test_where_only_two_stood_both_swings_are_one(pair: tuple[Election, Election], measure: Measure) -> None:
    def two(one: Election) -> Election:
        kept = [
            contest(w.seats, *(c for c in w.candidates if c.party in ("lab", "con")), slug=w.slug) for w in one.wards
        ]
        return election(*(w for w in kept if w.candidates), slug=one.slug)

    for row in swing(two(pair[0]), two(pair[1]), "lab", "con", measure=measure):
        if row.butler_pp is not None:
            assert row.steed_pp == pytest.approx(row.butler_pp, abs=1e-9)
