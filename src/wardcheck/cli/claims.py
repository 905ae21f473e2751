"""``wardcheck claims``."""

from __future__ import annotations

import shlex
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from wardcheck.analysis.relate import ECOLOGICAL
from wardcheck.claims import Claim, ClaimRow, Judged, Working, judged, read_claims
from wardcheck.cli import options as o
from wardcheck.cli.exit_codes import ExitCode
from wardcheck.cli.output import DRAWN, Output, tell
from wardcheck.errors import NotFoundError
from wardcheck.render import screens
from wardcheck.spelling import nearest
from wardcheck.store import open_store

_LISTED = 12
"""With more claims than these, none is near enough to be listed."""


def claims(
    files: Annotated[list[Path], typer.Argument(metavar="FILE...", help="Claims files (YAML).", show_default=False)],
    explain: Annotated[
        str | None,
        typer.Option(
            "--explain",
            metavar="ID",
            help="Print the working of one claim instead: its figures and, as a table, the tables that they come from.",
        ),
    ] = None,
    strict: Annotated[bool, typer.Option("--strict", help="Exit with 1 if a claim fails.")] = False,
    store: o.StoreFolder = None,
    *,
    how: o.OutputOptions,
) -> None:
    """Is what they wrote true? A verdict for each claim of a file."""
    output = Output(ClaimRow if explain is None else Working, how)
    results = open_store(store)
    read = read_claims(files, results)
    found = judged(read if explain is None else [_claim(explain, read)], results)
    rows = [one.row for one in found]
    if explain is None:
        if output.format not in DRAWN and any(one.has_relation for one in found):
            tell(ECOLOGICAL)
        output.write(
            rows,
            lambda shown: screens.claims.claims_sheet(shown, rows, {one.claim.id: one for one in found}, output.width),
        )
    else:
        _explain(found[0], output, store)
    if strict and any(row.verdict == "fails" for row in rows):
        raise typer.Exit(ExitCode.FINDINGS)


def _explain(one: Judged, output: Output, store: Path | None) -> None:
    """The working and, for a person, each table that it rests on, printed by the command that is named above it."""
    with_store = f" --store {shlex.quote(str(store))}" if store is not None else ""
    commands = [f"{command}{with_store}" for command in one.commands] if output.format in DRAWN else []
    tables = output.format == "table" and output.to is None
    output.write(
        one.working,
        lambda shown: screens.explain.working_sheet(
            shown, one.row, one.claim.note, [] if tables else commands, output.width
        ),
    )
    if tables:
        for command in commands:
            _run(command, output.width)


def _run(command: str, width: int | None) -> None:
    """A command line, and below it what it prints on a terminal.

    Raises:
        Exit: it cannot be run, and has said why.
    """
    from wardcheck.cli.main import run  # this module is among those that it loads
    from wardcheck.render.screens.explain import shell_lines

    sys.stdout.write("\n" + "".join(f"{line}\n" for line in shell_lines(command, width)) + "\n")
    code = run([*shlex.split(command)[1:], "-f", "table"])
    if code != ExitCode.DONE:
        raise typer.Exit(code)


def _claim(id_: str, read: Sequence[Claim]) -> Claim:
    """The claim of that id.

    Raises:
        NotFoundError: there is none; with the nearest ids, or all if they are few.
    """
    ids = [claim.id for claim in read]
    if id_ in ids:
        return read[ids.index(id_)]
    there_are = f"there are {', '.join(ids)}"
    if len(ids) > _LISTED:
        there_are = f"none of the {len(ids)} ids is like it; --columns claim without --explain prints them"
    raise NotFoundError(f"--explain: no claim {id_!r}{nearest(id_, ids, there_are, count=3)}")
