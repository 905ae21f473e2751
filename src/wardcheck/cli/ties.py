"""``wardcheck ties``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wardcheck.analysis.ties import TieRow
from wardcheck.analysis.ties import ties as ties_of
from wardcheck.cli import options as o
from wardcheck.cli.chosen import choose
from wardcheck.cli.output import Output
from wardcheck.facts.sitting import council_in
from wardcheck.render import screens

if TYPE_CHECKING:
    from wardcheck.facts.council import Council
    from wardcheck.model import Election


def ties(
    ward: o.WardNames = None,
    store: o.StoreFolder = None,
    *,
    which: o.Which,
    how: o.OutputOptions,
) -> None:
    """Where did a lot decide? In all of the store, or in the elections named."""
    output = Output(TieRow, how)
    chosen = choose(store, which, ward=ward, or_all=True).only(ward)

    def council_of(election: Election) -> Council:
        return council_in(chosen.store.election(election.slug), chosen.store)  # all its wards, whichever were asked for

    report = output.kept(ties_of(*chosen.elections, council_of=council_of))
    output.write(report, lambda shown: screens.ties.ties_sheet(shown, report, chosen.labels), of=chosen)
