"""Figures that several rules ask of a ward, each by one definition."""

from __future__ import annotations

from typing import NamedTuple

from wardcheck.facts.papers import papers_at_count
from wardcheck.model import Ward


class Papers(NamedTuple):
    """A number of papers that bounds the votes, with its name."""

    total: int
    name: str


def papers(ward: Ward) -> Papers | None:
    """The valid papers where known, otherwise all at the count; ``None`` where unknown or nought.

    Nought papers are ``zero-for-unknown``'s, not the other rules'.
    """
    if ward.ballots.valid:
        return Papers(ward.ballots.valid, "valid papers")
    total = papers_at_count(ward)
    return Papers(total, "papers at the count") if total else None


def bound(ward: Ward) -> Papers | None:
    """The papers that no more votes can be on: as ``papers``, or else those issued."""
    issued = ward.ballots.issued
    return papers(ward) or (Papers(issued, "papers issued") if issued else None)


def half_unit(pct: float) -> float:
    """Half a unit of the last decimal that a percentage is given with: 0.05 for 43.7, 0.5 for 44.

    A nought at the end is lost on reading, so that 43.70 is judged as 43.7: too kindly, never too strictly.
    """
    text = repr(pct)
    return 0.5 if text.endswith(".0") else 0.5 * 10.0 ** -len(text.partition(".")[2])
