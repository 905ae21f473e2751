"""Which ward of one election is which of another."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from wardcheck.model import Election, Ward


class Matched(NamedTuple):
    """The wards of two elections: those that are the same, and those of either that have no counterpart."""

    pairs: Sequence[tuple[Ward, Ward]]
    only_before: Sequence[Ward]
    only_after: Sequence[Ward]


def matched(before: Election, after: Election) -> Matched:
    """The wards that stand for the same place, in the order of the later election.

    By GSS code where both wards have one, else by slug. A ward that was redrawn has another code, and so no history,
    even if its name survives. No ward is in two pairs.
    """
    by_gss = {ward.gss: ward for ward in before.wards if ward.gss is not None}
    found = {ward.slug: by_gss.pop(ward.gss) for ward in after.wards if ward.gss in by_gss}
    taken = {then.slug for then in found.values()}
    by_slug = {ward.slug: ward for ward in before.wards if ward.slug not in taken}
    for ward in after.wards:
        named = by_slug.get(ward.slug)
        if ward.slug not in found and named is not None and (named.gss is None or ward.gss is None):
            found[ward.slug] = named
    pairs = [(found[ward.slug], ward) for ward in after.wards if ward.slug in found]
    old = {then.slug for then, _ in pairs}
    new = {ward.slug for _, ward in pairs}
    return Matched(
        pairs,
        [ward for ward in before.wards if ward.slug not in old],
        [ward for ward in after.wards if ward.slug not in new],
    )


def same_council(one: Election, other: Election) -> bool:
    """Whether two elections are of one council: by its code where both have one, else by its name."""
    codes = (one.council_gss, other.council_gss)
    return codes[0] == codes[1] if None not in codes else one.council.casefold() == other.council.casefold()


class Comparison(NamedTuple):
    """Which wards of two elections can be compared, and which cannot; none is in two lists.

    ``uncounted`` are the same place twice, but at least once without votes: unopposed, say.
    """

    pairs: Sequence[tuple[Ward, Ward]]
    uncounted: Sequence[tuple[Ward, Ward]]
    only_before: Sequence[Ward]
    only_after: Sequence[Ward]


def comparison(before: Election, after: Election) -> Comparison:
    """The wards of two elections that are the same place (see ``matched``) and had a poll in both."""
    found = matched(before, after)
    counted = [all(ward.total_votes is not None for ward in pair) for pair in found.pairs]
    return Comparison(
        [pair for pair, votes in zip(found.pairs, counted, strict=True) if votes],
        [pair for pair, votes in zip(found.pairs, counted, strict=True) if not votes],
        found.only_before,
        found.only_after,
    )
