"""A table under a header, in a text file or a workbook: rows by column name, every one as long as its header.

One reading loop for every layout. A name that stands twice in the header is refused, and a row that is longer or
shorter than the header is told as broken: a value in the wrong column is worse than none.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from wardcheck.errors import DataError, Problem
from wardcheck.sources.text import csv_rows
from wardcheck.sources.workbook import sheets

_HEADER_WITHIN = 10
"""Rows of a sheet, or of a text, in which its header is looked for."""


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


def table(path: Path, needed: Sequence[str], also: Sequence[str] = ()) -> Iterator[TableRow]:
    """The rows of the first table in ``path`` whose header has all of ``needed``.

    ``also`` are columns that are read where the table has them. Rows before the header are passed over.

    Raises:
        DataError: the file cannot be read, no header has the columns, or it has one of them twice.
    """
    nearest: list[str] = []
    for rows in _sheets(path):
        above: list[list[str]] = []
        for line, cells in rows:
            if set(needed) <= set(cells):
                yield from _below(path, line, cells, rows, (*needed, *also))
                return
            above.append(cells)
            if len(above) >= _HEADER_WITHIN:
                break
        nearest = max([nearest, *above], key=lambda cells: len(set(needed) & set(cells)))
    lacking = [name for name in needed if name not in nearest]
    some = f"one without {', '.join(lacking)}" if len(lacking) < len(needed) else "none such"
    where = "sheet" if is_workbook(path) else "header"
    what = f"{where}: expected the columns {', '.join(needed)}, got {some}"
    raise DataError([Problem(str(path), 1, what)])


def first_header(path: Path) -> frozenset[str]:
    """The cells of the first row of a text, by which known tables are told apart."""
    return frozenset(next(iter(csv_rows(path)), (1, []))[1])


def _sheets(path: Path) -> Iterator[Iterator[tuple[int, list[str]]]]:
    if is_workbook(path):
        for sheet in sheets(path):
            yield iter(list(enumerate(sheet, start=1)))
    else:
        yield csv_rows(path)


def _below(
    path: Path, at: int, header: list[str], rows: Iterator[tuple[int, list[str]]], used: Sequence[str]
) -> Iterator[TableRow]:
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
