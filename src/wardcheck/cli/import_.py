"""``wardcheck import``."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from wardcheck.cli import options as o
from wardcheck.cli.output import Output
from wardcheck.errors import DataError, WardcheckError
from wardcheck.model.election import Kind
from wardcheck.sources.importing import ImportRow, Wanted, elections_from_leap, import_row
from wardcheck.store import open_store
from wardcheck.store.writing import write_election

if TYPE_CHECKING:
    from wardcheck.render.sheet import Sheet

_DAY = ["%Y-%m-%d"]


class Layout(StrEnum):
    """The published layouts that can be read."""

    LEAP = "leap"


class KindName(StrEnum):
    """How much of the council is elected."""

    ALL = "all"
    THIRDS = "thirds"
    HALVES = "halves"
    BY_ELECTION = "by-election"


def import_(
    layout: Annotated[Layout, typer.Argument(help="Layout of the file.")],  # noqa: ARG001  the only one so far
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The published file.")],
    day: Annotated[
        datetime, typer.Option("--date", formats=_DAY, metavar="YYYY-MM-DD", help="Polling day of the file.")
    ],
    council: Annotated[
        list[str] | None,
        typer.Option("--council", metavar="NAME", help="This council alone; may be given again.", show_default=False),
    ] = None,
    turnout: Annotated[
        Path | None,
        typer.Option("--turnout", metavar="FILE", help="The Electoral Commission's electorate and papers by ward."),
    ] = None,
    kind: Annotated[KindName | None, typer.Option("--kind", help="How much of the council was elected.")] = None,
    previous: Annotated[
        str | None, typer.Option("--previous", metavar="ELECTION", help="Slug of the election before.")
    ] = None,
    polled: Annotated[
        list[str] | None,
        typer.Option(
            "--polled",
            metavar="WARD=YYYY-MM-DD",
            help="A ward that polled on a day of its own; may be given again.",
            show_default=False,
        ),
    ] = None,
    overwrite: Annotated[bool, typer.Option("--overwrite", help="Replace files that say something else.")] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Say what would be written and write nothing.")] = False,
    store: o.StoreFolder = None,
    format_: o.Format = None,
    no_header: o.NoHeader = False,
) -> None:
    """Bring in published results: ward files from a file of many."""
    output = Output(ImportRow, format_, no_header=no_header)
    into = open_store(store)
    wanted = Wanted(day.date(), tuple(council or ()), turnout, _kind(kind), previous, _days(polled or ()))
    found, problems = elections_from_leap(file, into.parties, wanted)
    results = [(e, write_election(into.root, e, overwrite=overwrite, dry_run=dry_run)) for e in found]
    rows = [import_row(election, written) for election, written in results]

    def screen(shown: Sequence[ImportRow]) -> Sheet:
        from wardcheck.render.screens.import_ import import_sheet

        return import_sheet(shown, rows, dry_run=dry_run)

    sys.stderr.write("".join(f"{line}\n" for line in str(DataError(problems)).splitlines()))
    output.write(rows, screen)
    if refused := [str(path) for _, written in results for path in written.refused]:
        names = ", ".join(refused)
        raise WardcheckError(
            f"{len(refused)} files say something else and were left as they are: {names}; --overwrite replaces them"
        )


def _kind(name: KindName | None) -> Kind | None:
    return None if name is None else name.value


def _days(polled: Sequence[str]) -> dict[str, date]:
    found: dict[str, date] = {}
    for text in polled:
        ward, _, day = text.partition("=")
        try:
            found[ward] = date.fromisoformat(day)
        except ValueError:
            raise WardcheckError(f"--polled: expected WARD=YYYY-MM-DD, got {text!r}") from None
    return found
