"""Whether a figure is the first of its kind."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from fnmatch import fnmatchcase
from typing import NamedTuple

from wardcheck.claims.elections import Elections
from wardcheck.claims.found import Span, Unknown
from wardcheck.claims.lookup import look_up
from wardcheck.claims.phrases import found_phrase
from wardcheck.claims.statements import Among, Figure

_NAMED = 3
"""How many of those ahead are named."""


class Rank(NamedTuple):
    """Whether a figure is the first of its kind, who is level or ahead as a clause, and which these are."""

    first: bool | None
    note: str
    ahead: Sequence[Figure] = ()


def rank(figure: Figure, among: Among, own: Span, measure: str | None, elections: Elections) -> Rank:
    """Whether nobody is level with or ahead of ``figure``, and who is.

    One that is ahead decides. Without one, an unknown figure among the others, or elections that are not as many
    as the claim says there must be, leave it open. What does not exist (an unopposed ward) has no place in a rank.
    """
    names = ranked_elections(figure, among, elections)
    ahead: list[tuple[Span, str, Figure]] = []
    gaps = []
    if among.expected is not None and len(names) != among.expected:
        gaps.append(f"the store has {len(names)} of {among.expected} elections")
    for other in _others(figure, among, names, elections):
        found, name = look_up(elections, other, measure), _name(other, among, names)
        if isinstance(found, Unknown):
            gaps.append(found.reason)
        elif isinstance(found, Span):
            before = own.low - found.high if among.order == "least" else found.low - own.high
            beside = own.high - found.low if among.order == "least" else found.high - own.low
            if before >= 0:
                ahead.append((found, name, other))
            elif beside >= 0:
                gaps.append(f"only bounds of {name} are known")
    if ahead:
        ahead.sort(key=lambda one: (one[0].low if among.order == "least" else -one[0].low, one[1]))
        named = (f"{name} {found_phrase(found, figure.definition)}" for found, name, _ in ahead[:_NAMED])
        more = f" and {len(ahead) - _NAMED} more" if len(ahead) > _NAMED else ""
        return Rank(False, f"level or ahead: {', '.join(named)}{more}", [other for _, _, other in ahead])
    return Rank(None, gaps[0]) if gaps else Rank(True, "")


def ranked_elections(figure: Figure, among: Among, elections: Elections) -> list[str]:
    """The elections among whose wards a figure is ranked."""
    if not among.elections:
        return [figure.election]
    slugs = [s for s in elections.store.slugs if any(fnmatchcase(s, pattern) for pattern in among.elections)]
    if among.council_gss is None:
        return slugs
    return [s for s in slugs if fnmatchcase(_council_gss(s, elections) or "", among.council_gss)]


def _council_gss(slug: str, elections: Elections) -> str | None:
    """The code of the council that an election is of, from another election of it where its own file has none."""
    same = elections.store.of_council(slug)
    return next((gss for name in (slug, *same) if (gss := elections.election(name).council_gss) is not None), None)


def _others(figure: Figure, among: Among, names: list[str], elections: Elections) -> Iterator[Figure]:
    if among.kind == "parties":
        wards = elections.wards(figure.election)
        parties = {c.party for w in wards if figure.ward in (None, w.slug) for c in w.candidates}
        yield from (replace(figure, party=party) for party in sorted(parties - {figure.party}))
        return
    for election in names:
        for ward in elections.wards(election):
            if (election, ward.slug) != (figure.election, figure.ward):
                before = figure.before if election == figure.election else None
                yield replace(figure, election=election, ward=ward.slug, before=before)


def _name(other: Figure, among: Among, names: Sequence[str]) -> str:
    """The party, or the ward; with its election where there are several."""
    if among.kind == "parties":
        return str(other.party)
    return str(other.ward) if len(names) == 1 else f"{other.ward} ({other.election})"
