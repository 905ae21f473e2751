"""``wardcheck change``."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from wardcheck.analysis import change as analysis
from wardcheck.analysis.change import WardChangeRow
from wardcheck.analysis.pairs import Basis
from wardcheck.analysis.report import Report
from wardcheck.cli import options as o
from wardcheck.cli.named_parties import known_parties
from wardcheck.cli.output import DRAWN, Output
from wardcheck.cli.pair import FromTo, choose_pair, must_have, redrawn, whole_councils
from wardcheck.errors import WardcheckError
from wardcheck.facts.party_votes import DEFAULT_MEASURE, MeasureOrAll

if TYPE_CHECKING:
    from wardcheck.analysis.change import AnyChangeRow
    from wardcheck.render.chart import Chart
    from wardcheck.render.sheet import Sheet


def change(
    elections: FromTo,
    measure: Annotated[
        MeasureOrAll,
        typer.Option(
            help="How a party's votes in a ward are counted: all, of its best candidate, per candidate, per seat."
        ),
    ] = DEFAULT_MEASURE,
    by: Annotated[
        Literal["party", "ward"] | None,
        typer.Option(help="A row a party, or a row a ward and party [default: party, or ward if --ward is given]."),
    ] = None,
    ward: o.WardNames = None,
    party: o.PartyNames = None,
    whole_council: o.WholeCouncil = False,
    store: o.StoreFolder = None,
    chart: o.ChartFile = None,
    *,
    how: o.OutputOptions,
) -> None:
    """How did each party's vote move? Most votes first."""
    if by == "party" and ward is not None:
        raise WardcheckError("--ward: expected --by ward with it, got --by party")
    of_wards = by == "ward" or ward is not None
    if whole_council and of_wards:
        raise WardcheckError("--whole-council: expected --by party with it, for wards that were redrawn have no change")
    row_type = WardChangeRow if of_wards else analysis.ChangeRow
    output = Output(row_type, how, chart)
    pair = choose_pair(store, elections)
    wanted = known_parties(party, pair.chosen)
    if whole_council:
        whole_councils(pair)
    wards = None if ward is None else must_have(pair, ward)
    found: Report[AnyChangeRow, Basis]
    if of_wards:
        found = analysis.change_by_ward(pair.before, pair.after, measure=measure)
    else:
        found = analysis.change(pair.before, pair.after, measure=measure, whole=whole_council or redrawn(pair))
    asked = found.only(lambda row: wanted is None or row.party in wanted)
    asked = asked if wards is None else asked.only(lambda row: getattr(row, "ward", None) in wards)
    every_measure = asked

    def screen(shown: Sequence[AnyChangeRow]) -> Sheet:
        from wardcheck.render.screens.change import change_sheet

        return change_sheet(shown, every_measure, (pair.before.slug, pair.after.slug), pair.chosen.labels)

    def draw(shown: Sequence[AnyChangeRow]) -> Chart:
        from wardcheck.render.charts.change import change_chart

        return change_chart(shown, (pair.before.slug, pair.after.slug), pair.chosen.labels, pair.chosen.source)

    if output.format in DRAWN:
        asked = asked.only(_first_of_several(every_measure))
    output.write(asked, screen, wards=wards, draw=draw, of=pair.chosen)


def _first_of_several(rows: Sequence[AnyChangeRow]) -> Callable[[AnyChangeRow], bool]:
    """A row for each line of a table, which has all measures of a party side by side; sorted by the default one."""
    several = len({row.measure for row in rows}) > 1
    return lambda row: not several or row.measure == DEFAULT_MEASURE
