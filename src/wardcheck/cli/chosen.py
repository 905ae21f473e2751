"""The elections that a command line names, read from the store."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from wardcheck.cli.progress import progress
from wardcheck.errors import NotFoundError, WardcheckError
from wardcheck.model import UNREGISTERED, Election, Ward
from wardcheck.spelling import nearest
from wardcheck.store import Store, open_store

if TYPE_CHECKING:
    from wardcheck.render.labels import Labels, PartyLabel


class Chosen(NamedTuple):
    """Elections, and how their slugs are shown."""

    elections: Sequence[Election]
    store: Store

    @property
    def labels(self) -> Labels:
        """The names of all that was chosen, for the commands that show a person a table."""
        from wardcheck.render.labels import Labels

        return Labels(
            councils={e.slug: e.council for e in self.elections},
            dates={e.slug: e.date for e in self.elections},
            wards={(e.slug, w.slug): w.name for e in self.elections for w in e.wards},
            label=self._label,
        )

    def only(self, ward: str | None) -> Chosen:
        """The elections that have this ward, with it alone; all of them whole for ``None``."""
        if ward is None:
            return self
        narrowed = (election.only(frozenset({ward})) for election in self.elections)
        return self._replace(elections=[election for election in narrowed if election.wards])

    def _label(self, slug: str) -> PartyLabel | None:
        from wardcheck.render.labels import PartyLabel

        if slug.startswith(UNREGISTERED):
            name = next(
                (c.party_name for e in self.elections for w in e.wards for c in w.candidates if c.party == slug), None
            )
            return None if name is None else PartyLabel(name, name, None)
        party = self.store.parties.get(slug)
        return None if party is None else PartyLabel(party.short, party.name, party.colour)


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
    store.progress = lambda readers: progress(readers, len(readers), "reading")
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


def _no_ward(ward: str, wards: set[str], elections: Sequence[str]) -> NotFoundError:
    where = elections[0] if len(elections) == 1 else f"{len(elections)} elections"
    hint = nearest(ward, sorted(wards), f"see: wardcheck margins {elections[0]}", count=3)
    return NotFoundError(f"no ward {ward!r} in {where}{hint}")
