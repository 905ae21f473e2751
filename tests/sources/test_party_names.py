"""Names of parties as sources print them."""

from __future__ import annotations

from datetime import date

import pytest
from conftest import MakeStore

from wardcheck.cli.main import run
from wardcheck.model import Candidacy, Election, Party, Source, Ward
from wardcheck.sources.party_names import PartyNames, party_key
from wardcheck.store import Store
from wardcheck.store.slugs import is_slug

GREEN = Party("green", "Green Party", "Green", "#02A95B", aliases={"leap": ("Grn",)})
TOWN = Party(
    "town-first", "Town & Country First", "Town 1st", "#808080", aliases={"leap-2021": ("TF",), "gla": ("T1",)}
)
TENDRING = Party("tendring-first", "Tendring First", "Tendring 1", "#808080", aliases={"leap": ("TF",)})
ELECTION_DAY = date(2018, 5, 3)
REGISTER = {party.slug: party for party in (GREEN, TOWN, TENDRING)}


@pytest.mark.parametrize(
    "name",
    [
        "Grn",
        "GRN",
        "Green Party",
        "green party",
        "The Green Party Candidate",
        "Green Party (The)",
        " Green  Party ",
        "Green\u200b Party",
    ],
)
def test_spellings_of_one_party(name: str) -> None:
    assert PartyNames(REGISTER, "leap")[name] is GREEN


@pytest.mark.parametrize("name", ["Green", "Greens", "Grn2", "Green Party (Scotland)", "Candidate", "The"])
def test_nothing_is_guessed(name: str) -> None:
    found = PartyNames(REGISTER, "leap")[name]
    assert found.slug.startswith("x-")
    assert found.name == name


def test_a_code_that_means_something_else_in_one_year() -> None:
    assert PartyNames(REGISTER, "leap", 2019)["TF"] is TENDRING
    assert PartyNames(REGISTER, "leap", 2021)["TF"] is TOWN
    assert PartyNames(REGISTER, "leap", 2021)["Town and Country First"] is TOWN


def test_a_code_of_another_source_is_no_code_of_this_one() -> None:
    assert PartyNames(REGISTER, "leap")["T1"].slug == "x-t1"
    assert PartyNames(REGISTER, "gla")["T1"] is TOWN


@pytest.mark.parametrize(
    ("printed", "slug"),
    [
        ("RES", "x-res"),
        ("L'Parti d’É", "x-lparti-de"),
        ("日本", "x-unnamed"),
        ("", "x-not-printed"),
        ("x" * 300, "x-" + "x" * 98),
    ],
)
def test_the_slug_of_a_party_that_is_kept_as_printed(printed: str, slug: str) -> None:
    found = PartyNames({}, "leap")[printed]
    assert found.slug == slug
    assert is_slug(found.slug)


def test_no_spelling_of_the_shipped_register_leads_to_two_parties(shipped: Store) -> None:
    """Also when case, "The" and "Candidate" are set aside; the full names are spellings of every source."""
    parties = shipped.parties.values()
    sources = {source for party in parties for source in party.aliases}
    for source in sources:
        owners = {party_key(party.name): party.slug for party in parties}
        assert len(owners) == len(parties)
        for party in parties:
            for name in party.aliases.get(source, ()):
                assert owners.setdefault(party_key(name), party.slug) == party.slug, (source, name)


def test_every_spelling_of_the_shipped_register_is_found(shipped: Store) -> None:
    for party in shipped.parties.values():
        for source, names in party.aliases.items():
            base, _, year = source.rpartition("-")
            key = (base, int(year)) if year.isdigit() else (source, 2014)
            assert all(PartyNames(shipped.parties, *key)[name] is party for name in names), party


@pytest.mark.parametrize(
    ("source", "year", "name", "slug"),
    [
        ("leap", 2017, "PC", "plaid-cymru"),
        ("democracy-club", 2022, "Plaid Cymru - The Party of Wales", "plaid-cymru"),
        ("commons-library", 2021, "MF", "mexborough-first"),  # Doncaster
        ("leap", 2019, "MF", "middlewich-first"),  # Cheshire East
        ("commons-library", 2022, "FREE", "freedom-alliance"),
        ("commons-library", 2024, "FREE", "freedom-party"),  # so the handbook's own key
        ("commons-library", 2021, "AND IND", "andover-independents"),
        ("commons-library", 2024, "ITW", "independents-tunbridge-wells"),
        ("commons-library", 2024, "IRTW", "independents-for-royal-tunbridge-wells"),
        ("commons-library", 2024, "T & P Res", "tattenham-and-preston-residents-association"),
        ("commons-library", 2022, "RES", "x-res"),
        ("commons-library", 2025, "Conservative and Unionist Party", "con"),
        ("commons-library", 2025, "Labour and Co-operative Party", "lab"),
        ("commons-library", 2024, "B and D IND", "basingstoke-and-deane-independents"),
        ("gla", 2026, "Newham Independents Party Candidate", "newham-independents-party"),
        ("gla", 2026, "Reform Uk", "reform"),
        ("leap", 2016, "Yorks1st", "yorkshire-party"),
    ],
)
def test_names_of_the_published_files(shipped: Store, source: str, year: int, name: str, slug: str) -> None:
    assert PartyNames(shipped.parties, source, year)[name].slug == slug


def ward(*candidates: Candidacy) -> Ward:
    return Ward("mill", "Mill", 2, candidates, ("declaration",))


ANN = Candidacy("Ann Archer", "x-mill-residents", 200, elected=True, party_name="Mill Residents")
BOB = Candidacy("Bob Baker", "x-mill-residents", 190, elected=True, party_name="Mill Residents")
CY = Candidacy("Cy Cooper", "con", 150)


def test_such_a_party_is_one_party_within_its_election() -> None:
    assert ANN.same_party(BOB)
    assert not ANN.same_party(CY)


def test_it_is_printed_by_its_name(make_store: MakeStore, capsys: pytest.CaptureFixture[str]) -> None:
    election = Election(
        slug="town-2018",
        council="Town",
        date=ELECTION_DAY,
        sources={"declaration": Source("declaration", "Declaration")},
        wards=(ward(ANN, BOB, CY),),
    )
    root = make_store(election)
    assert run(["ward", "town-2018", "mill", "--store", str(root), "-f", "table"]) == 0
    shown = capsys.readouterr().out
    assert "Mill Residents" in shown
    assert "x-mill" not in shown
    assert (
        run(["export", "town-2018", "--store", str(root), "-f", "csv", "--columns", "candidate,party,party_name"]) == 0
    )
    assert capsys.readouterr().out.splitlines()[1:] == [
        "Ann Archer,x-mill-residents,Mill Residents",
        "Bob Baker,x-mill-residents,Mill Residents",
        "Cy Cooper,con,Conservative",
    ]
    assert run(["check", "town-2018", "--store", str(root), "--rule", "party-unregistered"]) == 1
    assert (
        'party-unregistered: expected a party of parties.yaml, got "Mill Residents" as printed'
        in capsys.readouterr().out
    )
