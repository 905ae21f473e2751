"""A whole council: its seats by party, how many are control, and who has it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import NamedTuple

from wardcheck.model import INDEPENDENT, Election, Ward


class Council(NamedTuple):
    """The seats that an election file accounts for. Control is judged only where these are all of the council."""

    up: Mapping[str, int]
    """Seats by party that this election filled, by the declared result."""
    continuing: Mapping[str, int]
    """Seats by party that were not up; empty where there are none or they are unknown."""
    missing: str
    """What keeps these from being the whole council, as a clause; empty where they are."""

    @property
    def whole(self) -> bool:
        """Whether these are all the seats of the council."""
        return not self.missing

    @property
    def by_party(self) -> Mapping[str, int]:
        """Seats by party, those up and those continuing; ``ind`` counts all independents."""
        return Counter(self.up) + Counter(self.continuing)

    @property
    def seats(self) -> int:
        """All seats accounted for (N)."""
        return sum(self.up.values()) + sum(self.continuing.values())

    @property
    def threshold(self) -> int:
        """Seats that are overall control: more than half of all, floor(N / 2) + 1."""
        return self.seats // 2 + 1

    @property
    def controlled_by(self) -> str | None:
        """The party with overall control; ``None`` for no overall control, or where the council is not whole.

        Every independent is a party of one, so that independents control no council together.
        """
        return next((p for p in self.by_party if self.whole and p != INDEPENDENT and self.majority_of(p) > 0), None)

    def majority_of(self, party: str) -> int:
        """Seats of a party minus all others; 32 of 63 is a majority of 1, and below 1 there is none."""
        return 2 * self.by_party.get(party, 0) - self.seats


def council_of(election: Election) -> Council:
    """The council after an election: those declared elected, and the seats not up if the file has them.

    It is whole where the seats of the wards, with those ``continuing``, are the ``seats_total`` of the council, or
    where ``continuing`` is given and ``seats_total`` is not; and where every seat was filled.
    """
    up = Counter(c.party for ward in election.wards for c in ward.elected)
    return Council(dict(up), dict(election.continuing or {}), _missing(election))


def partial(election: Election) -> str:
    """Why the wards of an election in the store are not those of a whole council, as a clause; empty where they are."""
    if election.kind in ("thirds", "halves"):
        return f"{election.slug} elects by {election.kind}"
    if election.kind != "all":
        return f"{election.slug} is {'a by-election' if election.kind else 'of a kind that its file does not name'}"
    seats = sum(ward.seats for ward in election.wards)
    if election.seats_total not in (None, seats):
        return f"the wards of {election.slug} in the store have {seats} of {election.seats_total} seats"
    return ""


def _missing(election: Election) -> str:
    in_wards, total = sum(ward.seats for ward in election.wards), election.seats_total
    if election.continuing is not None:
        continuing = sum(election.continuing.values())
        if total is not None and in_wards + continuing != total:
            return f"{in_wards} seats up and {continuing} continuing are not the {total} of the council"
    elif election.kind in ("thirds", "halves", "by-election") and in_wards != total:
        how = "this was a by-election" if election.kind == "by-election" else f"it elects by {election.kind}"
        return f"{how}, and election.yaml does not say who held the seats that were not up (continuing)"
    elif total is None:
        return "election.yaml does not say how many seats the council has (seats_total)"
    elif in_wards != total:
        return f"the wards in the store have {in_wards} of its {total} seats"
    return _unfilled([ward for ward in election.wards if len(ward.elected) != ward.seats])


def _unfilled(wards: list[Ward]) -> str:
    if not wards:
        return ""
    found = ", ".join(f"{len(w.elected)} elected to {w.seats} in {w.name}" for w in wards)
    return f"the declared results do not fill every seat ({found})"
