"""Seats held, gained and lost, by hand; and what may not be compared."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.builders import contest, election, won
from wardcheck.analysis.gains import baseline
from wardcheck.analysis.report import Slugs
from wardcheck.analysis.seats import SeatRow, seats
from wardcheck.model import Candidacy, Election, Ward
from wardcheck.store import Store

Moves = tuple[int, int | None, int | None, int | None, int | None, int | None]


def moves(rows: Sequence[SeatRow]) -> dict[str, Moves]:
    """By party: seats, before, held, gained, lost and change."""
    return {row.party: (row.seats, row.seats_from, row.held, row.gained, row.lost, row.change) for row in rows}


def of(shipped: Store, slug: str, before: str, *wards: str) -> dict[str, Moves]:
    """The moves in some wards of a shipped election, as if they were all of it."""
    chosen = frozenset(wards)
    return moves(seats(shipped.election(slug).only(chosen), shipped.election(before).only(chosen)))


# -- three real wards, by hand -----------------------------------------------------------------------------


def test_three_seats_childs_hill(shipped: Store) -> None:
    # 2014: Ryde and Zinkin (Con), Cohen (LD); 2018: Ryde and Zinkin (Con), Clarke (Lab)
    assert of(shipped, "barnet-2018", "barnet-2014", "childs-hill") == {
        "con": (2, 2, 2, 0, 0, 0),
        "lab": (1, 0, 0, 1, 0, 1),
        "ld": (0, 1, 0, 0, 1, -1),
    }


def test_two_seats_harefield(shipped: Store) -> None:
    # Palmer and Higgins in 2018; two Conservatives in 2014 as well
    assert of(shipped, "hillingdon-2018", "hillingdon-2014", "harefield") == {"con": (2, 2, 2, 0, 0, 0)}


def test_one_seat_mackworth(shipped: Store) -> None:
    # Whitby (Lab) in 2014, Pegg (Con) in 2018
    assert of(shipped, "derby-2018", "derby-2014", "mackworth") == {
        "con": (1, 0, 0, 1, 0, 1),
        "lab": (0, 1, 0, 0, 1, -1),
    }


def test_an_empty_election_has_no_rows() -> None:
    assert seats(election()) == []


# -- built -------------------------------------------------------------------------------------------------


def council(*wards: str, slug: str = "town-2018", total: int | None = None) -> Election:
    """``council("con con lab", "ld")``: a ward for each word list, those elected."""
    built = [
        contest(len(parties.split()), *(won(f"{p}{n}", p, 9 - n) for n, p in enumerate(parties.split())), slug=f"w-{i}")
        for i, parties in enumerate(wards)
    ]
    return election(*built, slug=slug, kind="all", seats_total=total or sum(w.seats for w in built))


def test_moves_are_added_up_over_wards() -> None:
    # ward 0: Con 2 to 1, Lab 1 to 2; ward 1: Con 0 to 1, LD 1 to 0. Con is level and yet gained one and lost one.
    rows = seats(council("con lab lab", "con"), council("con con lab", "ld", slug="town-2014"))
    assert moves(rows) == {
        "con": (2, 2, 1, 1, 1, 0),
        "lab": (2, 1, 1, 1, 0, 1),
        "ld": (0, 1, 0, 0, 1, -1),
    }
    assert [row.seats_pct for row in rows] == [50, 50, 0]
    assert {row.election for row in rows} == {"town-2018"}


def test_without_an_election_before_nothing_is_compared() -> None:
    assert moves(seats(council("con lab"))) == {
        "con": (1, None, None, None, None, None),
        "lab": (1, None, None, None, None, None),
    }


def test_largest_first_then_the_larger_before_then_by_slug() -> None:
    now, then = council("lab con ld", "green"), council("ld ld con", "ukip", slug="town-2014")
    assert [row.party for row in seats(now, then)] == ["ld", "con", "green", "lab", "ukip"]


def test_redrawn_wards_leave_the_change_of_whole_councils() -> None:
    now, then = council("con con lab"), council("con lab lab", slug="town-2014")
    redrawn = replace(now, wards=(replace(now.wards[0], slug="new"),))
    assert moves(seats(redrawn, then)) == {"con": (2, 1, None, None, None, 1), "lab": (1, 2, None, None, None, -1)}


def test_missing_wards_leave_no_change() -> None:
    now, then = council("con", "lab", total=9), council("con", slug="town-2014", total=9)
    assert moves(seats(now, then)) == {"con": (1, 1, 1, 0, 0, None), "lab": (1, 0, 0, 0, 0, None)}
    # which are of the one ward that both have
    assert {row.wards for row in seats(now, then)} == {1}
    # the same wards of both are a comparison of like with like
    assert moves(seats(now, replace(now, slug="town-2014")))["con"] == (1, 1, 1, 0, 0, 0)


def test_a_ward_with_another_number_of_seats_is_not_compared() -> None:
    found = baseline(council("con con", slug="town-2014"), council("con"))
    assert [now.slug for now in found.resized] == ["w-0"]
    assert not found.all_followed
    assert found.change_known


def test_wards_matched_by_name_alone_are_said_to_be() -> None:
    now, then = council("con", "lab"), council("con", "con", slug="town-2014")
    said = [one.text(Slugs()) for one in seats(now, then).remarks]
    assert said[1:] == [
        "2 wards are matched by name alone, for town-2014 has no codes for them that would tell whether they were "
        "redrawn."
    ]
    now, then = (replace(e, wards=tuple(replace(w, gss=f"E0{n}") for n, w in enumerate(e.wards))) for e in (now, then))
    assert len(seats(now, then).remarks) == 1


def test_seats_not_up_count_where_both_have_them() -> None:
    now, then = council("con", "lab"), council("lab", "lab", slug="town-2014")
    thirds = {"kind": "thirds", "seats_total": 6}
    now_whole = replace(now, **thirds, continuing={"con": 3, "ld": 1})  # type: ignore[arg-type]
    then_whole = replace(then, **thirds, continuing={"con": 4})  # type: ignore[arg-type]
    assert moves(seats(now_whole, then_whole)) == {
        "con": (4, 4, 0, 1, 0, 0),  # a seat gained in the wards, one fewer of those not up
        "lab": (1, 2, 1, 0, 1, -1),
        "ld": (1, 0, 0, 0, 0, 1),
    }
    then_in_part = replace(then, kind="thirds", seats_total=6)
    assert moves(seats(now_whole, then_in_part)) == {
        "con": (4, None, 0, 1, 0, None),
        "lab": (1, None, 1, 0, 1, None),
        "ld": (1, None, 0, 0, 0, None),
    }


def test_barnet(shipped: Store) -> None:
    rows = seats(shipped.election("barnet-2018"), shipped.election("barnet-2014"))
    assert moves(rows) == {
        "con": (38, 32, 32, 6, 0, 6),
        "lab": (25, 30, 24, 1, 6, -5),
        "ld": (0, 1, 0, 0, 1, -1),
    }


def test_wards_of_2022_were_redrawn(shipped: Store) -> None:
    rows = seats(shipped.election("barnet-2022"), shipped.election("barnet-2018"))
    assert moves(rows) == {"lab": (41, 25, None, None, None, 16), "con": (22, 38, None, None, None, -16)}


def test_a_by_election_is_not_compared_with_a_council(shipped: Store) -> None:
    rows = seats(shipped.election("barnet-by-2021-05-06"), shipped.election("barnet-2018"))
    assert moves(rows) == {"con": (2, None, None, None, None, None)}


@pytest.mark.parametrize("slug", ["wandsworth", "haringey", "redbridge", "richmond-upon-thames", "tower-hamlets"])
def test_sums_over_parties(shipped: Store, slug: str) -> None:
    now, then = shipped.election(f"{slug}-2018"), shipped.election(f"{slug}-2014")
    rows = seats(now, then)
    assert sum(row.seats for row in rows) == now.seats_total
    assert sum(row.seats_from or 0 for row in rows) == then.seats_total
    assert abs(sum(row.seats_pct or 0 for row in rows) - 100) < 1e-9


# -- any councils ------------------------------------------------------------------------------------------

PARTY = st.sampled_from(["con", "lab", "ld", "ind"])


def elected(ward: int, parties: list[str]) -> Ward:
    return contest(len(parties), *(Candidacy(f"{p}{n}", p, 1, True) for n, p in enumerate(parties)), slug=f"w-{ward}")


@given(
    st.lists(
        st.integers(1, 3).flatmap(
            lambda k: st.tuples(st.lists(PARTY, min_size=k, max_size=k), st.lists(PARTY, min_size=k, max_size=k))
        ),
        min_size=1,
        max_size=6,
    )
)
def test_what_was_held_gained_and_lost_adds_up(wards: list[tuple[list[str], list[str]]]) -> None:
    total = sum(len(now) for _, now in wards)
    then, now = (
        election(*(elected(n, pair[side]) for n, pair in enumerate(wards)), kind="all", seats_total=total)
        for side in (0, 1)
    )
    rows = seats(now, then)
    assert {row.party for row in rows} == {p for pair in wards for side in pair for p in side}
    for row in rows:
        assert row.seats_from is not None
        assert row.held is not None
        assert row.gained is not None
        assert row.lost is not None
        assert row.held + row.gained == row.seats
        assert row.held + row.lost == row.seats_from
        assert row.change == row.gained - row.lost == row.seats - row.seats_from
    assert sum(row.gained or 0 for row in rows) == sum(row.lost or 0 for row in rows)
    assert sum(row.seats for row in rows) == total
