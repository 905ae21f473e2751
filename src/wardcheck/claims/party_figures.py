"""Figures of a party: its votes, its seats and its control of a council."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

from wardcheck.claims.elections import Elections
from wardcheck.claims.found import Absent, Found, Span, Unknown, known, yes
from wardcheck.claims.statements import Figure
from wardcheck.errors import NotFoundError, WardcheckError
from wardcheck.facts.party_votes import DEFAULT_MEASURE, Measure, party_votes

Look = Callable[[Elections, Figure, str | None], Found]
"""From a figure and a measure to its value; the measure is that of its family, if it has one."""


def of_change(column: str) -> Look:
    """A column of ``change``; for one election alone it is the change from itself, which leaves no ward out."""

    def look(elections: Elections, figure: Figure, measure: str | None) -> Found:
        before, after, party = figure.before or figure.election, figure.election, figure.party or ""
        by = measure or DEFAULT_MEASURE
        compared, gap = elections.compared(before, after)
        if figure.ward is not None and figure.ward not in compared:
            return Unknown(_not_compared(figure.ward, before, after))
        if figure.ward is None and gap:
            return Unknown(gap)
        found = (
            elections.change(before, after).get((party, by))
            if figure.ward is None
            else elections.ward_change(before, after).get((figure.ward, party, by))
        )
        if column == "votes_change_pct" and (found is None or not found.votes_from):
            return Absent(f"{party} had no votes in {figure.ward or 'any ward'} in {before}")
        if found is None:
            return Span(0, 0, f"{party} did not stand")
        return known(getattr(found, column), f"there were no votes in {figure.ward or after}")

    return look


def _not_compared(ward: str, before: str, after: str) -> str:
    if before == after:
        return f"{ward} had no poll in {after}"
    return f"{ward} in {after} cannot be compared with {before}: another ward, or no poll"


def candidates(elections: Elections, figure: Figure, _: str | None) -> Found:
    """How many candidates a party had; ``wardcheck change``."""
    if figure.ward is None and (gap := elections.lacking(figure.election)):
        return Unknown(gap)
    wards = [party_votes(w) for w in elections.wards(figure.election) if figure.ward in (None, w.slug)]
    one = sum(found[figure.party].candidates for found in wards if figure.party in found)
    return Span(one, one)


def seats(elections: Elections, figure: Figure, _: str | None) -> Found:
    """A party's seats on the council, or those it won in a ward; ``wardcheck seats`` or ``change``."""
    if figure.ward is not None:
        party = party_votes(elections.ward(figure.election, figure.ward)).get(figure.party or "")
        return known(party.seats if party is not None else 0, "")
    council = elections.council(figure.election)
    if not council.whole:
        return Unknown(f"the whole council after {figure.election} is not known: {council.missing}")
    row = elections.seats(figure.election, None).get(figure.party or "")
    return known(row.seats if row is not None else 0, "")


def seats_change(elections: Elections, figure: Figure, _: str | None) -> Found:
    """The change of a party's seats; ``wardcheck seats``, or ``change`` for a ward."""
    before, after = figure.before or "", figure.election
    if figure.ward is not None:
        for (ward, party, _measure), row in elections.ward_change(before, after).items():
            if (ward, party) == (figure.ward, figure.party):
                return known(row.seats_change, "")
        if figure.ward in {ward for ward, _, _ in elections.ward_change(before, after)}:
            return Span(0, 0, f"{figure.party} did not stand")
        return Unknown(_not_compared(figure.ward, before, after))
    return of_seats("change")(elections, figure, None)


def of_seats(column: str) -> Look:
    """Reads a column of ``wardcheck seats``."""

    def look(elections: Elections, figure: Figure, _: str | None) -> Found:
        if column != "change" and (gap := elections.not_followed(figure.before or "", figure.election)):
            return Unknown(gap)
        rows = elections.seats(figure.election, figure.before)
        row = rows.get(figure.party or "") or next(iter(rows.values()), None)
        reason = f"the seats after {figure.election} and {figure.before} cannot be compared ward by ward"
        if row is None or getattr(row, column) is None:
            return Unknown(reason)
        return known(getattr(row, column) if row.party == figure.party else 0, reason)

    return look


def majority(elections: Elections, figure: Figure, _: str | None) -> Found:
    """A party's seats less those of all others, as ``wardcheck seats`` says above its rows."""
    council = elections.council(figure.election)
    if not council.whole:
        return Unknown(f"the whole council after {figure.election} is not known: {council.missing}")
    held, one = council.by_party.get(figure.party or "", 0), council.majority_of(figure.party or "")
    return Span(one, one, f"{held} of {council.seats} seats")


def control(elections: Elections, figure: Figure, _: str | None) -> Found:
    """Whether a party has more than half of all seats; ``wardcheck seats``."""
    council = elections.council(figure.election)
    if not council.whole:
        return Unknown(f"the whole council after {figure.election} is not known: {council.missing}")
    return yes(council.controlled_by == figure.party)


def voters_to_control(elections: Elections, figure: Figure, _: str | None) -> Found:
    """The fewest further voters that would have given a party control; ``wardcheck control``."""
    try:
        (route,) = elections.routes(figure.election, figure.party or "")
    except NotFoundError:
        return Absent(f"{figure.party} did not stand in {figure.election}")
    except WardcheckError as error:
        return Unknown(str(error))
    if route.aim == "lose":
        return Absent(f"{figure.party} had control")
    if route.voters is None:
        return Absent(f"no number of voters would have given {figure.party} control")
    wards = ", ".join(f"{step.ward} {step.voters}" for step in route.steps)
    return Span(route.voters, route.voters, f"for {route.needed} more seats: {wards}")


def of_swing(column: str) -> Look:
    """Reads a column of ``wardcheck swing``."""

    def look(elections: Elections, figure: Figure, measure: str | None) -> Found:
        before, after = figure.before or "", figure.election
        by = cast(Measure, measure or DEFAULT_MEASURE)
        row = elections.swing(before, after, figure.party or "", figure.against or "", by).get(figure.ward)
        wards, gap = elections.compared(before, after)
        if row is None or (figure.ward is None and gap):
            return Unknown(gap or _not_compared(figure.ward or "", before, after))
        if figure.ward is None and 0 < row.wards < len(wards):
            pair = f"{figure.party} and {figure.against}"
            return Unknown(f"{pair} polled in both elections in only {row.wards} of {len(wards)} wards")
        if getattr(row, column) is None:
            return Absent(f"{figure.party} and {figure.against} did not both stand in both elections")
        return known(getattr(row, column), "")

    return look
