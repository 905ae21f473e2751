"""Independents, each of whom is a party of one: what each had, and how far one of them may have moved."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import Literal, NamedTuple

from wardcheck.facts.party_votes import Measure, independents, slate_votes
from wardcheck.model import Ward

Number = int | Fraction
Moved = Literal["rose", "fell", "gained", "lost", "rose_pct", "fell_pct"]


class Independent(NamedTuple):
    """What one independent had. Votes and share are ``None`` where votes are not known or there was no poll."""

    ward: str
    name: str
    seats: int
    votes: int | None
    """To the nearest whole vote."""
    share_pct: float | None
    """Of all parties' votes by the measure in all the wards together."""


def each_independent(wards: Sequence[Ward], measure: Measure) -> list[Independent]:
    """Every independent of some wards, in the order of these."""
    every = (votes for ward in wards for _, votes in slate_votes(ward) if votes.votes is not None)
    total = sum((one.votes[measure] for one in every if one.votes is not None), Fraction())
    found = []
    for ward in wards:
        for name, one in independents(ward):
            votes = one.votes[measure] if one.votes is not None else None
            share = float(100 * votes / total) if votes is not None and total else None
            found.append(Independent(ward.slug, name, one.seats, None if votes is None else round(votes), share))
    return found


def furthest(how: Moved, before: Sequence[Number], after: Sequence[Number]) -> tuple[Number, Number]:
    """The least and the most that the independent who moved furthest in a direction can have moved.

    ``before`` and ``after`` are the figures of all independents then and now. Who is the same person in two elections
    is not in the store: one of now may have stood before, and the best of them then may have been the same.
    """
    then, now = max(before, default=0), max(after, default=0)
    match how:
        case "gained":
            return max(now - then, 0), now
        case "lost":
            return max(then - now, 0), then
        case "rose":
            return now - then, now
        case "fell":
            return -then, now - then
    least = min((value for value in before if value), default=0)
    return -100, Fraction(100 * (now - least)) / least if least else -100
