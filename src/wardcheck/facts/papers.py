"""Ballot papers of a ward, each count by one named definition, and bounds where it is not known."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from wardcheck.model import Ward

if TYPE_CHECKING:
    from fractions import Fraction

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


def rejected_papers(ward: Ward) -> int | None:
    """Papers rejected at the count (R): as printed, else those at the count less the valid ones.

    ``None`` where unknown.
    """
    ballots = ward.ballots
    if ballots.rejected_total is not None:
        return ballots.rejected_total
    if ballots.at_count is None or ballots.valid is None or ballots.valid > ballots.at_count:
        return None
    return ballots.at_count - ballots.valid


def printed(ward: Ward, definition: Definition) -> int | None:
    """The papers of ``definition`` as the sources print them, whether or not that can be; ``None`` where unknown."""
    return ward.ballots.valid if definition == VALID else papers_at_count(ward)


def least_papers(ward: Ward) -> int | None:
    """The fewest valid papers that the votes can be on; ``None`` where no votes are known.

    With V votes for k seats, v1 of them for the best candidacy, that is max(v1, V / k), rounded up, for a paper has no
    more than one vote for each candidacy and k in all.
    """
    votes = [polled for polled in map(ward.polled, ward.candidates) if polled is not None]
    return max(max(votes), -(-sum(votes) // ward.seats)) if votes else None


def impossible_papers(ward: Ward) -> bool:
    """Whether the votes could not have been cast on the papers that are printed, by either definition.

    Then one of the two figures is wrong, and nobody knows which: the papers count as unknown.
    """
    known = [count for definition in PAPERS if (count := printed(ward, definition)) is not None]
    least = least_papers(ward) if known else None
    return least is not None and min(known) < least


def papers_by(ward: Ward, definition: Definition) -> int | None:
    """The papers that turnout by ``definition`` counts; ``None`` where unknown, or where they cannot be."""
    count = printed(ward, definition)
    return None if count is None or impossible_papers(ward) else count


def papers(ward: Ward) -> int | None:
    """Ballot papers as a base for shares (B): the valid ones where known, otherwise all at the count.

    The two differ by the rejected papers, mostly well below one in a hundred. Never votes / seats. ``None`` where
    unknown, or where they cannot be.
    """
    valid = papers_by(ward, VALID)
    return valid if valid is not None else papers_by(ward, BALLOT_BOX)


def papers_of(ward: Ward) -> PapersOf | None:
    """Which papers ``papers`` are; ``None`` where there are none that are known."""
    if papers_by(ward, VALID) is not None:
        return "valid"
    return None if papers_by(ward, BALLOT_BOX) is None else "at-count"


class Bounds(NamedTuple):
    """The least and the most that a number can be; both are the number itself where it is known."""

    least: int
    most: int


def papers_between(ward: Ward, definition: Definition) -> Bounds | None:
    """Where the papers of ``definition`` lie; ``None`` where neither votes nor electorate set a bound.

    There are at least ``least_papers`` valid ones, and no more than votes, one vote being the least that makes a paper
    valid. There are no fewer papers at the count than valid ones, and no more than electors. A percentage that a source
    reports is of the valid papers or of more, so that it is a ceiling for these, unless the votes refute it. Source of
    the definition: docs/methods/turnout.md.
    """
    known = papers_by(ward, definition)
    if known is not None:
        return Bounds(known, known)
    least = papers_by(ward, VALID)
    if least is None:
        least = least_papers(ward)
    if least is None:
        return None
    most = ward.electorate
    if definition == VALID:
        counts = (ward.total_votes, papers_by(ward, BALLOT_BOX), ward.electorate, _reported_ceiling(ward, least))
        ceilings = [n for n in counts if n is not None]
        most = min(ceilings, default=None)
        least = least if most is None else min(least, most)
    return None if most is None else Bounds(min(least, most), most)


def _reported_ceiling(ward: Ward, least: int) -> int | None:
    """The most valid papers that a reported percentage leaves; ``None`` without one, or where it would be too few."""
    if ward.turnout_reported is None or ward.electorate is None:
        return None
    pct = ward.turnout_reported.pct
    most = int((pct + float(half_of_last_digit(pct))) * ward.electorate / 100 + 1e-9)
    return most if most >= least else None


def half_of_last_digit(pct: float) -> Fraction:
    """By how much a percentage may have been rounded, as it is written; a whole number by half a point."""
    from decimal import Decimal
    from fractions import Fraction

    place = Decimal(repr(pct)).normalize().as_tuple().exponent
    return Fraction(10) ** min(int(place), 0) / 2


def papers_together(wards: Iterable[Ward]) -> Bounds | None:
    """Where the papers of several wards lie together: as ``papers`` where known, else within the bounds of valid ones.

    ``None`` where nothing bounds those of a ward.
    """
    least = most = 0
    for ward in wards:
        count = papers(ward)
        bounds = Bounds(count, count) if count is not None else papers_between(ward, VALID)
        if bounds is None:
            return None
        least, most = least + bounds.least, most + bounds.most
    return Bounds(least, most)


def total(counts: Iterable[int | None]) -> int | None:
    """The sum of ``counts``; ``None`` where one of them is unknown, or there are none."""
    found = list(counts)
    known = [count for count in found if count is not None]
    return sum(known) if found and len(known) == len(found) else None


def percent(part: int | None, whole: int | None) -> float | None:
    """``part`` in percent of ``whole``; ``None`` where either is unknown or the whole is nought."""
    return None if part is None or not whole else 100 * part / whole
