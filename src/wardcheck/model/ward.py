"""One ward's poll within an election, as declared."""

import datetime
from collections.abc import Mapping
from dataclasses import field
from typing import Literal, NamedTuple

from wardcheck.frozen import frozen
from wardcheck.model.party import INDEPENDENT, UNREGISTERED

Status = Literal["contested", "unopposed", "countermanded"]


@frozen
class Candidacy:
    """One person standing in one ward for one party.

    ``votes`` is the figure the source prints, ``None`` where there was no poll; ``elected`` is as the
    returning officer declared it and is never worked out from the votes.
    """

    name: str
    party: str
    votes: int | None
    elected: bool = False
    party_id: str | None = None
    """The party's id in the source, kept where it says more than ``party``: a joint candidacy."""
    line: int = field(default=0, compare=False)
    """Where it stands in the ward file."""
    party_name: str | None = None
    """The party as the source prints it, for one that the register does not have; ``None`` for all others."""

    @property
    def registered(self) -> bool:
        """Whether ``party`` is of the register, so that it is the same party in other elections.

        A party that is not is one party within its election: nothing tells whether the same words mean it elsewhere.
        """
        return not self.party.startswith(UNREGISTERED)

    def same_party(self, other: "Candidacy") -> bool:
        """Whether two candidacies share a slate; two independents never do."""
        return self.party == other.party and self.party != INDEPENDENT


class TieBreak(NamedTuple):
    """How a dead heat across the cut was settled.

    ``votes`` is what each of ``between`` polled. ``vote_added`` says that a winner's printed figure
    holds one vote more, the one that the law has the drawn candidate treated as having.
    """

    votes: int
    between: tuple[str, ...]
    winner: str
    method: str
    vote_added: bool = False
    also_won: tuple[str, ...] = ()
    """Who else was drawn, where a lot filled more than one seat."""

    @property
    def winners(self) -> tuple[str, ...]:
        """All who were drawn, in the order of the file."""
        return (self.winner, *self.also_won)


class Rejected(NamedTuple):
    """Ballot papers rejected at the count, by the statutory reasons; ``None`` is unknown."""

    no_official_mark: int | None = None
    too_many_votes: int | None = None
    voter_identified: int | None = None
    unmarked_or_void: int | None = None


class Ballots(NamedTuple):
    """Ballot papers of a ward; every figure is a count of papers, ``None`` where it is unknown."""

    issued: int | None = None
    valid: int | None = None
    rejected: Rejected = Rejected()
    rejected_total: int | None = None
    at_count: int | None = None
    """All papers at the count, valid and rejected."""
    rejected_in_part: int | None = None
    """Papers on which some votes were rejected and others counted: they are among the valid ones."""


_NOTHING_COUNTED = Ballots()


class ReportedTurnout(NamedTuple):
    """A turnout that a source gives as a percentage, without the counts behind it."""

    pct: float
    of: str | None = None
    """Which definition the source names, if it names one."""


class Conflict(NamedTuple):
    """What a second source says of a figure that the file already has; both are kept."""

    figure: str
    value: int | str
    source: str
    candidate: str | None = None


class Accepted(NamedTuple):
    """A finding of ``check`` that is really so in the world, with the reason why it is believed."""

    rule: str
    reason: str


@frozen
class Ward:
    """One ward's declaration: the content of one ward file."""

    slug: str
    name: str
    seats: int
    candidates: tuple[Candidacy, ...]
    sources: tuple[str, ...]
    ballot: str | None = None
    gss: str | None = None
    date: datetime.date | None = None
    """The day of the poll, where it is not the election's."""
    status: Status = "contested"
    electorate: int | None = None
    ballots: Ballots = _NOTHING_COUNTED
    turnout_reported: ReportedTurnout | None = None
    tie_break: TieBreak | None = None
    conflicts: tuple[Conflict, ...] = ()
    accepted: tuple[Accepted, ...] = ()
    derived: Mapping[str, str] = field(default_factory=dict, hash=False)
    """Figures of the file that were worked out and not declared, by key, with how in words."""
    notes: str | None = None
    path: str = field(default="", compare=False)
    """The ward file, as messages name it."""
    lines: Mapping[str, int] = field(default_factory=dict, compare=False)
    """The line of each key of the ward file."""

    @property
    def elected(self) -> tuple[Candidacy, ...]:
        """The candidacies declared elected, in the order of the file."""
        return tuple(c for c in self.candidates if c.elected)

    @property
    def not_elected(self) -> tuple[Candidacy, ...]:
        """The candidacies not declared elected, in the order of the file."""
        return tuple(c for c in self.candidates if not c.elected)

    def won_lot(self, candidacy: Candidacy) -> bool:
        """Whether a drawn lot elected this candidacy; of two of one name, the one that is elected."""
        tie = self.tie_break
        return tie is not None and candidacy.elected and candidacy.name in tie.winners

    def polled(self, candidacy: Candidacy) -> int | None:
        """Votes on the papers: the printed figure, less the vote that a drawn lot added to it."""
        tie = self.tie_break
        if tie is not None and tie.vote_added and self.won_lot(candidacy):
            return tie.votes
        return candidacy.votes

    @property
    def total_votes(self) -> int | None:
        """All votes on the papers (V); ``None`` where one candidacy's are unknown."""
        votes = [self.polled(c) for c in self.candidates]
        known = [v for v in votes if v is not None]
        return sum(known) if known and len(known) == len(votes) else None
