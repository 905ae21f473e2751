"""The elections of the store."""

from __future__ import annotations

from collections.abc import Sequence

from wardcheck.analysis.elections import ElectionRow
from wardcheck.analysis.report import Report, Slugs
from wardcheck.render.labels import long_date
from wardcheck.render.sheet import Column, Sheet, Span
from wardcheck.words import counted, number


def elections_sheet(shown: Sequence[ElectionRow], everything: Report[ElectionRow, None]) -> Sheet:
    """A line for each election shown, with totals of all."""
    columns = [
        Column("Election"),
        Column("Council", keep=1),
        Column("Polling day", "right", keep=2),
        Column("Kind", keep=4),
        Column("Wards", "right"),
        Column("Seats", "right"),
        Column("Candidates", "right", keep=3),
        Column("Previous", keep=5),
    ]
    rows = [
        [
            Span(row.election, strong=True),
            Span(row.council),
            Span(long_date(row.date)),
            Span(row.kind or ""),
            Span(number(row.wards)),
            Span(number(row.seats)),
            Span(number(row.candidates)),
            Span(row.previous or "", faint=True),
        ]
        for row in shown
    ]
    wards, seats = sum(row.wards for row in everything), sum(row.seats for row in everything)
    councils = len({row.council for row in everything})
    title = f"{counted(len(everything), 'election')} of {counted(councils, 'council')}: "
    title += f"{counted(wards, 'ward')}, {counted(seats, 'seat')}"
    notes = [remark.text(Slugs()) for remark in everything.remarks]
    return Sheet(title, columns, rows, notes, unit=("election", "elections"))
