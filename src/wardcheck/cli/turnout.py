"""``wardcheck turnout``."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Literal

import typer

from wardcheck.analysis.turnout import TurnoutRow, turnout_by_election
from wardcheck.analysis.turnout import turnout as turnout_of
from wardcheck.analysis.turnout_change import TurnoutChangeRow, turnout_change
from wardcheck.cli import options as o
from wardcheck.cli.chosen import choose
from wardcheck.cli.completion import complete_one_election
from wardcheck.cli.output import Output
from wardcheck.cli.pair import Pair, Unmatched, choose_pair, must_have
from wardcheck.cli.pairs import counted_only
from wardcheck.cli.which import one_of
from wardcheck.errors import WardcheckError
from wardcheck.facts.papers import BALLOT_BOX, Definition
from wardcheck.render import charts, screens


def turnout(
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
    by: Annotated[
        Literal["ward", "election"], typer.Option(help="A row for each ward, or for each election as a whole.")
    ] = "ward",
    ward: o.WardNames = None,
    unmatched: Unmatched = False,
    store: o.StoreFolder = None,
    chart: o.ChartFile = None,
    total: o.Total = False,
    *,
    which: o.Which,
    how: o.OutputOptions,
) -> None:
    """Who voted, by which definition? Highest turnout first, or with --from the largest rise."""
    if definition is not None and from_ is None:
        raise WardcheckError("--definition: expected --from ELECTION with it; without it both definitions are columns")
    if unmatched and from_ is None:
        raise WardcheckError("--unmatched: expected --from ELECTION with it; without it no wards are compared")
    if total and from_ is not None:
        raise WardcheckError("--total: expected no --from with it, whose first row is that of all wards")
    if by == "election" and from_ is not None:
        raise WardcheckError("--by election: expected no --from with it, whose first row is that of all wards")
    row_type = TurnoutRow if from_ is None else TurnoutChangeRow
    output = Output(row_type, how, chart)
    if from_ is not None:
        pair = choose_pair(store, [from_, one_of(which, f"--from: expected one election to compare with {from_}")])
        _write_change(output, pair, definition or BALLOT_BOX, ward, unmatched=unmatched)
        return
    chosen = choose(store, which, ward=ward).only(ward)
    report = (
        output.of_wards(turnout_of, chosen.elections)
        if by == "ward"
        else output.kept(turnout_by_election(*chosen.elections))
    )
    output.write(
        report,
        lambda shown: screens.turnout.turnout_sheet(shown, report, chosen.labels),
        total=total,
        draw=lambda shown: charts.turnout.turnout_chart(shown, report, chosen.labels, chosen.source),
        of=chosen,
    )


def _write_change(
    output: Output, pair: Pair, definition: Definition, words: Sequence[str] | None, *, unmatched: bool
) -> None:
    wards = None if words is None else must_have(pair, words)
    report = counted_only(turnout_change(pair.before, pair.after, definition=definition), unmatched=unmatched)
    output.write(
        report,
        lambda shown: screens.turnout_change.turnout_change_sheet(
            shown, report, (pair.before, pair.after), pair.chosen.labels
        ),
        wards=wards,
        draw=lambda shown: charts.turnout_change.turnout_change_chart(shown, pair.chosen.labels, pair.chosen.source),
        of=pair.chosen,
    )
