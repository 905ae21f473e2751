"""Elections by region, year and kind, and names as people write them, against names of folders and the raw register."""

from __future__ import annotations

from contextlib import redirect_stderr, redirect_stdout, suppress
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
import yaml
from analysis.builders import contest, election, stood, won
from conftest import MakeStore
from hypothesis import given
from hypothesis import strategies as st

from wardcheck.cli.main import run
from wardcheck.cli.options import Which
from wardcheck.cli.regions import PLACES, place
from wardcheck.cli.which import slugs_of
from wardcheck.errors import NotFoundError, WardcheckError
from wardcheck.model.council import Council
from wardcheck.store import Store, open_store
from wardcheck.store.named_elections import meant
from wardcheck.store.names import slug_of


@pytest.fixture(scope="session")
def raw(repository: Path) -> dict[str, dict[str, Any]]:
    """The register of councils as any reader of YAML has it."""
    text = (repository / "results" / "councils.yaml").read_text(encoding="utf-8")
    councils: dict[str, dict[str, Any]] = yaml.load(text, Loader=yaml.CSafeLoader)["councils"]
    return councils


@pytest.fixture(scope="session")
def folders(repository: Path) -> list[tuple[str, str]]:
    """Council and year or day of each election, by a walk of the folders."""
    return sorted((p.parent.parent.name, p.parent.name) for p in (repository / "results").glob("*/*/election.yaml"))


@pytest.mark.parametrize("region", [*PLACES, "within:kent", "within:hertfordshire"])
@pytest.mark.parametrize("years", [(), (2018,), (2014, 2022)])
@pytest.mark.parametrize("kind", [None, "by-election", "both"])
def test_against_folders_and_the_raw_register(
    region: str,
    years: tuple[int, ...],
    kind: Any,
    raw: dict[str, dict[str, Any]],
    folders: list[tuple[str, str]],
    shipped: Store,
) -> None:
    def wanted(council: str, part: str) -> bool:
        entry = raw[council]
        county = region.removeprefix("within:")
        lies = region in (entry["region"], entry["authority"]) or county in (council, entry.get("county"))
        year = int(part[3:7] if part.startswith("by-") else part[:4])
        by = part.startswith("by-")
        return lies and year in (years or (year,)) and (kind == "both" or by == (kind == "by-election"))

    expected = [f"{council}-{part}" for council, part in folders if wanted(council, part)]
    which = Which(region=[region], year=[*years], kind=kind)
    if expected:
        assert sorted(slugs_of(which, shipped)) == sorted(expected)
    else:
        with pytest.raises(NotFoundError, match=r"^no "):
            slugs_of(which, shipped)


def test_london_is_its_32_boroughs(shipped: Store) -> None:
    assert len(slugs_of(Which(region=["london"], year=[2018]), shipped)) == 32
    assert len(slugs_of(Which(region=["london", "metropolitan"], year=[2018]), shipped)) >= 32


ELECTIONS = (
    election(slug="town-2014"),
    election(slug="town-2018"),
    election(slug="town-by-2016-06-02"),
    election(slug="kingston-upon-hull-2018", council="Kingston upon Hull"),
    election(slug="barnet-2018", council="Barnet"),
    election(slug="barnet-2022", council="Barnet"),
    election(slug="lake-by-2019-01-10", council="Lake"),
)


@pytest.fixture
def store(make_store: MakeStore) -> Path:
    return make_store(*ELECTIONS)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["town"], ["town-2018"]),
        (["TOWN"], ["town-2018"]),
        (["Town 2014"], ["town-2014"]),
        (["Kingston upon Hull"], ["kingston-upon-hull-2018"]),
        (["Hull City Council 2018"], ["kingston-upon-hull-2018"]),
        (["Hull 2018"], ["kingston-upon-hull-2018"]),
        (["E09000003"], ["barnet-2022"]),
        (["Barnet", "town"], ["barnet-2022", "town-2018"]),
        (["TOWN-*"], ["town-2014", "town-2018", "town-by-2016-06-02"]),
        # a filter of what is named; a council is then all of its elections that the options let through
        (["town", "--year", "2014"], ["town-2014"]),
        (["town", "--kind", "ordinary"], ["town-2014", "town-2018"]),
        (["town", "--kind", "by-election"], ["town-by-2016-06-02"]),
        (["*", "--year", "2018", "--region", "london"], ["barnet-2018"]),
        # alone they select, and mean ordinary elections unless told otherwise
        (["--year", "2014", "--year", "2016"], ["town-2014"]),
        (["--year", "2016", "--kind", "by-election"], ["town-by-2016-06-02"]),
        (["--year", "2018", "--kind", "both"], ["barnet-2018", "kingston-upon-hull-2018", "town-2018"]),
        (["--kind", "by-election"], ["lake-by-2019-01-10", "town-by-2016-06-02"]),
        (["--region", "Yorkshire"], ["kingston-upon-hull-2018"]),
        (["--region", "Yorkshire and the Humber", "--region", "LONDON"], None),
        (["--all", "--region", "unitary"], ["kingston-upon-hull-2018"]),
    ],
)
def test_named(words: list[str], expected: list[str] | None, store: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["elections", *words, "--store", str(store), "--columns", "election", "--no-header"]) == 0
    found = capsys.readouterr().out.split()
    assert sorted(found) == sorted(expected or ["barnet-2018", "barnet-2022", "kingston-upon-hull-2018"])


