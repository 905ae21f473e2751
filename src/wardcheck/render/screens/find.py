"""Where people of a name stood: a line for each candidacy."""

from __future__ import annotations

from collections.abc import Sequence

from wardcheck.analysis.find import FoundRow
from wardcheck.analysis.report import Report
from wardcheck.render.labels import Labels
from wardcheck.render.screens.chips import chip, widest_party
from wardcheck.render.sheet import Cell, Column, Sheet, Span
from wardcheck.words import counted, number


def find_sheet(
    shown: Sequence[FoundRow], report: Report[FoundRow, int], name: str, labels: Labels, *, twice: bool = False
) -> Sheet:
    """The sheet of the rows shown; the title counts all of them."""
    wide = widest_party([row.party for row in shown], labels)
    columns = [
        Column("Name", wraps=2),
        Column("Election", wraps=2),
        Column("Ward", keep=1, wraps=3),
        Column("Party"),
        Column("Votes", "right", keep=3),
        Column("", keep=2),
    ]
    lines: list[list[Cell]] = [
        [
            Span("" if n and row.name == shown[n - 1].name else row.name, strong=True),
            Span(row.election, faint=True),
            Span(labels.of(row.election, row.ward)),
            chip(labels.party(row.party), wide),
            Span(number(row.votes)),
            Span(_outcome(row), strong=row.elected),
        ]
        for n, row in enumerate(shown)
    ]
    unit = ("candidacy", "candidacies")
    found = f"{counted(len(report), *unit)} under {counted(len({row.name for row in report}), 'name')}"
    who = f"“{name}”" if name.strip() else "Who stood"
    title = f"{who}{' more than once' if twice else ''}: {found if report else 'nobody'}, in {labels.place()}"
    notes = [remark.text(labels) for remark in report.remarks]
    return Sheet(title, columns, lines, notes, unit=unit)


def _outcome(row: FoundRow) -> str:
    if row.elected:
        return "elected"
    if row.behind is None:
        return ""
    return f"{row.behind:,} behind" if row.behind > 0 else "level" if row.behind == 0 else f"{-row.behind:,} ahead"
