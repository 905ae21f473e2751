"""Which ward of one election is which of another, and which of them can be compared."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from wardcheck.facts.cut import votes_known
from wardcheck.model import Election, Ward
from wardcheck.store.slugs import council_in_slug

if TYPE_CHECKING:
    from wardcheck.store import Store

Pair = tuple[Ward, Ward]
"""A ward before and after."""


class Comparison(NamedTuple):
    """The wards of two elections: those that are the same place, and those of either that have no counterpart."""

    same: Sequence[Pair]
    """In the order of the later election."""
    only_before: Sequence[Ward]
    only_after: Sequence[Ward]
    by_name: int
    """How many of ``same`` are matched by their slugs alone, because one of the two has no code."""

    @property
    def counted(self) -> Sequence[Pair]:
        """Those with a poll in both elections whose votes are known: votes of other wards cannot be compared."""
        return [pair for pair in self.same if all(map(votes_known, pair))]

    @property
    def uncounted(self) -> Sequence[Pair]:
        """The same place twice, but at least once without votes: unopposed, say."""
        return [pair for pair in self.same if not all(map(votes_known, pair))]

    @property
    def followed(self) -> Sequence[Pair]:
        """Those with as many seats to fill in both, so that seats can be said to be held, gained and lost."""
        return [(then, now) for then, now in self.same if then.seats == now.seats]

    @property
    def resized(self) -> Sequence[Pair]:
        """The same place with another number of seats to fill."""
        return [(then, now) for then, now in self.same if then.seats != now.seats]

    @property
    def all_followed(self) -> bool:
        """Whether there are wards, and every one has a counterpart with as many seats."""
        return bool(self.same) and not (self.resized or self.only_before or self.only_after)


def comparison(before: Election, after: Election) -> Comparison:
    """The wards that stand for the same place, and the others.

    By GSS code where both wards have one, else by slug. A ward that was redrawn has another code, and so no history,
    even if its name survives. No ward is in two pairs.
    """
    by_gss = {ward.gss: ward for ward in before.wards if ward.gss is not None}
    found = {ward.slug: by_gss.pop(ward.gss) for ward in after.wards if ward.gss in by_gss}
    by_code = len(found)
    taken = {then.slug for then in found.values()}
    by_slug = {ward.slug: ward for ward in before.wards if ward.slug not in taken}
    for ward in after.wards:
        named = by_slug.get(ward.slug)
        if ward.slug not in found and named is not None and (named.gss is None or ward.gss is None):
            found[ward.slug] = named
    same = [(found[ward.slug], ward) for ward in after.wards if ward.slug in found]
    old = {then.slug for then, _ in same}
    return Comparison(
        same=same,
        only_before=[ward for ward in before.wards if ward.slug not in old],
        only_after=[ward for ward in after.wards if ward.slug not in found],
        by_name=len(same) - by_code,
    )


def same_council(one: Election, other: Election, store: Store | None = None) -> bool:
    """Whether two elections are of one council, whatever code or name each goes by.

    The register of councils tells: that of ``store``, or the one that comes with the program if it is left out. What is
    not in it is told by code where both have one, else by name.
    """
    if one.council_gss is not None and one.council_gss == other.council_gss:
        return True  # no code was ever given to a second council
    if None in (one.council_gss, other.council_gss) and _alike(one) == _alike(other):
        return True  # nor do two councils of the register share a slug and a name
    from wardcheck.store.councils import bundled_councils  # seldom needed, and each start would pay for it

    return (bundled_councils() if store is None else store.councils).same(one, other)


def _alike(election: Election) -> tuple[str, str]:
    return election.council.casefold(), council_in_slug(election.slug)
