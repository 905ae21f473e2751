"""Finding one ward in two publications: by council and name first, for codes get swapped; else by GSS code."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from difflib import SequenceMatcher
from typing import Generic, NamedTuple, TypeVar

from wardcheck.errors import Problem
from wardcheck.model import Conflict, Ward
from wardcheck.sources.slugs import slug_of, ward_key

T = TypeVar("T")
_ALIKE = 0.85
"""From which share of letters in common two names of one code are taken for two spellings."""


class Entry(NamedTuple, Generic[T]):
    """What a publication says of a ward, under the names and the code it gives it."""

    council: str | None
    ward: str | None
    gss: str | None
    content: T
    line: int = 1
    """Where it stands in its file."""

    @property
    def said(self) -> tuple[object, ...]:
        """All but the place; rows that say the same twice contradict nothing."""
        return slug_of(self.council or ""), slug_of(self.ward or ""), self.gss, self.content


class WardIndex(Generic[T]):
    """The wards of one publication. A ward that two rows tell differently is not found: neither is taken."""

    def __init__(self, entries: Iterable[Entry[T]], path: str = "") -> None:
        self._path = path
        self._by_name: dict[tuple[str, str], list[Entry[T]]] = {}
        self._by_gss: dict[str, list[Entry[T]]] = {}
        for entry in entries:
            if entry.council and entry.ward:
                _add(self._by_name.setdefault((slug_of(entry.council), ward_key(entry.ward)), []), entry)
            if entry.gss:
                _add(self._by_gss.setdefault(entry.gss, []), entry)

    def find(self, council: str, ward: Ward) -> Entry[T] | None:
        """The entry of a ward, by its name within its council or by its code."""
        named = self._by_name.get((slug_of(council), ward_key(ward.name)), [])
        if not named:
            return _only(self._by_gss.get(ward.gss or "", []))
        spelt = [entry for entry in named if slug_of(entry.ward or "") == slug_of(ward.name)]
        coded = [entry for entry in named if entry.gss and entry.gss == ward.gss]
        return _only(named) or _only(spelt) or _only(coded)

    def repeated(self, council: str, wards: Iterable[Ward]) -> list[Problem]:
        """A problem for each row that none of these wards was given, because another row says something else of it."""
        problems = []
        for ward in wards:
            named = self._by_name.get((slug_of(council), ward_key(ward.name)), [])
            rivals = named or self._by_gss.get(ward.gss or "", [])
            if self.find(council, ward) is None:
                for entry in rivals:
                    lines = ", ".join(str(other.line) for other in rivals if other is not entry)
                    what = f"{ward.name}: expected one row for a ward, got another on line {lines}; none was taken"
                    problems.append(Problem(self._path, entry.line, what))
        return problems


def _add(entries: list[Entry[T]], entry: Entry[T]) -> None:
    if all(entry.said != other.said for other in entries):
        entries.append(entry)


def _only(entries: list[Entry[T]]) -> Entry[T] | None:
    return entries[0] if len(entries) == 1 else None


def _same_words(one: str, other: str) -> bool:
    """Whether two names are one but for spelling and slips of the hand."""
    return SequenceMatcher(None, ward_key(one), ward_key(other)).ratio() >= _ALIKE


def with_disagreements(ward: Ward, entry: Entry[T], source: str) -> Ward:
    """The ward with a conflict for its name and its code, where the other publication has another."""
    found = []
    if entry.ward and not _same_words(entry.ward, ward.name):
        found.append(Conflict("ward", entry.ward, source))
    if entry.gss and ward.gss and entry.gss != ward.gss:
        found.append(Conflict("gss", entry.gss, source))
    return replace(ward, conflicts=(*ward.conflicts, *found))
