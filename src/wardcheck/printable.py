"""Text that cannot harm where it is printed.

The patterns are compiled when they are needed, which is seldom: each start would pay for it.
"""

from __future__ import annotations

import re

UNSAFE = (
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e"
    r"\u2066-\u2069\ud800-\udfff\ufdd0-\ufdef\ufeff\ufffe\uffff]"
)
"""Characters that repaint a terminal, reorder a line, break one or hide in it; no declaration has them."""

BLANK = r"[\u00a0\u1680\u2000-\u200a\u202f\u205f\u2800\u3000\u3164\uffa0\u115f\u1160]"
"""What shows as a blank and is not the plain one."""

NOTHING = (
    r"[\u00ad\u034f\u061c\u17b4\u17b5\u180b-\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff"
    r"\U000e0000-\U000e0fff]"
)
"""What does not show at all."""


def unsafe_in(text: str) -> str | None:
    """The first unsafe character of a text; ``None`` if it has none."""
    if text.isprintable():  # nearly all are; no unsafe character is
        return None
    found = re.search(UNSAFE, text)
    return found[0] if found else None


def printable(text: str) -> str:
    """``text`` on one line, with every unsafe character written as an escape."""
    if text.isprintable():
        return text
    safe = re.sub(UNSAFE, lambda match: match[0].encode("unicode_escape", "surrogatepass").decode("ascii"), text)
    return safe.replace("\n", "\\n").replace("\t", "\\t")
