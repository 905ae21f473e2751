"""What a reader of a published layout gives: rows that can be used, and rows that cannot with the reason."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from html import unescape
from pathlib import Path
from typing import NamedTuple, TypeVar

from wardcheck.errors import Problem
from wardcheck.printable import UNSAFE

_LONGEST_NAME = 200


class ResultRow(NamedTuple):
    """One candidacy as a source prints it; ``party`` is the source's own code or name."""

    line: int
    council: str
    council_gss: str | None
    ward: str
    ward_gss: str | None
    candidate: str
    party: str
    votes: int
    elected: bool
    seats: int | None = None
    """Seats to be filled in the ward, where the source says."""
    ballot: str | None = None
    """Democracy Club's id of the ward's ballot."""


class Unusable(NamedTuple):
    """A row that is no candidacy, and the council and ward that it names, if any."""

    problem: Problem
    council: str
    ward: str


class Published(NamedTuple):
    """A file of results as read."""

    path: str
    rows: Sequence[ResultRow]
    unusable: Sequence[Unusable]
    spoilt: frozenset[tuple[str, str]] = frozenset()
    """Council and ward of declarations that lack somebody, because a row is unusable."""


class RowError(ValueError):
    """Why a row is no candidacy: what, expected what, got what."""


class BlankRowError(RowError):
    """There is nothing in the row, so that nobody is missing."""


class BrokenRowError(RowError):
    """The row is cut short or runs on, so that even the ward it names cannot be trusted."""


def whole(row: Mapping[str, str], columns: Sequence[str]) -> None:
    """Refuse a row without all of ``columns``.

    Raises:
        BlankRowError: it is empty.
        BrokenRowError: it lacks some of them.
    """
    if not any(row.values()):
        raise BlankRowError("row: expected a candidacy, got blanks")
    if missing := [name for name in columns if name not in row]:
        raise BrokenRowError(f"row: expected a value for {', '.join(missing)}, got fewer columns")


RawT = TypeVar("RawT")


def read_rows(
    path: Path,
    raw: Iterable[tuple[int, RawT]],
    read: Callable[[int, RawT], ResultRow | None],
    place: Callable[[RawT], tuple[str, str]],
) -> Published:
    """The rows of a file, each read by ``read``, which gives ``None`` for what is no ward election at all.

    A row that cannot be used is kept with its reason, and with the council and ward that ``place`` finds in it. It
    spoils that ward; where it is broken or names none, it may as well belong to the ward of the row before or after it,
    in its council if it names one and is whole.
    """
    usable: list[ResultRow] = []
    unusable: list[Unusable] = []
    spoilt: set[tuple[str, str]] = set()
    spoils_next: str | None = None  # the council of a row astray, or nothing if it names none
    for line, cells in raw:
        try:
            row = read(line, cells)
        except RowError as error:
            at = place(cells)
            unusable.append(Unusable(Problem(str(path), line, str(error)), *at))
            spoilt.add(at)
            broken = isinstance(error, BrokenRowError)
            if (broken or not all(map(_names_a_place, at))) and not isinstance(error, BlankRowError):
                spoils_next = at[0] if _names_a_place(at[0]) and not broken else ""
                spoilt |= {(row.council, row.ward) for row in usable[-1:] if spoils_next in ("", row.council)}
        else:
            if row is not None:
                usable.append(row)
                if spoils_next in ("", row.council):
                    spoilt.add((row.council, row.ward))
                spoils_next = None
    return Published(str(path), usable, unusable, frozenset(spoilt))


def code_of(what: str, text: str) -> str | None:
    """A GSS code, if there is one.

    Raises:
        RowError: it is no code.
    """
    if text in ("", "NULL"):
        return None
    if not (text.isascii() and text.isalnum()):
        raise RowError(f"{what}: expected a code such as E05000056, got {text!r}")
    return text


def _names_a_place(name: str) -> bool:
    return name != "NULL" and any(letter.isalpha() for letter in name)


def votes_of(text: str) -> int:
    """The votes of a candidacy.

    Raises:
        RowError: the text is no whole number.
    """
    digits = text.removesuffix(".0")
    if digits.isascii() and digits.isdigit() and len(digits) < 9:
        return int(digits)
    raise RowError(f"votes: expected a whole number, got {text!r}")


def tidy(name: str) -> str:
    """A name with entities resolved and one kind of apostrophe."""
    return unescape(name).replace("`", "'").replace("’", "'")


def name_of(what: str, text: str) -> str:
    """A name that a row must have, fit for a ward file: entities resolved, and one kind of apostrophe.

    Raises:
        RowError: it is not there, or no ward file could hold it.
    """
    if text in ("", "NULL"):
        raise RowError(f"{what}: expected a name, got {text or 'nothing'}")
    text = tidy(text)
    if bad := UNSAFE.search(text):
        raise RowError(f"{what}: expected printable characters, got the control character U+{ord(bad[0]):04X}")
    if len(text) > _LONGEST_NAME:
        raise RowError(f"{what}: expected a name of at most {_LONGEST_NAME} characters, got {len(text)}")
    return text


def one_of(what: str, text: str, choices: dict[str, bool]) -> bool:
    """True or false as a source writes it.

    Raises:
        RowError: it is written in another way.
    """
    if text not in choices:
        raise RowError(f"{what}: expected {' or '.join(choices)}, got {text!r}")
    return choices[text]
