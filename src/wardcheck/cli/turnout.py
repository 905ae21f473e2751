"""``wardcheck turnout``."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from wardcheck.analysis.turnout import TurnoutRow
from wardcheck.analysis.turnout import turnout as turnout_of
from wardcheck.analysis.turnout_change import TurnoutChangeRow, turnout_change
from wardcheck.cli import options as o
from wardcheck.cli.chosen import Chosen, choose
from wardcheck.cli.completion import complete_one_election
from wardcheck.cli.output import Output
from wardcheck.cli.pair import Pair, in_order, must_have
from wardcheck.errors import WardcheckError
from wardcheck.facts.papers import BALLOT_BOX, Definition
from wardcheck.store import open_store

if TYPE_CHECKING:
    from wardcheck.render.sheet import Sheet


def turnout(
    elections: o.Elections = None,
    every: o.Every = False,
    from_: Annotated[
        str | None,
        typer.Option(
            "--from",
            metavar="ELECTION",
            help="Compare the one election named with this one: how turnout changed since.",
            autocompletion=complete_one_election,
            show_default=False,
        ),
    ] = None,
    definition: Annotated[
        Definition | None,
        typer.Option(
            help="With --from: turnout of all papers at the count, or of the valid ones [default: ballot-box]."
        ),
    ] = None,
    ward: o.WardSlug = None,
    store: o.StoreFolder = None,
    total: o.Total = False,
    *,
    how: o.OutputOptions,
) -> None:
    """Who voted, by which definition? Highest turnout first, or with --from the largest rise."""
    if definition is not None and from_ is None:
        raise WardcheckError("--definition: expected --from ELECTION with it; without it both definitions are columns")
    if total and from_ is not None:
        raise WardcheckError("--total: expected no --from with it, whose first row is that of all wards")
    row_type = TurnoutRow if from_ is None else TurnoutChangeRow
    output = Output(row_type, how)
    if from_ is not None:
        pair = _pair(store, from_, elections or [], every=every)
        _write_change(output, pair, definition or BALLOT_BOX, ward)
        return
    chosen = choose(store, elections, every=every, ward=ward).only(ward)
    report = turnout_of(*chosen.elections)

    def screen(shown: Sequence[TurnoutRow]) -> Sheet:
        from wardcheck.render.screens.turnout import turnout_sheet

        return turnout_sheet(shown, report, chosen.labels)

    output.write(report, screen, total=total)


def _pair(folder: Path | None, before: str, named: Sequence[str], *, every: bool) -> Pair:
    """The election compared with and the one that is asked about, of one council.

    Raises:
        WardcheckError: not exactly one is asked about, or they are of two councils, not there or unreadable.
    """
    opened = open_store(folder)
    slugs = opened.match(named)
    if every or len(slugs) != 1:
        got = "--all" if every else len(slugs) or "none"
        raise WardcheckError(f"--from: expected one election to compare with {before}, got {got}")
    pair = opened.election(before), opened.election(slugs[0])
    in_order(*pair, opened)
    return Pair(*pair, Chosen(pair, opened))


def _write_change(output: Output, pair: Pair, definition: Definition, ward: str | None) -> None:
    if ward is not None:
        must_have(pair, ward)
    report = turnout_change(pair.before, pair.after, definition=definition)

    def screen(shown: Sequence[TurnoutChangeRow]) -> Sheet:
        from wardcheck.render.screens.turnout_change import turnout_change_sheet

        return turnout_change_sheet(shown, report, (pair.before, pair.after), pair.chosen.labels)

    output.write(report, screen, ward=ward)
