"""The sheets of an Excel workbook as rows of text."""

from __future__ import annotations

import zipfile
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

from wardcheck.errors import DataError, Problem
from wardcheck.store.files import measured_archive

MAX_BYTES, MAX_UNPACKED = 33_554_432, 134_217_728
"""The largest workbook that is read, as a file and unpacked; those of all England take 4 and 35 million bytes."""

_MERGED = b"<mergeCell "
_HUNDRED = 100


def sheets(path: Path) -> Sequence[Sequence[list[str]]]:
    """The rows of each sheet, their cells as text; all rows of a sheet are as long as its longest.

    A percentage is the number that the cell shows: 0.352 kept with the format ``0.0%`` is ``35.2``. A merged cell
    counts for each row and column that it covers. A whole number has no decimals, whichever way the workbook keeps it.

    Raises:
        DataError: the file is too large or no workbook.
    """
    measured_archive(path, MAX_BYTES, MAX_UNPACKED)
    return _sheets(path, _stamp(path))


def _stamp(path: Path) -> object:
    """What changes when the file does."""
    found = path.stat()
    return (found.st_mtime_ns, found.st_size)


@lru_cache(maxsize=2)  # candidates and wards are sheets of one workbook, which takes seconds to read
def _sheets(path: Path, _: object) -> list[list[list[str]]]:
    import openpyxl  # type: ignore[import-untyped]

    try:
        # merged cells are known only to the slower way of reading
        book = openpyxl.load_workbook(path, read_only=not _has_merged_cells(path), data_only=True)
        try:
            return [_rows(sheet) for sheet in book.worksheets]
        finally:
            book.close()
    except Exception as error:
        what = f"file: expected an Excel workbook, got {type(error).__name__}: {error}"
        raise DataError([Problem(str(path), 1, what)]) from error


def _has_merged_cells(path: Path) -> bool:
    with zipfile.ZipFile(path) as parts:
        return any(_MERGED in parts.read(name) for name in parts.namelist() if name.startswith("xl/worksheets/"))


def _rows(sheet: Any) -> list[list[str]]:
    """The rows of one sheet; untyped, for its cells are of several classes that share no base."""
    rows = [[_text(cell) for cell in row] for row in sheet.iter_rows()]
    for area in getattr(getattr(sheet, "merged_cells", None), "ranges", ()):
        shown = rows[area.min_row - 1][area.min_col - 1]
        for row in rows[area.min_row - 1 : area.max_row]:
            row[area.min_col - 1 : area.max_col] = [shown] * (area.max_col - area.min_col + 1)
    width = max(map(len, rows), default=0)
    return [row + [""] * (width - len(row)) for row in rows]


def _text(cell: Any) -> str:
    value = cell.value
    if value is None:
        return ""
    if isinstance(value, int | float) and not isinstance(value, bool) and "%" in (cell.number_format or ""):
        value = round(value * _HUNDRED, 6)
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return " ".join(str(value).split())
