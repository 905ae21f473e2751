"""``wardcheck close``."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from wardcheck.analysis.close import WITHIN, CloseRow, close_seats, wards_without_papers
from wardcheck.cli import options as o
from wardcheck.cli.chosen import choose
from wardcheck.cli.completion import complete_parties
from wardcheck.cli.output import Output, tell
from wardcheck.cli.parties import known_party
from wardcheck.errors import WardcheckError
from wardcheck.model import Election

if TYPE_CHECKING:
    from wardcheck.render.sheet import Sheet


def close(
    elections: o.Elections = None,
    every: o.Every = False,
    within: Annotated[
        int | None,
        typer.Option(
            metavar="N",
            min=0,
            help=f"Margins of at most N votes [default: {WITHIN}, unless --within-pct is given].",
            show_default=False,
        ),
    ] = None,
    within_pct: Annotated[
        float | None,
        typer.Option(metavar="P", min=0, help="Margins of at most P percent of papers; with --within both must hold."),
    ] = None,
    party: Annotated[
        str | None,
        typer.Option(
            metavar="SLUG",
            help="This party alone: the seats it nearly won, then those it nearly lost.",
            autocompletion=complete_parties,
        ),
    ] = None,
    ward: o.WardSlug = None,
    store: o.StoreFolder = None,
    *,
    how: o.OutputOptions,
) -> None:
    """Which seats nearly went the other way? Closest first."""
    if within_pct is not None and not math.isfinite(within_pct):
        raise WardcheckError(f"--within-pct: expected a percentage, got {within_pct}")
    output = Output(CloseRow, how)
    whole = choose(store, elections, every=every, ward=ward)
    if party is not None:
        known_party(party, whole)
    chosen = whole.only(ward)
    searched = chosen.elections
    most = WITHIN if within is None and within_pct is None else within
    rows = close_seats(*searched, within=most, within_pct=within_pct, party=party)
    if within_pct is not None:
        _tell_of_unknown_papers(searched)

    def screen(shown: Sequence[CloseRow]) -> Sheet:
        from wardcheck.render.screens.close import Threshold, close_sheet

        found = close_seats(*searched, within=None, party=party)
        return close_sheet(shown, rows, found, chosen.labels, Threshold(within, within_pct), party)

    def nothing() -> list[str]:
        sheet = screen(rows)
        return [sheet.title, *(note for note in sheet.notes if isinstance(note, str))]

    output.write(rows, screen, headline=None if rows else nothing)


def _tell_of_unknown_papers(elections: Sequence[Election]) -> None:
    """A percentage cannot be had everywhere, and rows must not go missing in silence."""
    if unknown := wards_without_papers(elections):
        wards = sum(len(election.wards) for election in elections)
        tell(
            f"--within-pct: papers are unknown in {unknown:,} of {wards:,} wards, "
            "which are left out unless a lot decided"
        )
