"""The Local Elections Archive Project's files, and the 2014 collection in its form.

Two layouts: eight columns without a header (council, its GSS code, ward, its GSS code, candidate, party code,
votes, elected), and six under a header (Ward, Council, Candidate, Party, Votes, Elected).
"""

from __future__ import annotations

from pathlib import Path

from wardcheck.errors import Problem
from wardcheck.sources.rows import Published, ResultRow, RowError, Unusable, name_of, one_of, votes_of
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
    usable: list[ResultRow] = []
    unusable: list[Unusable] = []
    short = False
    for line, cells in csv_rows(path):
        got = len(cells)
        if line == 1 and cells == _HEADER:
            short = True
            continue
        if short and len(cells) >= _WARD_AT:
            ward, council, *rest = cells
            cells = [council, "", ward, "", *rest]
        try:
            usable.append(_row(line, cells, got))
        except RowError as error:
            council, ward = (cells[0], cells[2]) if len(cells) > _WARD_AT else ("", "")
            unusable.append(Unusable(Problem(str(path), line, str(error)), council, ward))
    return Published(str(path), usable, unusable)


def _row(line: int, cells: list[str], got: int) -> ResultRow:
    if not any(cells):
        raise RowError("row: expected a candidacy, got blanks")
    if len(cells) != _FULL:
        raise RowError(f"row: expected {_FULL} columns, or {_SHORT} under the header, got {got}")
    council, council_gss, ward, ward_gss, candidate, party, votes, elected = cells
    return ResultRow(
        line=line,
        council=name_of("council", council),
        council_gss=council_gss or None,
        ward=name_of("ward", ward),
        ward_gss=ward_gss or None,
        candidate=name_of("candidate", candidate),
        party=name_of("party", party),
        votes=votes_of(votes),
        elected=one_of("elected", elected, _ELECTED),
    )
