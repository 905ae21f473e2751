"""``wardcheck parties``."""

from __future__ import annotations

from typing import Annotated

import typer

from wardcheck.analysis.parties import By, PartyRow
from wardcheck.analysis.parties import parties as parties_of
from wardcheck.cli import of_parties
from wardcheck.cli import options as o
from wardcheck.cli.chosen import choose
from wardcheck.cli.named_parties import known_parties
from wardcheck.cli.output import Output
from wardcheck.facts.party_votes import DEFAULT_MEASURE
from wardcheck.render import screens


def parties(
    by: Annotated[
        By | None,
        typer.Option(
            help="A row a party in each election, region or ward, or in all [default: election, or ward if --ward].",
            show_default=False,
        ),
    ] = None,
    measure: of_parties.MeasureOrAll = DEFAULT_MEASURE,
    party: o.PartyNames = None,
    ward: o.WardNames = None,
    store: o.StoreFolder = None,
    total: Annotated[bool, typer.Option("--total", help="Rows of all parties together, with the indices.")] = False,
    *,
    which: o.Which,
    how: o.OutputOptions,
) -> None:
    """What did each party poll and win? Most votes first."""
    output = Output(PartyRow, how)
    chosen = choose(store, which, ward=ward).only(ward)
    wanted = known_parties(party, chosen)
    of = by or ("election" if ward is None else "ward")
    everybody = parties_of(*chosen.elections, by=of, measure=measure, store=chosen.store)
    output.write(
        everybody.only(lambda row: wanted is None or row.party in wanted),
        lambda shown: screens.parties.parties_sheet(shown, everybody, chosen.labels),
        total=total,
        of=chosen,
    )
