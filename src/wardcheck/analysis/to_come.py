"""What the seats that nobody is declared elected to can still change."""

from __future__ import annotations

from wardcheck.analysis.report import OfParty, Remark, joined, remark
from wardcheck.facts.council import Council
from wardcheck.model import INDEPENDENT
from wardcheck.words import counted


def to_come(council: Council) -> list[Remark]:
    """How many seats are to come, and whether control can still change; nothing where none are, or it is not known.

    A party can still reach control if its seats and all those to come are more than half. Which of them it stands for
    is not asked, so that a party out of reach by this is so whatever is declared. Where the seats that were not up, or
    the size of the council, are unknown, only the number is said.
    """
    count = council.to_come
    if not count:
        return []
    are = f"{counted(count, 'seat')} of this election {'is' if count == 1 else 'are'} to come"
    if council.size is None or council.continuing is None:
        return [remark(f"{are}.")]
    control = f"control is {council.threshold} of {council.size}"
    if (holder := council.controlled_by) is not None:
        return [remark(f"{are}; {control}, and whatever they bring ", OfParty(holder), " has it.")]
    if count >= council.threshold:
        return [remark(f"{are}; {control}, and any party can still reach it.")]
    able = in_reach(council)
    if not able:
        return [remark(f"{are}; {control}, and no party can reach it any more.")]
    names = joined(OfParty(party, short=True) for party in able)
    return [remark(f"{are}; {control}, and of all parties these can still reach it: ", names, ".")]


def in_reach(council: Council) -> list[str]:
    """The parties with seats that control if all seats to come are theirs, most seats first."""
    held = {party: seats for party, seats in council.by_party.items() if party != INDEPENDENT and seats}
    able = [party for party, seats in held.items() if seats + (council.to_come or 0) >= council.threshold]
    return sorted(able, key=lambda party: (-held[party], party))
