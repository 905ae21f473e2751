"""Figures of independents, each of whom is a party of one, for ranks among parties."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from fractions import Fraction
from typing import NamedTuple, cast

from wardcheck.claims.elections import Elections
from wardcheck.claims.found import Number, Span
from wardcheck.claims.statements import Figure
from wardcheck.facts.cut import votes_known
from wardcheck.facts.party_votes import DEFAULT_MEASURE, Measure, party_votes
from wardcheck.model import INDEPENDENT, Candidacy, Ward

NO_PARTY = f"{INDEPENDENT} is a group and no party: each independent is a party of one"
"""Why independents together have no place among parties."""


class _Own(NamedTuple):
    """An independent, where they stood, and their own figure."""

    name: str
    ward: str
    value: Number


_Values = Callable[[Sequence[Ward], Measure], list[_Own]]
"""The own figures of the independents of some wards."""


def independents(figure: Figure, measure: str | None, elections: Elections) -> list[tuple[Figure, Span]]:
    """Each independent where ``figure`` is of, with what the figure is of them alone.

    By ``sum``, ``top`` and ``mean`` the vote of one candidacy is its votes, by ``per_seat`` these over the seats. Who
    is the same person in two elections is not in the store: where independents stood both times, a change of one has
    bounds alone. There are none for figures that no candidacy alone has: a swing, or voters to control.
    """
    by = cast(Measure, measure or DEFAULT_MEASURE)
    if figure.metric in _NOW:
        wards = [ward for ward in elections.wards(figure.election) if figure.ward in (None, ward.slug)]
        found = [(own, Span(own.value, own.value)) for own in _NOW[figure.metric](wards, by)]
    elif figure.metric == "majority":
        seats = elections.council(figure.election).seats
        held = _seats(elections.wards(figure.election), by)
        found = [(own, Span(one, one)) for own in held for one in [2 * own.value - seats]]
    elif figure.metric == "shortfall":
        found = _shortfalls(figure, elections)
    else:
        found = list(_changes(figure, by, elections))
    return [(replace(figure, party=INDEPENDENT, candidate=own.name, ward=own.ward), span) for own, span in found]


# -- one election --------------------------------------------------------------------------------------------


def _of(wards: Iterable[Ward]) -> Iterator[tuple[Ward, Candidacy]]:
    return ((ward, one) for ward in wards for one in ward.candidates if one.party == INDEPENDENT)


def _exact_votes(wards: Sequence[Ward], measure: Measure) -> list[tuple[Ward, Candidacy, Fraction]]:
    """Votes before they are rounded; none where no poll was held."""
    found = ((ward, one, ward.polled(one)) for ward, one in _of(wards) if votes_known(ward))
    return [(ward, one, Fraction(n or 0, ward.seats if measure == "per_seat" else 1)) for ward, one, n in found]


def _votes(wards: Sequence[Ward], measure: Measure) -> list[_Own]:
    return [_Own(one.name, ward.slug, round(votes)) for ward, one, votes in _exact_votes(wards, measure)]


def _shares(wards: Sequence[Ward], measure: Measure) -> list[_Own]:
    """In percent of all parties' votes, as floats like those that ``change`` prints."""
    parties = [party.votes[measure] for ward in wards for party in party_votes(ward).values() if party.votes]
    total = sum(parties, Fraction())
    found = _exact_votes(wards, measure) if total else []
    return [_Own(one.name, ward.slug, Fraction(float(100 * votes / total))) for ward, one, votes in found]


def _candidates(wards: Sequence[Ward], _: Measure) -> list[_Own]:
    return [_Own(one.name, ward.slug, 1) for ward, one in _of(wards)]


def _seats(wards: Sequence[Ward], _: Measure) -> list[_Own]:
    return [_Own(one.name, ward.slug, int(one.elected)) for ward, one in _of(wards)]


_NOW: Mapping[str, _Values] = {"votes": _votes, "share": _shares, "candidates": _candidates, "seats": _seats}


def _shortfalls(figure: Figure, elections: Elections) -> list[tuple[_Own, Span]]:
    """``close`` has a row for each independent, who misses one seat at the most."""
    rows = [row for row in elections.close(figure.election) if row.challenger_party == INDEPENDENT]
    return [
        (_Own(row.challenger, row.ward, row.margin), Span(row.margin, row.margin))
        for row in rows
        if (row.ward, row.seat) == (figure.ward, figure.seat)
    ]


# -- from one election to another ----------------------------------------------------------------------------


_OF_CHANGE: Mapping[str, _Values] = {
    "votes-change": _votes,
    "votes-change-pct": _votes,
    "share-change": _shares,
    "seats-change": _seats,
    "gained": _seats,
    "lost": _seats,
}
"""What a change is of."""


def _changes(figure: Figure, measure: Measure, elections: Elections) -> Iterator[tuple[_Own, Span]]:
    """The lowest and the highest change that each independent can have, whoever they were in the other election."""
    values = _OF_CHANGE.get(figure.metric)
    if values is None or figure.before is None:
        return
    groups = _places(figure, figure.before, elections)
    then, now = ([ward for group in groups for ward in group[side]] for side in range(2))
    before, after = values(then, measure), values(now, measure)
    for wards_then, wards_now in groups:
        old = [own for own in before if own.ward in {ward.slug for ward in wards_then}]
        new = [own for own in after if own.ward in {ward.slug for ward in wards_now}]
        yield from _between(figure.metric, old, new)


def _between(metric: str, old: Sequence[_Own], new: Sequence[_Own]) -> Iterator[tuple[_Own, Span]]:
    """The changes of those who stood in one place; a person who stood once had nothing the other time."""
    most_then, most_now = (max((own.value for own in side), default=0) for side in (old, new))
    if metric == "votes-change-pct":
        for own in old:
            if own.value:
                yield own, Span(-100, Fraction(100 * (most_now - own.value)) / own.value)
        return
    if metric == "lost":
        for own in old:
            yield own, Span(max(own.value - most_now, 0), own.value)
        return
    for own in new:
        least = own.value - most_then
        yield own, Span(max(least, 0) if metric == "gained" else least, own.value)
    if metric != "gained":
        for own in old:
            yield own, Span(-own.value, most_now - own.value)


def _places(figure: Figure, before: str, elections: Elections) -> list[tuple[Sequence[Ward], Sequence[Ward]]]:
    """The wards of both elections, each with its counterpart; those that have none are one place together."""
    found = elections.comparison(before, figure.election)
    if figure.ward is not None:
        return [([then], [now]) for then, now in found.same if now.slug == figure.ward]
    return [*(([then], [now]) for then, now in found.same), (found.only_before, found.only_after)]
