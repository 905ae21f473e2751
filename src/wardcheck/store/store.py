"""The results store: which elections there are, and reading them."""

from __future__ import annotations

import stat
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from fnmatch import fnmatchcase
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from wardcheck.errors import DataError, NotFoundError, Problem
from wardcheck.model import Election, Party, Ward
from wardcheck.printable import printable
from wardcheck.spelling import nearest
from wardcheck.store.context import Context
from wardcheck.store.election_reader import read_election
from wardcheck.store.files import content
from wardcheck.store.folders import names_in, unopened
from wardcheck.store.layout import ELECTION_FILE, PACK, Layout, PackedLayout, refuse_second
from wardcheck.store.locate import REGISTER, councils_file, locate
from wardcheck.store.register import Register
from wardcheck.store.slugs import council_in_slug, is_slug
from wardcheck.store.tree import MAX_BYTES
from wardcheck.store.unfinished import refuse_unfinished
from wardcheck.store.ward_reader import read_ward

if TYPE_CHECKING:
    from wardcheck.store.cache import Cache
    from wardcheck.store.councils import Councils
    from wardcheck.store.pack import Pack

_SUFFIX = ".yaml"
PATTERN = frozenset("*?[")
"""The characters that make a name a pattern."""

MANY = 10
"""Elections from which on a cache is worth opening."""

_T = TypeVar("_T")
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
        return tuple(n.removesuffix(_SUFFIX) for n in names if n != ELECTION_FILE and n.endswith(_SUFFIX))

    def holds(self, election: str) -> bool:
        """Whether there is an election of that slug; few folders are listed for it."""
        return bool(self._layout.of(election))

    def of_council(self, election: str) -> tuple[str, ...]:
        """The slugs of the elections whose slugs begin with the same council as that of ``election``, sorted."""
        return tuple(slug for slug in self.slugs if council_in_slug(slug) == council_in_slug(election))

    def earlier(self, election: str) -> tuple[str, ...]:
        """Those of the same council that come before ``election`` by the years in their slugs."""
        return tuple(slug for slug in self.of_council(election) if slug < election)

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
        _all_or_error([lambda: len(self.parties), lambda: len(self.councils)])

    def head(self, slug: str) -> Election:
        """One election without its wards, of which no file is read.

        Raises:
            NotFoundError: there is no such election.
            DataError: with every problem of its ``election.yaml``.
        """
        if self._pack is not None:
            return replace(self.election(slug), wards=())
        path = self._layout.of(self._known(slug))[0] / ELECTION_FILE
        return read_election(content(path, MAX_BYTES), str(path), slug, self.parties)

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
        slugs: Sequence[str] = self.match(patterns) if patterns else self.slugs
        cache = self._cache(slugs)
        found = cache.read({s: folders[0] for s in slugs if len(folders := self._layout.of(s)) == 1}) if cache else {}
        readers: list[_Reader]
        readers = [partial(self._noted, slug, cache) for slug in slugs if slug not in found]
        many = cache is not None and len(readers) >= MANY
        if not patterns:
            readers += [partial(_refuse_stray, path) for path in self._layout.strays()]
        try:
            read = _all_or_error(self.progress(readers) if many else readers)
        finally:
            if cache:
                cache.write(self.slugs)
        found.update({election.slug: election for election in read if election is not None})
        return [found[slug] for slug in slugs]

    def _cache(self, slugs: Sequence[str]) -> Cache | None:
        if len(slugs) < MANY or self._pack is not None:
            return None
        from wardcheck.store.cache import Cache  # one election is read without

        return Cache(self.root)

    def _noted(self, slug: str, cache: Cache | None) -> Election:
        election = self._election(slug)
        if cache:
            cache.note(self._layout.of(slug)[0], election)
        return election

    def _packed(self, slug: str, pack: Pack) -> bytes:
        try:
            (found,) = pack.lines([slug])
        except (OSError, ValueError) as error:
            what = "file: expected the elections of an installed wardcheck, got a damaged file; install it again"
            raise DataError([Problem(printable(str(self.root / PACK)), 1, what)]) from error
        return found[1]

    def _election(self, slug: str) -> Election:
        folders = self._layout.of(slug)
        if self._pack is not None:
            from wardcheck.store.records import from_record

            return from_record(self._packed(slug, self._pack), str(folders[0]))
        refuse_second(slug, folders)
        folder = folders[0]
        path = folder / ELECTION_FILE
        refuse_unfinished(folder)
        election = read_election(content(path, MAX_BYTES), str(path), slug, self.parties)
        context = Context(self.parties, election.sources)
        names = [n for n in names_in(folder) if n != ELECTION_FILE]
        return replace(election, wards=tuple(_all_or_error([partial(_read_ward, folder / n, context) for n in names])))

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


def _refuse_stray(path: Path) -> None:
    """Refuse a folder with files of results that is no election: its name is no slug, or it has no ``election.yaml``.

    Raises:
        DataError: it is such a folder, or it cannot be told.
    """
    try:
        if not stat.S_ISDIR(path.stat().st_mode):
            return
    except OSError as error:
        raise unopened(path, error) from error
    if any(name.endswith(_SUFFIX) for name in names_in(path)):
        what = f"folder: expected an election (a name such as barnet/2018, with {ELECTION_FILE}), got {path.name!r}"
        raise DataError([Problem(printable(str(path)), 1, what)])


def _read_ward(path: Path, context: Context) -> Ward:
    slug = path.name.removesuffix(_SUFFIX)
    if path.suffix != _SUFFIX or not is_slug(slug):
        what = f"file name: expected lower-case words joined by hyphens and {_SUFFIX}, got {path.name!r}"
        raise DataError([Problem(printable(str(path)), 1, what)])
    return read_ward(content(path, MAX_BYTES), str(path), slug, context)


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


def _all_or_error(readers: Iterable[Callable[[], _T]]) -> list[_T]:
    """What every reader gives, or all their problems together."""
    found: list[_T] = []
    problems: list[Problem] = []
    for read in readers:
        try:
            found.append(read())
        except DataError as error:
            problems += error.problems
    if problems:
        raise DataError(problems)
    return found
