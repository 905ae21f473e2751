"""Figures of a ward and of its candidates: how each is looked up in the report of a command."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from fractions import Fraction
from typing import TYPE_CHECKING

from wardcheck.analysis.close import close_seats
from wardcheck.analysis.margins import margins
from wardcheck.analysis.ties import ties
from wardcheck.analysis.ward import ward as declaration
from wardcheck.claims.found import Absent, Found, Span, Unknown, known, yes
from wardcheck.facts.papers import papers, papers_together
from wardcheck.facts.party_votes import DEFAULT_MEASURE, Measure, slate_votes
from wardcheck.facts.surnames import may_be_one, order_on_paper
from wardcheck.model import Candidacy, Ward

if TYPE_CHECKING:
    from wardcheck.claims.elections import Elections
    from wardcheck.claims.statements import Figure

Look = Callable[["Elections", "Figure", str | None, str], Found]
"""From a figure, the measure of its family if it has one, and its column to its value."""

_NO_MARGIN: Mapping[str | None, str] = {
    "unopposed": "nobody was left out, so that there is no margin",
    None: "no poll was held, so that there is no margin",
}


def of_margins(elections: Elections, figure: Figure, measure: str | None, column: str) -> Found:
    """The seat margin of a ward or its party margin, as votes or in percent of papers, or whether a lot decided it."""
    row = next(row for row in elections.report(margins, figure.election) if row.ward == figure.ward)
    if column == "decided_by":
        return yes(row.decided_by == "lot")
    if (row.party_margin if measure == "party" else row.margin) is None:
        if row.decided_by in _NO_MARGIN:
            return Absent(f"{figure.ward}: {_NO_MARGIN[row.decided_by]}")
        if row.margin is not None:
            return Absent(f"{figure.ward}: no two parties face each other across the cut")
        return Unknown(f"{figure.ward}: votes are not known")
    margin = known(row.party_margin if measure == "party" else row.margin, "")
    if column == "margin_pct" and isinstance(margin, Span):
        return in_papers(margin, [elections.ward(figure.election, figure.ward or "")])
    return margin


def of_close(elections: Elections, figure: Figure, _: str | None, _column: str) -> Found:
    """By how many votes a party missed its next seat."""
    for row in elections.report(close_seats, figure.election, within=None):
        if (row.ward, row.challenger_party, row.seat) == (figure.ward, figure.party, figure.seat):
            note = f"{row.margin:,} more would have forced a lot, {row.to_win:,} would have won"
            return Span(row.margin, row.margin, note if row.margin else "level: a lot decided")
    if not of_party(elections.ward(figure.election, figure.ward or ""), figure.party):
        return Absent(f"{figure.party} did not stand in {figure.ward}")
    return Absent(f"{figure.party} had no further candidate in {figure.ward} for a seat of another party")


def to_third(elections: Elections, figure: Figure, measure: str | None, column: str) -> Found:
    """How far the slate with most votes is ahead of the third, as votes or in points of the share of votes."""
    by: Measure = measure or DEFAULT_MEASURE  # type: ignore[assignment]  # of the family votes
    slates = slate_votes(elections.ward(figure.election, figure.ward or ""))
    votes = sorted((votes.votes[by] for _, votes in slates if votes.votes), reverse=True)
    if len(votes) < 3:
        return Absent(f"{figure.ward}: fewer than three parties polled")
    gap = votes[0] - votes[2]
    if column == "share_pct":
        gap = Fraction(100 * gap) / sum(votes)
        return Span(gap, gap)
    return Span(int(gap), int(gap)) if gap.denominator == 1 else Span(gap, gap)


# -- a candidate ---------------------------------------------------------------------------------------------


def of_candidate(elections: Elections, figure: Figure, _: str | None, column: str) -> Found:
    """A column of the declaration; of two candidates of one name in a ward, that of the one with more votes."""
    rows = declaration(elections.ward(figure.election, figure.ward or ""))
    row = next(row for row in rows if row.candidate == figure.candidate)
    if column == "elected":
        return yes(row.elected)
    if column == "behind" and row.elected:
        return Absent(f"{figure.candidate} was elected")
    return known(getattr(row, column), f"the votes of {figure.candidate} are not known")


def lost_lot(elections: Elections, figure: Figure, _: str | None, _column: str) -> Found:
    """Whether a lot was lost by a candidate, or by one of a party."""
    lots = [row for row in elections.report(ties, figure.election) if row.ward == figure.ward]
    return yes(any(figure.candidate in (None, row.loser) and figure.party in (None, row.loser_party) for row in lots))


def person_change(elections: Elections, figure: Figure, _: str | None, _column: str) -> Found:
    """How the vote moved of a candidate who stood for the same party in the same ward before, by name.

    The letters of a name count. Where it may be written in another way, with initials say, nobody can tell.
    """
    name, polled = figure.candidate or "", []
    for ward, election in zip(both_wards(elections, figure), (figure.before, figure.election), strict=True):
        found = of_party(ward, figure.party)
        votes = next((ward.polled(c) for c in found if order_on_paper(c.name) == order_on_paper(name)), None)
        if votes is None and (other := next((c.name for c in found if may_be_one(c.name, name)), None)) is not None:
            return Unknown(f"{name} may be {other} of {election}, and names alone do not tell")
        if votes is None:
            return Absent(f"{name} did not stand for {figure.party} in {figure.ward} both times")
        polled.append(votes)
    return Span(polled[1] - polled[0], polled[1] - polled[0])


def place_change(elections: Elections, figure: Figure, _: str | None, _column: str) -> Found:
    """How the vote moved of the n-th of a party's candidates in a ward, whoever that was."""
    place, votes = figure.place or 1, []
    for ward in both_wards(elections, figure):
        polled = sorted((ward.polled(c) or 0 for c in of_party(ward, figure.party)), reverse=True)
        if len(polled) < place:
            return Absent(f"{figure.party} had not {figure.place} candidates in {figure.ward} both times")
        votes.append(polled[place - 1])
    return Span(votes[1] - votes[0], votes[1] - votes[0])


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
    bounds = papers_together(wards)
    if bounds is None or not bounds.least:
        return Unknown("neither papers nor votes are known")
    note = "" if None not in map(papers, wards) else "papers are not in the store"
    if note and bounds.least == bounds.most:
        note = "of the votes, each of them a paper where there is one seat"
    return Span(Fraction(100 * votes.low) / bounds.most, Fraction(100 * votes.high) / bounds.least, note)
