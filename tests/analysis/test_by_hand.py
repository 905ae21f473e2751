"""Margins worked out by hand; the sum stands beside each case."""

from __future__ import annotations

from dataclasses import replace

import pytest

from analysis.builders import contest, election, stood, won
from wardcheck.analysis.margins import MarginRow, margins
from wardcheck.analysis.report import Slugs
from wardcheck.model import Ballots, TieBreak, Ward
from wardcheck.store import Store


def row_of(ward: Ward) -> MarginRow:
    (row,) = margins(election(ward))
    return row


def shipped_row(store: Store, slug: str, ward: str) -> MarginRow:
    (row,) = (row for row in margins(store.election(slug)) if row.ward == ward)
    return row


def test_high_barnet_one_vote(shipped: Store) -> None:
    row = shipped_row(shipped, "barnet-2018", "high-barnet")
    # the third of three seats: Teare (Con) 2,605; the fourth place: Trevethan (Lab) 2,604; 2,605 - 2,604 = 1
    assert (row.last_elected, row.last_elected_party, row.last_elected_votes) == ("Robert Teare", "con", 2605)
    assert (row.runner_up, row.runner_up_party, row.runner_up_votes) == ("Amy Trevethan", "lab", 2604)
    assert (row.seats, row.candidates, row.electorate, row.ballots) == (3, 12, 11578, 6411)
    assert (row.margin, row.party_margin, row.decided_by) == (1, 1, "votes")
    # 1 / 6,411 = 0.015598 %; 6,411 / 11,578 = 55.3723 %
    assert row.margin_pct == pytest.approx(0.015598, abs=5e-7)
    assert row.turnout_pct == pytest.approx(55.3723, abs=5e-5)


def test_childs_hill_two_votes(shipped: Store) -> None:
    row = shipped_row(shipped, "barnet-2018", "childs-hill")
    # Clarke (Lab) 2,224 - Gearson (Con) 2,222 = 2, of 5,815 papers = 0.034394 %
    assert (row.last_elected, row.runner_up, row.margin, row.party_margin) == ("Anne Clarke", "Vanessa Gearson", 2, 2)
    assert row.margin_pct == pytest.approx(0.034394, abs=5e-7)


def test_borehamwood_kenilworth_lot_inside_a_party(shipped: Store) -> None:
    row = shipped_row(shipped, "hertsmere-2019", "borehamwood-kenilworth")
    # Lab 987, Con 822, Lab 819 elected; Lab 819, Con 738, Con 724 not. The cut: 819 - 819 = 0, both Labour.
    # Between parties: Lab 819 - Con 738 = 81, Con 822 - Lab 819 = 3, of which 3 is the smaller.
    assert (row.last_elected, row.runner_up) == ("Kumail Jaffer", "Dan Ozarow")
    assert (row.margin, row.party_margin, row.decided_by) == (0, 3, "lot")
    assert (row.electorate, row.ballots, row.turnout_pct, row.margin_pct) == (None, None, None, None)


def test_two_seats() -> None:
    row = row_of(contest(2, won("A", "con", 500), won("B", "lab", 450), stood("C", "con", 430), stood("D", "lab", 90)))
    # 450 - 430 = 20, of two parties; not 500 - 450 and not 500 - 430
    assert (row.last_elected, row.runner_up, row.margin, row.party_margin) == ("B", "C", 20, 20)


def test_one_seat() -> None:
    row = row_of(contest(1, won("A", "con", 500), stood("B", "lab", 450), stood("C", "ld", 449)))
    # 500 - 450 = 50
    assert (row.runner_up, row.margin, row.party_margin, row.decided_by) == ("B", 50, 50, "votes")


def test_the_order_of_the_file_does_not_matter() -> None:
    row = row_of(contest(2, stood("D", "lab", 90), won("B", "lab", 450), stood("C", "con", 430), won("A", "con", 500)))
    assert (row.last_elected, row.runner_up, row.margin) == ("B", "C", 20)


def test_unopposed_has_no_margin() -> None:
    row = row_of(contest(2, won("A", "con", None), won("B", "con", None), status="unopposed", electorate=3000))
    assert (row.margin, row.party_margin, row.margin_pct) == (None, None, None)
    assert (row.last_elected, row.runner_up, row.decided_by) == (None, None, "unopposed")


