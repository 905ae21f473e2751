"""``wardcheck flows``."""

from __future__ import annotations

from typing import Annotated

import typer

from wardcheck.analysis.flows import By, FlowRow
from wardcheck.analysis.flows import flows as flows_of
from wardcheck.cli import options as o
from wardcheck.cli.named_parties import known_parties
from wardcheck.cli.output import Output
from wardcheck.cli.pair import FromTo, Unmatched, choose_pair, must_have
from wardcheck.cli.pairs import counted_only
from wardcheck.errors import WardcheckError
from wardcheck.render import screens


def flows(
    elections: FromTo,
    by: Annotated[
        By | None,
        typer.Option(
            help="Wards together, or each ward with its own rows [default: party, or ward if --ward is given].",
            show_default=False,
        ),
    ] = None,
    party: o.PartyNames = None,
    ward: o.WardNames = None,
    unmatched: Unmatched = False,
    store: o.StoreFolder = None,
    *,
    how: o.OutputOptions,
) -> None:
    """Where can a party's voters have gone? Bounds alone, nothing is estimated."""
    if by == "party" and ward is not None:
        raise WardcheckError("--ward: expected --by ward with it, got --by party")
    output = Output(FlowRow, how)
    pair = choose_pair(store, elections)
    wanted = known_parties(party, pair.chosen)
    wards = None if ward is None else must_have(pair, ward)
    found = flows_of(pair.before, pair.after, by=by or ("party" if wards is None else "ward"))
    every = counted_only(found, unmatched=unmatched)
    asked = every.only(
        lambda row: (wanted is None or row.party_from in wanted) and (wards is None or row.ward in wards)
    )
    output.write(
        asked,
        lambda shown: screens.flows.flows_sheet(shown, asked, (pair.before.slug, pair.after.slug), pair.chosen.labels),
        of=pair.chosen,
    )
