"""Whether every contest of an election is there, and each once, by hand."""

from __future__ import annotations

from typing import Any

import pytest

from checks.builders import found, rules, stood, ward, won
from wardcheck.model import Candidacy, MissingContest, Ward

LACKS = "expected every contest, got 1 missing: Quay"
MILL, PARK = ward(won(9), stood(5)), ward(won(9), won(8), stood(5), slug="park")
QUAY = MissingContest("Quay", "no results yet", 3)
NOBODY_KNOWS = MissingContest("Quay", "no results yet")


def said(*wards: Ward, **facts: Any) -> list[tuple[str, str]]:
    return [(f.severity, f.message) for f in found(*wards, **facts) if f.rule == "incomplete"]


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ({"contests": 2}, []),
        ({"contests": 3}, [("error", "expected 3 contests, got 2 ward files and 0 missing")]),
        ({"contests": 1}, [("error", "expected 1 contest, got 2 ward files and 0 missing")]),
        ({"contests": 3, "missing": (QUAY,)}, [("warning", LACKS)]),
        ({"contests": 2, "missing": (QUAY,)},
         [("error", "expected 2 contests, got 2 ward files and 1 missing"),
          ("warning", LACKS)]),
        # 1 + 2 seats in the wards here
        ({"kind": "all", "seats_total": 3}, []),
        ({"kind": "all", "seats_total": 4},
         [("error", "expected 4 seats in the wards of a whole council, got 3 in 2 wards")]),
        ({"kind": "thirds", "seats_total": 4}, []),
        ({"kind": "all", "seats_total": 6, "missing": (QUAY,)},
         [("warning", LACKS)]),
        ({"kind": "all", "seats_total": 7, "missing": (QUAY,)},
         [("error", "expected 7 seats in the wards of a whole council, got 3 in 2 wards and 3 missing"),
          ("warning", LACKS)]),
        ({"kind": "all", "seats_total": 7, "missing": (NOBODY_KNOWS,)},
         [("warning", LACKS)]),
        ({"missing": (QUAY._replace(ward="PARK"),)},
         [("error", "expected PARK either in a file or missing, got both"),
          ("warning", "expected every contest, got 1 missing: PARK")]),
        # two papers in one ward on one day are two contests
        ({"kind": "by-election", "slug": "anytown-by-2022-05-05", "missing": (QUAY._replace(ward="Park"),)},
         [("warning", "expected every contest, got 1 missing: Park")]),
    ],
)  # fmt: skip
def test_incomplete(facts: dict[str, Any], expected: list[tuple[str, str]]) -> None:
    assert sorted(said(MILL, PARK, **facts)) == expected


def test_the_repeat_of_a_countermanded_poll_may_be_missing() -> None:
    off = ward(stood(None), stood(None, "ld"), seats=1, status="countermanded")
    assert [severity for severity, _ in said(off, missing=(QUAY._replace(ward="Mill"),))] == ["warning"]


def test_seats_that_were_worked_out_may_be_too_few() -> None:
    """One stood for two seats, and the source prints who was elected but no seats."""
    alone = ward(won(None), slug="quay", status="unopposed", derived={"seats": "number elected"})
    ((_, message),) = said(MILL, alone, kind="all", seats_total=3)
    assert message == (
        "expected 3 seats in the wards of a whole council, got 2 in 2 wards; those of 1 ward were worked out"
    )


def test_many_that_are_missing_are_counted() -> None:
    missing = tuple(MissingContest(f"Ward {letter}", "lost") for letter in "ABCDEFG")
    ((_, message),) = said(MILL, missing=missing)
    assert message == "expected every contest, got 7 missing: Ward A, Ward B, Ward C, Ward D, Ward E and 2 more"


def people(*names: str) -> tuple[Candidacy, ...]:
    return (won(9, name=names[0]), *(stood(5, name=name) for name in names[1:]))


PEOPLE = ("Ann Lee", "Bob Birch")
OTHERS = ("Cat Cedar", "Dan Date")


@pytest.mark.parametrize(
    ("name", "candidates", "expected"),
    [
        ("Park", people(*OTHERS), None),
        ("Sklemersdale East", people(*PEOPLE),
         ("candidates", "candidacies of its own, got those of Mill in mill.yaml")),
        ("Sklemersdale East", people("ann lee", "Bob\u00a0Birch"),
         ("candidates", "candidacies of its own, got those of Mill in mill.yaml")),
        ("Park", people("Ann Lee", "Bob Date"), None),
        ("MILL", people(*OTHERS), ("ward", "one file a ward, got MILL in mill.yaml too")),
        ("The Mill", people(*OTHERS), ("ward", "one file a ward, got The Mill in mill.yaml too")),
        ("Mi\u200cll", people(*OTHERS), ("ward", "one file a ward, got Mi\u200cll in mill.yaml too")),
        ("Mill", people(*PEOPLE), ("ward", "one file a ward, got Mill in mill.yaml too")),
        ("Mills", people(*OTHERS), None),
    ],
)  # fmt: skip
def test_one_ward_in_two_files(name: str, candidates: tuple[Candidacy, ...], expected: tuple[str, str] | None) -> None:
    first, second = ward(*people(*PEOPLE)), ward(*candidates, slug="park", name=name)
    twice = [f for f in found(first, second) if f.rule == "one-ward-two-files"]
    assert [(f.path, f.message) for f in twice] == (
        [] if expected is None else [("park.yaml", f"expected {expected[1]}")]
    )


def test_votes_that_differ_are_another_ward() -> None:
    """Two wards in which the same two names stand for the same parties are odd, but have counts of their own."""
    assert rules(ward(*people(*PEOPLE)), ward(won(10, name="Ann Lee"), stood(5, name="Bob Birch"), slug="park")) == []


def test_a_countermanded_poll_and_its_repeat_are_two_contests() -> None:
    off = ward(stood(None), stood(None, "ld"), seats=1, status="countermanded")
    again = ward(won(9), stood(5), slug="mill-again", name="Mill")
    assert rules(off, again) == []
    both = ward(won(7), stood(6))
    assert rules(both, again) == ["one-ward-two-files"]


def test_one_unopposed_candidate_of_a_common_name_is_no_sign() -> None:
    wards = [ward(won(None, name="Ann Lee"), slug=slug, status="unopposed") for slug in ("mill", "park")]
    assert rules(*wards) == []
