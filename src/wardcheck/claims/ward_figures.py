"""Figures of a ward and of its candidates."""

from __future__ import annotations

from collections.abc import Mapping

from wardcheck.analysis.ward import WardRow
from wardcheck.claims.elections import Elections
from wardcheck.claims.found import Absent, Found, Span, Unknown, known, yes
from wardcheck.claims.statements import Figure

_NO_MARGIN: Mapping[str | None, str] = {
    "unopposed": "nobody was left out, so that there is no margin",
    None: "no poll was held, so that there is no margin",
}


def margin(elections: Elections, figure: Figure, measure: str | None) -> Found:
    """The seat margin of a ward, or its party margin; ``wardcheck margins``."""
    row = elections.margins(figure.election)[figure.ward or ""]
    value = row.party_margin if measure == "party" else row.margin
    if value is not None:
        return known(value, "")
    if row.decided_by in _NO_MARGIN:
        return Absent(f"{figure.ward}: {_NO_MARGIN[row.decided_by]}")
    if measure == "party" and row.margin is not None:
        return Absent(f"{figure.ward}: no two parties face each other across the cut")
    return Unknown(f"{figure.ward}: votes are not known")


def margin_pct(elections: Elections, figure: Figure, _: str | None) -> Found:
    """The seat margin in percent of papers; ``wardcheck margins``."""
    row = elections.margins(figure.election)[figure.ward or ""]
    if row.margin is None:
        return margin(elections, figure, "seat")
    return known(row.margin_pct, f"the ballot papers of {figure.ward} in {figure.election} are not known")


def by_lot(elections: Elections, figure: Figure, _: str | None) -> Found:
    """Whether a lot decided the last seat; ``wardcheck margins``."""
    row = elections.margins(figure.election)[figure.ward or ""]
    return yes(row.decided_by == "lot")


def shortfall(elections: Elections, figure: Figure, _: str | None) -> Found:
    """By how many votes a party missed its next seat; ``wardcheck close``."""
    for row in elections.close(figure.election):
        if (row.ward, row.challenger_party, row.seat) == (figure.ward, figure.party, figure.seat):
            note = f"{row.margin} more would have forced a lot, {row.to_win} would have won"
            return Span(row.margin, row.margin, note if row.margin else "level: a lot decided")
    return Absent(
        f"{figure.party} had no further candidate in {figure.ward} who could have won a seat of another party"
    )


def _of_candidate(elections: Elections, figure: Figure) -> WardRow:
    """The row of a candidate; of two of one name in a ward, that of the one with more votes."""
    rows = elections.declaration(figure.election, figure.ward or "")
    return next(row for row in rows if row.candidate == figure.candidate)


def candidate_votes(elections: Elections, figure: Figure, _: str | None) -> Found:
    """The votes of a candidate; ``wardcheck ward``."""
    row = _of_candidate(elections, figure)
    return known(row.votes, f"the votes of {figure.candidate} are not known")


def elected(elections: Elections, figure: Figure, _: str | None) -> Found:
    """Whether a candidate was elected; ``wardcheck ward``."""
    row = _of_candidate(elections, figure)
    return yes(row.elected)


def behind(elections: Elections, figure: Figure, _: str | None) -> Found:
    """By how many votes a candidate missed the last seat; ``wardcheck ward``."""
    row = _of_candidate(elections, figure)
    if row.elected:
        return Absent(f"{figure.candidate} was elected")
    return known(row.behind, f"the votes of {figure.candidate} are not known")


def lost_lot(elections: Elections, figure: Figure, _: str | None) -> Found:
    """Whether a lot was lost by a candidate, or by one of a party; ``wardcheck ties``."""
    lots = [row for row in elections.ties(figure.election) if row.ward == figure.ward]
    return yes(any(figure.candidate in (None, row.loser) and figure.party in (None, row.loser_party) for row in lots))
