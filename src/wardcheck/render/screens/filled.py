"""A table with a line for each row: its columns, each with what fills it from a row."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from wardcheck.render.sheet import Cell, Column

RowT = TypeVar("RowT")

Filled = tuple[Column, Callable[[RowT], Cell]]
"""A column, and the cell that a row has in it."""


def filled(columns: Sequence[Filled[RowT]], rows: Iterable[RowT]) -> tuple[list[Column], list[list[Cell]]]:
    """The columns of a sheet, and its lines."""
    return [column for column, _ in columns], [[cell(row) for _, cell in columns] for row in rows]
