"""The register of councils: reading it, finding a council in it, and what the shipped one says."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from conftest import MakeStore

from store.examples import make_store
from wardcheck.cli.main import run
from wardcheck.errors import DataError
from wardcheck.facts.matched import same_council
from wardcheck.model import Candidacy, Election, Source, Ward
from wardcheck.store import Store
from wardcheck.store.council_reader import read_councils
from wardcheck.store.councils import NO_COUNCILS, Councils

MAY_2014 = date(2014, 5, 22)
MAY_2018 = date(2018, 5, 3)
MAY_2019 = date(2019, 5, 2)
MAY_2022 = date(2022, 5, 5)
MAY_2024 = date(2024, 5, 2)


@pytest.fixture(scope="module")
def councils(shipped: Store) -> Councils:
    return shipped.councils


def election(council: str, code: str | None, day: date, slug: str = "some-council-2018") -> Election:
    return Election(slug=slug, council=council, date=day, sources={}, council_gss=code)


# -- the shipped register ---------------------------------------------------------------------------


def test_the_councils_of_two_years_are_as_many_as_there_were(councils: Councils) -> None:
    """The numbers of the statutory lists: 353 councils in 2018 and 317 in 2024, with the City of London."""
    then = Counter(c.authority for c in councils.values() if c.existed(MAY_2018))
    now = Counter(c.authority for c in councils.values() if c.existed(MAY_2024))
    assert then == {"district": 201, "unitary": 56, "metropolitan": 36, "london": 32, "county": 27}
    assert now == {"district": 164, "unitary": 63, "metropolitan": 36, "london": 32, "county": 21}


def test_kind_and_region_agree_with_what_a_code_says(councils: Councils) -> None:
    kinds = {"E06": "unitary", "E07": "district", "E08": "metropolitan", "E09": "london", "E10": "county"}
    for council in councils.values():
        assert {kinds[code.code[:3]] for code in council.codes} == {council.authority}
        assert (council.region == "london") == (council.authority == "london")
        assert (council.county is not None) == (council.authority == "district")
        if council.county is not None:
            assert councils[council.county].region == council.region, council.slug


def test_what_was_replaced_ends_the_day_before_its_successors_begin(councils: Councils) -> None:
    replaced = [council for council in councils.values() if council.until is not None]
    assert len(replaced) == 48  # in 2019: 16; 2020: 5; 2021: 8; 2023: 19
    for council in replaced:
        assert council.until is not None
        for slug in council.became:
            since = councils[slug].since
            assert since is not None
            assert (since - council.until).days == 1, council.slug


def test_predecessors(councils: Councils) -> None:
    assert set(councils.came_from("cumberland")) == {"allerdale", "carlisle", "copeland", "cumbria"}
    assert set(councils.came_from("bournemouth-christchurch-and-poole")) == {"bournemouth", "christchurch", "poole"}
    assert councils["northamptonshire"].became == ("north-northamptonshire", "west-northamptonshire")
    assert councils.came_from("leeds") == ()


@pytest.mark.parametrize(
    ("slug", "day", "seats"),
    [
        ("barnet", MAY_2014, 63),  # 21 wards of three
        ("bexley", MAY_2014, 63),
        ("bexley", MAY_2018, 45),  # new wards
        ("leeds", MAY_2019, 99),
        ("birmingham", date(2017, 5, 4), 120),
        ("birmingham", MAY_2018, 101),
        ("derby", date(2023, 5, 4), 51),
        ("cumbria", MAY_2019, 84),
        ("somerset-county", date(2017, 5, 4), 55),
        ("somerset", MAY_2022, 110),
    ],
)
def test_sizes(councils: Councils, slug: str, day: date, seats: int) -> None:
    size = councils[slug].size_on(day)
    assert size is not None
    assert size.seats == seats
    assert size.source in councils.sources


def test_a_size_that_no_source_tells_is_unknown(councils: Councils) -> None:
    assert (
        councils["doncaster"].size_on(MAY_2014) is None
    )  # elected whole in 2015, before the first list of councillors
    assert councils["derby"].size_on(date(2030, 5, 2)) is None
    assert councils["cumbria"].size_on(date(2023, 4, 1)) is None  # abolished


def test_an_election_of_the_whole_council_in_the_store_fills_its_seats(shipped: Store) -> None:
    """Seats of the ward files, added up, against the lists of councillors."""
    differ = {}
    compared = 0
    for slug in shipped.slugs:
        found = shipped.election(slug)
        if found.kind != "all" or found.missing:
            continue
        council = shipped.councils.of(found)
        assert council is not None, slug
        size = council.size_on(found.date)
        assert size is not None, slug
        compared += 1
        if size.seats != sum(ward.seats for ward in found.wards):
            differ[slug] = (size.seats, sum(ward.seats for ward in found.wards))
    assert compared >= 97
    assert differ == {"north-kesteven-2019": (43, 42)}  # a seat stayed vacant, or was filled and is not told


def test_every_election_of_the_store_finds_its_council_and_its_kind(shipped: Store) -> None:
    for slug in shipped.slugs:
        found = shipped.election(slug)
        council = shipped.councils.of(found)
        assert council is not None, slug
        assert slug.startswith(f"{council.slug}-")
        answer = shipped.councils.ordinary(council, found.date)
        expected = "no" if found.kind == "by-election" else found.kind
        assert answer.kind or answer.answer == expected, slug


def test_mayors_where_a_source_tells(councils: Councils) -> None:
    assert councils["hackney"].mayor_on(MAY_2018) is not None
    assert councils["hackney"].mayor_on(MAY_2014) is None  # unknown: no source here


# -- finding a council -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "day", "slug"),
    [
        ("Stevenage", None, "stevenage"),
        ("STEVENAGE BOROUGH COUNCIL", None, "stevenage"),
        ("Barking & Dagenham", None, "barking-and-dagenham"),
        ("Bristol, City Of", None, "bristol"),
        ("County Durham", None, "durham"),
        ("Lincoln", None, "city-of-lincoln"),
        ("City of Lincoln", None, "city-of-lincoln"),
        ("Kings Lynn & West Norfolk", None, "kings-lynn-and-west-norfolk"),
        ("St. Helens", None, "st-helens"),
        ("Shepway", None, "folkestone-and-hythe"),
        ("Dorset", date(2017, 5, 4), "dorset-county"),
        ("Dorset", MAY_2019, "dorset"),
        ("Dorset", None, "dorset"),
        ("Somerset", date(2021, 5, 6), "somerset-county"),
        ("Somerset", MAY_2022, "somerset"),  # elected a year before its first day
        ("North Yorkshire", MAY_2022, "north-yorkshire"),
        ("Cumberland", MAY_2022, "cumberland"),
        ("Atlantis", None, None),
        ("", None, None),
    ],
)
def test_by_name(councils: Councils, name: str, day: date | None, slug: str | None) -> None:
    found = councils.named(name, day)
    assert (found and found.slug) == slug


def test_by_code_old_and_new(councils: Councils) -> None:
    for old, new, slug in (
        ("E07000101", "E07000243", "stevenage"),
        ("E08000020", "E08000037", "gateshead"),
        ("E06000048", "E06000057", "northumberland"),
    ):
        one, other = councils.by_code(old), councils.by_code(new)
        assert one is not None
        assert one == other == councils[slug]
        assert one.code_on(MAY_2018) == new
        assert one.code_on(date(2011, 5, 5)) == old
    assert councils.by_code("E07999999") is None


def test_stevenage_is_stevenage_after_a_new_code(councils: Councils) -> None:
    old = election("Stevenage", "E07000101", MAY_2018)
    new = election("Stevenage", "E07000243", MAY_2022)
    without = election("stevenage", None, MAY_2022)
    by_slug = election("S'age", None, MAY_2022, "stevenage-2022")
    assert councils.same(old, new)
    assert councils.same(old, without)
    assert councils.same(by_slug, new)
    assert not councils.same(old, election("St Albans", "E07000240", MAY_2022))


def test_a_county_is_not_the_unitary_council_of_its_name(councils: Councils) -> None:
    county = election("Dorset", "E10000009", date(2017, 5, 4))
    assert not councils.same(county, election("Dorset", "E06000059", MAY_2019))
    assert not councils.same(election("Dorset", None, date(2017, 5, 4)), election("Dorset", None, MAY_2019))


def test_councils_that_are_in_no_register_are_compared_by_code_then_name() -> None:
    none = Councils(NO_COUNCILS, "")
    assert none.same(election("Milltown", "E07000901", MAY_2018), election("Elsewhere", "E07000901", MAY_2022))
    assert not none.same(election("Milltown", "E07000901", MAY_2018), election("Milltown", "E07000902", MAY_2022))
    assert none.same(election("Milltown", None, MAY_2018), election("MILLTOWN", "E07000902", MAY_2022))
    assert len(none) == 0


# -- ordinary elections --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("slug", "day", "answer", "kind"),
    [
        ("derby", MAY_2018, "yes", "thirds"),
        ("derby", date(2023, 5, 4), "yes", "all"),
        ("leeds", MAY_2018, "yes", "all"),
        ("leeds", MAY_2019, "yes", "thirds"),
        ("adur", MAY_2018, "yes", "halves"),
        ("kent", MAY_2018, "no", None),
        ("barnet", date(2016, 5, 5), "no", None),  # Underhill, a by-election that day
        ("barnet", date(2021, 5, 6), "no", None),
        ("barnet", date(2014, 6, 26), "unknown", None),  # Colindale was put off to that day
        ("barnet", date(2014, 10, 30), "no", None),
        ("barnet", date(2020, 5, 7), "no", None),  # polls of 2020 were put off by a year
        ("doncaster", date(2015, 5, 7), "unknown", None),
        ("derby", date(2026, 5, 7), "unknown", None),
        ("barnet", date(2026, 5, 7), "yes", "all"),
        ("barnet", date(2010, 5, 6), "unknown", None),
        ("atlantis", MAY_2018, "unknown", None),
    ],
)
def test_ordinary(councils: Councils, slug: str, day: date, answer: str, kind: str | None) -> None:
    assert councils.ordinary(slug, day) == (answer, kind)


# -- reading ---------------------------------------------------------------------------------------------


def test_every_council_alone_is_as_in_the_whole(shipped: Store) -> None:
    path = shipped.root / "councils.yaml"
    whole = read_councils(path.read_bytes(), str(path)).councils
    councils = Councils(path.read_bytes(), str(path))
    assert {slug: councils[slug] for slug in whole} == whole
    assert all(councils.by_code(code.code) == c for c in whole.values() for code in c.codes)
    assert "_file" not in vars(councils)  # the whole was not read for it
    assert list(councils) == list(whole)


def test_however_it_is_written() -> None:
    flow = b"""{ordinary_days: [2018-05-03], known_to: 2018, sources: {a: {title: A}}, councils: {milltown:
      {name: Milltown, codes: [{code: E06000999}], authority: unitary, region: london, nation: england,
      elects: {all: [2018]}}}}"""
    councils = Councils(flow, "councils.yaml")
    assert councils["milltown"].name == "Milltown"
    assert "milltown" in councils
    assert "milton" not in councils
    assert councils.by_code("E06000999") == councils["milltown"]
    assert councils.by_code("E06000998") is None
    found = councils.named("Milltown")
    assert found is not None
    assert found.elects == {2018: "all"}


def test_a_mistake_is_told_with_its_line_in_the_file(shipped: Store) -> None:
    data = (shipped.root / "councils.yaml").read_bytes().replace(b"code: E07000223", b"code: E0700022")
    line = data[: data.index(b"E0700022}")].count(b"\n") + 1
    with pytest.raises(DataError, match=f"^councils.yaml:{line}: councils.adur.code: expected E06"):
        Councils(data, "councils.yaml")["adur"]


def test_a_store_without_one_uses_the_one_of_the_program(tmp_path: Path, shipped: Store) -> None:
    store = Store(make_store(tmp_path / "store"))
    assert dict(store.councils) == dict(shipped.councils)


def test_a_store_with_one_uses_its_own(tmp_path: Path) -> None:
    root = make_store(tmp_path / "store")
    (root / "councils.yaml").write_bytes(NO_COUNCILS)
    assert not Store(root).councils


# -- what commands make of it --------------------------------------------------------------------------------


def test_change_compares_a_council_with_itself_after_a_new_code(
    make_store: MakeStore, capsys: pytest.CaptureFixture[str]
) -> None:
    """Stevenage had E07000101 in the files of 2018 and E07000243 in those of 2022: 60 of 100 votes, then 30."""
    polls = {"stevenage-2018": ("E07000101", MAY_2018, 60), "stevenage-2022": ("E07000243", MAY_2022, 30)}
    stevenage = [
        replace(
            election("Stevenage", code, day, slug),
            sources={"a": Source("a", "A")},
            wards=(
                Ward(
                    slug="bedwell",
                    name="Bedwell",
                    seats=1,
                    candidates=(Candidacy("A", "lab", votes, elected=votes > 50), Candidacy("B", "con", 100 - votes)),
                    sources=("a",),
                ),
            ),
        )
        for slug, (code, day, votes) in polls.items()
    ]
    root = make_store(*stevenage)
    argv = ["change", *polls, "--store", str(root), "-f", "csv", "--measure", "sum", "--party", "lab"]
    assert run([*argv, "--columns", "party,votes_from,votes_to"]) == 0
    assert capsys.readouterr().out.splitlines()[1] == "lab,60,30"


def test_a_change_across_two_councils_is_refused(make_store: MakeStore, capsys: pytest.CaptureFixture[str]) -> None:
    one = replace(election("Stevenage", "E07000101", MAY_2018, "stevenage-2018"), sources={"a": Source("a", "A")})
    other = replace(election("St Albans", "E07000240", MAY_2022, "st-albans-2022"), sources={"a": Source("a", "A")})
    assert run(["change", "stevenage-2018", "st-albans-2022", "--store", str(make_store(one, other))]) == 2
    assert "expected two elections of one council" in capsys.readouterr().err


def test_without_a_store_the_register_of_the_program_tells() -> None:
    old = election("Stevenage", "E07000101", MAY_2018)
    assert same_council(old, election("Stevenage", "E07000243", MAY_2022))
    assert same_council(old, replace(old, council="Elsewhere"))  # one code is one council
    assert not same_council(old, election("St Albans", "E07000240", MAY_2022))
