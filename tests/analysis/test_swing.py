"""Swings worked out by hand; the sum stands beside each case."""

from __future__ import annotations

import pytest

from analysis.builders import contest, election, stood, won
from wardcheck.analysis.swing import SwingRow, swing
from wardcheck.facts.party_votes import Measure
from wardcheck.model import Ward
from wardcheck.render.frame import to_frame
from wardcheck.store import Store


def in_ward(store: Store, council: str, ward: str, a: str, b: str, measure: Measure = "top") -> SwingRow:
    rows = swing(store.election(f"{council}-2014"), store.election(f"{council}-2018"), a, b, measure=measure)
    (row,) = (row for row in rows if row.ward == ward)
    return row


def test_darwin_one_seat(shipped: Store) -> None:
    row = in_ward(shipped, "bromley", "darwin", "con", "lab")
    # con 987 of 1,937 = 50.9551 % to 1,201 of 1,649 = 72.8320 %, up 21.8769
    # lab 135 of 1,937 = 6.9695 % to 185 of 1,649 = 11.2189 %, up 4.2494
    assert (row.a_share_from_pct, row.a_share_to_pct) == pytest.approx((50.9551, 72.8320), abs=5e-5)
    assert (row.b_share_from_pct, row.b_share_to_pct) == pytest.approx((6.9695, 11.2189), abs=5e-5)
    # (21.8769 - 4.2494) / 2 = 8.8138 to the Conservatives
    assert row.butler_pp == pytest.approx(8.8138, abs=1e-4)
    # of the two 987 / 1,122 = 87.9679 % to 1,201 / 1,386 = 86.6522 %: 1.3157 away from them
    assert row.steed_pp == pytest.approx(-1.3157, abs=1e-4)


def test_shortlands_two_seats(shipped: Store) -> None:
    row = in_ward(shipped, "bromley", "shortlands", "con", "lab")
    # best candidates 2014: 1,959 + 655 + 566 + 396 + 334 = 3,910; con 50.1023 %, lab 14.4757 %
    # 2018: 2,080 + 570 + 511 + 342 = 3,503; con 59.3777 %, lab 16.2718 %
    # Butler (9.2754 - 1.7961) / 2 = 3.7397
    assert row.butler_pp == pytest.approx(3.7397, abs=1e-4)
    # Steed 2,080 / 2,650 - 1,959 / 2,525 = 78.4906 - 77.5842 = 0.9064
    assert row.steed_pp == pytest.approx(0.9064, abs=1e-4)
    # by all votes 2014: con 3,711, lab 1,050 of 6,146; 2018: con 4,015, lab 1,070 of 6,355
    # con 60.3807 to 63.1786 %, lab 17.0843 to 16.8371 %: (2.7979 + 0.2472) / 2 = 1.5225
    assert in_ward(shipped, "bromley", "shortlands", "con", "lab", "sum").butler_pp == pytest.approx(1.5225, abs=1e-4)


def test_hale_three_seats(shipped: Store) -> None:
    row = in_ward(shipped, "barnet", "hale", "lab", "con")
    # best candidates 2014: 2,178 + 2,019 + 536 + 335 = 5,068; lab 39.8382 %, con 42.9755 %
    # 2018: 3,130 + 2,347 + 420 + 397 = 6,294; lab 37.2895 %, con 49.7299 %
    # ((37.2895 - 39.8382) + (42.9755 - 49.7299)) / 2 = (-2.5487 - 6.7544) / 2 = -4.6515
    assert row.butler_pp == pytest.approx(-4.6515, abs=1e-4)
    # 2,347 / 5,477 - 2,019 / 4,197 = 42.8519 - 48.1058 = -5.2539
    assert row.steed_pp == pytest.approx(-5.2539, abs=1e-4)


def test_the_whole_of_barnet(shipped: Store) -> None:
    overall, *wards = swing(shipped.election("barnet-2014"), shipped.election("barnet-2018"), "lab", "con")
    assert (overall.ward, len(wards)) == (None, 21)
    # lab 36.3120 to 38.8648 %, con 38.5365 to 44.3048 %: (2.5528 - 5.7683) / 2
    assert overall.butler_pp == pytest.approx(-1.6078, abs=1e-4)
    # 44,159 / 94,499 - 36,076 / 74,362 = 46.7296 - 48.5140
    assert overall.steed_pp == pytest.approx(-1.7844, abs=1e-4)
    swings = [row.butler_pp for row in wards if row.butler_pp is not None]
    assert swings == sorted(swings, reverse=True)


