"""Seats, slates and lots by hand."""

from __future__ import annotations

import pytest

from checks.builders import found, lot, rules, stood, ward, won
from wardcheck.model import Ballots, Candidacy, ReportedTurnout, Ward

TIED = (won(50, name="A Ash"), stood(50, "con", "B Birch"), stood(9, "ld", "C Cedar"))
DRAWN = lot(50, "A Ash", "B Birch", winner="A Ash")


@pytest.mark.parametrize(
    ("one", "expected"),
    [
        (ward(won(9), stood(5)), []),
        (ward(won(9), stood(5), seats=2), ["seats-filled", "status-fits"]),
        (ward(won(9), won(8, "ld"), stood(5, "con"), seats=1), ["seats-filled"]),
        (ward(won(9), stood(8), stood(5), seats=2), ["seats-filled"]),
        (ward(won(None), won(None), status="unopposed"), []),
        (ward(won(None), seats=2, status="unopposed"), []),
        (ward(won(None), stood(None), seats=2, status="unopposed"), ["seats-filled"]),
        (ward(won(None), stood(None), seats=1, status="unopposed"), ["status-fits"]),
        (ward(won(3), seats=1, status="unopposed"), ["status-fits"]),
        (ward(won(3), seats=1), ["status-fits"]),
        (ward(stood(None), stood(None, "ld"), seats=1, status="countermanded"), []),
        (ward(won(None), stood(None), seats=1, status="countermanded"), ["seats-filled"]),
        (ward(stood(9), stood(5, "ld"), seats=1, status="countermanded"), ["declared-poll"]),
        (ward(stood(0), stood(0, "ld"), seats=1, status="countermanded"), ["declared-poll"]),
        (
            ward(stood(None), stood(None, "ld"), seats=1, status="countermanded", ballots=Ballots(issued=9)),
            ["declared-poll"],
        ),
        (ward(stood(None), stood(None, "ld"), seats=1, status="countermanded", electorate=900), []),
        (ward(won(9), stood(10)), ["elected-outvote"]),
        (ward(won(9), stood(5, "con"), stood(4, "con")), ["slate-within-seats"]),
        (ward(won(9), stood(5, "ind"), stood(4, "ind")), []),
    ],
)
def test_seats(one: Ward, expected: list[str]) -> None:
    assert rules(one) == expected


def test_a_countermanded_poll_says_so() -> None:
    (finding,) = found(ward(won(None), stood(None), seats=1, status="countermanded"))
    assert finding.message == "expected 0 elected of a countermanded poll, got 1"


@pytest.mark.parametrize(
    ("one", "expected"),
    [
        (ward(*TIED), ["tie-break-given"]),
        (ward(*TIED, tie_break=DRAWN), []),
        (
            ward(
                won(51, name="A Ash"), *TIED[1:], tie_break=lot(50, "A Ash", "B Birch", winner="A Ash", vote_added=True)
            ),
            [],
        ),
        (ward(won(51, name="A Ash"), *TIED[1:], tie_break=DRAWN), ["lot-by-one-vote"]),
        (ward(*TIED, tie_break=lot(50, "A Ash", "B Birch", winner="A Ash", vote_added=True)), ["tie-break-fits"]),
        (ward(won(52, name="A Ash"), *TIED[1:], tie_break=DRAWN), ["tie-break-fits"]),
        (ward(*TIED, tie_break=lot(50, "A Ash", winner="A Ash")), ["tie-break-fits"] * 3),
        (ward(*TIED, tie_break=lot(50, "A Ash", "B Birch", winner="B Birch")), ["tie-break-fits"]),
        (ward(*TIED, tie_break=lot(50, "A Ash", "C Cedar", winner="A Ash")), ["tie-break-fits"] * 2),
        # level, but both elected: no lot was needed
        (
            ward(won(50, "lab", "A Ash"), won(50, "con", "B Birch"), stood(9, "ld"), tie_break=DRAWN),
            ["tie-break-fits"],
        ),
        # three level for one seat, one of them left out of between
        (
            ward(won(50, "lab", "A Ash"), stood(50, "con", "B Birch"), stood(50, "ld", "D Date"), tie_break=DRAWN),
            ["tie-break-fits"],
        ),
        (ward(won(51), stood(50), notes="Decided by drawing lots."), ["lot-by-one-vote"]),
        (ward(won(51), stood(50), notes="Decided by the toss of a coin."), ["lot-by-one-vote"]),
        (ward(won(51), stood(50), notes="After two recounts."), []),
        (ward(won(51), stood(50), notes="An allotment holder stood."), []),
        (ward(won(52), stood(50), notes="No lot was drawn."), []),
    ],
)
def test_lots(one: Ward, expected: list[str]) -> None:
    assert rules(one) == expected


