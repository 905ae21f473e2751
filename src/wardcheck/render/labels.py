"""What a person reads in place of slugs."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from datetime import date
from typing import NamedTuple

from wardcheck.store.slugs import names_by_election


class PartyLabel(NamedTuple):
    """A party as a table shows it."""

    short: str
    name: str
    colour: str | None


class Labels(NamedTuple):
    """Names of elections, wards and parties by slug; a slug without a name stands for itself."""

    councils: Mapping[str, str]
    dates: Mapping[str, date]
    wards: Mapping[tuple[str, str], str]
    label: Callable[[str], PartyLabel | None]
    """How a party is shown, by slug; ``None`` for one that has no name."""
    of_wards: int | None = None
    """How many wards the elections have, where only some have a name here."""

    def ward(self, election: str, ward: str) -> str:
        """The name of a ward."""
        return self.wards.get((election, ward), ward)

    def of(self, election: str | None, ward: str | None) -> str:
        """The name of the ward of a row; empty where the row is of no single ward."""
        return "" if election is None or ward is None else self.ward(election, ward)

    def party(self, slug: str) -> PartyLabel:
        """How a party is shown."""
        return self.label(slug) or PartyLabel(slug, slug, None)

    def party_name(self, party: str) -> str:
        """The name of a party."""
        return self.party(party).name

    def party_short(self, party: str) -> str:
        """The name of a party where there is little room."""
        return self.party(party).short

    def heading(self, election: str) -> str:
        """``Barnet, 3 May 2018``."""
        day = self.dates.get(election)
        council = self.councils.get(election, election)
        return f"{council}, {long_date(day)}" if day else council

    def council(self, election: str, *, year: bool) -> str:
        """``Barnet``, or ``Barnet 2018``; of a by-election the day."""
        day, name = self.dates.get(election), self.councils.get(election, election)
        if day is None or not year:
            return name
        return f"{name} {long_date(day) if names_by_election(election) else day.year}"

    def only(self, elections: Collection[str]) -> Labels:
        """The names of these elections alone, and of no ward."""
        return self._replace(
            councils={slug: name for slug, name in self.councils.items() if slug in elections},
            dates={slug: day for slug, day in self.dates.items() if slug in elections},
            wards={},
        )

    def place(self, wards: int | None = None) -> str:
        """``Hale, Barnet, 3 May 2018`` where one ward alone is named, else the election, or how many and when.

        With some wards of them, or only so many ``wards``: ``2 of 21 wards of Barnet, 3 May 2018``.
        """
        if len(self.councils) == len(self.wards) == 1:
            ((election, slug),) = self.wards
            return f"{self.ward(election, slug)}, {self.heading(election)}"
        some, every = len(self.wards) if wards is None else wards, self.of_wards or len(self.wards)
        part = f"{some:,} of {every:,} wards of " if some < every else ""
        if len(self.councils) == 1:
            return part + self.heading(*self.councils)
        days, years = set(self.dates.values()), {day.year for day in self.dates.values()}
        when = long_date(days.pop()) if len(days) == 1 else f"{years.pop()}" if len(years) == 1 else ""
        return f"{part}{len(self.councils):,} elections{', ' if when else ''}{when}"


def long_date(day: date) -> str:
    """``3 May 2018``, whatever the locale."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
