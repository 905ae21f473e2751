"""Turnout for a claim: a figure where it is counted, and otherwise the bounds that the votes set to it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction

from wardcheck.analysis.papers import together
from wardcheck.analysis.turnout import TurnoutRow
from wardcheck.claims.found import Absent, Found, Span, Unknown, known
from wardcheck.model import Ward


def turnout_of_ward(row: TurnoutRow, ward: Ward, *, valid: bool) -> Found:
    """The turnout of one ward in percent: of the valid papers, or of all at the count."""
    value = row.valid_turnout_pct if valid else row.turnout_pct
    if value is not None:
        return known(value, "")
    if ward.status != "contested":
        return Absent(f"{ward.slug} had no poll")
    return _bounds([(row, ward)], valid=valid) or Unknown(f"the turnout of {ward.slug} is not known by this definition")


def turnout_of_election(election: str, rows: Mapping[str, TurnoutRow], wards: Sequence[Ward], *, valid: bool) -> Found:
    """The turnout of all wards together in percent, as ``wardcheck turnout`` puts it below its rows."""
    pairs = [(rows[ward.slug], ward) for ward in wards]
    parts = [
        (row.valid_turnout_pct, row.electorate, row.valid)
        if valid
        else (row.turnout_pct, row.electorate, row.ballots_at_count)
        for row, _ in pairs
    ]
    all_of_it = together(parts)
    if all_of_it.wards == len(pairs):
        return known(all_of_it.turnout_pct, f"{election} has no wards")
    return _bounds(pairs, valid=valid) or Unknown(_lacking(election, parts, valid=valid))


def _lacking(election: str, parts: Sequence[tuple[float | None, int | None, int | None]], *, valid: bool) -> str:
    electorate = all(electors for _, electors, _ in parts)
    papers = all(pct is not None or count is not None for pct, _, count in parts)
    if not electorate and not papers:
        return f"neither the papers nor the electorate of {election} are in the store"
    if not electorate:
        return f"the electorate of {election} is not in the store"
    return f"the {'valid papers' if valid else 'papers at the count'} of {election} are not in the store"


def _bounds(pairs: Sequence[tuple[TurnoutRow, Ward]], *, valid: bool) -> Span | None:
    """Where turnout lies; ``None`` where the electorate is not known, or it is not valid papers that are missing.

    V votes of wards with k seats are on at least max(v1, V / k) valid papers, and on no more than were at the count.
    """
    least = most = electors = 0
    for row, ward in pairs:
        votes, base = ward.total_votes, row.ballots_at_count
        if not valid or votes is None or not row.electorate or base is None:
            return None
        best = max((ward.polled(c) or 0 for c in ward.candidates), default=0)
        least += row.valid if row.valid is not None else min(base, max(best, -(-votes // ward.seats)))
        most += row.valid if row.valid is not None else base
        electors += row.electorate
    if not electors:
        return None
    return Span(Fraction(100 * least, electors), Fraction(100 * most, electors), "valid papers are not in the store")
