"""The Local Elections Archive Project's files, and the 2014 collection in its form.

Two layouts: eight columns without a header (council, its GSS code, ward, its GSS code, candidate, party code,
votes, elected), and six under a header (Ward, Council, Candidate, Party, Votes, Elected).
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from wardcheck.sources import catalogue
from wardcheck.sources.cells import FLAG_1_0, NOTHING, is_code
from wardcheck.sources.family import Family
from wardcheck.sources.layout import Layout
from wardcheck.sources.tables import TableRow, is_workbook
from wardcheck.sources.text import csv_rows

_COLUMNS = ("council", "council code", "ward", "ward code", "candidate", "party", "votes", "elected")
_SHORT = ("Ward", "Council", "Candidate", "Party", "Votes", "Elected")
_LOOKED_AT = 20
"""Rows among which one has codes where LEAP has them, if the file is of that form."""


def _lines(path: Path) -> Iterator[TableRow]:
    for line, cells in csv_rows(path):
        named = dict(zip(_COLUMNS, cells, strict=False))
        if any(cells) and len(cells) != len(_COLUMNS):
            fault = f"row: expected {len(_COLUMNS)} columns, or {len(_SHORT)} under the header, got {len(cells)}"
            yield TableRow(line, named, fault)
        else:
            yield TableRow(line, named)


def _has_codes(path: Path) -> bool:
    if is_workbook(path):
        return False
    rows = (cells for _, cells in islice(csv_rows(path), _LOOKED_AT))
    return any(len(cells) == len(_COLUMNS) and _may_be_codes(cells[1], cells[3]) for cells in rows)


def _may_be_codes(*cells: str) -> bool:
    return any(map(is_code, cells)) and all(is_code(cell) or cell in NOTHING for cell in cells)


_PLAIN = Layout(
    name="leap",
    columns={
        "council": "council",
        "council_gss": "council code",
        "ward": "ward",
        "ward_gss": "ward code",
        "candidate": "candidate",
        "party": "party",
        "votes": "votes",
        "elected": "elected",
    },
    flags=FLAG_1_0,
    open=_lines,
    known_by=_has_codes,
)
_HEADED = Layout(
    name="leap 2014",
    columns={
        "ward": "Ward",
        "council": "Council",
        "candidate": "Candidate",
        "party": "Party",
        "votes": "Votes",
        "elected": "Elected",
    },
    flags=FLAG_1_0,
)
LEAP = Family("leap", catalogue.leap, (_PLAIN, _HEADED), otherwise=_PLAIN)
