"""The Local Elections Archive Project's files, and the 2014 collection in its form.

Two layouts: eight columns without a header (council, its GSS code, ward, its GSS code, candidate, party code,
votes, elected), and six under a header (Ward, Council, Candidate, Party, Votes, Elected).
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

from wardcheck.errors import DataError, Problem
from wardcheck.sources.rows import Published, ResultRow

ALIASES = "leap"
"""The key of these party codes in the register."""

_HEADER = ["Ward", "Council", "Candidate", "Party", "Votes", "Elected"]
_FULL, _SHORT = 8, 6
_ELECTED = {"1": True, "0": False}


def read_leap(path: Path) -> Published:
    """The candidacies of a LEAP file, and every row that is not one.

    Raises:
        DataError: the file is not text in UTF-8, or not in columns.
    """
    usable: list[ResultRow] = []
    unusable: list[tuple[Problem, str]] = []
    for line, cells in _lines(path):
        row = _row(line, cells)
        if isinstance(row, str):
            unusable.append((Problem(str(path), line, row), cells[0] if cells else ""))
        else:
            usable.append(row)
    return Published(str(path), usable, unusable)


def _lines(path: Path) -> Iterator[tuple[int, list[str]]]:
    """Rows with the number of their first line, the header left out and the six columns set in the eight."""
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.reader(file, strict=True)
            begins, short = 1, False
            for cells in reader:
                if begins == 1 and cells == _HEADER:
                    short = True
                elif short and len(cells) == _SHORT:
                    ward, council, *rest = cells
                    yield begins, [council, "", ward, "", *rest]
                else:
                    yield begins, cells
                begins = reader.line_num + 1
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        what = error.strerror if isinstance(error, OSError) else str(error)
        raise DataError([Problem(str(path), 1, f"file: expected comma-separated text in UTF-8, got {what}")]) from error


def _row(line: int, cells: list[str]) -> ResultRow | str:
    """The candidacy of a row, or why there is none."""
    cells = [" ".join(cell.split()) for cell in cells]
    if not any(cells):
        return "row: expected a candidacy, got blanks"
    if len(cells) != _FULL:
        return f"row: expected {_FULL} columns, or {_SHORT} under the header, got {len(cells)}"
    council, council_gss, ward, ward_gss, candidate, party, votes, elected = cells
    for name, value in (("council", council), ("ward", ward), ("candidate", candidate), ("party", party)):
        if value in ("", "NULL"):
            return f"{name}: expected a name, got {value or 'nothing'}"
    if not (votes.isascii() and votes.isdigit() and len(votes) < 9):
        return f"votes: expected a whole number, got {votes!r}"
    if elected not in _ELECTED:
        return f"elected: expected 1 or 0, got {elected!r}"
    return ResultRow(
        line, council, council_gss or None, ward, ward_gss or None, candidate, party, int(votes), _ELECTED[elected]
    )
