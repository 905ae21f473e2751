"""Which election came before, and which filled the same seats."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from analysis.builders import contest, election, won
from conftest import MakeStore

from wardcheck.checks import check
from wardcheck.facts.baseline import baselines
from wardcheck.facts.cycle import last_ordinary, previous, previous_cycle, rounds_before, same_seats
from wardcheck.model import Election
from wardcheck.store import Store, open_store
from wardcheck.store.councils import NO_COUNCILS, Councils

DAYS = {
    2014: date(2014, 5, 22),
    2015: date(2015, 5, 7),
    2016: date(2016, 5, 5),
    2018: date(2018, 5, 3),
    2019: date(2019, 5, 2),
    2021: date(2021, 5, 6),
    2022: date(2022, 5, 5),
    2023: date(2023, 5, 4),
    2024: date(2024, 5, 2),
}
NOBODY = Councils(NO_COUNCILS, "")


def of(council: str, year: int, kind: str = "thirds", **known: object) -> Election:
    known = {"kind": kind, "council": council.title(), "day": DAYS[year], **known}
    return election(contest(1, won("A", "con", 1)), slug=f"{council}-{year}", **known)


@pytest.mark.parametrize(
    ("council", "year", "kind", "expected"),
    [
        # by thirds, and the polls of 2020 were put off to 2021
        ("oldham", 2018, "thirds", "oldham-2014"),
        ("oldham", 2019, "thirds", "oldham-2015"),
        ("oldham", 2021, "thirds", "oldham-2016"),
        ("oldham", 2022, "thirds", "oldham-2018"),
        ("oldham", 2024, "thirds", "oldham-2023"),  # the whole council was elected in 2023
        # the whole of Leeds was elected in 2018, and a third of it was up in each of the three elections after
        ("leeds", 2018, "all", "leeds-2016"),
        ("leeds", 2019, "thirds", "leeds-2018"),
        ("leeds", 2021, "thirds", "leeds-2018"),
        ("leeds", 2022, "thirds", "leeds-2018"),
        ("leeds", 2023, "thirds", "leeds-2019"),
        ("leeds", 2024, "thirds", "leeds-2021"),
        # by halves
        ("adur", 2018, "halves", "adur-2014"),
        ("adur", 2021, "halves", "adur-2016"),
        ("adur", 2022, "halves", "adur-2018"),
        ("adur", 2024, "halves", "adur-2021"),
        ("cheltenham", 2022, "halves", "cheltenham-2018"),
        # whole councils
        ("barnet", 2022, "all", "barnet-2018"),
        ("hertsmere", 2019, "all", "hertsmere-2015"),
        # the register begins with 2014, and does not say whether Doncaster had an election in 2015
        ("oldham", 2016, "thirds", None),
        ("adur", 2016, "halves", None),
        ("barnet", 2014, "all", None),
    ],
)
def test_the_same_seats(shipped: Store, council: str, year: int, kind: str, expected: str | None) -> None:
    assert previous_cycle(of(council, year, kind), shipped.councils) == expected


def test_the_last_ordinary_election(shipped: Store) -> None:
    assert last_ordinary(of("leeds", 2024), shipped.councils) == "leeds-2023"
    assert last_ordinary(of("leeds", 2021), shipped.councils) == "leeds-2019"
    assert last_ordinary(of("doncaster", 2018, "by-election"), shipped.councils) == "doncaster-2017"
    assert last_ordinary(of("doncaster", 2016, "by-election"), shipped.councils) is None  # 2015 is unknown
    assert last_ordinary(of("nowhere", 2018), shipped.councils) is None
    assert [r.year for r in rounds_before(of("derby", 2018), shipped.councils)] == [2016, 2015, 2014]


def test_a_by_election_of_the_year_of_an_ordinary_one(shipped: Store) -> None:
    one = of("leeds", 2019, "by-election")
    assert last_ordinary(one, shipped.councils) == "leeds-2018"  # on the same day
    assert last_ordinary(replace(one, date=date(2019, 10, 3)), shipped.councils) == "leeds-2019"
    assert last_ordinary(replace(one, date=date(2019, 2, 7)), shipped.councils) == "leeds-2018"
    assert same_seats(one, shipped.councils) is None


def test_what_the_file_says_comes_first(shipped: Store) -> None:
    one = of("oldham", 2022, previous="oldham-2014", previous_cycle="oldham-2016")
    assert (previous(one, shipped.councils), previous_cycle(one, shipped.councils)) == ("oldham-2014", "oldham-2016")
    assert previous_cycle(replace(one, previous_cycle=None), shipped.councils) == "oldham-2018"
    assert previous_cycle(replace(one, previous_cycle=None), NOBODY) == "oldham-2014"
    assert previous_cycle(of("nowhere", 2018, "all", previous="nowhere-2014"), NOBODY) == "nowhere-2014"


def test_check_compares_what_the_file_says_with_the_register(shipped: Store) -> None:
    earlier = [of("oldham", 2016), of("oldham", 2018), of("oldham", 2021)]

    def found(**known: Any) -> list[str]:
        findings = check(of("oldham", 2022, **known), previous=earlier, councils=shipped.councils)
        return [f"{f.rule}: {f.message}" for f in findings if f.rule.startswith("previous")]

    assert found(previous="oldham-2021", previous_cycle="oldham-2018") == []
    assert found(previous_cycle="oldham-2016") == [
        "previous-cycle: expected oldham-2018, which filled the same seats by the register of councils, got oldham-2016"
    ]
    assert found(previous="oldham-2018") == [
        "previous-election: expected oldham-2021, which came last by the register of councils, got oldham-2018"
    ]
    assert found(previous_cycle="oldham-2014") == ["previous-cycle: expected an election of the store, got oldham-2014"]
    assert found(kind="all", previous_cycle="oldham-2018") == [
        "previous-cycle: expected none but for an election by thirds or halves, got oldham-2018"
    ]


# -- by-elections ------------------------------------------------------------------------------------------


def poll(slug: str, day: date, kind: str, *wards: str, council: str = "Town") -> Election:
    contests = [contest(1, won(f"A {ward}", "con", 1), slug=ward) for ward in wards]
    return election(*contests, slug=slug, day=day, kind=kind, council=council)


def test_each_ward_of_a_by_election_has_its_own_latest_poll(make_store: MakeStore) -> None:
    polls = [
        poll("town-2014", DAYS[2014], "thirds", "east", "north", "west"),
        poll("town-2015", DAYS[2015], "thirds", "north", "west"),
        poll("town-by-2016-11-03", date(2016, 11, 3), "by-election", "west"),
        poll("town-by-2018-05-03", DAYS[2018], "by-election", "east", "north", "south", "west"),
        poll("town-2018", DAYS[2018], "thirds", "east"),  # of the same day, and so not before
    ]
    store = open_store(make_store(*polls))
    assert baselines(polls[3], store) == {
        "town-2014": {"east"},
        "town-2015": {"north"},
        "town-by-2016-11-03": {"west"},
    }


def test_a_ward_that_a_whole_council_did_without_has_no_poll_before(make_store: MakeStore) -> None:
    by_election = poll("town-by-2019-05-02", DAYS[2019], "by-election", "east")
    polls = [
        poll("town-2014", DAYS[2014], "all", "east"),
        poll("town-2018", DAYS[2018], "all", "north"),
        by_election,
    ]
    assert baselines(by_election, open_store(make_store(*polls))) == {}


def test_an_election_that_the_store_lacks_is_not_passed_over(make_store: MakeStore) -> None:
    by_election = poll("oldham-by-2023-11-02", date(2023, 11, 2), "by-election", "east", council="Oldham")
    polls = [poll("oldham-2022", DAYS[2022], "thirds", "east", council="Oldham"), by_election]
    assert list(baselines(by_election, open_store(make_store(*polls)))) == ["oldham-2023"]
