"""The text or bytes of each format: of rows for programs, of a sheet for a person."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from wardcheck.words import counted

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

    from wardcheck.cli.options import FormatName
    from wardcheck.render.sheet import Sheet

PICTURE_WIDTH = 100
"""Cells a line of a picture that is not made on a terminal; COLUMNS says otherwise."""


def content(
    format_: FormatName,
    rows: Sequence[DataclassInstance],
    columns: Sequence[str],
    row_type: type[DataclassInstance],
    *,
    header: bool,
) -> str | bytes:
    """Rows in a format for other programs, with or without its line of column names."""
    match format_:
        case "xlsx":
            from wardcheck.render.workbook import workbook

            return workbook(rows, columns, header=header)
        case "parquet":
            from wardcheck.render.parquet import parquet

            return parquet(rows, columns, row_type)
        case "tsv":
            from wardcheck.render.delimited import tsv as render
        case "csv":
            from wardcheck.render.delimited import csv_text as render
        case "json":
            from wardcheck.render.json_text import json_array as render
        case "jsonl":
            from wardcheck.render.json_text import json_lines as render
        case "md":
            from wardcheck.render.markdown import markdown as render
        case _:
            raise AssertionError(f"unreachable: {format_} is drawn from a sheet")
    return render(rows, columns, header=header)


def drawn(format_: FormatName, sheet: Sheet, rows: int, *, terminal: bool | None) -> str:
    """A sheet of so many rows in a format for a person; ``terminal`` is ``None`` for a file.

    A table that is higher than the terminal says how to see fewer rows, unless it is so without them.
    """
    if format_ == "html":
        from wardcheck.render.html import html

        return html(sheet)
    from wardcheck.render.table import svg, table

    width = width_of(format_, terminal=terminal)
    if format_ == "svg":
        return svg(sheet, width=width or PICTURE_WIDTH)
    text = table(sheet, width=width, terminal=terminal)
    height, lines = shutil.get_terminal_size((0, 0)).lines, text.count("\n")
    too_high, fewer_help = 0 < height <= lines, len(sheet.rows) >= height or lines - len(sheet.rows) < height
    if not (terminal and too_high and fewer_help):
        return text
    shown, _ = sheet.shown or (rows, rows)
    fewer = f"{counted(shown, *sheet.unit)}. To see fewer: --limit N, or --where."
    return table(replace(sheet, notes=[*sheet.notes, fewer]), width=width, terminal=terminal)


def width_of(format_: FormatName, *, terminal: bool | None) -> int | None:
    """Cells a line of what is drawn: of the terminal, or what COLUMNS says.

    ``None`` for a table on a pipe, which is as wide as it needs to be; ``terminal`` is ``None`` for a file.
    """
    from wardcheck.render.sheet import WIDEST

    columns = min(shutil.get_terminal_size((0, 0)).columns, WIDEST)
    if columns > 0:
        return columns
    return None if format_ == "table" and terminal is not None else PICTURE_WIDTH
