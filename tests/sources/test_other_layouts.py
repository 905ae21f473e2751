"""The layouts beside LEAP's, row by row."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from sources.workbooks import workbook
from wardcheck.errors import DataError
from wardcheck.sources.democracy_club import DEMOCRACY_CLUB
from wardcheck.sources.gla import GLA as GLA_LAYOUT
from wardcheck.sources.handbook import CANDIDATES, HANDBOOK, WARDS
from wardcheck.sources.rows import Published, ResultRow
from wardcheck.sources.tables import table
from wardcheck.sources.times_series import TIMES_SERIES

WriteCsv = Callable[[Sequence[Sequence[object]]], Path]


def only_row(published: Published) -> ResultRow:
    assert published.unusable == []
    (row,) = published.rows
    return row


def only_problem(published: Published) -> tuple[int, str, str, str]:
    """Line, message, council and ward of the row that cannot be used."""
    (bad,) = published.unusable
    assert bad.problem.path == published.path
    return bad.problem.line, bad.problem.message, bad.council, bad.ward


# -- Democracy Club ---------------------------------------------------------------------------------------

CLUB = ["election_id", "ballot_paper_id", "party_name", "person_name", "ballots_cast", "is_winner", "turnout"]


def club(ballot: str = "local.town.hale.2018-05-03", **other: str) -> list[str]:
    row = {
        "election_id": "local.town.2018-05-03",
        "ballot_paper_id": ballot,
        "party_name": "Labour Party",
        "person_name": "Ann Ash",
        "ballots_cast": "90",
        "is_winner": "True",
        "turnout": "",
        **other,
    }
    return [row[key] for key in CLUB]


def test_democracy_club_under_its_stray_line(write_csv: WriteCsv) -> None:
    row = only_row(DEMOCRACY_CLUB.read(write_csv([["False"], CLUB, club()])))
    assert (row.line, row.council, row.ward, row.ballot) == (3, "Town", "Hale", "local.town.hale.2018-05-03")
    assert (row.candidate, row.party, row.votes, row.elected) == ("Ann Ash", "Labour Party", 90, True)
    assert (row.council_gss, row.ward_gss, row.seats) == (None, None, None)


def test_democracy_club_without_the_stray_line(write_csv: WriteCsv) -> None:
    assert only_row(DEMOCRACY_CLUB.read(write_csv([CLUB, club()]))).line == 2


@pytest.mark.parametrize(
    ("ballot", "council", "ward"),
    [
        ("local.kingston-upon-thames.st-marks.2018-05-03", "Kingston upon Thames", "St Marks"),
        ("local.barking-and-dagenham.river.by.2018-05-03", "Barking and Dagenham", "River"),
        ("local.westminster.the-lane.2018-05-03", "Westminster", "The Lane"),
    ],
)
def test_democracy_club_names_are_words_of_the_ballot_id(
    write_csv: WriteCsv, ballot: str, council: str, ward: str
) -> None:
    row = only_row(DEMOCRACY_CLUB.read(write_csv([CLUB, club(ballot)])))
    assert (row.council, row.ward, row.ballot) == (council, ward, ballot)


def test_democracy_club_mayors_are_passed_over(write_csv: WriteCsv) -> None:
    found = DEMOCRACY_CLUB.read(write_csv([CLUB, club("mayor.hackney.2018-05-03"), club()]))
    assert (len(found.rows), found.unusable) == (1, [])


@pytest.mark.parametrize(
    ("row", "message", "ward"),
    [
        (club(ballots_cast="41.3%"), "votes: expected a whole number, got '41.3%'", "Hale"),
        (club(is_winner=""), "is_winner: expected True or False, got ''", "Hale"),
        (club(person_name=""), "person_name: expected a name, got nothing", "Hale"),
        (club(party_name=""), "party_name: expected a name, got nothing", "Hale"),
        (club("local.town.2018-05-03"), "ballot_paper_id: expected local.COUNCIL.WARD.DATE, got 'local.town.2018", ""),
    ],
)
def test_democracy_club_rows_that_are_no_candidacy(
    write_csv: WriteCsv, row: list[str], message: str, ward: str
) -> None:
    line, said, council, spoilt = only_problem(DEMOCRACY_CLUB.read(write_csv([CLUB, club(), row])))
    assert line == 3
    assert said.startswith(message)
    assert (council, spoilt) == ("Town", ward)


# -- Greater London Authority ---------------------------------------------------------------------------

GLA = "borough_original,ward_original,election_date,surname,firstname,party,votes,elected,ward,borough,WD22CD,LAD22CD"


def gla(**other: str) -> list[object]:
    row = {
        "borough_original": "Town & Green",
        "ward_original": "Hale & Park",
        "election_date": "2022-05-05",
        "surname": "Ash",
        "firstname": "Ann",
        "party": "Labour Party",
        "votes": "90",
        "elected": "True",
        "ward": "Hale & Park",
        "borough": "Town & Green",
        "WD22CD": "E05000001",
        "LAD22CD": "E09000001",
        **other,
    }
    return list(row.values())


def test_gla(write_csv: WriteCsv) -> None:
    row = only_row(GLA_LAYOUT.read(write_csv([GLA.split(","), gla()])))
    assert (row.line, row.council, row.council_gss) == (2, "Town and Green", "E09000001")
    assert (row.ward, row.ward_gss) == ("Hale and Park", "E05000001")
    assert (row.candidate, row.party, row.votes, row.elected) == ("Ann Ash", "Labour Party", 90, True)


@pytest.mark.parametrize(
    ("first", "surname", "name"),
    [
        ("Anna", "O'NEILL-MCCABE", "Anna O'Neill-McCabe"),
        ("Anna [Ann]", "Ash", "Anna Ash"),
        ("0", "Ann Ash", "Ann Ash"),
        ("Ann", "DE SOUZA", "Ann De Souza"),
        ("Ann*", "Ash|", "Ann Ash"),
        ("Siân", "LLŶR", "Siân Llŷr"),
        ("J P", "Ash", "J P Ash"),
        ("", "ASH-BIRCH, Ann Maria", "Ann Maria Ash-Birch"),
        ("", "ASH, Ann [Annie]", "Ann Ash"),
        ("Ann", "ASH, Ann", "Ann Ash"),
        ("Ann Maria", "ASH,", "Ann Maria Ash"),
        ("Ann Maria", "ASH ,", "Ann Maria Ash"),
        ("", "McASH, Ann", "Ann McASH"),
        ("", "Ann ASH", "Ann Ash"),
        ("", "ASH BIRCH Ann", "Ann Ash Birch"),
        ("", "ASH", "Ash"),
        ("Ann\u200b", "Ash", "Ann Ash"),
        ("Ann Maria, Rose", "Ash", "Ann Maria Rose Ash"),
        ("Ann", "MacDonald", "Ann MacDonald"),
    ],
)
def test_gla_names(write_csv: WriteCsv, first: str, surname: str, name: str) -> None:
    assert (
        only_row(GLA_LAYOUT.read(write_csv([GLA.split(","), gla(firstname=first, surname=surname)]))).candidate == name
    )


@pytest.mark.parametrize(
    ("row", "message"),
    [
        (gla(votes="12.5"), "votes: expected a whole number, got '12.5'"),
        (gla(elected=""), "elected: expected True or False, got ''"),
        (gla(firstname="0", surname=""), "candidate: expected a name, got nothing"),
    ],
)
def test_gla_rows_that_are_no_candidacy(write_csv: WriteCsv, row: list[object], message: str) -> None:
    line, said, council, ward = only_problem(GLA_LAYOUT.read(write_csv([[*GLA.split(",")], gla(), row])))
    assert (line, said) == (3, message)
    assert (council, ward) == ("Town & Green", "Hale & Park")


def test_gla_party_that_a_borough_leaves_empty_costs_no_ward(write_csv: WriteCsv) -> None:
    assert only_row(GLA_LAYOUT.read(write_csv([GLA.split(","), gla(party="")]))).party == ""


def test_gla_short_rows(write_csv: WriteCsv) -> None:
    found = GLA_LAYOUT.read(write_csv([GLA.split(","), gla(), gla()[:4], [""] * 12]))
    assert [bad.problem.line for bad in found.unusable] == [3]
    assert found.passed == {"blank rows": [4]}
    assert len(found.rows) == 1


# -- the newspaper --------------------------------------------------------------------------------------

TIMES = ["council", "ward", "date", "candidate", "party", "votes", "elected", "source"]


def test_times_series(write_csv: WriteCsv) -> None:
    rows: list[list[object]] = [
        [*TIMES],
        ["Town", "Hale (by-election)", "2021-05-06", "Ann Ash", "Green", 547, 1, "https://example.org"],
    ]
    row = only_row(TIMES_SERIES.read(write_csv(rows)))
    assert (row.line, row.council, row.ward, row.candidate) == (2, "Town", "Hale", "Ann Ash")
    assert (row.party, row.votes, row.elected) == ("Green", 547, True)


def test_times_series_blank_lines(tmp_path: Path) -> None:
    path = tmp_path / "times.csv"
    path.write_text(f"{','.join(TIMES)}\n\nTown,Hale,2021-05-06,Ann Ash,Green,547,1,\n\n", encoding="utf-8")
    found = TIMES_SERIES.read(path)
    assert [row.line for row in found.rows] == [3]
    assert {bad.problem.line for bad in found.unusable} <= {2, 4}


@pytest.mark.parametrize("at", [5, 6], ids=["votes", "elected"])
def test_times_series_rows_that_are_no_candidacy(write_csv: WriteCsv, at: int) -> None:
    row: list[object] = ["Town", "Hale (by-election)", "2021-05-06", "Ann Ash", "Green", 547, 1, ""]
    row[at] = "x"
    line, message, council, ward = only_problem(TIMES_SERIES.read(write_csv([[*TIMES], row])))
    assert line == 2
    assert message.startswith(f"{TIMES[at]}: expected ")
    assert (council, ward) == ("Town", "Hale")


@pytest.mark.parametrize("read", [DEMOCRACY_CLUB.read, GLA_LAYOUT.read, TIMES_SERIES.read])
def test_other_columns_are_told(write_csv: WriteCsv, read: Callable[[Path], Published]) -> None:
    path = write_csv([["council", "votes"], ["Town", 5]])
    with pytest.raises(DataError) as caught:
        read(path)
    assert str(caught.value).startswith(f"{path}:1: header: expected the columns ")


# -- the Commons Library's workbook ---------------------------------------------------------------------


def candidacy(**other: object) -> dict[str, object]:
    return {
        "Local authority code": "E09000001",
        "Local authority name": "Town & Green",
        "Ward code": "E05000001",
        "Ward name": "Hale",
        "Vacancies": 3,
        "Candidate name": "Ash A.",
        "Votes": 90,
        "Elected": 1,
        "Party name": "LAB",
        **other,
    }


def handbook(folder: Path, *rows: dict[str, object], above: int = 1, order: Sequence[str] = CANDIDATES) -> Path:
    """A workbook with a page of notes, and the candidates below ``above`` lines of title."""
    cells: list[Sequence[object]] = [
        *[["Local elections 2022"]] * above,
        list(order),
        *([row.get(column) for column in order] for row in rows),
    ]
    file = folder / "handbook.xlsx"
    file.write_bytes(workbook({"Notes": [["Notes"]], "Candidates": cells}))
    return file


@pytest.mark.parametrize("above", [0, 1, 4])
@pytest.mark.parametrize(
    "order", [CANDIDATES, tuple(reversed(CANDIDATES)), ("Year", *CANDIDATES, "Vote effective")], ids=len
)
def test_handbook_is_found_by_the_names_of_its_columns(tmp_path: Path, above: int, order: tuple[str, ...]) -> None:
    row = only_row(HANDBOOK.read(handbook(tmp_path, candidacy(), above=above, order=order)))
    assert (row.line, row.council, row.council_gss) == (above + 2, "Town and Green", "E09000001")
    assert (row.ward, row.ward_gss, row.seats) == ("Hale", "E05000001", 3)
    assert (row.candidate, row.party, row.votes, row.elected) == ("Ash A.", "LAB", 90, True)


def test_handbook_whole_numbers_kept_as_fractions(tmp_path: Path) -> None:
    row = only_row(HANDBOOK.read(handbook(tmp_path, candidacy(Vacancies=3.0, Votes=90.0, Elected=0.0))))
    assert (row.seats, row.votes, row.elected) == (3, 90, False)


@pytest.mark.parametrize(
    ("other", "message"),
    [
        ({"Vacancies": None}, "Vacancies: expected a whole number, got ''"),
        ({"Vacancies": 1.5}, "Vacancies: expected a whole number, got '1.5'"),
        ({"Votes": "n/a"}, "votes: expected a whole number, got 'n/a'"),
        ({"Elected": 2}, "Elected: expected 1 or 0, got '2'"),
        ({"Candidate name": None}, "Candidate name: expected a name, got nothing"),
    ],
)
def test_handbook_rows_that_are_no_candidacy(tmp_path: Path, other: dict[str, object], message: str) -> None:
    found = HANDBOOK.read(handbook(tmp_path, candidacy(), candidacy(**other)))
    line, said, council, ward = only_problem(found)
    assert (line, said, council, ward) == (4, message, "Town & Green", "Hale")
    assert len(found.rows) == 1


@pytest.mark.parametrize("needed", [CANDIDATES, WARDS], ids=["candidates", "wards"])
def test_handbook_without_the_sheet(tmp_path: Path, needed: tuple[str, ...]) -> None:
    path = handbook(tmp_path, order=("Ward name", "Votes"))
    with pytest.raises(DataError) as caught:
        list(table(path, needed))
    assert str(caught.value).startswith(f"{path}:1: sheet: expected the columns Local authority code, ")


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"Ward,Votes\n"])
def test_handbook_that_is_no_handbook(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "handbook.xlsx"
    path.write_bytes(content)
    with pytest.raises(DataError) as caught:
        HANDBOOK.read(path)
    assert str(caught.value).startswith(f"{path}:1: file: expected an Excel workbook, got ")


def test_handbook_read_again_after_a_change(tmp_path: Path) -> None:
    # candidates and wards are read of one workbook; another one in its place is another one
    assert only_row(HANDBOOK.read(handbook(tmp_path, candidacy(Votes=90)))).votes == 90
    assert only_row(HANDBOOK.read(handbook(tmp_path, candidacy(Votes=91)))).votes == 91
