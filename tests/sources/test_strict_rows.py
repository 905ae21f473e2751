"""What is strict is strict in every layout, and a message names the line and the real cause."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from io import BytesIO
from pathlib import Path

import openpyxl  # type: ignore[import-untyped]
import pytest
from conftest import PARTIES, MakeStore

from sources.conftest import HALE, HENDON, Import, Imported, leap_rows
from wardcheck.cli.main import run
from wardcheck.errors import DataError
from wardcheck.model import Party
from wardcheck.sources.handbook import CANDIDATES, WARDS
from wardcheck.sources.layouts import LAYOUTS
from wardcheck.sources.persons import surname_last
from wardcheck.sources.tables import table
from wardcheck.sources.text import csv_rows
from wardcheck.sources.workbook import sheets

WriteCsv = Callable[..., Path]
CLUB: list[object] = ["ballot_paper_id", "party_id", "party_name", "person_name", "is_winner", "ballots_cast"]
ROWS: dict[str, list[list[object]]] = {
    "democracy-club": [CLUB, ["local.town.hale.2018-05-03", "", "Labour", "Ann Ash", "True", 90]],
    "times-series": [
        ["council", "ward", "date", "candidate", "party", "elected", "votes"],
        ["Town", "Hale", "2018-05-03", "Ann Ash", "Labour", 1, 90],
    ],
    "gla": [
        ["borough", "LAD22CD", "ward_original", "WD22CD", "firstname", "surname", "party", "elected", "votes"],
        ["Town", "E09000001", "Hale", "E05000001", "Ann", "Ash", "Labour", "True", 90],
    ],
}
every_layout = pytest.mark.parametrize("layout", ROWS)


@every_layout
@pytest.mark.parametrize("change", ["longer", "shorter"])
def test_a_row_of_another_length_than_the_header(write_csv: WriteCsv, layout: str, change: str) -> None:
    header, row = ROWS[layout]
    # 1,605 without quotes in the last column becomes 1 and 605
    broken = [*row[:-1], 1, 605] if change == "longer" else row[:-1]
    published = LAYOUTS[layout].read(write_csv([header, row, broken]))
    assert len(published.rows) == 1
    (bad,) = published.unusable
    assert bad.problem.line == 3
    assert bad.problem.message == f"row: expected {len(header)} columns as in the header, got {len(broken)}"


@every_layout
def test_a_column_that_stands_twice(write_csv: WriteCsv, layout: str) -> None:
    header, row = ROWS[layout]
    with pytest.raises(DataError, match=rf":1: header: expected each column once, got {header[-1]} again"):
        LAYOUTS[layout].read(write_csv([[*header, header[-1]], [*row, 1]]))


@every_layout
def test_what_a_spreadsheet_makes_of_true(write_csv: WriteCsv, layout: str) -> None:
    header, row = ROWS[layout]
    shouted = [str(cell).upper() if cell == "True" else cell for cell in row]
    (found,) = LAYOUTS[layout].read(write_csv([header, shouted])).rows
    assert found.elected


# -- files that are not what they should be ---------------------------------------------------------------


@pytest.mark.parametrize(("separator", "name"), [(";", "semicolons"), ("\t", "tabs"), ("|", "vertical bars")])
@pytest.mark.parametrize("layout", sorted(set(LAYOUTS) - {"handbook"}))
def test_another_separator_is_one_message(tmp_path: Path, layout: str, separator: str, name: str) -> None:
    path = tmp_path / "file.csv"
    row = separator.join(["Town", "E07000001", "Hale", "E05000001", "Ash, Ann", "C", "90", "1"])
    path.write_text(f"{row}\n" * 50, encoding="utf-8")
    with pytest.raises(DataError) as caught:
        LAYOUTS[layout].read(path)
    what = f"file: expected values separated by commas, got {name}; save it as CSV with commas"
    assert str(caught.value) == f"{path}:1: {what}"


def test_semicolons_within_values_are_none(write_csv: WriteCsv) -> None:
    assert len(list(csv_rows(write_csv([["a; b; c", "d; e; f; g"]])))) == 1


@pytest.mark.parametrize("line", [1, 2, 57])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_the_line_of_a_byte_that_is_not_utf8(tmp_path: Path, line: int, mark: bytes) -> None:
    path = tmp_path / "file.csv"
    path.write_bytes(mark + b"a,b\r\n" * (line - 1) + b"Zo\xeb,b\r\n" + b"a,b\r\n")
    with pytest.raises(DataError) as caught:
        list(csv_rows(path))
    assert str(caught.value) == f"{path}:{line}: file: expected UTF-8, got the byte 0xeb; save it as CSV UTF-8"


def test_utf16_is_named(tmp_path: Path) -> None:
    path = tmp_path / "file.csv"
    path.write_text("a,b\n", encoding="utf-16")
    with pytest.raises(DataError, match="expected UTF-8, got UTF-16"):
        list(csv_rows(path))


# -- workbooks ----------------------------------------------------------------------------------------------

PEOPLE: list[list[object]] = [
    ["E07000001", "Town", "E05000001", "Hale", 2, "Ash A.", 90, 1, "LAB"],
    ["E07000001", "Town", "E05000001", "Hale", 2, "Birch B.", 80, 1, "LAB"],
    ["E07000001", "Town", "E05000001", "Hale", 2, "Cedar C.", 70, 0, "CON"],
]


def workbook(path: Path, *, merged: bool = False, turnout: object = 35.2, format_: str = "General") -> Path:
    book = openpyxl.Workbook()
    people = book.active
    for row in [CANDIDATES, *PEOPLE]:
        people.append(list(row))
    if merged:
        for column in "ABCDE":
            people.merge_cells(f"{column}2:{column}4")
    wards = book.create_sheet("Wards")
    wards.append(list(WARDS))
    wards.append(["E07000001", "Town", "E05000001", "Hale", 1000, turnout])
    wards["F2"].number_format = format_
    file = BytesIO()
    book.save(file)
    path.write_bytes(file.getvalue())
    return path


def test_a_merged_cell_counts_for_each_row(tmp_path: Path) -> None:
    plain = LAYOUTS["handbook"].read(workbook(tmp_path / "plain.xlsx"))
    merged = LAYOUTS["handbook"].read(workbook(tmp_path / "merged.xlsx", merged=True))
    assert (merged.rows, merged.unusable) == (plain.rows, [])
    assert [(row.ward, row.seats) for row in merged.rows] == [("Hale", 2)] * 3


@pytest.mark.parametrize(
    ("value", "format_", "shown"),
    [(0.352, "0.0%", "35.2"), (35.2, "General", "35.2"), (0.5, "0%", "50"), (1, "0%", "100"), (0.352, "0.0", "0.352")],
)
def test_a_percentage_is_what_the_cell_shows(tmp_path: Path, value: float, format_: str, shown: str) -> None:
    (row,) = table(workbook(tmp_path / "book.xlsx", turnout=value, format_=format_), WARDS)
    assert row.cells["Turnout (%)"] == shown


def test_the_end_of_a_name_in_capitals(tmp_path: Path) -> None:
    path = workbook(tmp_path / "BOOK.XLSX")
    assert len(LAYOUTS["handbook"].read(path).rows) == 3
    assert len(list(table(path, WARDS))) == 1
    assert len(sheets(path)) == 2


# -- tables beside the results ----------------------------------------------------------------------------

PAPERS = ["ward_gss", "ward", "council", "electorate", "ballots_returned"]


def test_two_rows_of_papers_for_one_ward(write_csv: WriteCsv, do_import: Import) -> None:
    rows = [PAPERS, ["E05000001", "Hale", "Town", 1000, 400], ["E05000001", "Hale", "Town", 1000, 410]]
    rows += [["E05000002", "Hendon", "Town", 800, 300]] * 2  # the same twice says nothing else
    path = write_csv(rows, "papers.csv")
    done = do_import(write_csv(HALE + HENDON), "--papers", str(path))
    assert [line for line in done.err.splitlines() if "Hale" in line] == [
        f"{path}:2: Hale: expected one row for a ward, got another on line 3; none was taken",
        f"{path}:3: Hale: expected one row for a ward, got another on line 2; none was taken",
    ]
    assert [(w.electorate, w.ballots.at_count) for w in done.election().wards] == [(None, None), (800, 300)]


def test_a_turnout_that_looks_like_a_fraction(write_csv: WriteCsv, do_import: Import) -> None:
    rows = [["ward_gss", "borough", "ward", "turnout_pct_2018"], ["E05000001", "Town", "Hale", "0.352"]]
    path = write_csv(rows, "atlas.csv")
    done = do_import(write_csv(HALE), "--papers", str(path))
    assert (
        f"{path}:2: row: expected names and counts, got '0.352', which looks like a fraction (Hale, Town)" in done.err
    )
    assert done.election().wards[0].turnout_reported is None


# -- names --------------------------------------------------------------------------------------------------


def test_one_kind_of_apostrophe_makes_one_ward(write_csv: WriteCsv, do_import: Import) -> None:
    rows = [
        *leap_rows("King‘s Hill", ("Eve O´East", "C", 90, 1)),
        *leap_rows("King’s Hill", ("Fay O`Fox", "Lab", 80, 0)),
        *leap_rows("Kingʼs Hill", ("Gus O'Grey", "LD", 70, 0)),
    ]
    (ward,) = do_import(write_csv(rows)).election().wards
    assert (ward.name, [c.name for c in ward.candidates]) == ("King's Hill", ["Eve O'East", "Fay O'Fox", "Gus O'Grey"])


def test_characters_that_cannot_be_seen_are_taken_out_and_counted(write_csv: WriteCsv, do_import: Import) -> None:
    rows = leap_rows("Ha\u00adle", ("Ann\u200b Ash&#8203;", "C", 90, 1), ("\u2060Bob\u00a0Birch", "Lab", 80, 0))
    path = write_csv(rows)
    done = do_import(path)
    (ward,) = done.election().wards
    assert (ward.name, [c.name for c in ward.candidates]) == ("Hale", ["Ann Ash", "Bob Birch"])
    # two soft hyphens (a row each), two zero-width blanks, a word joiner
    assert f"wardcheck: {path}: 5 characters that cannot be seen taken out of names" in done.err


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("DAY, Graham", "Graham Day"),
        ("O'NEILL-MCCABE, Anna Maria", "Anna Maria O'Neill-McCabe"),
        ("DE SOUZA, J", "J De Souza"),
        ("LLŶR, Siân", "Siân Llŷr"),
        ("Day, Graham", "Day, Graham"),
        ("Sammy Davis, Jr", "Sammy Davis, Jr"),
        ("D, Graham", "D, Graham"),
        ("Graham DAY", "Graham DAY"),
    ],
)
def test_a_surname_that_is_printed_first(printed: str, name: str) -> None:
    assert surname_last(printed) == name


def test_a_handbook_prints_all_names_so(tmp_path: Path) -> None:
    book = workbook(tmp_path / "book.xlsx")
    first, *_ = LAYOUTS["handbook"].read(book).rows
    assert first.candidate == "Ash A."
    assert LAYOUTS["handbook"].of(book).surname_first


# -- nothing inferred is written as declared --------------------------------------------------------------


@pytest.fixture
def club(write_csv: WriteCsv, make_store: MakeStore, capsys: pytest.CaptureFixture[str]) -> Callable[..., Imported]:
    """Import a Democracy Club file of Hale: party id, name of the party, person, elected, votes."""
    ec = {"lab": ("PP53", "joint-party:53-119"), "con": ("PP52",)}
    labels = {"lab": ("Labour", "Labour and Co-operative Party"), "con": ("Conservative",)}
    parties = tuple(
        Party(p.slug, p.name, p.short, p.colour, ec.get(p.slug, ()), {"democracy-club": labels.get(p.slug, (p.name,))})
        for p in PARTIES
    )
    store = make_store(parties=parties)
    register = store / "parties.yaml"
    text = register.read_text(encoding="utf-8")
    for slug, ids in ec.items():
        name = next(p.name for p in PARTIES if p.slug == slug)
        text = text.replace(f'"name": "{name}"', f'"ec": {list(ids)}, "name": "{name}"'.replace("'", '"'))
    register.write_text(text, encoding="utf-8")

    def do(*rows: Sequence[object], columns: Sequence[object] = CLUB) -> Imported:
        path = write_csv([columns, *(["local.town.hale.2018-05-03", *row] for row in rows)], "club.csv")
        code = run(["import", "democracy-club", str(path), "--date", "2018-05-03", "--store", str(store)])
        out, err = capsys.readouterr()
        return Imported(code, out, err.replace(str(path), "club.csv"), store)

    return do


CO_OP, JOINT = "Labour and Co-operative Party", "joint-party:53-119"


def test_the_id_that_the_source_prints(club: Callable[..., Imported]) -> None:
    done = club([JOINT, CO_OP, "Ann Ash", "True", 90], ["PP52", "Conservative", "Bob Birch", "False", 80])
    (ward,) = done.election().wards
    assert (done.err, [c.party_id for c in ward.candidates]) == ("", [JOINT, None])
    assert ward.derived == {"seats": "number elected"}


def test_an_id_made_of_a_name_says_so(club: Callable[..., Imported]) -> None:
    done = club(["", CO_OP, "Ann Ash", "True", 90], ["", "Conservative", "Bob Birch", "False", 80])
    (ward,) = done.election().wards
    assert [c.party_id for c in ward.candidates] == [JOINT, None]
    assert ward.derived == {"seats": "number elected", "party_id": "name of the party"}


@pytest.mark.parametrize(
    ("given", "party", "kept", "words"),
    [
        ("party:53", CO_OP, None, "got 'party:53' (Ann Ash, Hale, Town); no joint id was made of the name"),
        (JOINT, "Labour", JOINT, f"got {JOINT!r} (Ann Ash, Hale, Town); the id was kept"),
        ("PP52", "Labour", None, "expected an id of Labour, got 'PP52' (Ann Ash, Hale, Town)"),
    ],
)
def test_an_id_and_a_name_that_disagree(
    club: Callable[..., Imported], given: str, party: str, kept: str | None, words: str
) -> None:
    done = club([given, party, "Ann Ash", "True", 90], ["PP52", "Conservative", "Bob Birch", "False", 80])
    assert done.code == 0
    assert done.err.startswith("club.csv:2: party_id: expected ")
    assert words in done.err
    assert done.election().wards[0].candidates[0].party_id == kept


def test_more_candidates_of_a_party_than_flags(club: Callable[..., Imported]) -> None:
    done = club(
        ["", "Labour", "A", "True", 90],
        ["", "Labour", "B", "False", 80],
        ["", "Conservative", "C", "False", 70],
        ["", "Conservative", "D", "False", 60],
    )
    assert "Hale (Town): seats are the number elected, 1, but there are 2 of lab, 2 of con; was everybody" in done.err


def test_a_candidacy_printed_twice_is_refused(club: Callable[..., Imported]) -> None:
    rows = [["", "Labour", "A", "True", 90], ["", "Conservative", "B", "False", 80]]
    done = club(*rows, *rows)
    assert done.code == 2
    assert "club.csv:4: candidate: expected A once in Hale (Town), got the row of line 2 again" in done.err


def test_blank_votes_of_those_who_were_all_elected(club: Callable[..., Imported]) -> None:
    (ward,) = club(["", "Labour", "A", "True", ""], ["", "Labour", "B", "True", ""]).election().wards
    assert (ward.status, ward.seats, [c.votes for c in ward.candidates]) == ("unopposed", 2, [None, None])


def test_blank_votes_in_a_poll_leave_the_ward_out(club: Callable[..., Imported]) -> None:
    done = club(["", "Labour", "A", "True", 90], ["", "Conservative", "B", "False", ""])
    assert done.code == 2
    assert "club.csv:3: votes: expected a whole number, got '' (Hale (Town))" in done.err


def test_a_lot_for_two_seats_written_into_the_names(write_csv: WriteCsv, do_import: Import) -> None:
    rows = leap_rows(
        "Hale",
        ("Ann Ash (ELECTED)", "C", 404, 1),
        ("Bob Birch (elected)", "LD", 404, 1),
        ("Cy Cedar (NOT ELECTED)", "Lab", 404, 0),
    )
    done = do_import(write_csv(rows))
    (ward,) = done.election().wards
    assert (done.code, done.err) == (0, "")
    assert ward.tie_break is not None
    assert ward.tie_break.winners == ("Ann Ash", "Bob Birch")


def test_a_margin_of_one_is_pointed_out_unless_ties_are_listed(write_csv: WriteCsv, do_import: Import) -> None:
    path = write_csv(leap_rows("Hale", ("Ann Ash", "C", 81, 1), ("Bob Birch", "Lab", 80, 0)))
    assert "won by one vote; where the source prints the vote that a drawn lot adds" in do_import(path).err
    ties = write_csv([["council", "ward", "date", "candidate", "votes", "elected", "method", "source"]], "ties.csv")
    assert do_import(path, "--ties", str(ties)).err == ""
