"""A table that is sorted by a column shows that column."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

from wardcheck.render.labels import long_date
from wardcheck.render.sheet import Bar, Cell, Column, Sheet, Span, text_of
from wardcheck.render.values import plain
from wardcheck.store.names import slug_of
from wardcheck.words import number, percentage

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

_FIGURE = re.compile(r"-?[0-9][0-9,]*(\.[0-9]+)?")
"""The figure that words begin with: ``652 behind``."""
_MARKS = " ◆*≠%+"
"""What stands beside a figure and is no part of it."""


def with_sorted(sheet: Sheet, rows: Sequence[DataclassInstance], name: str) -> Sheet:
    """The sheet of ``rows``, in which the values that they are sorted by are seen at any width.

    A column shows them if its words are these values, row by row; it then never gives way. If none does, one is added
    under the name of the column. A sheet whose lines are not one a row stays as it is.
    """
    if len(sheet.rows) != len(rows):
        return sheet
    values = [getattr(row, name) for row in rows]
    known = any(value is not None for value in values)
    for n, column in enumerate(sheet.columns):
        cells = [line[n] for line in sheet.rows]
        if known and not any(isinstance(cell, Bar) for cell in cells) and all(map(_shows, cells, values)):
            columns = [replace(column, keep=0) if n == m else other for m, other in enumerate(sheet.columns)]
            return replace(sheet, columns=columns)
    numeric = any(isinstance(value, int | float) and not isinstance(value, bool) for value in values)
    lines = [[*line, Span(_words(value))] for line, value in zip(sheet.rows, values, strict=True)]
    return replace(sheet, columns=[*sheet.columns, Column(name, "right" if numeric else "left")], rows=lines)


def _words(value: Any) -> str:
    """A value as a person reads it; yes and no for a truth value, slugs as they are."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, date):
        return long_date(value)
    if isinstance(value, int):
        return number(value)
    return percentage(value, 2) if isinstance(value, float) and value >= 0 else plain(value)


def _shows(cell: Cell, value: Any) -> bool:
    words = text_of(cell).strip(_MARKS)
    if value is None or not words:
        return value is None and not words
    if isinstance(value, bool | date):
        return words == _words(value)
    if isinstance(value, str):
        return words == value or slug_of(words) == value
    if words == percentage(value):  # such as "<0.1"
        return True
    found = _FIGURE.match(words)
    figure = float(found[0].replace(",", "")) if found else None
    return figure == value or (isinstance(value, float) and figure in (round(value, 1), round(value, 2)))
