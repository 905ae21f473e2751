"""Which columns of a sheet have room, how wide each is, and where its words go on to a second line."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from rich.cells import cell_len

from wardcheck.printable import printable
from wardcheck.render.sheet import Bar, Sheet, Span, text_of

GAP = 2
"""Blanks between columns."""

BAR_LEAST, BAR_WANTED, BAR_MOST = 8, 16, 24
"""Cells that a column of bars takes at the least, where other columns could give way, and at the most."""

_BESIDE_BARS = 2
"""The ``keep`` up to which columns stay beside narrow bars that are always kept."""

_PIECES = re.compile(r"\s*(?:[/-]*[^\s/-]+[/-]*|[/-]+)")
"""Words, and the parts of words with hyphens or strokes, with the blanks before them; a sign is one with its number."""


class Layout(NamedTuple):
    """The columns that are shown, by index, and how wide each is."""

    columns: Sequence[int]
    widths: Sequence[int]
    fits: bool
    """Whether they fit into the room; where not, words are wrapped wherever they have to be."""


def laid_out(sheet: Sheet, room: int) -> Layout:
    """The columns for ``room`` cells a line.

    A column without a word in it is left out, unless it is always kept. Columns of one rank go together. Less
    important columns give way so that bars are wide enough to compare; more important ones stay beside narrow bars.
    Where it is the turn of a column that ``wraps``, its words go on to a second line; and so do all where nothing else
    is left to make room.
    """
    count = range(len(sheet.columns))
    bars = {n for n in count if any(isinstance(row[n], Bar) for row in sheet.rows)}
    natural = {n: _natural(sheet, n) for n in count}
    chosen = [
        n
        for n in count
        if sheet.columns[n].needs <= room and (n in bars or sheet.columns[n].keep == 0 or _has_words(sheet, n))
    ]
    least = {n: _least(sheet, n, natural[n]) for n in chosen if n not in bars}
    widths = dict(natural)

    def taken_with(bar: int) -> int:
        return taken([max(widths[n], bar) if n in bars else widths[n] for n in chosen])

    def make_room(bar: int, optional: set[int], wrapping: set[int]) -> None:
        while taken_with(bar) > room:
            ranks = [sheet.columns[n].keep for n in optional.intersection(chosen)]
            whole = [n for n in wrapping.intersection(chosen) if widths[n] > least[n]]
            turn = max((sheet.columns[n].wraps for n in whole), default=-1)
            if turn >= max(ranks, default=0):
                widths.update({n: least[n] for n in whole if sheet.columns[n].wraps == turn})
            elif ranks:
                chosen[:] = [n for n in chosen if n not in optional or sheet.columns[n].keep != max(ranks)]
            else:
                return

    optional = {n for n in chosen if sheet.columns[n].keep}
    if bars:
        bar_keep = min(sheet.columns[n].keep or _BESIDE_BARS for n in bars)
        make_room(BAR_WANTED, {n for n in optional if sheet.columns[n].keep > bar_keep}, set())
    make_room(BAR_LEAST, optional, {n for n in least if sheet.columns[n].wraps})
    make_room(BAR_LEAST, set(), set(least))  # nothing else is left to give way
    if taken_with(BAR_LEAST) > room:  # but the words in place of bars, and columns of a third of their width
        widths.update({n: min(widths[n], _unbroken(sheet, n)) for n in chosen})
    spare = room - taken_with(BAR_LEAST)
    lacking = {n: natural[n] - widths[n] for n in least if n in chosen and natural[n] > widths[n]}
    for n in sorted(lacking, key=lambda n: (sheet.columns[n].wraps, lacking[n])):  # what need not wrap after all
        if lacking[n] <= spare:
            spare -= lacking[n]
            widths[n] += lacking.pop(n)
    while spare > 0 and lacking:
        most = max(lacking, key=lacking.__getitem__)
        widths[most], lacking[most], spare = widths[most] + 1, lacking[most] - 1, spare - 1
    for n in bars.intersection(chosen):
        at_least = max(widths[n], BAR_LEAST)
        widths[n] = at_least + max(0, min(spare, BAR_MOST - at_least))
        spare -= widths[n] - at_least
    found = [widths[n] for n in chosen]
    return Layout(chosen, found, taken(found) <= room)


def joined(sheet: Sheet) -> Sheet:
    """The sheet with the words of each column that ``joins`` behind those of the next: ``Hale, Barnet``."""
    at = next((n for n, column in enumerate(sheet.columns) if column.joins), None)
    if at is None:
        return sheet
    rows = []
    for row in sheet.rows:
        words = ", ".join(filter(None, (text_of(row[at + 1]), text_of(row[at]))))
        rows.append([*row[:at], Span(words), *row[at + 2 :]])
    return replace(sheet, columns=[*sheet.columns[:at], *sheet.columns[at + 1 :]], rows=rows)


def taken(widths: Sequence[int]) -> int:
    """The cells of a line with columns of these widths."""
    return sum(widths) + GAP * (len(widths) - 1)


def folded(words: str, width: int) -> str:
    """``words`` on lines of at most ``width`` cells, broken at blanks, hyphens and strokes, if they are longer."""
    if cell_len(words) <= width:
        return words
    lines = [""]
    for piece in _PIECES.findall(words):
        if lines[-1] and cell_len((lines[-1] + piece).rstrip()) > width:
            lines.append("")
        lines[-1] += piece if lines[-1] else piece.lstrip()
    return "\n".join(line.rstrip() for line in lines)


def _has_words(sheet: Sheet, n: int) -> bool:
    return any(text_of(row[n]) for row in sheet.rows)


def _natural(sheet: Sheet, n: int) -> int:
    return max(
        cell_len(printable(words)) for words in (sheet.columns[n].title, *(text_of(row[n]) for row in sheet.rows))
    )


def _least(sheet: Sheet, n: int, natural: int) -> int:
    """How narrow a column may be whose words wrap: a third of its width, or what cannot be broken if that is more."""
    return max(-(-natural // 3), _unbroken(sheet, n))


def _unbroken(sheet: Sheet, n: int) -> int:
    """The cells of what cannot be broken in a column: a piece of a word, or a cell of several spans."""
    cells = [row[n] for row in sheet.rows]
    whole = [text_of(cell) for cell in cells if isinstance(cell, tuple)]
    texts = [sheet.columns[n].title, *(text_of(cell) for cell in cells if not isinstance(cell, tuple))]
    pieces = [piece.strip() for text in texts for piece in _PIECES.findall(printable(text))]
    return max(map(cell_len, ["", *map(printable, whole), *pieces]))
