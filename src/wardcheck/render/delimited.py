"""Rows -> tab- or comma-separated text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from wardcheck.render.values import plain, values_of

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

_FORMULA = ("=", "+", "-", "@")


def tsv(rows: Iterable[DataclassInstance], columns: Sequence[str], *, header: bool = True) -> str:
    """Tab-separated values. No quotes are needed: no value has a tab or a line end in it."""
    lines = ["\t".join(columns)] if header else []
    lines += ["\t".join(map(plain, values_of(row, columns))) for row in rows]
    return "".join(f"{line}\n" for line in lines)


def csv_text(rows: Iterable[DataclassInstance], columns: Sequence[str], *, header: bool = True) -> str:
    """Comma-separated values with quotes where needed.

    A text that a spreadsheet would take for a formula gets an apostrophe before it; numbers never do.
    """
    import csv  # most pipes ask for tabs
    import io

    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    if header:
        writer.writerow(columns)
    writer.writerows([_guarded(value) for value in values_of(row, columns)] for row in rows)
    return out.getvalue()


def _guarded(value: object) -> str:
    text = plain(value)
    return f"'{text}" if isinstance(value, str) and text.startswith(_FORMULA) else text
