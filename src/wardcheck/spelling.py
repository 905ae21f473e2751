"""What somebody may have meant who misspelt a name: one measure, one phrasing."""

from __future__ import annotations

from collections.abc import Iterable

_ALIKE = 0.6
"""The least likeness of two words, by difflib's ratio: what share of their letters stand in the same order in both."""

_LONGEST = 100
"""A longer word is no misspelt name, and comparing it would take long."""


def alike(word: str, known: Iterable[str], count: int = 3, *, least: float = _ALIKE) -> list[str]:
    """At most ``count`` of the ``known`` words that are spelt like ``word``, the likest first."""
    from difflib import get_close_matches  # nothing is misspelt, mostly

    return get_close_matches(word, list(known), n=count, cutoff=least) if len(word) <= _LONGEST else []


def nearest(word: str, known: Iterable[str], otherwise: str = "", *, count: int = 1) -> str:
    """``; nearest: ...`` to end a message with, or ``; `` and the words ``otherwise``, or nothing."""
    if close := alike(word, known, count):
        return f"; nearest: {', '.join(close)}"
    return otherwise and f"; {otherwise}"
