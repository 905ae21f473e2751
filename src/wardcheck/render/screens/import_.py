"""The summary of an import."""

from __future__ import annotations

from collections.abc import Sequence

from wardcheck.render.sheet import Column, Sheet, Span
from wardcheck.sources.run import ImportRow
from wardcheck.words import counted, number


def import_sheet(shown: Sequence[ImportRow], everything: Sequence[ImportRow], *, dry_run: bool) -> Sheet:
    """A line for each election shown, with totals of all."""
    written = sum(row.written for row in everything)
    title = f"{counted(len(everything), 'election')}, {counted(sum(row.wards for row in everything), 'ward')}: "
    title += f"{counted(written, 'file')} {'would be ' if dry_run else ''}written"
    columns = [Column("Election"), *(Column(t, "right") for t in _TITLES)]
    rows = [
        [
            Span(row.election, strong=True),
            *(Span(number(n)) for n in _counts(row)),
        ]
        for row in shown
    ]
    return Sheet(title, columns, rows)


_TITLES = ("Wards", "Written", "Unchanged", "Refused", "Left out", "Left over")


def _counts(row: ImportRow) -> tuple[int, ...]:
    return row.wards, row.written, row.unchanged, row.refused, row.left_out, row.left_over
