"""What was read of many elections of a store, so that the next reading of any need not parse its files again.

An election is taken from it only if every one of its files has the name, the size and the times that it had when it
was read, and so has the register of parties; a folder's own time does not change when a file in it is edited. Files so
young that an edit might leave both times as they are count as changed. Nobody misses the cache where it cannot be
written.
"""

from __future__ import annotations

import os
import time
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from wardcheck.errors import WardcheckError
from wardcheck.model import Election
from wardcheck.store.layout import CACHE, PACK
from wardcheck.store.locate import REGISTER
from wardcheck.store.pack import Entry, Pack, open_pack, packed
from wardcheck.store.records import Record, Worked, from_record, record
from wardcheck.store.unfinished import MARKER

_YOUNG = 2_000_000_000
"""Nanoseconds within which two edits may have one time, on the coarsest file systems."""
_NEVER = 1 << 63


WorkOut = Callable[[Election], Worked]
"""Works out what is kept beside the wards of an election."""


class Cache:
    """The cache of one store, for one reading."""

    def __init__(self, root: Path, work_out: WorkOut | None) -> None:
        self._root = root
        self._path = root / CACHE / PACK
        self._work_out = work_out
        self._began = time.time_ns()
        register = _signature_of_files(root, [REGISTER], self._began)
        self._made_of = register and f"{_program()} and {register}"
        self._pack = self._opened()
        self._new: dict[str, Entry] = {}
        self._folders: Mapping[str, Path] = {}
        self._signatures: dict[str, str | None] = {}

    def _opened(self) -> Pack | None:
        return open_pack(self._path, self._made_of) if self._made_of is not None else None

    def same(self, folders: Mapping[str, Path]) -> frozenset[str]:
        """Those elections that were read before and have not changed; the signatures of all are noted."""
        self._folders = folders
        self._signatures = {slug: signature(folder, self._began) for slug, folder in folders.items()}
        pack = self._pack
        if pack is None:
            return frozenset()
        same = [s for s, now in self._signatures.items() if now is not None and now == pack.signature(s)]
        try:
            kept = [slug for slug, lines in pack.records(same) if lines.worked or self._work_out is None]
        except _DAMAGE:
            self._pack = None
            return frozenset()
        return frozenset(kept)

    def note(self, folder: Path, election: Election) -> None:
        """Keep an election that was read from its files after ``same`` was asked for it."""
        below = folder.relative_to(self._root).as_posix()
        worked = self._work_out(election) if self._work_out is not None else None
        self._new[election.slug] = Entry(below, record(election, worked), self._signatures.get(election.slug))

    def write(self, slugs: Iterable[str]) -> None:
        """Write what is new beside what was there of the elections of the store, if it can be written."""
        new = {slug: entry for slug, entry in self._new.items() if entry.signature is not None}
        if not new or self._made_of is None:
            return
        from wardcheck.store.atomic import write_whole  # most readings write nothing

        try:
            entries = {**self._kept([slug for slug in slugs if slug not in new]), **new}
            write_whole(self._path, packed(dict(sorted(entries.items())), self._made_of))
        except (*_DAMAGE, WardcheckError):
            return
        self._pack = self._opened()
        if self._pack is not None:
            for slug in new:
                del self._new[slug]

    def _kept(self, slugs: Sequence[str]) -> dict[str, Entry]:
        pack = self._pack
        if pack is None:
            return {}
        folders = pack.folders
        kept = pack.records([slug for slug in slugs if slug in pack])
        return {slug: Entry(folders[slug], lines, str(pack.signature(slug))) for slug, lines in kept}

    def elections(self, slugs: Sequence[str]) -> Iterator[Election | None]:
        """Elections that are the same or were noted, one after another; ``None`` for one that has gone since."""
        kept = self._records([slug for slug in slugs if slug not in self._new])
        for slug in slugs:
            lines = self._new[slug].lines if slug in self._new else next(kept, None)
            yield None if lines is None else from_record(lines, str(self._folders[slug]))

    def _records(self, slugs: Sequence[str]) -> Iterator[Record]:
        try:
            for _, lines in self._pack.records(slugs) if self._pack is not None else ():
                yield lines
        except _DAMAGE:  # another program has replaced the file
            return


_DAMAGE = (OSError, ValueError, TypeError, LookupError)
"""What a damaged cache, or one that cannot be read, leads to."""


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
    newest = 0
    start = f"{folder}{os.sep}"
    try:
        for name in names:
            file = os.stat(start + name)  # noqa: PTH116  as many as there are wards
            newest = max(newest, file.st_mtime_ns, file.st_ctime_ns)
            if newest >= now - _YOUNG:
                return None
            found.append(f"{name}/{file.st_size}/{file.st_mtime_ns}/{file.st_ctime_ns}")
    except (OSError, ValueError):
        return None
    return f"{newest}/{zlib.crc32(chr(0).join(found).encode('utf-8', 'surrogateescape'))}"


def _program() -> str:
    """What this program is like, as far as it reads and works out: another version of it may find other things."""
    package = Path(__file__).resolve().parents[1]
    found = ""
    for folder in (package / "facts", package / "store", package / "model"):
        names = sorted(name for name in os.listdir(folder) if name.endswith(".py"))  # noqa: PTH208  names alone
        found += _signature_of_files(folder, names, _NEVER) or ""
    return found
