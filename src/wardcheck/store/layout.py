"""Where in a store an election is: in a folder of its council (``barnet/2018``), or flat (``barnet-2018``).

Both are read, in one store too. The slug is the same, and is looked up among the names that folders list.
"""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from functools import cached_property
from pathlib import Path

from wardcheck.errors import DataError, Problem
from wardcheck.printable import printable
from wardcheck.store.folders import COVARIATES, may_hold, names_in
from wardcheck.store.slugs import divided, is_slug
from wardcheck.store.unfinished import MARKER

SUFFIX = ".yaml"
ELECTION_FILE = f"election{SUFFIX}"
PACK = "elections.jsonl"
"""The file that stands for all elections of a packed store."""
CACHE = ".cache"
"""The folder of a store in which what was read of it is kept."""
CLONE = "results"
"""The folder of the store in a clone, by which messages name the files of a packed one."""


class Layout:
    """What the folders of a store list. Each folder is listed once, at the first question that needs it."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self._in_council: dict[str, tuple[str, ...]] = {}

    @cached_property
    def folders(self) -> Mapping[str, Sequence[Path]]:
        """The folders of each election, by slug in order: one, unless the election is there twice.

        A folder of an election that cannot be opened is one too, until it is read.

        Raises:
            DataError: the folder of the store, or of a council, cannot be opened: what it holds would go missing.
        """
        found: dict[str, list[Path]] = {}
        for name in sorted(filter(is_slug, self._names)):
            if self._flat(name):
                found.setdefault(name, []).append(self.root / name)
            else:
                for part in self.in_council(name):
                    found.setdefault(f"{name}-{part}", []).append(self.root / name / part)
        return dict(sorted(found.items()))

    def of(self, slug: str) -> Sequence[Path]:
        """The folders of one election, of which few folders are listed; none if there is no such election.

        Raises:
            DataError: one of these cannot be opened.
        """
        if "folders" in self.__dict__:
            return self.folders.get(slug, ())
        if not is_slug(slug):
            return ()
        council, part = divided(slug) or (slug, "")
        apart = council in self._names and part in self.in_council(council)
        found = [self.root / council / part] if apart else []
        if slug in self._names and self._flat(slug):
            found.append(self.root / slug)
        return found

    def in_council(self, name: str) -> Sequence[str]:
        """The names of the elections in a council's folder: what follows the council in their slugs."""
        if name not in self._in_council:
            self._in_council[name] = () if self._flat(name) else tuple(self._listed(name))
        return self._in_council[name]

    def strays(self) -> list[Path]:
        """What lies where elections do and is none."""
        found: list[Path] = []
        for name in names_in(self.root):
            if is_slug(name) and self._flat(name):
                continue
            found.append(self.root / name)
            if elections := self.in_council(name) if is_slug(name) else ():
                found += [self.root / name / n for n in names_in(self.root / name) if n not in elections]
        return found

    def to_write(self, slug: str) -> Path:
        """The folder to write an election into: its own if it has one.

        Otherwise by council, unless the store has elections and all are flat, or the slug names no council apart.
        """
        if found := self.of(slug):
            return found[0]
        council, part = divided(slug) or (COVARIATES, "")
        flat = council == COVARIATES or (council in self._names and self._flat(council))
        flat = flat or (bool(self.folders) and all(path.name == known for known, (path, *_) in self.folders.items()))
        return self.root / slug if flat else self.root / council / part

    @cached_property
    def _names(self) -> frozenset[str]:
        return frozenset(names_in(self.root))

    @cached_property
    def _known_flat(self) -> dict[str, bool]:
        return {}

    def _flat(self, name: str) -> bool:
        """Whether a folder of the store is an election itself."""
        if name not in self._known_flat:
            self._known_flat[name] = _is_election(f"{self.root}{os.sep}{name}")
        return self._known_flat[name]

    def _listed(self, council: str) -> list[str]:
        folder = f"{self.root}{os.sep}{council}"
        if council == COVARIATES or not os.path.isdir(folder):  # noqa: PTH112  some hundreds at each start
            return []
        return [
            name
            for name in names_in(Path(folder))
            if divided(f"{council}-{name}") == (council, name) and _is_election(f"{folder}{os.sep}{name}")
        ]


def election_folder(root: Path, slug: str) -> Path:
    """The folder of ``root`` that an election is to be written into, and is read from if it is there."""
    return Layout(root).to_write(slug)


def refuse_second(slug: str, folders: Sequence[Path]) -> None:
    """Refuse an election that a store has in two folders.

    Raises:
        DataError: it has.
    """
    if len(folders) > 1:
        what = f"folder: expected {slug} in one folder, got it in {folders[0]} as well"
        raise DataError([Problem(printable(str(folders[-1])), 1, printable(what))])


def _is_election(folder: str) -> bool:
    """Whether a folder is an election, or was becoming one, of which it is to be said that it is unfinished."""
    return may_hold(folder, ELECTION_FILE) or may_hold(folder, MARKER)


class PackedLayout(Layout):
    """What a pack lists, with the folders that its elections have in a clone."""

    def __init__(self, root: Path, folders: Mapping[str, str]) -> None:
        super().__init__(root)
        self.folders = {slug: [Path(CLONE, below)] for slug, below in folders.items()}

    def of(self, slug: str) -> Sequence[Path]:
        """The folder of one election in a clone; none if there is no such election."""
        return self.folders.get(slug, ())

    def strays(self) -> list[Path]:
        """Nothing: a pack holds elections alone."""
        return []
