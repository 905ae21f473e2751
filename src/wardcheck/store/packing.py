"""A store of ward files -> the pack that stands for them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from wardcheck.store.cache import WorkOut
from wardcheck.store.folders import COVARIATES
from wardcheck.store.pack import Entry, packed
from wardcheck.store.records import record
from wardcheck.store.store import Store


def pack_store(store: Store, work_out: WorkOut) -> Iterator[bytes]:
    """The pack of all elections of a store, piece by piece; the same store gives the same bytes.

    Raises:
        DataError: with every problem of every file.
    """
    entries = {}
    for election in map(store.election, store.slugs):
        folder = Path(election.path).parent.relative_to(store.root).as_posix()
        entries[election.slug] = Entry(folder, record(election, work_out(election)))
    return packed(entries)


def unpacked(root: Path) -> list[Path]:
    """The files of a store that stay as they are beside a pack: the registers, the licences, the covariates."""
    beside = [path for path in root.iterdir() if path.is_file() and not path.name.startswith(".")]
    return sorted([*beside, *(path for path in (root / COVARIATES).glob("*") if path.is_file())])
