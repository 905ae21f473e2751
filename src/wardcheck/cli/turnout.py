"""``wardcheck turnout``."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from wardcheck.analysis.turnout import TurnoutRow
from wardcheck.analysis.turnout import turnout as turnout_of
from wardcheck.cli import options as o
from wardcheck.cli.chosen import choose
from wardcheck.cli.output import Output

if TYPE_CHECKING:
    from wardcheck.render.sheet import Sheet


def turnout(
    elections: o.Elections = None,
    every: o.Every = False,
    ward: o.WardSlug = None,
    store: o.StoreFolder = None,
    format_: o.Format = None,
    columns: o.Columns = None,
    no_header: o.NoHeader = False,
    sort: o.Sort = None,
    reverse: o.Reverse = False,
    limit: o.Limit = None,
) -> None:
    """Who voted, by which definition? Highest turnout first."""
    output = Output(TurnoutRow, format_, columns, no_header, sort, reverse, limit)
    chosen = choose(store, elections, every=every, ward=ward)
    rows = turnout_of(*chosen.elections)

    def screen(shown: Sequence[TurnoutRow]) -> Sheet:
        from wardcheck.render.screens.turnout import turnout_sheet

        return turnout_sheet(shown, rows, chosen.labels)

    output.write(rows, screen, ward=ward)
