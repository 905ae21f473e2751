"""What happens in one ward on the way to a change of control."""

from __future__ import annotations

from typing import NamedTuple

from wardcheck.model import INDEPENDENT, Candidacy


class Slate(NamedTuple):
    """Voters for one party's candidacies in one ward."""

    party: str
    voters: int
    name: str | None = None
    """The candidate, if the slate is an independent."""


class Step(NamedTuple):
    """What happens in one ward."""

    ward: str
    seats: int
    voters: int
    beats: tuple[Candidacy, ...]
    slates: tuple[Slate, ...]
    """For whom the voters are."""
    left: tuple[Slate, ...] = ()
    """Whose slates they leave, where they voted for another."""


def slate_of(candidacy: Candidacy, voters: int) -> Slate:
    """Voters for the slate that a candidacy is of."""
    independent = candidacy.party == INDEPENDENT
    return Slate(candidacy.party, voters, candidacy.name if independent else None)
