"""The names in a claims file: which of the store's each one is, or what it may have been meant to be."""

from __future__ import annotations

from collections.abc import Mapping
from fnmatch import fnmatchcase
from functools import cached_property
from typing import Literal

from wardcheck.claims.elections import Elections
from wardcheck.claims.form import EVERY
from wardcheck.errors import NotFoundError
from wardcheck.facts.matched import same_council
from wardcheck.sources.party_names import parties_by_name, party_key
from wardcheck.spelling import alike, nearest
from wardcheck.store import Store
from wardcheck.store.covariates import covariate_files, covariates_with
from wardcheck.store.slugs import council_in_slug
from wardcheck.store.words import cut

Known = tuple[str | None, str]
"""What a name stands for, and what is wrong with it, as a problem, or nothing."""

_PARTS = 2
_ALIKE = 0.8
"""How like the name of a stored council another must be to be taken for a misspelling of it (difflib's ratio)."""


class Names:
    """The names that a store knows."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self._read = Elections(store)

    def known(self, holds: Literal["election", "party", "column"], written: str) -> Known:
        """What a name of that sort stands for in the store."""
        return {"election": self._election, "party": self._party, "column": self._column}[holds](written)

    def pattern(self, written: str) -> Known:
        """A slug or a pattern; a problem where it leads to no election and is near to one that does."""
        if any(fnmatchcase(slug, written) for slug in self.store.slugs):
            return written, ""
        near = nearest(written, [*self.store.slugs, *(f"{council_in_slug(slug)}-*" for slug in self.store.slugs)])
        return written, f'expected elections of the store, got "{cut(written)}"{near}' if near else ""

    def _party(self, written: str) -> Known:
        """The slug of a party, given as slug, name, short name or alias, which must be one party's."""
        slugs = [written] if written in self.store.parties else sorted(self._aliases.get(party_key(written), ()))
        if len(slugs) == 1:
            return slugs[0], ""
        if slugs:
            return None, f'expected one party, got "{cut(written)}", which is a name of {", ".join(slugs)}'
        near = nearest(written.casefold(), self._aliases)
        return None, f'expected a party of the register, got "{cut(written)}"{near}'

    def _election(self, slug: str) -> Known:
        """The slug of an election, in the store or not.

        A year that a stored council has no election of, or a council far from all of these, is no mistake: the
        claim is undecidable. A council that is nearly spelt like one in the store is one.
        """
        councils = sorted({council_in_slug(known) for known in self.store.slugs})
        part = council_in_slug(slug)
        if slug in self.store.slugs or part in councils or not alike(part, councils, least=_ALIKE):
            return slug, ""
        return None, f'expected an election, got "{cut(slug)}"{nearest(slug, self.store.slugs)}'

    def _column(self, written: str) -> Known:
        """A covariate, or ``N/D``, that the files of the store have, if it has any."""
        columns = [part.strip() for part in written.split("/")]
        name, files = "/".join(columns), covariate_files(self.store.root)
        if len(columns) > _PARTS or not all(columns):
            return name, f'expected COLUMN or N/D, got "{cut(written)}"'
        try:
            if files:
                covariates_with(files, columns)
        except NotFoundError as error:
            return name, f"expected columns of covariates, got {name}: {error}"
        return name, ""

    def no_pair(self, before: str | None, election: str | None) -> str:
        """Why an election cannot be compared with another, as a problem; empty where it can, or one is not known."""
        known = [slug for slug in (before, election) if slug is not None and slug in self.store.slugs]
        if len(known) < 2:
            return ""
        then, now = (self._read.election(slug) for slug in known)
        if not same_council(then, now, self.store):
            return f"expected an election of {now.council}, as {election} is, got {before} ({then.council})"
        return "" if then.date < now.date else f"expected an election before {election}, got {before}"

    def no_place(self, election: str, ward: str, candidate: str | None) -> tuple[str, str] | None:
        """The key and the problem of a ward or a candidate that an election of the store does not have."""
        wards = self.store.ward_slugs(election) if election in self.store.slugs else ()
        if not wards or ward == EVERY:
            return None
        if ward not in wards:
            what = f'expected a ward of {election} or {EVERY}, got "{cut(ward)}"'
            return "ward", f"{what}{nearest(ward, wards)}"
        known = [candidacy.name for candidacy in self._read.ward(election, ward).candidates]
        if candidate not in (None, EVERY, *known):
            what = f'expected a candidate of {ward} in {election}, got "{cut(str(candidate))}"'
            return "candidate", f"{what}{nearest(str(candidate), known)}"
        return None

    @cached_property
    def _aliases(self) -> Mapping[str, frozenset[str]]:
        return parties_by_name(self.store.parties)
