"""A whole council: its seats by party, how many are control, and who has it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import TYPE_CHECKING, Final, NamedTuple

from wardcheck.facts.accounted import contests_missing, missing_from, size_of, untold
from wardcheck.model import INDEPENDENT, Election

if TYPE_CHECKING:
    from wardcheck.facts.sitting import Sitting

NOBODY: Final = "noc"
"""What stands for no overall control where a party's slug would stand."""


class Council(NamedTuple):
    """The seats that an election file accounts for. A part of a council never speaks for the whole."""

    up: Mapping[str, int]
    """Seats by party that this election filled, by the declared result."""
    continuing: Mapping[str, int] | None
    """Seats by party that were not up; empty where there are none, ``None`` where they are unknown.

    Where it cannot be told who held a seat, those that a party had in any case.
    """
    size: int | None
    """Seats on the council, from a source; ``None`` where unknown."""
    to_come: int | None
    """Seats of this election that nobody was declared elected to in the store; ``None`` where unknown."""
    missing: str
    """What keeps these from being the whole council, as a clause; empty where they are."""
    most: Mapping[str, int] | None = None
    """Seats not up that a party may have had, if all are counted and of some it cannot be told whose; else ``None``."""
    unknown: int = 0
    """Seats not up of which nobody is known to have been elected to them; they are in neither of the two."""
    last_elected: tuple[int, ...] = ()
    """The years of the elections from which the seats not up were worked out; none where a source gives them."""

    @property
    def whole(self) -> bool:
        """Whether these are all the seats of the council."""
        return not self.missing

    @property
    def by_party(self) -> Mapping[str, int]:
        """Seats by party, those up and those continuing; ``ind`` counts all independents."""
        return Counter(self.up) + Counter(self.continuing or {})

    @property
    def seats(self) -> int:
        """All seats accounted for."""
        return sum(self.by_party.values())

    @property
    def all_seats(self) -> int:
        """Seats on the council (N): its size where that is known, otherwise those accounted for."""
        return self.size if self.size is not None else self.seats

    @property
    def threshold(self) -> int:
        """Seats that are overall control: more than half of all, floor(N / 2) + 1."""
        return self.all_seats // 2 + 1

    @property
    def controlled_by(self) -> str | None:
        """The party with overall control; ``None`` for no overall control, or where that cannot be told.

        Every independent is a party of one, so that independents control no council together. Of a council that is
        not whole it can be told only where one party already has more than half of its size.
        """
        if not self.whole and self.size is None:
            return None
        return next((p for p in self.by_party if p != INDEPENDENT and self.majority_of(p) > 0), None)

    @property
    def as_of(self) -> str | None:
        """How the seats not up are known: ``declared``, ``last elected 2016 2018``; ``None`` where they are not."""
        if self.continuing is None:
            return None
        return f"last elected {' '.join(map(str, self.last_elected))}" if self.last_elected else "declared"

    def continuing_of(self, party: str) -> int | None:
        """A party's seats that were not up; ``None`` where that cannot be told."""
        if self.continuing is None:
            return None
        least = self.continuing.get(party, 0)
        return least if self.most is None or (self.most.get(party, 0) == least and not self.unknown) else None

    @property
    def accounted(self) -> bool:
        """Whether all seats are counted and it is known who has control, if not whose each seat is."""
        return self.whole or (self.most is not None and not self.unknown and self.control is not None)

    @property
    def not_up(self) -> int | None:
        """Seats that were not up; ``None`` where they are unknown, or it cannot be told who held some of them."""
        # a seat of which it cannot be told who held it is in no party's number, so that the sum would be too small
        return (
            None if self.continuing is None or self.most is not None or self.unknown else sum(self.continuing.values())
        )

    def at_most(self, party: str) -> int:
        """Seats that a party may have: more than ``by_party`` where it cannot be told who held some of those not up."""
        return self._most_by_party.get(party, 0)

    @property
    def _most_by_party(self) -> Mapping[str, int]:
        """Seats that each party may have."""
        if self.most is None:
            return self.by_party
        parties = {*self.up, *self.most}
        return {p: self.up.get(p, 0) + self.most.get(p, 0) + self.unknown for p in parties}

    @property
    def control(self) -> str | None:
        """The slug of the party with overall control, ``noc`` for none, ``None`` where it cannot be told."""
        if (party := self.controlled_by) is not None:
            return party
        nobody = self.most is not None and all(
            2 * seats <= self.all_seats for party, seats in self._most_by_party.items() if party != INDEPENDENT
        )
        return NOBODY if self.whole or nobody else None

    @property
    def largest(self) -> list[str]:
        """The parties that have most seats, by slug: several where they are level. An independent is a party of one."""
        seats = {p: 1 if p == INDEPENDENT else n for p, n in self.by_party.items() if n}
        return sorted(p for p, n in seats.items() if n == max(seats.values()) and p != INDEPENDENT)

    @property
    def majority(self) -> int | None:
        """Seats of the largest party minus all others, 0 or less where nobody has control; ``None`` as ``control``.

        Seats to come count as those of others, and an independent is a party of one.
        """
        if self.control is None:
            return None
        least, most = (
            max((1 if p == INDEPENDENT else n for p, n in parties.items() if n), default=0)
            for parties in (self.by_party, self._most_by_party)
        )
        return 2 * least - self.all_seats if least == most else None

    def majority_of(self, party: str) -> int:
        """Seats of a party minus all others; 32 of 63 is a majority of 1, and below 1 there is none."""
        return 2 * self.by_party.get(party, 0) - self.all_seats


def council_of(election: Election, sitting: Sitting | None = None) -> Council:
    """The council after an election: those declared elected, and the seats that were not up.

    These are as the file has them, else as ``sitting`` has them. The council is whole where the seats of the wards,
    with those ``continuing``, are as many as it has (``seats_total``), or where the file gives ``continuing`` and not
    ``seats_total``; where every seat was filled, no contest is missing, and it can be told who held each seat.
    """
    up = Counter(c.party for ward in election.wards for c in ward.elected)
    if election.continuing is not None:
        sitting = None
    missing = missing_from(election, sitting)
    known = sitting if sitting is not None and not sitting.lacking else None
    none_continue = election.continuing is None and (election.kind == "all" or not missing)
    return Council(
        up=dict(up),
        continuing=known.least if known is not None else {} if none_continue else election.continuing,
        size=size_of(election, sitting),
        to_come=_to_come(election),
        missing=missing,
        most=known.most if known is not None and missing and missing == untold(known) else None,
        unknown=known.unknown if known is not None else 0,
        last_elected=tuple(known.years) if known is not None else (),
    )


def _to_come(election: Election) -> int | None:
    """Seats without a declared winner: of wards that lack some, and of contests that are not in the store."""
    seats = [one.seats for one in election.missing]
    if None in seats or contests_missing(election) > len(seats):
        return None
    short = sum(max(ward.seats - len(ward.elected), 0) for ward in election.wards)
    return short + sum(n or 0 for n in seats)
