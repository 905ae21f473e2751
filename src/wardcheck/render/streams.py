"""Rows that come in groups -> the text of them all, group by group, so that no more than one is in memory."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

Streamed = Literal["tsv", "csv", "json", "jsonl", "md"]
"""The formats in which rows are plain text for other programs."""


def streamed(
    how: Streamed, groups: Iterable[Sequence[DataclassInstance]], columns: Sequence[str], *, header: bool
) -> Iterator[str]:
    """The pieces of what the renderer of that name makes of all rows together.

    Markdown is one piece: how a column is set depends on all of its values.
    """
    match how:
        case "json":
            from wardcheck.render.json_text import json_array_of

            yield from json_array_of(groups, columns)
            return
        case "md":
            from wardcheck.render.markdown import markdown

            yield markdown([row for rows in groups for row in rows], columns, header=header)
            return
        case "tsv":
            from wardcheck.render.delimited import tsv as render
        case "csv":
            from wardcheck.render.delimited import csv_text as render
        case "jsonl":
            from wardcheck.render.json_text import json_lines as render
    yield render((), columns, header=header)
    for rows in groups:
        yield render(rows, columns, header=False)
