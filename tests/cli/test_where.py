"""``--where`` in every command with rows: before order, limit and totals, and with what is unknown said."""

from __future__ import annotations

import csv
import io

import pytest

from cli.test_contract import CONTRACT, Promise
from wardcheck.cli.main import run


def printed(capsys: pytest.CaptureFixture[str], *argv: str, code: int = 0) -> tuple[list[dict[str, str]], str]:
    assert run([*argv, "-f", "csv"]) == code
    out, err = capsys.readouterr()
    return list(csv.DictReader(io.StringIO(out))), err


@pytest.mark.parametrize(
    "promise", [p for p in CONTRACT if "STORE" not in p.line and not p.line.startswith("import")], ids=lambda p: p.line
)
def test_every_command_keeps_the_rows_that_a_filter_of_its_output_keeps(
    promise: Promise, capsys: pytest.CaptureFixture[str]
) -> None:
    """By the first column that has two values in its rows; the filter is plain Python on what is printed."""
    words = promise.line.partition(" --limit")[0].split()  # which rows come first depends on those before it
    rows, _ = printed(capsys, *words, code=promise.code)
    columns = promise.columns.split()
    for column in columns:
        values = sorted({row[column] for row in rows if row[column] and '"' not in row[column]})
        if len(values) > 1 and not values[0].startswith("'"):
            kept, _ = printed(capsys, *words, "--where", f'{column} = "{values[0]}"', code=promise.code)
            assert kept == [row for row in rows if row[column] == values[0]]
            empty, _ = printed(capsys, *words, "--where", f"{column} is empty", code=promise.code)
            assert empty == [row for row in rows if row[column] == ""]
            break
    none, _ = printed(
        capsys, *words, "--where", f"{columns[0]} is empty and {columns[0]} is not empty", code=promise.code
    )
    assert none == []


def test_before_sort_and_limit(capsys: pytest.CaptureFixture[str]) -> None:
    line = ["margins", "barnet-2018", "--where", "runner_up_party = Labour", "--sort", "ward", "--limit", "3"]
    rows, err = printed(capsys, *line)
    assert [row["ward"] for row in rows] == ["east-barnet", "edgware", "finchley-church-end"]
    assert err == ""


def test_what_cannot_be_told_is_counted(capsys: pytest.CaptureFixture[str]) -> None:
    rows, err = printed(capsys, "margins", "hertsmere-2019", "--where", "margin_pct < 1 and margin < 100")
    assert rows == []
    # of 16 wards without papers, seven have margins of 100 and more: false, whatever the papers are
    assert err.splitlines()[-1].startswith("wardcheck: --where: ")
    assert "rows left out of which it cannot be told: margin_pct empty" in err


@pytest.mark.parametrize("command", ["margins", "turnout"])
def test_totals_are_of_the_wards_kept(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    rows, err = printed(capsys, command, "barnet-2018", "--where", "electorate < 11000", "--total")
    *wards, total = rows
    assert 0 < len(wards) < 21
    assert int(total["electorate"]) == sum(int(row["electorate"]) for row in wards)
    assert all(int(row["electorate"]) < 11000 for row in wards)
    assert err == ""


def test_totals_of_all_rows_say_so(capsys: pytest.CaptureFixture[str]) -> None:
    rows, err = printed(capsys, "parties", "barnet-2018", "--where", "seats > 0", "--total")
    assert [row["party"] for row in rows] == ["con", "lab", ""]
    assert "--total: of all rows, not of those alone that --where keeps" in err


def test_a_table_says_what_is_kept(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["margins", "barnet-2018", "--where", "margin < 50", "-f", "table"]) == 0
    out = capsys.readouterr().out
    assert out.startswith("Barnet, 3 May 2018: 4 wards, 12 seats")
    assert "Where margin < 50: 4 of 21 rows." in out
    assert run(["seats", "barnet-2018", "--where", "gained > 0", "-f", "table"]) == 0
    assert "Where gained > 0: 2 of 3 rows; the words above are of all." in capsys.readouterr().out


def test_given_again_both_must_hold(capsys: pytest.CaptureFixture[str]) -> None:
    line = ["margins", "barnet-2018", "--columns", "ward"]
    one = printed(capsys, *line, "--where", "margin < 50 and last_elected_party = con")[0]
    assert printed(capsys, *line, "--where", "margin < 50", "--where", "last_elected_party = con")[0] == one != []


def test_the_issue_s_examples(capsys: pytest.CaptureFixture[str]) -> None:
    rows, _ = printed(
        capsys, "close", "--region", "london", "--year", "2018", "--where", "challenger_party = green and margin < 50"
    )
    assert rows
    assert {row["challenger_party"] for row in rows} == {"green"}
    assert max(int(row["margin"]) for row in rows) < 50
    rows, _ = printed(capsys, "margins", "--all", "--where", "decided_by = unopposed")
    assert {row["decided_by"] for row in rows} <= {"unopposed"}
    rows, _ = printed(capsys, "change", "barnet-2018", "--by", "ward", "--where", "changed")
    assert {row["changed"] for row in rows} == {"true"}


@pytest.mark.parametrize(
    ("condition", "said"),
    [
        ("margn < 5", "wardcheck: --where: no column 'margn'; nearest: margin\n  margn < 5\n  ^\n"),
        ("runner_up_party = labuor", "wardcheck: --where: runner_up_party: no party 'labuor'; nearest: lab\n"),
    ],
)
def test_an_error_is_exit_2_with_the_place(condition: str, said: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["margins", "barnet-2018", "--where", condition]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith(said)