def test_fewer_candidates_than_seats_is_unopposed_too() -> None:
    row = row_of(contest(3, won("A", "con", None), status="unopposed"))
    assert (row.seats, row.candidates, row.margin, row.decided_by) == (3, 1, None, "unopposed")


def test_countermanded_has_no_result() -> None:
    row = row_of(contest(1, stood("A", "con", None), stood("B", "lab", None), status="countermanded"))
    assert (row.margin, row.party_margin, row.last_elected, row.decided_by) == (None, None, None, None)


def test_nothing_is_decided_where_nobody_is_declared_elected() -> None:
    row = row_of(contest(1, stood("A", "con", 60), stood("B", "lab", 40)))
    assert (row.margin, row.last_elected, row.decided_by) == (None, None, None)


def test_the_vote_that_a_lot_adds_is_taken_off() -> None:
    tie = TieBreak(742, ("A", "B"), "A", "lot", vote_added=True)
    row = row_of(contest(1, won("A", "con", 743), stood("B", "lab", 742), stood("C", "ld", 10), tie_break=tie))
    # printed 743 and 742; on the papers 742 each, 742 - 742 = 0
    assert (row.last_elected_votes, row.runner_up_votes, row.margin, row.party_margin) == (742, 742, 0, 0)
    assert row.decided_by == "lot"


def test_a_lot_for_two_seats_adds_a_vote_to_both() -> None:
    tie = TieBreak(404, ("A", "B", "C"), "A", "lot", vote_added=True, also_won=("B",))
    ward = contest(2, won("A", "ld", 405), won("B", "con", 405), stood("C", "ld", 404), tie_break=tie)
    row = row_of(ward)
    # printed 405, 405 and 404; on the papers 404 each, so both margins are 404 - 404 = 0
    assert (row.last_elected_votes, row.runner_up_votes, row.margin, row.party_margin) == (404, 404, 0, 0)
    assert (row.decided_by, ward.total_votes, tie.winners) == ("lot", 3 * 404, ("A", "B"))


def test_the_vote_of_a_lot_is_taken_off_the_namesake_who_was_drawn() -> None:
    """Two independents of one name, of whom one was drawn: the other is printed with what he polled."""
    tie = TieBreak(70, ("A", "A"), "A", "lot", vote_added=True)
    ward = contest(1, won("A", "ind", 71), stood("A", "ind", 70), tie_break=tie)
    assert [ward.polled(c) for c in ward.candidates] == [70, 70]


def test_the_cut_names_those_who_drew() -> None:
    tie = TieBreak(70, ("B", "C"), "B", "lot")
    # two losers are level at 70, of whom only C is said to have drawn; the file has the other first
    ward = contest(2, won("A", "con", 90), won("B", "lab", 70), stood("X", "ld", 70), stood("C", "con", 70))
    row = row_of(replace(ward, tie_break=tie))
    assert (row.last_elected, row.runner_up, row.decided_by) == ("B", "C", "lot")


def test_the_winner_of_the_draw_is_the_last_elected() -> None:
    tie = TieBreak(70, ("B", "C"), "B", "lot")
    # A and B are elected with 70 each, and it was B who drew against C; the file has A first
    row = row_of(contest(2, won("A", "con", 70), won("B", "lab", 70), stood("C", "ld", 70), tie_break=tie))
    assert (row.last_elected, row.runner_up, row.decided_by) == ("B", "C", "lot")


def test_a_recorded_draw_is_a_lot_whatever_is_printed() -> None:
    tie = TieBreak(70, ("A", "B"), "A", "lot")
    # printed 71 and 70, perhaps with the vote that the lot adds, but the file does not say so: 71 - 70 = 1
    row = row_of(contest(1, won("A", "con", 71), stood("B", "lab", 70), tie_break=tie))
    assert (row.margin, row.decided_by) == (1, "lot")


def test_a_dead_heat_that_the_file_is_silent_about_is_no_lot_that_anybody_declared() -> None:
    row = row_of(contest(1, won("A", "con", 70), stood("B", "lab", 70)))
    assert (row.margin, row.decided_by) == (0, None)


def test_a_tie_above_or_below_the_cut_is_none() -> None:
    row = row_of(contest(2, won("A", "con", 90), won("B", "con", 90), stood("C", "lab", 70), stood("D", "lab", 70)))
    # 90 - 70 = 20; neither tie lies across the cut
    assert (row.margin, row.decided_by) == (20, "votes")


