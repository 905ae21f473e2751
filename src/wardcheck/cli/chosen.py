"""The elections that a command line names, read from the store."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from wardcheck.errors import NotFoundError, WardcheckError
from wardcheck.model import Election, Party, Ward
from wardcheck.store import Store, open_store

if TYPE_CHECKING:
    from wardcheck.render.labels import Labels


class Chosen(NamedTuple):
    """Elections, and how their slugs are shown."""

    elections: Sequence[Election]
    store: Store

    @property
    def labels(self) -> Labels:
        """The names of all that was chosen, for the commands that show a person a table."""
        from wardcheck.render.labels import Labels, PartyLabel

        return Labels(
            councils={e.slug: e.council for e in self.elections},
            dates={e.slug: e.date for e in self.elections},
            wards={(e.slug, w.slug): w.name for e in self.elections for w in e.wards},
            parties={p.slug: PartyLabel(p.short, p.name, p.colour) for p in self.store.parties.values()},
        )


def choose(
    folder: Path | None, patterns: Sequence[str] | None, *, every: bool = False, ward: str | None = None
) -> Chosen:
    """The elections asked for, whole; ``ward`` is a ward that at least one of them must have.

    Raises:
        WardcheckError: nothing is asked for, or something that is not there or cannot be read.
    """
    store = open_store(folder)
    if every and patterns:
        raise WardcheckError("expected elections or --all, got both")
    if not every and not patterns:
        raise WardcheckError("expected an election, a pattern or --all; see: wardcheck elections")
    elections = store.elections(*(patterns or ()))
    if ward is not None:
        wards = {w.slug for e in elections for w in e.wards}
        if ward not in wards:
            raise _no_ward(ward, wards, [e.slug for e in elections])
    return Chosen(elections, store)


def choose_ward(folder: Path | None, election: str, ward: str | None) -> tuple[Chosen, Ward]:
    """One ward of one election, by slug or by name.

    Raises:
        WardcheckError: it is not there or cannot be read.
    """
    store = open_store(folder)
    found = store.election(election)
    if ward is None:
        raise WardcheckError(f"expected a ward of {election}: {', '.join(w.slug for w in found.wards)}")
    for one in found.wards:
        if ward in (one.slug, one.name):
            return Chosen([found], store), one
    raise _no_ward(ward, {w.slug for w in found.wards}, [election])


def known_party(slug: str, parties: Mapping[str, Party]) -> None:
    """Refuse a party that the register does not have.

    Raises:
        NotFoundError: it has none of that slug; with the nearest ones.
    """
    if slug in parties:
        return
    words = {word.casefold(): p.slug for p in parties.values() for word in (p.slug, p.short, p.name)}
    close = dict.fromkeys(words[word] for word in get_close_matches(slug.casefold(), words, n=3, cutoff=0.5))
    named = ", ".join(f"{near} ({parties[near].name})" for near in close)
    raise NotFoundError(f"no party {slug!r}; {f'nearest: {named}' if named else 'see parties.yaml in the store'}")


def _no_ward(ward: str, wards: set[str], elections: Sequence[str]) -> NotFoundError:
    close = get_close_matches(ward, sorted(wards), n=3, cutoff=0.5)
    where = elections[0] if len(elections) == 1 else f"{len(elections)} elections"
    hint = f"nearest: {', '.join(close)}" if close else f"see: wardcheck margins {elections[0]}"
    return NotFoundError(f"no ward {ward!r} in {where}; {hint}")
