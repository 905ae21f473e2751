"""Totals of an election, the election before it, and what wards accept, by hand."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from checks.builders import election, found, lot, rules, stood, ward, won
from wardcheck.checks import CHECKS, check
from wardcheck.checks.accepted import acceptances
from wardcheck.model import Accepted, Ballots, Declared, Ward
from wardcheck.model.election import DeclaredFigure

TIE = lot(50, "A Ash", "B Birch", winner="A Ash", vote_added=True)
MILL = ward(won(60), stood(38), seats=1, electorate=300, ballots=Ballots(valid=98, rejected_total=2))
PARK = ward(
    *(won(51, name="A Ash"), stood(50, "con", "B Birch")),
    slug="park",
    electorate=200,
    tie_break=TIE,
    ballots=Ballots(valid=100, rejected_total=0),
)
QUAY = ward(won(None), won(None, "ind"), slug="quay", status="unopposed", electorate=250)


@pytest.mark.parametrize(
    ("figure", "party", "value", "holds"),
    [
        ("seats", "lab", 3, True),
        ("seats", "lab", 2, False),
        ("seats", "ld", 0, True),
        ("votes_sum", "lab", 110, True),
        ("votes_sum", "lab", 111, False),  # the vote that the lot added is no vote
        ("votes_top", "con", 88, True),
        ("votes_top", "con", 50, False),
        ("electorate", None, 750, True),
        ("electorate", None, 500, True),  # of the wards with a poll
        ("electorate", None, 700, False),
        ("ballots", None, 200, True),
        ("ballots", None, 198, True),  # the valid ones
        ("ballots", None, 199, False),
        ("turnout_pct", None, 40.0, True),
        ("turnout_pct", None, 39.6, True),
        ("turnout_pct", None, 39.8, False),
    ],
)
def test_declared(figure: DeclaredFigure, party: str | None, value: float, holds: bool) -> None:
    declared = (Declared(figure, value, "s", party),)
    assert rules(MILL, PARK, QUAY, declared=declared) == ([] if holds else ["declared-totals"])


def test_declared_says_both() -> None:
    (finding,) = found(MILL, PARK, declared=(Declared("turnout_pct", 39.8, "s"),))
    assert finding.message == (
        "turnout_pct: expected 39.8 as s declares, got 40 (at the count) or 39.6 (valid) from the wards"
    )
    assert (finding.path, finding.line) == ("election.yaml", 9)


@pytest.mark.parametrize("figure", ["electorate", "ballots", "turnout_pct"])
def test_declared_is_left_alone_where_a_ward_lacks_the_figure(figure: DeclaredFigure) -> None:
    assert rules(MILL, ward(won(9), stood(5), slug="park"), declared=(Declared(figure, 7, "s"),)) == []


@pytest.mark.parametrize("figure", ["votes_sum", "votes_top"])
def test_declared_votes_are_left_alone_where_some_are_unknown(figure: DeclaredFigure) -> None:
    unknown = ward(won(9), stood(None), slug="park")
    assert rules(MILL, unknown, declared=(Declared(figure, 7, "s", "lab"),)) == []


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ({"kind": "all", "seats_total": 2}, []),
        ({"kind": "all", "seats_total": 3}, ["incomplete"]),
        ({"kind": "all", "seats_total": 1}, ["seats-total"]),
        ({"kind": "thirds", "seats_total": 3}, []),
        ({"kind": "thirds", "seats_total": 1}, ["seats-total"]),
        ({"seats_total": 3}, []),
        ({"kind": "thirds", "seats_total": 6, "continuing": {"lab": 3, "con": 1}}, []),
        ({"kind": "thirds", "seats_total": 6, "continuing": {"lab": 3}}, ["continuing-adds-up"]),
        ({"kind": "thirds", "continuing": {"lab": 3}}, []),
    ],
)
def test_seats_of_the_council(facts: dict[str, Any], expected: list[str]) -> None:
    assert rules(MILL, PARK, **facts) == expected


def before(*wards: Ward, day: date = date(2018, 5, 3), **facts: Any) -> Any:
    return election(*wards, **{"slug": "anytown-2018", "day": day, **facts})


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ({}, []),
        ({"day": date(2022, 5, 5)}, ["previous-election"]),
        ({"kind": "by-election"}, ["previous-election"]),
        ({"council_gss": "E06000001", "organisation": "anytown-old"}, []),  # one council by its name
    ],
)
def test_previous(facts: dict[str, Any], expected: list[str]) -> None:
    ours = {"organisation": "anytown", "council_gss": "E06000002", "previous": "anytown-2018"}
    assert rules(MILL, before=[before(MILL, **facts)], **ours) == expected


def test_previous_of_another_council() -> None:
    other = replace(before(MILL), council="Othertown")
    assert rules(MILL, before=[other], previous="anytown-2018") == ["previous-election"]
    same = replace(other, council_gss="E06000001")
    assert rules(MILL, before=[same], previous="anytown-2018", council_gss="E06000001") == []


def test_previous_that_is_not_there() -> None:
    assert rules(MILL, previous="anytown-2018") == ["previous-election"]


def coded(**codes: str) -> list[Ward]:
    return [ward(won(9), stood(5), slug=slug, gss=f"E0500000{code}") for slug, code in codes.items()]


@pytest.mark.parametrize(
    ("then", "now", "expected"),
    [
        ({"mill": "1", "park": "2", "quay": "3"}, {"mill": "1", "park": "2", "quay": "3"}, []),
        ({"mill": "1", "park": "2", "quay": "3"}, {"mill": "1", "park": "2", "dock": "3"}, ["gss-keeps-name"]),
        ({"mill": "1", "park": "2", "quay": "3"}, {"mill": "2", "park": "1", "quay": "3"}, ["gss-keeps-name"] * 2),
        ({"mill": "1", "park": "2", "quay": "3"}, {"mill": "0", "park": "2", "quay": "3"}, ["name-keeps-gss"]),
        ({"mill": "1", "park": "2", "quay": "3"}, {"mill": "4", "park": "2", "quay": "3"}, []),  # redrawn alone
        ({"mill": "1", "park": "2", "quay": "3"}, {"mill": "4", "park": "5", "quay": "3"}, []),  # redrawn
        ({}, {"mill": "4", "park": "5"}, []),
    ],
)
def test_wards_and_codes_over_time(then: dict[str, str], now: dict[str, str], expected: list[str]) -> None:
    assert rules(*coded(**now), before=[before(*coded(**then))], previous="anytown-2018") == expected


@pytest.mark.parametrize(
    ("then", "now", "told"),
    [
        ("Etching Hill and Heath", "Etchingh Hill And Heath", False),  # a slip of one source, as the next two
        ("St James's", "St. James", False),
        ("Whitehill, Bordon and Lindford", "Bordon Whitehill And Lindford", False),
        ("Hertford All Saints", "All Saints", True),
        ("Bethnal Green", "Bethnal Green East", True),
        ("North Watford", "Callowland Leggatts/North", True),
        ("St Mark's", "St Paul's", True),
        ("Town", "Dock", True),
    ],
)
def test_spellings_of_a_place_are_one_name(then: str, now: str, told: bool) -> None:
    old, new = (ward(won(9), stood(5), slug="mill", name=name, gss="E05000001") for name in (then, now))
    found = rules(replace(new, slug="quay"), before=[before(old)], previous="anytown-2018")
    assert found == (["gss-keeps-name"] if told else [])


def test_a_spelling_that_is_another_wards_name_is_that_ward() -> None:
    names = (("a", "Hill Topp", "E05000001"), ("b", "Hill Top", "E05000002"))
    old = [ward(won(9), stood(5), slug=slug, name=name, gss=code) for slug, name, code in names]
    new = ward(won(9), stood(5), slug="b", name="Hill Top", gss="E05000001")
    assert rules(new, before=[before(*old)], previous="anytown-2018") == ["gss-keeps-name"]


def test_codes_unknown_at_one_of_the_elections() -> None:
    assert rules(*coded(mill="1"), before=[before(MILL)], previous="anytown-2018") == []
    assert rules(MILL, before=[before(*coded(mill="1"))], previous="anytown-2018") == []


# -- acceptance ------------------------------------------------------------------------------------------


def accepting(*names: str, **facts: Any) -> Ward:
    return ward(won(9), stood(10), accepted=tuple(Accepted(name, "so declared") for name in names), **facts)


def test_what_is_accepted_is_not_found() -> None:
    assert rules(accepting("elected-outvote")) == []


def test_acceptance_is_for_one_rule_and_one_ward() -> None:
    other = ward(won(9), stood(10), slug="park")
    assert [(f.path, f.rule) for f in found(accepting("elected-outvote"), other)] == [("park.yaml", "elected-outvote")]
    assert rules(accepting("elected-outvote", electorate=0)) == ["zero-for-unknown"]


def test_a_rule_of_the_election_is_accepted_in_the_ward_that_it_points_at() -> None:
    one = ward(won(9), stood(5), slug="park", gss="E05000001")
    two = ward(won(9), stood(5), slug="quay", gss="E05000001", accepted=(Accepted("gss-once", "so printed"),))
    assert rules(one, two) == []


def test_an_election_accepts_what_is_found_in_its_own_file() -> None:
    # one seat of nine in a ward, and nobody can say where the other eight are
    short: dict[str, Any] = {"kind": "all", "seats_total": 9}
    asked = "expected 9 seats in the wards of a whole council, got 1 in 1 ward"
    assert [(f.path, f.message) for f in found(MILL, **short)] == [("election.yaml", asked)]
    assert found(MILL, **short, accepted=(Accepted("incomplete", "as printed"),)) == []
    # not what is found in the file of a ward
    outvoted = ward(won(9), stood(10))
    accepted = (Accepted("incomplete", "as printed"), Accepted("elected-outvote", "so declared"))
    left = found(outvoted, **short, accepted=accepted)
    assert [(f.path, f.rule) for f in left] == [
        ("election.yaml", "accepted-needed"),
        ("mill.yaml", "elected-outvote"),
    ]


def test_an_election_that_accepts_what_is_no_longer_so() -> None:
    lines = {"declared": 9, "accepted": 12}
    (stale,) = found(MILL, kind="all", seats_total=1, accepted=(Accepted("incomplete", "as printed"),), lines=lines)
    assert (stale.path, stale.line, stale.rule) == ("election.yaml", 12, "accepted-needed")
    assert stale.message == "expected something to accept, got nothing found by incomplete; leave the entry out"


def test_a_reference_to_another_election_can_be_accepted() -> None:
    unknown: dict[str, Any] = {"previous": "anytown-1974"}
    assert rules(MILL, **unknown) == ["previous-election"]
    assert rules(MILL, **unknown, accepted=(Accepted("previous-election", "not in this store"),)) == []


@pytest.mark.parametrize(
    ("names", "said"),
    [
        (["elected-outvot"], "expected a rule that can be accepted, got elected-outvot"),
        (["accepted-needed"], "expected a rule that can be accepted, got accepted-needed"),
        (["seats-filled"], "expected something to accept, got nothing found by seats-filled"),
        (["elected-outvote"] * 2, "expected each rule once, got elected-outvote again"),
    ],
)
def test_acceptance_that_is_not_needed(names: list[str], said: str) -> None:
    messages = [f.message for f in found(accepting(*names)) if f.rule == "accepted-needed"]
    assert [message.partition(";")[0] for message in messages] == [said]


def test_acceptance_of_a_rule_that_did_not_run_is_not_judged() -> None:
    chosen = [rule for rule in CHECKS if rule.name in ("elected-outvote", "accepted-needed")]
    assert check(election(accepting("seats-filled", "elected-outvote")), rules=chosen) == []


def test_acceptances_are_listed() -> None:
    (entry,) = acceptances(election(accepting("elected-outvote"), MILL))
    assert (entry.path, entry.line, entry.rule, entry.reason) == ("mill.yaml", 6, "elected-outvote", "so declared")
