"""The vote of a party in a ward of several seats, by four measures."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import Literal, NamedTuple, get_args

from wardcheck.model import INDEPENDENT, Ward

Measure = Literal["sum", "top", "mean", "per_seat"]
MeasureOrAll = Literal["sum", "top", "mean", "per_seat", "all"]
MEASURES: tuple[Measure, ...] = get_args(Measure)

DEFAULT_MEASURE: Measure = "top"
"""The measure that the number of candidates moves least; published borough totals use it most."""


class PartyVotes(NamedTuple):
    """What one party did in one ward. ``votes`` is exact, by measure; ``None`` where the ward's are not known."""

    candidates: int
    seats: int
    votes: Mapping[Measure, Fraction] | None


def party_votes(ward: Ward) -> dict[str, PartyVotes]:
    """The vote of each party of a ward, by slug, in the order of the file.

    ``sum`` is all votes of the party, ``top`` those of its candidacy with most, ``mean`` the sum over the candidacies
    it fielded (not over seats), and ``per_seat`` the sum over the seats of the ward. Votes are those on the papers
    and seats are as declared.

    Every independent is a party of one. ``ind`` is the sum of them all, by each measure; only with independents
    can it be more than any one slate could have. Definitions: docs/methods/change.md.
    """
    known = ward.total_votes is not None
    found: dict[str, PartyVotes] = {}
    for party in dict.fromkeys(candidacy.party for candidacy in ward.candidates):
        slates = list(_slates(ward, party))
        found[party] = PartyVotes(
            candidates=sum(map(len, slates)),
            seats=sum(c.elected for c in ward.candidates if c.party == party),
            votes={m: sum((_vote(slate, ward.seats, m) for slate in slates), Fraction()) for m in MEASURES}
            if known
            else None,
        )
    return found


def _slates(ward: Ward, party: str) -> Iterator[list[int]]:
    """The votes of a party's candidacies together, or of each independent alone."""
    votes = [ward.polled(candidacy) or 0 for candidacy in ward.candidates if candidacy.party == party]
    if party == INDEPENDENT:
        yield from ([one] for one in votes)
    else:
        yield votes


def _vote(slate: list[int], seats: int, measure: Measure) -> Fraction:
    match measure:
        case "sum":
            return Fraction(sum(slate))
        case "top":
            return Fraction(max(slate))
        case "mean":
            return Fraction(sum(slate), len(slate))
        case "per_seat":
            return Fraction(sum(slate), seats)
