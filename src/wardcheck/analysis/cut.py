"""The cut: the line between the last elected and the first not elected, and the margins across it."""

from __future__ import annotations

from typing import Literal, NamedTuple

from wardcheck.model import Candidacy, Ward

DecidedBy = Literal["votes", "lot", "unopposed"]


class Cut(NamedTuple):
    """The two candidacies beside the cut, with what they polled."""

    last_elected: Candidacy
    last_elected_votes: int
    runner_up: Candidacy
    runner_up_votes: int

    @property
    def margin(self) -> int:
        """Seat margin in votes: min(votes of elected) - max(votes of not elected); negative if declared so."""
        return self.last_elected_votes - self.runner_up_votes


def the_cut(ward: Ward) -> Cut | None:
    """The cut of a ward by its *declared* result; ``None`` where nobody was left out or no votes are known.

    Among level candidacies the winner of a drawn lot is the last elected and a loser of it the runner-up;
    otherwise the order of the file decides which of them is named.
    """
    elected, not_elected = _with_votes(ward, ward.elected), _with_votes(ward, ward.not_elected)
    if not elected or not not_elected:
        return None
    drawn = frozenset(ward.tie_break.between) if ward.tie_break is not None else frozenset()
    last, last_votes = min(elected, key=lambda pair: (pair[1], pair[0].name not in drawn))
    first_out, first_out_votes = min(not_elected, key=lambda pair: (-pair[1], pair[0].name not in drawn))
    return Cut(last, last_votes, first_out, first_out_votes)


def party_margin(ward: Ward) -> int | None:
    """The smallest lead, in votes, of an elected candidacy over one not elected *of another party*.

    It equals the seat margin unless the candidacies beside the cut are of one party, when nothing is at stake
    between parties there. Every independent is a party of one. ``None`` where no two parties face each other
    across the cut.
    """
    closest = party_cut(ward)
    return None if closest is None else closest.margin


def party_cut(ward: Ward) -> Cut | None:
    """The elected candidacy and the one not elected, of different parties, between which the lead is smallest."""
    pairs = [
        Cut(winner, winner_votes, loser, loser_votes)
        for winner, winner_votes in _with_votes(ward, ward.elected)
        for loser, loser_votes in _with_votes(ward, ward.not_elected)
        if not winner.same_party(loser)
    ]
    return min(pairs, key=lambda pair: pair.margin, default=None)


def decided_by(ward: Ward) -> DecidedBy | None:
    """How the last seat was filled; ``None`` where no poll was held and nobody was elected.

    A seat margin of 0 is a lot even where the file does not say how it was drawn: the law knows no other way.
    """
    if ward.status == "countermanded" or not ward.elected:
        return None
    if ward.status == "unopposed" or len(ward.candidates) <= ward.seats:
        return "unopposed"
    cut = the_cut(ward)
    return "lot" if ward.tie_break is not None or (cut is not None and cut.margin == 0) else "votes"


def _with_votes(ward: Ward, candidacies: tuple[Candidacy, ...]) -> list[tuple[Candidacy, int]]:
    found = [(c, ward.polled(c)) for c in candidacies]
    return [(c, votes) for c, votes in found if votes is not None]