TWO = (won(50, "lab", "A Ash"), won(50, "con", "B Birch"), stood(50, "ld", "C Cedar"), stood(9, "green", "D Date"))
ADDED = (won(51, "lab", "A Ash"), won(51, "con", "B Birch"), *TWO[2:])


@pytest.mark.parametrize(
    ("candidates", "winners", "added", "expected"),
    [
        (TWO, ("A Ash", "B Birch"), False, []),
        (TWO, ("A Ash",), False, ["tie-break-fits"]),
        (TWO, ("A Ash", "C Cedar"), False, ["tie-break-fits"]),  # who was drawn is not elected
        (ADDED, ("A Ash", "B Birch"), True, []),
        (ADDED, ("A Ash", "B Birch"), False, ["lot-by-one-vote"]),
        (TWO, ("A Ash", "B Birch"), True, ["tie-break-fits"] * 2),  # 51 expected for each of the two
        ((ADDED[0], *TWO[1:]), ("A Ash", "B Birch"), True, ["tie-break-fits"]),
    ],
)
def test_a_lot_for_two_seats(
    candidates: tuple[Candidacy, ...], winners: tuple[str, ...], added: bool, expected: list[str]
) -> None:
    drawn = lot(50, "A Ash", "B Birch", "C Cedar", winner=winners[0], also_won=winners[1:], vote_added=added)
    assert rules(ward(*candidates, tie_break=drawn)) == expected


def test_what_a_countermanded_poll_cannot_have() -> None:
    nobody = (stood(9, name="A Ash"), stood(None, "ld", "B Birch"))
    tie = lot(9, "A Ash", "B Birch", winner="A Ash")
    off = ward(*nobody, seats=1, status="countermanded", tie_break=tie, turnout_reported=ReportedTurnout(30.0))
    assert [f.message for f in found(off) if f.rule == "declared-poll"] == [
        "expected no lot, for the poll was countermanded, got a tie_break",
        "expected no papers and no turnout, for the poll was countermanded, got some",
        "expected no votes, for the poll was countermanded, got 9 for A Ash",
    ]


def test_a_lot_for_two_seats_names_both() -> None:
    drawn = lot(50, "A Ash", "B Birch", "C Cedar", winner="A Ash")
    (finding,) = found(ward(*TWO, tie_break=drawn))
    assert finding.message == "expected winner: [A Ash, B Birch], all who were drawn, got A Ash"


def test_two_independents_of_one_name_may_draw() -> None:
    one = (won(300, "ind", "John Smith"), stood(300, "ind", "John Smith"), stood(290, "con"))
    (finding,) = found(ward(*one, tie_break=lot(300, "John Smith", "John Smith", winner="John Smith")))
    assert (finding.rule, finding.severity) == ("namesakes", "warning")
    nobody = (stood(300, "ind", "John Smith"), stood(300, "ind", "John Smith"), won(310, "con"))
    assert "tie-break-fits" in rules(ward(*nobody, tie_break=lot(300, "John Smith", "John Smith", winner="John Smith")))


def test_level_on_both_sides_of_nothing_needs_no_lot() -> None:
    assert rules(ward(won(50), won(50, "ld"), stood(9), stood(9, "green"))) == []
