"""Parties that no register knows: one party within an election, and nobody's at another one."""

from __future__ import annotations

from dataclasses import replace

import pytest
from conftest import MakeStore

from analysis.builders import contest, election, stood, won
from wardcheck.analysis.change import change
from wardcheck.analysis.change_by_ward import change_by_ward
from wardcheck.analysis.close import close_seats
from wardcheck.analysis.seats import seats
from wardcheck.analysis.swing import swing
from wardcheck.cli.main import run
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
    found = [(r.party, r.seats, r.seats_from, r.held, r.gained, r.lost, r.change) for r in seats(now, then)]
    assert found == [("x-res", 1, 0, 0, 1, 0, 1), ("x-res", 0, 1, 0, 0, 1, -1)]
    assert sum(row.seats_from or 0 for row in seats(now, then)) == 1


def test_the_table_has_a_line_for_each_of_the_two(capsys: pytest.CaptureFixture[str], make_store: MakeStore) -> None:
    folder = str(make_store(BEFORE, replace(AFTER, previous="town-2014")))
    assert run(["change", "town-2018", "--store", folder, "--measure", "all", "-f", "table"]) == 0
    lines = [line.split() for line in capsys.readouterr().out.splitlines() if line.lstrip().startswith("RES")]
    # 0 to 1 candidate and 50 votes by each measure; 2 to 0 and 70, 40, 35 and 35 votes
    assert [line[1:8] for line in lines] == [
        ["0", "→", "1", "+50", "+50", "+50", "+25"],
        ["2", "→", "0", "-70", "-40", "-35", "-35"],
    ]


def test_within_an_election_it_is_one_party() -> None:
    # two of one slate: the second needs both seats, 59 and 60
    found = [(row.seat, row.margin) for row in close_seats(BEFORE, party="x-res")]
    assert found == [(1, 59 - 40), (2, 60 - 30)]
