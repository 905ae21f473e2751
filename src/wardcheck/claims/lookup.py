"""A figure of a claim -> its value, reached through the analysis of the command that prints it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from wardcheck.claims import party_figures, ward_figures
from wardcheck.claims.elections import Elections
from wardcheck.claims.found import Found, Unknown
from wardcheck.claims.papers import turnout_of_election, turnout_of_ward
from wardcheck.claims.party_figures import Look
from wardcheck.claims.statements import Figure
from wardcheck.facts.papers import BALLOT_BOX, VALID, Definition


def look_up(elections: Elections, figure: Figure, measure: str | None = None) -> Found:
    """The value of a figure by one measure; ``measure`` is that of its family, if it has one.

    ``Unknown`` is what the store lacks, ``Absent`` what does not exist. A figure is judged as the command prints it:
    votes by ``mean`` and ``per_seat`` to the nearest whole vote. ``ward`` is one ward or none here.

    Raises:
        DataError: the store cannot be read.
    """
    if figure.election not in elections.store.slugs:
        return Unknown(missing(elections, figure.election))
    if figure.ward is not None and all(ward.slug != figure.ward for ward in elections.wards(figure.election)):
        return Unknown(f"{figure.ward} is no ward of {figure.election}")
    figure = with_before(elections, figure)
    if "from" in figure.definition.keys:
        if figure.before is None:
            return Unknown(_nothing_before(elections, figure.election))
        if figure.before not in elections.store.slugs:
            return Unknown(missing(elections, figure.before))
    return _LOOKS[figure.metric](elections, figure, measure)


def with_before(elections: Elections, figure: Figure) -> Figure:
    """The figure with the election to compare with, if it has one and leaves it to ``previous`` of its election."""
    if figure.before is not None or "from" not in figure.definition.keys:
        return figure
    if figure.election not in elections.store.slugs:
        return figure
    return replace(figure, before=elections.election(figure.election).previous)


def _nothing_before(elections: Elections, election: str) -> str:
    """Why there is no election to compare with: an election that names none may yet have earlier ones."""
    earlier = elections.earlier(election)
    if not earlier:
        return f"the store has no election before {election}"
    has = f"the store has {', '.join(earlier)}: say `from: {earlier[-1]}`"
    return f"{election} names no election before it; {has}"


def missing(elections: Elections, election: str) -> str:
    """That the store has no such election, with those of the council that it has."""
    same = elections.store.of_council(election)
    has = f"; of this council it has {', '.join(same)}" if same else ""
    return f"{election} is not in the store{has}"


def _turnout(elections: Elections, figure: Figure, measure: str | None) -> Found:
    definition: Definition = VALID if measure == VALID else BALLOT_BOX
    if figure.ward is None and (gap := elections.lacking(figure.election)):
        return Unknown(gap)
    if figure.ward is None:
        return turnout_of_election(figure.election, elections.wards(figure.election), definition)
    return turnout_of_ward(elections.ward(figure.election, figure.ward), definition)


_LOOKS: Mapping[str, Look] = {
    "margin": ward_figures.margin,
    "margin-pct": ward_figures.margin_pct,
    "by-lot": ward_figures.by_lot,
    "shortfall": ward_figures.shortfall,
    "candidate-votes": ward_figures.candidate_votes,
    "elected": ward_figures.elected,
    "behind": ward_figures.behind,
    "lost-lot": ward_figures.lost_lot,
    "votes": party_figures.of_change("votes_to"),
    "share": party_figures.of_change("share_to_pct"),
    "candidates": party_figures.candidates,
    "votes-change": party_figures.of_change("votes_change"),
    "votes-change-pct": party_figures.of_change("votes_change_pct"),
    "share-change": party_figures.of_change("share_change_pp"),
    "seats": party_figures.seats,
    "seats-change": party_figures.seats_change,
    "gained": party_figures.of_seats("gained"),
    "lost": party_figures.of_seats("lost"),
    "majority": party_figures.majority,
    "control": party_figures.control,
    "voters-to-control": party_figures.voters_to_control,
    "swing": party_figures.of_swing("butler_pp"),
    "steed-swing": party_figures.of_swing("steed_pp"),
    "turnout": _turnout,
}
