"""The results store: which elections there are, and reading them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from fnmatch import fnmatchcase
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from wardcheck.errors import DataError, NotFoundError, Problem
from wardcheck.model import Election, Party
from wardcheck.printable import printable
from wardcheck.spelling import nearest
from wardcheck.store.files import content
from wardcheck.store.folders import may_hold, names_in
from wardcheck.store.layout import CACHE, ELECTION_FILE, PACK, SUFFIX, Layout, PackedLayout
from wardcheck.store.locate import REGISTER, councils_file, locate
from wardcheck.store.reading import all_or_error, read_folder, read_head, refuse_stray
from wardcheck.store.register import Register
from wardcheck.store.slugs import council_in_slug, names_by_election
from wardcheck.store.tree import MAX_BYTES

if TYPE_CHECKING:
    from wardcheck.store.cache import Cache, WorkOut
    from wardcheck.store.councils import Councils
    from wardcheck.store.pack import Pack
    from wardcheck.store.records import Record

PATTERN = frozenset("*?[")
"""The characters that make a name a pattern."""

MANY = 10
"""Elections from which on what is read is worth keeping."""

_Reader = Callable[[], Election | None]


def open_store(folder: str | Path | None = None) -> Store:
    """The store in ``folder``, or the one that ``locate`` finds.

    Raises:
        NotFoundError: there is no store.
    """
    return Store(locate(folder))


class Store:
    """A folder of elections, flat or by council. Names are looked up among what it lists, never joined to a path."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self._pack = _pack_of(root)
        self._layout = PackedLayout(root, self._pack.folders) if self._pack is not None else Layout(root)
        self.progress: Callable[[Sequence[_Reader]], Iterable[_Reader]] = lambda readers: readers
        """Shows how far a long reading has come, for a person who waits."""
        self.work_out: WorkOut | None = None
        """What is worked out of each of many elections, to be kept beside it for the next time."""

    # -- names, from folder and file names only ------------------------------------------------------

    @cached_property
    def slugs(self) -> tuple[str, ...]:
        """The slugs of all elections, sorted; a folder that cannot be opened is one too, until it is read.

        Raises:
            DataError: the folder of the store cannot be opened.
        """
        return tuple(self._layout.folders)

    def ward_slugs(self, election: str) -> tuple[str, ...]:
        """The slugs of an election's wards, sorted.

        Raises:
            NotFoundError: there is no such election.
            DataError: its folder cannot be opened.
        """
        if self._pack is not None and self._known(election):
            from wardcheck.store.records import ward_names

            return tuple(sorted(ward_names(self._packed(election, self._pack))))
        names = names_in(self._layout.of(self._known(election))[0])
        return tuple(n.removesuffix(SUFFIX) for n in names if n != ELECTION_FILE and n.endswith(SUFFIX))

    def holds(self, election: str) -> bool:
        """Whether there is an election of that slug; few folders are listed for it."""
        return bool(self._layout.of(election))

    def of_council(self, election: str) -> tuple[str, ...]:
        """The slugs of the elections whose slugs begin with the same council as that of ``election``, sorted."""
        return tuple(slug for slug in self.slugs if council_in_slug(slug) == council_in_slug(election))

    def earlier(self, election: str) -> tuple[str, ...]:
        """The ordinary elections of the same council that were polled before ``election``, the earliest first."""
        day = self.head(election).date
        found = [(self.head(slug).date, slug) for slug in self.of_council(election) if not names_by_election(slug)]
        return tuple(slug for when, slug in sorted(found) if when < day)

    def match(self, patterns: Iterable[str]) -> tuple[str, ...]:
        """Slugs of elections, given as slugs or as shell-style patterns; each once, in the order asked for.

        Raises:
            NotFoundError: a slug or a pattern that leads to no election, with the nearest slugs.
        """
        found: dict[str, None] = {}
        for pattern in patterns:
            if PATTERN.isdisjoint(pattern):
                found[self._known(pattern)] = None
                continue
            matches = [slug for slug in self.slugs if fnmatchcase(slug, pattern)]
            if not matches:
                raise NotFoundError(f"no election matches {pattern!r}; {self._some()}")
            found.update(dict.fromkeys(matches))
        return tuple(found)

    # -- reading -----------------------------------------------------------------------------------

    @cached_property
    def parties(self) -> Mapping[str, Party]:
        """The register of parties by slug, which is parsed at its first use.

        Raises:
            DataError: the file cannot be opened, or (at the first use) cannot be read.
        """
        path = self.root / REGISTER
        return Register(content(path, MAX_BYTES), str(path))

    @cached_property
    def councils(self) -> Councils:
        """The register of councils, which is parsed at its first use: the store's own, else the one of the program.

        Raises:
            DataError: the file cannot be opened, or (at the first use) cannot be read.
        """
        from wardcheck.store.councils import NO_COUNCILS, Councils  # few commands ask, and each start would pay for it

        path = councils_file(self.root)
        return Councils(content(path, MAX_BYTES), str(path)) if path is not None else Councils(NO_COUNCILS, "")

    def read_registers(self) -> None:
        """Read the registers whole now, where other commands wait until a name or a colour is needed.

        Raises:
            DataError: with every problem of both.
        """
        all_or_error([lambda: len(self.parties), lambda: len(self.councils)])

    def head(self, slug: str) -> Election:
        """One election without its wards, of which no file is read.

        Raises:
            NotFoundError: there is no such election.
            DataError: with every problem of its ``election.yaml``.
        """
        if self._pack is not None:
            return replace(self.election(slug), wards=())
        return read_head(slug, self._layout.of(self._known(slug))[0], self.parties)

    def election(self, slug: str) -> Election:
        """One election with all its wards, in the order of their names.

        Raises:
            NotFoundError: there is no such election.
            DataError: with every problem of every file of the election.
        """
        return self._election(self._known(slug))

    def elections(self, *patterns: str) -> list[Election]:
        """The elections that slugs or patterns name, or all of the store, with all their wards.

        Raises:
            NotFoundError: a slug or pattern that leads nowhere.
            DataError: with every problem of every file of these elections.
        """
        return list(self.each(*patterns))

    def each(self, *patterns: str) -> Iterator[Election]:
        """The same elections one after another: of many, no more than one is in memory whole.

        All are read before the first of them is given, so that problems come before answers.

        Raises:
            NotFoundError: a slug or pattern that leads nowhere.
            DataError: with every problem of every file of these elections.
        """
        slugs: Sequence[str] = self.match(patterns) if patterns else self.slugs
        strays: list[_Reader] = []
        if not patterns:
            strays += [partial(refuse_stray, path) for path in self._layout.strays()]
        readers: list[_Reader] = []
        if len(slugs) < MANY or self._pack is not None:
            readers += [partial(self._election, slug) for slug in slugs]
            return filter(None, all_or_error([*readers, *strays]))
        from wardcheck.store.cache import Cache  # few elections are read without, mostly

        cache = Cache(self.root, self.work_out)
        same = cache.same({slug: folders[0] for slug in slugs if len(folders := self._layout.of(slug)) == 1})
        readers += [partial(self._note, slug, cache) for slug in slugs if slug not in same]
        try:
            all_or_error([*(self.progress(readers) if len(readers) >= MANY else readers), *strays])
        finally:
            cache.write(self.slugs)
        return (e or self._election(s) for s, e in zip(slugs, cache.elections(slugs), strict=True))

    def _note(self, slug: str, cache: Cache) -> None:
        cache.note(self._layout.of(slug)[0], self._read(slug))

    def _read(self, slug: str) -> Election:
        return read_folder(slug, self._layout.of(slug), self.parties)

    def _election(self, slug: str) -> Election:
        if self._pack is None:
            return self._kept(slug) or self._read(slug)
        from wardcheck.store.records import from_record

        return from_record(self._packed(slug, self._pack), str(self._layout.of(slug)[0]))

    def _kept(self, slug: str) -> Election | None:
        """The election as it was kept when many were read, if it is the same still."""
        folders, cache = self._layout.of(slug), self._cache
        if cache is None or len(folders) != 1 or slug not in cache.same({slug: folders[0]}):
            return None
        return next(cache.elections([slug]))

    @cached_property
    def _cache(self) -> Cache | None:
        if not may_hold(str(self.root / CACHE), PACK):
            return None
        from wardcheck.store.cache import Cache

        return Cache(self.root, None)

    def _packed(self, slug: str, pack: Pack) -> Record:
        try:
            ((_, found),) = pack.records([slug])
        except (OSError, ValueError, TypeError, LookupError) as error:
            what = "file: expected the elections of an installed wardcheck, got a damaged file; install it again"
            raise DataError([Problem(printable(str(self.root / PACK)), 1, what)]) from error
        return found

    # -- help --------------------------------------------------------------------------------------

    def _known(self, slug: str) -> str:
        if self._layout.of(slug):
            return slug
        raise NotFoundError(f"no election {slug!r}{nearest(slug, self.slugs, self._some(), count=3)}")

    def _some(self) -> str:
        if not self.slugs:
            return f"the store {str(self.root)!r} holds none"
        some = ", ".join(self.slugs[:5])
        more = f" and {len(self.slugs) - 5} more (see: wardcheck elections)" if len(self.slugs) > 5 else ""
        return f"the store has {some}{more}"


def _pack_of(root: Path) -> Pack | None:
    """The pack of an installed store; a clone has none.

    Raises:
        DataError: it is damaged.
    """
    path = root / PACK
    if not path.exists():
        return None
    from wardcheck.store.pack import open_pack

    pack = open_pack(path)
    if pack is None:
        what = "file: expected the elections of an installed wardcheck, got another file; install it again"
        raise DataError([Problem(printable(str(path)), 1, what)])
    return pack
