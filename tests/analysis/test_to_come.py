"""Whether control can still change, against every way in which the seats to come can fall."""

from __future__ import annotations

from collections import Counter
from itertools import combinations_with_replacement

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.builders import contest, election, won
from wardcheck.analysis.report import Slugs
from wardcheck.analysis.seats import seats
from wardcheck.analysis.to_come import in_reach, to_come
from wardcheck.facts.council import Council
from wardcheck.model import MissingContest

PARTIES = ("con", "ind", "lab", "ld")


def council(up: dict[str, int], count: int) -> Council:
    return Council(up=up, continuing={}, size=sum(up.values()) + count, to_come=count, missing="some are to come")


def said(found: Council) -> str:
    return " ".join(one.text(Slugs()) for one in to_come(found))


@given(st.dictionaries(st.sampled_from(PARTIES), st.integers(1, 5)), st.integers(1, 5))
def test_in_reach_is_who_has_control_in_some_way(up: dict[str, int], count: int) -> None:
    found = council(up, count)
    ends = [Counter(up) + Counter(ways) for ways in combinations_with_replacement((*PARTIES, "new"), count)]
    winners = {p for end in ends for p, n in end.items() if p != "ind" and 2 * n > sum(end.values())}
    text = said(found)
    if found.controlled_by is not None:
        assert winners == {found.controlled_by}
        assert f"whatever they bring {found.controlled_by} has it" in text
    elif "new" in winners:
        assert text.endswith("any party can still reach it.")
    else:
        assert set(in_reach(found)) == winners
        assert ("no party can reach it any more" in text) == (not winners)


@pytest.mark.parametrize(
    ("up", "count", "words"),
    [
        # by hand: 5 of 9 is control
        ({"con": 4, "lab": 2}, 3, "3 seats of this election are to come; control is 5 of 9, and of all parties these "),
        (
            {"con": 5, "lab": 2},
            2,
            "2 seats of this election are to come; control is 5 of 9, and whatever they bring con",
        ),
        (
            {"con": 4, "lab": 4},
            1,
            "1 seat of this election is to come; control is 5 of 9, and of all parties these can ",
        ),
        ({"con": 3, "lab": 3, "ld": 2}, 1, "1 seat of this election is to come; control is 5 of 9, and no party can "),
        ({"con": 1}, 8, "8 seats of this election are to come; control is 5 of 9, and any party can still reach it."),
    ],
)
def test_by_hand(up: dict[str, int], count: int, words: str) -> None:
    assert said(council(up, count)).startswith(words)


def test_nothing_to_come_or_nothing_known() -> None:
    assert said(council({"con": 3}, 0)) == ""
    assert said(council({"con": 3}, 2)._replace(size=None)) == "2 seats of this election are to come."
    assert said(council({"con": 3}, 2)._replace(continuing=None)) == "2 seats of this election are to come."
    assert said(council({"con": 3}, 2)._replace(to_come=None)) == ""


def test_seats_says_it() -> None:
    town = election(
        contest(1, won("Ada", "lab", 9)),
        kind="all",
        seats_total=3,
        contests=2,
        missing=(MissingContest("Second", "not declared yet", 2),),
    )
    texts = [one.text(Slugs()) for one in seats(town).remarks]
    assert "2 seats of this election are to come; control is 2 of 3, and any party can still reach it." in texts
