"""Values as text that cannot harm: a name must not repaint the terminal nor break a line of the output."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import fields
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

UNSAFE = re.compile(r"[\x00-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufeff]")
"""Characters that repaint a terminal, reorder a line, break one or hide in it."""

DECIMALS = 4
"""Decimals kept in machine formats, for percentages; a count has none."""


def safe(text: str) -> str:
    """``text`` on one line with every control character written as an escape."""
    return UNSAFE.sub(lambda match: match[0].encode("unicode_escape", "surrogatepass").decode("ascii"), text)


def plain(value: object) -> str:
    """One value for a machine: plain integers, at most four decimals, true or false, empty for unknown."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return f"{value:.{DECIMALS}f}".rstrip("0").rstrip(".")
    return safe(str(value))


def columns_of(row_type: type[DataclassInstance]) -> tuple[str, ...]:
    """The columns of a row type, in the order of the contract."""
    return tuple(field.name for field in fields(row_type))


def values_of(row: DataclassInstance, columns: Sequence[str]) -> list[Any]:
    """The values of a row in the order of ``columns``."""
    return [getattr(row, column) for column in columns]
