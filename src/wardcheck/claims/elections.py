"""The store as claims see it: reports of the other commands, each worked out once, and what they leave open."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from fnmatch import fnmatchcase
from functools import cache
from typing import Any, TypeVar

from wardcheck.claims.form import EVERY
from wardcheck.facts.accounted import contests_missing
from wardcheck.facts.baseline import baselines
from wardcheck.facts.matched import Comparison, comparison, same_council
from wardcheck.model import Election, Ward
from wardcheck.store import Store
from wardcheck.store.slugs import council_in_slug
from wardcheck.words import counted

T = TypeVar("T")


class Elections:
    """Elections by slug, and reports of them."""

    def __init__(self, store: Store) -> None:
        self.store = store
        # the methods below are asked for the same elections by one claim after another
        self.election: Callable[[str], Election] = cache(store.election)
        self.comparison = cache(self._comparison)
        self.compared = cache(self._compared)
        self.codes = cache(self._codes)
        self._reports: dict[Hashable, Any] = {}

    def report(self, analysis: Callable[..., T], *slugs: str, **options: Any) -> T:
        """What an analysis says of some elections."""
        key = (analysis, slugs, tuple(options.items()))
        if key not in self._reports:
            self._reports[key] = analysis(*map(self.election, slugs), **options)
        found: T = self._reports[key]
        return found

    def has(self, *slugs: str | None) -> bool:
        """Whether the store has all of these."""
        return all(slug in self.store.slugs for slug in slugs)

    def wards(self, election: str) -> Sequence[Ward]:
        """The wards of an election."""
        return self.election(election).wards

    def ward(self, election: str, ward: str) -> Ward:
        """One ward of an election that has it."""
        return next(one for one in self.wards(election) if one.slug == ward)

    def stood(self, party: str, *elections: str) -> bool:
        """Whether a party had a candidate in one of the elections."""
        return any(c.party == party for slug in elections for ward in self.wards(slug) for c in ward.candidates)

    def fitting(self, patterns: Sequence[str], council_gss: str | None) -> list[str]:
        """The elections that fit one of the patterns, of councils whose code fits another."""
        slugs = [slug for slug in self.store.slugs if any(fnmatchcase(slug, pattern) for pattern in patterns)]
        if council_gss is None:
            return slugs
        return [slug for slug in slugs if any(fnmatchcase(code, council_gss) for code in self.codes(slug))]

    def baseline(self, election: str, ward: str | None = None) -> str | None:
        """What an election is compared with where a claim leaves that open, in the store or not: see ``baselines``.

        ``None`` where there is none, and where the wards of a by-election last polled on different days.
        """
        found = self.report(baselines, election, store=self.store)
        of_ward = [slug for slug, wards in found.items() if ward in (None, EVERY) or ward in wards]
        return of_ward[0] if len(of_ward) == 1 else None

    def counterpart(self, ward: str, election: str, other: str) -> str | None:
        """The ward of another election, earlier or later, that is the same place; ``None`` where there is none."""
        if election == other:
            return ward
        if not same_council(self.election(election), self.election(other), self.store):
            return None
        back = self.election(other).date <= self.election(election).date
        found = self.comparison(*((other, election) if back else (election, other)))
        pairs = [(now, then) if back else (then, now) for then, now in found.same]
        return next((there.slug for here, there in pairs if here.slug == ward), None)

    def lacking(self, *elections: str) -> str:
        """That contests of an election are not in the store, as a clause, or nothing: a part is not the whole."""
        for slug in elections:
            if count := contests_missing(self.election(slug)):
                return f"{counted(count, 'contest')} of {slug} {'is' if count == 1 else 'are'} not in the store"
        return ""

    def missing(self, election: str) -> str:
        """That the store has no such election, with those of the council that it has."""
        same = self.store.of_council(election)
        has = f"; of this council it has {', '.join(same)}" if same else ""
        return f"{election} is not in the store{has}"

    def _codes(self, slug: str) -> list[str]:
        """The codes that the council of an election has had: by the register, else by the files of its elections."""
        council = self.store.councils.get(council_in_slug(slug))
        if council is not None:
            return [one.code for one in council.codes]
        found = (self.election(name).council_gss for name in {slug, *self.store.of_council(slug)})
        return [code for code in found if code is not None]

    def _comparison(self, before: str, after: str) -> Comparison:
        return comparison(self.election(before), self.election(after))

    def _compared(self, before: str, after: str) -> tuple[frozenset[str], str]:
        """The wards that are compared, and what keeps these from being all, as a clause."""
        found = self.comparison(before, after)
        names = frozenset(now.slug for _, now in found.counted)
        if gap := self.lacking(before, after):
            return names, gap
        if not (found.only_before or found.only_after or found.uncounted):
            return names, ""
        wards = len(found.same) + len(found.only_after)
        if len(found.counted) == wards:
            return names, f"{counted(len(found.only_before), 'ward')} of {before} had no poll in {after}"
        return names, f"only {len(found.counted)} of the {wards} wards of {after} can be compared with {before}"
