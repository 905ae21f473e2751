"""The names in a claims file: which of the store's each one is, or what it may have been meant to be."""

from __future__ import annotations

from collections.abc import Mapping
from fnmatch import fnmatchcase
from functools import cached_property
from typing import Literal

from wardcheck.claims.elections import Elections
from wardcheck.claims.form import EVERY
from wardcheck.errors import NotFoundError, WardcheckError
from wardcheck.facts.matched import same_council
from wardcheck.sources.party_names import parties_by_name, party_key
from wardcheck.spelling import alike, folded, nearest
from wardcheck.store import PATTERN, Store
from wardcheck.store.covariates import covariate_files, covariates_with
from wardcheck.store.named_elections import earlier_election, one_election
from wardcheck.store.named_wards import wards_named
from wardcheck.store.names import slug_of
from wardcheck.store.slugs import council_in_slug, divided
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

    def known(self, holds: Literal["election", "before", "party", "column"], written: str) -> Known:
        """What a name of that sort stands for in the store."""
        if holds in ("election", "before"):
            return self._election(written, before=holds == "before")
        return self._party(written) if holds == "party" else self._column(written)

    def pattern(self, written: str) -> Known:
        """An election or a pattern; a problem where it leads to no election and is near to one that does."""
        if any(fnmatchcase(slug, written) for slug in self.store.slugs):
            return written, ""
        if PATTERN.isdisjoint(written) and divided(slug_of(written)) is not None:
            return self._election(written)
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

    def _election(self, written: str, *, before: bool = False) -> Known:
        """The slug of an election, in the store or not; of a council named alone the latest ordinary one.

        A year that a stored council has no election of, or a council far from all of these, is no mistake: the
        claim is undecidable. A council that is nearly spelt like one in the store is one. One to compare with
        (``before``) is not named by its council where this has several.
        """
        try:
            return (earlier_election(written, self.store) if before else one_election(written, self.store)[0]), ""
        except NotFoundError as error:
            slug = slug_of(written)
            councils = sorted({council_in_slug(known) for known in self.store.slugs})
            named = divided(slug)
            if named is not None and (named[0] in councils or not alike(named[0], councils, least=_ALIKE)):
                return slug, ""
            if slug in councils:
                return None, str(error)
            near = nearest(slug, self.store.slugs if named is not None else councils)
            return None, f'expected an election, such as barnet-2018, got "{cut(written)}"{near}'
        except WardcheckError as error:
            return None, str(error)

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

    def ward(self, election: str, written: str) -> Known:
        """The slug of a ward, given as slug, name or code, if the store has its election."""
        if written == EVERY or election not in self.store.slugs:
            return written, ""
        found = [ward.slug for ward in wards_named(written, self._read.election(election))]
        if len(found) == 1:
            return found[0], ""
        if found:
            return None, f'expected one ward of {election}, got "{cut(written)}", which names {", ".join(found)}'
        near = nearest(slug_of(written), self.store.ward_slugs(election), f"see: wardcheck margins {election}", count=3)
        return None, f'expected a ward of {election} or {EVERY}, got "{cut(written)}"{near}'

    def candidate(self, election: str, ward: str | None, written: str) -> Known:
        """A candidate as the ward file has the name, in whatever case and with or without accents."""
        if written == EVERY or ward in (None, EVERY) or election not in self.store.slugs:
            return written, ""
        known = [candidacy.name for candidacy in self._read.ward(election, ward or "").candidates]
        found = {name for name in known if name == written} or {n for n in known if folded(n) == folded(written)}
        if len(found) == 1:
            return found.pop(), ""
        near = nearest(written, known, f"there are {', '.join(known)}")
        return None, f'expected a candidate of {ward} in {election}, got "{cut(written)}"{near}'

    @cached_property
    def _aliases(self) -> Mapping[str, frozenset[str]]:
        return parties_by_name(self.store.parties)
