"""A figure of a claim -> its value, or those of each of several."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from wardcheck.claims.elections import Elections
from wardcheck.claims.form import EVERY
from wardcheck.claims.found import Found, Span, Unknown
from wardcheck.claims.statements import EVERY_PLACE, Figure
from wardcheck.claims.ward_figures import both_wards, in_papers, of_party
from wardcheck.facts.surnames import may_be_one


def look_up(elections: Elections, figure: Figure, measure: str | None = None) -> Found:
    """The value of a figure by one measure; ``measure`` is that of its family, if it has one.

    ``Unknown`` is what the store lacks, ``Absent`` what does not exist. A figure is judged as the command prints it:
    votes by ``mean`` and ``per_seat`` to the nearest whole vote. ``ward`` is one ward or none here.

    Raises:
        DataError: the store cannot be read.
    """
    of_council = figure.column is not None and figure.ward is None  # whatever elections of it the store has
    if figure.election and not of_council and not elections.has(figure.election):
        return Unknown(elections.missing(figure.election))
    if figure.ward is not None and all(ward.slug != figure.ward for ward in elections.wards(figure.election)):
        return Unknown(f"{figure.ward} is no ward of {figure.election}")
    figure = with_before(elections, figure)
    if "from" in figure.definition.keys:
        if figure.before is None:
            return Unknown(_nothing_before(elections, figure.election))
        if not elections.has(figure.before):
            return Unknown(elections.missing(figure.before))
    if {"candidate", "place"} & set(figure.definition.keys) and figure.before and not both_wards(elections, figure):
        return Unknown(f"{figure.ward} in {figure.election} cannot be compared with {figure.before}: another ward")
    metric = figure.definition
    return metric.table_of(figure).look(elections, figure, measure, metric.column)


def with_before(elections: Elections, figure: Figure) -> Figure:
    """The figure with the election to compare with, which is the baseline of its election if it leaves that open."""
    if figure.before is not None or "from" not in figure.definition.keys or not elections.has(figure.election):
        return figure
    return replace(figure, before=elections.baseline(figure.election, figure.ward))


def of_papers(elections: Elections, figure: Figure, votes: Span) -> Found:
    """Votes of a figure in percent of the papers of its ward, or of the whole council."""
    wards = elections.wards(figure.election)
    return in_papers(votes, [ward for ward in wards if figure.ward in (None, ward.slug)])


def instances(elections: Elections, figure: Figure) -> Iterator[tuple[str, Figure]]:
    """Each of the figures that one of ``every`` stands for, with its name among them."""
    for ward in elections.wards(figure.election):
        if figure.ward not in (EVERY, ward.slug):
            continue
        here = replace(figure, ward=ward.slug)
        names = [part.name for part in of_party(ward, figure.party)]
        if figure.candidate == EVERY:
            both = both_wards(elections, here) if elections.has(figure.before) else []
            then = [part.name for old in both[:1] for part in of_party(old, figure.party)]
            again = [name for name in names if any(may_be_one(name, old) for old in then)]
            yield from ((f"{ward.slug} {name}", replace(here, candidate=name)) for name in again)
        elif figure.place == EVERY_PLACE:
            places = range(1, len(names) + 1)
            yield from ((f"{ward.slug} {place}", replace(here, place=place)) for place in places)
        else:
            yield ward.slug, here


def _nothing_before(elections: Elections, election: str) -> str:
    """Why there is no election to compare with: an election that names none may yet have earlier ones."""
    earlier = elections.store.earlier(election)
    if not earlier:
        return f"the store has no election before {election}"
    has = f"the store has {', '.join(earlier)}: say `from: {earlier[-1]}`"
    return f"{election} names no election before it; {has}"
