"""The elections that claims are about, and their analyses, each read or worked out once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING

from wardcheck.analysis.change import ChangeRow, WardChangeRow, change, change_by_ward
from wardcheck.analysis.close import CloseRow, close_seats
from wardcheck.analysis.margins import MarginRow, margins
from wardcheck.analysis.routes import Route, routes
from wardcheck.analysis.seats import SeatRow, seats
from wardcheck.analysis.swing import SwingRow, swing
from wardcheck.analysis.ties import TieRow, ties
from wardcheck.analysis.turnout import TurnoutRow, turnout
from wardcheck.analysis.ward import WardRow
from wardcheck.analysis.ward import ward as declaration
from wardcheck.facts.council import Council, contests_missing, council_of
from wardcheck.facts.matched import Comparison, comparison, same_council
from wardcheck.words import counted

if TYPE_CHECKING:
    from wardcheck.facts.party_votes import Measure
    from wardcheck.model import Election, Ward
    from wardcheck.store import Store


class Elections:
    """The store as claims see it: rows of the analyses of the other commands, by ward."""

    def __init__(self, store: Store) -> None:
        self.store = store
        # the methods below are asked for the same elections by one claim after another
        self.election = cache(self._election)
        self.margins = cache(self._margins)
        self.close = cache(self._close)
        self.ties = cache(self._ties)
        self.turnout = cache(self._turnout)
        self.seats = cache(self._seats)
        self.council = cache(self._council)
        self.change = cache(self._change)
        self.ward_change = cache(self._ward_change)
        self.comparison = cache(self._comparison)
        self.compared = cache(self._compared)
        self.swing = cache(self._swing)

    def wards(self, election: str) -> Sequence[Ward]:
        """The wards of an election."""
        return self.election(election).wards

    def ward(self, election: str, ward: str) -> Ward:
        """One ward of an election that has it."""
        return next(one for one in self.wards(election) if one.slug == ward)

    def stood(self, party: str, *elections: str) -> bool:
        """Whether a party had a candidate in one of the elections."""
        return any(c.party == party for slug in elections for ward in self.wards(slug) for c in ward.candidates)

    def earlier(self, election: str) -> list[str]:
        """The elections of the same council that the store has from before, the earliest first."""
        days = {slug: self.election(slug).date for slug in (*self.store.of_council(election), election)}
        return sorted((slug for slug in days if days[slug] < days[election]), key=lambda slug: (days[slug], slug))

    def counterpart(self, ward: str, election: str, other: str) -> str | None:
        """The ward of another election, earlier or later, that is the same place; ``None`` where there is none."""
        if election == other:
            return ward
        if not same_council(self.election(election), self.election(other), self.store):
            return None
        back = self.election(other).date <= self.election(election).date
        found = self.comparison(*((other, election) if back else (election, other)))
        pairs = [(now, then) if back else (then, now) for then, now in found.same]
        return next((there.slug for here, there in pairs if here.slug == ward), None)

    def declaration(self, election: str, ward: str) -> Sequence[WardRow]:
        """The rows of ``wardcheck ward``."""
        return declaration(self.ward(election, ward))

    def routes(self, election: str, party: str) -> Sequence[Route]:
        """How a party could have gained control, or lost it. See ``analysis.routes.routes`` for the errors."""
        return routes(self.election(election), party)

    def _election(self, election: str) -> Election:
        return self.store.election(election)

    def _margins(self, election: str) -> Mapping[str, MarginRow]:
        return {row.ward or "": row for row in margins(self.election(election))}

    def _close(self, election: str) -> Sequence[CloseRow]:
        return close_seats(self.election(election), within=None)

    def _ties(self, election: str) -> Sequence[TieRow]:
        return ties(self.election(election))

    def _turnout(self, election: str) -> Mapping[str, TurnoutRow]:
        return {row.ward or "": row for row in turnout(self.election(election))}

    def _seats(self, election: str, before: str | None) -> Mapping[str, SeatRow]:
        then = self.election(before) if before is not None else None
        return {row.party: row for row in seats(self.election(election), then)}

    def _council(self, election: str) -> Council:
        return council_of(self.election(election))

    def _change(self, before: str, after: str) -> Mapping[tuple[str, str], ChangeRow]:
        """By party and measure."""
        rows = change(self.election(before), self.election(after), measure="all")
        return {(row.party, row.measure): row for row in rows}

    def _ward_change(self, before: str, after: str) -> Mapping[tuple[str, str, str], WardChangeRow]:
        """By ward, party and measure."""
        rows = change_by_ward(self.election(before), self.election(after), measure="all")
        return {(row.ward, row.party, row.measure): row for row in rows}

    def _comparison(self, before: str, after: str) -> Comparison:
        return comparison(self.election(before), self.election(after))

    def _compared(self, before: str, after: str) -> tuple[frozenset[str], str]:
        """The wards that are compared, and what keeps these from being all, as a clause."""
        found = self.comparison(before, after)
        if gap := self.lacking(before, after):
            return frozenset(now.slug for _, now in found.counted), gap
        left_out = len(found.only_before), len(found.only_after), len(found.uncounted)
        names = frozenset(now.slug for _, now in found.counted)
        if not any(left_out):
            return names, ""
        if before == after:
            return names, f"{left_out[2]} of {len(found.same)} wards of {after} had no poll"
        wards = len(found.same) + len(found.only_after)
        return names, f"only {len(found.counted)} of the {wards} wards of {after} can be compared with {before}"

    def lacking(self, *elections: str) -> str:
        """That contests of an election are not in the store, as a clause, or nothing: a part is not the whole."""
        for slug in elections:
            if count := contests_missing(self.election(slug)):
                return f"{counted(count, 'contest')} of {slug} {'is' if count == 1 else 'are'} not in the store"
        return ""

    def not_followed(self, before: str, after: str) -> str:
        """What keeps seats held, gained and lost from being those of all wards, as a clause, or nothing."""
        found = self.comparison(before, after)
        if gap := self.lacking(before, after):
            return gap
        if found.all_followed:
            return ""
        wards = len(self.wards(after))
        return f"only {len(found.followed)} of the {wards} wards of {after} can be followed from {before} seat by seat"

    def _swing(
        self, before: str, after: str, party: str, against: str, measure: Measure
    ) -> Mapping[str | None, SwingRow]:
        rows = swing(self.election(before), self.election(after), party, against, measure=measure)
        return {row.ward: row for row in rows}
