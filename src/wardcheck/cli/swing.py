"""``wardcheck swing``."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from wardcheck.analysis.swing import SwingRow
from wardcheck.analysis.swing import swing as swing_of
from wardcheck.cli import options as o
from wardcheck.cli.completion import complete_two_parties
from wardcheck.cli.named_parties import two_parties
from wardcheck.cli.output import Output
from wardcheck.cli.pair import FromTo, choose_pair, must_have, redrawn, whole_councils
from wardcheck.errors import WardcheckError
from wardcheck.facts.party_votes import DEFAULT_MEASURE, Measure

if TYPE_CHECKING:
    from wardcheck.render.chart import Chart
    from wardcheck.render.sheet import Sheet


def swing(
    elections: FromTo,
    between: Annotated[
        str,
        typer.Option(
            metavar="A,B",
            help="The two parties, as slugs; positive is to A from B.",
            autocompletion=complete_two_parties,
        ),
    ],
    measure: Annotated[
        Measure,
        typer.Option(
            help="How a party's votes in a ward are counted: all, of its best candidate, per candidate, per seat."
        ),
    ] = DEFAULT_MEASURE,
    ward: o.WardNames = None,
    whole_council: o.WholeCouncil = False,
    store: o.StoreFolder = None,
    chart: o.ChartFile = None,
    *,
    how: o.OutputOptions,
) -> None:
    """What was the swing between two parties, ward by ward? Wards together, then the largest swing to A first."""
    if whole_council and ward is not None:
        raise WardcheckError("--whole-council: expected no --ward with it, for wards that were redrawn have no swing")
    output = Output(SwingRow, how, chart)
    pair = choose_pair(store, elections)
    a, b = two_parties(between, pair.chosen)
    if whole_council:
        whole_councils(pair)
    wards = None if ward is None else must_have(pair, ward)
    whole = whole_council or (wards is None and redrawn(pair))
    report = swing_of(pair.before, pair.after, a, b, measure=measure, whole=whole)

    def screen(shown: Sequence[SwingRow]) -> Sheet:
        from wardcheck.render.screens.swing import swing_sheet

        return swing_sheet(shown, report, (pair.before.slug, pair.after.slug), (a, b), measure, pair.chosen.labels)

    def draw(shown: Sequence[SwingRow]) -> Chart:
        from wardcheck.render.charts.swing import swing_chart

        chosen = pair.chosen
        return swing_chart(shown, (pair.before.slug, pair.after.slug), (a, b), chosen.labels, chosen.source)

    output.write(report, screen, wards=wards, draw=draw, of=pair.chosen)
