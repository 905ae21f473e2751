"""Names in other spellings: what differs and does not count, and what somebody may have meant who misspelt one."""

from __future__ import annotations

import re
from collections.abc import Iterable

_ALIKE = 0.6
"""The least likeness of two words, by difflib's ratio: what share of their letters stand in the same order in both."""

_LONGEST = 100
"""A longer word is no misspelt name, and comparing it would take long."""

_BETWEEN_WORDS = re.compile(r"[\W_]+")

_NO_MARK = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "æ": "ae", "œ": "oe", "ı": "i"})
"""Letters that are not a letter and a mark."""

_NO_APOSTROPHE = str.maketrans("", "", "'`\u2018\u2019")


def alike(word: str, known: Iterable[str], count: int = 3, *, least: float = _ALIKE) -> list[str]:
    """At most ``count`` of the ``known`` words that are spelt like ``word``, the likest first."""
    from difflib import get_close_matches  # nothing is misspelt, mostly

    return get_close_matches(word, list(known), n=count, cutoff=least) if len(word) <= _LONGEST else []


def near(word: str, known: Iterable[str], count: int = 3) -> list[str]:
    """At most ``count`` names that may be meant: those with all words of ``word``, all of whose words it has, or alike.

    ``newcastle-2022`` is ``newcastle-upon-tyne-2022``, ``vote-share`` is ``share``. The shortest come first.
    """
    names, own = sorted(set(known), key=lambda name: (len(name), name)), _words(word)
    longer = [name for name in names if own and own <= _words(name)]
    return (longer or [name for name in names if set() < _words(name) < own] or alike(word, names, count))[:count]


def nearest(word: str, known: Iterable[str], otherwise: str = "", *, count: int = 1) -> str:
    """``; nearest: ...`` to end a message with, or ``; `` and the words ``otherwise``, or nothing."""
    if close := near(word, known, count):
        return f"; nearest: {', '.join(close)}"
    return otherwise and f"; {otherwise}"


def _words(name: str) -> set[str]:
    return set(_BETWEEN_WORDS.split(name.casefold())) - {""} if len(name) <= _LONGEST else set()


def folded(name: str) -> str:
    """A name without what spellings of it differ in: case, accents, apostrophes."""
    plain = name.casefold().translate(_NO_APOSTROPHE)
    if plain.isascii():  # most are, and the rest takes ten times as long
        return plain
    import unicodedata  # a library of its own, that most starts do without

    apart = unicodedata.normalize("NFKD", plain.translate(_NO_MARK))
    return "".join(letter for letter in apart if not unicodedata.combining(letter))
