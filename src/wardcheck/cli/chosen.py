"""The elections that a command line names, read from the store."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from wardcheck.cli.options import Which
from wardcheck.cli.output import tell
from wardcheck.cli.progress import progress
from wardcheck.cli.which import asked_for, slugs_of
from wardcheck.errors import WardcheckError
from wardcheck.model import UNREGISTERED, Election, Ward
from wardcheck.store import Store, open_store
from wardcheck.store.named_elections import one_election
from wardcheck.store.named_wards import one_ward, slugs_of_wards

if TYPE_CHECKING:
    from wardcheck.render.labels import Labels, PartyLabel


class Chosen(NamedTuple):
    """Elections, and how their slugs are shown."""

    elections: Sequence[Election]
    store: Store
    wards: int | None = None
    """How many wards the elections have, where some alone were chosen."""

    @property
    def labels(self) -> Labels:
        """The names of all that was chosen, for the commands that show a person a table."""
        from wardcheck.render.labels import Labels

        return Labels(
            councils={e.slug: e.council for e in self.elections},
            dates={e.slug: e.date for e in self.elections},
            wards={(e.slug, w.slug): w.name for e in self.elections for w in e.wards},
            label=self._label,
            of_wards=self.wards,
        )

    @property
    def source(self) -> str:
        """Whose figures these are, for the foot of a picture."""
        from wardcheck.render.sources import source_line

        return source_line(self.elections)

    def only(self, wards: Sequence[str] | None) -> Chosen:
        """The elections that have a ward of these, by slug, name or code, with them alone; ``None`` is all, whole."""
        if wards is None:
            return self
        found = slugs_of_wards(wards, self.elections)
        whole = [e for e in self.elections if e.slug in found]
        every = sum(len(e.wards) for e in whole)
        return self._replace(elections=[e.only(found[e.slug]) for e in whole], wards=every)

    def _label(self, slug: str) -> PartyLabel | None:
        from wardcheck.render.labels import PartyLabel

        if slug.startswith(UNREGISTERED):
            name = next(
                (c.party_name for e in self.elections for w in e.wards for c in w.candidates if c.party == slug), None
            )
            return None if name is None else PartyLabel(name, name, None)
        party = self.store.parties.get(slug)
        return None if party is None else PartyLabel(party.short, party.name, party.colour)


def choose(folder: Path | None, which: Which, *, ward: Sequence[str] | None = None, or_all: bool = False) -> Chosen:
    """The elections asked for, whole, or all ``or_all`` of the store; each word of ``ward`` must name a ward of one.

    Raises:
        WardcheckError: nothing is asked for, or something that is not there or cannot be read.
    """
    store, slugs = _named(folder, which, or_all=or_all)
    elections = store.elections(*slugs)
    slugs_of_wards(ward or (), elections)
    return Chosen(elections, store)


def choose_each(
    folder: Path | None, which: Which, ward: Sequence[str] | None = None
) -> tuple[Iterable[Election], Store]:
    """The same elections, one after another unless ``ward`` narrows them, and their store.

    All are read before the first is given, so that what is wrong with one comes before any answer.

    Raises:
        WardcheckError: nothing is asked for, or something that is not there or cannot be read.
    """
    if ward is not None:
        chosen = choose(folder, which).only(ward)
        return chosen.elections, chosen.store
    store, slugs = _named(folder, which)
    return store.each(*slugs), store


def _named(folder: Path | None, which: Which, *, or_all: bool = False) -> tuple[Store, Sequence[str]]:
    """The store, and the slugs of the elections that are meant; none for all of them."""
    store = open_store(folder)
    ready(store)
    every = which.every or (or_all and not asked_for(which))
    return store, () if every and which == Which(every=which.every) else slugs_of(which, store)


def ready(store: Store) -> None:
    """Make a store ready for many elections: a person sees how far it has read, and it keeps their outlines."""
    store.progress = lambda readers: progress(readers, len(readers), "reading")
    store.work_out = _outlines


def choose_one(folder: Path | None, word: str) -> Chosen:
    """One election, by slug, or by the council whose latest ordinary one it is, which is said.

    Raises:
        WardcheckError: it is not there, cannot be read, or is a pattern.
    """
    store = open_store(folder)
    slug, remark = one_election(word, store)
    if remark is not None:
        tell(remark)
    return Chosen([store.election(slug)], store)


def choose_ward(folder: Path | None, election: str, ward: str | None) -> tuple[Chosen, Ward]:
    """One ward of one election, by slug, name or code.

    Raises:
        WardcheckError: it is not there or cannot be read.
    """
    chosen = choose_one(folder, election)
    (found,) = chosen.elections
    if ward is None:
        raise WardcheckError(f"expected a ward of {found.slug}: {', '.join(w.slug for w in found.wards)}")
    return chosen, one_ward(ward, found)


def _outlines(election: Election) -> Sequence[Sequence[object]]:
    from wardcheck.facts.outline import to_keep  # where many elections are read from their files

    return to_keep(election)
