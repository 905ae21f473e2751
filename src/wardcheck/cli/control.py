"""``wardcheck control``."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from wardcheck.analysis.control import ControlRow
from wardcheck.analysis.control import control as control_of
from wardcheck.cli import options as o
from wardcheck.cli.chosen import choose_one
from wardcheck.cli.named_parties import known_parties
from wardcheck.cli.output import Output
from wardcheck.facts.sitting import council_in

if TYPE_CHECKING:
    from wardcheck.render.sheet import Sheet


def control(
    election: o.OneElection,
    party: o.PartyNames = None,
    switch: Annotated[
        bool, typer.Option("--switch", help="Also by voters who leave another slate, beside those who did not vote.")
    ] = False,
    every: Annotated[
        bool,
        typer.Option(
            "--every",
            help="Every way: the hopeless, which need over half of the turnout of a ward, and those out of reach.",
        ),
    ] = False,
    store: o.StoreFolder = None,
    *,
    how: o.OutputOptions,
) -> None:
    """How few voters would have changed control, and where?"""
    output = Output(ControlRow, how)
    chosen = choose_one(store, election)
    (found,) = chosen.elections
    parties, council = known_parties(party, chosen), council_in(found, chosen.store)
    report = control_of(found, parties, switch=switch, every=every, council=council)

    def screen(shown: Sequence[ControlRow]) -> Sheet:
        from wardcheck.render.screens.control import control_sheet

        return control_sheet(shown, report, chosen.labels)

    output.write(report, screen, of=chosen)
