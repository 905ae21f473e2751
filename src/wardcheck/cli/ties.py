"""``wardcheck ties``."""

from __future__ import annotations

from wardcheck.analysis.ties import TieRow
from wardcheck.analysis.ties import ties as ties_of
from wardcheck.cli import options as o
from wardcheck.cli.chosen import choose
from wardcheck.cli.output import Output
from wardcheck.render import screens


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
    report = output.kept(ties_of(*chosen.elections))
    output.write(report, lambda shown: screens.ties.ties_sheet(shown, report, chosen.labels), of=chosen)
