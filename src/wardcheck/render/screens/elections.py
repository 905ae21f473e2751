"""The elections of the store."""

from __future__ import annotations

from collections.abc import Sequence

from wardcheck.analysis.elections import ElectionRow
from wardcheck.analysis.report import Report, Slugs
from wardcheck.render.labels import long_date
from wardcheck.render.screens.filled import Filled, filled
from wardcheck.render.sheet import Column, Sheet, Span
from wardcheck.words import counted, number


def elections_sheet(shown: Sequence[ElectionRow], everything: Report[ElectionRow, None]) -> Sheet:
    """A line for each election shown, with totals of all."""
    columns: list[Filled[ElectionRow]] = [
        (Column("Election"), lambda row: Span(row.election, strong=True)),
        (Column("Council", keep=1), lambda row: Span(row.council)),
        (Column("Polling day", "right", keep=2), lambda row: Span(long_date(row.date))),
        (Column("Kind", keep=4), lambda row: Span(row.kind or "")),
        (Column("Wards", "right"), lambda row: Span(number(row.wards))),
        (Column("Seats", "right"), lambda row: Span(number(row.seats))),
        (Column("Candidates", "right", keep=3), lambda row: Span(number(row.candidates))),
        (Column("Previous", keep=5), lambda row: Span(row.previous or "", faint=True)),
    ]
    wards, seats = sum(row.wards for row in everything), sum(row.seats for row in everything)
    councils = len({row.council for row in everything})
    title = f"{counted(len(everything), 'election')} of {counted(councils, 'council')}: "
    title += f"{counted(wards, 'ward')}, {counted(seats, 'seat')}"
    notes = [remark.text(Slugs()) for remark in everything.remarks]
    return Sheet(title, *filled(columns, shown), notes, unit=("election", "elections"))
