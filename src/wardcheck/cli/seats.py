"""``wardcheck seats``."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from wardcheck.analysis.seats import SeatRow
from wardcheck.analysis.seats import seats as seats_of
from wardcheck.cli import options as o
from wardcheck.cli.chosen import Chosen, choose_one
from wardcheck.cli.completion import complete_one_election
from wardcheck.cli.named_elections import earlier_election
from wardcheck.cli.output import Output
from wardcheck.cli.pair import in_order
from wardcheck.facts.background import background

if TYPE_CHECKING:
    from wardcheck.render.chart import Chart
    from wardcheck.render.sheet import Sheet

From = Annotated[
    str | None,
    typer.Option(
        "--from",
        metavar="ELECTION",
        help="Compare with this election [default: the one that filled the same seats].",
        autocompletion=complete_one_election,
        show_default=False,
    ),
]


def seats(
    election: o.OneElection,
    from_: From = None,
    store: o.StoreFolder = None,
    chart: o.ChartFile = None,
    *,
    how: o.OutputOptions,
) -> None:
    """Who runs the council, and who gained what? Largest party first."""
    output = Output(SeatRow, how, chart)
    one = choose_one(store, election)
    opened, (after,) = one.store, one.elections
    known = background(after, opened, earlier_election(from_, opened) if from_ else None)
    if known.before is not None:
        in_order(known.before, after, opened)
    chosen = Chosen([after] if known.before is None else [known.before, after], opened)
    report = seats_of(after, background=known)

    def screen(shown: Sequence[SeatRow]) -> Sheet:
        from wardcheck.render.screens.seats import seats_sheet

        return seats_sheet(shown, report, known.before, chosen.labels)

    def draw(_: Sequence[SeatRow]) -> Chart:
        from wardcheck.render.charts.seats import seats_chart

        return seats_chart(report, Chosen([after], opened).labels, chosen.source)

    output.write(report, screen, draw=draw, of=chosen)
