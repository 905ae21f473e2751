"""Finding one ward in two publications: by council and name first, for codes get swapped; else by GSS code."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from difflib import SequenceMatcher
from typing import Generic, NamedTuple, TypeVar

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


class WardIndex(Generic[T]):
    """The wards of one publication."""

    def __init__(self, entries: Iterable[Entry[T]]) -> None:
        self._by_name: dict[tuple[str, str], Entry[T]] = {}
        self._by_gss: dict[str, Entry[T]] = {}
        for entry in entries:
            if entry.council and entry.ward:
                self._by_name[(slug_of(entry.council), ward_key(entry.ward))] = entry
            if entry.gss:
                self._by_gss[entry.gss] = entry

    def find(self, council: str, ward: Ward) -> Entry[T] | None:
        """The entry of a ward, by its name within its council or by its code."""
        named = self._by_name.get((slug_of(council), ward_key(ward.name)))
        return named or self._by_gss.get(ward.gss or "")


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
