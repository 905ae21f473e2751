"""A table under a header, in a text file or a workbook: rows by column name, every one as long as its header.

One reading loop for every layout. A name that stands twice in the header is refused, and a row that is longer or
shorter than the header is told as broken: a value in the wrong column is worse than none.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from wardcheck.errors import DataError, Problem
from wardcheck.sources.text import csv_rows
from wardcheck.sources.workbook import sheets
from wardcheck.spelling import alike

_HEADER_WITHIN = 10
"""Rows of a sheet, or of a text, in which its header is looked for."""
_MOST_NAMES, _LONGEST_NAME = 30, 40
"""How much of a header is told."""


class TableRow(NamedTuple):
    """One row below a header: its cells by column name, as text."""

    line: int
    cells: Mapping[str, str]
    fault: str | None = None
    """Why the cells may stand under the wrong names, if they may."""

    @property
    def blank(self) -> bool:
        """Whether there is nothing in it."""
        return not any(self.cells.values()) and self.fault is None


def is_workbook(path: Path) -> bool:
    """Whether a file is a workbook, by the end of its name."""
    return path.suffix.lower() in (".xlsx", ".xlsm")


def header_key(name: str) -> str:
    """What is left of the name of a column when capitals and blanks are set aside."""
    return " ".join(name.split()).casefold()


def table(path: Path, needed: Sequence[str], also: Sequence[str] = ()) -> Iterator[TableRow]:
    """The rows of the first table in ``path`` whose header has all of ``needed``, in any order, whatever its capitals.

    ``also`` are columns that are read where the table has them. Rows before the header are passed over. Cells go by the
    names that were asked for.

    Raises:
        DataError: the file cannot be read, no header has the columns, or it has one of them twice.
    """
    keys = set(map(header_key, needed))
    tops: list[Sequence[str]] = []
    for rows in _sheets(path):
        for line, cells in islice(rows, _HEADER_WITHIN):
            if keys <= set(map(header_key, cells)):
                yield from _below(path, line, cells, rows, (*needed, *also))
                return
            tops.append(cells)
    raise DataError([lacking(path, needed, tops)])


def tops(path: Path) -> Sequence[Sequence[str]]:
    """The rows of a file, and of each sheet of a workbook, among which its header is looked for."""
    return [cells for rows in _sheets(path) for _, cells in islice(rows, _HEADER_WITHIN)]


def lacks(needed: Sequence[str], header: Sequence[str]) -> list[str]:
    """The columns that a header does not have."""
    there = set(map(header_key, header))
    return [name for name in needed if header_key(name) not in there]


def has(tops: Sequence[Sequence[str]], needed: Sequence[str]) -> bool:
    """Whether one of these rows is a header with all of the columns."""
    return any(not lacks(needed, row) for row in tops)


def likest(needed: Sequence[str], tops: Sequence[Sequence[str]]) -> Sequence[str]:
    """The row that is the header, if any is: the one with most of the columns, or else with most cells."""
    return min(tops, key=lambda row: (len(lacks(needed, row)), -sum(map(bool, row))), default=())


def lacking(
    path: Path, needed: Sequence[str], tops: Sequence[Sequence[str]], what: str = "", more: str = ""
) -> Problem:
    """What is wrong with a file without the columns: which it has, which not, and which may be misspelt.

    ``what`` says whose columns they are, and ``more`` what else is lacking; each stands behind its columns.
    """
    header = [name for name in likest(needed, tops) if name]
    gone = lacks(needed, header)
    some = f"one without {', '.join(gone)}" if len(gone) < len(needed) else "none such"
    unused = [name for name in header if header_key(name) not in set(map(header_key, needed))]
    spelt = {header_key(name): name for name in unused}
    close = [f"{spelt[key]} for {name}" for name in gone for key in alike(header_key(name), spelt, 1)]
    there = ", ".join(name[:_LONGEST_NAME] for name in header[:_MOST_NAMES])
    rest = f" and {len(header) - _MOST_NAMES} more" if len(header) > _MOST_NAMES else ""
    where = "sheet" if is_workbook(path) else "header"
    text = f"{where}: expected the columns {', '.join(needed)}{what}, got {some}{more} ({there or 'nothing'}{rest})"
    return Problem(str(path), 1, f"{text}{'; nearest: ' + ', '.join(close) if close else ''}")


def _sheets(path: Path) -> Iterator[Iterator[tuple[int, list[str]]]]:
    if is_workbook(path):
        for sheet in sheets(path):
            yield iter(list(enumerate(sheet, start=1)))
    else:
        yield csv_rows(path)


def _below(
    path: Path, at: int, header: list[str], rows: Iterator[tuple[int, list[str]]], used: Sequence[str]
) -> Iterator[TableRow]:
    names = {header_key(name): name for name in used}
    header = [names.get(header_key(name), name) for name in header]
    if twice := sorted({name for name in used if header.count(name) > 1}):
        raise DataError([Problem(str(path), at, f"header: expected each column once, got {', '.join(twice)} again")])
    for line, cells in rows:
        by_name = dict(zip(header, cells, strict=False))
        if not any(cells):
            yield TableRow(line, {})
        elif len(cells) != len(header):
            fault = f"row: expected {len(header)} columns as in the header, got {len(cells)}"
            yield TableRow(line, by_name, fault)
        else:
            yield TableRow(line, by_name)
