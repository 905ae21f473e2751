"""What keeps an election in the store from being a poll of a whole council, or from telling all its seats."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from wardcheck.model import Election, Ward
from wardcheck.words import counted, listed

if TYPE_CHECKING:
    from wardcheck.facts.sitting import Sitting


def contests_missing(election: Election) -> int:
    """How many contests of the election are not in the store, as its file says; 0 where it says of none."""
    return max(len(election.missing), (election.contests or 0) - len(election.wards))


def seats_missing(election: Election) -> int | None:
    """How many seats those contests had; ``None`` where that cannot be told."""
    named = [one.seats for one in election.missing if one.seats is not None]
    if len(named) == contests_missing(election):
        return sum(named)
    in_wards = sum(ward.seats for ward in election.wards)
    return election.seats_total - in_wards if election.kind == "all" and election.seats_total is not None else None


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


def size_of(election: Election, sitting: Sitting | None) -> int | None:
    """Seats on the council, from its file, else from the register; ``None`` where unknown."""
    return election.seats_total if election.seats_total is not None or sitting is None else sitting.size


def missing_from(election: Election, sitting: Sitting | None) -> str:
    """What keeps the seats in the store from being the whole council, as a clause; empty where they are."""
    in_wards, total = sum(ward.seats for ward in election.wards), size_of(election, sitting)
    if contests := contests_missing(election):
        names = f" ({', '.join(one.ward for one in election.missing)})" if election.missing else ""
        return f"{counted(contests, 'contest')} {'is' if contests == 1 else 'are'} not in the store{names}"
    if election.continuing is not None:
        continuing = sum(election.continuing.values())
        if total is not None and in_wards + continuing != total:
            return f"{in_wards} seats up and {continuing} continuing are not the {total} of the council"
    elif sitting is not None:
        if why := _not_sitting(election, sitting, total):
            return why
    elif election.kind in ("thirds", "halves", "by-election") and in_wards != total:
        how = "this was a by-election" if election.kind == "by-election" else f"it elects by {election.kind}"
        return f"{how}, and election.yaml does not say who held the seats that were not up (continuing)"
    elif total is None:
        return "election.yaml does not say how many seats the council has (seats_total)"
    elif in_wards != total:
        return f"the wards in the store have {in_wards} of the council's {total} seats"
    return _unfilled([ward for ward in election.wards if len(ward.elected) != ward.seats])


def _not_sitting(election: Election, sitting: Sitting, total: int | None) -> str:
    """What keeps the seats that were not up from being known."""
    if sitting.lacking:
        are = "is" if len(sitting.lacking) == 1 else "are"
        return (
            f"it elects by {election.kind}, and {listed(sitting.lacking)}, which filled seats that were not up, {are} "
            "not in the store"
        )
    in_wards = sum(ward.seats for ward in election.wards)
    if total is None:
        return "nothing says how many seats the council has (seats_total)"
    if in_wards + sitting.seats != total:
        years = listed([*map(str, sitting.years)])
        up = counted(in_wards, "seat")
        return f"{up} up and {sitting.seats} last elected in {years} are not the {total} of the council"
    unfilled = _unfilled([ward for ward in election.wards if len(ward.elected) != ward.seats])
    return unfilled or untold(sitting)


def untold(sitting: Sitting) -> str:
    """Where it cannot be told who held a seat, as a clause; empty where it can."""
    return f"it cannot be told who held the seats not up in {listed(sitting.untold)}" if sitting.untold else ""


def _unfilled(wards: Sequence[Ward]) -> str:
    if not wards:
        return ""
    found = ", ".join(f"{len(w.elected)} elected to {w.seats} in {w.name}" for w in wards)
    return f"those declared elected are not as many as the seats ({found})"
