"""What a terminal is told between the words."""

from __future__ import annotations

import re

_STYLE = re.compile(r"\x1b\[([0-9;]*)m")


def words(text: str) -> str:
    """The text without its styles."""
    return _STYLE.sub("", text)


def coloured(text: str) -> bool:
    """Whether any style sets a colour; bold and faint are none."""
    codes = [int(code) for style in _STYLE.findall(text) for code in style.split(";") if code]
    return any(30 <= code <= 49 or 90 <= code <= 107 for code in codes)
