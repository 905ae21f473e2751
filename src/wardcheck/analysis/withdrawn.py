"""Where did a party stand before and not again?"""

from __future__ import annotations

from wardcheck.facts.matched import comparison
from wardcheck.facts.party_votes import party_votes
from wardcheck.model import Election


def not_withdrawn(before: Election, after: Election, party: str) -> dict[str, str]:
    """The wards of both elections from which a party did not withdraw, by slug in the later one, with the reason.

    A party withdrew from a ward if it had a candidate there in ``before`` and none in ``after``.
    """
    reasons = {}
    for then, now in comparison(before, after).same:
        if party not in party_votes(then):
            reasons[now.slug] = f"{party} did not stand in {before.slug}"
        elif party in party_votes(now):
            reasons[now.slug] = f"{party} stood again in {after.slug}"
    return reasons
