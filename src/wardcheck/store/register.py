"""The register of parties, parsed only when a name or a colour is asked for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cached_property

from wardcheck.model import Party
from wardcheck.store.party_reader import read_parties

_KEY = re.compile(rb"^([a-z0-9-]+):", re.MULTILINE)


class Register(Mapping[str, Party]):
    """The parties by slug.

    Every ward file asks whether its parties are registered, and most commands ask no more than that; a key at
    the start of a line answers it without parsing some hundreds of entries at each start.

    Looking up, iterating and counting raise :class:`~wardcheck.errors.DataError` if the file cannot be read.
    """

    def __init__(self, data: bytes, path: str) -> None:
        self._data = data
        self._path = path

    @cached_property
    def _parties(self) -> dict[str, Party]:
        return read_parties(self._data, self._path)

    @cached_property
    def _keys(self) -> frozenset[str]:
        return frozenset(key.decode("ascii") for key in _KEY.findall(self._data))

    def __contains__(self, slug: object) -> bool:
        return slug in self._keys or slug in self._parties

    def __getitem__(self, slug: str) -> Party:
        return self._parties[slug]

    def __iter__(self) -> Iterator[str]:
        return iter(self._parties)

    def __len__(self) -> int:
        return len(self._parties)
