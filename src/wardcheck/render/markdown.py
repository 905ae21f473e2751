"""Rows -> a Markdown table."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from wardcheck.render.values import plain, values_of

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

_ACTIVE = str.maketrans({character: f"\\{character}" for character in "\\|*_`[]<>&~"})


def markdown(rows: Iterable[DataclassInstance], columns: Sequence[str], *, header: bool = True) -> str:
    """A pipe table; a column of numbers is set flush right, and no name is taken for markup."""
    values = [values_of(row, columns) for row in rows]
    lines = [_line([_cell(value) for value in row]) for row in values]
    if header:
        numeric = [any(_is_number(row[n]) for row in values) for n in range(len(columns))]
        rule = [("---:" if right else "---") for right in numeric]
        lines = [_line(columns), _line(rule), *lines]
    return "".join(f"{line}\n" for line in lines)


def _line(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _cell(value: object) -> str:
    text = plain(value)
    return text.translate(_ACTIVE) if isinstance(value, str) else text


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)
