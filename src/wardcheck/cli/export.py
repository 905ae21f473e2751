"""``wardcheck export``."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal, get_args

import typer

from wardcheck.analysis.export import CandidacyRow
from wardcheck.analysis.export import export as export_of
from wardcheck.cli import options as o
from wardcheck.cli.chosen import choose
from wardcheck.cli.output import Output
from wardcheck.errors import WardcheckError
from wardcheck.render.select import select

if TYPE_CHECKING:
    from wardcheck.render.sheet import Sheet

PARTITION = "election"
"""The column that names the folders of ``--partition`` and, by the custom of Hive, is left out of their files."""


ExportFormat = Literal[o.RowsFormat, "parquet"]
"""How candidacies are written: as by every command but for the table, and as Parquet."""


def export(
    ward: o.WardNames = None,
    store: o.StoreFolder = None,
    format_: Annotated[
        ExportFormat | None,
        typer.Option(
            "--format",
            "-f",
            help="How to write [default: what the name of --output ends with, else tsv].",
            show_default=False,
        ),
    ] = None,
    to: Annotated[
        Path | None,
        typer.Option(
            "--output", "-o", metavar="PATH", help="Write this file, which parquet needs; or see --partition."
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
    how = format_ or _by_name(to)
    _check(how, to, partition=partition)
    output = _Export(how, rows)
    chosen = choose(store, which, ward=ward)
    found = export_of(*chosen.only(ward).elections, parties=chosen.store.parties)
    if to is None:
        output.write(found, _no_table)
    else:
        output.write_files(found, to, partition=partition)


class _Export(Output):
    """Candidacies to standard output or to files."""

    def __init__(
        self,
        how: ExportFormat,
        rows: o.RowOptions,
    ) -> None:
        self.how = how
        text: o.FormatName = "tsv" if how == "parquet" else how
        super().__init__(CandidacyRow, rows.printed(text))

    def write_files(self, rows: Sequence[CandidacyRow], to: Path, *, partition: bool) -> None:
        """Write one file, or one for each election; each is whole or as it was, and none begins before all are made."""
        from wardcheck.store.atomic import write_whole
        from wardcheck.words import counted

        shown = select(self.kept(rows), self.sort, reverse=self.reverse, limit=self.limit)
        parts: dict[Path, list[CandidacyRow]] = {} if partition else {to: list(shown)}
        if partition:
            self.columns = tuple(name for name in self.columns if name != PARTITION)
            for row in shown:
                parts.setdefault(to / f"{PARTITION}={row.election}" / f"part-0.{self.how}", []).append(row)
        for path, content in [(path, self._content(part)) for path, part in parts.items()]:
            write_whole(path, content)
        files = f", in {counted(len(parts), 'file')}" if partition else ""
        sys.stderr.write(f"wrote {counted(len(shown), 'candidacy', 'candidacies')} to {to}{files}\n")

    def _content(self, rows: Sequence[CandidacyRow]) -> str | bytes:
        if self.how != "parquet":
            return self._text(rows, _no_table)
        from wardcheck.render.parquet import parquet

        return parquet(rows, self.columns, CandidacyRow)


def _by_name(to: Path | None) -> ExportFormat:
    ending = to.suffix.removeprefix(".").lower() if to is not None else ""
    known: tuple[ExportFormat, ...] = get_args(ExportFormat)
    return next((name for name in known if name == ending), "tsv")


def _check(how: ExportFormat, to: Path | None, *, partition: bool) -> None:
    """Refuse what cannot be done before the store is read.

    Raises:
        WardcheckError: options that do not go together, or pyarrow is wanted and not there.
    """
    if partition and to is None:
        raise WardcheckError("--partition: expected a folder to write in, got none; name one with --output")
    if to is not None and to.is_dir() and not partition:
        raise WardcheckError(f"--output: expected a file, got the folder {str(to)!r}; --partition writes into folders")
    if how == "parquet":
        from wardcheck.render.parquet import pyarrow

        if to is None:
            raise WardcheckError("-f parquet: expected a file to write, got none; name one with --output")
        pyarrow()


def _no_table(_: Sequence[CandidacyRow]) -> Sheet:
    raise AssertionError("unreachable: a table is not among the formats")
