"""Which seats of a ward were not up at an election, and who had last been elected to each of them.

By thirds and halves every seat has an end of its term, and the seats of a ward end in different years. What the
declarations leave open is carried along: a ward is a set of *possible* wards, and what all of them have is known.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import combinations, permutations
from typing import NamedTuple

from wardcheck.model import Candidacy, Ward


class Seat(NamedTuple):
    """One seat of a ward. ``party`` is ``None`` where nobody is known to have been elected to it."""

    ends: int
    """The round at which it is up next."""
    party: str | None
    elected: date
    """The day of the poll that filled it last."""


Seats = tuple[Seat, ...]
"""A ward as it may be."""


class Poll(NamedTuple):
    """One contest of a ward."""

    day: date
    round: int | None
    """The number of the ordinary election that it was part of; ``None`` for a by-election."""
    ward: Ward | None
    """``None`` where the ward was not up."""


def seats_after(polls: Sequence[Poll], up: Mapping[int, int], length: int) -> frozenset[Seats]:
    """The seats that a ward may have after its polls, in the order of their days.

    ``up`` says how many seats of the ward are regularly up at each round, and ``length`` how many rounds a term lasts.
    Round 0 is an election of the whole council, if ``polls`` has one of it: those elected with the fewest votes retire
    first, and nobody knows which of two that are level or unopposed. Without one, the seats that end at the first
    rounds have unknown holders.

    At a round the seats that end then are filled for a whole term. What a ward elects beyond them are casual
    vacancies, filled for the rest of their terms: the lower candidate takes the shorter term. A by-election fills
    seats whose terms go on. Which seats were vacant no declaration says, so that each may have been.
    """
    worlds: set[Seats] = {tuple(Seat(n, None, date.min) for n, seats in sorted(up.items()) for _ in range(seats))}
    for poll in sorted(polls, key=lambda poll: (poll.day, poll.round is None)):
        found: set[Seats] = set()
        for world in worlds:
            if poll.round == 0:
                found.update(_whole(poll, up))
            else:
                found.update(_filled(world, poll, (poll.round or 0) + length))
        worlds = {tuple(sorted(world, key=_key)) for world in found}
    return frozenset(worlds)


def _whole(poll: Poll, up: Mapping[int, int]) -> Iterator[Seats]:
    """The seats after an election of the whole council: their terms end from the lowest candidate upwards."""
    elected = poll.ward.elected if poll.ward is not None else ()
    ends = [n for n, seats in sorted(up.items()) for _ in range(seats)]
    last = max(up, default=0) + 1
    ends += [last] * (len(elected) - len(ends))
    for order in _orders(elected):
        yield tuple(Seat(n, c.party, poll.day) for n, c in zip(ends, reversed(order), strict=False))


def _filled(world: Seats, poll: Poll, term: int) -> Iterator[Seats]:
    """The ward after a poll, for each choice of the seats that were vacant beside those whose terms ended."""
    elected = poll.ward.elected if poll.ward is not None else ()
    retiring = [seat for seat in world if seat.ends == poll.round]
    new = [seat for seat in world if seat.ends != poll.round and seat.elected == poll.day]
    staying = [seat for seat in world if seat.ends != poll.round and seat.elected != poll.day]
    casual = max(len(elected) - len(retiring), 0)
    for vacated in combinations(range(len(staying)), casual):
        kept = [seat for n, seat in enumerate(staying) if n not in vacated]
        ends = [term for _ in retiring] + sorted((staying[n].ends for n in vacated), reverse=True)
        for order in _orders(elected):
            parties = [c.party for c in order] + [None] * (len(ends) - len(order))
            yield (*kept, *new, *(Seat(n, p, poll.day) for n, p in zip(ends, parties, strict=True)))


def _orders(elected: Sequence[Candidacy]) -> Iterable[Sequence[Candidacy]]:
    """Those elected, most votes first, in each order that level or unknown votes leave open."""
    known = [c.votes for c in elected if c.votes is not None]
    if len(known) < len(elected):
        return permutations(elected)
    ranked = sorted(elected, key=lambda c: -(c.votes or 0))
    votes = sorted(known, reverse=True)
    return [order for order in permutations(ranked) if [c.votes for c in order] == votes]


def _key(seat: Seat) -> tuple[int, str, date]:
    return seat.ends, seat.party or "", seat.elected
