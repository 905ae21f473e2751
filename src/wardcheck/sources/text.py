"""Delimited text as it comes: lines with their numbers, and what is wrong with the file as a problem."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from pathlib import Path

from wardcheck.errors import DataError, Problem
from wardcheck.store.files import measured

GAPS = frozenset({"", "-", "NULL", "NA", "N/A", "n/a"})
"""How sources write that they have no figure."""

MAX_BYTES = 67_108_864
"""The largest file of comma-separated values that is read; a day of all England takes four million bytes."""

_LONGEST_COUNT = 9
_PERCENTAGE = re.compile(r"[0-9]{1,3}(\.[0-9]+)?")
_WHOLE = 100


def csv_rows(path: Path) -> Iterator[tuple[int, list[str]]]:
    """The rows of a file of comma-separated values, each with the number of its first line.

    Blanks around a value and runs of blanks within it are dropped.

    Raises:
        DataError: the file is too large or cannot be opened, is not UTF-8, or is not comma-separated.
    """
    line = 1
    measured(path, MAX_BYTES)
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.reader(file, strict=True)
            for cells in reader:
                yield line, [" ".join(cell.split()) for cell in cells]
                line = reader.line_num + 1
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        what = error.strerror if isinstance(error, OSError) else str(error)
        raise DataError([Problem(str(path), line, f"file: expected comma-separated UTF-8 text, got {what}")]) from error


def table_rows(path: Path, needed: tuple[str, ...]) -> Iterator[tuple[int, dict[str, str]]]:
    """The rows below a header, by column name; lines before the header are passed over.

    The header is the first row that has all of ``needed``.

    Raises:
        DataError: as ``csv_rows``, or no row is such a header.
    """
    header: list[str] | None = None
    for line, cells in csv_rows(path):
        if header is not None:
            yield line, dict(zip(header, cells, strict=False))
        elif set(needed) <= set(cells):
            header = cells
    if header is None:
        raise DataError([Problem(str(path), 1, f"header: expected the columns {', '.join(needed)}, got none such")])


def pct_of(text: str) -> float | None:
    """A percentage; a gap or a nought is unknown.

    Raises:
        ValueError: the text is no percentage.
    """
    if text in GAPS:
        return None
    if not _PERCENTAGE.fullmatch(text) or float(text) > _WHOLE:
        raise ValueError(repr(text))
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
