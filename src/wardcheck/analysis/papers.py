"""Ballot papers and turnout of a ward, each by one named definition."""

from __future__ import annotations

from collections.abc import Iterable

from wardcheck.model import Ward

BALLOT_BOX = "ballot-box"
"""What ``turnout_reported.of`` says where the percentage is of all papers at the count."""


def papers_at_count(ward: Ward) -> int | None:
    """All ballot papers at the count, valid and rejected (B + R); ``None`` where unknown."""
    ballots = ward.ballots
    if ballots.at_count is not None:
        return ballots.at_count
    if ballots.valid is not None and ballots.rejected_total is not None:
        return ballots.valid + ballots.rejected_total
    return None


def papers(ward: Ward) -> int | None:
    """Ballot papers as a base for shares (B): the valid ones where known, otherwise all at the count.

    The two differ by the rejected papers, mostly well below one in a hundred. Never votes / seats.
    """
    return ward.ballots.valid if ward.ballots.valid is not None else papers_at_count(ward)


def turnout_pct(ward: Ward) -> float | None:
    """Ballot-box turnout in percent, counted or else as a source reports it; ``None`` where unknown."""
    counted = counted_turnout_pct(ward)
    reported = ward.turnout_reported
    if counted is None and reported is not None and reported.of == BALLOT_BOX:
        return reported.pct
    return counted


def counted_turnout_pct(ward: Ward) -> float | None:
    """Ballot-box turnout in percent: all ballot papers at the count / electorate; ``None`` where unknown."""
    return percent(papers_at_count(ward), ward.electorate)


def weighted_pct(parts: Iterable[tuple[float | None, int | None]]) -> float | None:
    """The percentage of a whole from those of its parts and their sizes; ``None`` where one of them is unknown."""
    known = list(parts)
    whole = sum(size or 0 for _, size in known)
    if not whole or any(pct is None or size is None for pct, size in known):
        return None
    return sum((pct or 0) * (size or 0) for pct, size in known) / whole


def percent(part: int | None, whole: int | None) -> float | None:
    """``part`` in percent of ``whole``; ``None`` where either is unknown or the whole is nought."""
    return None if part is None or not whole else 100 * part / whole
