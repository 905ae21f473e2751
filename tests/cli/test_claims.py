"""``wardcheck claims``: verdicts in every format, the working of one claim, and what the exit code says."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from rich.cells import cell_len

from wardcheck.claims import ClaimRow
from wardcheck.cli.main import run
from wardcheck.render.screens.claims import claims_sheet
from wardcheck.render.table import table

FILES = ["docs/claims/conservativehome-2018.yaml", "docs/claims/jvl-2018.yaml", "docs/claims/kenilworth-2019.yaml"]
QUICK = [FILES[0], FILES[2]]
"""Those that need no rank among all wards of London."""

COLUMNS = ["claim", "verdict", "said", "found", "measure", "by", "on", "source", "words", "why"]
WORKING = ["claim", "statement", "figure", "said", "measure", "found", "verdict", "command"]

HOLDS = """\
- id: one-vote
  claim: High Barnet was won by one vote.
  figure: {metric: margin, election: barnet-2018, ward: high-barnet}
  is: 1
"""


def printed(capsys: pytest.CaptureFixture[str], *argv: str, code: int = 0) -> str:
    assert run(["claims", *argv]) == code
    out, err = capsys.readouterr()
    assert err == ""
    return out


def test_columns_on_a_pipe(capsys: pytest.CaptureFixture[str]) -> None:
    lines = printed(capsys, *FILES).splitlines()
    assert lines[0].split("\t") == COLUMNS
    assert len(lines) == 35
    assert {line.count("\t") for line in lines} == {len(COLUMNS) - 1}


def test_every_format_says_the_same(capsys: pytest.CaptureFixture[str]) -> None:
    rows = json.loads(printed(capsys, *QUICK, "-f", "json"))
    assert [list(row) for row in rows] == [COLUMNS] * 13
    assert [json.loads(line) for line in printed(capsys, *QUICK, "-f", "jsonl").splitlines()] == rows
    tsv = [line.split("\t") for line in printed(capsys, *QUICK, "-f", "tsv").splitlines()]
    assert [[value or "" for value in row.values()] for row in rows] == tsv[1:]
    verdicts = [row["verdict"] for row in rows]
    assert [row["verdict"] for row in csv.DictReader(io.StringIO(printed(capsys, *QUICK, "-f", "csv")))] == verdicts
    markdown = printed(capsys, *QUICK, "-f", "md").splitlines()
    assert len(markdown) == 15
    for form in ("svg", "html"):
        assert "golders-green-lead" in printed(capsys, *QUICK, "-f", form)


def test_a_person_reads_the_verdict_first(capsys: pytest.CaptureFixture[str]) -> None:
    lines = printed(capsys, "docs/claims/conservativehome-2018.yaml", "-f", "table").splitlines()
    assert lines[0] == "9 claims: 6 hold, 1 depends on the measure and 2 are undecidable"
    start = lines.index("depends      golders-green-lead")
    assert lines[start : start + 7] == [
        "depends      golders-green-lead",
        "             In Golders Green the Conservatives won by around 3,000 to 1,000;",
        "             last time it was around 2,000 to 1,000.",
        "             said   3,000 to 1,000; before, 2,000 to 1,000",
        "             found  sum: 9,572; 3,397; 6,556; 2,809: fails",
        "                    top: 3,308; 1,240; 2,423; 1,024: holds",
        "                    mean, per_seat: 3,191; 1,132; 2,185; 936: holds",
    ]


@pytest.mark.parametrize("columns", ["80", "200"])
def test_every_line_fits(columns: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    for claim in (None, "west-hendon-double", "childs-hill-most-marginal", "jewish-share-and-swing"):
        explain = [] if claim is None else ["--explain", claim]
        for line in printed(capsys, *FILES, "-f", "table", *explain).splitlines():
            assert cell_len(line) <= int(columns)
            assert line == line.rstrip()
            assert "…" not in line


def test_nothing_depends_on_colour(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    plain = printed(capsys, *QUICK, "-f", "table")
    monkeypatch.setenv("NO_COLOR", "1")
    assert printed(capsys, *QUICK, "-f", "table") == plain
    for verdict in ("holds", "fails", "depends", "undecidable"):
        assert f"\n{verdict} " in plain


def test_working(capsys: pytest.CaptureFixture[str]) -> None:
    lines = printed(capsys, *FILES, "--explain", "tories-added-40000").splitlines()
    assert [line.split("\t") for line in lines] == [
        WORKING,
        [
            *("tories-added-40000", "1", "con change in votes, barnet-2014 to barnet-2018", "over 40,000", "sum"),
            *("+37,424", "fails", "wardcheck change barnet-2014 barnet-2018 --measure sum"),
        ],
    ]


@pytest.mark.parametrize("file", FILES)
def test_the_commands_of_the_working_print_the_figure(file: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Each command runs, and its output has the figure that the working found."""
    for claim in json.loads(printed(capsys, file, "-f", "json")):
        for row in json.loads(printed(capsys, file, "--explain", claim["claim"], "-f", "json")):
            if row["command"]:
                assert run(row["command"].split()[1:]) == 0, row["command"]
                out = capsys.readouterr().out
                assert out.count("\n") > 1
                figure = row["found"].split(" ")[0].strip("+;").replace(",", "")
                if figure.lstrip("-").isdigit() and "control" not in row["command"] and "majority" not in row["figure"]:
                    # a party that did not stand has no row
                    assert figure in out.replace("\n", "\t").split("\t") or figure == "0", row


def test_explain_an_unknown_claim(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["claims", *FILES, "--explain", "tories-added-4000"]) == 2
    hint = "nearest: tories-added-40000, labour-added-20000, hale-tories-3000"
    assert capsys.readouterr().err == f"wardcheck: no claim 'tories-added-4000'; {hint}\n"


def test_strict(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "claims.yaml"
    file.write_text(HOLDS, encoding="utf-8")
    printed(capsys, str(file), "--strict")
    printed(capsys, FILES[0], "--strict")  # depends and undecidable do not count
    printed(capsys, str(file), FILES[2], "--strict", code=1)
    printed(capsys, str(file), FILES[2])
    file.write_text(HOLDS.replace("is: 1", "is: 2"), encoding="utf-8")
    printed(capsys, str(file), "--strict", code=1)
    printed(capsys, str(file), "--strict", "--limit", "0", code=1)


def test_all_problems_and_exit_code_2(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "claims.yaml"
    file.write_text(HOLDS.replace("margin", "margn").replace("is: 1", "overs: 1"), encoding="utf-8")
    assert run(["claims", str(file), str(tmp_path / "none.yaml")]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    lines = err.splitlines()
    assert lines[0] == f'{file}:3: figure.metric: expected a metric, got "margn"; did you mean "margin"?'
    assert lines[1] == f"{file}:3: figure: expected one word said of it, such as is, over or rose; got none of them"
    assert lines[2] == f'{file}:4: overs: expected a known key; did you mean "over"?'
    assert lines[3] == f"{tmp_path / 'none.yaml'}:1: file: expected to read it, got No such file or directory"


def test_no_file(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["claims"]) == 2
    assert "FILE..." in capsys.readouterr().err


def test_rows_hidden_are_counted() -> None:
    row = ClaimRow("one", "holds", "1", "1", None, None, None, None, "So it was.", "It was 1.")
    assert table(claims_sheet([], [row]), width=80, terminal=False).splitlines() == [
        "1 claim: 1 holds",
        "",
        "1 more claim.",
    ]
    assert table(claims_sheet([], []), width=80, terminal=False) == "No claims.\n"
