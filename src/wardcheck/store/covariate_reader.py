"""Figures about wards that no declaration has: a census count, a number of households, a survey.

A covariate file is comma-separated UTF-8 text that a spreadsheet can write::

    # source: 2011 census, table KS209EW, Office for National Statistics
    # licence: Open Government Licence v3.0
    ward_gss,residents,jewish
    E05000047,17256,684

Its form is in docs/methods/relate.md. Nothing is guessed: a value is a plain number, or empty for unknown.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import field
from itertools import dropwhile
from pathlib import Path
from typing import NamedTuple

from wardcheck.errors import DataError, Problem
from wardcheck.frozen import frozen
from wardcheck.model import Election, Ward
from wardcheck.spelling import nearest
from wardcheck.store.files import content
from wardcheck.store.names import slug_of
from wardcheck.store.slugs import council_in_slug, is_slug
from wardcheck.store.tree import MAX_PROBLEMS
from wardcheck.store.words import cut

MAX_BYTES = 8_388_608
"""The largest file that is read; thirty columns for every ward of England take two million bytes."""

GSS, ELECTION, COUNCIL, WARD = "ward_gss", "election", "council", "ward"
KEYS = (GSS, ELECTION, COUNCIL, WARD)
"""The columns that say which ward a row is about; every other column is of numbers."""

HEADINGS = ("source", "licence", "url", "covers", "notes")
"""What the lines before the header may say, each after ``# ``; ``source`` is required."""

_CODE = re.compile(r"[EWSN][0-9]{8}")
_COLUMN = re.compile(r"[a-z][a-z0-9_]{0,59}")
_NUMBER = re.compile(r"-?[0-9]{1,15}(\.[0-9]{1,15})?")
_GROUPED = re.compile(r"-?[0-9]{1,3}([, _][0-9]{3})+(\.[0-9]+)?")
_UNKNOWN = frozenset(("-", ".", "..", "n/a", "na", "nan", "none", "null", "unknown", "?"))


class Key(NamedTuple):
    """Which ward a row is about: ``(ward_gss, code)``, ``(election, slug, ward)`` or ``(council, slug, ward)``."""

    kind: str
    of: str
    ward: str = ""


@frozen
class Covariates:
    """One covariate file. A value is ``None`` where it is unknown."""

    path: str
    source: str
    licence: str | None
    columns: tuple[str, ...]
    wards: Mapping[Key, Mapping[str, float | None]]
    councils: Mapping[str, tuple[Key, ...]] = field(default_factory=dict)
    """The wards of each council by its slug, where a column or the key says of which council a ward is."""

    def of_ward(self, *known_as: tuple[Election, Ward]) -> Mapping[str, float | None] | None:
        """The row about a ward in one or two elections, the later first; ``None`` where there is none.

        A code says best which ward it is, then its name in an election, then that in the council.
        """
        keys = [
            *(Key(GSS, ward.gss) for _, ward in known_as if ward.gss is not None),
            *(Key(ELECTION, election.slug, ward.slug) for election, ward in known_as),
            *(Key(COUNCIL, council_in_slug(election.slug), ward.slug) for election, ward in known_as[:1]),
        ]
        return next((self.wards[key] for key in keys if key in self.wards), None)


def read_covariates(path: Path) -> Covariates:
    """The covariate file in ``path``.

    Raises:
        DataError: it cannot be read, or is not of the form: every problem of it, with its line.
    """
    return _Reader(str(path)).read(_text(path))


def _text(path: Path) -> str:
    data = content(path, MAX_BYTES)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise DataError([Problem(str(path), line, "file: expected UTF-8 text, got other bytes")]) from error


