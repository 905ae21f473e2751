"""Which part of a declared name is the surname, by a stated rule, and the order of names on a ballot paper.

A declaration has one string for a name, and nothing in it says where the surname begins. The rule is stated once, here
and in docs/methods/slates.md.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from wardcheck.spelling import folded

PARTICLES: Final = frozenset(
    """
    ab al ap ben bin da das de del della den der des di do dos du el ibn la le st st. te ten ter ul van von
    """.split()  # noqa: SIM905  a list of words is read more easily
)
"""Words that belong to the surname after them, written small."""

CAPITAL_PARTICLES: Final = frozenset(
    "De Del Della Den Der Des Da Dos Du La Le St St. Van Von".split()  # noqa: SIM905
)
"""Those that belong to it written with a capital too; the others are first names just as often."""

_BRACKETED = re.compile(r"\([^)]*\)")
_INITIALS = re.compile(r"(?:[A-Z]\.?-?){1,4}")
_AFTER = re.compile(r"(?:Jnr|Jr|Junior|Snr|Sr|Senior|MBE|OBE|CBE|BEM|JP)\.?", re.IGNORECASE)
_LETTERS = re.compile(r"[^a-z]+")


class Parts(NamedTuple):
    """A name taken apart."""

    surname: str
    others: str
    """The first names, or their initials."""


def parts(name: str) -> Parts:
    """The surname and the other names of a declared name.

    1. What stands in brackets, or after the surname as a distinction (MBE, Senior), is no part of it.
    2. With a comma, what stands before it is the surname: ``DAY, Graham``.
    3. Where the last word is initials, all before them is: ``de Bois N.``, as handbooks print names.
    4. Otherwise it is the last word, with the particles directly before it: ``Pia van der Berg``. The first word of a
       name is never a particle. Two surnames without a hyphen cannot be told from a first name: the last word counts.
    """
    bare = " ".join(_BRACKETED.sub(" ", name).split())
    before, comma, after = bare.partition(",")
    if comma and before.strip():
        return Parts(before.strip(), after.strip())
    words = bare.split()
    while len(words) > 2 and _AFTER.fullmatch(words[-1]):
        words.pop()
    end = len(words)
    while end > 1 and _INITIALS.fullmatch(words[end - 1]):
        end -= 1
    if end < len(words):
        return Parts(" ".join(words[:end]), " ".join(words[end:]))
    start = max(len(words) - 1, 0)
    while start > 1 and (words[start - 1] in PARTICLES or words[start - 1] in CAPITAL_PARTICLES):
        start -= 1
    return Parts(" ".join(words[start:]), " ".join(words[:start]))


def has_initials_last(name: str) -> bool:
    """Whether a declared name is a surname and then initials, such as ``Tagg J.``."""
    surname, others = parts(name)
    return name.startswith(surname) and bool(others) and all(map(_INITIALS.fullmatch, others.split()))


def surname(name: str) -> str:
    """The surname of a declared name, by the rule of ``parts``."""
    return parts(name).surname


def may_be_one(name: str, other: str) -> bool:
    """Whether two declared names may be one name, written in two ways: ``Tagg J.`` and ``John Tagg``.

    They have the same letters; or one surname, and first names that begin alike: with one word, or one of them with
    the initial of the other's.
    """
    if order_on_paper(name) == order_on_paper(other):
        return True
    one, two = parts(name), parts(other)
    first, second = one.others.split(), two.others.split()
    if _letters(one.surname) != _letters(two.surname) or not first or not second:
        return False
    if any(_INITIALS.fullmatch(words[0]) for words in (first, second)):
        return _letters(first[0])[:1] == _letters(second[0])[:1]
    return _letters(first[0]) == _letters(second[0])


def order_on_paper(name: str) -> tuple[str, str]:
    """What names are put in order by on a ballot paper: surname, then the other names, by their letters alone.

    Case, accents, spaces, hyphens and apostrophes do not count: O'Brien is between Oakes and Oddy.
    """
    found = parts(name)
    return _letters(found.surname), _letters(found.others)


def alphabet_ranks(names: Sequence[str]) -> list[int] | None:
    """The place of each name among them in the order on the paper, from 1; ``None`` where two cannot be told apart."""
    keys = [order_on_paper(name) for name in names]
    if len(set(keys)) < len(keys):
        return None
    ordered = sorted(keys)
    return [ordered.index(key) + 1 for key in keys]


def _letters(words: str) -> str:
    return _LETTERS.sub("", folded(words))
