"""A store for a question about many councils, each of whose elections is asked for more than once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cached_property, partial
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from wardcheck.errors import DataError
from wardcheck.model import Election
from wardcheck.store.reading import all_or_error, refuse_stray
from wardcheck.store.slugs import council_in_slug
from wardcheck.store.store import Store


class Councils(NamedTuple):
    """The elections of one council after another, and those that are left out."""

    elections: Iterator[list[Election]]
    left_out: Sequence[str] = ()
    """The slugs of elections of councils with a file that cannot be read."""
    why: DataError | None = None
    """What is wrong with these."""


class ByCouncil(Store):
    """The same store, with the elections of one council after another in memory.

    What a council had before an election, and what it is compared with, is nearly always in its other elections. They
    are read together, each once, through the cache; those of the councils before are let go.
    """

    def __init__(self, root: Path) -> None:
        super().__init__(root)
        self._there: dict[str, Election] = {}

    def each_council(self, slugs: Sequence[str]) -> Councils:
        """The elections ``slugs``, those of one council at a time; meanwhile all elections of it are in memory.

        All are read before the first is given, so that problems come before answers. A council with a file that cannot
        be read is left out as a whole, and the others are given, if there are any.

        Raises:
            NotFoundError: a slug that leads to no election.
            DataError: with every problem of every file, where none is left; and, of the whole store, with stray files.
        """
        if len(slugs) == len(self.slugs):
            all_or_error([partial(refuse_stray, path) for path in self._layout.strays()])
        asked: dict[str, list[str]] = {}
        for slug in slugs:
            asked.setdefault(council_in_slug(slug), []).append(slug)
        try:
            return Councils(self._councils(asked.items(), iter(self._all_of(asked))))
        except DataError as error:
            sound = {council: named for council, named in asked.items() if self._is_sound(council)}
            if not sound:
                raise
            left_out = [slug for slug in slugs if council_in_slug(slug) not in sound]
            return Councils(self._councils(sound.items(), iter(self._all_of(sound))), left_out, error)

    def _all_of(self, councils: Iterable[str]) -> Iterable[Election]:
        return self.each(*(slug for council in councils for slug in self._by_council[council]))

    def _is_sound(self, council: str) -> bool:
        try:
            self._all_of([council])
        except DataError:
            return False
        return True

    def _councils(
        self, asked: Iterable[tuple[str, Sequence[str]]], read: Iterator[Election]
    ) -> Iterator[list[Election]]:
        for council, slugs in asked:
            self._there = {one.slug: one for one in islice(read, len(self._by_council[council]))}
            yield [self._there[slug] for slug in slugs]
        self._there = {}

    @cached_property
    def _by_council(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for slug in self.slugs:
            found.setdefault(council_in_slug(slug), []).append(slug)
        return found

    def of_council(self, election: str) -> tuple[str, ...]:
        """The slugs of the elections whose slugs begin with the same council as that of ``election``, sorted."""
        return tuple(self._by_council.get(council_in_slug(election), ()))

    def head(self, slug: str) -> Election:
        """One election without its wards."""
        return replace(self._there[slug], wards=()) if slug in self._there else super().head(slug)

    def election(self, slug: str) -> Election:
        """One election with all its wards, in the order of their names."""
        return self._there[slug] if slug in self._there else super().election(slug)
