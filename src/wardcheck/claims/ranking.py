"""Whether a figure is the first of its kind."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from fnmatch import fnmatchcase

from wardcheck.claims.elections import Elections
from wardcheck.claims.found import Span, Unknown
from wardcheck.claims.lookup import council_part, look_up
from wardcheck.claims.phrases import found_phrase
from wardcheck.claims.statements import Among, Figure

_NAMED = 3
"""How many of those ahead are named."""


def rank(figure: Figure, among: Among, own: Span, measure: str | None, elections: Elections) -> tuple[bool | None, str]:
    """Whether nobody is level with or ahead of ``figure``, and who is, as a clause.

    One that is ahead decides. Without one, an unknown figure among the others, or elections that are not as many
    as the claim says there must be, leave it open. What does not exist (an unopposed ward) has no place in a rank.
    """
    names = _elections(figure, among, elections)
    ahead: list[tuple[Span, str]] = []
    gaps = []
    if among.expected is not None and len(names) != among.expected:
        gaps.append(f"the store has {len(names)} of {among.expected} elections")
    for other in _others(figure, among, names, elections):
        found = look_up(elections, other, measure)
        if isinstance(found, Unknown):
            gaps.append(found.reason)
        elif isinstance(found, Span):
            before = own.low - found.high if among.order == "least" else found.low - own.high
            beside = own.high - found.low if among.order == "least" else found.high - own.low
            if before >= 0:
                ahead.append((found, _name(other, figure)))
            elif beside >= 0:
                gaps.append(f"only bounds of {_name(other, figure)} are known")
    if ahead:
        ahead.sort(key=lambda pair: (pair[0].low if among.order == "least" else -pair[0].low, pair[1]))
        first = ", ".join(f"{name} {found_phrase(found, figure.definition)}" for found, name in ahead[:_NAMED])
        more = f" and {len(ahead) - _NAMED} more" if len(ahead) > _NAMED else ""
        return False, f"level or ahead: {first}{more}"
    return (None, gaps[0]) if gaps else (True, "")


def _elections(figure: Figure, among: Among, elections: Elections) -> list[str]:
    if not among.elections:
        return [figure.election]
    slugs = [s for s in elections.store.slugs if any(fnmatchcase(s, pattern) for pattern in among.elections)]
    if among.council_gss is None:
        return slugs
    return [s for s in slugs if fnmatchcase(_council_gss(s, elections) or "", among.council_gss)]


def _council_gss(slug: str, elections: Elections) -> str | None:
    """The code of the council that an election is of, from another election of it where its own file has none."""
    same = (other for other in elections.store.slugs if council_part(other) == council_part(slug))
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


def _name(other: Figure, figure: Figure) -> str:
    if other.party != figure.party:
        return str(other.party)
    return str(other.ward) if other.election == figure.election else f"{other.ward} ({other.election})"
