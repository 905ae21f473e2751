"""Sentences on lines of a given width, for screens that consist of words."""

from __future__ import annotations

from textwrap import wrap

from wardcheck.printable import printable

_HELD = "\u00a0"


def wrapped(text: str, room: int, hanging: int = 0) -> list[str]:
    """Lines of at most ``room`` cells, in which no unit is parted from its number."""
    held = printable(text).replace(" %", f"{_HELD}%").replace(" = ", f"{_HELD}={_HELD}")
    lines = wrap(held, room, break_on_hyphens=False, subsequent_indent=" " * hanging) or [""]
    return [line.replace(_HELD, " ") for line in lines]