class _Reader:
    """One file being read, with the problems found so far."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.problems: list[Problem] = []
        self._of: dict[Key, str] = {}

    def read(self, text: str) -> Covariates:
        lines = list(self._cells(text))
        said = self._headings(lines)
        body = list(dropwhile(lambda row: _is_remark(row[1]), lines))
        if "source" not in said:
            self._note(1, 'source: expected a line "# source: who published the figures", got nothing')
        if not body:
            self._note(1, f"header: expected a line of column names, {GSS} among them, got nothing")
            raise DataError(self.problems)
        at, header = body[0]
        kind = self._header(at, header)
        if kind is None:
            raise DataError(self.problems)
        wards = self._rows(body[1:], header, kind)
        if self.problems:
            raise DataError(self.problems)
        columns = tuple(name for name in header if name not in KEYS)
        return Covariates(self.path, said["source"], said.get("licence"), columns, wards, self._councils(wards))

    def _councils(self, wards: Mapping[Key, Mapping[str, float | None]]) -> dict[str, tuple[Key, ...]]:
        found: dict[str, list[Key]] = {}
        for key in wards:
            found.setdefault(self._of[key], []).append(key)
        return {council: tuple(keys) for council, keys in found.items()}

    def _cells(self, text: str) -> Iterator[tuple[int, list[str]]]:
        """The rows that are not blank, each with the number of its first line."""
        reader = csv.reader(text.splitlines(keepends=True), strict=True)
        line = 1
        try:
            for cells in reader:
                stripped = [cell.strip() for cell in cells]
                if any(stripped):
                    yield line, stripped
                line = reader.line_num + 1
        except csv.Error as error:
            raise DataError(
                [Problem(self.path, line, f"file: expected comma-separated values, got {error}")]
            ) from error

    def _headings(self, lines: Sequence[tuple[int, list[str]]]) -> dict[str, str]:
        """What the lines say that begin with ``#``; all of them stand before the header."""
        said: dict[str, str] = {}
        before = True
        for line, cells in lines:
            if not _is_remark(cells):
                before = False
                continue
            # a spreadsheet pads each line to the width of the table, and a comma may be part of the words
            words = ", ".join(cells).rstrip(", ").removeprefix("#")
            name, colon, value = (part.strip() for part in words.partition(":"))
            if not before:
                self._note(line, f"{cut(words.strip())}: expected a row of the table, got a line that begins with #")
            elif not colon or name not in HEADINGS:
                known = ", ".join(HEADINGS)
                self._note(line, f"# {cut(name)}: expected one of {known} and a colon{nearest(name, HEADINGS)}")
            elif not value:
                self._note(line, f"# {name}: expected words after the colon, got nothing")
            elif name in said:
                self._note(line, f"# {name}: expected once, got a second")
            else:
                said[name] = value
        return said

    def _header(self, line: int, header: Sequence[str]) -> str | None:
        """The kind of key the rows have; ``None`` where they cannot be read for want of one."""
        before = len(self.problems)
        for n, name in enumerate(header):
            if not _COLUMN.fullmatch(name):
                what = f'"{cut(name)}"' if name else f"nothing in column {n + 1}"
                self._note(line, f"header: expected lower-case words joined by underscores, got {what}")
            elif name in header[:n]:
                self._note(line, f"header: expected each column once, got {name} again")
        keyed = GSS in header or (WARD in header and (ELECTION in header or COUNCIL in header))
        if not keyed:
            self._note(line, f"header: expected {GSS}, or {WARD} with {ELECTION} or {COUNCIL}, got none of them")
        if set(header) <= set(KEYS):
            self._note(line, "header: expected a column of numbers beside those that name the ward, got none")
        if len(self.problems) > before:
            return None
        return GSS if GSS in header else ELECTION if ELECTION in header else COUNCIL

    def _rows(
        self, lines: Sequence[tuple[int, list[str]]], header: Sequence[str], kind: str
    ) -> dict[Key, Mapping[str, float | None]]:
        wards: dict[Key, Mapping[str, float | None]] = {}
        first: dict[Key, int] = {}
        for line, cells in lines:
            if _is_remark(cells):
                continue
            if len(cells) != len(header):
                self._note(line, f"row: expected {len(header)} values, got {len(cells)}")
                continue
            row = dict(zip(header, cells, strict=True))
            key = self._key(line, row, kind)
            values = {name: self._number(line, name, row[name]) for name in header if name not in KEYS}
            if key is None:
                continue
            if key in first:
                named = " ".join(part for part in (key.of, key.ward) if part)
                self._note(line, f"{kind}: expected each ward once, got {named} as in line {first[key]}")
            first.setdefault(key, line)
            wards.setdefault(key, values)
            self._of[key] = slug_of(row.get(COUNCIL, "")) or council_in_slug(key.of)
        if not lines:
            self._note(1, "rows: expected at least one ward, got none")
        return wards

    def _key(self, line: int, row: Mapping[str, str], kind: str) -> Key | None:
        if kind == GSS:
            return Key(GSS, row[GSS]) if self._is(line, GSS, row, _is_code, "a code such as E05000047") else None
        sound = [self._is(line, name, row, is_slug, "a slug such as high-barnet") for name in (kind, WARD)]
        return Key(kind, row[kind], row[WARD]) if all(sound) else None

    def _is(self, line: int, name: str, row: Mapping[str, str], test: Callable[[str], bool], what: str) -> bool:
        if test(row[name]):
            return True
        self._note(line, f"{name}: expected {what}, got {_quoted(row[name])}")
        return False

    def _number(self, line: int, name: str, text: str) -> float | None:
        if not text:
            return None
        if _NUMBER.fullmatch(text):
            return float(text)
        hint = ""
        if _GROUPED.fullmatch(text):
            hint = f"; write {re.sub('[, _]', '', text)}"
        elif text.casefold() in _UNKNOWN:
            hint = "; leave it empty where it is unknown"
        elif text.endswith("%") and _NUMBER.fullmatch(text[:-1].strip()):
            hint = f"; write {text[:-1].strip()} and name the column {name}_pct"
        self._note(line, f"{name}: expected a number, got {_quoted(text)}{hint}")
        return None

    def _note(self, line: int, message: str) -> None:
        self.problems.append(Problem(self.path, line, message))
        if len(self.problems) >= MAX_PROBLEMS:
            raise DataError([*self.problems, Problem(self.path, line, "file: too many problems, the rest is not read")])


def _is_remark(cells: Sequence[str]) -> bool:
    return cells[0].startswith("#")


def _is_code(text: str) -> bool:
    return _CODE.fullmatch(text) is not None


def _quoted(text: str) -> str:
    return f'"{cut(text)}"' if text else "nothing"
