"""What seats cost in a ward where voters leave one slate for another."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from typing import NamedTuple

from wardcheck.analysis.steps import Slate, Step, slate_of
from wardcheck.facts.knapsack import Offer, cheapest, worthwhile
from wardcheck.facts.slates import Polled, best_losers, lowest_first, polled, slates
from wardcheck.model import Candidacy, Ward

_Moves = Mapping[int, int]
"""Voters who come to a slate, or leave it, by its place in the list."""


class _Field(NamedTuple):
    """The candidacies of a ward, those of one party and the slates of all others, each with most votes first."""

    own: Sequence[Polled]
    others: Sequence[Sequence[Polled]]

    def could_leave(self, n: int) -> int:
        """How many voters for the whole of a slate there can have been: none of its candidates falls below nought."""
        return min(one.votes for one in self.others[n])


def switched_gains(ward: Ward, party: str) -> Iterator[Offer[Step]]:
    """What each number of extra seats costs a party, by voters who leave other slates for its whole one.

    With x of them its j-th best loser has x votes more. It is elected when no more candidacies of others have as many
    as there are seats but those that the party has and gains; those of a slate have as many fewer as voters left it,
    and at least nought. Who leaves which slate is chosen so that x is least.
    """
    field = _field(ward, party)
    had = sum(c.party == party for c in ward.elected)
    room = sum(field.could_leave(n) for n in range(len(field.others)))
    for seats, loser in enumerate((one for one in best_losers(ward) if one.candidacy.party == party), 1):
        kept = len(ward.elected) - had - seats
        if kept < 0:
            return
        leaving = partial(_leaving, field, loser.votes, kept)
        voters = _least(room, leaving)
        if voters is None:
            return
        moves = _with_the_rest(leaving(voters) or {}, field, voters)
        left = tuple(slate_of(field.others[n][0].candidacy, count) for n, count in moves.items())
        beats = _beaten(ward, field, moves, kept)
        yield Offer(seats, voters, Step(ward.slug, seats, voters, beats, (Slate(party, voters),), left))


def switched_losses(ward: Ward, party: str) -> Iterator[Offer[Step]]:
    """What each number of a party's seats costs its opponents, by voters who leave its whole slate for theirs.

    With x of them its j-th lowest elected candidacy has x votes fewer, and as many candidacies of others as there are
    seats but those that it keeps must have more. Who goes to which slate is chosen so that x is least.
    """
    field = _field(ward, party)
    own = [one for one in lowest_first(ward) if one.candidacy.party == party]
    room = min((one.votes for one in field.own), default=0)
    for seats, holder in enumerate(own, 1):
        joining = partial(_joining, field, holder.votes, len(ward.elected) - len(own) + seats)
        voters = _least(room, joining)
        if voters is None:
            return
        moves = dict(joining(voters) or {})
        if rest := voters - sum(moves.values()):  # nobody needs them, and the strongest takes them
            first = next(iter(moves), 0)
            moves[first] = moves.get(first, 0) + rest
        beaten = tuple(one.candidacy for one in own[:seats])
        joined = tuple(slate_of(field.others[n][0].candidacy, count) for n, count in moves.items())
        yield Offer(seats, voters, Step(ward.slug, seats, voters, beaten, joined, (Slate(party, voters),)))


def _field(ward: Ward, party: str) -> _Field:
    ranked = sorted(polled(ward, ward.candidates), key=lambda one: -one.votes)
    others = slates(one for one in ranked if one.candidacy.party != party)
    return _Field([one for one in ranked if one.candidacy.party == party], others)


def _least(most: int, moves: Callable[[int], _Moves | None]) -> int | None:
    """The least number of voters from 1 to ``most`` with which there are moves that do; ``None`` where none is.

    With one more of them whatever did before still does.
    """
    found = bisect_left(range(1, most + 1), True, key=lambda voters: moves(voters) is not None)
    return None if found == most else found + 1


def _leaving(field: _Field, votes: int, kept: int, voters: int) -> _Moves | None:
    """Who must leave so that no more than ``kept`` others have as many as a candidacy that gains all ``voters``.

    ``None`` where that takes more than there are.
    """
    groups, above = [], 0
    for n, slate in enumerate(field.others):
        high = [one.votes for one in slate if one.votes >= votes + voters]
        above += len(high)
        prices = [(fallen, one - votes - voters + 1) for fallen, one in enumerate(reversed(high), 1)]
        could = field.could_leave(n)
        groups.append(worthwhile(Offer(fallen, price, (n, price)) for fallen, price in prices if price <= could))
    return _cheapest(groups, above - kept, voters)


def _joining(field: _Field, votes: int, wanted: int, voters: int) -> _Moves | None:
    """Who must be joined so that ``wanted`` others have more than a candidacy that loses all ``voters``.

    ``None`` where that takes more than there are.
    """
    groups, ahead = [], 0
    for n, slate in enumerate(field.others):
        behind = [one.votes for one in slate if one.votes <= votes - voters]
        ahead += len(slate) - len(behind)
        prices = [(risen, votes - voters - one + 1) for risen, one in enumerate(behind, 1)]
        groups.append(worthwhile(Offer(risen, price, (n, price)) for risen, price in prices))
    return _cheapest(groups, wanted - ahead, voters)


def _cheapest(groups: Sequence[Sequence[Offer[tuple[int, int]]]], needed: int, voters: int) -> _Moves | None:
    best = cheapest(groups, needed)
    return None if best is None or best.voters > voters else dict(offer.what for offer in best.chosen)


def _with_the_rest(moves: _Moves, field: _Field, voters: int) -> _Moves:
    """All ``voters``: those who need not leave any one slate leave the first that can spare them, strongest first."""
    found = dict(moves)
    for n in [*moves, *(n for n in range(len(field.others)) if n not in moves)]:
        more = min(voters - sum(found.values()), field.could_leave(n) - found.get(n, 0))
        if more:
            found[n] = found.get(n, 0) + more
    return found


def _beaten(ward: Ward, field: _Field, moves: _Moves, kept: int) -> tuple[Candidacy, ...]:
    """The holders of other parties who are not among the ``kept`` best of these after the moves."""
    after = [(one.votes - moves.get(n, 0), one.candidacy) for n, slate in enumerate(field.others) for one in slate]
    best = sorted(after, key=lambda one: (-one[0], not one[1].elected))[:kept]
    stay = {id(candidacy) for _, candidacy in best}
    others = {id(one.candidacy) for slate in field.others for one in slate}
    holders = (one.candidacy for one in lowest_first(ward))
    return tuple(c for c in holders if id(c) in others and id(c) not in stay)
