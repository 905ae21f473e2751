"""``wardcheck close``."""

from __future__ import annotations

import math
from typing import Annotated

import typer

from wardcheck.analysis.close import WITHIN, CloseRow, Near, close_seats
from wardcheck.analysis.report import Report
from wardcheck.cli import options as o
from wardcheck.cli.chosen import choose
from wardcheck.cli.named_parties import known_parties
from wardcheck.cli.output import Output
from wardcheck.errors import WardcheckError
from wardcheck.render import charts, screens


def close(
    within: Annotated[
        int | None,
        typer.Option(
            metavar="N",
            min=0,
            help=f"Margins of at most N votes [default: {WITHIN}, unless --within-pct is given].",
            show_default=False,
        ),
    ] = None,
    within_pct: Annotated[
        float | None,
        typer.Option(metavar="P", min=0, help="Margins of at most P percent of papers; with --within both must hold."),
    ] = None,
    following: Annotated[
        bool,
        typer.Option("--next", help="A row of the closest seat beyond that after the others; a table has it in words."),
    ] = False,
    party: o.PartyNames = None,
    ward: o.WardNames = None,
    store: o.StoreFolder = None,
    chart: o.ChartFile = None,
    *,
    which: o.Which,
    how: o.OutputOptions,
) -> None:
    """Which seats nearly went the other way? Closest first."""
    if within_pct is not None and not math.isfinite(within_pct):
        raise WardcheckError(f"--within-pct: expected a percentage, got {within_pct}")
    output = Output(CloseRow, how, chart)
    near = Near(WITHIN if within is None and within_pct is None else within, within_pct)
    whole = choose(store, which, ward=ward)
    parties = known_parties(party, whole)
    chosen = whole.only(ward)
    every = close_seats(*chosen.elections, within=near.votes, within_pct=near.pct, party=parties)
    beyond = [] if every.totals is None else [every.totals]
    if beyond and output.where is not None and not output.where.keep(Report(beyond, None))[0]:
        beyond, every = [], every.without(every.remarks[0])  # it is the next of all rows, not of those asked for
    report = output.kept(every)

    found = Report(report, beyond, report.remarks, every=report.every)
    output.write(
        found,
        lambda shown: screens.close.close_sheet(shown, report, chosen.labels, near, parties),
        total=following,
        draw=lambda shown: charts.close.close_chart(shown, chosen.labels, chosen.source),
        of=chosen,
    )
