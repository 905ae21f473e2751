"""Ballot papers and turnout of a ward, each by one named definition."""

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


class Together(NamedTuple):
    """Several wards as one. ``None`` is unknown, or there are no wards."""

    wards: int
    electorate: int | None
    papers: int | None
    """``None`` where the papers of one of them are unknown, its percentage being a reported one."""
    turnout_pct: float | None


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


def papers_by(ward: Ward, definition: Definition) -> int | None:
    """The papers that turnout by ``definition`` counts; ``None`` where unknown."""
    return ward.ballots.valid if definition == VALID else papers_at_count(ward)


def turnout_by(ward: Ward, definition: Definition) -> float | None:
    """Turnout in percent, counted or else as a source reports it by this very definition; ``None`` where unknown."""
    counted = percent(papers_by(ward, definition), ward.electorate)
    reported = ward.turnout_reported
    if counted is None and reported is not None and reported.of == definition:
        return reported.pct
    return counted


def turnout_pct(ward: Ward) -> float | None:
    """Ballot-box turnout in percent, counted or else as a source reports it; ``None`` where unknown."""
    return turnout_by(ward, BALLOT_BOX)


def together(parts: Iterable[tuple[float | None, int | None, int | None]]) -> Together:
    """The wards of ``parts`` whose turnout in percent and electorate are known, as one; each part ends in its papers.

    Turnout is weighted by electorate, which is all papers over all electors where the papers are known.
    """
    known = [(pct, electors, papers) for pct, electors, papers in parts if pct is not None and electors]
    if not known:
        return Together(0, None, None, None)
    counts = [count for _, _, count in known if count is not None]
    return Together(
        len(known),
        sum(electors for _, electors, _ in known),
        sum(counts) if len(counts) == len(known) else None,
        weighted_pct((pct, electors) for pct, electors, _ in known),
    )


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
