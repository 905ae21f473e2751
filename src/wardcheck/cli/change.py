"""``wardcheck change``."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from wardcheck.analysis import change as analysis
from wardcheck.analysis.change import AnyChangeRow, WardChangeRow
from wardcheck.analysis.party_votes import DEFAULT_MEASURE, MeasureOrAll
from wardcheck.cli import options as o
from wardcheck.cli.output import Output
from wardcheck.cli.pair import FromTo, choose_pair, compare, tell_of_the_others
from wardcheck.errors import WardcheckError

if TYPE_CHECKING:
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
    ward: o.WardSlug = None,
    store: o.StoreFolder = None,
    format_: o.Format = None,
    columns: o.Columns = None,
    no_header: o.NoHeader = False,
    sort: o.Sort = None,
    reverse: o.Reverse = False,
    limit: o.Limit = None,
) -> None:
    """How did each party's vote move? Most votes first."""
    if by == "party" and ward is not None:
        raise WardcheckError("--ward: expected --by ward with it, got --by party")
    of_wards = by == "ward" or ward is not None
    row_type = WardChangeRow if of_wards else analysis.ChangeRow
    output = Output(row_type, format_, columns, no_header, sort, reverse, limit)
    pair = choose_pair(store, elections)
    found = compare(pair, ward)
    ask = analysis.change_by_ward if of_wards else analysis.change
    rows: Sequence[AnyChangeRow] = ask(pair.before, pair.after, measure=measure)
    if ward is None:
        tell_of_the_others(pair, found, output.format)

    def screen(shown: Sequence[AnyChangeRow]) -> Sheet:
        from wardcheck.render.screens.change import change_sheet

        return change_sheet(shown, rows, found, (pair.before.slug, pair.after.slug), pair.chosen.labels)

    output.write(rows, screen, ward=ward)
