"""Text that cannot harm where it is printed."""

from __future__ import annotations

import re

UNSAFE = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufdd0-\ufdef\ufeff\ufffe\uffff]"
)
"""Characters that repaint a terminal, reorder a line, break one or hide in it; no declaration has them."""


def printable(text: str) -> str:
    """``text`` on one line, with every unsafe character written as an escape."""
    safe = UNSAFE.sub(lambda match: match[0].encode("unicode_escape", "surrogatepass").decode("ascii"), text)
    return safe.replace("\n", "\\n").replace("\t", "\\t")
