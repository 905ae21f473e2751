"""The elections before one that the store has: the last ordinary one, and the one that filled the same seats."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from wardcheck.errors import DataError
from wardcheck.facts import cycle
from wardcheck.model import Election
from wardcheck.store.atomic import write_whole
from wardcheck.store.election_reader import read_election
from wardcheck.store.files import content
from wardcheck.store.slugs import council_in_slug, divided, names_by_election
from wardcheck.store.store import Store
from wardcheck.store.tree import MAX_BYTES

_KEYS = ("previous", "previous_cycle", "contests", "missing", "continuing", "declared", "notes", "sources")
"""The keys of the two in the order of the file, and those after them."""


def with_elections_before(store: Store, election: Election, *, also: str | None = None) -> Election:
    """The election with ``previous`` and, where it is another one, ``previous_cycle``; what it names already stays.

    They are named only if the store has them, or has just got ``also``, which came before. The last ordinary election
    of the council is that of the register of councils; where it does not tell, that of the store.
    """
    last = cycle.last_ordinary(election, store.councils)
    if last is None:
        last = _last_there(store, election, also)
    seats = cycle.same_seats(election, store.councils)
    there = [slug if slug is not None and (slug == also or store.holds(slug)) else None for slug in (last, seats)]
    previous = election.previous or there[0]
    return replace(
        election,
        previous=previous,
        previous_cycle=election.previous_cycle or (there[1] if there[1] != previous else None),
    )


def follow(store: Store, election: Election) -> list[Path]:
    """Name an ordinary election in those of the store that it comes before, in the one or two lines that do.

    Nothing else of their files is touched. A file that cannot be read is left alone. The paths are of those changed.

    Raises:
        WardcheckError: one cannot be written.
    """
    if names_by_election(election.slug):
        return []
    changed = []
    for later in _later(store, election):
        bare = replace(later, previous=None, previous_cycle=None)
        found = with_elections_before(store, bare, also=election.slug)
        new = {
            key: slug
            for key in ("previous", "previous_cycle")
            if (slug := getattr(found, key)) == election.slug and getattr(later, key) != slug
        }
        if new and _rewritten(Path(later.path), later, new, store):
            changed.append(Path(later.path))
    return changed


def _last_there(store: Store, election: Election, also: str | None) -> str | None:
    ordinary = [slug for slug in _of_council(store, election, also) if not names_by_election(slug)]
    return next(
        (slug for slug in sorted(ordinary, reverse=True) if slug == also or _before(store, slug, election)), None
    )


def _of_council(store: Store, election: Election, also: str | None = None) -> Iterator[str]:
    """Other elections of the council."""
    council = council_in_slug(election.slug)
    for slug in {*store.slugs, *([also] if also is not None else [])} - {election.slug}:
        if slug.startswith(f"{council}-") and council_in_slug(slug) == council:
            yield slug


def _later(store: Store, election: Election) -> Iterator[Election]:
    for slug in sorted(_of_council(store, election)):
        if _year(slug) >= election.date.year:
            try:
                head = store.head(slug)
            except DataError:
                continue
            if head.date > election.date:
                yield head


def _before(store: Store, slug: str, election: Election) -> bool:
    """Whether an election came before another; its file is read only where the years do not tell."""
    if _year(slug) != election.date.year:
        return _year(slug) < election.date.year
    try:
        return store.head(slug).date < election.date
    except DataError:
        return False


def _year(slug: str) -> int:
    parts = divided(slug)
    return int(parts[1].removeprefix("by-")[:4]) if parts is not None else 0


def _rewritten(path: Path, election: Election, new: dict[str, str], store: Store) -> bool:
    """Whether the file now names these: their lines are changed, or put where they belong."""
    text = content(path, MAX_BYTES).decode("utf-8")
    for key, slug in new.items():
        line = f"{key}: {slug}"
        own = re.compile(rf"^{key}:.*$", re.MULTILINE)
        after = re.compile(rf"^({'|'.join(_KEYS[_KEYS.index(key) + 1 :])}):", re.MULTILINE)
        if own.search(text):
            text = own.sub(line, text, count=1)
        elif found := after.search(text):
            text = f"{text[: found.start()]}{line}\n{text[found.start() :]}"
    try:
        again = read_election(text.encode(), "", election.slug, store.parties)
    except DataError:
        return False
    if any(getattr(again, key) != slug for key, slug in new.items()):
        return False
    write_whole(path, text)
    return True
