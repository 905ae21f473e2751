"""Whether a figure is the first of its kind."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from fnmatch import fnmatchcase
from typing import NamedTuple

from wardcheck.claims.elections import Elections
from wardcheck.claims.found import Found, Number, Span, Unknown
from wardcheck.claims.independents import NO_PARTY, independents
from wardcheck.claims.lookup import look_up
from wardcheck.claims.phrases import found_phrase
from wardcheck.claims.statements import Among, Figure
from wardcheck.model import INDEPENDENT

_NAMED = 3
"""How many of those ahead are named."""


class _Placed(NamedTuple):
    """One of the others, under the name that it goes by."""

    found: Span
    name: str
    figure: Figure

    def __str__(self) -> str:
        return f"{self.name} {found_phrase(self.found, self.figure.definition)}"

    def key(self, order: str) -> tuple[Number, str]:
        """What puts the first one first; of one that has bounds, the end that is nearest to it."""
        return (self.found.low if order == "least" else -self.found.high, self.name)


class Rank(NamedTuple):
    """Whether a figure is the first of its kind, who is level, ahead or next as a clause, and which are ahead."""

    first: bool | None
    note: str
    ahead: Sequence[Figure] = ()


def rank(figure: Figure, among: Among, own: Span, measure: str | None, elections: Elections) -> Rank:
    """Whether nobody is level with or ahead of ``figure``, and who is; or else who is next.

    One that is ahead decides. Without one, an unknown figure among the others, or elections that are not as many
    as the claim says there must be, leave it open. What does not exist (an unopposed ward) has no place in a rank.
    """
    names = ranked_elections(figure, among, elections)
    outside = _outside(figure, among, names)
    if outside:
        return Rank(None, outside)
    ahead: list[_Placed] = []
    behind: list[_Placed] = []
    gaps = _without_election(among, elections)
    if among.expected is not None and len(names) != among.expected:
        gaps.append(f"the store has {len(names)} of {among.expected} elections")
    for other, found in _others(figure, among, names, measure, elections):
        name = _name(other, among, names)
        if isinstance(found, Unknown):
            gaps.append(found.reason)
        elif isinstance(found, Span):
            before = own.low - found.high if among.order == "least" else found.low - own.high
            beside = own.high - found.low if among.order == "least" else found.high - own.low
            if before >= 0:
                ahead.append(_Placed(found, name, other))
            elif beside >= 0:
                gaps.append(f"only bounds of {name} are known")
            else:
                behind.append(_Placed(found, name, other))
    if ahead:
        ahead.sort(key=lambda one: one.key(among.order))
        more = f" and {len(ahead) - _NAMED} more" if len(ahead) > _NAMED else ""
        named = ", ".join(map(str, ahead[:_NAMED]))
        return Rank(False, f"level or ahead: {named}{more}", [one.figure for one in ahead])
    if among.kind == "wards" and (gap := elections.lacking(*names)):
        gaps.append(gap)
    if gaps:
        return Rank(None, gaps[0])
    return Rank(True, f"next: {min(behind, key=lambda one: one.key(among.order))}" if behind else "")


def _outside(figure: Figure, among: Among, names: Sequence[str]) -> str:
    """Why a figure has no place in the rank that it is said to lead, or nothing."""
    if among.kind == "parties":
        return NO_PARTY if figure.party == INDEPENDENT else ""
    if figure.election in names:
        return ""
    councils = f" (councils {among.council_gss})" if among.council_gss is not None else ""
    asked = f"{', '.join(among.elections) or figure.election}{councils}"
    if not names:
        return f"no election in the store fits {asked}"
    return f"{figure.election} is not among the elections that fit {asked}"


def _without_election(among: Among, elections: Elections) -> list[str]:
    """Each pattern that fits no election, for where the others do: those that it means may be ahead."""
    slugs = elections.store.slugs
    lost = [pattern for pattern in among.elections if not any(fnmatchcase(slug, pattern) for slug in slugs)]
    return [f"no election in the store fits {pattern}" for pattern in lost]


def ranked_elections(figure: Figure, among: Among, elections: Elections) -> list[str]:
    """The elections among whose wards a figure is ranked."""
    slugs = [s for s in elections.store.slugs if any(fnmatchcase(s, pattern) for pattern in among.elections)]
    if not among.elections:
        slugs = [figure.election]
    if among.council_gss is None:
        return slugs
    return [s for s in slugs if fnmatchcase(_council_gss(s, elections) or "", among.council_gss)]


def _council_gss(slug: str, elections: Elections) -> str | None:
    """The code of the council that an election is of, from another election of it where its own file has none."""
    same = elections.store.of_council(slug)
    return next((gss for name in (slug, *same) if (gss := elections.election(name).council_gss) is not None), None)


def _others(
    figure: Figure, among: Among, names: Sequence[str], measure: str | None, elections: Elections
) -> Iterator[tuple[Figure, Found]]:
    if among.kind == "parties":
        for party in sorted(_parties(figure, elections) - {figure.party, figure.against, INDEPENDENT}):
            other = replace(figure, party=party)
            yield other, look_up(elections, other, measure)
        yield from independents(figure, measure, elections)
        return
    for other in _other_wards(figure, names, elections):
        yield other, look_up(elections, other, measure)


def _parties(figure: Figure, elections: Elections) -> set[str]:
    """Those that stood there; for a change also those that stood before and no more, who may have lost most."""
    wards = [ward for ward in elections.wards(figure.election) if figure.ward in (None, ward.slug)]
    if figure.before is not None:
        there = elections.counterpart(figure.ward, figure.election, figure.before) if figure.ward is not None else None
        wards += [ward for ward in elections.wards(figure.before) if figure.ward is None or ward.slug == there]
    return {candidacy.party for ward in wards for candidacy in ward.candidates}


def _other_wards(figure: Figure, names: Sequence[str], elections: Elections) -> Iterator[Figure]:
    for election in names:
        for ward in elections.wards(election):
            if (election, ward.slug) != (figure.election, figure.ward):
                before = figure.before if election == figure.election else None
                yield replace(figure, election=election, ward=ward.slug, before=before)


def _name(other: Figure, among: Among, names: Sequence[str]) -> str:
    """The party, or the ward; with its election where there are several."""
    if among.kind == "parties":
        return f"{other.candidate} ({other.party})" if other.candidate is not None else str(other.party)
    return str(other.ward) if len(names) == 1 else f"{other.ward} ({other.election})"
