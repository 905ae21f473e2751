"""The foot of a page: whose figures it is made of, and under which licences."""

from __future__ import annotations

from collections.abc import Sequence

from wardcheck.facts.surnames import has_initials_last
from wardcheck.model import Election, Source
from wardcheck.render.labels import long_date
from wardcheck.render.markup import Html, joined, tag


def foot(elections: Sequence[Election], about: str) -> Html:
    """Every source once, as its election names it, and ``about`` how the page was made.

    The first of the elections is the one that the page is about, whose candidates it names.
    """
    sources = list(dict.fromkeys(source for election in elections for source in election.sources.values()))
    items = [_source(source) for source in sources]
    return tag(
        "footer",
        tag("h2", "Sources and licences", id="sources"),
        tag("ul", *items) if items else tag("p", "The store names no source."),
        *([tag("p", _INITIALS)] if _initials_last(elections[0]) else []),
        tag("p", about),
    )


_INITIALS = "Candidates' names are written as the source has them, with the surname first and initials after it."


def _initials_last(election: Election) -> bool:
    """Whether most of the candidates are named so."""
    names = [candidate.name for ward in election.wards for candidate in ward.candidates]
    return 2 * sum(map(has_initials_last, names)) > len(names)


def _source(source: Source) -> Html:
    parts = [tag("cite", source.title)]
    if source.publisher:
        parts.append(tag("span", f", {source.publisher}"))
    if source.url and source.url.startswith(("https://", "http://")):
        parts += [tag("span", ", "), tag("a", source.url, href=source.url)]
    elif source.url:
        parts.append(tag("span", f", {source.url}"))
    if source.retrieved:
        parts.append(tag("span", f", retrieved {long_date(source.retrieved)}"))
    parts.append(tag("span", f". Licence: {source.licence or 'not stated'}."))
    if source.covers:
        parts.append(tag("span", f" For: {source.covers}."))
    return tag("li", joined(parts))
