"""Delimited text as it comes: lines with their numbers, and what is wrong with the file as a problem."""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections.abc import Iterator
from pathlib import Path

from wardcheck.errors import DataError, Problem
from wardcheck.store.files import content

GAPS = frozenset({"", "-", "NULL", "NA", "N/A", "n/a"})
"""How sources write that they have no figure."""

MAX_BYTES = 67_108_864
"""The largest file of comma-separated values that is read; a day of all England takes four million bytes."""

_LONGEST_COUNT = 9
_PERCENTAGE = re.compile(r"[0-9]{1,3}(\.[0-9]+)?")
_WHOLE = 100
_OTHER_SEPARATORS = {";": "semicolons", "\t": "tabs", "|": "vertical bars"}
_LOOKED_AT = 4000
"""Characters of a file that tell what separates its values."""
_QUOTED = re.compile(r'"[^"]*"')


def csv_rows(path: Path) -> Iterator[tuple[int, list[str]]]:
    """The rows of a file of comma-separated values, each with the number of its first line.

    Blanks around a value and runs of blanks within it are dropped.

    Raises:
        DataError: the file is too large or cannot be opened, is not UTF-8, or is not comma-separated.
    """
    text = _decoded(path)
    _refuse_other_separators(path, text)
    line = 1
    try:
        reader = csv.reader(io.StringIO(text, newline=""), strict=True)
        for cells in reader:
            yield line, [" ".join(cell.split()) for cell in cells]
            line = reader.line_num + 1
    except csv.Error as error:
        raise _unreadable(path, line, f"expected comma-separated text, got {error}") from error


def _decoded(path: Path) -> str:
    data = content(path, MAX_BYTES)
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        raise _unreadable(path, 1, "expected UTF-8, got UTF-16; save it as CSV UTF-8")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        start = error.start if not data.startswith(codecs.BOM_UTF8) else error.start + len(codecs.BOM_UTF8)
        what = f"expected UTF-8, got the byte 0x{data[start]:02x}; save it as CSV UTF-8"
        raise _unreadable(path, data.count(b"\n", 0, start) + 1, what) from error


def _refuse_other_separators(path: Path, text: str) -> None:
    first = [_QUOTED.sub("", line) for line in text[:_LOOKED_AT].splitlines() if line.strip()]
    for character, name in _OTHER_SEPARATORS.items():
        apart = [line for line in first if line.count(character) > line.count(",")]
        if first and len(apart) * 2 > len(first):
            raise _unreadable(path, 1, f"expected values separated by commas, got {name}; save it as CSV with commas")


def _unreadable(path: Path, line: int, what: str) -> DataError:
    return DataError([Problem(str(path), line, f"file: {what}")])


def pct_of(text: str) -> float | None:
    """A percentage; a gap or a nought is unknown.

    Raises:
        ValueError: the text is no percentage, or so small that it is a fraction (no ward has polled less than 1 %).
    """
    if text in GAPS:
        return None
    if not _PERCENTAGE.fullmatch(text) or float(text) > _WHOLE:
        raise ValueError(repr(text))
    if 0 < float(text) < 1:
        raise ValueError(f"{text!r}, which looks like a fraction")
    return round(float(text), 6) or None


def count_of(text: str | None) -> int | None:
    """A count of people or papers; a gap, a dash or a nought is unknown, for sources write them so.

    Raises:
        ValueError: the text is no count.
    """
    stripped = (text or "").strip()
    if stripped in GAPS:
        return None
    digits = stripped.removesuffix(".0").replace(",", "")
    if not (digits.isascii() and digits.isdigit() and len(digits) <= _LONGEST_COUNT):
        raise ValueError(repr(stripped))
    return int(digits) or None
