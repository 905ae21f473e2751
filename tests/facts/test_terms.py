"""Which seats of a ward were not up, by hand and against made-up histories of which the truth is known."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from datetime import date

import pytest
from analysis.builders import contest, won
from hypothesis import given
from hypothesis import strategies as st

from wardcheck.facts.terms import Poll, Seat, seats_after
from wardcheck.model import Candidacy, Ward


def day(year: int, month: int = 5) -> date:
    return date(year, month, 5)


def elected(*parties: str, votes: Mapping[int, int | None] | None = None) -> Ward:
    """A ward that elected these parties, the first with most votes."""
    given_votes = votes or {}
    people = [
        won(f"{n} {party}", party, given_votes.get(n, 100 - n) if votes is not None else 100 - n)
        for n, party in enumerate(parties)
    ]
    return contest(len(people), *people)


def third(number: int, *parties: str) -> Poll:
    return Poll(day(2010 + number), number, elected(*parties) if parties else None)


def sitting(*polls: Poll, up: Mapping[int, int] | None = None, length: int = 3) -> set[str]:
    """The parties of the seats that were not filled on the last day, in each way that is possible."""
    last = max(poll.day for poll in polls)
    ups = up if up is not None else dict.fromkeys(range(1, length + 1), 1)
    return {
        " ".join(sorted(seat.party or "?" for seat in world if seat.elected < last))
        for world in seats_after(polls, ups, length)
    }


def test_three_thirds() -> None:
    assert sitting(third(1, "con"), third(2, "lab"), third(3, "ld")) == {"con lab"}


def test_two_halves() -> None:
    assert sitting(third(1, "con"), third(2, "lab"), length=2) == {"con"}
    assert sitting(third(1, "con", "ld"), third(2, "lab"), up={1: 2, 2: 1}, length=2) == {"con ld"}


def test_a_ward_of_two_seats_is_not_up_every_year() -> None:
    assert sitting(third(1, "con"), third(2), third(3, "ld"), up={1: 1, 2: 0, 3: 1}) == {"con"}
    assert sitting(
        third(1, "con"), third(2, "lab"), third(3), Poll(day(2013), None, elected("ld")), up={1: 1, 2: 1}
    ) == {
        "con",
        "lab",
    }


def test_after_an_election_of_all_the_lowest_retire_first() -> None:
    whole = Poll(day(2010), 0, elected("con", "lab", "ld"))  # ld polled fewest
    assert sitting(whole, third(1, "x"), up={1: 1}) == {"con lab"}
    assert sitting(whole, third(1, "x"), third(2, "y"), up={1: 1, 2: 1}) == {"con x"}
    # a ward that is not up at once keeps all its seats
    assert sitting(whole, third(1), third(2, "y"), up={1: 0, 2: 1}) == {"con lab"}


@pytest.mark.parametrize("votes", [{0: 90, 1: 80, 2: 80}, {0: None, 1: None, 2: None}])
def test_level_or_unopposed_it_is_unknown_who(votes: Mapping[int, int | None]) -> None:
    whole = Poll(day(2010), 0, elected("con", "lab", "ld", votes=votes))
    found = sitting(whole, third(1, "x"), up={1: 1})
    assert found >= {"con lab", "con ld"}
    assert ("lab ld" in found) == (votes[0] is None)
    alike = Poll(day(2010), 0, elected("con", "lab", "lab", votes={0: 90, 1: 80, 2: 80}))
    assert sitting(alike, third(1, "x"), up={1: 1}) == {"con lab"}  # it matters to no party


def test_in_a_double_vacancy_the_lower_takes_the_shorter_term() -> None:
    # two seats in the first year: the lower one's ends in the second or the third, and is filled again by then
    assert sitting(third(1, "con", "lab"), third(2, "ld"), third(3, "ind")) == {"con ld"}
    # in the second year it is the seat of the first year that was vacant, or that of the third, which is up again
    assert sitting(third(1, "con"), third(2, "ld", "lab"), third(3, "ind")) == {"con ld", "lab ld"}
    assert sitting(third(1, "lab"), third(2, "ld", "lab"), third(3, "ind")) == {"lab ld"}


def test_vacancies_on_the_day_itself() -> None:
    # one of con and lab had left: the other stays
    assert sitting(third(1, "con"), third(2, "lab"), third(3, "ind", "ld")) == {"con", "lab"}
    assert sitting(third(1, "con"), third(2, "con"), third(3, "ind", "ld")) == {"con"}


def test_a_by_election_replaces_one_seat() -> None:
    between = Poll(day(2012, 9), None, elected("ind"))
    assert sitting(third(1, "con"), third(2, "lab"), between, third(3, "ld")) == {"con ind", "ind lab", "con lab"}
    # of the seats of the ward the third is up again anyway
    assert sitting(third(1, "con"), third(2, "con"), between, third(3, "ld")) == {"con ind", "con con"}
    same_day = Poll(day(2012), None, elected("ind"))  # not for the seat that was filled with it
    assert sitting(third(1, "con"), third(2, "lab"), same_day, third(3, "ld")) == {"ind lab", "con lab"}


def test_a_seat_that_nobody_was_elected_to() -> None:
    assert sitting(third(1, "con"), third(2), third(3, "ld")) == {"? con"}
    empty = Poll(day(2012), 2, contest(1))
    assert sitting(third(1, "con"), empty, third(3, "ld")) == {"? con"}


def test_more_elected_than_there_are_seats_is_no_ward_that_can_be() -> None:
    assert sitting(third(1), third(2), third(3, "con", "lab"), up={1: 0, 2: 0, 3: 1}) == set()


@st.composite
def histories(draw: st.DrawFn) -> tuple[list[Poll], Counter[str]]:
    """Three thirds of a ward of three seats with casual vacancies, and beside the polls who sat in the end."""
    party = st.sampled_from(["con", "lab", "ld"])
    seats = dict.fromkeys((1, 2, 3), "gone")  # who holds the seat that is up at each number
    polls: list[Poll] = []
    fresh: set[int] = set()
    for number in range(1, 4):
        if number > 1 and draw(st.booleans()):
            vacant, new = draw(st.sampled_from(sorted(seats))), draw(party)
            seats[vacant] = new
            polls.append(Poll(day(2010 + number - 1, 9), None, elected(new)))
        del seats[number]
        others = draw(st.lists(st.sampled_from(sorted(seats)), unique=True, max_size=2))
        chosen = [draw(party) for _ in range(1 + len(others))]
        polls.append(Poll(day(2010 + number), number, elected(*chosen)))
        ends = [number + 3, *sorted(others, reverse=True)]
        seats.update(zip(ends, chosen, strict=True))
        fresh = set(ends)
    return polls, Counter(party for end, party in seats.items() if end not in fresh)


@given(history=histories())
def test_the_truth_is_among_what_is_possible(history: tuple[list[Poll], Counter[str]]) -> None:
    polls, truth = history
    found = seats_after(polls, {1: 1, 2: 1, 3: 1}, 3)
    last = max(poll.day for poll in polls)
    assert truth in [Counter(seat.party for seat in world if seat.elected < last) for world in found]
    assert all(len(world) == 3 for world in found)


def test_a_seat_is_a_plain_record() -> None:
    (world,) = seats_after([third(1, "con")], {1: 1}, 3)
    assert world == (Seat(4, "con", day(2011)),)
    assert isinstance(elected("con").candidates[0], Candidacy)
