"""Lots, and what the other result would have meant for control of the council."""

from __future__ import annotations

from dataclasses import replace

import pytest

from analysis.builders import contest, election, stood, won
from wardcheck.analysis.report import Slugs
from wardcheck.analysis.ties import TieRow, ties
from wardcheck.facts.council import council_of
from wardcheck.model import Election, TieBreak, Ward
from wardcheck.model.election import Kind
from wardcheck.store import Store

LOT = TieBreak(70, ("A", "B"), "A", "coin toss")


def tied(winner: str, loser: str) -> Ward:
    return contest(1, won("A", winner, 70), stood("B", loser, 70), slug="tied", tie_break=LOT)


def council(
    winner: str, loser: str, others: dict[str, int], *, kind: Kind | None = "all", total: int | None = None
) -> Election:
    """A council with a lot in one ward, and so many seats by party in the others."""
    wards = [
        contest(seats, *(won(f"{party} {n}", party, None) for n in range(seats)), slug=party, status="unopposed")
        for party, seats in others.items()
    ]
    seats = 1 + sum(others.values()) if total is None else total
    return election(tied(winner, loser), *wards, kind=kind, seats_total=seats)


def effect_of(one: Election) -> str | None:
    (row,) = ties(one)
    return row.effect_on_control


# -- the store ---------------------------------------------------------------------------------------------


def test_lots_that_ship(shipped: Store) -> None:
    some = ("bradford-2019", "hertsmere-2019", "north-hertfordshire-2019", "sutton-2018")
    assert ties(*shipped.elections(*some)) == [
        # printed 743 v 742, of which one is the vote the lot added; thirds, and the other seats are not known
        TieRow("bradford-2019", "tong", 1, 742, "Kausar Mukhtar", "lab", "Matt Edwards", "green",
               "lot from box", True, None, None, None),
        TieRow("hertsmere-2019", "borehamwood-kenilworth", 3, 819, "Kumail Jaffer", "lab", "Dan Ozarow", "lab",
               "lot", False, "none", "con", "con"),
        TieRow("north-hertfordshire-2019", "letchworth-south-west", 1, 800, "Sean Prendergast", "ld",
               "Lynda Needham", "con", "straws", False, None, None, None),
        # Sutton: LD 33, Con 18, Ind 3 of 54, of which 28 are control; with the seat to the LD they have 34
        TieRow("sutton-2018", "nonsuch", 3, 1405, "James McDermott-Hill", "con", "Samantha Bourne", "ld",
               "coin toss", False, "none", "ld", "ld"),
    ]  # fmt: skip


def test_seats_of_sutton(shipped: Store) -> None:
    assert council_of(shipped.election("sutton-2018")).by_party == {"ld": 33, "con": 18, "ind": 3}


# -- which pairs -------------------------------------------------------------------------------------------


def pairs(ward: Ward) -> list[tuple[str, str]]:
    return [(row.winner, row.loser) for row in ties(election(ward))]


def test_level_across_the_cut_without_a_tie_break_is_named_and_is_no_lot() -> None:
    found = ties(election(contest(2, won("A", "con", 90), won("B", "con", 70), stood("C", "lab", 70))))
    assert (list(found), found.totals.wards) == ([], 0)
    assert [one.text(Slugs()) for one in found.remarks] == [
        "Level across the cut, and the ward file does not say how that was settled: ward.",
        "No lot is recorded.",
    ]


def test_a_tie_above_or_below_the_cut_is_none() -> None:
    ward = contest(2, won("A", "con", 90), won("B", "con", 90), stood("C", "lab", 70), stood("D", "lab", 70))
    assert pairs(ward) == []


def test_three_level_for_one_seat_and_for_two() -> None:
    tie = TieBreak(70, ("A", "B", "C"), "A", "lot")
    one = contest(1, won("A", "con", 70), stood("B", "lab", 70), stood("C", "ld", 70), stood("D", "ld", 9))
    two = contest(2, won("A", "con", 70), won("B", "lab", 70), stood("C", "ld", 70), stood("D", "ld", 9))
    both = tie._replace(also_won=("B",))
    for ward, lot, expected in ((one, tie, [("A", "B"), ("A", "C")]), (two, both, [("A", "C"), ("B", "C")])):
        assert pairs(ward) == []
        assert pairs(replace(ward, tie_break=lot)) == expected


