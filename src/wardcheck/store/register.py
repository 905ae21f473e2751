"""The register of parties, parsed only when a name or a colour is asked for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cached_property

from wardcheck.errors import DataError
from wardcheck.model import Party
from wardcheck.store.party_reader import read_parties
from wardcheck.store.slugs import is_slug

_NEXT = rb"(?m)^[^\s#]"


class Register(Mapping[str, Party]):
    """The parties by slug.

    Every ward file asks whether its parties are registered, and most commands ask no more than that; a key at
    the start of a line answers it without parsing some hundreds of entries at each start. The few parties of a table
    are parsed one by one, from their own lines; whatever is odd about those is left to a reading of the whole file.

    Looking up, iterating and counting raise :class:`~wardcheck.errors.DataError` if what they need cannot be read.
    """

    def __init__(self, data: bytes, path: str) -> None:
        self._data = data
        self._lines = b"\n" + data  # so that every line has the end of one before it
        self._path = path
        self._known: set[str] = set()
        self._found: dict[str, Party] = {}

    @cached_property
    def _parties(self) -> dict[str, Party]:
        return read_parties(self._data, self._path)

    def __contains__(self, slug: object) -> bool:
        if slug in self._known:  # as the parties of nearly all candidates are
            return True
        if not isinstance(slug, str) or (self._line_of(slug) < 0 and slug not in self._parties):
            return False
        self._known.add(slug)
        return True

    def __getitem__(self, slug: str) -> Party:
        if slug not in self._found:
            self._found[slug] = self._alone(slug) or self._parties[slug]
        return self._found[slug]

    def _line_of(self, slug: str, after: int = 0) -> int:
        """Where the first line begins that has the slug for its key; negative where none does."""
        return self._lines.find(f"\n{slug}:".encode(), after) if is_slug(slug) else -1

    def _alone(self, slug: str) -> Party | None:
        """The party read from its own lines, if it has some and they are sound."""
        start = self._line_of(slug)
        if start < 0 or self._line_of(slug, start + 1) >= 0:
            return None
        after = re.compile(_NEXT).search(self._data, start + 1)
        try:
            return read_parties(self._data[start : after.start() if after else None], self._path).get(slug)
        except DataError:
            return None

    def __iter__(self) -> Iterator[str]:
        return iter(self._parties)

    def __len__(self) -> int:
        return len(self._parties)
