"""The Local Elections Archive Project's files, and the 2014 collection in its form.

Two layouts: eight columns without a header (council, its GSS code, ward, its GSS code, candidate, party code,
votes, elected), and six under a header (Ward, Council, Candidate, Party, Votes, Elected).
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from wardcheck.sources.rows import (
    BlankRowError,
    BrokenRowError,
    Published,
    ResultRow,
    code_of,
    name_of,
    one_of,
    read_rows,
    votes_of,
)
from wardcheck.sources.text import csv_rows

_HEADER = ["Ward", "Council", "Candidate", "Party", "Votes", "Elected"]
_FULL, _SHORT = 8, 6
_WARD_AT = 2
"""The column of the ward in the longer layout, and how many columns name council and ward in the shorter."""
_ELECTED = {"1": True, "0": False}


def read_leap(path: Path) -> Published:
    """The candidacies of a LEAP file, and every row that is not one.

    Raises:
        DataError: the file is not comma-separated text in UTF-8.
    """
    return read_rows(path, _lines(path), _row, _place)


def _lines(path: Path) -> Iterator[tuple[int, tuple[list[str], int]]]:
    """The rows, those of the shorter layout set in the longer one, and how many columns they really have."""
    short = False
    for line, cells in csv_rows(path):
        if line == 1 and cells == _HEADER:
            short = True
        elif short and len(cells) >= _WARD_AT:
            ward, council, *rest = cells
            yield line, ([council, "", ward, "", *rest], len(cells))
        else:
            yield line, (cells, len(cells))


def _place(raw: tuple[list[str], int]) -> tuple[str, str]:
    cells, _ = raw
    return (cells[0], cells[2]) if len(cells) > _WARD_AT else ("", "")


def _row(line: int, raw: tuple[list[str], int]) -> ResultRow:
    cells, got = raw
    if not any(cells):
        raise BlankRowError("row: expected a candidacy, got blanks")
    if len(cells) != _FULL:
        raise BrokenRowError(f"row: expected {_FULL} columns, or {_SHORT} under the header, got {got}")
    council, council_gss, ward, ward_gss, candidate, party, votes, elected = cells
    return ResultRow(
        line=line,
        council=name_of("council", council),
        council_gss=code_of("council code", council_gss),
        ward=name_of("ward", ward),
        ward_gss=code_of("ward code", ward_gss),
        candidate=name_of("candidate", candidate),
        party=name_of("party", party),
        votes=votes_of(votes),
        elected=one_of("elected", elected, _ELECTED),
    )
