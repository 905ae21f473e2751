"""What a table is sorted by is seen in it, at the narrowest width too."""

from __future__ import annotations

from dataclasses import fields

import pytest

from wardcheck.analysis.margins import MarginRow, margins
from wardcheck.cli.main import run
from wardcheck.render.sheet import Bar, Cell, Column, Sheet, Span
from wardcheck.render.sorted_column import with_sorted
from wardcheck.store import Store

SHOWN = {
    "margins barnet-2018 --sort electorate": "electorate",
    "margins barnet-2018 --sort margin_pct --reverse": "% of papers",
    "margins barnet-2018 --sort turnout_pct": "Turnout %",
    "margins hertsmere-2019 --sort margin_pct": "margin_pct",
    "close barnet-2018 --sort margin_pct": "% of papers",
    "turnout barnet-2018 --sort votes_per_ballot": "Votes a paper",
    "change barnet-2018 --sort votes_change_pct": "Change %",
    "change barnet-2018 --sort candidates_from": "Stood",
    "ward barnet-2018 hale --sort behind": "652 behind",
    "elections barnet --kind both --sort date": "Polling day",
    "councillors barnet-2018 --sort rank": "rank",
}


@pytest.mark.parametrize("line", SHOWN)
@pytest.mark.parametrize("width", ["80", "120", "200"])
def test_the_column_is_there(
    line: str, width: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", width)
    assert run([*line.split(), "--limit", "3", "-f", "table"]) == 0
    assert SHOWN[line] in capsys.readouterr().out


def test_with_the_values_that_a_script_reads(capsys: pytest.CaptureFixture[str]) -> None:
    line = ["margins", "barnet-2018", "--sort", "electorate", "--limit", "4"]
    assert run([*line, "-f", "tsv", "--columns", "electorate", "--no-header"]) == 0
    values = [f"{int(value):,}" for value in capsys.readouterr().out.split()]
    assert run([*line, "-f", "table"]) == 0
    ends = [one.split()[-1] for one in capsys.readouterr().out.splitlines() if one]
    at = ends.index("electorate") + 1
    assert ends[at : at + 4] == values


def test_no_column_is_there_twice_and_the_one_that_shows_it_never_goes(shipped: Store) -> None:
    rows = list(margins(shipped.election("barnet-2018")))
    columns = [
        Column("Ward", keep=1),
        Column("Margin", "right", keep=3),
        Column("", keep=2),
        Column("%", "right", keep=1),
    ]
    lines: list[list[Cell]] = [
        [Span(row.ward or ""), Span(f"{row.margin:,} ◆"), Bar(0.5), Span(f"{row.turnout_pct:.1f}")] for row in rows
    ]
    sheet = Sheet("title", columns, lines)
    shown = {"ward": "Ward", "margin": "Margin", "party_margin": "Margin", "turnout_pct": "%"}
    assert all(row.party_margin == row.margin for row in rows)  # so that one column is both
    for field in fields(MarginRow):
        found = with_sorted(sheet, rows, field.name)
        titles = [column.title for column in found.columns]
        assert titles == ["Ward", "Margin", "", "%", *([field.name] if field.name not in shown else [])]
        (fixed,) = [column.title for column in found.columns if column.keep == 0]
        assert fixed == shown.get(field.name, field.name)


def test_lines_that_are_not_one_a_row_stay(shipped: Store) -> None:
    rows = list(margins(shipped.election("barnet-2018")))
    sheet = Sheet("title", [Column("Ward")], [[Span("Targets")], *([Span(row.ward or "")] for row in rows)])
    assert with_sorted(sheet, rows, "electorate") is sheet
