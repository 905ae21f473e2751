"""``wardcheck export``."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import IO, Annotated, Literal, cast, get_args

import typer

from wardcheck.analysis.export import CandidacyRow, candidacies
from wardcheck.cli import options as o
from wardcheck.cli.chosen import choose_each
from wardcheck.cli.file_output import format_of, refuse_missing, refuse_place
from wardcheck.cli.output import BINARY, Output
from wardcheck.errors import WardcheckError
from wardcheck.render.select import select
from wardcheck.render.streams import streamed

PARTITION = "election"
"""The column that names the folders of ``--partition`` and, by the custom of Hive, is left out of their files."""


ExportFormat = Literal[o.RowsFormat, "xlsx", "parquet"]
"""How candidacies are written: as by every command, but for what is drawn for a person."""


def export(
    ward: o.WardNames = None,
    store: o.StoreFolder = None,
    format_: Annotated[
        ExportFormat | None,
        typer.Option(
            "--format",
            "-f",
            help="How to write [default: by the ending of -o, else tsv].",
            show_default=False,
        ),
    ] = None,
    to: Annotated[
        Path | None,
        typer.Option(
            "--output", "-o", metavar="PATH", help="Write this file, which xlsx and parquet need; or see --partition."
        ),
    ] = None,
    partition: Annotated[
        bool, typer.Option("--partition", help="Make --output a folder, with election=SLUG/part-0.FORMAT for each.")
    ] = False,
    *,
    which: o.Which,
    rows: o.RowOptions,
) -> None:
    """Every candidacy as one long table, with all fields of its election and ward."""
    how = format_ or _by_ending(to, partition=partition)
    _check(how, to, store, partition=partition)
    output = _Export(how, rows)
    elections, opened = choose_each(store, which, ward)
    output.put((candidacies(election, opened.parties) for election in elections), to, partition=partition)


_Groups = Iterable[Sequence[CandidacyRow]]


class _Export(Output):
    """Candidacies to standard output or to files."""

    def __init__(self, how: ExportFormat, rows: o.RowOptions) -> None:
        self.how = how
        self.rows = 0
        """How many were printed or written so far."""
        self.text: o.RowsFormat = "tsv" if how == "xlsx" or how == "parquet" else how
        super().__init__(CandidacyRow, rows.printed(self.text))

    def put(self, groups: _Groups, to: Path | None, *, partition: bool) -> None:
        """Print the rows, or write them to one file, or to one for each election; each group is those of an election.

        Groups come and go, so that the memory needed does not depend on their number, but where all rows must be
        sorted or sifted. Files are whole or as they were: none gets its name before all are made.
        """
        if self.where is not None or self.sort is not None or self.reverse:
            every = [row for rows in groups for row in rows]
            groups = [select(self.kept(every), self.sort, reverse=self.reverse)]
        shown = self._limited(groups)
        if to is None:
            for piece in self._pieces(shown):
                sys.stdout.write(piece)
            return
        from wardcheck.store.atomic import files_together
        from wardcheck.words import counted

        parts: Iterable[tuple[Path, _Groups]] = [(to, shown)]
        if partition:
            self.columns = tuple(name for name in self.columns if name != PARTITION)
            parts = self._by_election(shown, to)
        files = 0
        with files_together() as write:
            for n, (path, of_file) in enumerate(parts, start=1):
                write(path, partial(self._fill, of_file))
                files = n
        told = f", in {counted(files, 'file')}" if partition else ""
        sys.stderr.write(f"wrote {counted(self.rows, 'candidacy', 'candidacies')} to {to}{told}\n")

    def _limited(self, groups: _Groups) -> Iterator[Sequence[CandidacyRow]]:
        for rows in groups:
            shown = rows if self.limit is None else rows[: self.limit - self.rows]
            self.rows += len(shown)
            yield shown
            if self.rows == self.limit:
                return

    def _by_election(self, groups: _Groups, to: Path) -> Iterator[tuple[Path, _Groups]]:
        for rows in groups:  # those of one election unless they were put together
            parts: dict[str, list[CandidacyRow]] = {}
            for row in rows:
                parts.setdefault(row.election, []).append(row)
            for election, part in parts.items():
                yield to / f"{PARTITION}={election}" / f"part-0.{self.how}", [part]

    def _fill(self, groups: _Groups, file: IO[bytes]) -> None:
        every = (row for rows in groups for row in rows)
        if self.how == "parquet":
            from wardcheck.render.parquet import write_parquet

            write_parquet(file, every, self.columns, CandidacyRow)
        elif self.how == "xlsx":
            from wardcheck.render.workbook import workbook

            file.write(workbook(every, self.columns, header=self.header))
        else:
            file.writelines(piece.encode("utf-8") for piece in self._pieces(groups))

    def _pieces(self, groups: _Groups) -> Iterator[str]:
        return streamed(self.text, groups, self.columns, header=self.header)


def _by_ending(to: Path | None, *, partition: bool) -> ExportFormat:
    """The format that the name of a file ends with; that of a folder says none."""
    if to is None or partition:
        return "tsv"
    return cast(ExportFormat, format_of(to, get_args(ExportFormat)))


def _check(how: ExportFormat, to: Path | None, store: Path | None, *, partition: bool) -> None:
    """Refuse what cannot be done before the store is read.

    Raises:
        WardcheckError: options that do not go together, a place to write that will not do, or pyarrow is not there.
    """
    if partition and to is None:
        raise WardcheckError("--partition: expected a folder to write in, got none; name one with -o")
    if to is not None and to.is_dir() and not partition:
        raise WardcheckError(f"-o: expected a file, got the folder {str(to)!r}; --partition writes into folders")
    if to is not None:
        refuse_place(to, store, folder=partition)
    elif how in BINARY:
        raise WardcheckError(f"-f {how}: expected a file to write, got none; name one with -o")
    refuse_missing(how)
