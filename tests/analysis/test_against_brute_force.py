"""Seat margin, party margin and ranks against definitions tried out vote by vote, over small contests."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import count, product
from random import Random

from hypothesis import example, given
from hypothesis import strategies as st

from analysis.builders import contest, election
from wardcheck.analysis.margins import MarginRow, margins
from wardcheck.analysis.ward import ward as ward_rows
from wardcheck.model import Ballots, Candidacy, Ward

# Few votes and few parties, so that ties, slates of one party and rival independents are common.
STANDING = st.lists(st.tuples(st.sampled_from(["con", "lab", "ind"]), st.integers(0, 6)), min_size=1, max_size=7)


@st.composite
def contests(draw: st.DrawFn, slug: str = "ward") -> Ward:
    """A contest declared as the votes say; which of level candidacies won is drawn too."""
    seats = draw(st.integers(1, 3))
    standing = draw(STANDING)
    lot = draw(st.permutations(range(len(standing))))
    places = sorted(range(len(standing)), key=lambda n: (-standing[n][1], lot[n]))
    winners = set(places[:seats])
    candidates = [Candidacy(f"C{n}", party, votes, n in winners) for n, (party, votes) in enumerate(standing)]
    return contest(seats, *candidates, slug=slug)


def row_of(ward: Ward) -> MarginRow:
    (row,) = margins(election(ward))
    return row


def pairs(ward: Ward, *, rivals_only: bool) -> Iterator[tuple[int, int]]:
    """Votes of one elected and one not elected, for every such pair (of rival parties)."""
    sides = {c: c.name if c.party == "ind" else c.party for c in ward.candidates}
    for winner, loser in product(ward.candidates, repeat=2):
        if winner.elected and not loser.elected and not (rivals_only and sides[winner] == sides[loser]):
            assert winner.votes is not None
            assert loser.votes is not None
            yield winner.votes, loser.votes


def fewest_to_draw_level(ward: Ward, *, rivals_only: bool) -> int | None:
    """The fewest votes that, given to somebody not elected, make him level with somebody elected (a rival)."""
    chances = list(pairs(ward, rivals_only=rivals_only))
    if not chances:
        return None
    return next(more for more in count() if any(loser + more == winner for winner, loser in chances))


LEVEL = contest(1, Candidacy("A", "con", 2, True), Candidacy("B", "lab", 2))
SLATE = contest(1, Candidacy("A", "con", 2, True), Candidacy("B", "con", 1))
RIVAL_INDEPENDENTS = contest(1, Candidacy("A", "ind", 2, True), Candidacy("B", "ind", 1))


@given(contests())
@example(LEVEL)
@example(SLATE)
@example(RIVAL_INDEPENDENTS)
def test_margins_are_the_fewest_votes_to_draw_level(ward: Ward) -> None:
    row = row_of(ward)
    assert row.margin == fewest_to_draw_level(ward, rivals_only=False)
    assert row.party_margin == fewest_to_draw_level(ward, rivals_only=True)


@given(contests())
def test_a_party_margin_is_never_below_the_seat_margin(ward: Ward) -> None:
    row = row_of(ward)
    assert (row.margin is None) == (len(ward.candidates) <= ward.seats)
    if row.party_margin is not None:
        assert row.margin is not None
        assert row.party_margin >= row.margin


@given(contests())
def test_votes_decided_where_and_only_where_they_differ(ward: Ward) -> None:
    row = row_of(ward)
    # these wards have no tie_break: level votes are settled somehow, and nobody has declared how
    expected = "unopposed" if row.margin is None else None if row.margin == 0 else "votes"
    assert row.decided_by == expected


@given(contests(), st.randoms(use_true_random=False))
def test_the_order_of_the_candidates_changes_no_figure(ward: Ward, random: Random) -> None:
    shuffled = list(ward.candidates)
    random.shuffle(shuffled)
    ours, theirs = row_of(ward), row_of(replace(ward, candidates=tuple(shuffled)))
    assert (ours.margin, ours.party_margin, ours.last_elected_votes, ours.runner_up_votes, ours.decided_by) == (
        theirs.margin,
        theirs.party_margin,
        theirs.last_elected_votes,
        theirs.runner_up_votes,
        theirs.decided_by,
    )


@given(contests(), st.integers(1, 1000))
def test_as_many_votes_more_for_everybody_change_no_margin(ward: Ward, more: int) -> None:
    raised = tuple(replace(c, votes=(c.votes or 0) + more) for c in ward.candidates)
    ours, theirs = row_of(ward), row_of(replace(ward, candidates=raised))
    assert (ours.margin, ours.party_margin) == (theirs.margin, theirs.party_margin)


@given(contests(), st.none() | st.integers(1_000_000, 1_000_050))
def test_a_percentage_is_there_exactly_where_papers_are(ward: Ward, papers: int | None) -> None:
    row = row_of(replace(ward, ballots=Ballots(at_count=papers)))
    assert (row.margin_pct is None) == (papers is None or row.margin is None)
    if papers is not None and row.margin is not None and row.margin_pct is not None:
        assert abs(row.margin_pct * papers - 100 * row.margin) < 1e-6


@given(st.lists(st.integers(0, 9), unique=True, max_size=6).flatmap(
    lambda numbers: st.tuples(*(contests(slug=f"ward-{n}") for n in numbers))
))  # fmt: skip
def test_rows_are_closest_first_whatever_the_order_of_the_wards(wards: tuple[Ward, ...]) -> None:
    rows = margins(election(*wards))
    assert rows == margins(election(*reversed(wards)))
    known = [row.margin for row in rows if row.margin is not None]
    assert known == sorted(known)
    assert [row.margin for row in rows[len(known) :]] == [None] * (len(rows) - len(known))


@given(contests())
def test_ranks_are_those_of_a_race(ward: Ward) -> None:
    rows = ward_rows(ward)
    finish = sorted((c.votes or 0 for c in ward.candidates), reverse=True)
    assert [row.rank for row in rows] == [finish.index(row.votes or 0) + 1 for row in rows]
    assert [row.elected for row in rows] == sorted((row.elected for row in rows), reverse=True)


@given(contests())
def test_nobody_is_behind_by_less_than_the_margin(ward: Ward) -> None:
    behind = [row.behind for row in ward_rows(ward) if not row.elected]
    assert min((b for b in behind if b is not None), default=None) == row_of(ward).margin
    assert all(row.behind is None for row in ward_rows(ward) if row.elected)
