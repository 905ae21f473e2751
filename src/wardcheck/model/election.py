"""One council's election on one polling day."""

from collections.abc import Mapping, Sequence
from dataclasses import field, replace
from datetime import date
from typing import Literal, NamedTuple

from wardcheck.frozen import frozen
from wardcheck.model.ward import Accepted, Ward

Kind = Literal["all", "thirds", "halves", "by-election"]
DeclaredFigure = Literal["seats", "votes_sum", "votes_top", "electorate", "ballots", "turnout_pct"]


class Source(NamedTuple):
    """Where figures come from. ``covers`` says which of them."""

    key: str
    title: str
    publisher: str | None = None
    url: str | None = None
    retrieved: date | None = None
    licence: str | None = None
    covers: str | None = None


class Declared(NamedTuple):
    """A total that somebody published for the whole election, to check the wards against."""

    figure: DeclaredFigure
    value: int | float
    source: str
    party: str | None = None
    note: str | None = None


class MissingContest(NamedTuple):
    """A contest that the election had and the store has not."""

    ward: str
    """Its name, as the source writes it."""
    reason: str
    """Why it is not in the store."""
    seats: int | None = None
    """Seats to be filled; ``None`` where unknown."""


@frozen
class Election:
    """One council, one polling day: the content of one folder of the store."""

    slug: str
    council: str
    date: date
    sources: Mapping[str, Source]
    council_gss: str | None = None
    organisation: str | None = None
    """The council's part of the ballot ids."""
    kind: Kind | None = None
    seats_total: int | None = None
    """Seats on the whole council, up for election or not."""
    previous: str | None = None
    """Slug of the ordinary election before it."""
    previous_cycle: str | None = None
    """Slug of the ordinary election that filled the same seats, where that is another one than ``previous``."""
    continuing: Mapping[str, int] | None = None
    """Seats by party that were not up; ``None`` where unknown."""
    contests: int | None = None
    """How many contests the election had, where a source says; ``None`` where none does."""
    missing: tuple[MissingContest, ...] = ()
    """Contests that are known not to be among ``wards``."""
    declared: tuple[Declared, ...] = ()
    accepted: tuple[Accepted, ...] = ()
    """Findings of ``check`` about this file that are really so in the world."""
    notes: str | None = None
    wards: Sequence[Ward] = ()
    """In the order of their names; never changed."""
    path: str = field(default="", compare=False)
    """Its ``election.yaml``, as messages name it."""
    lines: Mapping[str, int] = field(default_factory=dict, compare=False)
    """The line of each key of that file."""

    def only(self, slugs: frozenset[str]) -> "Election":
        """The same election with these wards alone; what is missing from the whole of it is not missing from them."""
        return replace(self, wards=tuple(w for w in self.wards if w.slug in slugs), contests=None, missing=())
