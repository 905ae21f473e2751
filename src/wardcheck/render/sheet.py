"""What a table on a terminal consists of, as plain data: no escape codes, no widths."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Literal

from wardcheck.frozen import frozen

WIDEST = 10_000
"""Cells a line at the most: as wide as no table is, and soon laid out."""


@frozen
class Span:
    """A piece of text. ``chip`` is a party's colour to set it on and ``ink`` one to write it in, ``#RRGGBB``."""

    text: str
    chip: str | None = None
    strong: bool = False
    faint: bool = False
    ink: str | None = None


@frozen
class Bar:
    """A bar as long as ``share`` (0 to 1) of its column, in a party's colour, or words in its place.

    Where a share of the column is below nought (to -1), bars grow to the right and to the left of a line in its middle.
    ``most`` is how long it may be: of what is known by bounds, what is proven is solid and what may be is dotted.
    """

    share: float
    colour: str | None = None
    words: str = ""
    most: float = 0


Cell = Span | Bar | tuple[Span, ...]


@frozen
class Column:
    """``keep`` orders the columns by importance: where room is short the highest goes first, 0 never.

    ``wraps`` is the ``keep`` of the columns for which its words make room, by going on to a second line: those of a
    higher one go before it wraps. 0 is for words that never do. Where nothing else makes room, what ``joins`` follows
    the words of the next column. With less room than ``needs`` cells a line it is left out before anything else is.
    """

    title: str
    align: Literal["left", "right"] = "left"
    keep: int = 0
    wraps: int = 0
    joins: bool = False
    needs: int = 0


@frozen
class Note:
    """A note about one column, which is left out together with it."""

    text: str
    column: str


@frozen
class Sheet:
    """A title line, a table, and notes below it (totals, and the convention that the figures follow)."""

    title: str
    columns: Sequence[Column]
    rows: Sequence[Sequence[Cell]]
    notes: Sequence[str | Note] = ()
    cut_after: int | None = None
    """After how many rows the cut is drawn, with ``cut_words``."""
    cut_words: str = "the cut"
    picture: Sequence[Sequence[Span]] = ()
    """Lines drawn between the title and the table, where there is room for them."""
    gaps: Collection[int] = ()
    """Before which rows an empty line is left, where another group of them begins."""
    unit: tuple[str, str] = ("row", "rows")
    """What a row of the report is, one and several of them."""
    shown: tuple[int, int] | None = None
    """How many of how many units are shown, where a row of the report is less than a unit."""

    def both_ways(self, column: int) -> bool:
        """Whether bars of a column, by its index, grow to either side of a line in its middle: one of them falls."""
        cells = (row[column] for row in self.rows)
        return any(isinstance(cell, Bar) and cell.share < 0 for cell in cells)


def text_of(cell: Cell) -> str:
    """The words of a cell; a bar has none but those in its place."""
    if isinstance(cell, Span):
        return cell.text
    return cell.words if isinstance(cell, Bar) else "".join(span.text for span in cell)
