"""``wardcheck councillors``."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from wardcheck.analysis.councillors import CouncillorRow
from wardcheck.analysis.councillors import councillors as councillors_of
from wardcheck.cli import options as o
from wardcheck.cli.chosen import choose
from wardcheck.cli.output import Output

if TYPE_CHECKING:
    from wardcheck.render.sheet import Sheet


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

    def screen(shown: Sequence[CouncillorRow]) -> Sheet:
        from wardcheck.render.screens.councillors import councillors_sheet

        return councillors_sheet(shown, report, chosen.labels)

    output.write(report, screen, of=chosen)
