"""The cheapest way to a number of seats, one offer at most from each group: a multiple-choice knapsack."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Generic, NamedTuple, TypeVar

T = TypeVar("T")


class Offer(NamedTuple, Generic[T]):
    """So many seats for so many voters (each at least 1), and what they stand for."""

    seats: int
    voters: int
    what: T


class Cheapest(NamedTuple, Generic[T]):
    """A selection that no other undercuts."""

    voters: int
    chosen: Sequence[Offer[T]]
    ways: int
    """How many selections are as cheap, this one included; 1 where it is the only one."""


_State = tuple[int, int, int]
"""What it takes to win some seats from the groups that are left: voters, groups, and how many ways cost as little."""


def cheapest(groups: Sequence[Sequence[Offer[T]]], needed: int) -> Cheapest[T] | None:
    """The offers with the fewest voters that bring at least ``needed`` seats; ``None`` where none do.

    Exact, by dynamic programming over groups and seats. Of several as cheap the one from the fewest groups is chosen,
    and of those the one from the earliest. Within a group an offer is expected to cost more than any with fewer seats
    (see :func:`worthwhile`); otherwise ``ways`` counts some selections that win the same twice.
    """
    needed = max(needed, 0)
    most = [max((offer.seats for offer in group), default=0) for group in groups]
    if sum(most) < needed:
        return None
    # states[n][s]: the least for s more seats from groups[n:]; no seat costs nothing, and the rest is out of reach
    states: list[list[_State | None]] = [[(0, 0, 1), *([None] * needed)]]
    before, behind = sum(most), 0
    for group, seats in zip(reversed(groups), reversed(most), strict=True):
        before, behind = before - seats, behind + seats
        row: list[_State | None] = [None] * (needed + 1)
        # fewer are short only after more than the groups before can bring, and more than those behind can bring never
        for short in range(max(needed - before, 0), min(needed, behind) + 1):
            row[short] = _least(group, states[-1], short)
        states.append(row)
    states.reverse()
    total = states[0][needed]
    return None if total is None else Cheapest(total[0], _chosen(groups, states, needed), total[2])


def worthwhile(offers: Iterable[Offer[T]]) -> list[Offer[T]]:
    """Those for which no other offer has more seats for as many voters or fewer, or as many seats for fewer voters.

    By seats.
    """
    kept: list[Offer[T]] = []
    for offer in sorted(offers, key=lambda o: (o.seats, -o.voters)):
        while kept and kept[-1].voters >= offer.voters:
            kept.pop()
        kept.append(offer)
    return kept


def _least(group: Sequence[Offer[T]], after: Sequence[_State | None], short: int) -> _State | None:
    """The best that ``short`` seats can take, if this group gives nothing or one of its offers."""
    found = [] if (nothing := after[short]) is None else [nothing]
    if short:
        for seats, voters, _ in group:
            if (rest := after[short - seats if short > seats else 0]) is not None:
                found.append((rest[0] + voters, rest[1] + 1, rest[2]))
    if not found:
        return None
    least, taken, _ = min(found)
    return least, taken, sum(ways for voters, _, ways in found if voters == least)


def _chosen(
    groups: Sequence[Sequence[Offer[T]]], states: Sequence[Sequence[_State | None]], short: int
) -> list[Offer[T]]:
    chosen: list[Offer[T]] = []
    for n, group in enumerate(groups):
        here = states[n][short]
        for offer in group if short > 0 else ():
            rest = states[n + 1][max(short - offer.seats, 0)]
            if here and rest and (rest[0] + offer.voters, rest[1] + 1) == here[:2]:
                chosen.append(offer)
                short = max(short - offer.seats, 0)
                break
    return chosen
