"""The declaration of one ward, line by line."""

from __future__ import annotations

import pytest

from analysis.builders import contest, stood, won
from wardcheck.analysis.ward import ward as rows_of
from wardcheck.model import Ballots, TieBreak
from wardcheck.store import Store


def test_borehamwood_kenilworth(shipped: Store) -> None:
    (ward,) = (w for w in shipped.election("hertsmere-2019").wards if w.slug == "borehamwood-kenilworth")
    rows = rows_of(ward)
    # 819 is polled twice: both are third, the next is fifth; 819 - 738 = 81, 819 - 724 = 95
    assert [(r.rank, r.candidate, r.votes, r.elected, r.behind) for r in rows] == [
        (1, "Rebecca Butler", 987, True, None),
        (2, "Cynthia Barker", 822, True, None),
        (3, "Kumail Jaffer", 819, True, None),
        (3, "Dan Ozarow", 819, False, 0),
        (5, "Samantha Evans", 738, False, 81),
        (6, "Przemek de Skuba", 724, False, 95),
    ]
    # 987 + 822 + 819 + 819 + 738 + 724 = 4,909; 987 / 4,909 = 20.1059 %
    assert rows[0].share_of_votes_pct == pytest.approx(20.1059, abs=5e-5)
    assert {r.share_of_ballots_pct for r in rows} == {None}


def test_shares_of_ballots_may_add_to_more_than_a_hundred() -> None:
    rows = rows_of(
        contest(2, won("A", "con", 60), won("B", "con", 50), stood("C", "lab", 40), ballots=Ballots(valid=80))
    )
    # of 150 votes: 40, 33.3, 26.7; of 80 papers: 75, 62.5, 50, as each paper may hold two votes
    assert [r.share_of_votes_pct for r in rows] == [40.0, pytest.approx(100 / 3), pytest.approx(80 / 3)]
    assert [r.share_of_ballots_pct for r in rows] == [75.0, 62.5, 50.0]


def test_the_vote_a_lot_adds_is_on_no_line() -> None:
    tie = TieBreak(742, ("A", "B"), "A", "lot", vote_added=True)
    rows = rows_of(contest(1, won("A", "con", 743), stood("B", "lab", 742), tie_break=tie))
    # 742 + 742 = 1,484, half of it each
    assert [(r.rank, r.votes, r.share_of_votes_pct, r.behind) for r in rows] == [(1, 742, 50, None), (1, 742, 50, 0)]


def test_no_poll_no_figures() -> None:
    rows = rows_of(contest(1, won("A", "con", None), status="unopposed"))
    assert [(r.rank, r.votes, r.share_of_votes_pct, r.behind, r.elected) for r in rows] == [
        (None, None, None, None, True)
    ]


def test_the_elected_come_first_even_against_the_votes() -> None:
    rows = rows_of(contest(1, stood("A", "con", 300), won("B", "lab", 290)))
    # 290 - 300: the first not elected is ten ahead of the last elected
    assert [(r.candidate, r.rank, r.behind) for r in rows] == [("B", 2, None), ("A", 1, -10)]
