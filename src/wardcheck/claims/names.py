"""The names in a claims file: which of the store's each one is, or what it may have been meant to be."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from fnmatch import fnmatchcase
from functools import cached_property

from wardcheck.claims.elections import Elections
from wardcheck.errors import NotFoundError
from wardcheck.facts.matched import same_council
from wardcheck.sources.party_names import parties_by_name, party_key
from wardcheck.spelling import alike, nearest
from wardcheck.store import Store
from wardcheck.store.covariates import covariate_files, covariates_with
from wardcheck.store.slugs import council_in_slug
from wardcheck.store.words import cut

_ALIKE = 0.8
"""How like the name of a stored council another must be to be taken for a misspelling of it (difflib's ratio)."""


class Names:
    """The names that a store knows."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self._read = Elections(store)

    def party(self, written: str) -> str | None:
        """The slug of a party, given as slug, name, short name or alias; ``None`` if it is not one party's."""
        if written in self.store.parties:
            return written
        slugs = self._aliases.get(party_key(written), frozenset())
        return next(iter(slugs)) if len(slugs) == 1 else None

    def why_no_party(self, written: str) -> str:
        """What is wrong with the name of a party."""
        slugs = sorted(self._aliases.get(party_key(written), ()))
        if slugs:
            return f'expected one party, got "{cut(written)}", which is a name of {", ".join(slugs)}'
        return f'expected a party of the register, got "{cut(written)}"{_near_fold(written, self._aliases)}'

    def misspelt_election(self, slug: str) -> str | None:
        """``; nearest: ...`` for a slug that is near to those of a stored council; ``None`` if it may be right.

        A year that a stored council has no election of, or a council far from all of these, is no mistake: the
        claim is undecidable.
        """
        if slug in self.store.slugs:
            return None
        councils = sorted({council_in_slug(known) for known in self.store.slugs})
        part = council_in_slug(slug)
        if part in councils or not alike(part, councils, least=_ALIKE):
            return None
        return nearest(slug, self.store.slugs) or ""

    def no_pattern(self, pattern: str) -> str:
        """Why a slug or a pattern leads to no election, as a problem; empty where it does, or may elsewhere."""
        if any(fnmatchcase(slug, pattern) for slug in self.store.slugs):
            return ""
        near = nearest(pattern, [*self.store.slugs, *(f"{council_in_slug(slug)}-*" for slug in self.store.slugs)])
        return f'expected elections of the store, got "{cut(pattern)}"{near}' if near else ""

    def no_pair(self, before: str | None, election: str | None) -> str:
        """Why an election cannot be compared with another, as a problem; empty where it can, or one is not known."""
        known = [slug for slug in (before, election) if slug is not None and slug in self.store.slugs]
        if len(known) < 2:
            return ""
        then, now = (self._read.election(slug) for slug in known)
        if not same_council(then, now, self.store):
            return f"expected an election of {now.council}, as {election} is, got {before} ({then.council})"
        return "" if then.date < now.date else f"expected an election before {election}, got {before}"

    def no_covariate(self, columns: Sequence[str]) -> str:
        """Why no file of covariates has the columns, as a problem; empty where one has, or the store has no files."""
        files = covariate_files(self.store.root)
        try:
            if files:
                covariates_with(files, columns)
        except NotFoundError as error:
            return f"expected columns of covariates, got {'/'.join(columns)}: {error}"
        return ""

    def wards(self, election: str) -> Iterable[str]:
        """Slugs of the wards of an election; none if it is not in the store."""
        return self.store.ward_slugs(election) if election in self.store.slugs else ()

    def candidates(self, election: str, ward: str) -> Iterable[str]:
        """The candidates of a ward that the store has."""
        return [candidacy.name for candidacy in self._read.ward(election, ward).candidates]

    @cached_property
    def _aliases(self) -> Mapping[str, frozenset[str]]:
        return parties_by_name(self.store.parties)


def _near_fold(written: str, known: Iterable[str]) -> str:
    return nearest(written.casefold(), known)
