"""The register of parties, parsed only when a name or a colour is asked for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

from wardcheck.errors import DataError
from wardcheck.model import Party
from wardcheck.store.party_reader import read_parties

_KEY = re.compile(rb"\n([a-z0-9-]+):")
"""A key at the start of a line, found by the end of the line before, which takes less than half the time."""
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
        self._path = path
        self._found: dict[str, Party] = {}

    @cached_property
    def _parties(self) -> dict[str, Party]:
        return read_parties(self._data, self._path)

    @cached_property
    def _starts(self) -> Mapping[str, Sequence[int]]:
        """Where the lines begin that have a key."""
        starts: dict[str, list[int]] = {}
        for key in _KEY.finditer(b"\n" + self._data):  # so that the key begins where the match does
            starts.setdefault(key[1].decode("ascii"), []).append(key.start())
        return starts

    def __contains__(self, slug: object) -> bool:
        return slug in self._starts or slug in self._parties

    def __getitem__(self, slug: str) -> Party:
        if slug not in self._found:
            self._found[slug] = self._alone(slug) or self._parties[slug]
        return self._found[slug]

    def _alone(self, slug: str) -> Party | None:
        """The party read from its own lines, if it has some and they are sound."""
        starts = self._starts.get(slug, ())
        if len(starts) != 1:
            return None
        start = starts[0]
        after = re.compile(_NEXT).search(self._data, start + 1)
        try:
            return read_parties(self._data[start : after.start() if after else None], self._path).get(slug)
        except DataError:
            return None

    def __iter__(self) -> Iterator[str]:
        return iter(self._parties)

    def __len__(self) -> int:
        return len(self._parties)
