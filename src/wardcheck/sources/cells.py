"""Single cells of a published table -> names, codes, counts, days: what the store can hold, or why it is none."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from html import unescape

from wardcheck.printable import UNSAFE

_LONGEST_NAME = 200
_LONGEST_COUNT = 9
NOTHING = frozenset({"", "NULL"})
"""How sources write that a cell has nothing."""

_CODE = re.compile(r"[A-Z][0-9]{8}")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_APOSTROPHES = str.maketrans(dict.fromkeys("`‘’‛ʼʹ´′＇", "'"))
_MANGLED = re.compile("Ã¦|â€[™˜]")
"""Apostrophes that were read in another encoding than they were written in."""
_LOST = re.compile(r"(?<=\b[A-Z])(?:\?'?|'\?)(?=[A-Z])")
"""The mark in whose place an apostrophe was lost: ``O?Brien``."""
INVISIBLE = re.compile(
    r"[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u2060-\u2064\ufeff\ufff9-\ufffb]"
)
"""Characters without a glyph: one name would become two that nobody can tell apart."""

TRUE_FALSE = {"True": True, "False": False}
FLAG_1_0 = {"1": True, "0": False}


class RowError(ValueError):
    """Why a row is no candidacy: what, expected what, got what."""


class NoContestError(RowError):
    """The row is of no ward election: a mayor's, a line of totals. Nobody is missing."""


class BrokenRowError(RowError):
    """The row is cut short or runs on, so that even the ward it names cannot be trusted."""


def tidy(name: str) -> str:
    """A name with entities resolved, one kind of apostrophe and blank, and nothing that cannot be seen."""
    seen = INVISIBLE.sub("", unescape(name))
    if not seen.isascii():
        seen = _MANGLED.sub("'", seen).translate(_APOSTROPHES)
    return " ".join((_LOST.sub("'", seen) if "?" in seen else seen).replace("`", "'").split())


def invisible_in(text: str) -> int:
    """How many characters ``tidy`` takes out because they cannot be seen."""
    return len(INVISIBLE.findall(unescape(text)))


def name_of(what: str, text: str) -> str:
    """A name that a row must have, fit for a ward file.

    Raises:
        RowError: it is not there, or no ward file could hold it.
    """
    if text in NOTHING:
        raise RowError(f"{what}: expected a name, got {text or 'nothing'}")
    broken = "\n" in unescape(text) or "\t" in unescape(text)
    text = tidy(text) if not broken else unescape(text)
    if bad := re.search(UNSAFE, text) or re.search(r"[\n\t]", text):
        raise RowError(f"{what}: expected printable characters, got the control character U+{ord(bad[0]):04X}")
    if not text:
        raise RowError(f"{what}: expected a name, got characters that cannot be seen")
    if len(text) > _LONGEST_NAME:
        raise RowError(f"{what}: expected a name of at most {_LONGEST_NAME} characters, got {len(text)}")
    return text


def code_of(what: str, text: str) -> str | None:
    """A GSS code, if there is one.

    Raises:
        RowError: it is no code.
    """
    if text in NOTHING:
        return None
    if not _CODE.fullmatch(text):
        raise RowError(f"{what}: expected a code such as E05000056, got {text!r}")
    return text


def is_code(text: str) -> bool:
    """Whether a text is a GSS code."""
    return _CODE.fullmatch(text) is not None


def votes_of(text: str) -> int:
    """The votes of a candidacy.

    Raises:
        RowError: the text is no whole number.
    """
    digits = text.removesuffix(".0")
    if digits.isascii() and digits.isdigit() and len(digits) < _LONGEST_COUNT:
        return int(digits)
    raise RowError(f"votes: expected a whole number, got {text!r}")


def seats_of(what: str, text: str) -> int:
    """The seats to be filled.

    Raises:
        RowError: the text is no whole number of them.
    """
    digits = text.removesuffix(".0")
    if digits.isascii() and digits.isdigit() and 0 < len(digits) <= 2 and int(digits):
        return int(digits)
    raise RowError(f"{what}: expected a whole number, got {text!r}")


def day_of(what: str, text: str) -> date:
    """A day written 2018-05-03.

    Raises:
        RowError: the text is no day.
    """
    try:
        if _DAY.fullmatch(text):
            return date.fromisoformat(text)
    except ValueError:
        pass
    raise RowError(f"{what}: expected a day such as 2018-05-03, got {text!r}")


def one_of(what: str, text: str, choices: Mapping[str, bool] = TRUE_FALSE) -> bool:
    """True or false as a source writes it; ``TRUE`` is what a spreadsheet makes of ``True``.

    Raises:
        RowError: it is written in another way.
    """
    found = next((meant for written, meant in choices.items() if written.lower() == text.lower()), None)
    if found is None:
        raise RowError(f"{what}: expected {' or '.join(choices)}, got {text!r}")
    return found
