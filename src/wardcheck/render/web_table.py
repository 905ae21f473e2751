"""A table as a table of HTML: a caption, headers with their scope, and numbers to the right."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from wardcheck.frozen import frozen
from wardcheck.render.labels import PartyLabel
from wardcheck.render.markup import Html, joined, tag


@frozen
class Chip:
    """A party beside a mark in its colour, on one line; the words do without the mark. ``below`` is a line under it."""

    text: str
    colour: str | None = None
    below: str = ""


TableCell = str | Chip
RowT = TypeVar("RowT")

_SHORT = 12
"""Letters that a line beside a mark holds unbroken, even on a telephone."""


@frozen
class Head:
    """The head of a column. ``narrow`` is false for one that a telephone leaves out."""

    title: str
    number: bool = False
    narrow: bool = True


@frozen
class WebTable:
    """What stands in a table. The first cell of a row is the head of that row."""

    caption: str
    heads: Sequence[Head]
    rows: Sequence[Sequence[TableCell]]


WebColumn = tuple[Head, Callable[[RowT], TableCell]]
"""The head of a column, and the cell that a row has in it."""


def table_of(caption: str, rows: Iterable[RowT], columns: Sequence[WebColumn[RowT]]) -> WebTable:
    """A table with a line for each row."""
    return WebTable(caption, [head for head, _ in columns], [[cell(row) for _, cell in columns] for row in rows])


def party_chip(label: PartyLabel, text: str | None = None, below: str = "") -> Chip:
    """A party by its short name, or with other words beside its colour."""
    return Chip(label.short if text is None else text, label.colour, below)


def table_html(table: WebTable) -> Html:
    """The table, with a line of source for each row; a column without anything in it is left out."""
    kept = [n for n in range(len(table.heads)) if n == 0 or any(row[n] != "" for row in table.rows)]
    heads = [table.heads[n] for n in kept]
    head = tag("tr", *(tag("th", head.title, scope="col", class_=_class(head)) for head in heads))
    rows = [[row[n] for n in kept] for row in table.rows]
    lines = [
        tag("tr", *(_cell(cell, head, first=head is heads[0]) for cell, head in zip(row, heads, strict=True)))
        for row in rows
    ]
    body = joined(lines, "\n")
    return tag(
        "table",
        tag("caption", table.caption),
        Html("\n"),
        tag("thead", head),
        Html("\n"),
        tag("tbody", Html("\n"), body, Html("\n")),
    )


def _cell(cell: TableCell, head: Head, *, first: bool) -> Html:
    inner = chip_html(cell) if isinstance(cell, Chip) else cell
    if first:
        return tag("th", inner, scope="row", class_=_class(head))
    return tag("td", inner, class_=_class(head))


def chip_html(chip: Chip) -> Html:
    """The words of a party after a mark in its colour, which is no word."""
    parts = [tag("span", class_="mark", style=f"background:{chip.colour}", aria_hidden="true")] if chip.colour else []
    if not chip.below:
        return joined([*parts, tag("span", chip.text)])
    short = "line short" if len(chip.text) <= _SHORT else "line"
    return joined([tag("span", *parts, chip.text, class_=short), Html(" "), tag("span", chip.below)])


def _class(head: Head) -> str | None:
    return " ".join((["n"] if head.number else []) + ([] if head.narrow else ["w"])) or None
