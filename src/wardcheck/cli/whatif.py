"""``wardcheck whatif``."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from math import isfinite
from typing import TYPE_CHECKING, Annotated

import typer

from wardcheck.analysis.whatif import WhatIfRow
from wardcheck.analysis.whatif import whatif as whatif_of
from wardcheck.cli import options as o
from wardcheck.cli.chosen import choose_one
from wardcheck.cli.completion import complete_two_parties
from wardcheck.cli.named_parties import two_parties
from wardcheck.cli.output import Output
from wardcheck.errors import WardcheckError

if TYPE_CHECKING:
    from wardcheck.render.chart import Chart
    from wardcheck.render.sheet import Sheet


def whatif(
    election: o.OneElection,
    between: Annotated[
        str,
        typer.Option(
            metavar="A,B",
            help="The two parties, as slugs; positive is to A from B.",
            autocompletion=complete_two_parties,
        ),
    ],
    at: Annotated[
        float | None,
        typer.Option(metavar="POINTS", help="Only the seats that change at this swing.", show_default=False),
    ] = None,
    store: o.StoreFolder = None,
    chart: o.ChartFile = None,
    *,
    how: o.OutputOptions,
) -> None:
    """How many seats at which swing between two parties? Arithmetic, no forecast."""
    if at is not None and not isfinite(at):
        raise WardcheckError(f"--at: expected points of swing, such as 3 or -1.5, got {at:g}")
    output = Output(WhatIfRow, how, chart)
    chosen = choose_one(store, election)
    (found,) = chosen.elections
    a, b = two_parties(between, chosen)
    report = whatif_of(found, a, b, at=None if at is None else Fraction(str(at)))

    def screen(shown: Sequence[WhatIfRow]) -> Sheet:
        from wardcheck.render.screens.whatif import whatif_sheet

        return whatif_sheet(shown, report, chosen.labels)

    def draw(_: Sequence[WhatIfRow]) -> Chart:
        from wardcheck.render.charts.whatif import whatif_chart

        return whatif_chart(report, found.slug, chosen.labels, chosen.source)

    output.write(report, screen, draw=draw, of=chosen)
