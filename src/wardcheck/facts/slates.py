"""Who stands with whom in a ward, and in which order: by votes on the papers."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from wardcheck.model import INDEPENDENT, Candidacy, Ward


class Polled(NamedTuple):
    """A candidacy whose votes are known, and its votes on the papers."""

    candidacy: Candidacy
    votes: int


def polled(ward: Ward, candidacies: Iterable[Candidacy]) -> list[Polled]:
    """Those of ``candidacies`` whose votes are known, in their order."""
    found = ((c, ward.polled(c)) for c in candidacies)
    return [Polled(c, votes) for c, votes in found if votes is not None]


def lowest_first(ward: Ward) -> list[Polled]:
    """Those elected, from the one with the fewest votes.

    Of level ones those who drew a lot come first, for the lot was about the last seat; otherwise the order is that of
    the file.
    """
    drawn = _drawn(ward)
    return sorted(polled(ward, ward.elected), key=lambda one: (one.votes, one.candidacy.name not in drawn))


def best_losers(ward: Ward) -> list[Polled]:
    """Those not elected, from the one with the most votes; of level ones those who lost a lot come first."""
    drawn = _drawn(ward)
    return sorted(polled(ward, ward.not_elected), key=lambda one: (-one.votes, one.candidacy.name not in drawn))


def slates(candidacies: Iterable[Polled]) -> list[list[Polled]]:
    """``candidacies`` party by party, each slate in their order; every independent is a slate of one."""
    found: dict[str | int, list[Polled]] = {}
    for n, one in enumerate(candidacies):
        party = one.candidacy.party
        found.setdefault(n if party == INDEPENDENT else party, []).append(one)
    return list(found.values())


def _drawn(ward: Ward) -> Sequence[str]:
    return ward.tie_break.between if ward.tie_break is not None else ()
