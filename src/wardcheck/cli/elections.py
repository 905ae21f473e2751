"""``wardcheck elections``."""

from __future__ import annotations

from wardcheck.analysis.elections import ElectionRow
from wardcheck.analysis.elections import elections as elections_of
from wardcheck.cli import options as o
from wardcheck.cli.chosen import choose
from wardcheck.cli.output import Output
from wardcheck.render import screens


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
    output.write(rows, lambda shown: screens.elections.elections_sheet(shown, rows), of=chosen)
