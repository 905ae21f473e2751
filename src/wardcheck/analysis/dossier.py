"""Everything that is asked about one election, for a page about it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from wardcheck.analysis.change import ChangeRow, change
from wardcheck.analysis.close import CloseRow, close_seats
from wardcheck.analysis.control import ControlRow, control
from wardcheck.analysis.control import Totals as ControlTotals
from wardcheck.analysis.councillors import CouncillorRow, councillors
from wardcheck.analysis.margins import MarginRow, margins
from wardcheck.analysis.pairs import Basis
from wardcheck.analysis.parties import PartyRow, parties
from wardcheck.analysis.report import Report
from wardcheck.analysis.seats import SeatRow, seats
from wardcheck.analysis.seats import Totals as SeatTotals
from wardcheck.analysis.splits import SplitRow, splits
from wardcheck.analysis.swing import SwingRow, swing
from wardcheck.analysis.ties import TieRow, ties
from wardcheck.analysis.ties import Totals as TieTotals
from wardcheck.analysis.turnout import TurnoutRow, turnout
from wardcheck.analysis.whatif import Curve, WhatIfRow, whatif
from wardcheck.facts.accounted import poll_in_part
from wardcheck.facts.background import Background
from wardcheck.facts.council import council_of
from wardcheck.model import INDEPENDENT, UNREGISTERED, Election

CLOSEST = 10
"""How many of the closest seats between parties there are."""


class Dossier(NamedTuple):
    """The reports on one election, each as its own command gives it. ``None`` where there is nothing to ask about."""

    election: Election
    before: Election | None
    seats: Report[SeatRow, SeatTotals]
    close: Sequence[CloseRow]
    """The closest of all, at most ``CLOSEST``."""
    margins: Report[MarginRow, Sequence[MarginRow]]
    councillors: Report[CouncillorRow, Mapping[str, int]]
    parties: Report[PartyRow, Sequence[PartyRow]]
    change: Report[ChangeRow, Basis] | None
    by_measure: Report[ChangeRow, Basis] | None
    """The change by every measure, where they disagree on whether a party's vote rose or fell."""
    swing: Report[SwingRow, Basis] | None
    turnout: Report[TurnoutRow, Sequence[TurnoutRow]]
    ties: Report[TieRow, TieTotals]
    control: Report[ControlRow, ControlTotals]
    whatif: Report[WhatIfRow, Curve] | None
    splits: Report[SplitRow, Sequence[SplitRow]]
    between: tuple[str, str] | None
    """The two parties that polled most, between which swing is asked about."""


def dossier(election: Election, background: Background | None = None) -> Dossier:
    """All reports on ``election``; ``background`` is what the store tells beyond it, such as the election before.

    Where no ward can be compared, because all were redrawn, change and swing are those of the whole councils, if both
    elections were of one. ``between`` are the two parties with the most votes by the default measure, no independents
    and none that the register does not have; of the two elections where there are two, for a swing needs both in both.
    """
    known = background or Background(council_of(election))
    before = known.before
    polled = parties(election)
    moved = change(before, election) if before is not None else None
    whole = before is not None and not moved and not poll_in_part(before) and not poll_in_part(election)
    if before is not None and whole:
        moved = change(before, election, whole=True)
    if moved is not None and moved:
        between = _two([row.party for row in moved if row.candidates_from and row.candidates_to])
    else:
        between = _two([row.party for row in polled if row.party is not None and row.votes])
    by_measure = swung = None
    if before is not None and moved is not None and any(row.sign_depends_on_measure for row in moved):
        by_measure = change(before, election, measure="all", whole=whole)
    if before is not None and moved is not None and moved and between is not None:
        swung = swing(before, election, *between, whole=whole)
    return Dossier(
        election=election,
        before=before,
        seats=seats(election, background=known),
        close=close_seats(election, within=None)[:CLOSEST],
        margins=margins(election),
        councillors=councillors(election),
        parties=polled,
        change=moved,
        by_measure=by_measure,
        swing=swung,
        turnout=turnout(election),
        ties=ties(election, council_of=lambda _: known.council),
        control=control(election, council=known.council),
        whatif=whatif(election, *between, council=known.council) if between is not None else None,
        splits=splits(election),
        between=between,
    )


def _two(parties_in_order: Sequence[str]) -> tuple[str, str] | None:
    found = [p for p in parties_in_order if p != INDEPENDENT and not p.startswith(UNREGISTERED)]
    return (found[0], found[1]) if len(found) > 1 else None
