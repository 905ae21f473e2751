"""Ballot papers of a ward, each count by one named definition, and bounds where it is not known."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, Literal, NamedTuple

from wardcheck.model import Ward

Definition = Literal["ballot-box", "valid"]
"""Whose papers turnout is of, in the words of ``turnout_reported.of``."""

BALLOT_BOX: Final = "ballot-box"
"""All papers at the count, in percent of the electorate."""

VALID: Final = "valid"
"""The valid papers alone, in percent of the electorate."""

PAPERS: Final[dict[Definition, str]] = {BALLOT_BOX: "papers at the count", VALID: "valid papers"}
"""What the papers of a definition are called."""

PapersOf = Literal["valid", "at-count"]
"""Which papers a share is of."""


def papers_at_count(ward: Ward) -> int | None:
    """All ballot papers at the count, valid and rejected (B + R); ``None`` where unknown."""
    ballots = ward.ballots
    if ballots.at_count is not None:
        return ballots.at_count
    if ballots.valid is not None and ballots.rejected_total is not None:
        return ballots.valid + ballots.rejected_total
    return None


def papers_by(ward: Ward, definition: Definition) -> int | None:
    """The papers that turnout by ``definition`` counts; ``None`` where unknown."""
    return ward.ballots.valid if definition == VALID else papers_at_count(ward)


def papers(ward: Ward) -> int | None:
    """Ballot papers as a base for shares (B): the valid ones where known, otherwise all at the count.

    The two differ by the rejected papers, mostly well below one in a hundred. Never votes / seats.
    """
    return ward.ballots.valid if ward.ballots.valid is not None else papers_at_count(ward)


def papers_of(ward: Ward) -> PapersOf | None:
    """Which papers ``papers`` are; ``None`` where there are none that are known."""
    if ward.ballots.valid is not None:
        return "valid"
    return None if papers_at_count(ward) is None else "at-count"


class Bounds(NamedTuple):
    """The least and the most that a number can be; both are the number itself where it is known."""

    least: int
    most: int


def papers_between(ward: Ward, definition: Definition) -> Bounds | None:
    """Where the papers of ``definition`` lie; ``None`` where neither votes nor electorate set a bound.

    With V votes for k seats, v1 of them for the best candidacy, there are at least max(v1, V / k) valid papers,
    rounded up, for each paper has a vote for nobody twice and for k at most; and no more than V, one vote being the
    least that makes a paper valid. There are no fewer papers at the count than valid ones, and no more than electors.
    Source of the definition: docs/methods/turnout.md.
    """
    known = papers_by(ward, definition)
    if known is not None:
        return Bounds(known, known)
    valid, votes, most = ward.ballots.valid, ward.total_votes, ward.electorate
    if valid is not None:
        least = valid
    elif votes is not None:
        best = max((ward.polled(c) or 0 for c in ward.candidates), default=0)
        least = max(best, -(-votes // ward.seats))
    else:
        return None
    if definition == VALID:
        ceilings = [n for n in (votes, papers_at_count(ward), ward.electorate) if n is not None]
        most = min(ceilings, default=None)
        least = least if most is None else min(least, most)
    return None if most is None else Bounds(min(least, most), most)


def total(counts: Iterable[int | None]) -> int | None:
    """The sum of ``counts``; ``None`` where one of them is unknown, or there are none."""
    found = list(counts)
    known = [count for count in found if count is not None]
    return sum(known) if found and len(known) == len(found) else None


def percent(part: int | None, whole: int | None) -> float | None:
    """``part`` in percent of ``whole``; ``None`` where either is unknown or the whole is nought."""
    return None if part is None or not whole else 100 * part / whole
