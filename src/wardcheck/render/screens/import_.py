"""The summary of an import."""

from __future__ import annotations

from collections.abc import Sequence

from wardcheck.render.screens.words import counted, number
from wardcheck.render.sheet import Column, Sheet, Span
from wardcheck.sources.importing import ImportRow


def import_sheet(shown: Sequence[ImportRow], everything: Sequence[ImportRow], *, dry_run: bool) -> Sheet:
    """A line for each election shown, with totals of all."""
    written = sum(row.written for row in everything)
    title = f"{counted(len(everything), 'election')}, {counted(sum(row.wards for row in everything), 'ward')}: "
    title += f"{counted(written, 'file')} {'would be ' if dry_run else ''}written"
    columns = [Column("Election"), *(Column(t, "right") for t in ("Wards", "Written", "Unchanged", "Refused"))]
    rows = [
        [
            Span(row.election, strong=True),
            *(Span(number(n)) for n in (row.wards, row.written, row.unchanged, row.refused)),
        ]
        for row in shown
    ]
    return Sheet(title, columns, rows)
