"""The seats of a council that were not up: from the elections of a small store, by the cycle of a real council."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from analysis.builders import contest, election, won
from conftest import MakeStore

from facts.test_cycle import DAYS
from wardcheck.facts.council import Council
from wardcheck.facts.sitting import council_in, filled_before
from wardcheck.model import Election, MissingContest
from wardcheck.store import Store, open_store


def poll(slug: str, kind: str = "thirds", *, day: date | None = None, **wards: str) -> Election:
    """An election whose wards elected these parties, those with most votes first: ``north="con lab"``."""
    council, _, year = slug.replace("-by-", "-").partition("-")
    contests = [
        contest(len(p.split()), *(won(f"{n}", party, 90 - n) for n, party in enumerate(p.split())), slug=ward)
        for ward, p in wards.items()
    ]
    when = day or DAYS[int(year[:4])]
    return election(*contests, slug=slug, kind=kind, council=council.title(), day=when, seats_total=None)


def after(make_store: MakeStore, *elections: Election) -> tuple[Council, Store]:
    """The council after the last of them; Oldham's register has 60 seats, so that its size is given."""
    store = open_store(make_store(*elections))
    return council_in(store.election(elections[-1].slug), store), store


def sized(one: Election, seats: int) -> Election:
    return replace(one, seats_total=seats)


def test_thirds_after_2022(make_store: MakeStore) -> None:
    council, _ = after(
        make_store,
        poll("oldham-2018", north="ind", south="ind"),  # up again in 2022
        poll("oldham-2019", north="lab", south="con"),
        poll("oldham-2021", north="lab", south="ld"),  # put off from 2020
        sized(poll("oldham-2022", north="con", south="con"), 6),
    )
    assert council.continuing == {"lab": 2, "con": 1, "ld": 1}
    assert council.by_party == {"con": 3, "lab": 2, "ld": 1}
    assert (council.whole, council.as_of) == (True, "last elected 2019 2021")
    assert (council.control, council.majority, council.largest) == ("noc", 0, ["con"])


def test_halves_after_2021(make_store: MakeStore) -> None:
    council, _ = after(
        make_store,
        poll("adur-2016", "halves", north="ind"),
        poll("adur-2018", "halves", north="con"),
        sized(poll("adur-2021", "halves", north="lab"), 2),
    )
    assert (council.continuing, council.as_of, council.control) == ({"con": 1}, "last elected 2018", "noc")


def test_an_election_that_is_missing_is_named(make_store: MakeStore) -> None:
    council, _ = after(make_store, poll("derby-2016", north="lab"), sized(poll("derby-2018", north="con"), 3))
    assert council.continuing is None
    assert council.missing == (
        "it elects by thirds, and derby-2015, which filled seats that were not up, is not in the store"
    )
    assert (council.control, council.as_of, council.continuing_of("lab")) == (None, None, None)


def test_without_a_cycle_nothing_is_worked_out(make_store: MakeStore) -> None:
    council, _ = after(make_store, sized(poll("oldham-2014", north="con"), 3))  # the register begins in 2014
    assert council.continuing is None
    assert "does not say who held the seats that were not up" in council.missing


def test_what_the_file_says_is_not_worked_out(make_store: MakeStore) -> None:
    last = replace(sized(poll("oldham-2022", north="con"), 3), continuing={"ld": 2})
    council, _ = after(make_store, poll("oldham-2019", north="lab"), poll("oldham-2021", north="lab"), last)
    assert (council.continuing, council.as_of) == ({"ld": 2}, "declared")


def test_after_an_election_of_the_whole_council(make_store: MakeStore) -> None:
    """Leeds 2018 to 2019: of three in each ward the lowest was up; of a ward of another code since then too."""
    council, store = after(
        make_store,
        poll("leeds-2018", "all", north="con lab ld", south="lab lab ind"),
        sized(poll("leeds-2019", north="lab", south="lab"), 6),
    )
    assert (council.continuing, council.as_of) == ({"con": 1, "lab": 3}, "last elected 2018")
    assert (council.control, council.majority) == ("lab", 4)  # 5 of 6
    filled = filled_before(store.election("leeds-2018"), store.election("leeds-2019"), store)
    assert filled == {"north": {"ld": 1}, "south": {"ind": 1}}


def test_seats_up_later_after_an_election_of_the_whole_council(make_store: MakeStore) -> None:
    polls = [
        poll("leeds-2018", "all", north="con lab ld", south="lab lab ind"),
        poll("leeds-2019", north="lab", south="lab"),
        poll("leeds-2021", north="lab", south="con lab"),
        sized(poll("leeds-2022", north="ind", south="ind"), 6),
    ]
    store = open_store(make_store(*polls))
    council = council_in(store.election("leeds-2022"), store)
    assert council.continuing == {
        "lab": 3,
        "con": 1,
    }  # in South the casual vacancy of 2021 was for 2019's seat or 2022's
    whole = store.election("leeds-2018")
    assert filled_before(whole, store.election("leeds-2022"), store) == {"north": {"con": 1}, "south": {"lab": 1}}
    assert filled_before(whole, store.election("leeds-2021"), store) == {"north": {"lab": 1}}  # two seats in South
    assert filled_before(store.election("leeds-2019"), store.election("leeds-2022"), store) is None


