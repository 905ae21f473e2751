"""The ordinary elections of a council by thirds or halves, numbered, and how many seats of a ward are up at each."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from wardcheck.facts.accounted import contests_missing
from wardcheck.facts.cycle import ROUNDS, Round, rounds_after, rounds_before
from wardcheck.model import Election, Ward
from wardcheck.store import Store


class Course(NamedTuple):
    """What happened to the seats of a council up to one election, which has the highest number.

    The number 0 is an election of the whole council, if there is one; at 1, 2 ... parts of it are up.
    """

    rounds: Mapping[int, Election]
    others: Sequence[Election]
    """By-elections, and others that are to be told apart by place."""
    alike: Mapping[int, Sequence[Election]]
    """Elections a whole term before or after each, at which the same seats were up."""
    length: int
    """How many ordinary elections a term lasts."""
    names: Sequence[str]
    """Of each place, the name of its ward."""
    wards: Mapping[tuple[str, int], Ward]
    """The ward of an election at a place."""

    def ward(self, election: Election, place: int) -> Ward | None:
        """The ward that an election polled at a place; ``None`` where it polled none."""
        return self.wards.get((election.slug, place))

    def regularly_up(self, place: int) -> Mapping[int, int]:
        """How many seats are regularly up at a place, by number of the election; none at an election of all.

        It is the least that was filled there then and at elections a whole term before or after, for what is filled
        beyond that are casual vacancies. By thirds it is one at the most.
        """
        most = 1 if self.length == ROUNDS["thirds"] else None
        found = {}
        for number, election in self.rounds.items():
            if number:
                polled = [self.ward(one, place) for one in (election, *self.alike[number])]
                seats = min(ward.seats if ward is not None else 0 for ward in polled)
                found[number] = seats if most is None else min(seats, most)
        return found


def course(election: Election, rounds: Sequence[Round], others: Sequence[Election], store: Store) -> Course:
    """The elections ``rounds``, oldest first, and then ``election``, all of which the store must have."""
    length = ROUNDS.get(election.kind or "all", 1)
    first = 0 if rounds and rounds[0].kind == "all" else 1
    numbered = {n: store.election(one.slug) for n, one in enumerate(rounds, first)}
    last = first + len(rounds)
    numbered[last] = election
    alike = _a_term_away(election, last, length, store)
    names, wards = _places([*numbered.values(), *others, *(one for ones in alike.values() for one in ones)])
    return Course(numbered, others, alike, length, names, wards)


def _a_term_away(election: Election, last: int, length: int, store: Store) -> Mapping[int, Sequence[Election]]:
    """For each number the elections at which the same seats were up, as far as the store has them whole.

    Beyond an election of the whole council there are none, for it began another order.
    """
    numbers = [
        *_until_all(rounds_before(election, store.councils), -1, last),
        *_until_all(rounds_after(election, store.councils), 1, last),
    ]
    found: dict[int, list[Election]] = {n: [] for n in range(last + 1)}
    for number, slug in numbers:
        same = (number - 1) % length + 1
        if same != number and same in found and store.holds(slug):
            one = store.election(slug)
            if not contests_missing(one):
                found[same].append(one)
    return found


def _until_all(rounds: Sequence[Round], step: int, last: int) -> Iterable[tuple[int, str]]:
    for n, one in enumerate(rounds, 1):
        if one.kind == "all":
            return
        yield last + n * step, one.slug


def _places(elections: Sequence[Election]) -> tuple[Sequence[str], Mapping[tuple[str, int], Ward]]:
    """The wards of several elections: the same place where the code is the same, or else the slug.

    Between two elections of a whole council a ward may get another code, and its seats go on. One source writes "and"
    where another leaves it out.
    """
    known: dict[str, int] = {}
    names: list[str] = []
    wards: dict[tuple[str, int], Ward] = {}
    for election in sorted(elections, key=lambda one: one.date):
        for ward in election.wards:
            slug = ward.slug.replace("-and-", "-")
            place = known.get(ward.gss or "", known.get(slug, len(names)))
            if place == len(names) or (election.slug, place) in wards:
                place = len(names)
                names.append(ward.name)
            wards[election.slug, place] = ward
            known[slug] = place
            if ward.gss:
                known[ward.gss] = place
    return names, wards
