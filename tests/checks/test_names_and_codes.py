"""Names, codes, ids, conflicts and dates by hand."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from checks.builders import found, rules, stood, ward, won
from wardcheck.model import Candidacy, Conflict


@pytest.mark.parametrize(
    "name",
    [
        "Kumail Jaffer (ELECTED)", "Dan Ozarow (not elected)", "Ann Lee*", "Ann  Lee", " Ann Lee", "Ann Lee ",
        "Ann Lee,", "Lee, Ann -", "Ann Lee 2", "Ann Lee Labour Party Candidate", "Ann Lee (Labour Party",
        "Se&aacute;n Newman", "Chris I?Anson", "Paul O`Connor", "ANN LEE-SMITH", "Patrick ADAMS",
        "NULL", "Ann Lee†", "Ann\u00a0Lee", "Independent Candidate", "Ann Lee #",
    ],
)  # fmt: skip
def test_debris(name: str) -> None:
    assert rules(ward(won(9, name=name), stood(5))) == ["name-debris"]
    assert rules(ward(won(9), stood(5), name=name)) == ["name-debris"]


@pytest.mark.parametrize(
    "name",
    [
        "Ann Lee", "Przemek de Skuba", "Ann O'Neil", "Ann O’Neil", "J.P. Floru", "AJ Smith", "Robert (Bob) Smith",
        'William "Bill" Smith', "Siân Berry", "Zoë Łukasz", "Ann Lee-Smith", "Mark Courtney‐Massey", "Ann Lee Jr.",
        "Party Green", "Labour Smith", "St. Mary's & Trinity", "BJK Lee", "ŵyn Ŷ",
    ],
)  # fmt: skip
def test_names_that_are_names(name: str) -> None:
    assert rules(ward(won(9, name=name), stood(5), name=name)) == []


def test_the_same_name_twice() -> None:
    assert rules(ward(won(9, "lab", "Ann Lee"), stood(5, "lab", "ann lee"), stood(2))) == [
        "candidate-once", "slate-within-seats"
    ]  # fmt: skip
    assert rules(ward(won(9, "lab", "Ann Lee"), stood(5, "con", "Ann Lee"))) == ["namesakes"]
    (finding,) = found(ward(won(9, "lab", "Ann Lee"), stood(5, "con", "Ann Lee")))
    assert (finding.line, finding.severity) == (12, "warning")


@pytest.mark.parametrize(
    ("first", "again", "expected"),
    [
        (won(9, "lab", "Ann Lee"), won(8, "lab", "Ann Lee"), ["candidate-once"]),
        (won(9, "lab", "Ann Lee"), won(9, "lab", "Ann\u00a0Lee"), ["candidate-once", "name-debris"]),
        (won(9, "lab", "Ann Lee"), won(8, "lab", "Ann L\u200cee"), ["candidate-once", "name-debris"]),
        (won(9, "lab", "Zo\u00eb Lee"), won(8, "lab", "Zoe\u0308 Lee"), ["candidate-once"]),
        # every independent is a party of one
        (won(9, "ind", "Ann Lee"), won(8, "ind", "Ann Lee"), ["namesakes"]),
        (won(9, "ind", "Ann Lee"), won(9, "ind", "Ann Lee"), ["namesakes"]),
        # in a handbook, two people
        (won(9, "lab", "Smith, J."), won(8, "lab", "Smith, J."), []),
        (won(9, "lab", "Smith J"), won(8, "con", "Smith J"), []),
        (won(9, "lab", "J. R. Smith"), won(8, "lab", "J. R. Smith"), []),
        (won(9, "ind", "de Souza M."), won(8, "ind", "de Souza M."), []),
        # unless it is a row twice
        (won(9, "lab", "Smith, J."), won(9, "lab", "Smith, J."), ["candidate-once"]),
        (won(9, "lab", "Smith, J."), won(9, "con", "Smith, J."), ["namesakes"]),
        # given names are written out
        (won(9, "lab", "Jo Smith"), won(8, "lab", "Jo Smith"), ["candidate-once"]),
        (won(9, "lab", "J. Ann Smith"), won(8, "lab", "J. Ann Smith"), ["candidate-once"]),
    ],
)
def test_two_of_one_name(first: Candidacy, again: Candidacy, expected: list[str]) -> None:
    assert rules(ward(first, again, stood(5, "green"))) == expected


@pytest.mark.parametrize("name", ["Westward Ho!", "Haverfordwest: Castle", "Bideford East and Westward Ho!"])
def test_marks_that_belong_to_a_place(name: str) -> None:
    assert rules(ward(won(9), stood(5), name=name)) == []
    assert rules(ward(won(9, name=name), stood(5))) == ["name-debris"]


@pytest.mark.parametrize("name", ["Hill!!", "!Hill", "Hill:", ": Hill", "Hill:Castle", "Hill :Castle", "Ho ! Hill"])
def test_marks_that_do_not(name: str) -> None:
    assert rules(ward(won(9), stood(5), name=name)) == ["name-debris"]


@pytest.mark.parametrize("words", ["(By-Election)", "by-election", "(byelection)", "By Election", "BY-ELECTIONS"])
def test_a_ward_is_not_named_by_its_by_election(words: str) -> None:
    (finding,) = found(ward(won(9), stood(5), name=f"Hill {words}"))
    assert (finding.rule, finding.message) == (
        "name-debris", f'expected the name of a ward alone, got "Hill {words}" with "{words}"'
    )  # fmt: skip


def test_a_ward_may_be_called_election() -> None:
    assert rules(ward(won(9), stood(5), name="Election Field")) == []


@pytest.mark.parametrize("unseen", ["\u200c", "\u2060", "\u00ad", "\u3164", "\u2003"])
def test_what_nobody_sees_in_a_name_is_named(unseen: str) -> None:
    what = "looks like a blank" if unseen in "\u3164\u2003" else "nobody sees"
    (finding,) = found(ward(won(9, name=f"Ann {unseen}Lee"), stood(5)))
    code = f"{ord(unseen):04X}"
    shown = "\\xad" if code == "00AD" else f"\\u{code.lower()}"
    assert finding.message == (f'expected the name of a person alone, got "Ann {shown}Lee" with U+{code}, which {what}')


@pytest.mark.parametrize(
    ("gss", "council", "expected"),
    [
        ("E05000001", "E09000003", []),
        ("E05000001", None, []),
        ("E0500001", None, ["ward-gss-form"]),
        ("E050000011", None, ["ward-gss-form"]),
        ("e05000001", None, ["ward-gss-form"]),
        ("W05000001", None, []),
        ("W05000001", "W06000001", []),
        ("W05000001", "E09000003", ["ward-gss-form"]),
        ("E05000001", "W06000001", ["ward-gss-form"]),
        ("S13000001", None, ["ward-gss-form"]),
        ("W0500001", "W06000001", ["ward-gss-form"]),
        ("W05000001", "W07000001", ["council-gss-form"]),
        ("E09000003", None, ["ward-gss-form"]),
        ("E58000100", "E10000003", []),
        ("E58000100", "E09000003", ["ward-gss-form"]),
        ("E58000100", None, []),
        ("E5800010", "E10000003", ["ward-gss-form"]),
        ("E5800010", None, ["ward-gss-form"]),
        ("E05000001", "S12000042", ["council-gss-form"]),
        ("E05000001", "E0900003", ["council-gss-form"]),
    ],
)
def test_gss(gss: str, council: str | None, expected: list[str]) -> None:
    assert rules(ward(won(9), stood(5), gss=gss), council_gss=council) == expected


def test_one_code_for_two_wards() -> None:
    wards = [ward(won(9), stood(5), slug=slug, gss="E05000001") for slug in ("mill", "park")]
    (finding,) = found(*wards)
    assert (finding.rule, finding.path, finding.line) == ("gss-once", "park.yaml", 7)


@pytest.mark.parametrize(
    ("ballot", "facts", "count"),
    [
        ("local.anytown.mill.2022-05-05", {}, 0),
        ("local.anytown.mill.2022-05-05", {"kind": "all"}, 0),
        ("local.anytown.mill.by.2022-05-05", {}, 0),
        ("local.anytown.mill.by.2022-05-05", {"kind": "all"}, 1),
        ("local.anytown.mill.by.2022-05-05", {"kind": "by-election", "slug": "anytown-by-2022-05-05"}, 0),
        ("local.anytown.mill.2022-05-05", {"kind": "by-election", "slug": "anytown-by-2022-05-05"}, 1),
        ("local.othertown.mill.2022-05-05", {}, 1),
        ("local.anytown.mill.2022-05-05", {"organisation": None}, 0),
        ("local.othertown.mill.2022-05-05", {"organisation": None}, 1),
        ("local.anytown.milk.2022-05-05", {}, 1),
        ("local.anytown.mill.2022-05-06", {}, 1),
        ("local.othertown.milk.2018-05-05", {}, 3),
        ("local.anytown.mill", {}, 1),
        ("parl.anytown.mill.2022-05-05", {}, 1),
        ("local.Anytown.mill.2022-05-05", {}, 1),
    ],
)
def test_ballot_ids(ballot: str, facts: dict[str, Any], count: int) -> None:
    one = ward(won(9), stood(5), ballot=ballot)
    assert rules(one, **{"organisation": "anytown", **facts}) == ["ballot-id"] * count


@pytest.mark.parametrize("day", ["2022-05-05", "2022-06-09"])
def test_a_poll_put_off_has_either_day_in_its_id(day: str) -> None:
    assert rules(ward(won(9), stood(5), ballot=f"local.anytown.mill.{day}", date=date(2022, 6, 9))) == []


@pytest.mark.parametrize(
    ("conflict", "expected"),
    [
        (Conflict("votes", 10, "s", "Ada Ash"), []),
        (Conflict("votes", 9, "s", "Ada Ash"), ["conflict-differs"]),
        (Conflict("electorate", 800, "s"), ["conflict-differs"]),
        (Conflict("electorate", 801, "s"), []),
        (Conflict("ballots.at_count", 15, "s"), []),
        (Conflict("ward", "Mill", "s"), ["conflict-differs"]),
        (Conflict("weather", "fair", "s"), []),
    ],
)
def test_conflicts(conflict: Conflict, expected: list[str]) -> None:
    assert rules(ward(won(9), stood(5), electorate=800, conflicts=(conflict,))) == expected


@pytest.mark.parametrize(
    ("slug", "facts", "expected"),
    [
        ("anytown-2022", {"kind": "all", "organisation": "anytown"}, []),
        ("anytown-2021", {}, ["folder-name"]),
        ("anytown-by-2022-05-05", {}, []),
        ("anytown-by-2022-05-05", {"kind": "thirds"}, ["folder-name"]),
        ("anytown-2022", {"kind": "by-election"}, ["folder-name"]),
        ("anytown-by-2022-05-12", {}, ["folder-name"]),
        ("anytown-2022", {"organisation": "othertown"}, ["folder-name"]),
        ("anytown-2022", {"day": date(2022, 5, 4)}, ["polling-day"]),
    ],
)
def test_dates(slug: str, facts: dict[str, Any], expected: list[str]) -> None:
    assert rules(ward(won(9), stood(5)), slug=slug, **facts) == expected


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2022, 5, 6), []),
        (date(2022, 7, 4), []),
        (date(2022, 7, 5), ["ward-date"]),
        (date(2022, 5, 5), ["ward-date"]),
        (date(2022, 4, 28), ["ward-date"]),
    ],
)
def test_a_ward_with_a_day_of_its_own(day: date, expected: list[str]) -> None:
    assert rules(ward(won(9), stood(5), date=day)) == expected
