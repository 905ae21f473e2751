"""LEAP's two layouts, row by row."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from wardcheck.errors import DataError
from wardcheck.sources.leap import LEAP
from wardcheck.sources.rows import Abroad

WriteCsv = Callable[[Sequence[Sequence[object]]], Path]
HEADER = ["Ward", "Council", "Candidate", "Party", "Votes", "Elected"]


def test_eight_columns_without_a_header(write_csv: WriteCsv) -> None:
    path = write_csv([["Town", "E07000001", "Hale", "E05000001", "Ann Ash", "C", 90, 1]])
    (row,) = LEAP.read(path).rows
    assert (row.line, row.council, row.council_gss, row.ward, row.ward_gss) == (
        1,
        "Town",
        "E07000001",
        "Hale",
        "E05000001",
    )
    assert (row.candidate, row.party, row.votes, row.elected) == ("Ann Ash", "C", 90, True)


def test_six_columns_under_a_header(write_csv: WriteCsv) -> None:
    path = write_csv([HEADER, ["Hale", "Town", "Ann Ash", "C", 90, 0]])
    (row,) = LEAP.read(path).rows
    assert (row.line, row.council, row.council_gss, row.ward, row.ward_gss) == (2, "Town", None, "Hale", None)
    assert (row.candidate, row.party, row.votes, row.elected) == ("Ann Ash", "C", 90, False)


@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_line_ends_and_byte_order_marks(tmp_path: Path, ends: str, mark: str) -> None:
    path = tmp_path / "leap.csv"
    lines = [",".join(HEADER), "Hale,Town,Ann Ash,C,90,1", "Hale,Town,Bob Birch,Lab,80,0"]
    path.write_bytes((mark + ends.join(lines) + ends).encode())
    assert [(row.line, row.candidate) for row in LEAP.read(path).rows] == [(2, "Ann Ash"), (3, "Bob Birch")]


def test_lines_are_counted_through_a_value_of_several(write_csv: WriteCsv) -> None:
    path = write_csv(
        [
            ["Town", "", "Hale", "", "Ann\n Ash", "C", 90, 1],
            ["Town", "", "Hale", "", "Bob   Birch ", "Lab", "eighty", 0],
            ["Town", "", " Hale", "", "Cy Cedar", "LD", 70, 0],
        ]
    )
    published = LEAP.read(path)
    assert [(row.line, row.candidate, row.ward) for row in published.rows] == [
        (1, "Ann Ash", "Hale"),
        (4, "Cy Cedar", "Hale"),
    ]
    assert [bad.problem.line for bad in published.unusable] == [3]


@pytest.mark.parametrize(
    ("cells", "reason"),
    [
        (["Town"], "row: expected 8 columns, or 6 under the header, got 1"),
        (["Town", "", "Hale", "", "Ann", "C", 1], "row: expected 8 columns, or 6 under the header, got 7"),
        (["Town", "", "Hale", "", "Ann", "C", 1, 1, ""], "row: expected 8 columns, or 6 under the header, got 9"),
        (["Hale", "Town", "Ann", "C", 1, 1], "row: expected 8 columns, or 6 under the header, got 6"),
        (["Town", "", "", "", "Ann", "C", 1, 1], "ward: expected a name, got nothing"),
        (["Town", "", "Hale", "", "Ann", "", 1, 1], "party: expected a name, got nothing"),
        (["", "", "Hale", "", "Ann", "C", 1, 1], "council: expected a name, got nothing"),
        (["Town", "", "Hale", "", "Ann", "C", "1,357", 1], "votes: expected a whole number, got '1,357'"),
        (["Town", "", "Hale", "", "Ann", "C", "-1", 1], "votes: expected a whole number, got '-1'"),
        (["Town", "", "Hale", "", "Ann", "C", "١٢", 1], "votes: expected a whole number, got '١٢'"),
        (["Town", "", "Hale", "", "Ann", "C", "9" * 5000, 1], "votes: expected a whole number, got '999"),
        (["Town", "", "Hale", "", "Ann", "C", 90, "yes"], "elected: expected 1 or 0, got 'yes'"),
        (["Town", "", "Hale", "", "Ann", "C", 90, ""], "elected: expected 1 or 0, got ''"),
    ],
)
def test_a_row_that_is_no_candidacy(write_csv: WriteCsv, cells: list[object], reason: str) -> None:
    path = write_csv([["Town", "", "Hale", "", "Ann Ash", "C", 90, 1], cells])
    published = LEAP.read(path)
    assert len(published.rows) == 1
    (bad,) = published.unusable
    problem = bad.problem
    assert (problem.path, problem.line) == (str(path), 2)
    assert problem.message.startswith(reason)


@pytest.mark.parametrize(
    ("cells", "what"),
    [
        ([""] * 8, "blank rows"),
        ([" "], "blank rows"),
        (["Town", "", "Elected Mayor", *["NULL"] * 5], "rows of mayoral elections"),
        (["Town", "", *["NULL"] * 6], "rows without a ward and a party, such as totals"),
        (["Town", "", "", "", "Total", "", 170, ""], "rows without a ward and a party, such as totals"),
    ],
)
def test_rows_that_are_no_contest_are_counted(write_csv: WriteCsv, cells: list[object], what: str) -> None:
    # whatever stands beside them is whole
    rows = [["Town", "", "Hale", "", "Ann Ash", "C", 90, 1], cells, ["Town", "", "Hendon", "", "Bob Birch", "C", 9, 1]]
    published = LEAP.read(write_csv(rows))
    assert (len(published.rows), published.unusable, published.doubts) == (2, [], {})
    assert published.passed == {what: [2]}


@pytest.mark.parametrize(
    ("nation", "cells"),
    [
        ("Wales", ["Porth", "W06000001", "Y Bont", "W05000001", "Ann", "C", 90, 1]),
        ("Wales", ["Porth", "W06000001", "Y Bont", "", "Ann", "C", 90, 1]),
        ("Scotland", ["Kirk", "S12000001", "Brae", "S13000001", "Ann", "C", 90, 1]),
        ("Scotland", ["Kirk", "", "Brae", "S13000001", "Ann", "C", "much", "maybe"]),
    ],
)
def test_rows_of_other_nations_are_counted(write_csv: WriteCsv, nation: str, cells: list[object]) -> None:
    rows = [["Town", "", "Hale", "", "Ann Ash", "C", 90, 1], cells, cells]
    published = LEAP.read(write_csv(rows))
    assert (len(published.rows), published.unusable, published.doubts, published.passed) == (1, [], {}, {})
    assert published.abroad == {nation: Abroad(2, frozenset({(str(cells[0]), str(cells[2]))}))}


def test_another_nation_is_read_where_it_is_asked_for(write_csv: WriteCsv) -> None:
    path = write_csv(
        [
            ["Porth", "W06000001", "Y Bont", "W05000001", "Ann", "C", 90, 1],
            ["Town", "E07000001", "Hale", "", "Ann", "C", 9, 1],
        ]
    )
    published = LEAP.read(path, "Wales")
    assert ([row.ward for row in published.rows], published.passed) == (["Y Bont"], {})
    assert published.abroad == {"England": Abroad(1, frozenset({("Town", "Hale")}))}


def test_empty_votes_are_unknown_until_the_ward_is_whole(write_csv: WriteCsv) -> None:
    (row,) = LEAP.read(write_csv([["Town", "", "Hale", "", "Ann", "C", "NULL", 1]])).rows
    assert row.votes is None


@pytest.mark.parametrize(
    "content",
    [b"Town,,Hale,,Si\xe2n,C,90,1\n", b'Town,,Hale,,"Ann,C,90,1\n', b'Town,,Hale,,"Ann"Ash,C,90,1\n'],
    ids=["latin-1", "a quote left open", "text after a quote"],
)
def test_a_file_that_cannot_be_read(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "leap.csv"
    path.write_bytes(content)
    with pytest.raises(DataError) as caught:
        LEAP.read(path)
    assert str(caught.value).startswith(f"{path}:1: file: expected ")


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(DataError, match=r"file: expected a regular file, got a folder$"):
        LEAP.read(tmp_path)
