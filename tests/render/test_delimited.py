"""TSV and CSV, to the character."""

from __future__ import annotations

import csv
import io

import pytest

from render.samples import COLUMNS, EMPTY, FULL, HOSTILE, UNSAFE, Row
from wardcheck.render.delimited import csv_text, tsv


def test_tsv() -> None:
    assert tsv([FULL, EMPTY], COLUMNS) == (
        "name\tvotes\tpct\telected\tday\nAnn Ash\t2605\t44.1975\ttrue\t2018-05-03\n\t\t\t\t\n"
    )


def test_csv() -> None:
    assert csv_text([FULL, EMPTY], COLUMNS) == (
        "name,votes,pct,elected,day\nAnn Ash,2605,44.1975,true,2018-05-03\n,,,,\n"
    )


def test_without_header_and_with_chosen_columns() -> None:
    assert tsv([FULL], ["day", "votes"], header=False) == "2018-05-03\t2605\n"
    assert csv_text([FULL], ["day", "votes"], header=False) == "2018-05-03,2605\n"


def test_no_rows() -> None:
    assert tsv([], ["name", "votes"]) == "name\tvotes\n"
    assert csv_text([], ["name", "votes"]) == "name,votes\n"
    assert tsv([], ["name"], header=False) == csv_text([], ["name"], header=False) == ""


@pytest.mark.parametrize("name", HOSTILE)
def test_a_name_stays_in_its_cell(name: str) -> None:
    text = tsv([Row(name, 7)], ["name", "votes"], header=False)
    assert text.count("\t") == 1
    assert text.endswith("\t7\n")
    assert len(text.splitlines()) == 1
    (cells,) = csv.reader(io.StringIO(csv_text([Row(name, 7)], ["name", "votes"], header=False)))
    assert len(cells) == 2
    assert not any(character in text + cells[0] for character in UNSAFE)


def test_harmless_names_are_as_they_were() -> None:
    names = ["[red]x[/red]", ":smile:", "Siân ŵ", "O'Neill", 'say "aye", they said']
    assert tsv([Row(n) for n in names], ["name"], header=False).splitlines() == names
    read = csv.reader(io.StringIO(csv_text([Row(n, 1) for n in names], ["name", "votes"], header=False)))
    assert [cells[0] for cells in read] == names


@pytest.mark.parametrize("name", ["=1+1", "+1", "-5", "@x"])
def test_a_spreadsheet_takes_no_name_for_a_formula(name: str) -> None:
    assert csv_text([Row(name)], ["name"], header=False) == f"'{name}\n"
    # a script that reads tab-separated text wants the name and nothing else
    assert tsv([Row(name)], ["name"], header=False) == f"{name}\n"


def test_a_number_is_never_guarded() -> None:
    assert csv_text([Row("A", -5, -0.5)], ["votes", "pct"], header=False) == "-5,-0.5\n"
