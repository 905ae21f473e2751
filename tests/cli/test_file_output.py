"""``-o FILE``: the ending chooses the format, and a file is whole or not there."""

from __future__ import annotations

import csv
import json
from datetime import datetime
from pathlib import Path
from typing import Any

import openpyxl  # type: ignore[import-untyped]
import pandas as pd
import pytest
from analysis.builders import contest, election, stood, won
from conftest import MakeStore

from cli.test_contract import CONTRACT, Promise
from wardcheck.cli.file_output import ENDINGS
from wardcheck.cli.main import run

LINE = ["margins", "barnet-2018", "--limit", "5"]


def printed(capsys: pytest.CaptureFixture[str], *argv: str) -> str:
    assert run(argv) == 0
    return capsys.readouterr().out


def written(capsys: pytest.CaptureFixture[str], *argv: str) -> str:
    assert run(argv) == 0
    out, err = capsys.readouterr()
    assert out == ""
    return err


@pytest.mark.parametrize("ending", ["tsv", "csv", "json", "jsonl", "md", "html", "svg", "CSV"])
def test_a_file_has_what_would_be_printed(
    ending: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "100")
    file = tmp_path / f"x.{ending}"
    assert written(capsys, *LINE, "-o", str(file)) == f"wardcheck: wrote 5 rows to {file}\n"
    assert file.read_text(encoding="utf-8") == printed(capsys, *LINE, "-f", ending.lower())
    assert [*tmp_path.iterdir()] == [file]
    assert file.stat().st_mode & 0o777 == 0o644


