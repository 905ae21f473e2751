"""A sheet -> text for a terminal. The only user of Rich."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
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
from wardcheck.render.sheet import WIDEST, Bar, Cell, Sheet, Span, text_of

GAP = 2
"""Blanks between columns."""

BAR_LEAST, BAR_WANTED, BAR_MOST = 8, 16, 24
"""Cells that a column of bars takes at the least, where other columns could give way, and at the most."""

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
    chosen, widths = _fit(sheet, room)
    fits = _taken(widths) <= room
    _paragraph(console, sheet.title, strong=True)
    if sheet.picture and max(sum(cell_len(span.text) for span in line) for line in sheet.picture) <= room:
        console.print()
        for line in sheet.picture:
            console.print(_text(line))
    if sheet.rows:
        console.print()
        end = len(sheet.rows) if sheet.cut_after is None else sheet.cut_after
        console.print(_grid(sheet, chosen, widths, sheet.rows[:end], header=True, fits=fits))
        if sheet.cut_after is not None:
            console.print(Text(f" {sheet.cut_words} ──".rjust(min(_taken(widths), room), "─"), style="bold"))
        if end < len(sheet.rows):
            console.print(_grid(sheet, chosen, widths, sheet.rows[end:], header=False, fits=fits))
    if sheet.notes:
        console.print()
    visible = {sheet.columns[n].title for n in chosen}
    for note in sheet.notes:
        if isinstance(note, str) or note.column in visible:
            _paragraph(console, note if isinstance(note, str) else note.text)


def _paragraph(console: Console, words: str, *, strong: bool = False) -> None:
    console.print(
        Text(printable(words), style="bold" if strong else ""), soft_wrap=False, width=min(console.width, 100)
    )


def _fit(sheet: Sheet, room: int) -> tuple[list[int], list[int]]:
    """Which columns are shown, by index, and how wide each is.

    A column without a word in it is left out, unless it is always kept. Columns of one rank go together. Less
    important columns give way so that bars are wide enough to compare; more important ones stay beside narrow bars.
    """
    bars = {n for n in range(len(sheet.columns)) if any(isinstance(row[n], Bar) for row in sheet.rows)}
    widths = {n: _natural(sheet, n) for n in range(len(sheet.columns))}
    chosen = [n for n, column in enumerate(sheet.columns) if n in bars or column.keep == 0 or _has_words(sheet, n)]

    def taken(bar: int) -> int:
        return _taken([max(widths[n], bar) if n in bars else widths[n] for n in chosen])

    def give_up(bar: int, columns: set[int]) -> None:
        while taken(bar) > room and columns.intersection(chosen):
            least = max(sheet.columns[n].keep for n in columns.intersection(chosen))
            chosen[:] = [n for n in chosen if n not in columns or sheet.columns[n].keep != least]

    optional = {n for n in chosen if sheet.columns[n].keep}
    bar_keep = min((sheet.columns[n].keep for n in bars), default=0)
    give_up(BAR_WANTED, {n for n in optional if sheet.columns[n].keep > bar_keep})
    give_up(BAR_LEAST, optional)
    spare = room - taken(BAR_LEAST)
    for n in bars.intersection(chosen):
        least = max(widths[n], BAR_LEAST)
        widths[n] = least + max(0, min(spare, BAR_MOST - least))
        spare -= widths[n] - least
    return chosen, [widths[n] for n in chosen]


def _has_words(sheet: Sheet, n: int) -> bool:
    return any(text_of(row[n]) for row in sheet.rows)


def _taken(widths: Sequence[int]) -> int:
    return sum(widths) + GAP * (len(widths) - 1)


def _natural(sheet: Sheet, n: int) -> int:
    return max(
        cell_len(printable(words)) for words in (sheet.columns[n].title, *(text_of(row[n]) for row in sheet.rows))
    )


def _grid(
    sheet: Sheet,
    chosen: Sequence[int],
    widths: Sequence[int],
    rows: Sequence[Sequence[Cell]],
    *,
    header: bool,
    fits: bool,
) -> Table:
    grid = Table(box=None, show_header=header, pad_edge=False, padding=(0, GAP, 0, 0))
    for n, width in zip(chosen, widths, strict=True):
        column = sheet.columns[n]
        grid.add_column(
            Text(printable(column.title), style="bold"),
            justify=column.align,
            width=width if fits else None,
            max_width=width,
            no_wrap=fits,
            overflow="fold",
        )
    for row in rows:
        grid.add_row(*(_cell(row[n], width) for n, width in zip(chosen, widths, strict=True)))
    return grid


def _cell(cell: Cell, width: int) -> Text:
    if isinstance(cell, Bar):
        if cell.words:
            return Text(printable(cell.words), style="bold")
        bar = bar_text(cell.share, width)
        dots = "░" * (round(min(cell.most, 1) * width) - len(bar))
        return Text(bar + dots, style=Style(color=cell.colour) if cell.colour else "")
    return _text((cell,) if isinstance(cell, Span) else cell)


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


def _style(span: Span) -> Style:
    if span.chip is None:
        return Style(color=span.ink, bold=span.strong or None, dim=span.faint or None)
    return Style(color=ink_on(span.chip), bgcolor=span.chip, bold=span.strong or None)
