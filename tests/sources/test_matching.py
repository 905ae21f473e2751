"""One ward in two publications, and codes and ballot ids from tables of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from wardcheck.errors import DataError
from wardcheck.model import Candidacy, Conflict, Ward
from wardcheck.sources.codes import read_ballots, read_codes, with_ballot, with_code
from wardcheck.sources.matching import Entry, WardIndex, with_disagreements

WriteCsv = Callable[[Sequence[Sequence[object]]], Path]


def ward(name: str = "Hale", gss: str | None = "E05000001") -> Ward:
    return Ward(name.lower(), name, 1, (Candidacy("Ann Ash", "con", 9, True),), ("leap",), gss=gss)


def index(*entries: tuple[str, str, str | None]) -> WardIndex[str]:
    """Entries of council, ward and code, whose content is the two names."""
    return WardIndex([Entry(council, name, gss, f"{council}/{name}") for council, name, gss in entries])


def found(wards: WardIndex[str], name: str, gss: str | None, council: str = "town") -> str | None:
    entry = wards.find(council, ward(name, gss))
    return None if entry is None else entry.content


def test_by_name_within_the_council() -> None:
    wards = index(("Town", "Hale", None), ("City", "Hale", None))
    assert found(wards, "Hale", None) == "Town/Hale"
    assert found(wards, "Hale", None, "city") == "City/Hale"
    assert found(wards, "Hale", None, "village") is None


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("St. Mary's & the Park", "Saint Marys and Park"),
        ("Borough & Bankside", "Borough and Bankside"),
        ("Mill-Hill", "Mill Hill"),
        ("HALE", "Hale"),
        ("Llŷr", "Llyr"),
    ],
)
def test_two_spellings_of_one_name(one: str, other: str) -> None:
    assert found(index(("Town", one, None)), other, None) == f"Town/{one}"


def test_by_code_where_the_name_leads_nowhere() -> None:
    wards = index(("Town", "Hale Village", "E05000001"))
    assert found(wards, "Hale", "E05000001") == "Town/Hale Village"
    assert found(wards, "Hale", None) is None
    assert found(wards, "Hale", "E05000002") is None


def test_the_name_goes_before_the_code() -> None:
    # codes of neighbours get exchanged; names seldom do
    wards = index(("Town", "Hale", "E05000002"), ("Town", "Hendon", "E05000001"))
    assert found(wards, "Hale", "E05000001") == "Town/Hale"
    assert found(wards, "Hendon", "E05000002") == "Town/Hendon"


def test_exchanged_codes_become_conflicts() -> None:
    entry = Entry("Town", "Hale", "E05000002", "")
    assert with_disagreements(ward(), entry, "other").conflicts == (Conflict("gss", "E05000002", "other"),)


@pytest.mark.parametrize("name", ["Hale", "hale", "Halle"])
def test_a_slip_of_the_hand_is_no_conflict(name: str) -> None:
    assert with_disagreements(ward(), Entry("Town", name, "E05000001", ""), "other").conflicts == ()


def test_another_name_under_the_same_code_is_a_conflict() -> None:
    entry = Entry("Town", "Moxley", "E05000001", "")
    assert with_disagreements(ward(), entry, "other").conflicts == (Conflict("ward", "Moxley", "other"),)


def test_conflicts_are_added_to_those_there_are() -> None:
    first = Conflict("electorate", 5, "first")
    both = with_disagreements(replace(ward(), conflicts=(first,)), Entry("Town", "Hale", "E05000002", ""), "other")
    assert both.conflicts == (first, Conflict("gss", "E05000002", "other"))


def test_what_one_of_them_does_not_know_is_no_conflict() -> None:
    assert with_disagreements(ward(gss=None), Entry("Town", None, "E05000002", ""), "other").conflicts == ()
    assert with_disagreements(ward(), Entry("Town", "Hale", None, ""), "other").conflicts == ()


# -- codes --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "table",
    [
        [["LACD", "LANM", "WDCD", "WDNM"], ["E07000001", "Town", "E05000007", "Hale"]],
        [["ward_gss", "borough", "ward", "population"], ["E05000007", "Town", "Hale", 5]],
    ],
    ids=["lookup", "atlas"],
)
def test_a_code_by_name(write_csv: WriteCsv, table: list[list[object]]) -> None:
    codes = read_codes(write_csv(table)).wards
    assert with_code(ward(gss=None), "town", codes).gss == "E05000007"
    assert with_code(ward("Hendon", None), "town", codes).gss is None
    assert with_code(ward(gss=None), "city", codes).gss is None
    assert with_code(ward(), "town", codes).gss == "E05000001"  # it has one


def test_no_table_of_codes(write_csv: WriteCsv) -> None:
    with pytest.raises(DataError, match="1: header: expected the columns WDCD, LANM, WDNM, got none such"):
        read_codes(write_csv([["code", "name"], ["E05000007", "Hale"]]))


# -- ballot ids ---------------------------------------------------------------------------------------

BALLOTS = [["ballot_id", "gss_code"]]


def test_a_ballot_id_gives_the_ward_its_slug(write_csv: WriteCsv) -> None:
    ballots = read_ballots(
        write_csv([*BALLOTS, ["local.town.st-marys.2018-05-03", "E05000001"]]), date(2018, 5, 3)
    ).ordinary
    both = with_ballot(ward("Saint Mary's"), "town", ballots, "democracy-club-2018")
    assert (both.ballot, both.slug) == ("local.town.st-marys.2018-05-03", "st-marys")
    assert (both.conflicts, both.sources) == ((), ("leap", "democracy-club-2018"))


def test_a_ballot_id_of_a_by_election(write_csv: WriteCsv) -> None:
    path = write_csv([*BALLOTS, ["local.town.hale.by.2018-05-03", ""]])
    assert read_ballots(path, date(2018, 5, 3)).ordinary.find("town", ward()) is None
    ballots = read_ballots(path, date(2018, 5, 3)).by_elections
    both = with_ballot(ward(), "town", ballots, "democracy-club-2018")
    assert (both.ballot, both.slug) == ("local.town.hale.by.2018-05-03", "hale")


def test_a_ballot_id_with_another_code(write_csv: WriteCsv) -> None:
    ballots = read_ballots(
        write_csv([*BALLOTS, ["local.town.hale.2018-05-03", "E05000009"]]), date(2018, 5, 3)
    ).ordinary
    both = with_ballot(ward(), "town", ballots, "democracy-club-2018")
    assert (both.gss, both.conflicts) == ("E05000001", (Conflict("gss", "E05000009", "democracy-club-2018"),))


def test_no_ballot_id(write_csv: WriteCsv) -> None:
    rows = [["mayor.town.2018-05-03", ""], ["local.town.2018-05-03", ""], ["local.city.hale.2018-05-03", "E05000005"]]
    ballots = read_ballots(write_csv([*BALLOTS, *rows]), date(2018, 5, 3)).ordinary
    assert with_ballot(ward(), "town", ballots, "democracy-club-2018") == ward()