def test_each_independent_is_a_party_of_one() -> None:
    row = row_of(contest(2, won("A", "ind", 300), won("B", "ind", 200), stood("C", "ind", 150), stood("D", "lab", 20)))
    # 200 - 150 = 50 is a margin between parties, although both say independent
    assert (row.margin, row.party_margin) == (50, 50)


def test_one_slate_has_no_party_margin() -> None:
    row = row_of(contest(1, won("A", "con", 300), stood("B", "con", 200)))
    # 300 - 200 = 100 at the cut, and no other party there
    assert (row.margin, row.party_margin) == (100, None)


def test_party_margin_looks_past_the_cut() -> None:
    row = row_of(contest(2, won("A", "lab", 500), won("B", "con", 400), stood("C", "con", 390), stood("D", "lab", 100)))
    # the cut: Con 400 - Con 390 = 10. Between parties: Lab 500 - Con 390 = 110, Con 400 - Lab 100 = 300
    assert (row.margin, row.party_margin) == (10, 110)


def test_a_declaration_against_the_votes_has_no_margin_and_is_named() -> None:
    # declared elected with ten fewer: 290 - 300 = -10 is no margin
    found = margins(election(contest(1, stood("A", "con", 300), won("B", "lab", 290))))
    (row,) = found
    assert (row.last_elected, row.runner_up, row.margin, row.party_margin) == ("B", "A", None, None)
    why = "somebody elected with fewer votes than somebody not elected"
    assert [one.text(Slugs()) for one in found.remarks] == [f"No margin, for the declaration has {why}: ward."]


@pytest.mark.parametrize(
    ("ballots", "base", "margin_pct", "turnout_pct"),
    [
        # margin 50 of 1,000 valid papers; 1,000 + 25 at the count of 4,000 electors
        (Ballots(valid=1000, rejected_total=25), 1000, 5.0, 25.625),
        # all papers at the count are the base only where the valid ones are unknown: 50 / 1,250, 1,250 / 4,000
        (Ballots(at_count=1250), 1250, 4.0, 31.25),
        (Ballots(valid=1000, at_count=1250), 1000, 5.0, 31.25),
        # valid papers alone give no turnout, which counts the rejected ones
        (Ballots(valid=1000), 1000, 5.0, None),
        # neither papers issued nor rejected ones are a base
        (Ballots(issued=1300, rejected_total=25), None, None, None),
        (Ballots(), None, None, None),
    ],
)
def test_which_papers_a_percentage_is_of(
    ballots: Ballots, base: int | None, margin_pct: float | None, turnout_pct: float | None
) -> None:
    row = row_of(contest(1, won("A", "con", 525), stood("B", "lab", 475), ballots=ballots, electorate=4000))
    assert (row.ballots, row.margin_pct, row.turnout_pct) == (base, margin_pct, turnout_pct)


def test_no_percentage_of_an_unknown_or_empty_electorate() -> None:
    unknown = row_of(contest(1, won("A", "con", 5), stood("B", "lab", 4), ballots=Ballots(at_count=10)))
    empty = row_of(contest(1, won("A", "con", 5), stood("B", "lab", 4), ballots=Ballots(at_count=0), electorate=0))
    assert (unknown.turnout_pct, empty.turnout_pct, empty.margin_pct) == (None, None, None)


def test_margins_between_parties_rank_wards_that_one_party_closed_by_what_was_at_stake() -> None:
    town = election(
        contest(2, won("A", "con", 90), won("B", "con", 80), stood("C", "con", 79), stood("D", "lab", 60), slug="west"),
        contest(1, won("E", "lab", 70), stood("F", "con", 65), slug="east"),
        contest(1, won("G", "ind", 9), stood("H", "ind", 8), slug="isle"),
        contest(1, won("I", "con", None), slug="moor", status="unopposed"),
    )
    by_seat = [(row.ward, row.margin) for row in margins(town)]
    assert by_seat == [("isle", 1), ("west", 1), ("east", 5), ("moor", None)]
    ranked = margins(town, between_parties=True)
    found = [(r.ward, r.party_margin, r.party_margin_elected, r.party_margin_runner_up) for r in ranked]
    assert found == [
        ("isle", 1, "ind", "ind"),  # an independent is a party of one
        ("east", 5, "lab", "con"),
        ("west", 20, "con", "lab"),  # B 80 over D 60
        ("moor", None, None, None),
    ]
