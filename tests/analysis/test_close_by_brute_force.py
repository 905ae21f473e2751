"""Close seats against counting the votes again, over small contests."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import count
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from analysis.builders import election
from analysis.test_against_brute_force import contests
from wardcheck.analysis.close import CloseRow, close_seats
from wardcheck.analysis.margins import margins
from wardcheck.model import Candidacy, Ward
from wardcheck.store import Store

ANY = 1_000_000


def rows_of(ward: Ward) -> Sequence[CloseRow]:
    return close_seats(election(ward), within=ANY)


def slates(ward: Ward) -> list[list[Candidacy]]:
    """The candidacies of each party, and each independent by itself."""
    parties = sorted({c.party for c in ward.candidates} - {"ind"})
    together = [[c for c in ward.candidates if c.party == party] for party in parties]
    return together + [[c] for c in ward.candidates if c.party == "ind"]


def sure_seats(ward: Ward, slate: Sequence[Candidacy], more: int) -> int:
    """Seats the slate is sure of, whatever a lot says, once ``more`` voters have voted for all of it."""
    raised = {c.name: (c.votes or 0) + (more if c in slate else 0) for c in ward.candidates}
    ours = {c.name for c in slate}

    def places(bar: int) -> int:
        """Of the places for those at ``bar`` votes, how many are ours even if rivals are drawn first."""
        above = sum(votes > bar for votes in raised.values())
        rivals = sum(votes == bar and name not in ours for name, votes in raised.items())
        mates = sum(votes == bar and name in ours for name, votes in raised.items())
        return max(0, min(mates, ward.seats - above - rivals))

    return sum(places(bar) for bar in set(raised.values()))


@given(contests())
def test_to_win_is_the_fewest_voters_for_the_whole_slate(ward: Ward) -> None:
    rows = rows_of(ward)
    for slate in slates(ward):
        now = sum(c.elected for c in slate)
        # as many further seats as the party has losers, and others have seats
        possible = min(len(slate) - now, sum(c.elected for c in ward.candidates) - now)
        ours = [row for row in rows if row.challenger in {c.name for c in slate}]
        assert [row.seat for row in ours] == list(range(1, possible + 1))
        for row in ours:
            assert row.to_win == next(n for n in count() if sure_seats(ward, slate, n) >= now + row.seat)


@given(contests())
def test_to_switch_is_the_fewest_votes_taken_from_the_holder(ward: Ward) -> None:
    for row in rows_of(ward):
        fewest = next(n for n in count() if row.challenger_votes + n > row.holder_votes - n)
        assert row.to_switch == fewest


@given(contests())
def test_no_row_is_inside_a_party_and_the_closest_is_the_party_margin(ward: Ward) -> None:
    rows = rows_of(ward)
    assert all(row.holder_party != row.challenger_party or row.holder_party == "ind" for row in rows)
    (margin,) = margins(election(ward))
    assert min((row.margin for row in rows), default=None) == margin.party_margin


@given(contests())
def test_rows_are_closest_first_and_a_partys_next_seat_is_no_nearer(ward: Ward) -> None:
    rows = rows_of(ward)
    assert [row.margin for row in rows] == sorted(row.margin for row in rows)
    for slate in slates(ward):
        ours = [row for row in rows if row.challenger in {c.name for c in slate}]
        assert [row.seat for row in ours] == list(range(1, len(ours) + 1))
        assert len({row.holder for row in ours}) == len(ours)


@given(contests(), st.integers(0, 6))
def test_a_threshold_hides_what_is_beyond_it_and_nothing_else(ward: Ward, within: int) -> None:
    assert close_seats(election(ward), within=within) == [row for row in rows_of(ward) if row.margin <= within]


@given(contests(), st.randoms(use_true_random=False))
def test_the_order_of_the_candidates_changes_no_figure(ward: Ward, random: Random) -> None:
    shuffled = list(ward.candidates)
    random.shuffle(shuffled)

    def figures(one: Ward) -> list[tuple[object, ...]]:
        return sorted(
            (r.challenger_party, r.seat, r.holder_votes, r.challenger_votes, r.margin, r.decided_by)
            for r in rows_of(one)
        )

    assert figures(ward) == figures(replace(ward, candidates=tuple(shuffled)))


def test_the_closest_row_of_every_shipped_ward_is_its_party_margin(shipped: Store) -> None:
    for one in shipped.each():
        closest: dict[str, int] = {}
        for row in close_seats(one, within=None):
            closest.setdefault(row.ward, row.margin)
        margins_of = {row.ward: row.party_margin for row in margins(one)}
        assert closest == {ward: margin for ward, margin in margins_of.items() if margin is not None}, one.slug
