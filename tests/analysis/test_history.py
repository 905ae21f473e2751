"""Councils and wards over the years: by hand, against the pairs of ``facts.matched``, and counted in the raw files."""

from __future__ import annotations

import re
from datetime import date
from itertools import pairwise

import pytest
from conftest import REPOSITORY

from analysis.builders import contest, election, stood, won
from wardcheck.analysis.history import history, ward_history
from wardcheck.analysis.report import AnyReport, Slugs
from wardcheck.facts.matched import comparison
from wardcheck.model import Ballots
from wardcheck.model.council import Council, CouncilCode
from wardcheck.store import Store


def said(report: AnyReport) -> list[str]:
    return [remark.text(Slugs()) for remark in report.remarks]


OLD = election(
    contest(1, won("A", "con", 60), stood("B", "lab", 50), slug="mill", electorate=200, ballots=Ballots(at_count=111)),
    contest(2, won("C", "lab", 70), won("D", "con", 65), stood("E", "con", 64), slug="hill"),
    slug="town-2014",
    day=date(2014, 5, 22),
    kind="all",
)
MID = election(
    contest(1, won("A", "con", 60), stood("B", "lab", 40), slug="mill", gss="E1"),
    contest(2, won("C", "lab", 70), won("D", "con", 65), stood("E", "con", 64), slug="hill", gss="E2"),
    kind="all",
)
BY = election(
    contest(1, won("F", "ld", 30), stood("A", "con", 21), slug="old-mill", gss="E1"),
    slug="town-by-2019-01-10",
    day=date(2019, 1, 10),
    kind="by-election",
)
NEW = election(
    contest(1, won("F", "ld", 30), stood("A", "con", 21), slug="mill", gss="E1"),
    contest(1, won("C", "lab", None), slug="hill", gss="E9", status="unopposed"),
    slug="town-2022",
    day=date(2022, 5, 5),
    kind="all",
)


def test_a_council_by_hand() -> None:
    found = history(NEW, BY, OLD, MID)
    assert [(r.election, r.ward, r.party, r.seats, r.margin) for r in found] == [
        ("town-2014", None, "con", 2, None),  # A and D; of E, one vote short, nothing
        ("town-2014", None, "lab", 1, None),
        ("town-2018", None, "con", 2, None),
        ("town-2018", None, "lab", 1, None),
        ("town-by-2019-01-10", "old-mill", "ld", 1, 9),  # 30 - 21
        ("town-2022", None, "lab", 1, None),
        ("town-2022", None, "ld", 1, None),
    ]
    assert {r.turnout_pct for r in found} == {None}  # of 2014 one ward of two is known, and a part never speaks for all
    assert said(found) == []


def test_a_ward_by_its_code_and_through_a_change_of_name() -> None:
    found = ward_history("mill", OLD, MID, BY, NEW)
    assert [(r.election, r.ward, r.party, r.margin, r.same_ward) for r in found] == [
        ("town-2014", "mill", "con", 10, "name"),  # it has no code, and nothing between says that it was redrawn
        ("town-2018", "mill", "con", 20, "code"),
        ("town-by-2019-01-10", "old-mill", "ld", 9, "code"),
        ("town-2022", "mill", "ld", 9, "code"),
    ]
    assert found[0].turnout_pct == 55.5  # 111 papers at the count of 200 electors
    assert said(found) == []


def test_a_ward_that_was_redrawn_was_so_before_codes_too() -> None:
    found = ward_history("hill", OLD, MID, BY, NEW)
    assert [(r.election, r.party, r.seats, r.margin, r.same_ward) for r in found] == [
        ("town-2014", "con", 1, 1, "redrawn"),
        ("town-2014", "lab", 1, 1, "redrawn"),
        ("town-2018", "con", 1, 1, "redrawn"),
        ("town-2018", "lab", 1, 1, "redrawn"),
        ("town-2022", "lab", 1, None, "code"),
    ]
    assert said(found) == [
        "Redrawn: in town-2014 and town-2018 the ward of that name was another place than in town-2022."
    ]


def test_an_election_without_the_ward_is_named_and_a_by_election_is_not() -> None:
    after = election(contest(1, won("A", "con", 1), slug="vale", gss="E3"), slug="town-2026", day=date(2026, 5, 7))
    assert said(ward_history("vale", OLD, BY, after)) == ["No ward of that code or name was up in town-2014."]
    with pytest.raises(ValueError, match="no ward 'nowhere'"):
        ward_history("nowhere", OLD)


def test_a_ward_where_nobody_is_declared_elected_has_a_row() -> None:
    put_off = election(contest(1, stood("A", "con", None), slug="mill", status="countermanded"))
    (row,) = ward_history("mill", put_off)
    assert (row.party, row.seats, row.margin) == (None, 0, None)


def test_what_the_register_knows_is_said() -> None:
    council = Council(
        slug="town",
        name="Town",
        authority="district",
        region="south-east",
        codes=(CouncilCode("E07", until=date(2017, 3, 31)), CouncilCode("E08", since=date(2017, 4, 1))),
        since=date(2014, 4, 1),
        until=date(2023, 3, 31),
        became=("shire",),
        elects={2014: "all", 2015: "thirds", 2018: "all", 2022: "all"},
    )
    coded = (
        election(*OLD.wards, slug="town-2014", day=OLD.date, kind="all", council_gss="E07"),
        election(*MID.wards, kind="all", council_gss="E08"),
        NEW,
    )
    assert said(history(*coded, council=council, before=("east-town", "west-town"))) == [
        "Not in the store: the ordinary election of 2015.",
        "One council under several codes: E07 and E08.",
        "It took the place of east-town and west-town in 2014: see wardcheck history east-town.",
        "Its place was taken by shire in 2023: see wardcheck history shire.",
    ]


@pytest.mark.parametrize("council", ["barnet", "hackney"])
def test_neighbouring_elections_agree_with_the_pairs_of_other_commands(shipped: Store, council: str) -> None:
    elections = [shipped.election(slug) for slug in shipped.of_council(council) if "-by-" not in slug]
    for then, now in pairwise(elections):
        pairs = {after.slug: before.slug for before, after in comparison(then, now).same}
        for ward in now.wards:
            found = [row for row in ward_history(ward.slug, then, now) if row.election == then.slug]
            same = {row.ward for row in found if row.same_ward != "redrawn"}
            assert same == ({pairs[ward.slug]} if ward.slug in pairs else set())


def test_seats_are_those_of_the_raw_files(shipped: Store) -> None:
    found = history(*(shipped.election(slug) for slug in shipped.of_council("barnet")))
    for year in (2014, 2018, 2022):
        text = "".join(path.read_text("utf-8") for path in (REPOSITORY / f"results/barnet/{year}").glob("*.yaml"))
        for party in ("con", "lab"):
            elected = re.findall(rf"party: {party}, .*elected: true", text)
            assert [r.seats for r in found if (r.election, r.party) == (f"barnet-{year}", party)] == [len(elected)]
