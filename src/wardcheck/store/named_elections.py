"""The elections that somebody names: by slug, by pattern, or by the council."""

from collections.abc import Sequence
from fnmatch import fnmatchcase
from typing import NamedTuple

from wardcheck.errors import NotFoundError, WardcheckError
from wardcheck.spelling import near
from wardcheck.store import PATTERN, Store
from wardcheck.store.names import slug_of
from wardcheck.store.slugs import council_in_slug, divided, names_by_election
from wardcheck.words import counted, listed


class Meant(NamedTuple):
    """What one word means: slugs of elections and, where it names no more than a council, which council."""

    slugs: Sequence[str]
    council: str | None = None


def meant(word: str, store: Store) -> Meant:
    """The elections that a word names: itself, those of a pattern, or all those of a council.

    Case does not count, and a council may be called by its name (``"Kingston upon Hull"``), by another name that the
    register of councils has (``Hull``) or by its code, before a year too (``"Hull 2018"``).

    Raises:
        NotFoundError: a word that leads to no election, with the nearest slugs.
    """
    if not PATTERN.isdisjoint(word):
        return Meant([s for s in store.slugs if fnmatchcase(s, word.lower())] or store.match([word]))
    if store.holds(word):
        return Meant([word])
    slug = slug_of(word)
    if store.holds(slug):
        return Meant([slug])
    council, part = divided(slug) or (slug, "")
    for one in (council, _by_register(council if part else word, store)):
        if one and part and store.holds(f"{one}-{part}"):
            return Meant([f"{one}-{part}"])
        if one and not part and (elections := store.of_council(one)):
            return Meant(elections, one)
    raise _no_election(word, slug, store)


def latest(council: str, elections: Sequence[str]) -> str:
    """The latest ordinary election among those of a council.

    Raises:
        NotFoundError: all are by-elections.
    """
    ordinary = [slug for slug in elections if not names_by_election(slug)]
    if not ordinary:
        raise NotFoundError(f"no ordinary election of {council}; the store has {', '.join(elections)}")
    return max(ordinary, key=lambda slug: divided(slug) or ("", ""))


def by_council(council: str, elections: Sequence[str]) -> str:
    """What is to be said where the name of a council was taken for its latest election."""
    found = latest(council, elections)
    others = [slug for slug in elections if slug != found]
    more = f"; the store also has {_listed(others)}" if others else ""
    return f"{council}: {found} is its latest ordinary election{more}"


def one_election(word: str, store: Store) -> tuple[str, str | None]:
    """The one election that a word names, and what is to be said of that: a council is its latest ordinary election.

    Raises:
        NotFoundError: there is none.
        WardcheckError: it is a pattern that stands for several.
    """
    slugs, council = meant(word, store)
    if len(slugs) > 1 and council is None:
        some = ", ".join(slugs[:3]) + (f" and {len(slugs) - 3} more" if len(slugs) > 3 else "")
        raise WardcheckError(f"expected one election, got the pattern {word!r}, which stands for {some}")
    if council is None:
        return slugs[0], None
    return latest(council, slugs), by_council(council, slugs)


def earlier_election(word: str, store: Store) -> str:
    """The election to compare with that a word names, which a council's name alone does not.

    Raises:
        NotFoundError: there is none, or it is a council with several, which are listed.
        WardcheckError: it is a pattern.
    """
    slugs, council = meant(word, store)
    if council is not None and len(slugs) > 1:
        raise NotFoundError(f"expected one election to compare with, got {word!r}, which has {_listed(slugs)}")
    return slugs[0] if council is not None else one_election(word, store)[0]


def _listed(elections: Sequence[str]) -> str:
    """The ordinary elections of a council, and how many by-elections it had."""
    ordinary = [slug for slug in elections if not names_by_election(slug)]
    others = counted(len(elections) - len(ordinary), "by-election") if len(elections) > len(ordinary) else ""
    return listed([part for part in (", ".join(ordinary), others) if part])


def _no_election(word: str, slug: str, store: Store) -> NotFoundError:
    """That there is no such election, and the councils or elections that may be meant."""
    councils = {council_in_slug(known) for known in store.slugs}
    found = ([] if slug[-1:].isdigit() else near(slug, councils)) or near(slug, store.slugs)
    if not found:
        try:
            store.match([word])
        except NotFoundError as error:
            return error
    return NotFoundError(f"no election {word!r}; nearest: {', '.join(found)}")


def _by_register(name: str, store: Store) -> str | None:
    """The slug of the council that goes by a name or a code today."""
    council = store.councils.by_code(name.strip().upper()) or store.councils.named(name)
    return council.slug if council is not None else None
