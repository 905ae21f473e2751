"""What an election is compared with unless somebody names another: the same seats, or the last poll of a ward."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from wardcheck.facts.cycle import last_ordinary, named_in_file, previous_cycle
from wardcheck.facts.matched import comparison
from wardcheck.model import Election
from wardcheck.store import Store


def baselines(election: Election, store: Store) -> Mapping[str, frozenset[str]]:
    """The slugs of the elections to compare with, each with the wards of ``election`` that it is the baseline of.

    An ordinary election has one at most: see ``previous_cycle``. Each ward of a by-election has its own latest earlier
    poll, which may be a by-election too; a ward that was redrawn since has none. An election that is named here need
    not be in the store.
    """
    if election.kind != "by-election":
        slug = named_in_file(election) or previous_cycle(election, store.councils)
        return {slug: frozenset(ward.slug for ward in election.wards)} if slug is not None else {}
    found: dict[str, set[str]] = {}
    for ward in election.wards:
        slug = _latest_poll(election.only(frozenset({ward.slug})), store)
        if slug is not None:
            found.setdefault(slug, set()).add(ward.slug)
    return {slug: frozenset(wards) for slug, wards in found.items()}


def _latest_poll(election: Election, store: Store) -> str | None:
    """The latest election before a by-election that polled its one ward."""
    last = last_ordinary(election, store.councils)
    for day, slug in sorted(_earlier(election, store), reverse=True):
        if last is not None and not store.holds(last) and day.year < int(last[-4:]):
            return last  # nobody can tell whether the ward polled then
        before = store.election(slug)
        if comparison(before, election).same:
            return slug
        if before.kind == "all":
            return None
    return last


def _earlier(election: Election, store: Store) -> Iterator[tuple[date, str]]:
    for slug in store.of_council(election.slug):
        if slug != election.slug and (day := store.head(slug).date) < election.date:
            yield day, slug
