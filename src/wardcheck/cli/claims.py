"""``wardcheck claims``."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from wardcheck.claims import Claim, ClaimRow, Working, read_claims, verdicts, working
from wardcheck.cli import options as o
from wardcheck.cli.exit_codes import ExitCode
from wardcheck.cli.output import Output
from wardcheck.errors import NotFoundError
from wardcheck.store import open_store

if TYPE_CHECKING:
    from wardcheck.render.sheet import Sheet


def claims(
    files: Annotated[list[Path], typer.Argument(metavar="FILE...", help="Claims files (YAML).", show_default=False)],
    explain: Annotated[
        str | None,
        typer.Option(
            "--explain",
            metavar="ID",
            help="Print the working of one claim instead: its figures, and the commands that print them.",
        ),
    ] = None,
    strict: Annotated[bool, typer.Option("--strict", help="Exit with 1 if a claim fails.")] = False,
    store: o.StoreFolder = None,
    format_: o.Format = None,
    columns: o.Columns = None,
    no_header: o.NoHeader = False,
    sort: o.Sort = None,
    reverse: o.Reverse = False,
    limit: o.Limit = None,
) -> None:
    """Is what they wrote true? A verdict for each claim of a file."""
    output = Output(ClaimRow if explain is None else Working, format_, columns, no_header, sort, reverse, limit)
    results = open_store(store)
    read = read_claims(files, results)
    chosen = read if explain is None else [_claim(explain, read)]
    rows = verdicts(chosen, results)
    if explain is None:

        def screen(shown: Sequence[ClaimRow]) -> Sheet:
            from wardcheck.render.screens.claims import claims_sheet

            return claims_sheet(shown, rows)

        output.write(rows, screen)
    else:

        def screen_of_one(shown: Sequence[Working]) -> Sheet:
            from wardcheck.render.screens.claims import working_sheet

            return working_sheet(shown, rows[0], chosen[0].note)

        output.write(working(chosen[0], results), screen_of_one)
    if strict and any(row.verdict == "fails" for row in rows):
        raise typer.Exit(ExitCode.FINDINGS)


def _claim(id_: str, claims: Sequence[Claim]) -> Claim:
    """The claim of that id, or the nearest ids."""
    found = {claim.id: claim for claim in claims}
    if id_ in found:
        return found[id_]
    close = get_close_matches(id_, found, n=3, cutoff=0.5)
    hint = f"nearest: {', '.join(close)}" if close else "see the id of each claim"
    raise NotFoundError(f"no claim {id_!r}; {hint}")