def test_a_text_is_the_table_without_colours(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    written(capsys, *LINE, "-o", str(tmp_path / "x.txt"))
    text = (tmp_path / "x.txt").read_text(encoding="utf-8")
    assert text.startswith("Barnet, 3 May 2018: 21 wards, 63 seats")
    assert "\x1b" not in text
    assert max(map(len, text.splitlines())) <= 80


def test_a_workbook_is_one(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    written(capsys, *LINE, "-o", str(tmp_path / "x.xlsx"))
    sheet = openpyxl.load_workbook(tmp_path / "x.xlsx").active
    header, *lines = [[cell.value for cell in row] for row in sheet.iter_rows()]
    expected = json.loads(printed(capsys, *LINE, "-f", "json"))
    assert [dict(zip(header, line, strict=True)) for line in lines] == expected
    assert sheet.freeze_panes == "A2"
    assert {type(sheet.cell(2, header.index(name) + 1).value) for name in ("margin", "seats")} == {int}
    # pandas, as anybody would open it
    frame = pd.read_excel(tmp_path / "x.xlsx")
    assert list(frame["margin"]) == [row["margin"] for row in expected]


def test_no_text_of_a_workbook_is_a_formula(
    make_store: MakeStore, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    name = '=HYPERLINK("http://example.org")'
    store = make_store(election(contest(1, won(name, "con", 9), stood("B", "lab", 8))))
    written(capsys, "margins", "town-2018", "--store", str(store), "-o", str(tmp_path / "x.xlsx"))
    sheet = openpyxl.load_workbook(tmp_path / "x.xlsx").active
    found = [cell for row in sheet.iter_rows() for cell in row if cell.value == name]
    assert [cell.data_type for cell in found] == ["s"]


def test_days_are_days_and_choices_are_kept(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = str(tmp_path / "x.xlsx")
    written(capsys, "elections", "barnet-20*", "--columns", "date,election", "--no-header", "-o", file)
    rows = [[cell.value for cell in row] for row in openpyxl.load_workbook(file).active.iter_rows()]
    assert rows[0] == [datetime(2014, 5, 22), "barnet-2014"]


def test_parquet(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    written(capsys, *LINE, "--columns", "ward,margin", "-o", str(tmp_path / "x.parquet"))
    frame = pd.read_parquet(tmp_path / "x.parquet")
    assert list(frame.columns) == ["ward", "margin"]
    assert list(frame["margin"])[:3] == [1, 2, 7]


def test_the_format_asked_for_goes_before_the_ending(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("x.csv", "x.dat", "x"):
        written(capsys, *LINE, "-o", str(tmp_path / name), "-f", "json")
        assert len(json.loads((tmp_path / name).read_text(encoding="utf-8"))) == 5


def test_remarks_totals_and_exit_codes_are_those_of_a_pipe(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "x.csv"
    said = written(capsys, "seats", "barnet-2018", "-o", str(file))
    run(["seats", "barnet-2018", "-f", "csv"])
    assert said == capsys.readouterr().err + f"wardcheck: wrote 3 rows to {file}\n"
    written(capsys, "turnout", "barnet-2018", "--total", "-o", str(file))
    with file.open(encoding="utf-8") as text:
        assert len([*csv.reader(text)]) == 1 + 21 + 1
    assert run(["find", "nobody-of-that-name", "barnet-2018", "-o", str(file)]) == 1
    assert file.read_text(encoding="utf-8").count("\n") == 1


def test_check_writes_too(make_store: MakeStore, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    store = str(make_store(election(contest(1, won("A", "con", 7), stood("B", "lab", 7)))))
    for ending in ("csv", "txt", "xlsx"):
        assert run(["check", "--store", store, "-o", str(tmp_path / f"x.{ending}")]) == 1
    assert capsys.readouterr().out == ""
    assert (tmp_path / "x.csv").read_text(encoding="utf-8").startswith("path,line,rule,severity,message\n")
    run(["check", "--store", store])
    assert (tmp_path / "x.txt").read_text(encoding="utf-8") == capsys.readouterr().out


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (
            ["-o", "x.xls"],
            "-o: expected a file that ends in .tsv, .csv, .json, .jsonl, .md, .txt, .html, .svg, .xlsx, .pa",
        ),
        (["-o", "x"], "-o: expected a file that ends in "),
        (["-o", "x.csv.gz"], "-o: expected a file that ends in "),
        (["-o", "nowhere/x.csv"], "-o: expected a file in a folder that exists, got 'nowhere/x.csv'"),
        (["-o", "src"], "-o: expected a file, got the folder 'src'"),
        (["-o", "src", "-f", "csv"], "-o: expected a file, got the folder 'src'"),
        (["-o", "results/x.csv"], "-o: expected a file outside the store, got 'results/x.csv'"),
        (["-o", "src/../results/barnet/2018/x.csv"], "-o: expected a file outside the store, got "),
        (["-o", "x" * 300 + ".csv"], ""),
        (["-f", "xlsx"], "-f xlsx: expected a file to write, got none; name one with -o"),
        (["-f", "parquet"], "-f parquet: expected a file to write, got none; name one with -o"),
        (["-o", "x.txt", "--columns", "ward"], "--columns: a table has its own columns"),
        (["-o", "x.json", "--no-header"], "--no-header: expected -f tsv, csv, md, xlsx, got json"),
    ],
)
def test_refused(words: list[str], message: str, capsys: pytest.CaptureFixture[str], repository: Path) -> None:
    before = {path for path in repository.glob("*") if path.name != ".pytest_cache"}
    assert run(["margins", "barnet-2018", *words]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith(f"wardcheck: {message}") or "File name too long" in err
    assert err.count("\n") == 1
    assert {path for path in repository.glob("*") if path.name != ".pytest_cache"} == before


@pytest.mark.parametrize(
    "promise", [p for p in CONTRACT if "STORE" not in p.line and not p.line.startswith("check")], ids=lambda p: p.line
)
def test_every_command_writes_what_it_prints(
    promise: Promise, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = promise.line.split()
    assert run([*words, "-f", "json"]) == promise.code
    rows = json.loads(capsys.readouterr().out)
    for ending in ("json", "xlsx"):
        assert run([*words, "-o", str(tmp_path / f"x.{ending}")]) == promise.code
        assert capsys.readouterr().out == ""
    assert json.loads((tmp_path / "x.json").read_text(encoding="utf-8")) == rows
    header, *lines = [[c.value for c in row] for row in openpyxl.load_workbook(tmp_path / "x.xlsx").active.iter_rows()]
    assert header == promise.columns.split()
    days = [[f"{value:%Y-%m-%d}" if isinstance(value, datetime) else value for value in line] for line in lines]
    assert days == [[None if value == "" else value for value in row.values()] for row in rows]


@pytest.mark.parametrize("words", [["report", "barnet-2018", "-o"], ["seats", "barnet-2018", "--chart"]])
def test_no_page_and_no_chart_goes_into_the_store(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run([*words, "results/barnet/x.svg" if words[-1] == "--chart" else "results/x.html"]) == 2
    assert f"{words[-1]}: expected a file outside the store, got 'results/" in capsys.readouterr().err
    assert not Path("results/x.html").exists()


def test_what_fails_on_the_way_leaves_the_old_file(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "x.csv"
    file.write_text("old\n", encoding="utf-8")

    def full(*_: Any) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    assert run([*LINE, "-o", str(file)]) == 2
    assert "No space left on device" in capsys.readouterr().err
    assert file.read_text(encoding="utf-8") == "old\n"
    assert [*tmp_path.iterdir()] == [file]


def test_export_as_a_workbook(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "x.xlsx"
    line = ["export", "barnet-2018", "--columns", "ward,candidate,votes,elected,date"]
    assert written(capsys, *line, "-o", str(file)) == f"wrote 220 candidacies to {file}\n"
    rows = [[cell.value for cell in row] for row in openpyxl.load_workbook(file).active.iter_rows()]
    assert len(rows) == 1 + 220
    assert [type(value) for value in rows[1]] == [str, str, int, bool, datetime]
    assert sum(row[2] for row in rows[1:]) == sum(
        int(line) for line in printed(capsys, "export", "barnet-2018", "--columns", "votes", "--no-header").split()
    )


def test_the_help_names_every_ending(capsys: pytest.CaptureFixture[str]) -> None:
    out = " ".join(printed(capsys, "margins", "--help").split())
    assert ", ".join(ending.removeprefix(".") for ending in ENDINGS) in out
