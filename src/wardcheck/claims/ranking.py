"""Whether a figure is the first of its kind, or among the first."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from fnmatch import fnmatchcase
from typing import NamedTuple, cast

from wardcheck.claims.area_figures import covariates_of
from wardcheck.claims.elections import Elections
from wardcheck.claims.found import Found, Number, Span, Unknown, known
from wardcheck.claims.lookup import look_up
from wardcheck.claims.phrases import found_phrase
from wardcheck.claims.ranges import Range
from wardcheck.claims.statements import Among, Figure
from wardcheck.claims.verdict import Judgement, Truth, some_of
from wardcheck.errors import NotFoundError
from wardcheck.facts.independents import Moved, each_independent, furthest
from wardcheck.facts.party_votes import DEFAULT_MEASURE, Measure
from wardcheck.model import INDEPENDENT, Ward

_ANY_YEAR = 2011

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


def rank(figure: Figure, among: Among, own: Span, measure: str | None, elections: Elections) -> Judgement:
    """Whether nobody is level with or ahead of ``figure``, or fewer than ``within``, and who is; or else who is next.

    Those that are ahead decide. Without them, an unknown figure among the others, or elections that are not as many
    as the claim says there must be, leave it open. What does not exist (an unopposed ward) has no place in a rank.
    """
    names = ranked_elections(figure, among, elections)

    def judged(truth: Truth, clause: str, ahead: Sequence[Figure] = ()) -> Judgement:
        text = found_phrase(own, figure.definition)
        return Judgement(truth, f"{text} ({clause})" if clause else text, own, ahead=ahead)

    if outside := _outside(figure, among, names):
        return judged(None, outside)
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
            level_or_ahead = Range(0).holds(own.minus(found) if among.order == "least" else found.minus(own))
            if level_or_ahead is None:
                open_.append(f"only bounds of {name} are known")
            else:
                (ahead if level_or_ahead else behind).append(_Placed(found, name, other))
    ahead.sort(key=lambda one: one.key(among.order))
    place = f"{len(ahead) + 1} of {len(ahead) + len(behind) + 1}; " if among.within > 1 else ""
    note = f"{place}level or ahead: {some_of([str(one) for one in ahead])}"
    figures = [one.figure for one in ahead]
    if len(ahead) >= among.within:
        return judged(False, note, figures)
    if lacking or len(ahead) + len(open_) >= among.within:
        return judged(None, (lacking + open_)[0], figures)
    if ahead:
        return judged(True, note, figures)
    return judged(True, f"{place}next: {min(behind, key=lambda one: one.key(among.order))}" if behind else "")


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

_MOVES: Mapping[str, tuple[str, Moved, Moved]] = {
    "votes-change": ("votes", "rose", "fell"),
    "votes-change-pct": ("votes", "rose_pct", "fell_pct"),
    "share-change": ("share_pct", "rose", "fell"),
    "seats-change": ("seats", "rose", "fell"),
    "gained": ("seats", "gained", "gained"),
    "lost": ("seats", "lost", "lost"),
}
"""The figure that a change is of, and what the independent did who is first by most and by least."""

_OF_ONE = {"votes": "votes", "share": "share_pct", "candidates": "", "seats": "seats"}
_NOT_OF_ONE = ("swing", "steed-swing", "control", "voters-to-control", "voters-to-lose-control", "split-papers")
"""What no candidacy alone has."""


def ranked_independents(
    figure: Figure, order: str, measure: str | None, elections: Elections
) -> Iterator[tuple[str, Figure, Found]]:
    """Each independent where ``figure`` is of, by name; of a change, the one that may come first, within bounds."""
    if figure.metric in _NOT_OF_ONE:
        return
    by, own = cast(Measure, measure or DEFAULT_MEASURE), replace(figure, party=INDEPENDENT)
    then, now = (each_independent(wards, by) for wards in _wards(figure, elections))
    if figure.metric in _OF_ONE:
        column = _OF_ONE[figure.metric]
        for one in now:
            found = known(getattr(one, column) if column else 1, "")
            if isinstance(found, Span):
                yield f"{one.name} ({INDEPENDENT})", replace(own, candidate=one.name, ward=one.ward), found
    elif figure.metric in _MOVES:
        column, most, least = _MOVES[figure.metric]
        values = [[found.low for one in ones if isinstance(found := known(getattr(one, column), ""), Span)]
                  for ones in (then, now)]  # fmt: skip
        if any(values):
            span = Span(*furthest(most if order == "most" else least, *values))
            yield f"an independent ({INDEPENDENT})", own, span
    elif elections.stood(INDEPENDENT, figure.election):
        yield INDEPENDENT, own, Unknown(f"the {figure.definition.noun} of each independent")
