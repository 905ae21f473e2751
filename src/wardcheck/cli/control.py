"""``wardcheck control``."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from difflib import get_close_matches
from typing import TYPE_CHECKING, Annotated

import typer

from wardcheck.analysis.control import ControlRow, Route, routes, rows_of
from wardcheck.cli import options as o
from wardcheck.cli.chosen import Chosen
from wardcheck.cli.completion import complete_parties
from wardcheck.cli.output import Output
from wardcheck.errors import NotFoundError
from wardcheck.model import Election
from wardcheck.store import open_store

if TYPE_CHECKING:
    from wardcheck.render.sheet import Sheet

Party = Annotated[
    str | None,
    typer.Option(
        "--party",
        metavar="SLUG",
        help="This party alone [default: every party that could].",
        autocompletion=complete_parties,
        show_default=False,
    ),
]


def control(
    election: o.OneElection,
    party: Party = None,
    store: o.StoreFolder = None,
    format_: o.Format = None,
    columns: o.Columns = None,
    no_header: o.NoHeader = False,
    sort: o.Sort = None,
    reverse: o.Reverse = False,
    limit: o.Limit = None,
) -> None:
    """How few voters would have changed control, and where?"""
    output = Output(ControlRow, format_, columns, no_header, sort, reverse, limit)
    opened = open_store(store)
    found = opened.election(election)
    ways = routes(found, None if party is None else _known(party, found))
    rows = rows_of(ways)
    if not rows and output.format is not o.FormatName.TABLE:
        _tell_why_empty(ways, found)

    def screen(shown: Sequence[ControlRow]) -> Sheet:
        from wardcheck.render.screens.control import control_sheet

        return control_sheet(shown, ways, found, party, Chosen([found], opened).labels)

    output.write(rows, screen, headline="" if rows else None)


def _tell_why_empty(ways: Sequence[Route], election: Election) -> None:
    """No rows must not pass for no voters."""
    reach = "".join(f"; {way.party} needs {way.needed} seats, and {way.most} are within reach" for way in ways)
    sys.stderr.write(f"{election.slug}: no number of further voters would have changed control{reach}\n")


def _known(party: str, election: Election) -> str:
    """``party``, which must have stood or have seats."""
    known = {c.party for ward in election.wards for c in ward.candidates} | set(election.continuing or ())
    if party in known:
        return party
    close = get_close_matches(party, sorted(known), n=3, cutoff=0.5)
    hint = f"nearest: {', '.join(close)}" if close else f"there are {', '.join(sorted(known))}"
    raise NotFoundError(f"no party {party!r} in {election.slug}; {hint}")
