"""What was read of a store, so that the next reading of many elections need not parse their files again.

An election is taken from it only if every one of its files has the name, the size and the times that it had when it
was read, and so has the register of parties; a folder's own time does not change when a file in it is edited. Files so
young that an edit might leave both times as they are count as changed. Nobody misses the cache where it cannot be
written.
"""

from __future__ import annotations

import gc
import os
import time
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from hashlib import blake2b
from pathlib import Path

from wardcheck.errors import WardcheckError
from wardcheck.model import Election
from wardcheck.store.atomic import write_whole
from wardcheck.store.layout import PACK
from wardcheck.store.locate import REGISTER
from wardcheck.store.pack import Entry, Pack, open_pack, packed
from wardcheck.store.records import from_record, record
from wardcheck.store.unfinished import MARKER

FOLDER = ".cache"

_YOUNG = 2_000_000_000
"""Nanoseconds within which two edits may have one time, on the coarsest file systems."""
_NEVER = 1 << 63


class Cache:
    """The cache of one store, for one reading."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._path = root / FOLDER / PACK
        self._began = time.time_ns()
        self._made_of = [_program(), _signature_of_files(root, [REGISTER], self._began)]
        self._new: dict[str, Entry] = {}
        self._signatures: dict[str, str | None] = {}

    @cached_property
    def _pack(self) -> Pack | None:
        found = open_pack(self._path)
        return found if found is not None and found.made_of == self._made_of else None

    def read(self, folders: Mapping[str, Path]) -> dict[str, Election]:
        """Those elections that were read before and have not changed; the signatures of the others are noted."""
        pack = self._pack
        self._signatures = {slug: signature(folder, self._began) for slug, folder in folders.items()}
        if pack is None:
            return {}
        same = [s for s, now in self._signatures.items() if now is not None and now == pack.signature(s)]
        found: dict[str, Election] = {}
        collecting = gc.isenabled()
        gc.disable()  # none of the objects made here is garbage, and looking for some takes as long as making them
        try:
            for slug, line in pack.lines(same):
                found[slug] = from_record(line, str(folders[slug]))
        except (OSError, ValueError, TypeError, LookupError):  # damaged: what is not found is read from its files
            self.__dict__["_pack"] = None
        finally:
            if collecting:
                gc.enable()
        return found

    def note(self, folder: Path, election: Election) -> None:
        """Keep an election that was read from its files after ``read`` was asked for it."""
        if (now := self._signatures.get(election.slug)) is not None:
            below = folder.relative_to(self._root).as_posix()
            self._new[election.slug] = Entry(below, record(election), now)

    def write(self, slugs: Iterable[str]) -> None:
        """Write what is new beside what was there of the elections of the store, if it can be written."""
        if not self._new or self._made_of[1] is None:
            return
        try:
            entries = {**self._kept([slug for slug in slugs if slug not in self._new]), **self._new}
            write_whole(self._path, packed(dict(sorted(entries.items())), self._made_of))
        except (OSError, ValueError, WardcheckError):
            return

    def _kept(self, slugs: Sequence[str]) -> dict[str, Entry]:
        pack = self._pack
        if pack is None:
            return {}
        folders = pack.folders
        return {
            slug: Entry(folders[slug], line, str(pack.signature(slug)))
            for slug, line in pack.lines([slug for slug in slugs if slug in pack])
        }


def signature(folder: Path, now: int) -> str | None:
    """The names, sizes and times of the files in a folder; ``None`` where they are too young or cannot be told."""
    try:
        with os.scandir(folder) as entries:
            names = [entry.name for entry in entries]
    except OSError:
        return None
    return None if MARKER in names else _signature_of_files(folder, sorted(n for n in names if n[0] != "."), now)


def _signature_of_files(folder: Path, names: Sequence[str], now: int) -> str | None:
    found: list[str] = []
    start = f"{folder}{os.sep}"
    try:
        for name in names:
            file = os.stat(start + name)  # noqa: PTH116  as many as there are wards
            if max(file.st_mtime_ns, file.st_ctime_ns) >= now - _YOUNG:
                return None
            found.append(f"{name}/{file.st_size}/{file.st_mtime_ns}/{file.st_ctime_ns}")
    except (OSError, ValueError):
        return None
    return blake2b("\0".join(found).encode("utf-8", "surrogateescape"), digest_size=12).hexdigest()


def _program() -> str:
    """What the readers of this program are like: another version of them may find other things."""
    package = Path(__file__).resolve().parents[1]
    found = ""
    for folder in (package / "store", package / "model"):
        names = sorted(name for name in os.listdir(folder) if name.endswith(".py"))  # noqa: PTH208  names alone
        found += _signature_of_files(folder, names, _NEVER) or ""
    return found
