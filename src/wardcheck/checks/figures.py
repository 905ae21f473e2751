"""Figures that several rules ask of a ward, each by one definition."""

from __future__ import annotations

from typing import NamedTuple

from wardcheck.model import Candidacy, Ward


class Beside(NamedTuple):
    """The candidacies beside the cut, by the declared result, with what they polled."""

    last_elected: Candidacy
    last_elected_votes: int
    runner_up: Candidacy
    runner_up_votes: int

    @property
    def margin(self) -> int:
        """Seat margin in votes; negative where somebody elected polled less than somebody not elected."""
        return self.last_elected_votes - self.runner_up_votes


def beside_the_cut(ward: Ward) -> Beside | None:
    """Who stands beside the cut; ``None`` where nobody was left out, or nobody elected, or votes are unknown."""
    last: Candidacy | None = None
    first_out: Candidacy | None = None
    last_votes = first_out_votes = 0
    for candidacy in ward.candidates:
        votes = candidacy.votes if ward.tie_break is None else ward.polled(candidacy)
        if votes is None:
            continue
        if candidacy.elected:
            if last is None or votes < last_votes:
                last, last_votes = candidacy, votes
        elif first_out is None or votes > first_out_votes:
            first_out, first_out_votes = candidacy, votes
    if last is None or first_out is None:
        return None
    return Beside(last, last_votes, first_out, first_out_votes)


def at_count(ward: Ward) -> int | None:
    """All papers at the count, valid and rejected: as given, or else as the sum of both; ``None`` if unknown."""
    ballots = ward.ballots
    if ballots.at_count is not None:
        return ballots.at_count
    if ballots.valid is not None and ballots.rejected_total is not None:
        return ballots.valid + ballots.rejected_total
    return None


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
    total = at_count(ward)
    return Papers(total, "papers at the count") if total else None


def bound(ward: Ward) -> Papers | None:
    """The papers that no more votes can be on: as ``papers``, or else those issued."""
    issued = ward.ballots.issued
    return papers(ward) or (Papers(issued, "papers issued") if issued else None)


def least_papers(ward: Ward) -> int | None:
    """The fewest valid papers that the votes can be on: max(v1, ceil(V / k)); ``None`` where no votes are known."""
    votes = [polled for polled in map(ward.polled, ward.candidates) if polled is not None]
    return max(max(votes), -(-sum(votes) // ward.seats)) if votes else None


def half_unit(pct: float) -> float:
    """Half a unit of the last decimal that a percentage is given with: 0.05 for 43.7, 0.5 for 44.

    A nought at the end is lost on reading, so that 43.70 is judged as 43.7: too kindly, never too strictly.
    """
    text = repr(pct)
    return 0.5 if text.endswith(".0") else 0.5 * 10.0 ** -len(text.partition(".")[2])