def test_undefined_where_one_did_not_stand(shipped: Store) -> None:
    row = in_ward(shipped, "bromley", "darwin", "con", "ukip")
    # UKIP did not stand in 2018; its share of 2014 is known, 661 of 1,937 = 34.1249 %
    assert row.b_share_from_pct == pytest.approx(34.1249, abs=5e-5)
    assert row.b_share_to_pct is None
    assert (row.butler_pp, row.steed_pp) == (None, None)


def test_undefined_last_and_all_wards_first() -> None:
    before = election(
        contest(1, won("A", "con", 60), stood("B", "lab", 40), slug="both"),
        contest(1, won("A", "con", 50), slug="alone"),
        slug="town-2014",
    )
    after = election(
        contest(1, won("A", "con", 50), stood("B", "lab", 50), slug="both"),
        contest(1, won("A", "con", 50), stood("B", "lab", 50), slug="alone"),
    )
    overall, both, alone = swing(before, after, "lab", "con")
    assert [row.ward for row in (overall, both, alone)] == [None, "both", "alone"]
    # lab 40 to 50 %, con 60 to 50 %
    assert (both.butler_pp, both.steed_pp) == pytest.approx((10, 10))
    assert (alone.butler_pp, alone.steed_pp) == (None, None)
    # together are the wards where both stood twice, which is one: over both wards Labour, absent from the second in
    # 2014, would have risen from 40 of 150 to 100 of 200
    assert (overall.butler_pp, overall.a_share_from_pct) == pytest.approx((10, 40))
    assert overall.wards == 1
    assert to_frame([overall, both, alone])["ward"].isna().tolist() == [True, False, False]


def test_the_whole_is_of_the_wards_that_had_a_poll_in_the_later_election() -> None:
    def poll(slug: str, con: int, lab: int) -> Ward:
        return contest(1, won("A", "con", con), stood("B", "lab", lab), slug=slug)

    quiet = contest(1, won("A", "con", None), slug="quiet", status="unopposed")
    before = election(poll("old", 60, 40), slug="town-2014")
    after = election(poll("one", 50, 30), poll("two", 40, 50), poll("three", 30, 70), quiet)
    (row,) = swing(before, after, "lab", "con", whole=True)
    # lab 40 of 100 to 150 of 270, con 60 of 100 to 120 of 270: lab up 15.5556 pp and con down as much
    assert (row.ward, row.wards) == (None, 3)
    assert row.butler_pp == pytest.approx(15.5556, abs=1e-4)


def test_nothing_to_swing_on() -> None:
    nobody = election(contest(1, won("A", "con", 0), stood("B", "lab", 0), stood("C", "ld", 9)), slug="town-2014")
    overall, ward = swing(nobody, nobody, "lab", "con")
    # 0 of 9 votes is a share, 0 of 0 votes is none
    assert (ward.a_share_to_pct, ward.butler_pp, ward.steed_pp) == (0, 0, None)
    assert (overall.butler_pp, overall.steed_pp) == (0, None)


def test_a_party_that_stood_nowhere(shipped: Store) -> None:
    rows = swing(shipped.election("barnet-2014"), shipped.election("barnet-2018"), "lab", "reform")
    assert {(row.butler_pp, row.b_share_from_pct) for row in rows} == {(None, None)}
    assert (rows[0].ward, rows[0].wards) == (None, 0)


def test_no_ward_in_common(shipped: Store) -> None:
    assert swing(shipped.election("barnet-2018"), shipped.election("barnet-2022"), "lab", "con") == []


def test_no_poll() -> None:
    before = election(contest(1, won("A", "con", 60), stood("B", "lab", 40)), slug="town-2014")
    rows = swing(before, election(contest(1, won("A", "con", None), status="unopposed")), "lab", "con")
    assert [(row.ward, row.butler_pp, row.wards) for row in rows] == [(None, None, 0), ("ward", None, 1)]


def test_together_are_the_wards_where_both_stood_twice(shipped: Store) -> None:
    together, *wards = swing(shipped.election("barnet-2014"), shipped.election("barnet-2018"), "con", "green")
    left_out = [row.ward for row in wards if row.butler_pp is None]
    assert sorted(filter(None, left_out)) == ["colindale", "coppetts", "finchley-church-end"]
    assert together.wards == 18
    # best votes in the other 18, added up from the ward files: con 33,697 and green 9,518 of 86,316 in 2014 (each of
    # two independents of one ward counted), con 44,548 and green 7,435 of 99,172 in 2018
    # con 39.0391 to 44.9199 %, green 11.0269 to 7.4971 %: (5.8808 + 3.5298) / 2
    assert together.butler_pp == pytest.approx(4.7053, abs=1e-4)
    # of the two 33,697 / 43,215 = 77.9752 % to 44,548 / 51,983 = 85.6972 %
    assert together.steed_pp == pytest.approx(7.7220, abs=1e-4)
