"""``wardcheck councillors``."""

from __future__ import annotations

from wardcheck.analysis.councillors import CouncillorRow
from wardcheck.analysis.councillors import councillors as councillors_of
from wardcheck.cli import options as o
from wardcheck.cli.chosen import choose
from wardcheck.cli.output import Output
from wardcheck.render import screens


def councillors(
    ward: o.WardNames = None,
    store: o.StoreFolder = None,
    *,
    which: o.Which,
    how: o.OutputOptions,
) -> None:
    """Who was elected? Ward by ward, most votes first."""
    output = Output(CouncillorRow, how)
    chosen = choose(store, which, ward=ward).only(ward)
    report = output.kept(councillors_of(*chosen.elections))
    output.write(report, lambda shown: screens.councillors.councillors_sheet(shown, report, chosen.labels), of=chosen)
