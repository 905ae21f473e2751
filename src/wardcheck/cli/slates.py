"""``wardcheck slates``."""

from __future__ import annotations

from typing import Annotated, Literal

import typer

from wardcheck.analysis.slates import AlphabetRow, SlateRow, by_alphabet, by_slate
from wardcheck.cli import options as o
from wardcheck.cli.chosen import choose
from wardcheck.cli.named_parties import known_parties
from wardcheck.cli.output import Output
from wardcheck.errors import WardcheckError
from wardcheck.render import screens


def slates(
    by: Annotated[
        Literal["slate", "alphabet"],
        typer.Option(help="A row for each slate, or one for each place in the order of surnames, over all slates."),
    ] = "slate",
    party: o.PartyNames = None,
    ward: o.WardNames = None,
    store: o.StoreFolder = None,
    *,
    which: o.Which,
    how: o.OutputOptions,
) -> None:
    """How evenly did the votes of a slate fall, and did the alphabet decide? Widest spread in percent first."""
    if by == "alphabet" and party is not None:
        raise WardcheckError("--party: expected --by slate with it, got --by alphabet, which is of all slates")
    output = Output(SlateRow if by == "slate" else AlphabetRow, how)
    chosen = choose(store, which, ward=ward).only(ward)
    if by == "alphabet":
        places = by_alphabet(*chosen.elections)

        output.write(places, lambda shown: screens.slates.alphabet_sheet(shown, places, chosen.labels), of=chosen)
        return
    wanted = known_parties(party, chosen)
    every = by_slate(*chosen.elections)
    output.write(
        every.only(lambda row: wanted is None or row.party in wanted),
        lambda shown: screens.slates.slates_sheet(shown, every, chosen.labels),
        of=chosen,
    )
