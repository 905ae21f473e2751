"""Rows to render: one of each kind of value, and names that would do harm if they were let through."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

COLUMNS = ("name", "votes", "pct", "elected", "day")


@dataclass(frozen=True, slots=True)
class Row:
    """One column of each type."""

    name: str | None
    votes: int | None = None
    pct: float | None = None
    elected: bool | None = None
    day: date | None = None


FULL = Row("Ann Ash", 2605, 44.19751899, True, date(2018, 5, 3))
EMPTY = Row(None)

HOSTILE = (
    "\x1b[31mred",  # repaints a terminal
    "\x9b31mred",  # the same in one character
    "tab\there",
    "line\nbreak",
    "line\u2028separator",
    "\u202eesrever",
    "[red]x[/red]",
    ":smile:",
    "Siân ŵ",
    'say "aye", they said',
    "a|b*c_d`e",
)
UNSAFE = ("\x1b", "\x9b", "\u2028", "\u202e")
"""Characters that no output may hold, whatever the format."""
