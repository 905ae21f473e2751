"""What a person reads in place of slugs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class PartyLabel:
    """A party as a table shows it."""

    short: str
    name: str
    colour: str | None


@dataclass(frozen=True, slots=True)
class Labels:
    """Names of elections, wards and parties by slug; a slug without a name stands for itself."""

    councils: Mapping[str, str]
    dates: Mapping[str, date]
    wards: Mapping[tuple[str, str], str]
    parties: Mapping[str, PartyLabel]

    def ward(self, election: str, ward: str) -> str:
        """The name of a ward."""
        return self.wards.get((election, ward), ward)

    def party(self, slug: str) -> PartyLabel:
        """How a party is shown."""
        return self.parties.get(slug) or PartyLabel(slug, slug, None)

    def heading(self, election: str) -> str:
        """``Barnet, 3 May 2018``."""
        day = self.dates.get(election)
        council = self.councils.get(election, election)
        return f"{council}, {long_date(day)}" if day else council


def long_date(day: date) -> str:
    """``3 May 2018``, whatever the locale."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
