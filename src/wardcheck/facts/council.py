"""A whole council: its seats by party, how many are control, and who has it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

from wardcheck.model import INDEPENDENT, Election, Ward
from wardcheck.words import counted

NOBODY: Final = "noc"
"""What stands for no overall control where a party's slug would stand."""


class Council(NamedTuple):
    """The seats that an election file accounts for. A part of a council never speaks for the whole."""

    up: Mapping[str, int]
    """Seats by party that this election filled, by the declared result."""
    continuing: Mapping[str, int] | None
    """Seats by party that were not up; empty where there are none, ``None`` where they are unknown."""
    size: int | None
    """Seats on the council, from a source; ``None`` where unknown."""
    to_come: int | None
    """Seats of this election that nobody was declared elected to in the store; ``None`` where unknown."""
    missing: str
    """What keeps these from being the whole council, as a clause; empty where they are."""

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
    def control(self) -> str | None:
        """The slug of the party with overall control, ``noc`` for none, ``None`` where it cannot be told."""
        return self.controlled_by or (NOBODY if self.whole else None)

    @property
    def majority(self) -> int | None:
        """Seats of the largest party minus all others, 0 or less where nobody has control; ``None`` as ``control``.

        Seats to come count as those of others, and an independent is a party of one.
        """
        if self.control is None:
            return None
        parties = self.by_party
        largest = max((1 if p == INDEPENDENT else n for p, n in parties.items() if n), default=0)
        return 2 * largest - self.all_seats

    def majority_of(self, party: str) -> int:
        """Seats of a party minus all others; 32 of 63 is a majority of 1, and below 1 there is none."""
        return 2 * self.by_party.get(party, 0) - self.all_seats


def council_of(election: Election) -> Council:
    """The council after an election: those declared elected, and the seats not up if the file has them.

    It is whole where the seats of the wards, with those ``continuing``, are the ``seats_total`` of the council, or
    where ``continuing`` is given and ``seats_total`` is not; where every seat was filled, and no contest is missing.
    """
    up = Counter(c.party for ward in election.wards for c in ward.elected)
    missing = _missing(election)
    none_continue = election.continuing is None and (election.kind == "all" or not missing)
    return Council(
        up=dict(up),
        continuing={} if none_continue else election.continuing,
        size=election.seats_total,
        to_come=_to_come(election),
        missing=missing,
    )


def contests_missing(election: Election) -> int:
    """How many contests of the election are not in the store, as its file says; 0 where it says of none."""
    return max(len(election.missing), (election.contests or 0) - len(election.wards))


def _to_come(election: Election) -> int | None:
    """Seats without a declared winner: of wards that lack some, and of contests that are not in the store."""
    seats = [one.seats for one in election.missing]
    if None in seats or contests_missing(election) > len(seats):
        return None
    short = sum(max(ward.seats - len(ward.elected), 0) for ward in election.wards)
    return short + sum(n or 0 for n in seats)


def poll_in_part(election: Election) -> str:
    """Why an election in the store is not a poll of a whole council, as a clause; empty where it is.

    That is about votes, which every ward must have been asked for at once. Whether all *seats* are known, whichever
    poll filled them, is another question: see ``council_of``.
    """
    if election.kind in ("thirds", "halves"):
        return f"{election.slug} elects by {election.kind}"
    if election.kind != "all":
        return f"{election.slug} is {'a by-election' if election.kind else 'of a kind that its file does not name'}"
    if contests := contests_missing(election):
        return f"{counted(contests, 'contest')} of {election.slug} {'is' if contests == 1 else 'are'} not in the store"
    seats = sum(ward.seats for ward in election.wards)
    if election.seats_total not in (None, seats):
        return f"the wards of {election.slug} in the store have {seats} of {election.seats_total} seats"
    return ""


def _missing(election: Election) -> str:
    in_wards, total = sum(ward.seats for ward in election.wards), election.seats_total
    if contests := contests_missing(election):
        names = f" ({', '.join(one.ward for one in election.missing)})" if election.missing else ""
        return f"{counted(contests, 'contest')} {'is' if contests == 1 else 'are'} not in the store{names}"
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


def _unfilled(wards: Sequence[Ward]) -> str:
    if not wards:
        return ""
    found = ", ".join(f"{len(w.elected)} elected to {w.seats} in {w.name}" for w in wards)
    return f"the declared results do not fill every seat ({found})"
