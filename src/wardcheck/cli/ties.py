"""``wardcheck ties``."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from wardcheck.analysis.ties import TieRow
from wardcheck.analysis.ties import ties as ties_of
from wardcheck.cli import options as o
from wardcheck.cli.chosen import choose
from wardcheck.cli.output import Output

if TYPE_CHECKING:
    from wardcheck.render.sheet import Sheet


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

    def screen(shown: Sequence[TieRow]) -> Sheet:
        from wardcheck.render.screens.ties import ties_sheet

        return ties_sheet(shown, report, chosen.labels)

    output.write(report, screen, of=chosen)