def test_a_recorded_draw_is_one_whatever_is_printed() -> None:
    # printed 71 and 70, recorded as level at 70
    (row,) = ties(election(contest(1, won("A", "con", 71), stood("B", "lab", 70), tie_break=LOT)))
    assert (row.winner, row.loser, row.votes, row.method) == ("A", "B", 70, "coin toss")


@pytest.mark.parametrize(
    "ward",
    [
        contest(1, won("A", "con", None), status="unopposed"),
        contest(1, stood("A", "con", None), stood("B", "lab", None), status="countermanded"),
        contest(1, won("A", "con", 71), stood("B", "lab", 70)),
        contest(1, won("A", "con", 70), stood("B", "lab", 71)),
    ],
)
def test_no_lot(ward: Ward) -> None:
    assert pairs(ward) == []


# -- control -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("winner", "loser", "others", "effect"),
    [
        # 5 seats, 3 are control. Con 2 + 1 = 3; without the tied seat 2
        ("con", "ld", {"con": 2, "lab": 2}, "con would have lost control"),
        # Con 3 + 1 = 4 of 6, of which 4 are control: half is not more than half
        ("con", "lab", {"con": 3, "lab": 2}, "con would have lost control"),
        # nobody has 4 of 6; with the seat Labour has 3 + 1
        ("con", "lab", {"con": 2, "lab": 3}, "lab would have won control"),
        # 5 seats: Con 2 + 1, Lab 2, or the other way round
        ("con", "lab", {"con": 2, "lab": 2}, "lab would have won control from con"),
        # Con 3 + 1 of 5, and 3 without it
        ("con", "lab", {"con": 3, "lab": 1}, "none"),
        # 5 seats, nobody near 3: con 1 + 1, lab 1, ld 1, green 1
        ("con", "lab", {"con": 1, "lab": 1, "ld": 1, "green": 1}, "none"),
        # three independents of five seats are no party in control
        ("con", "ind", {"con": 2, "ind": 2}, "con would have lost control"),
        ("ind", "lab", {"con": 2, "ind": 2}, "none"),
        # inside one party, and between two independents
        ("con", "con", {"con": 2, "lab": 2}, "none"),
        ("ind", "ind", {"con": 2, "lab": 2}, "none"),
    ],
)
def test_effect_on_control(winner: str, loser: str, others: dict[str, int], effect: str) -> None:
    assert effect_of(council(winner, loser, others)) == effect


def test_unknown_where_the_seats_of_the_council_are() -> None:
    others = {"con": 2, "lab": 2}
    assert effect_of(council("con", "lab", others)) is not None
    # a ward is missing; no total is given; only some seats were up, and nothing is known of the rest
    assert effect_of(council("con", "lab", others, total=7)) is None
    assert effect_of(replace(council("con", "lab", others), seats_total=None)) is None
    for kind in ("thirds", "halves", "by-election", None):
        assert effect_of(replace(council("con", "lab", others, total=7), kind=kind)) is None
    # a lot inside a party, or between two independents, changes nothing, whatever the other seats are
    for party in ("con", "ind"):
        assert effect_of(council(party, party, others, kind="thirds", total=7)) == "none"


def test_continuing_seats_count() -> None:
    # up: Con 1 (tied), Lab 1; continuing Con 5, Lab 4; 11 seats, 6 are control: Con 6, or 5 with Labour at 6
    thirds = replace(council("con", "lab", {"lab": 1}, kind="thirds", total=11), continuing={"con": 5, "lab": 4})
    assert council_of(thirds).by_party == {"con": 6, "lab": 5}
    assert effect_of(thirds) == "lab would have won control from con"
    # one seat too few
    assert effect_of(replace(thirds, continuing={"con": 5, "lab": 3})) is None
    assert effect_of(replace(thirds, kind="by-election")) == "lab would have won control from con"
