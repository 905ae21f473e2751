"""``wardcheck whatif``."""

from __future__ import annotations

from fractions import Fraction
from math import isfinite
from typing import Annotated

import typer

from wardcheck.analysis.whatif import WhatIfRow
from wardcheck.analysis.whatif import whatif as whatif_of
from wardcheck.cli import of_parties
from wardcheck.cli import options as o
from wardcheck.cli.chosen import choose_one
from wardcheck.cli.named_parties import two_parties
from wardcheck.cli.output import Output
from wardcheck.errors import WardcheckError
from wardcheck.facts.sitting import council_in
from wardcheck.render import charts, screens


def whatif(
    election: o.OneElection,
    between: of_parties.Between,
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
    swing = None if at is None else Fraction(str(at))
    report = whatif_of(found, a, b, at=swing, council=council_in(found, chosen.store))
    output.write(
        report,
        lambda shown: screens.whatif.whatif_sheet(shown, report, chosen.labels),
        draw=lambda _: charts.whatif.whatif_chart(report, found.slug, chosen.labels, chosen.source),
        of=chosen,
    )
