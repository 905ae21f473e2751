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


class _State(NamedTuple):
    """What it takes to win some seats from the groups that are left."""

    voters: int
    groups: int
    ways: int


def cheapest(groups: Sequence[Sequence[Offer[T]]], needed: int) -> Cheapest[T] | None:
    """The offers with the fewest voters that bring at least ``needed`` seats; ``None`` where none do.

    Exact, by dynamic programming over groups and seats. Of several as cheap the one from the fewest groups is chosen,
    and of those the one from the earliest. Within a group an offer is expected to cost more than any with fewer seats
    (see :func:`worthwhile`); otherwise ``ways`` counts some selections that win the same twice.
    """
    if sum(max((offer.seats for offer in group), default=0) for group in groups) < needed:
        return None
    # states[n][s]: the least for s more seats from groups[n:]; no seat costs nothing, and the rest is out of reach
    nothing = _State(0, 0, 1)
    states: list[list[_State | None]] = [[nothing, *([None] * needed)]]
    for group in reversed(groups):
        after = states[-1]
        states.append([_least(_reached(group, after, short)) for short in range(max(needed, 0) + 1)])
    states.reverse()
    total = states[0][max(needed, 0)]
    return None if total is None else Cheapest(total.voters, _chosen(groups, states, max(needed, 0)), total.ways)


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


def _reached(group: Sequence[Offer[T]], after: Sequence[_State | None], short: int) -> list[_State]:
    """What ``short`` seats take if this group gives nothing, and with each of its offers."""
    found = [] if after[short] is None else [after[short]]
    for offer in group:
        rest = after[max(short - offer.seats, 0)]
        if rest is not None and short > 0:
            found.append(_State(rest.voters + offer.voters, rest.groups + 1, rest.ways))
    return [state for state in found if state is not None]


def _least(states: Sequence[_State]) -> _State | None:
    if not states:
        return None
    best = min(states)
    return _State(best.voters, best.groups, sum(state.ways for state in states if state.voters == best.voters))


def _chosen(
    groups: Sequence[Sequence[Offer[T]]], states: Sequence[Sequence[_State | None]], short: int
) -> list[Offer[T]]:
    chosen: list[Offer[T]] = []
    for n, group in enumerate(groups):
        here = states[n][short]
        for offer in group if short > 0 else ():
            rest = states[n + 1][max(short - offer.seats, 0)]
            if here and rest and (rest.voters + offer.voters, rest.groups + 1) == (here.voters, here.groups):
                chosen.append(offer)
                short = max(short - offer.seats, 0)
                break
    return chosen
