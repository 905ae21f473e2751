"""``wardcheck elections``."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from wardcheck.analysis.elections import ElectionRow
from wardcheck.analysis.elections import elections as elections_of
from wardcheck.cli import options as o
from wardcheck.cli.chosen import choose
from wardcheck.cli.output import Output

if TYPE_CHECKING:
    from wardcheck.render.sheet import Sheet


def elections(
    store: o.StoreFolder = None,
    *,
    which: o.Which,
    how: o.OutputOptions,
) -> None:
    """What is in the store? All of it, or the elections named."""
    output = Output(ElectionRow, how)
    chosen = choose(store, which, or_all=True)
    rows = output.kept(elections_of(*chosen.elections))

    def screen(shown: Sequence[ElectionRow]) -> Sheet:
        from wardcheck.render.screens.elections import elections_sheet

        return elections_sheet(shown, rows)

    output.write(rows, screen, of=chosen)
