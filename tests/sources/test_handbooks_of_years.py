"""The handbooks of four years: each has names of columns of its own, and means something of its own by some."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import pytest
from conftest import MakeStore

from sources.workbooks import workbook
from wardcheck.cli.main import run
from wardcheck.errors import DataError
from wardcheck.model import Election
from wardcheck.sources.handbook import HANDBOOK
from wardcheck.store import open_store

Sheet = Sequence[Sequence[object]]
DAY = "2021-05-06"

CANDIDATES: Mapping[int, Sequence[object]] = {
    2021: (
        *("County code", "County name", "Local authority code", "Local authority name", "Ward/ED code", "Ward/ED name"),
        *("Candidate name", "Votes", "Elected", "Party name"),
    ),
    2022: (
        *("COUNTYNAME", "Local authority code", "Local authority name", "Ward code", "Ward name", "Vacancies"),
        *("Candidate name", "Votes", "Elected", "Party name"),
    ),
    2024: (
        *("Local authority code ", "ONS local authority code", "Local authority name", "Ward code", "Ward name "),
        *("Vacancies", "Name", "Votes", "Elected", "Party name"),
    ),
    2025: (
        *("Ward/ County Electoral District name", "ONS ward code", "Upper tier authority", "Lower tier authority"),
        *("Candidate name", "Party name", "Seats contested", "Votes cast", "Elected"),
    ),
}
ROWS: Mapping[int, Sequence[object]] = {
    2021: (None, None, "E07000001", "Town & Green", "E05000001", "Hale & Park", "Ash A.", 90, 1, "LAB"),
    2022: ("Shire", "E07000001", "Town & Green", "E05000001", "Hale & Park", 2, "Ash A.", 90, 1, "LAB"),
    2024: (3801, "E07000001", "Town & Green", "E05000001", "Hale & Park", 2, "Ash, A.", 90, 1, "LAB"),
    2025: ("Hale & Park", "E05000001", "Town & Green", "Town & Green", "Ann Ash", "Labour Party", 2, 90, True),
}
WARDS_2021: Sheet = [
    ("Local election results by ward, 2021",),
    ("Local authority code", "Local authority name", "Ward/ED code", "Ward/ED name", "Vacancies", "Electorate"),
    ("E07000001", "Town & Green", "E05000001", "Hale & Park", 2, 5000),
]
every_year = pytest.mark.parametrize("year", CANDIDATES)


def book(folder: Path, year: int, *rows: Sequence[object], wards: Sheet | None = None) -> Path:
    """A handbook with a title above each header."""
    sheets: dict[str, Sheet] = {"Notes": [("Notes",)], "Candidates": [(f"Results, {year}",), CANDIDATES[year], *rows]}
    if year == 2021:
        sheets["Wards"] = wards or WARDS_2021
    file = folder / f"{year}.xlsx"
    file.write_bytes(workbook(sheets))
    return file


@every_year
def test_one_candidacy(tmp_path: Path, year: int) -> None:
    (row,) = HANDBOOK.read(book(tmp_path, year, ROWS[year])).rows
    assert (row.council, row.ward, row.ward_gss) == ("Town and Green", "Hale and Park", "E05000001")
    assert (row.votes, row.elected, row.seats) == (90, True, 2)
    assert row.candidate == {2024: "Ash, A.", 2025: "Ann Ash"}.get(year, "Ash A.")
    assert row.council_gss == (None if year == 2025 else "E07000001")


@every_year
def test_columns_in_another_order_and_in_other_capitals(tmp_path: Path, year: int) -> None:
    plain = HANDBOOK.read(book(tmp_path, year, ROWS[year])).rows
    order = list(range(len(CANDIDATES[year])))
    order = order[year % 7 :] + order[: year % 7][::-1]
    header = [str(CANDIDATES[year][n]).upper() for n in order]
    sheets: dict[str, Sheet] = {"Wards": WARDS_2021, "C": [[], ["Title"], header, [ROWS[year][n] for n in order]]}
    file = tmp_path / "other.xlsx"
    file.write_bytes(workbook(sheets))
    (row,) = HANDBOOK.read(file).rows
    assert row._replace(line=3) == plain[0]


@every_year
def test_a_needed_column_that_is_missing_is_named(tmp_path: Path, year: int) -> None:
    for at, name in enumerate(CANDIDATES[year]):
        if str(name).strip() in {"COUNTYNAME", "Lower tier authority"} or (year == 2024 and at == 0):
            continue  # not needed
        cells = [[c for n, c in enumerate(row) if n != at] for row in (CANDIDATES[year], ROWS[year])]
        file = tmp_path / f"{at}.xlsx"
        file.write_bytes(workbook({"Wards": WARDS_2021, "C": cells}))
        with pytest.raises(DataError) as caught:
            HANDBOOK.read(file)
        said = str(caught.value)
        if (year, name) in ((2024, "ONS local authority code"), (2024, "Name")):
            # as near to 2022, which has the same columns but for these two
            assert f", or of handbook 2024 without {name} (" in said or ", or of handbook 2022 without " in said
        else:
            assert f"(handbook {year}, the nearest; other layouts are handbook 20" in said
            assert f", got one without {str(name).strip()} (" in said


def test_a_misspelt_column_is_suggested(tmp_path: Path) -> None:
    header = ["Vote" if name == "Votes" else name for name in CANDIDATES[2022]]
    file = tmp_path / "misspelt.xlsx"
    file.write_bytes(workbook({"C": [header, ROWS[2022]]}))
    with pytest.raises(DataError, match=r"got one without Votes \(COUNTYNAME, .*; nearest: Vote for Votes$"):
        HANDBOOK.read(file)


# -- 2021: seats stand on the sheet of wards, divisions under the district they lie in ---------------------


def division(name: str, votes: int, elected: int, code: str = "E58000001") -> Sequence[object]:
    return ("E10000001", "Shire", "E07000001", "Town & Green", code, "Hale & Park", name, votes, elected, "LAB")


def test_a_division_is_one_of_its_county(tmp_path: Path) -> None:
    ward, div = HANDBOOK.read(book(tmp_path, 2021, ROWS[2021], division("Birch B.", 80, 1))).rows
    assert (ward.council, ward.council_gss, ward.ward_gss) == ("Town and Green", "E07000001", "E05000001")
    assert (div.council, div.council_gss, div.ward_gss) == ("Shire", "E10000001", "E58000001")
    assert div.ward == ward.ward  # two contests of one name


def test_a_division_without_a_county_is_told(tmp_path: Path) -> None:
    found = HANDBOOK.read(book(tmp_path, 2021, (None, None, *division("Birch B.", 80, 1)[2:])))
    (bad,) = found.unusable
    assert bad.problem.message == "County name: expected that of the division Hale & Park, got nothing"


def ward_rows(*seats: object) -> Sheet:
    return [
        *WARDS_2021[:2],
        *(("E07000001", "Town", "E05000001", "Hale & Park", number, 5000) for number in seats),
    ]


@pytest.mark.parametrize("seats", [("NA",), (None,), (), (1, 2)], ids=str)
def test_seats_that_the_wards_sheet_does_not_tell_are_unknown(tmp_path: Path, seats: Sequence[object]) -> None:
    (row,) = HANDBOOK.read(book(tmp_path, 2021, ROWS[2021], wards=ward_rows(*seats))).rows
    assert row.seats is None


def test_seats_that_are_no_number_are_told(tmp_path: Path) -> None:
    (bad,) = HANDBOOK.read(book(tmp_path, 2021, ROWS[2021], wards=ward_rows("two"))).unusable
    assert bad.problem.message == "Vacancies: expected a whole number, got 'two'"


# -- whole imports ----------------------------------------------------------------------------------------

Do = Callable[..., Election]


@pytest.fixture
def imported(make_store: MakeStore, capsys: pytest.CaptureFixture[str]) -> Do:
    """Import a handbook, which finds its layout by itself; gives an election."""

    def do(file: Path, slug: str, *options: str) -> Election:
        store = make_store()
        assert run(["import", str(file), "--date", DAY, "--store", str(store), *options]) == 0
        assert f"{file}: read as handbook {file.stem}, by its columns" in capsys.readouterr().err
        return open_store(store).election(slug)

    return do


def test_wards_and_divisions_are_elections_of_two_councils(tmp_path: Path, imported: Do) -> None:
    rows = [ROWS[2021], (*ROWS[2021][:6], "Cedar C.", 70, 1, "CON"), (*ROWS[2021][:6], "Dogwood D.", 60, 0, "LD")]
    file = book(tmp_path, 2021, *rows, division("Birch B.", 80, 1), division("Elm E.", 40, 0))
    town = imported(file, "town-and-green-2021")
    (ward,) = town.wards
    assert (ward.seats, dict(ward.derived), len(ward.candidates)) == (2, {}, 3)
    (div,) = imported(file, "shire-2021").wards
    assert (div.seats, dict(div.derived), len(div.candidates)) == (1, {"seats": "number elected"}, 2)


def of_2025(name: str, votes: int, elected: bool, ward: str = "Hale") -> Sequence[object]:
    code = {"Hale": "E05000001", "Mill": "E05000002", "Park": "E05000003"}[ward]
    return (ward, code, "Town", "Town", name, "Labour Party", 1, votes, elected)


WARDS_2025 = (
    *("Ward/ County Electoral District name", "ONS ward code ", "Upper tier authority", "Seats", "Electorate"),
    *("Ballots", "Invalid votes", "Turnout (EC method)"),
)


def test_one_elected_too_many_is_written_as_declared(
    tmp_path: Path, imported: Do, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = [of_2025("Ann Ash", 90, True), of_2025("Bob Birch", 80, True), of_2025("Cy Cedar", 70, False)]
    (ward,) = imported(book(tmp_path, 2025, *rows), "town-2021").wards
    assert (ward.seats, [c.name for c in ward.elected]) == (1, ["Ann Ash", "Bob Birch"])
    store = tmp_path / "store"
    assert run(["check", "town-2021", "--store", str(store)]) == 1
    assert "expected 1 elected with seats: 1, got 2" in capsys.readouterr().out
    assert run(["margins", "town-2021", "--store", str(store), "--columns", "ward,margin", "--no-header"]) == 0
    assert capsys.readouterr().out == "hale\t\n"


def test_papers_of_2025_are_those_that_the_votes_prove(tmp_path: Path, imported: Do) -> None:
    # one seat: 90 + 60 votes are as many valid papers. Hale has 150 of 155 papers with 5 invalid: all papers are 155.
    # Mill has 150 papers beside 5 invalid: these are the valid ones. Park fits neither: what was counted is unknown.
    wards = ("Hale", "Mill", "Park")
    rows = [of_2025(name, votes, won, ward) for ward in wards for name, votes, won in PAIR]
    cells = [
        ("Hale", "E05000001", "Town", 1, 500, 155, 5, 31.0),
        ("Mill", "E05000002", "Town", 1, 500, 150, 5, 30.0),
        ("Park", "E05000003", "Town", 1, 500, 170, 5, 34.0),
    ]
    sheets: dict[str, Sheet] = {"W": [("Wards",), WARDS_2025, *cells], "C": [CANDIDATES[2025], *rows]}
    file = tmp_path / "2025.xlsx"
    file.write_bytes(workbook(sheets))
    hale, mill, park = imported(file, "town-2021", "--papers", str(file)).wards
    assert [ward.electorate for ward in (hale, mill, park)] == [500, 500, 500]
    assert [ward.ballots.at_count for ward in (hale, mill, park)] == [155, None, None]
    assert [ward.ballots.valid for ward in (hale, mill, park)] == [None, 150, None]
    assert [ward.ballots.rejected_total for ward in (hale, mill, park)] == [5, 5, 5]
    assert park.turnout_reported is not None
    assert park.turnout_reported.pct == 34.0


@pytest.mark.parametrize(("seats", "papers"), [(2, 150), (2, 155), (1, 140), (1, 154)])
def test_papers_of_2025_that_nothing_proves(tmp_path: Path, imported: Do, seats: int, papers: int) -> None:
    # two seats: a paper has one vote or two, so that 150 votes are of 75 to 150 papers
    rows = [[*of_2025(name, votes, won)[:6], seats, votes, won] for name, votes, won in (*PAIR, ("Cy Cedar", 0, False))]
    cells = ("Hale", "E05000001", "Town", seats, 500, papers, 5, 31.0)
    file = tmp_path / "2025.xlsx"
    file.write_bytes(workbook({"W": [WARDS_2025, cells], "C": [CANDIDATES[2025], *rows]}))
    (ward,) = imported(file, "town-2021", "--papers", str(file)).wards
    assert (ward.ballots.at_count, ward.ballots.valid, ward.ballots.rejected_total) == (None, None, 5)


PAIR = (("Ann Ash", 90, True), ("Bob Birch", 60, False))
