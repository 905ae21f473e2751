"""A sheet -> text for a terminal. The only user of Rich, but for how wide it takes a word to be (``layout``)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import escape
from io import StringIO
from typing import Any

from rich.cells import cell_len
from rich.console import Console
from rich.style import Style
from rich.table import Table
from rich.terminal_theme import DEFAULT_TERMINAL_THEME
from rich.text import Text

from wardcheck.printable import printable
from wardcheck.render.colours import ink_on
from wardcheck.render.layout import GAP, Layout, folded, joined, laid_out, taken
from wardcheck.render.sheet import WIDEST, Bar, Cell, Sheet, Span

_EIGHTHS = " ▏▎▍▌▋▊▉"
_PLAINLY: dict[str, Any] = {
    "height": 25,  # given with the width, so that TERM=dumb does not make it 80 wide
    "markup": False,
    "emoji": False,
    "highlight": False,
    "legacy_windows": False,
}
"""Nothing in a cell is anything but itself."""

_SVG = """\
<svg viewBox="0 0 {terminal_width} {terminal_height}" role="img" \
xmlns="http://www.w3.org/2000/svg" xml:space="preserve">
<title>{title}</title>
<style>
.{unique_id}-matrix {{ font-family: ui-monospace, Menlo, Consolas, "DejaVu Sans Mono", monospace; \
font-size: {char_height}px; line-height: {line_height}px; }}
{styles}
</style>
<defs>
{lines}
</defs>
<rect x="-20" y="-20" width="100%" height="100%" fill="#ffffff"/>
<g>
{backgrounds}
<g class="{unique_id}-matrix">
{matrix}
</g>
</g>
</svg>
"""

_ROOM = 20
"""How far the white of a picture reaches beyond its words, in its own units."""

_VIEW = re.compile(r'viewBox="0 0 ([\d.]+) ([\d.]+)"')

_END = re.compile(r"(?: |\x1b\[[0-9;]*m)*$")
"""The blanks that end a line, and the codes of colours among them."""


def table(sheet: Sheet, *, width: int | None, terminal: bool | None) -> str:
    """The sheet as text of at most ``width`` cells a line, or as wide as it likes.

    Room is made by leaving out columns, never by cutting words; only where even the columns that are always
    kept do not fit are their words wrapped. ``terminal`` says that a person's screen is at the other end;
    Rich then honours NO_COLOR and TERM, and FORCE_COLOR unless the terminal is dumb; ``None`` is a file, without
    colours whatever the environment says. No line ends in blanks.
    """
    forced = {True: True, False: None, None: False}[terminal]
    console = Console(**_PLAINLY, file=StringIO(), width=width or WIDEST, force_terminal=forced)
    _print(sheet, console)
    written = console.file
    assert isinstance(written, StringIO)  # noqa: S101  the console was made with it
    lines = written.getvalue().split("\n")[:-1]
    return "".join(f"{_END.sub(lambda end: end[0].replace(' ', ''), line)}\n" for line in lines)


def svg(sheet: Sheet, *, width: int) -> str:
    """The sheet as a picture, in any monospaced font that the reader has, with room on every side."""
    template = _SVG.replace("{title}", escape(printable(sheet.title)).replace("{", "{{").replace("}", "}}"))
    drawn = _recorded(sheet, width).export_svg(
        title="", theme=DEFAULT_TERMINAL_THEME, code_format=template, unique_id="wardcheck"
    )
    drawn = _VIEW.sub(_with_room, drawn, count=1)
    return "".join(f"{line.rstrip()}\n" for line in drawn.splitlines() if line.strip())


def _with_room(view: re.Match[str]) -> str:
    """The view of a picture, larger by ``_ROOM`` on every side."""
    width, height = (float(side) + 2 * _ROOM for side in view.groups())
    return f'viewBox="{-_ROOM} {-_ROOM} {width:g} {height:g}"'


def _recorded(sheet: Sheet, width: int) -> Console:
    """A console that remembers the sheet in its full colours, whatever the terminal or the environment has."""
    console = Console(**_PLAINLY, file=StringIO(), width=width, record=True, force_terminal=True, no_color=False)
    _print(sheet, console)
    return console


def _print(sheet: Sheet, console: Console) -> None:
    room = console.width
    layout = laid_out(sheet, room)
    if not layout.fits:
        sheet = joined(sheet)
        layout = laid_out(sheet, room)
    _paragraph(console, sheet.title, strong=True)
    if sheet.picture and max(sum(cell_len(span.text) for span in line) for line in sheet.picture) <= room:
        console.print()
        for line in sheet.picture:
            console.print(_text(line))
    if sheet.rows:
        console.print()
        end = len(sheet.rows) if sheet.cut_after is None else sheet.cut_after
        console.print(_grid(sheet, layout, range(end), header=True))
        if sheet.cut_after is not None:
            console.print(Text(f" {sheet.cut_words} ──".rjust(min(taken(layout.widths), room), "─"), style="bold"))
        if end < len(sheet.rows):
            console.print(_grid(sheet, layout, range(end, len(sheet.rows)), header=False))
    if sheet.notes:
        console.print()
    visible = {sheet.columns[n].title for n in layout.columns}
    for note in sheet.notes:
        if isinstance(note, str) or note.column in visible:
            _paragraph(console, note if isinstance(note, str) else note.text)


def _paragraph(console: Console, words: str, *, strong: bool = False) -> None:
    console.print(
        Text(printable(words), style="bold" if strong else ""), soft_wrap=False, width=min(console.width, 100)
    )


def _grid(sheet: Sheet, layout: Layout, rows: Iterable[int], *, header: bool) -> Table:
    grid = Table(box=None, show_header=header, pad_edge=False, padding=(0, GAP, 0, 0))
    for n, width in zip(layout.columns, layout.widths, strict=True):
        column = sheet.columns[n]
        grid.add_column(
            Text(folded(printable(column.title), width), style="bold"),
            justify=column.align,
            width=width if layout.fits else None,
            max_width=width,
            no_wrap=layout.fits,
            overflow="fold",
        )
    both_ways = {n for n in layout.columns if sheet.both_ways(n)}
    for row in rows:
        if row in sheet.gaps:
            grid.add_row()
        cells = zip(layout.columns, layout.widths, strict=True)
        grid.add_row(*(_cell(sheet.rows[row][n], width, both_ways=n in both_ways) for n, width in cells))
    return grid


def _cell(cell: Cell, width: int, *, both_ways: bool) -> Text:
    if isinstance(cell, Span):
        text = Text()  # of which a style is no part, or blanks beside the words would have it too
        return text.append(folded(printable(cell.text), width), style=_style(cell))
    if not isinstance(cell, Bar):
        return _text(cell)
    if cell.words:
        return Text(folded(printable(cell.words), width), style="bold")
    style = Style(color=cell.colour) if cell.colour else ""
    if both_ways:
        side = (width - 1) // 2
        left = left_bar_text(-cell.share, side) if cell.share < 0 else ""
        right = bar_text(cell.share, side) if cell.share > 0 else ""
        return Text(f"{left:>{side}}│{right}", style=style)
    bar = bar_text(cell.share, width)
    return Text(bar + "░" * (round(min(cell.most, 1) * width) - len(bar)), style=style)


def _text(spans: Iterable[Span]) -> Text:
    text = Text()
    for span in spans:
        text.append(printable(span.text), style=_style(span))
    return text


def bar_text(share: float, width: int) -> str:
    """A bar of ``share`` of ``width`` cells in eighths of a cell; anything above nought shows."""
    eighths = max(round(share * width * 8), 1 if share > 0 else 0)
    whole, part = divmod(min(eighths, width * 8), 8)
    return "█" * whole + (_EIGHTHS[part] if part else "")


def left_bar_text(share: float, width: int) -> str:
    """The same for a bar that grows to the left, in halves of a cell, for there are no other blocks of that side."""
    halves = min(max(round(share * width * 2), 1 if share > 0 else 0), width * 2)
    return "▐" * (halves % 2) + "█" * (halves // 2)


def _style(span: Span) -> Style:
    if span.chip is None:
        return Style(color=span.ink, bold=span.strong or None, dim=span.faint or None)
    return Style(color=ink_on(span.chip), bgcolor=span.chip, bold=span.strong or None)
