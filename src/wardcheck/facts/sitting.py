"""Who held the seats of a council that were not up, as last elected: from the elections of its cycle, seat by seat."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from wardcheck.facts.council import Council, council_of
from wardcheck.facts.course import Course, course
from wardcheck.facts.cycle import ROUNDS, Round, rounds_before
from wardcheck.facts.terms import Poll, Seats, seats_after
from wardcheck.model import Election
from wardcheck.store import Store
from wardcheck.store.slugs import names_by_election


class Sitting(NamedTuple):
    """The seats that were not up at an election, as their holders were last elected."""

    least: Mapping[str, int]
    """Seats that a party had in any case."""
    most: Mapping[str, int]
    """Seats that a party may have had, where it cannot be told which seat of a ward was vacant."""
    seats: int
    """How many seats there were."""
    size: int | None
    """Seats on the whole council on the day, by the register; ``None`` where it does not know."""
    years: Sequence[int]
    """When those who held them were last elected."""
    unknown: int
    """Seats of which nobody is known to have been elected to them."""
    untold: Sequence[str]
    """Wards of which it cannot be told who held them, by name."""
    lacking: Sequence[str]
    """Elections that filled some of them and are not in the store, by slug; nothing else is known then."""


def council_in(election: Election, store: Store) -> Council:
    """The council after an election, the seats that were not up worked out where its file does not have them."""
    return council_of(election, sitting(election, store) if election.continuing is None else None)


def sitting(election: Election, store: Store) -> Sitting | None:
    """The seats that were not up; ``None`` for an election that is not by thirds or halves, or of an unknown cycle.

    They are followed ward by ward through the elections of the cycle that filled them: see ``seats_after``.
    """
    if election.kind not in ("thirds", "halves"):
        return None
    council = store.councils.of(election)
    rounds = _window(rounds_before(election, store.councils), ROUNDS[election.kind])
    if council is None or rounds is None:
        return None
    in_register = council.size_on(election.date)
    size = in_register.seats if in_register is not None else None
    if lacking := [one.slug for one in rounds if not store.holds(one.slug)]:
        return Sitting({}, {}, 0, size, (), 0, (), lacking)
    first = store.head(rounds[0].slug).date
    found = course(election, rounds, [store.election(slug) for slug in _by_elections(election, first, store)], store)
    seats = [(name, _seats(place, found)) for place, name in enumerate(found.names)]
    return _added_up(seats, election.date, size)


def _seats(place: int, found: Course) -> frozenset[Seats]:
    """The seats that a place may have after all polls."""
    polls = []
    for number, one in [*found.rounds.items(), *((None, one) for one in found.others)]:
        ward = found.ward(one, place)
        if ward is not None or number:
            polls.append(Poll(one.date if ward is None else ward.date or one.date, number, ward))
    return seats_after(polls, found.regularly_up(place), found.length)


def _window(rounds: Sequence[Round], length: int) -> Sequence[Round] | None:
    """The ordinary elections that filled what is not up, oldest first; ``None`` where the register begins later."""
    found: list[Round] = []
    for one in rounds[: length - 1]:
        found.insert(0, one)
        if one.kind == "all":
            return found
    return found if len(found) == length - 1 else None


def _by_elections(election: Election, first: date, store: Store) -> Iterable[str]:
    for slug in store.of_council(election.slug):
        if names_by_election(slug) and first <= date.fromisoformat(slug[-10:]) <= election.date:
            yield slug


def _added_up(found: Sequence[tuple[str, frozenset[Seats]]], day: date, size: int | None) -> Sitting:
    least: Counter[str] = Counter()
    most: Counter[str] = Counter()
    seats = unknown = 0
    years: set[int] = set()
    untold: list[str] = []
    for name, worlds in found:
        options = [[seat for seat in world if seat.elected < day] for world in worlds]
        if not options:
            untold.append(name)
            continue
        years |= {seat.elected.year for seats in options for seat in seats if seat.party is not None}
        seats += len(options[0])
        counts = [Counter(seat.party for seat in option if seat.party is not None) for option in options]
        low, high = counts[0].copy(), counts[0].copy()
        for count in counts[1:]:
            low, high = low & count, high | count
        vacant = max(sum(seat.party is None for seat in option) for option in options)
        unknown += vacant
        if low != high or vacant:
            untold.append(name)
        least += low
        most += high
    return Sitting(least, most, seats, size, sorted(years), unknown, untold, ())


def filled_before(before: Election, after: Election, store: Store) -> Mapping[str, Counter[str]] | None:
    """Who was elected to the seats of each ward that are up now, at an earlier election of the whole council.

    By party, for each ward of ``after`` by slug, as far as it can be told; ``None`` if ``before`` was not of the whole
    council, or ``after`` is not by thirds or halves, or an election between the two is not in the store.
    """
    if before.kind != "all" or after.kind not in ("thirds", "halves"):
        return None
    between: list[Round] = []
    for one in rounds_before(after, store.councils):
        between.insert(0, one)
        if one.slug == before.slug:
            break
    if not between or between[0].slug != before.slug or not all(store.holds(one.slug) for one in between):
        return None
    if len(between) > ROUNDS[after.kind]:
        return None
    found = course(after, between, (), store)
    last = max(found.rounds)
    filled = {}
    for place in range(len(found.names)):
        then, now = found.ward(before, place), found.ward(after, place)
        up = found.regularly_up(place)
        if then is not None and now is not None and up[last] == now.seats:
            worlds = seats_after([Poll(before.date, 0, then)], up, found.length)
            parties = [Counter(s.party for s in world if s.ends == last and s.party is not None) for world in worlds]
            if all(one == parties[0] for one in parties) and parties[0].total() == now.seats:
                filled[now.slug] = parties[0]
    return filled
