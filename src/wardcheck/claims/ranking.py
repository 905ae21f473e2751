"""Whether a figure is the first of its kind, or among the first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from fnmatch import fnmatchcase
from fractions import Fraction
from typing import NamedTuple, cast

from wardcheck.claims.area_figures import covariates_of
from wardcheck.claims.elections import Elections
from wardcheck.claims.found import Found, Number, Span, Unknown
from wardcheck.claims.lookup import look_up
from wardcheck.claims.phrases import found_phrase
from wardcheck.claims.statements import Among, Figure
from wardcheck.errors import NotFoundError
from wardcheck.facts.party_votes import DEFAULT_MEASURE, Measure, independents, slate_votes
from wardcheck.model import INDEPENDENT, Ward

_ANY_YEAR = 2011
_NAMED = 3
"""How many of those ahead are named."""

NO_PARTY = f"{INDEPENDENT} is a group and no party: each independent is a party of one"
"""Why independents together have no place among parties."""


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
    """Whether nobody is level with or ahead of ``figure``, or fewer than ``within``, and who is; or else who is next.

    Those that are ahead decide. Without them, an unknown figure among the others, or elections that are not as many
    as the claim says there must be, leave it open. What does not exist (an unopposed ward) has no place in a rank.
    """
    names = ranked_elections(figure, among, elections)
    if outside := _outside(figure, among, names):
        return Rank(None, outside)
    ahead: list[_Placed] = []
    behind: list[_Placed] = []
    lacking = _without_election(among, elections)
    if among.chosen.expected is not None and len(names) != among.chosen.expected:
        lacking.append(f"the store has {len(names)} of {among.chosen.expected} elections")
    if among.kind == "wards" and figure.election and (gap := elections.lacking(*names)):
        lacking.append(gap)
    open_: list[str] = []
    for name, other, found in _others(figure, among, names, measure, elections):
        if isinstance(found, Unknown):
            open_.append(found.reason)
        elif isinstance(found, Span):
            before = own.low - found.high if among.order == "least" else found.low - own.high
            beside = own.high - found.low if among.order == "least" else found.high - own.low
            if before >= 0:
                ahead.append(_Placed(found, name, other))
            elif beside >= 0:
                open_.append(f"only bounds of {name} are known")
            else:
                behind.append(_Placed(found, name, other))
    ahead.sort(key=lambda one: one.key(among.order))
    place = f"{len(ahead) + 1} of {len(ahead) + len(behind) + 1}; " if among.within > 1 else ""
    more = f" and {len(ahead) - _NAMED} more" if len(ahead) > _NAMED else ""
    note = f"{place}level or ahead: {', '.join(map(str, ahead[:_NAMED]))}{more}"
    figures = [one.figure for one in ahead]
    if len(ahead) >= among.within:
        return Rank(False, note, figures)
    if lacking or len(ahead) + len(open_) >= among.within:
        return Rank(None, (lacking + open_)[0], figures)
    if ahead:
        return Rank(True, note, figures)
    return Rank(True, f"{place}next: {min(behind, key=lambda one: one.key(among.order))}" if behind else "")


def _outside(figure: Figure, among: Among, names: Sequence[str]) -> str:
    """Why a figure has no place in the rank that it is said to lead, or nothing."""
    if among.kind == "parties":
        return NO_PARTY if figure.party == INDEPENDENT else ""
    if among.kind == "councils" or figure.election in names:
        return ""
    asked = str(replace(among.chosen, patterns=among.chosen.patterns or (figure.election,)))
    if not names:
        return f"no election in the store fits {asked}"
    return f"{figure.election} is not among the elections that fit {asked}"


def _without_election(among: Among, elections: Elections) -> list[str]:
    """Each pattern that fits no election, for where the others do: those that it means may be ahead."""
    slugs = elections.store.slugs
    lost = [one for one in among.chosen.patterns if not any(fnmatchcase(slug, one) for slug in slugs)]
    return [f"no election in the store fits {pattern}" for pattern in lost]


def ranked_elections(figure: Figure, among: Among, elections: Elections) -> list[str]:
    """The elections among whose wards a figure is ranked."""
    return elections.fitting(among.chosen.patterns or (figure.election,), among.chosen.council_gss)


def _others(
    figure: Figure, among: Among, names: Sequence[str], measure: str | None, elections: Elections
) -> Iterator[tuple[str, Figure, Found]]:
    if among.kind == "parties":
        for party in sorted(_parties(figure, elections) - {figure.party, figure.against, INDEPENDENT}):
            other = replace(figure, party=party)
            yield party, other, look_up(elections, other, measure)
        yield from ranked_independents(figure, among.order, measure, elections)
        return
    figures = _other_councils if among.kind == "councils" else _other_wards
    for name, other in figures(figure, names, elections):
        yield name, other, look_up(elections, other, measure)


def _wards(figure: Figure, elections: Elections) -> tuple[list[Ward], list[Ward]]:
    """The wards that a figure is of, before and now."""
    now = [ward for ward in elections.wards(figure.election) if figure.ward in (None, ward.slug)]
    if figure.before is None:
        return [], now
    there = elections.counterpart(figure.ward, figure.election, figure.before) if figure.ward is not None else None
    return [ward for ward in elections.wards(figure.before) if figure.ward is None or ward.slug == there], now


def _parties(figure: Figure, elections: Elections) -> set[str]:
    """Those that stood there; for a change also those that stood before and no more, who may have lost most."""
    return {c.party for wards in _wards(figure, elections) for ward in wards for c in ward.candidates}


def _other_wards(figure: Figure, names: Sequence[str], elections: Elections) -> Iterator[tuple[str, Figure]]:
    for election in names:
        for ward in elections.wards(election):
            if (election, ward.slug) != (figure.election, figure.ward):
                before = figure.before if election == figure.election else None
                name = ward.slug if len(names) == 1 else f"{ward.slug} ({election})"
                yield name, replace(figure, election=election, ward=ward.slug, before=before)


def _other_councils(figure: Figure, _: Sequence[str], elections: Elections) -> Iterator[tuple[str, Figure]]:
    """Those of the covariate file; a figure of a council is asked for by any slug of its elections."""
    try:
        councils = covariates_of(elections, figure).councils
    except NotFoundError:
        return
    own = figure.election.rpartition("-")[0]
    yield from ((council, replace(figure, election=f"{council}-{_ANY_YEAR}")) for council in councils if council != own)


# -- independents, each of whom is a party of one ------------------------------------------------------------

_OF_CHANGE = {"votes-change": "votes", "votes-change-pct": "votes", "share-change": "share", "seats-change": "seats",
              "gained": "seats", "lost": "seats"}  # fmt: skip
"""What a change is of."""

_OF_ONE = ("votes", "share", "candidates", "seats")
_NOT_OF_ONE = ("swing", "steed-swing", "control", "voters-to-control", "voters-to-lose-control", "split-papers")
"""What no candidacy alone has."""


def ranked_independents(
    figure: Figure, order: str, measure: str | None, elections: Elections
) -> Iterator[tuple[str, Figure, Found]]:
    """Each independent where ``figure`` is of, by name; of a change, the one that may come first, within bounds.

    Who is the same person in two elections is not in the store: an independent of now may have stood before, and the
    best of them then may have been the same.
    """
    then, now = ([*_values(figure, wards, measure)] for wards in _wards(figure, elections))
    one = replace(figure, party=INDEPENDENT)
    if figure.metric in _OF_ONE:
        yield from ((f"{name} ({INDEPENDENT})", found, Span(value, value)) for name, found, value in now)
    elif figure.metric in _OF_CHANGE and (then or now):
        span = _change(figure.metric, order, [value for *_, value in then], [value for *_, value in now])
        yield f"an independent ({INDEPENDENT})", one, span
    elif figure.metric not in _NOT_OF_ONE and elections.stood(INDEPENDENT, figure.election):
        yield INDEPENDENT, one, Unknown(f"the {figure.definition.noun} of each independent")


def _change(metric: str, order: str, then: Sequence[Number], now: Sequence[Number]) -> Span:
    """Where the change lies of the independent who rose most, or fell most."""
    before, after = max(then, default=0), max(now, default=0)
    match metric:
        case "gained":
            return Span(max(after - before, 0), after)
        case "lost":
            return Span(max(before - after, 0), before)
        case "votes-change-pct":
            least = min((value for value in then if value), default=0)
            return Span(-100, Fraction(100 * (after - least)) / least if least else -100)
    return Span(after - before, after) if order == "most" else Span(-before, after - before)


def _values(figure: Figure, wards: Sequence[Ward], measure: str | None) -> Iterator[tuple[str, Figure, Number]]:
    by, of = cast(Measure, measure or DEFAULT_MEASURE), _OF_CHANGE.get(figure.metric, figure.metric)
    total = Fraction()
    if of == "share":
        total = sum((_all_votes(ward, by) for ward in wards), Fraction())
    for ward in wards:
        for name, votes in independents(ward):
            value: Number | None = {"candidates": 1, "seats": votes.seats}.get(of)
            if of == "votes" and votes.votes is not None:
                value = round(votes.votes[by])
            elif of == "share" and votes.votes is not None and total:
                value = Fraction(float(100 * votes.votes[by] / total))
            if value is not None:
                yield name, replace(figure, party=INDEPENDENT, candidate=name, ward=ward.slug), value


def _all_votes(ward: Ward, by: Measure) -> Fraction:
    return sum((votes.votes[by] for _, votes in slate_votes(ward) if votes.votes is not None), Fraction())
