"""The House of Commons Library's local election handbook: candidates by ward, in a workbook.

Sheets and columns are found by the names in their header, wherever it stands, so that the years' layouts need not
agree on order. Names are printed ``Surname I.``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from wardcheck.errors import DataError, Problem
from wardcheck.sources.rows import Published, ResultRow, RowError, code_of, name_of, one_of, read_rows, votes_of, whole
from wardcheck.store.files import measured_archive

CANDIDATES = (
    "Local authority code",
    "Local authority name",
    "Ward code",
    "Ward name",
    "Vacancies",
    "Candidate name",
    "Votes",
    "Elected",
    "Party name",
)
WARDS = ("Local authority code", "Local authority name", "Ward code", "Ward name", "Electorate", "Turnout (%)")
_ELECTED = {"1": True, "0": False}
MAX_BYTES, MAX_UNPACKED = 33_554_432, 134_217_728
"""The largest workbook that is read, as a file and unpacked; those of all England take 4 and 35 million bytes."""

_HEADER_WITHIN = 10
"""Rows of a sheet in which its header is looked for."""


def read_handbook(path: Path) -> Published:
    """The candidacies of the workbook, and every row that is not one.

    Raises:
        DataError: the file is no workbook, or has no sheet with the columns.
    """
    return read_rows(path, sheet_rows(path, CANDIDATES), _row, _place)


def sheet_rows(path: Path, needed: tuple[str, ...]) -> Iterator[tuple[int, Mapping[str, str]]]:
    """The rows of the first sheet that has the columns ``needed``, as text by column name, with their numbers.

    Raises:
        DataError: the file is too large, no workbook, or has no such sheet.
    """
    measured_archive(path, MAX_BYTES, MAX_UNPACKED)
    for sheet in _sheets(path, _stamp(path)).values():
        for at in range(min(len(sheet), _HEADER_WITHIN)):
            header = [_text(cell) for cell in sheet[at]]
            if set(needed) <= set(header):
                for line, cells in enumerate(sheet[at + 1 :], start=at + 2):
                    yield line, dict(zip(header, map(_text, cells), strict=True))
                return
    raise DataError([Problem(str(path), 1, f"sheet: expected one with the columns {', '.join(needed)}, got none")])


@lru_cache(maxsize=1)  # candidates and wards are sheets of one workbook, which takes seconds to read
def _sheets(path: Path, _: object) -> dict[str, list[list[Any]]]:
    import pandas as pd

    try:
        found = pd.read_excel(path, sheet_name=None, header=None, dtype=object, keep_default_na=False)
    except Exception as error:
        what = f"file: expected an Excel workbook, got {type(error).__name__}: {error}"
        raise DataError([Problem(str(path), 1, what)]) from error
    return {str(name): frame.astype(object).where(frame.notna(), "").values.tolist() for name, frame in found.items()}


def _stamp(path: Path) -> object:
    """What changes when the file does."""
    found = path.stat()
    return (found.st_mtime_ns, found.st_size)


def _text(cell: object) -> str:
    """A cell as text; a whole number has no decimals, whichever way the workbook keeps it."""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return " ".join(str(cell).split())


def _place(row: Mapping[str, str]) -> tuple[str, str]:
    return row["Local authority name"], row["Ward name"]


def _row(line: int, row: Mapping[str, str]) -> ResultRow:
    whole(row, CANDIDATES)
    seats = row["Vacancies"]
    if not (seats.isascii() and seats.isdigit()):
        raise RowError(f"Vacancies: expected a whole number, got {seats!r}")
    return ResultRow(
        line=line,
        council=name_of("Local authority name", row["Local authority name"]).replace(" & ", " and "),
        council_gss=code_of("Local authority code", row["Local authority code"]),
        ward=name_of("Ward name", row["Ward name"]).replace(" & ", " and "),
        ward_gss=code_of("Ward code", row["Ward code"]),
        candidate=name_of("Candidate name", row["Candidate name"]),
        party=name_of("Party name", row["Party name"]),
        votes=votes_of(row["Votes"]),
        elected=one_of("Elected", row["Elected"], _ELECTED),
        seats=int(seats),
    )
