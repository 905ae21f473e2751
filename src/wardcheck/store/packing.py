"""A store of ward files -> the pack that stands for them."""

from __future__ import annotations

from pathlib import Path

from wardcheck.store.folders import COVARIATES
from wardcheck.store.pack import Entry, packed
from wardcheck.store.records import record
from wardcheck.store.store import Store


def pack_store(store: Store) -> bytes:
    """The pack of all elections of a store; the same store gives the same bytes.

    Raises:
        DataError: with every problem of every file.
    """
    entries = {
        election.slug: Entry(Path(election.path).parent.relative_to(store.root).as_posix(), record(election))
        for election in map(store.election, store.slugs)
    }
    return packed(entries, None)


def unpacked(root: Path) -> list[Path]:
    """The files of a store that stay as they are beside a pack: the registers, the licences, the covariates."""
    beside = [path for path in root.iterdir() if path.is_file() and not path.name.startswith(".")]
    return sorted([*beside, *(path for path in (root / COVARIATES).glob("*") if path.is_file())])