def test_within_a_county_are_its_council_and_its_districts_and_no_unitary_one(make_store: MakeStore) -> None:
    opened = open_store(make_store(*(election(slug=f"{one}-2015") for one in ("kent", "ashford", "medway", "barnet"))))
    assert slugs_of(Which(region=["Within:Kent"]), opened) == ["ashford-2015", "kent-2015"]
    assert slugs_of(Which(region=["within:kent", "unitary"]), opened) == ["ashford-2015", "kent-2015", "medway-2015"]


def test_a_council_is_its_latest_election_which_is_said(store: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["margins", "town", "--store", str(store), "-f", "table"]) == 0
    said = capsys.readouterr().err
    assert said == (
        "wardcheck: town: town-2018 is its latest ordinary election; the store also has town-2014 and 1 by-election\n"
    )


@pytest.mark.parametrize(
    ("argv", "message"),
    [
        (["elections", "--region", "yorkshir"], "--region: no region 'yorkshir'; nearest: yorkshire-and-the-humber"),
        (["elections", "--region", "east"], "--region: 'east' may be east-midlands or east-of-england"),
        (["elections", "--region", "kent"], "--region: no region 'kent'; for the county: within:kent"),
        (["elections", "--region", "within:knt"], "--region: no county 'knt' with districts; nearest: kent"),
        (["elections", "--region", "qqqq"], "--region: no region 'qqqq'; there are east-midlands, "),
        (["elections", "--region", ""], "--region: no region ''; there are "),
        (["elections", "--year", "2017"], "no ordinary election in 2017; there are some in 2014, 2018 and 2022"),
        (["elections", "town-by-*", "--year", "2016"], "no ordinary election in 2016 among those named; by-elections"),
        (["elections", "town", "--region", "london"], "no ordinary election of london among those named; "),
        (["elections", "Kingston"], "no election 'Kingston'; nearest: kingston-upon-hull"),
        (["elections", "Barnt"], "no election 'Barnt'; nearest: barnet"),
        (["elections", "Kingstone on Hull"], "no election 'Kingstone on Hull'; nearest: kingston-upon-hull"),
        (["elections", "Town 2041"], "no election 'Town 2041'; nearest: town-2018, town-2014"),
        (["elections", "qqqqq"], "no election 'qqqqq'; the store has barnet-2018, "),
        (["margins", "lake"], "no ordinary election of lake; the store has lake-by-2019-01-10"),
        (
            ["whatif", "town-*", "--between", "con,lab"],
            "expected one election, got the pattern 'town-*', which stands for town-2014, town-2018",
        ),
        (["seats", "barnet-2022", "--from", "barnet"], "expected one election to compare with, got 'barnet', which"),
        (["change", "barnet", "barnet-2022"], "expected one election to compare with, got 'barnet', which has barnet-"),
        (
            ["turnout", "--all", "--from", "town-2014"],
            "--from: expected one election to compare with town-2014, got --all",
        ),
    ],
)
def test_what_is_not_there(argv: list[str], message: str, store: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run([*argv, "--store", str(store)]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.splitlines()[-1].startswith(f"wardcheck: {message}")


def test_a_council_that_the_register_lacks_is_left_out_of_a_region_and_named(
    store: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["elections", "--region", "london", "--store", str(store)]) == 0
    assert "--region: 2 elections left out" in capsys.readouterr().err


def test_a_region_reads_no_ward(store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened = open_store(store)
    monkeypatch.setattr(Store, "_election", lambda *_: pytest.fail("an election was read with its wards"))
    assert slugs_of(Which(region=["london"]), opened) == ["barnet-2018", "barnet-2022"]


HALE = contest(1, won("A", "con", 9), stood("B", "lab", 8), slug="hale", name="Hale", gss="E05000001")
HIGH = contest(1, won("A", "con", 9), stood("B", "lab", 8), slug="high-barnet", name="High Barnet", gss="E05000056")
ST = contest(1, won("A", "con", 9), stood("B", "lab", 8), slug="st-marys", name="St Mary's", gss="E05000057")


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["High Barnet"], ["high-barnet"]),
        (["HIGH-BARNET"], ["high-barnet"]),
        (["e05000056"], ["high-barnet"]),
        (["St. Mary’s"], ["st-marys"]),
        (["hale", "E05000057"], ["hale", "st-marys"]),
    ],
)
def test_wards(
    words: list[str], expected: list[str], make_store: MakeStore, capsys: pytest.CaptureFixture[str]
) -> None:
    store = str(make_store(election(HALE, HIGH, ST, slug="town-2014"), election(HALE, HIGH, ST, slug="town-2018")))
    options = [part for word in words for part in ("--ward", word)]
    for command in ("margins", "turnout", "close", "councillors", "export", "parties"):
        line = [command, "town-2018", *options, "--columns", "ward", "--no-header", "--store", store]
        assert run(line) == 0
        assert sorted(set(capsys.readouterr().out.split())) == expected, command
    change = ["change", "town-2014", "town-2018", *options, "--columns", "ward", "--no-header", "--store", store]
    assert run(change) == 0
    assert sorted(set(capsys.readouterr().out.split())) == expected
    if len(words) == 1:
        assert run(["ward", "town-2018", *words, "--store", store]) == 0


