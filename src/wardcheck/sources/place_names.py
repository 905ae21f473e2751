"""Names of places as people write them, where a source prints capitals throughout or at the wrong words."""

from __future__ import annotations

import re

_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*")
_SMALL = re.compile(r"(?<=[ -])(?:(?:And|Of|On|Upon|With|In|Under)[ -])(?:The(?=[ -]))?")
"""A word that is small within a name, with the article after it."""


def place_name(name: str) -> str:
    """``STOW-ON-THE-WOLD`` and ``Stow On The Wold`` as ``Stow-on-the-Wold`` and ``Stow on the Wold``."""
    if name.isupper():
        name = _WORD.sub(lambda found: _capitalised(found[0]), name)
    return _SMALL.sub(lambda found: found[0].lower(), name)


def _capitalised(word: str) -> str:
    before, apostrophe, after = word.partition("'")
    if len(before) == 1 and len(after) > 1:  # D'ABERNON
        return f"{before}'{after.capitalize()}"
    return f"{before.capitalize()}{apostrophe}{after.lower()}"
