"""Councils, as the register of the store names them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from datetime import date
from typing import Literal, NamedTuple

from wardcheck.frozen import frozen

Authority = Literal["metropolitan", "london", "county", "unitary", "district"]
"""The kind of a council: a borough of a metropolitan area or of London, a county, a district in one, or both in one."""

Nation = Literal["england", "wales", "scotland", "northern-ireland"]

Region = Literal[
    "east-midlands",
    "east-of-england",
    "london",
    "north-east",
    "north-west",
    "south-east",
    "south-west",
    "west-midlands",
    "yorkshire-and-the-humber",
]

Cycle = Literal["all", "thirds", "halves"]
"""What an ordinary election fills: the whole council, a third of it or a half."""


class CouncilCode(NamedTuple):
    """A code of the Office for National Statistics and the days on which it was the council's, both included.

    ``since`` and ``until`` are ``None`` where there is no such day, or none after 2014.
    """

    code: str
    since: date | None = None
    until: date | None = None


class Size(NamedTuple):
    """How many seats the council had from one day to another, both included; ``until`` is ``None`` while it lasts."""

    seats: int
    source: str
    since: date
    until: date | None = None


class Mayor(NamedTuple):
    """A directly elected mayor is known for these days, both included.

    ``since`` is the first day that the source gives, not the day on which there first was one.
    """

    source: str
    since: date | None = None
    until: date | None = None


class Ordinary(NamedTuple):
    """Whether a council had an ordinary election on a day, and which kind; ``kind`` is ``None`` but for a yes."""

    answer: Literal["yes", "no", "unknown"]
    kind: Cycle | None = None


@frozen
class Council:
    """One entry of the register ``councils.yaml``."""

    slug: str
    """What the slugs of its elections begin with."""
    name: str
    authority: Authority
    region: Region
    codes: tuple[CouncilCode, ...]
    nation: Nation = "england"
    official: str | None = None
    names: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """How published sources write it, where that is not ``name``: ``{"leap": ("East Riding",)}``."""
    county: str | None = None
    """Slug of the county that a district is in."""
    since: date | None = None
    """Its first day, if that is later than 2013; it is elected before that day."""
    until: date | None = None
    """Its last day; ``None`` for a council of today."""
    became: tuple[str, ...] = ()
    """Slugs of the councils that took its place."""
    elects: Mapping[int, Cycle] = field(default_factory=dict)
    """The kind of its ordinary election in each year that had one."""
    unknown: frozenset[int] = frozenset()
    """Years in which it may have had one."""
    sizes: tuple[Size, ...] = ()
    mayors: tuple[Mayor, ...] = ()
    line: int = field(default=0, compare=False)
    """Where it stands in the register."""

    def existed(self, day: date) -> bool:
        """Whether the council was there on ``day``."""
        return _within(day, self.since, self.until)

    def code_on(self, day: date) -> str | None:
        """Its code on ``day``; ``None`` where the register has none."""
        return next((c.code for c in self.codes if _within(day, c.since, c.until)), None)

    def size_on(self, day: date) -> Size | None:
        """How many seats it had on ``day``; ``None`` where no source tells."""
        return next((size for size in self.sizes if _within(day, size.since, size.until)), None)

    def mayor_on(self, day: date) -> Mayor | None:
        """The directly elected mayor that a source tells of on ``day``; ``None`` is unknown, not none."""
        return next((mayor for mayor in self.mayors if _within(day, mayor.since, mayor.until)), None)


def _within(day: date, since: date | None, until: date | None) -> bool:
    return (since is None or since <= day) and (until is None or day <= until)
