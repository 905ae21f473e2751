"""Rows -> JSON, as one array or one object a line."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING

from wardcheck.printable import UNSAFE
from wardcheck.render.values import DECIMALS, values_of

if TYPE_CHECKING:
    from _typeshed import DataclassInstance


def json_array(rows: Iterable[DataclassInstance], columns: Sequence[str], *, header: bool = True) -> str:  # noqa: ARG001
    """One array, an object a line; names stand in every object, so that there is no header to leave out."""
    return "".join(json_array_of([rows], columns))


def json_array_of(groups: Iterable[Iterable[DataclassInstance]], columns: Sequence[str]) -> Iterator[str]:
    """The same array in pieces, one for each group of rows."""
    before, end = "[\n  ", "[]\n"
    for rows in groups:
        if objects := [_object(row, columns) for row in rows]:
            yield before + ",\n  ".join(objects)
            before, end = ",\n  ", "\n]\n"
    yield end


def json_lines(rows: Iterable[DataclassInstance], columns: Sequence[str], *, header: bool = True) -> str:  # noqa: ARG001
    """One object a line."""
    return "".join(f"{_object(row, columns)}\n" for row in rows)


def _object(row: DataclassInstance, columns: Sequence[str]) -> str:
    values = (_value(value) for value in values_of(row, columns))
    text = json.dumps(dict(zip(columns, values, strict=True)), ensure_ascii=False)
    return text if text.isprintable() else re.sub(UNSAFE, lambda match: f"\\u{ord(match[0]):04x}", text)


def _value(value: object) -> object:
    if isinstance(value, date):
        return value.isoformat()
    return round(value, DECIMALS) if isinstance(value, float) else value
