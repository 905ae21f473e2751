"""Which elections a command line means: words, and what ``--region``, ``--year`` and ``--kind`` let through.

Nothing is read for it but names of folders and the register of councils; an election of a council that the register
does not have under its slug costs its ``election.yaml``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

from wardcheck.cli.options import Which
from wardcheck.cli.output import tell
from wardcheck.errors import NotFoundError, WardcheckError
from wardcheck.store import Store
from wardcheck.store.named_elections import by_council, latest, meant
from wardcheck.store.slugs import council_in_slug, divided, names_by_election
from wardcheck.words import counted, listed

if TYPE_CHECKING:
    from wardcheck.model.council import Council

_LISTED = 5


def asked_for(which: Which) -> bool:
    """Whether anything says which elections are meant."""
    return bool(which.every or which.elections or _filters(which))


def slugs_of(which: Which, store: Store) -> Sequence[str]:
    """The slugs of the elections that are meant, each once: those of the words in their order, else sorted.

    The options are filters of what the words name, and alone of the whole store. They mean ordinary elections unless
    ``--kind`` says otherwise. The name of a council is all of its elections that ``--year`` or ``--kind`` let through,
    and without these its latest ordinary one, which is said.

    Raises:
        WardcheckError: nothing is asked for, something that is not there, or nothing is left.
    """
    if which.every and which.elections:
        raise WardcheckError("expected elections or --all, got both")
    if not asked_for(which):
        raise WardcheckError(
            "expected an election, a council, a pattern, --region, --year or --all; see: wardcheck elections"
        )
    named = _named(which, store) if which.elections else store.slugs
    if not _filters(which):
        return named
    of_place = _of_places(which.region or (), store)
    there = [slug for slug in named if _of_kind(slug, which)]
    there = of_place(there) if of_place else there
    found = [slug for slug in there if not which.year or year_of(slug) in which.year]
    if not found:
        raise NotFoundError(_nothing(which, there, named, store))
    return found


def year_of(election: str) -> int | None:
    """The year in the slug of an election; ``None`` where there is none."""
    parts = divided(election)
    return int(parts[1].removeprefix("by-")[:4]) if parts is not None else None


def _filters(which: Which) -> bool:
    return bool(which.region or which.year or which.kind)


def _named(which: Which, store: Store) -> Sequence[str]:
    found: dict[str, None] = {}
    for word in which.elections or ():
        slugs, council = meant(word, store)
        if council is not None and not (which.year or which.kind):
            tell(by_council(council, slugs))
            slugs = [latest(council, slugs)]
        found.update(dict.fromkeys(slugs))
    return tuple(found)


def _of_kind(slug: str, which: Which) -> bool:
    return which.kind == "both" or names_by_election(slug) == (which.kind == "by-election")


def _of_places(words: Iterable[str], store: Store) -> Callable[[Sequence[str]], list[str]] | None:
    """A filter of elections by the places of their councils; those of no known council are left out, which is said."""
    from wardcheck.cli.regions import place  # of the register, which most starts do without

    places = [place(word, store.councils) for word in words]
    if not places:
        return None

    def there(slugs: Sequence[str]) -> list[str]:
        councils = {slug: _council(slug, store) for slug in slugs}
        if unknown := [slug for slug, council in councils.items() if council is None]:
            some = ", ".join(unknown[:_LISTED]) + (", ..." if len(unknown) > _LISTED else "")
            left_out = counted(len(unknown), "election")
            tell(f"--region: {left_out} left out, whose council the register of councils does not have: {some}")
        return [slug for slug, c in councils.items() if c is not None and any(lies(c) for lies in places)]

    return there


def _council(election: str, store: Store) -> Council | None:
    return store.councils.get(council_in_slug(election)) or store.councils.of(store.head(election))


def _nothing(which: Which, there: Sequence[str], named: Sequence[str], store: Store) -> str:
    """What is missing, and what there is in its place."""
    poll = {"both": "election", "by-election": "by-election"}.get(which.kind or "", "ordinary election")
    of = f" of {' or '.join(which.region)}" if which.region else ""
    years = f" in {' or '.join(map(str, which.year))}" if which.year else ""
    among = " among those named" if which.elections else ""
    if there:
        has = sorted({year for slug in there if (year := year_of(slug)) is not None})
        hint = f"there are some in {listed([*map(str, has)])}"
    elif which.kind is None and any(map(names_by_election, named)):
        hint = "by-elections are left out without --kind by-election"
    else:
        hint = f"the store has {counted(len(store.slugs), 'election')}; see: wardcheck elections"
    return f"no {poll}{of}{years}{among}; {hint}"


def one_of(which: Which, expected: str) -> str:
    """The one word that says which election is meant.

    Raises:
        WardcheckError: there are none or several, or an option says it; the message begins with ``expected``.
    """
    words = which.elections or ()
    if len(words) != 1 or which.every or _filters(which):
        got = "--all" if which.every else "--region, --year or --kind" if _filters(which) else len(words) or "none"
        raise WardcheckError(f"{expected}, got {got}")
    return words[0]
