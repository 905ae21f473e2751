"""Names of people as they would be printed elsewhere."""

from __future__ import annotations

import re

_CAPITALS = re.compile(r"(?<![^\W\d_])[^\W\d_a-z]{2,}(?![^\W\d_])")
_SURNAME_FIRST = re.compile(r"([^\W\d_a-z](?:[^\W\d_a-z]|[ '.-])+), *(\S.*)")


def small_letters(name: str) -> str:
    """Words in capitals with small letters: ``O'NEILL-MCCABE`` -> ``O'Neill-McCabe``."""
    return _CAPITALS.sub(lambda word: re.sub(r"^Mc(.)", lambda c: "Mc" + c[1].upper(), word[0].capitalize()), name)


def surname_last(name: str) -> str:
    """``DAY, Graham`` -> ``Graham Day``; a surname that is not all in capitals stays, for it may be no surname."""
    found = _SURNAME_FIRST.fullmatch(name)
    if found is None or found[1] != found[1].upper():
        return name
    return f"{found[2]} {small_letters(found[1])}"
