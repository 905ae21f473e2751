"""What reading a published file gives: rows that can be used, and rows that cannot with the reason."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from types import MappingProxyType
from typing import Literal, NamedTuple

from wardcheck.errors import Problem

Nation = Literal["England", "Wales"]
"""Nations whose councillors are elected by the bloc vote, which is all that is read."""


class ResultRow(NamedTuple):
    """One candidacy as a source prints it; ``party`` is the source's own code or name."""

    line: int
    council: str
    council_gss: str | None
    ward: str
    ward_gss: str | None
    candidate: str
    party: str
    votes: int | None
    """``None`` where the source leaves the cell empty."""
    elected: bool
    seats: int | None = None
    """Seats to be filled in the ward, where the source says."""
    ballot: str | None = None
    """Democracy Club's id of the ward's ballot."""
    day: date | None = None
    """The day of the poll, where the source says."""
    by_election: bool = False
    """Whether the source calls the contest a by-election."""
    party_id: str | None = None
    """The party's id in the source."""
    cancelled: bool = False
    """Whether the source says that there was no poll."""
    won_lot: bool = False
    """Whether the source says that a lot elected the person."""


class Abroad(NamedTuple):
    """What a file has of another nation than the one asked for."""

    rows: int
    contests: frozenset[tuple[str, str]]
    """Council and ward of each."""


class Unusable(NamedTuple):
    """A row that is no candidacy, and the council and ward that it names, if any."""

    problem: Problem
    council: str
    ward: str


class Published(NamedTuple):
    """A file of results as read."""

    path: str
    rows: Sequence[ResultRow]
    unusable: Sequence[Unusable]
    doubts: Mapping[tuple[str, str], int]
    """Council and ward of declarations that may lack somebody, with the line of the row that is the reason."""
    passed: Mapping[str, Sequence[int]]
    """Lines of rows that are of no ward election of England, by what they are."""
    invisible: int = 0
    """Characters taken out of names because nobody can see them."""
    abroad: Mapping[str, Abroad] = MappingProxyType({})
    """What is of other nations than the one asked for, by their names."""
    printed: Mapping[str, str] = MappingProxyType({})
    """Slugs of the names that the file prints, by those of councils that go by another name here."""
