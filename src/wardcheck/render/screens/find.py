"""Where people of a name stood: a line for each candidacy."""

from __future__ import annotations

from collections.abc import Sequence

from wardcheck.analysis.find import FoundRow
from wardcheck.analysis.report import Report
from wardcheck.render.labels import Labels
from wardcheck.render.screens.chips import chip, widest_party
from wardcheck.render.screens.filled import Filled, filled
from wardcheck.render.sheet import Column, Sheet, Span
from wardcheck.words import counted, number


def find_sheet(
    shown: Sequence[FoundRow], report: Report[FoundRow, int], name: str, labels: Labels, *, twice: bool = False
) -> Sheet:
    """The sheet of the rows shown; the title counts all of them."""
    wide = widest_party([row.party for row in shown], labels)
    columns: list[Filled[FoundRow]] = [
        (Column("Name", wraps=2), lambda row: Span(row.name, strong=True)),
        (Column("Election", wraps=2), lambda row: Span(row.election, faint=True)),
        (Column("Ward", keep=1, wraps=3), lambda row: Span(labels.of(row.election, row.ward))),
        (Column("Party"), lambda row: chip(labels.party(row.party), wide)),
        (Column("Votes", "right", keep=3), lambda row: Span(number(row.votes))),
        (Column("", keep=2), lambda row: Span(_outcome(row), strong=row.elected)),
    ]
    heads, lines = filled(columns, shown)
    for n in range(1, len(lines)):
        if shown[n].name == shown[n - 1].name:
            lines[n][0] = Span("", strong=True)
    unit = ("candidacy", "candidacies")
    found = f"{counted(len(report), *unit)} under {counted(len({row.name for row in report}), 'name')}"
    who = f"“{name}”" if name.strip() else "Who stood"
    title = f"{who}{' more than once' if twice else ''}: {found if report else 'nobody'}, in {labels.place()}"
    notes = [remark.text(labels) for remark in report.remarks]
    return Sheet(title, heads, lines, notes, unit=unit)


def _outcome(row: FoundRow) -> str:
    if row.elected:
        return "elected"
    if row.behind is None:
        return ""
    return f"{row.behind:,} behind" if row.behind > 0 else "level" if row.behind == 0 else f"{-row.behind:,} ahead"
