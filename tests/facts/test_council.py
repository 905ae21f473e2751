"""Whose council it is, and when that cannot be said."""

from __future__ import annotations

from dataclasses import replace

import pytest
from analysis.builders import contest, election, stood, won

from wardcheck.facts.council import council_of
from wardcheck.model import Election, MissingContest
from wardcheck.store import Store

NORTH = contest(
    3, won("A", "con", 9), won("B", "con", 8), won("C", "lab", 7), stood("D", "lab", 6), slug="north", name="North"
)
SOUTH = contest(2, won("E", "con", 9), won("F", "ind", 8), stood("G", "ind", 7), slug="south", name="South")
TOWN = election(NORTH, SOUTH, kind="all", seats_total=5)


def test_control_is_more_than_half() -> None:
    council = council_of(TOWN)
    assert council.whole
    assert council.by_party == {"con": 3, "lab": 1, "ind": 1}
    assert (council.seats, council.threshold) == (5, 3)
    assert (council.controlled_by, council.majority_of("con")) == ("con", 1)


def test_half_is_no_control() -> None:
    two = election(contest(2, won("A", "con", 2), won("B", "lab", 1)), kind="all", seats_total=2)
    council = council_of(two)
    assert council.threshold == 2
    assert council.controlled_by is None
    assert council.majority_of("con") == 0


def test_independents_control_nothing_together() -> None:
    council = council_of(
        election(contest(3, won("A", "ind", 3), won("B", "ind", 2), won("C", "ind", 1)), kind="all", seats_total=3)
    )
    assert council.whole
    assert council.controlled_by is None


# -- not whole ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("incomplete", "missing"),
    [
        (replace(TOWN, seats_total=9), "the wards in the store have 5 of the council's 9 seats"),
        (replace(TOWN, seats_total=None), "election.yaml does not say how many seats the council has (seats_total)"),
        (
            replace(TOWN, seats_total=None, kind=None),
            "election.yaml does not say how many seats the council has (seats_total)",
        ),
        (
            replace(TOWN, kind="thirds", seats_total=None),
            "it elects by thirds, and election.yaml does not say who held the seats that were not up (continuing)",
        ),
        (
            replace(TOWN, kind="halves", seats_total=10),
            "it elects by halves, and election.yaml does not say who held the seats that were not up (continuing)",
        ),
        (
            replace(TOWN, kind="by-election", seats_total=10),
            "this was a by-election, and election.yaml does not say who held the seats that were not up (continuing)",
        ),
        (
            replace(TOWN, kind="thirds", seats_total=15, continuing={"lab": 6, "con": 3}),
            "5 seats up and 9 continuing are not the 15 of the council",
        ),
        (
            replace(TOWN, seats_total=None, contests=3, missing=(MissingContest("East", "a broken row", 3),)),
            "1 contest is not in the store (East)",
        ),
        (replace(TOWN, seats_total=8, contests=4), "2 contests are not in the store"),
        (
            election(NORTH, replace(SOUTH, candidates=(), status="countermanded"), kind="all", seats_total=5),
            "those declared elected are not as many as the seats (0 elected to 2 in South)",
        ),
    ],
)
def test_what_is_missing_is_said_and_control_is_not_judged(incomplete: Election, missing: str) -> None:
    council = council_of(incomplete)
    assert council.missing == missing
    assert not council.whole
    assert council.controlled_by is None
    assert (council.control, council.majority) == (None, None)


def test_more_than_half_is_control_whatever_is_missing() -> None:
    # 3 of 5 seats up and 5 of 9 continuing are 8 of 15; with the last seat for others it is 8 to 7
    council = council_of(replace(TOWN, kind="thirds", seats_total=15, continuing={"con": 5, "lab": 4}))
    assert not council.whole
    assert (council.control, council.majority) == ("con", 1)
    # without the size of the council nobody can know
    unknown = council_of(replace(TOWN, seats_total=None, missing=(MissingContest("East", "left out", 1),)))
    assert (unknown.control, unknown.majority, unknown.to_come) == (None, None, 1)


def test_seats_to_come() -> None:
    empty = replace(SOUTH, candidates=(), status="countermanded")
    assert council_of(election(NORTH, empty, kind="all", seats_total=5)).to_come == 2
    missing = MissingContest("East", "not declared", 3), MissingContest("West", "not declared", 1)
    assert council_of(replace(TOWN, seats_total=9, missing=missing)).to_come == 4
    assert council_of(replace(TOWN, seats_total=9, missing=(MissingContest("East", "?"),))).to_come is None
    assert council_of(replace(TOWN, seats_total=9, contests=3)).to_come is None
    assert council_of(TOWN).to_come == 0


@pytest.mark.parametrize(
    ("parties", "control", "majority"),
    [
        ("con con lab", "con", 1),
        ("con con lab lab", "noc", 0),
        ("con lab ld", "noc", -1),
        ("ind ind ind", "noc", -1),  # each a party of one: 1 to 2
        ("ind ind ind con", "noc", -2),
    ],
)
def test_majority_is_the_largest_party_less_all_others(parties: str, control: str, majority: int) -> None:
    built = [won(f"{p}{n}", p, 9 - n) for n, p in enumerate(parties.split())]
    council = council_of(election(contest(len(built), *built), kind="all", seats_total=len(built)))
    assert (council.control, council.majority) == (control, majority)


@pytest.mark.parametrize("total", [15, None])
def test_seats_that_were_not_up_count(total: int | None) -> None:
    council = council_of(replace(TOWN, kind="thirds", seats_total=total, continuing={"lab": 7, "con": 3}))
    assert council.whole
    assert council.up == {"con": 3, "lab": 1, "ind": 1}
    assert council.by_party == {"con": 6, "lab": 8, "ind": 1}
    assert (council.seats, council.threshold, council.controlled_by) == (15, 8, "lab")


# -- shipped -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("slug", "party", "has", "of", "majority"),
    [
        ("barnet-2014", "con", 32, 63, 1),  # the closest that there is: one seat fewer is no overall control
        ("barnet-2018", "con", 38, 63, 13),
        ("barnet-2022", "lab", 41, 63, 19),
        ("wandsworth-2018", "con", 33, 60, 6),
        ("hertsmere-2019", "con", 29, 39, 19),
    ],
)
def test_known_majorities(shipped: Store, slug: str, party: str, has: int, of: int, majority: int) -> None:
    council = council_of(shipped.election(slug))
    assert council.controlled_by == party
    assert (council.by_party[party], council.seats, council.majority_of(party)) == (has, of, majority)


def test_every_election_is_whole_or_says_why(shipped: Store) -> None:
    for found in shipped.elections():
        council = council_of(found)
        assert council.whole == (found.kind == "all" and not council.missing), found.slug
