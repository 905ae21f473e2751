"""Figures of a ward and of its candidates: how each is looked up in the report of a command."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from fractions import Fraction
from typing import TYPE_CHECKING

from wardcheck.analysis.close import close_seats
from wardcheck.analysis.margins import margins
from wardcheck.analysis.ties import ties
from wardcheck.analysis.ward import WardRow
from wardcheck.analysis.ward import ward as declaration
from wardcheck.claims.found import Absent, Found, Span, Unknown, known, yes
from wardcheck.facts.papers import VALID, papers, papers_between
from wardcheck.facts.party_votes import DEFAULT_MEASURE, Measure, slate_votes
from wardcheck.model import Candidacy, Ward

if TYPE_CHECKING:
    from wardcheck.claims.elections import Elections
    from wardcheck.claims.statements import Figure

Look = Callable[["Elections", "Figure", str | None], Found]
"""From a figure and a measure to its value; the measure is that of its family, if it has one."""

_NO_MARGIN: Mapping[str | None, str] = {
    "unopposed": "nobody was left out, so that there is no margin",
    None: "no poll was held, so that there is no margin",
}


def margin(elections: Elections, figure: Figure, measure: str | None) -> Found:
    """The seat margin of a ward, or its party margin."""
    row = next(row for row in elections.report(margins, figure.election) if row.ward == figure.ward)
    value = row.party_margin if measure == "party" else row.margin
    if value is not None:
        return known(value, "")
    if row.decided_by in _NO_MARGIN:
        return Absent(f"{figure.ward}: {_NO_MARGIN[row.decided_by]}")
    if measure == "party" and row.margin is not None:
        return Absent(f"{figure.ward}: no two parties face each other across the cut")
    return Unknown(f"{figure.ward}: votes are not known")


def margin_pct(elections: Elections, figure: Figure, _: str | None) -> Found:
    """The seat margin in percent of papers."""
    found = margin(elections, figure, "seat")
    if not isinstance(found, Span):
        return found
    row = next(row for row in elections.report(margins, figure.election) if row.ward == figure.ward)
    return known(row.margin_pct, f"the ballot papers of {figure.ward} in {figure.election} are not known")


def by_lot(elections: Elections, figure: Figure, _: str | None) -> Found:
    """Whether a lot decided the last seat."""
    rows = elections.report(margins, figure.election)
    return yes(any(row.decided_by == "lot" for row in rows if row.ward == figure.ward))


def shortfall(elections: Elections, figure: Figure, _: str | None) -> Found:
    """By how many votes a party missed its next seat."""
    for row in elections.report(close_seats, figure.election, within=None):
        if (row.ward, row.challenger_party, row.seat) == (figure.ward, figure.party, figure.seat):
            note = f"{row.margin} more would have forced a lot, {row.to_win} would have won"
            return Span(row.margin, row.margin, note if row.margin else "level: a lot decided")
    return Absent(
        f"{figure.party} had no further candidate in {figure.ward} who could have won a seat of another party"
    )


def third(elections: Elections, figure: Figure, measure: str | None) -> Found:
    """How far the slate with most votes is ahead of the third."""
    votes = _slates(elections, figure, measure)
    if len(votes) < 3:
        return Absent(f"{figure.ward}: fewer than three parties polled")
    gap = votes[0] - votes[2]
    return Span(int(gap), int(gap)) if gap.denominator == 1 else Span(gap, gap)


def third_pct(elections: Elections, figure: Figure, measure: str | None) -> Found:
    """The same in points of the share of votes."""
    votes, found = _slates(elections, figure, measure), third(elections, figure, measure)
    if not isinstance(found, Span):
        return found
    points = Fraction(100 * (votes[0] - votes[2])) / sum(votes)
    return Span(points, points)


def _slates(elections: Elections, figure: Figure, measure: str | None) -> list[Fraction]:
    by: Measure = measure or DEFAULT_MEASURE  # type: ignore[assignment]  # of the family votes
    slates = slate_votes(elections.ward(figure.election, figure.ward or ""))
    return sorted((votes.votes[by] for _, votes in slates if votes.votes), reverse=True)


# -- a candidate ---------------------------------------------------------------------------------------------


def _of_candidate(elections: Elections, figure: Figure) -> WardRow:
    """The row of a candidate; of two of one name in a ward, that of the one with more votes."""
    rows = declaration(elections.ward(figure.election, figure.ward or ""))
    return next(row for row in rows if row.candidate == figure.candidate)


def candidate_votes(elections: Elections, figure: Figure, _: str | None) -> Found:
    """The votes of a candidate."""
    return known(_of_candidate(elections, figure).votes, f"the votes of {figure.candidate} are not known")


def elected(elections: Elections, figure: Figure, _: str | None) -> Found:
    """Whether a candidate was elected."""
    return yes(_of_candidate(elections, figure).elected)


def behind(elections: Elections, figure: Figure, _: str | None) -> Found:
    """By how many votes a candidate missed the last seat."""
    row = _of_candidate(elections, figure)
    if row.elected:
        return Absent(f"{figure.candidate} was elected")
    return known(row.behind, f"the votes of {figure.candidate} are not known")


def lost_lot(elections: Elections, figure: Figure, _: str | None) -> Found:
    """Whether a lot was lost by a candidate, or by one of a party."""
    lots = [row for row in elections.report(ties, figure.election) if row.ward == figure.ward]
    return yes(any(figure.candidate in (None, row.loser) and figure.party in (None, row.loser_party) for row in lots))


def person_change(elections: Elections, figure: Figure, _: str | None) -> Found:
    """How the vote moved of a candidate who stood for the same party in the same ward before, by name."""
    then, now = (
        next((ward.polled(c) for c in of_party(ward, figure.party) if c.name == figure.candidate), None)
        for ward in both_wards(elections, figure)
    )
    if then is None or now is None:
        return Absent(f"{figure.candidate} did not stand for {figure.party} in {figure.ward} both times")
    return Span(now - then, now - then)


def place_change(elections: Elections, figure: Figure, _: str | None) -> Found:
    """How the vote moved of the n-th of a party's candidates in a ward, whoever that was."""
    places = []
    for ward in both_wards(elections, figure):
        votes = sorted((ward.polled(c) or 0 for c in of_party(ward, figure.party)), reverse=True)
        if len(votes) < (figure.place or 1):
            return Absent(f"{figure.party} had not {figure.place} candidates in {figure.ward} both times")
        places.append(votes[(figure.place or 1) - 1])
    return Span(places[1] - places[0], places[1] - places[0])


def both_wards(elections: Elections, figure: Figure) -> list[Ward]:
    """A ward in the election before and in this one; none where it has no counterpart."""
    here = elections.ward(figure.election, figure.ward or "")
    there = elections.counterpart(here.slug, figure.election, figure.before or "")
    return [elections.ward(figure.before or "", there), here] if there is not None else []


def of_party(ward: Ward, party: str | None) -> list[Candidacy]:
    """The candidacies of a party in a ward."""
    return [candidacy for candidacy in ward.candidates if candidacy.party == party]


def in_papers(votes: Span, wards: list[Ward]) -> Found:
    """Votes in percent of the papers of their wards, within the bounds that the votes set to these where unknown."""
    counts = [papers(ward) for ward in wards]
    bounds = [papers_between(ward, VALID) for ward in wards]
    low, high = (
        sum(count if count is not None else between[end] if between is not None else 0
            for count, between in zip(counts, bounds, strict=True))
        for end in (0, 1)
    )  # fmt: skip
    if not low or any(count is None and between is None for count, between in zip(counts, bounds, strict=True)):
        return Unknown("neither papers nor votes are known")
    return Span(Fraction(100 * votes.low) / high, Fraction(100 * votes.high) / low)