def test_where_it_cannot_be_told_the_figure_is_empty_and_the_ward_named(make_store: MakeStore) -> None:
    """Oldham 2022 in small: of a seat of Labour of 2019 and one of the Conservatives of 2021 one was vacant."""
    council, _ = after(
        make_store,
        poll("oldham-2019", north="lab", south="lab", east="ld"),
        poll("oldham-2021", north="con", south="lab", east="ld"),
        sized(poll("oldham-2022", north="lab lab", south="lab", east="lab"), 9),
    )
    assert (council.whole, council.accounted) == (False, True)
    assert council.missing == "it cannot be told who held the seats not up in North"
    assert [council.continuing_of(p) for p in ("lab", "con", "ld", "green")] == [None, None, 2, 0]
    assert (council.by_party["lab"], council.at_most("lab")) == (6, 7)
    assert (council.control, council.majority) == ("lab", None)  # 6 or 7 of 9


OPEN = [  # North's seat of 2019 or that of 2021 is vacant in 2022, below
    poll("oldham-2019", north="lab", south="con", east="ld"),
    poll("oldham-2021", north="con", south="lab", east="ld"),
]


def test_nobody_has_control_whoever_held_the_seat(make_store: MakeStore) -> None:
    council, _ = after(make_store, *OPEN, sized(poll("oldham-2022", north="ind ld", south="con", east="lab"), 9))
    assert (council.control, council.majority) == ("noc", -3)  # ld 3 of 9, and nobody more


def test_whether_somebody_has_control_depends_on_who_held_the_seat(make_store: MakeStore) -> None:
    council, _ = after(make_store, *OPEN, sized(poll("oldham-2022", north="lab lab", south="lab", east="ld"), 9))
    assert (council.by_party["lab"], council.at_most("lab")) == (4, 5)
    assert (council.control, council.accounted) == (None, False)  # 5 would be control


def test_seats_that_do_not_add_up_are_not_judged(make_store: MakeStore) -> None:
    council, _ = after(
        make_store,
        poll("oldham-2019", north="lab"),
        poll("oldham-2021", north="lab"),
        sized(poll("oldham-2022", north="lab"), 4),
    )
    assert council.missing == "1 seat up and 2 last elected in 2019 and 2021 are not the 4 of the council"
    assert (council.whole, council.control) == (False, "lab")  # 3 of 4 are control whoever has the fourth


def test_a_casual_vacancy_in_a_year_in_which_the_ward_is_not_up(make_store: MakeStore) -> None:
    """North has two seats, up in 2019 and 2021; in 2022 one of them was filled for the rest of its term."""
    polls = [
        poll("oldham-2018", south="lab"),
        poll("oldham-2019", north="lab", south="lab"),
        poll("oldham-2021", north="lab", south="lab"),
        sized(poll("oldham-2022", north="con", south="con"), 5),
    ]
    council, _ = after(make_store, *polls)
    assert (council.continuing, council.whole) == ({"lab": 3}, True)


def test_a_contest_that_is_not_in_the_store_leaves_a_seat_unknown(make_store: MakeStore) -> None:
    lacking = replace(
        poll("oldham-2021", north="lab"), contests=2, missing=(MissingContest("South", "countermanded", 1),)
    )
    council, _ = after(
        make_store,
        poll("oldham-2019", north="lab", south="lab"),
        lacking,
        sized(poll("oldham-2022", north="con", south="con"), 6),
    )
    assert (council.whole, council.control) == (False, None)


def test_by_elections_are_followed(make_store: MakeStore) -> None:
    by_election = poll("oldham-by-2021-11-04", "by-election", day=date(2021, 11, 4), north="ind", south="ld")
    later = poll("oldham-by-2022-11-03", "by-election", day=date(2022, 11, 3), north="ind")
    last = sized(poll("oldham-2022", north="con", south="con"), 6)
    store = open_store(
        make_store(
            poll("oldham-2019", north="lab", south="con"),
            poll("oldham-2021", north="lab", south="lab"),
            by_election,
            last,
            later,
        )
    )
    council = council_in(store.election("oldham-2022"), store)
    # North may have elected ind to the seat of 2018, which was up in 2022; South to any of three
    assert council.missing == "it cannot be told who held the seats not up in North and South"
    assert council.last_elected == (2019, 2021)
    assert {p: (council.by_party.get(p, 0), council.at_most(p)) for p in ("lab", "con", "ind", "ld", "ukip")} == {
        "lab": (1, 3),
        "con": (2, 3),
        "ind": (0, 1),
        "ld": (0, 1),
        "ukip": (0, 0),
    }
