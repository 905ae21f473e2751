"""An import from beginning to end: each election is read back before it is written, and every loss is counted."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Annotated

from wardcheck.errors import DataError
from wardcheck.frozen import frozen
from wardcheck.model import Election, Ward
from wardcheck.sources.importing import Importer
from wardcheck.sources.previous import follow, with_elections_before
from wardcheck.sources.slugs import slug_of
from wardcheck.store.readback import refusals
from wardcheck.store.recorded import recorded_wards, with_recorded
from wardcheck.store.store import Store
from wardcheck.store.writing import Written, write_election


@frozen
class ImportRow:
    """What became of one election of an imported file. Counts are of files: one a ward, and election.yaml."""

    election: Annotated[str, "slug of the election"]
    wards: Annotated[int, "wards read from the file"]
    written: Annotated[int, "files written"]
    unchanged: Annotated[int, "files that said the same already"]
    refused: Annotated[int, "files that say something else and were left alone"]
    left_out: Annotated[int, "contests of the file that cannot be used, named on standard error"]
    left_over: Annotated[int, "files of wards that the file does not have; removed with `--overwrite`"]


class Run:
    """The writing of what an importer reads; the lists grow while the elections are taken."""

    def __init__(
        self,
        importer: Importer,
        store: Store,
        *,
        overwrite: bool = False,
        dry_run: bool = False,
        waiting: Callable[[], object] = lambda: None,
    ) -> None:
        self._importer = importer
        self._store = store
        self._overwrite = overwrite
        self._dry_run = dry_run
        self._waiting = waiting
        self.refused: list[Path] = []
        """Files that say something else."""
        self.left_over: list[Path] = []
        """Files of wards that the source does not have."""
        self.following: list[Path] = []
        """Files of later elections that name another election before them than they did."""
        self.whole = True
        """Whether every contest wanted is in the store, so far."""

    def rows(self) -> Iterator[ImportRow]:
        """Write one election after the other.

        Raises:
            WardcheckError: one cannot be written.
        """
        for election, lost in self._importer.elections():
            written = self._write(election, lost)
            if written is None:
                self.whole = False
                continue
            self.refused += written.refused
            self.left_over += written.left_over
            yield ImportRow(
                election.slug,
                len(election.wards),
                len(written.written),
                len(written.unchanged),
                len(written.refused),
                len(election.missing),
                len(written.left_over),
            )
        self.whole = self.whole and not self._importer.left_out

    def _write(self, election: Election, lost: Sequence[Ward]) -> Written | None:
        """What was written, or nothing if the store would refuse it.

        What the source does not tell and the store has already is not missing there, and its file is kept.
        """
        parties = self._store.parties
        election = self._importer.completed(with_recorded(self._store.root, election, parties))
        election = with_elections_before(self._store, election)
        recorded = recorded_wards(self._store.root, election, lost, parties)
        election = replace(election, missing=tuple(m for m in election.missing if slug_of(m.ward) not in recorded))
        problems = refusals(election, parties)
        self._importer.problems += problems
        if problems:
            return None
        try:
            written = write_election(
                self._store.root,
                election,
                overwrite=self._overwrite,
                dry_run=self._dry_run,
                keep=frozenset(recorded.values()),
                waiting=self._waiting,
            )
            if not self._dry_run:
                self.following += follow(self._store, election)
            return written
        except DataError as error:
            self._importer.problems += error.problems
            return None
