"""``wardcheck margins``."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, Annotated

import typer

from wardcheck.analysis.margins import MarginRow, margins_within_rejected
from wardcheck.analysis.margins import margins as margins_of
from wardcheck.cli import options as o
from wardcheck.cli.chosen import choose
from wardcheck.cli.output import Output
from wardcheck.render import charts, screens

if TYPE_CHECKING:
    from wardcheck.render.sheet import Sheet


BetweenParties = Annotated[
    bool, typer.Option("--between-parties", help="Rank by the margin between two parties, and show that.")
]


def margins(
    ward: o.WardNames = None,
    store: o.StoreFolder = None,
    chart: o.ChartFile = None,
    total: o.Total = False,
    rejected: Annotated[
        bool,
        typer.Option(
            "--rejected", help="Only wards where as many papers were rejected as lay between two parties, or more."
        ),
    ] = False,
    between_parties: BetweenParties = False,
    *,
    which: o.Which,
    how: o.OutputOptions,
) -> None:
    """How safe is each ward? Closest first."""
    output = Output(MarginRow, how, chart)
    chosen = choose(store, which, ward=ward)
    analysis = partial(margins_within_rejected if rejected else margins_of, between_parties=between_parties)
    every_ward = analysis(*chosen.elections)
    whole = ward is None and output.where is None
    asked = every_ward if whole else output.of_wards(analysis, chosen.only(ward).elections)

    def screen(shown: Sequence[MarginRow]) -> Sheet:
        if between_parties and not rejected:
            return screens.party_margins.party_margins_sheet(shown, asked, every_ward, chosen.only(ward).labels)
        return screens.margins.margins_sheet(shown, asked, every_ward, chosen.only(ward).labels, rejected=rejected)

    output.write(
        asked,
        screen,
        total=total,
        draw=lambda shown: charts.margins.margins_chart(shown, chosen.only(ward).labels, chosen.source),
        of=chosen,
    )
