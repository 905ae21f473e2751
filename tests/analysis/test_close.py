"""Close seats worked out by hand; the sum stands beside each case."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from analysis.builders import contest, election, stood, won
from wardcheck.analysis.close import WITHIN, CloseRow, close_seats, targets_and_defences
from wardcheck.analysis.report import Slugs
from wardcheck.model import Ballots, TieBreak, Ward
from wardcheck.store import Store

ANY = None


def rows_of(ward: Ward, within: int | None = ANY, within_pct: float | None = None) -> Sequence[CloseRow]:
    return close_seats(election(ward), within=within, within_pct=within_pct)


def brief(row: CloseRow) -> tuple[int, str, str, int]:
    return row.seat, row.holder, row.challenger, row.margin


def shipped_rows(store: Store, slug: str, ward: str) -> list[CloseRow]:
    return [row for row in close_seats(store.election(slug), within=ANY) if row.ward == ward]


def by(rows: Sequence[CloseRow], party: str) -> list[tuple[int, str, str, int]]:
    return [brief(row) for row in rows if row.challenger_party == party]


# -- wards that ship ---------------------------------------------------------------------------------------


def test_high_barnet_three_seats_all_of_one_party(shipped: Store) -> None:
    rows = shipped_rows(shipped, "barnet-2018", "high-barnet")
    # holders, ascending: Con 2,605, 2,764, 2,792; Labour's losers, descending: 2,604, 2,386, 2,344
    assert by(rows, "lab") == [
        (1, "Robert Teare", "Amy Trevethan", 1),  # 2,605 - 2,604
        (2, "David Longstaff", "Ange Balendra", 378),  # 2,764 - 2,386
        (3, "Yvonne Prentice", "Paul Lemon", 448),  # 2,792 - 2,344
    ]
    # two Greens, 425 and 328: 2,605 - 425 = 2,180 and 2,764 - 328 = 2,436; one independent: 2,605 - 471 = 2,134
    assert [margin for *_, margin in by(rows, "green")] == [2180, 2436]
    assert [margin for *_, margin in by(rows, "ind")] == [2134]
    first = rows[0]
    assert (first.holder_party, first.holder_votes, first.challenger_votes) == ("con", 2605, 2604)
    # one vote would have forced a lot, two win it; one vote switched makes it 2,604 to 2,605
    assert (first.to_win, first.to_switch, first.decided_by) == (2, 1, "votes")
    # 1 / 6,411 papers = 0.015598 %
    assert first.margin_pct == pytest.approx(0.015598, abs=5e-7)


def test_borehamwood_kenilworth_where_the_lot_was_inside_a_party(shipped: Store) -> None:
    rows = shipped_rows(shipped, "hertsmere-2019", "borehamwood-kenilworth")
    # elected Lab 987, Con 822, Lab 819; not: Lab 819 (Ozarow, who lost the draw), Con 738, Con 724
    assert [brief(row) for row in rows] == [
        (1, "Cynthia Barker", "Dan Ozarow", 3),  # Labour over the only Conservative: 822 - 819
        (1, "Kumail Jaffer", "Samantha Evans", 81),  # the Conservatives over Labour's lowest: 819 - 738
        (2, "Rebecca Butler", "Przemek de Skuba", 263),  # and over Labour's next: 987 - 724
    ]
    # the draw between Jaffer and Ozarow settled which of them sat for Labour, and is no row
    assert {row.decided_by for row in rows} == {"votes"}
    assert (rows[0].to_win, rows[0].to_switch) == (4, 2)  # 819 + 2 = 821 > 822 - 2 = 820
    assert [row.margin_pct for row in rows] == [None, None, None]


def test_northumberland_heath_two_seats_of_two_parties(shipped: Store) -> None:
    rows = shipped_rows(shipped, "bexley-2018", "northumberland-heath")
    # elected Con 1,419, Lab 1,333; not: Con 1,331, Lab 1,301, LD 215, BNP 160
    assert [brief(row) for row in rows] == [
        (1, "Wendy Perfect", "Ray Sams", 2),  # Conservatives against Labour's only seat: 1,333 - 1,331
        (1, "John Fuller", "Aisha Malik-Smith", 118),  # Labour against the Conservatives' only one: 1,419 - 1,301
        (1, "Wendy Perfect", "Paul Bargery", 1118),  # 1,333 - 215
        (1, "Wendy Perfect", "Robert Howard", 1173),  # 1,333 - 160
    ]
    # 2 more make it level, 3 win; 2 switched: 1,331 - 2 ... 1,333 against 1,331
    assert (rows[0].to_win, rows[0].to_switch) == (3, 2)
    # 2 / 3,059 = 0.065381 %
    assert rows[0].margin_pct == pytest.approx(0.065381, abs=5e-7)


def test_potters_bar_furzefield_two_seats_of_one_party(shipped: Store) -> None:
    rows = shipped_rows(shipped, "hertsmere-2019", "potters-bar-furzefield")
    # elected Lab 611, 583; not: Con 543, 508, UKIP 205
    assert [brief(row) for row in rows] == [
        (1, "Chris Myers", "Peter Knell", 40),  # 583 - 543
        (2, "Christian Gray", "Martin Worster", 103),  # 611 - 508
        (1, "Chris Myers", "David Hoy", 378),  # 583 - 205
    ]
    assert [(row.to_win, row.to_switch) for row in rows] == [(41, 21), (104, 52), (379, 190)]


def test_tong_one_seat_decided_by_lot(shipped: Store) -> None:
    rows = shipped_rows(shipped, "bradford-2019", "tong")
    # printed Lab 743, Green 742; the 743 holds the vote the lot added, so 742 - 742 = 0
    assert brief(rows[0]) == (1, "Kausar Mukhtar", "Matt Edwards", 0)
    assert (rows[0].holder_votes, rows[0].to_win, rows[0].to_switch, rows[0].decided_by) == (742, 1, 1, "lot")
    # UKIP 596, Con 254, LD 121: 742 - 596 = 146, 742 - 254 = 488, 742 - 121 = 621
    assert [row.margin for row in rows] == [0, 146, 488, 621]
    assert [row.decided_by for row in rows[1:]] == ["votes"] * 3


def test_beddington_north_each_independent_is_a_party_of_one(shipped: Store) -> None:
    rows = shipped_rows(shipped, "sutton-2018", "beddington-north")
    # elected Ind 1,285, 1,047, 948; Con 911, 815, 784 not
    assert by(rows, "con") == [
        (1, "Jillian Green", "Malcolm Brown", 37),  # 948 - 911
        (2, "Tim Foster", "Alison Huneke", 232),  # 1,047 - 815
        (3, "Nick Mattey", "Andy Williams", 501),  # 1,285 - 784
    ]


# -- rules -------------------------------------------------------------------------------------------------


def test_independents_challenge_alone_and_can_challenge_each_other() -> None:
    rows = rows_of(contest(2, won("A", "ind", 90), won("B", "ind", 80), stood("C", "ind", 70), stood("D", "ind", 60)))
    # neither C nor D has a running mate: each nearly took the lowest seat, 80 - 70 and 80 - 60
    assert [brief(row) for row in rows] == [(1, "B", "C", 10), (1, "B", "D", 20)]


def test_a_party_with_more_losers_than_rivals_hold() -> None:
    rows = rows_of(contest(2, won("A", "con", 90), won("B", "lab", 80), stood("C", "lab", 70), stood("D", "lab", 60)))
    # Labour can gain only the one seat that is not its own: 90 - 70
    assert [brief(row) for row in rows] == [(1, "A", "C", 20)]


def test_one_slate_alone_gives_nothing() -> None:
    assert rows_of(contest(1, won("A", "con", 90), stood("B", "con", 80))) == []


@pytest.mark.parametrize(
    "ward",
    [
        contest(2, won("A", "con", None), won("B", "con", None), status="unopposed"),
        contest(1, stood("A", "con", None), stood("B", "lab", None), status="countermanded"),
        contest(1, stood("A", "con", 10), stood("B", "lab", 9)),
    ],
)
def test_without_a_poll_or_a_result_there_is_nothing(ward: Ward) -> None:
    assert rows_of(ward) == []


@pytest.mark.parametrize(
    ("ward", "why"),
    [
        (
            contest(1, won("B", "lab", 290), stood("A", "con", 300), stood("C", "ld", 280)),
            "somebody elected with fewer votes than somebody not elected",
        ),
        (contest(1, won("A", "lab", 300), won("B", "con", 290), stood("C", "ld", 280)), "2 declared elected to 1 seat"),
        (contest(3, won("A", "lab", 9), won("B", "con", 8), stood("C", "ld", 7)), "2 declared elected to 3 seats"),
    ],
)
def test_a_declaration_that_contradicts_itself_has_no_close_seat_and_is_named(ward: Ward, why: str) -> None:
    found = close_seats(election(ward), within=None)
    assert found == []
    assert [one.text(Slugs()) for one in found.remarks] == [f"No margin, for the declaration has {why}: ward."]


def test_level_without_a_tie_break_is_no_lot_that_anybody_declared() -> None:
    (row,) = rows_of(contest(1, won("A", "con", 70), stood("B", "lab", 70)))
    assert (row.margin, row.decided_by) == (0, None)


def test_of_level_candidates_those_who_drew_are_named() -> None:
    tie = TieBreak(70, ("B", "C"), "B", "lot")
    ward = contest(
        3, won("X", "con", 70), won("A", "con", 90), won("B", "con", 70), stood("Y", "lab", 70), stood("C", "lab", 70),
        tie_break=tie,
    )  # fmt: skip
    assert [brief(row)[1:3] for row in rows_of(ward)] == [("B", "C"), ("X", "Y")]


def test_a_pair_that_drew_is_a_lot_whatever_is_printed() -> None:
    # the added vote is in the figure, and the file does not say so
    tie = TieBreak(70, ("A", "B"), "A", "lot")
    (row,) = rows_of(contest(1, won("A", "con", 71), stood("B", "lab", 70), tie_break=tie))
    assert (row.margin, row.decided_by) == (1, "lot")


# -- thresholds --------------------------------------------------------------------------------------------

THREE = contest(
    1, won("A", "con", 500), stood("B", "lab", 490), stood("C", "ld", 400), stood("D", "green", 399),
    ballots=Ballots(valid=2000),
)  # fmt: skip
"""Margins 10, 100 and 101, of 2,000 papers: 0.5 %, 5 % and 5.05 %."""


@pytest.mark.parametrize(
    ("within", "within_pct", "expected"),
    [
        (WITHIN, None, [10, 100]),
        (None, None, [10, 100, 101]),
        (10, None, [10]),
        (9, None, []),
        (0, None, []),
        (ANY, None, [10, 100, 101]),
        (None, 5.0, [10, 100]),
        (None, 5.05, [10, 100, 101]),
        (None, 0.4, []),
        (100, 5.05, [10, 100]),  # both must hold
        (101, 0.5, [10]),
    ],
)
def test_thresholds(within: int | None, within_pct: float | None, expected: list[int]) -> None:
    assert WITHIN == 100
    assert close_seats(election(THREE)) == rows_of(THREE, WITHIN)
    assert [row.margin for row in rows_of(THREE, within, within_pct)] == expected


def test_unknown_papers_are_within_no_percentage_but_a_lot_is() -> None:
    unknown = contest(1, won("A", "con", 500), stood("B", "lab", 499), slug="unknown")
    level = contest(1, won("A", "con", 500), stood("B", "lab", 500), slug="level")
    town = election(unknown, level, THREE)
    found = close_seats(town, within=None, within_pct=1)
    assert [row.ward for row in found] == ["level", "ward"]
    assert [one.text(Slugs()) for one in found.remarks if not one.in_rows] == [
        "Level across the cut, and the ward file does not say how that was settled: level.",
        "Papers are unknown in 2 of 3 wards, which are not within a percentage of them unless the votes were level.",
    ]
    unopposed = election(contest(1, won("A", "con", None), status="unopposed"))
    assert close_seats(unopposed, within=None, within_pct=1).remarks == ()


# -- one party ---------------------------------------------------------------------------------------------

MIXED = election(
    contest(1, won("A", "con", 500), stood("B", "lab", 450), slug="abbey"),
    contest(1, won("C", "lab", 500), stood("D", "con", 490), slug="bridge"),
    contest(1, won("E", "lab", 500), stood("F", "con", 480), stood("G", "ld", 470), slug="castle"),
)


def test_targets_come_before_defences_each_closest_first() -> None:
    rows = close_seats(MIXED, party="con")
    assert [(row.ward, row.margin) for row in rows] == [("bridge", 10), ("castle", 20), ("abbey", 50)]
    rows = close_seats(MIXED, party="lab")
    assert [(row.ward, row.margin) for row in rows] == [("abbey", 50), ("bridge", 10), ("castle", 20), ("castle", 30)]
    targets, defences = targets_and_defences(rows, "lab")
    assert ([row.ward for row in targets], [row.ward for row in defences]) == (
        ["abbey"],
        ["bridge", "castle", "castle"],
    )
    assert close_seats(MIXED, party="green") == []


def test_between_two_independents_a_seat_is_there_once() -> None:
    rows = close_seats(election(contest(1, won("A", "ind", 90), stood("B", "ind", 80))), party="ind")
    assert len(rows) == 1
    assert targets_and_defences(rows, "ind") == (list(rows), [])


def test_targets_and_defences_of_barnet(shipped: Store) -> None:
    rows = close_seats(shipped.election("barnet-2018"), within=60, party="lab")
    assert [(row.ward, row.challenger_party, row.margin) for row in rows] == [
        ("high-barnet", "lab", 1),
        ("east-barnet", "lab", 30),
        ("west-hendon", "lab", 52),  # 2,130 - 2,078
        ("childs-hill", "con", 2),
        ("brunswick-park", "con", 7),
    ]
