"""The Local Elections Archive Project's files, and the 2014 collection in its form.

Two layouts: eight columns without a header (council, its GSS code, ward, its GSS code, candidate, party code,
votes, elected), and six under a header (Ward, Council, Candidate, Party, Votes, Elected).
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from wardcheck.sources import catalogue
from wardcheck.sources.cells import FLAG_1_0
from wardcheck.sources.rows import Layout
from wardcheck.sources.tables import TableRow
from wardcheck.sources.text import csv_rows

_FULL = ("council", "council code", "ward", "ward code", "candidate", "party", "votes", "elected")
_SHORT = ("ward", "council", "candidate", "party", "votes", "elected")


def _lines(path: Path) -> Iterator[TableRow]:
    columns: tuple[str, ...] = _FULL
    for line, cells in csv_rows(path):
        if line == 1 and tuple(cell.lower() for cell in cells) == _SHORT:
            columns = _SHORT
            continue
        named = dict(zip(columns, cells, strict=False))
        if any(cells) and len(cells) != len(columns):
            fault = f"row: expected {len(_FULL)} columns, or {len(_SHORT)} under the header, got {len(cells)}"
            yield TableRow(line, named, fault)
        else:
            yield TableRow(line, named)


LEAP = Layout(
    aliases="leap",
    source=catalogue.leap,
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
)
