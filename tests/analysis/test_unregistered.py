"""Parties that no register knows: one party within an election, and nobody's at another one."""

from __future__ import annotations

from dataclasses import replace

from analysis.builders import contest, election, stood, won
from wardcheck.analysis.change import change, change_by_ward
from wardcheck.analysis.close import close_seats
from wardcheck.analysis.seats import seats
from wardcheck.analysis.swing import swing
from wardcheck.model import Candidacy, Election, Ward

RES = {"party_name": "RES"}


def ward(con: int, *res: int) -> Ward:
    return contest(
        2,
        won("A", "con", con),
        won("B", "con", con - 1),
        *(replace(stood(f"R{n}", "x-res", votes), **RES) for n, votes in enumerate(res)),  # type: ignore[arg-type]
    )


BEFORE: Election = election(ward(60, 40, 30), slug="town-2014", kind="all", seats_total=2)
AFTER: Election = election(ward(70, 50), slug="town-2018", kind="all", seats_total=2)


def test_its_votes_are_not_compared_with_those_of_the_same_name() -> None:
    for rows in (change(BEFORE, AFTER, measure="sum"), change_by_ward(BEFORE, AFTER, measure="sum")):
        found = [(row.party, row.votes_from, row.votes_to, row.votes_change) for row in rows]
        # 60 + 59 to 70 + 69; the residents of 2018 have 50 and had nothing, those of 2014 had 70 and have nothing
        assert found == [("con", 119, 139, 20), ("x-res", 0, 50, 50), ("x-res", 70, 0, -70)]
        # and yet each is in the votes that shares are of: 139 of 189
        assert [round(row.share_to_pct or 0, 4) for row in rows] == [73.5450, 26.4550, 0]


def test_no_swing_to_it_or_from_it() -> None:
    assert {row.butler_pp for row in swing(BEFORE, AFTER, "con", "x-res")} == {None}


def test_no_seat_of_it_is_held() -> None:
    one = Candidacy("R", "x-res", 90, elected=True, party_name="RES")
    then, now = (replace(e, wards=(contest(1, one, stood("L", "lab", 5)),), seats_total=1) for e in (BEFORE, AFTER))
    (row,) = seats(now, then)
    assert (row.party, row.seats, row.seats_from, row.held, row.gained, row.lost, row.change) == (
        "x-res",
        1,
        *[None] * 5,
    )


def test_within_an_election_it_is_one_party() -> None:
    # two of one slate: the second needs both seats, 59 and 60
    found = [(row.seat, row.margin) for row in close_seats(BEFORE, party="x-res")]
    assert found == [(1, 59 - 40), (2, 60 - 30)]
