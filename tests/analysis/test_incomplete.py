"""An election that lacks contests: what is there is shown, and no figure passes for the whole."""

from __future__ import annotations

from dataclasses import replace

import pytest

from analysis.builders import contest, election, stood, won
from wardcheck.analysis.change import change
from wardcheck.analysis.close import close_seats
from wardcheck.analysis.control import control
from wardcheck.analysis.margins import margins
from wardcheck.analysis.report import Slugs
from wardcheck.analysis.seats import seats
from wardcheck.analysis.swing import swing
from wardcheck.analysis.ties import ties
from wardcheck.analysis.turnout import turnout
from wardcheck.analysis.turnout_change import turnout_change
from wardcheck.facts.accounted import poll_in_part
from wardcheck.model import Ballots, Election, MissingContest


def town(slug: str, **known: object) -> Election:
    wards = [
        contest(
            2, won("A", "con", 60), won("B", "con", 50), stood("C", "lab", 40), slug=ward,
            electorate=300, ballots=Ballots(at_count=90, valid=88, rejected_total=2),
        )
        for ward in ("abbey", "bridge")
    ]  # fmt: skip
    return election(*wards, slug=slug, **{"kind": "all", "seats_total": 6, **known})


BEFORE = town("town-2014", seats_total=4)
LACKING = town("town-2018", contests=3, missing=(MissingContest("Castle", "line 4 has no votes", 2),))
SAID = "1 contest of town-2018 is not in the store, nor in any figure: Castle."


def test_the_two_wards_are_a_majority_of_what_is_there_and_of_the_council() -> None:
    # 4 of 6 seats: whatever Castle brings, the Conservatives have more than half; 4 to 2
    (row,) = seats(LACKING)
    assert (row.seats, row.up, row.council, row.council_size, row.to_come) == (4, 4, 4, 6, 2)
    assert (row.control, row.majority, row.complete) == ("con", 2, False)


@pytest.mark.parametrize("size", [None, 8, 9])
def test_otherwise_control_is_not_told(size: int | None) -> None:
    # 4 of 8 or of 9 are not more than half, and of an unknown number nobody can say
    (row,) = seats(replace(LACKING, seats_total=size))
    assert (row.control, row.majority, row.complete) == (None, None, False)


def test_control_has_no_answer() -> None:
    found = control(LACKING)
    assert (list(found), found.answered) == ([], False)
    assert [one.text(Slugs()) for one in found.remarks] == [
        "town-2018: control cannot be judged: 1 contest is not in the store (Castle)."
    ]


@pytest.mark.parametrize(
    "report",
    [
        margins(LACKING),
        close_seats(LACKING),
        ties(LACKING),
        turnout(LACKING),
        change(BEFORE, LACKING),
        swing(BEFORE, LACKING, "con", "lab"),
        turnout_change(BEFORE, LACKING),
    ],
    ids=["margins", "close", "ties", "turnout", "change", "swing", "turnout --from"],
)
def test_every_report_names_what_is_not_in_it(report: object) -> None:
    assert SAID in [one.text(Slugs()) for one in report.remarks]  # type: ignore[attr-defined]


def test_totals_of_a_part_have_no_turnout() -> None:
    (of_margins,), (of_turnout,) = margins(LACKING).totals, turnout(LACKING).totals
    assert (of_margins.seats, of_margins.electorate, of_margins.ballots, of_margins.turnout_pct) == (4, *[None] * 3)
    assert (of_turnout.wards, of_turnout.electorate, of_turnout.turnout_pct) == (2, None, None)
    assert (of_turnout.turnout_min_pct, of_turnout.turnout_max_pct) == (None, None)
    whole = replace(LACKING, contests=2, missing=())
    # 180 papers of 600 electors
    assert (turnout(whole).totals[0].turnout_pct, margins(whole).totals[0].turnout_pct) == (30, 30)


def test_the_row_of_all_says_that_it_is_of_some() -> None:
    found = turnout_change(BEFORE, LACKING)
    assert not found.totals.whole
    assert turnout_change(BEFORE, replace(LACKING, contests=2, missing=())).totals.whole


def test_it_is_no_whole_council() -> None:
    assert poll_in_part(LACKING) == "1 contest of town-2018 is not in the store"
    assert poll_in_part(replace(LACKING, contests=4, missing=())) == "2 contests of town-2018 are not in the store"
