"""Values as text that cannot harm: a name must not repaint the terminal nor break a line of the output."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import fields
from functools import lru_cache
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from wardcheck.printable import printable

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

DECIMALS = 4
"""Decimals kept in machine formats, for percentages; a count has none."""


def plain(value: object) -> str:
    """One value for a machine: plain integers, at most four decimals, true or false, empty for unknown."""
    if value is None:
        return ""
    if type(value) is int:  # most values are: a count, with nothing to escape
        return str(value)
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return f"{value:.{DECIMALS}f}".rstrip("0").rstrip(".")
    return printable(str(value))


def columns_of(row_type: type[DataclassInstance]) -> tuple[str, ...]:
    """The columns of a row type, in the order of the contract."""
    return tuple(field.name for field in fields(row_type))


def values_of(row: DataclassInstance, columns: Sequence[str]) -> Sequence[Any]:
    """The values of a row in the order of ``columns``."""
    return _getter(tuple(columns))(row)


@lru_cache
def _getter(columns: tuple[str, ...]) -> Callable[[DataclassInstance], Sequence[Any]]:
    if len(columns) < 2:
        return lambda row: [getattr(row, column) for column in columns]
    return attrgetter(*columns)
