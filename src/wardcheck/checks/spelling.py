"""Names as an eye sees them, and ward names without what one source writes and another does not."""

from __future__ import annotations

import re
import unicodedata
from difflib import SequenceMatcher

from wardcheck.printable import BLANK, NOTHING

_FILLERS = frozenset({"and", "the"})
_WORDS = re.compile(r"[\w'.]+")
_ALIKE = 0.8
"""From which share of letters in common two words are taken for two spellings: not ``East`` and ``West``."""
_LONGEST_INITIALS = 2
"""Letters of initials that are written together: ``JR``."""


def seen(name: str) -> str:
    """A name as it looks, whatever its capitals: two that look alike are the same text."""
    if not name.isascii():
        name = unicodedata.normalize("NFC", re.sub(NOTHING, "", re.sub(BLANK, " ", name)))
    return " ".join(name.casefold().split())


def abbreviated(name: str) -> bool:
    """Whether a name is a surname with initials alone (``Smith, J.``, ``J R Smith``), which many people share."""
    words = [word for word in re.split(r"[ ,.]+", name) if word]
    initials = [len(word) <= _LONGEST_INITIALS and word.isupper() for word in words]
    return len(words) > 1 and (all(initials[:-1]) or (initials[-1] and not initials[0]))


def letters_of(name: str) -> str:
    """A ward's name without blanks and marks, and without words that one source writes and another does not."""
    words = seen(name).replace("&", " ").replace("saint ", "st ").split()
    return "".join(letter for word in words if word not in _FILLERS for letter in word if letter.isalnum())


def one_place(name: str, other: str) -> bool:
    """Whether two names of wards are spellings of one, in whatever order of the words.

    ``Etching Hill`` and ``Etchingh Hill``, ``St James`` and ``St James's``, ``East Mansfield`` and ``Mansfield East``.
    """
    if letters_of(name) == letters_of(other):
        return True
    words, others = ({letters_of(word) for word in _WORDS.findall(text)} - {""} for text in (name, other))
    mine, theirs = sorted(words - others), sorted(others - words)
    return len(mine) == len(theirs) and all(
        SequenceMatcher(None, one, two).ratio() >= _ALIKE for one, two in zip(mine, theirs, strict=True)
    )