_WORDS = st.one_of(
    st.text(max_size=40),
    st.sampled_from(
        ["barnet", "within:", "within:kent", "E09000003", "*", "[", "barnet-20??", "Barnet 2018", "london"]
    ),
    st.builds(lambda a, b: f"{a}-{b}", st.sampled_from(["barnet", "Hull", ""]), st.text(max_size=10)),
)


@given(_WORDS, _WORDS)
def test_any_word_leads_to_elections_or_to_one_line(shipped: Store, word: str, region: str) -> None:
    with suppress(WardcheckError):
        slugs = meant(word, shipped).slugs
        assert slugs
        assert set(slugs) <= set(shipped.slugs)
    with suppress(WardcheckError):
        lies = place(region, shipped.councils)
        assert {type(lies(council)) for council in shipped.councils.values()} == {bool}


@given(st.sampled_from(["barnet", "kingston-upon-thames"]), st.randoms(use_true_random=False))
def test_case_and_hyphens_do_not_count(shipped: Store, slug: str, chance: Any) -> None:
    word = "".join(
        c.upper() if chance.random() < 0.5 else c for c in slug.replace("-", chance.choice([" ", "-", "  "]))
    )
    assert slug_of(word) == slug
    assert meant(word, shipped) == meant(slug, shipped)


_ANY = st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), max_size=20)


@given(_ANY, st.sampled_from(["--ward", "--party", "--region", "--year", "--where", "--sort", "--columns", "--kind"]))
def test_whatever_an_option_is_given_it_is_an_answer_or_exit_2(word: str, option: str) -> None:
    """An exception that is no message would come out of ``run``."""
    results = str(Path(__file__).resolve().parents[2] / "results")
    with redirect_stdout(StringIO()), redirect_stderr(StringIO()) as said:
        code = run(["close", "barnet-2018", f"{option}={word}", "--store", results, "-f", "tsv"])
    assert code in (0, 2)
    lines = said.getvalue().splitlines()
    own = code == 2 and not lines[0].startswith("Usage")
    assert not own or len(lines) == (3 if len(lines) > 1 and lines[-1].strip() == "^" else 1)


def test_every_council_of_the_register_is_of_one_region_and_one_type(shipped: Store) -> None:
    def places(council: Council) -> set[str]:
        return {word for word in PLACES if place(word, shipped.councils)(council)}

    assert {len(places(c) - {"london"}) + 2 * ("london" in places(c)) for c in shipped.councils.values()} == {2}
