"""Many elections in one file: the pack in the wheel and the cache of a store are both such a file.

The first line says what it was made of, so that one made of other things costs a look. Below are lines of JSON: the
next says where each election begins, then come the lines of each (see ``records``). It is read by any editor,
decoding it runs nothing, and one election takes one seek and its lines. Measured for 29,000 wards with 278,000
candidacies: getting at the lines takes as long from SQLite (0.02 s), parsing them 0.18 s, or 0.12 s from msgpack,
which would be one more dependency; the objects of the model take 0.4 s more in any form, which is why a question over
many elections is answered from what is kept beside the wards where that is enough.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from wardcheck.store.records import Record

FORMAT = 3
_SIGNATURE = 6
"""The place of the signature in the index: the last."""


class Entry(NamedTuple):
    """One election in a pack."""

    folder: str
    """Its folder below that of the store, with slashes."""
    lines: Record
    signature: str | None = None
    """What its files were like when they were read, in a cache."""


class Pack:
    """A pack that is there. Its lines are read one by one."""

    def __init__(self, path: Path, index: dict[str, list[Any]], start: int) -> None:
        self._path = path
        self._start = start
        self._index = index

    def __contains__(self, slug: object) -> bool:
        return slug in self._index

    @property
    def folders(self) -> dict[str, str]:
        """The folder of each election below that of the store, with slashes."""
        return {slug: str(entry[0]) for slug, entry in self._index.items()}

    def signature(self, slug: str) -> object:
        """What the files of an election were like; ``None`` if it has none."""
        return self._index[slug][_SIGNATURE] if slug in self._index else None

    def records(self, slugs: Iterable[str]) -> Iterator[tuple[str, Record]]:
        """The lines of elections.

        Raises:
            ValueError: one is damaged.
            LookupError, TypeError: there is no such election, or the index is damaged.
            OSError: the file cannot be read.
        """
        with self._path.open("rb") as file:
            for slug in slugs:
                _, begin, head, wards, worked, check, _ = self._index[slug]
                file.seek(self._start + begin)
                lines = Record(*map(file.read, (head, wards, worked)))
                if _check(lines) != check:
                    raise ValueError(f"the lines of {slug} are damaged")
                yield slug, lines


def open_pack(path: Path, made_of: str = "") -> Pack | None:
    """The pack in a file; ``None`` if there is none, or one that is damaged, or of another form or other things."""
    try:
        with path.open("rb") as file:
            if (first := file.readline()) != _first_line(made_of):
                return None
            second = file.readline()
        index = json.loads(second)
        if all(len(entry) == _SIGNATURE + 1 for entry in index.values()):
            return Pack(path, index, len(first) + len(second))
    except (OSError, ValueError, TypeError, LookupError, AttributeError, RecursionError):
        pass
    return None


def packed(entries: Mapping[str, Entry], made_of: str = "") -> Iterator[bytes]:
    """The content of a pack, piece by piece. ``made_of`` is what else it depends on, in a line."""
    index: dict[str, list[object]] = {}
    begin = 0
    for slug, entry in entries.items():
        lengths = [*map(len, entry.lines)]
        index[slug] = [entry.folder, begin, *lengths, _check(entry.lines), entry.signature]
        begin += sum(lengths)
    yield _first_line(made_of)
    yield f"{json.dumps(index, separators=(',', ':'))}\n".encode()
    for entry in entries.values():
        yield from entry.lines


def _first_line(made_of: str) -> bytes:
    return f"elections in form {FORMAT}, made of {made_of}\n".encode()


def _check(lines: Record) -> int:
    return zlib.crc32(lines.worked, zlib.crc32(lines.wards, zlib.crc32(lines.head)))
