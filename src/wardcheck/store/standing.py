"""Ward files that stay in a folder while others of it are written: they stand under the new ``election.yaml``."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from wardcheck.model import Election, Party, Ward
from wardcheck.printable import printable
from wardcheck.store.context import Context
from wardcheck.store.files import content
from wardcheck.store.reading import all_or_error, readable_head, readable_ward
from wardcheck.store.tree import MAX_BYTES
from wardcheck.store.ward_reader import read_ward


def with_sources_of(
    staying: Sequence[Path], folder: Path, election: Election, parties: Mapping[str, Party]
) -> Election:
    """The election with the sources of the files that stay, as its ``election.yaml`` has them now.

    A file that cannot be read has none.
    """
    old = readable_head(election.slug, folder, parties)
    if old is None:
        return election
    context = Context(parties, {**old.sources, **election.sources})
    used: set[str] = set()
    for path in staying:
        if (ward := readable_ward(path, context)) is not None:
            used.update(ward.sources, (conflict.source for conflict in ward.conflicts))
    more = {key: source for key, source in old.sources.items() if key in used and key not in election.sources}
    return replace(election, sources={**election.sources, **more})


def refuse_beside(staying: Sequence[Path], election: Election, parties: Mapping[str, Party]) -> None:
    """Refuse an election beside whose ``election.yaml`` the store could not read the files that stay.

    Raises:
        DataError: with what is wrong with each of them.
    """
    context = Context(parties, election.sources)

    def read(path: Path) -> Ward:
        return read_ward(content(path, MAX_BYTES), printable(str(path)), path.stem, context)

    all_or_error([partial(read, path) for path in staying])
