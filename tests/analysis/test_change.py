"""Changes of votes worked out by hand; the sum stands beside each case."""

from __future__ import annotations

import re
from dataclasses import astuple

import pytest

from analysis.builders import contest, election, stood, won
from wardcheck.analysis.change import ChangeRow, change
from wardcheck.analysis.change_by_ward import WardChangeRow, change_by_ward
from wardcheck.facts.matched import comparison
from wardcheck.facts.party_votes import MEASURES, Measure, MeasureOrAll
from wardcheck.render.frame import to_frame
from wardcheck.store import Store


def test_rows_hold_their_columns_and_no_more() -> None:
    assert not hasattr(change(TOWN_2014, TOWN_2018)[0], "__dict__")


def borough(store: Store, before: str, after: str, measure: MeasureOrAll) -> dict[str, ChangeRow]:
    return {row.party: row for row in change(store.election(before), store.election(after), measure=measure)}


def in_ward(store: Store, council: str, ward: str, party: str) -> dict[Measure, WardChangeRow]:
    rows = change_by_ward(store.election(f"{council}-2014"), store.election(f"{council}-2018"), measure="all")
    return {row.measure: row for row in rows if (row.ward, row.party) == (ward, party)}


# -- Barnet ------------------------------------------------------------------------------------------------


def test_barnet_by_best_candidate(shipped: Store) -> None:
    rows = borough(shipped, "barnet-2014", "barnet-2018", "top")
    # 2014 as Wikipedia prints it
    then = {"con": 38_286, "lab": 36_076, "green": 10_800, "ld": 8_037, "ukip": 4_780}
    assert {party: rows[party].votes_from for party in then} == then
    # 2018, added up from the lines of the files without any of our readers
    for party, total in {"con": 50_340, "lab": 44_159, "ld": 10_468, "green": 7_435, "ukip": 122}.items():
        best = [
            max(map(int, re.findall(rf"party: {party}, votes: (\d+)", path.read_text(encoding="utf-8"))), default=0)
            for path in (shipped.root / "barnet" / "2018").glob("*.yaml")
        ]
        assert rows[party].votes_to == sum(best) == total
    # 50,340 - 38,286 and 44,159 - 36,076
    assert (rows["con"].votes_change, rows["lab"].votes_change) == (12_054, 8_083)


def test_barnet_by_sum(shipped: Store) -> None:
    rows = borough(shipped, "barnet-2014", "barnet-2018", "sum")
    # "over 40,000 added" was said of the Conservatives: 146,198 - 108,774 = 37,424; of Labour "over 20,000"
    assert (rows["con"].votes_from, rows["con"].votes_to, rows["con"].votes_change) == (108_774, 146_198, 37_424)
    assert rows["lab"].votes_change == 23_150
    # 37,424 / 108,774 = 34.405 %
    assert rows["con"].votes_change_pct == pytest.approx(34.4053, abs=5e-5)


def test_barnet_in_seats(shipped: Store) -> None:
    rows = borough(shipped, "barnet-2014", "barnet-2018", "top")
    # ConservativeHome: 38 and 25, after a majority of one: 32 of 63
    seats = {party: (row.seats_from, row.seats_to, row.seats_change) for party, row in rows.items() if row.seats_from}
    assert seats == {"con": (32, 38, 6), "lab": (30, 25, -5), "ld": (1, 0, -1)}
    assert (rows["green"].candidates_from, rows["green"].candidates_to) == (45, 27)


def test_most_votes_first(shipped: Store) -> None:
    rows = change(shipped.election("barnet-2014"), shipped.election("barnet-2018"))
    assert [row.votes_to for row in rows] == sorted((row.votes_to or 0 for row in rows), reverse=True)
    assert [row.party for row in rows][:5] == ["con", "lab", "ld", "green", "wep"]
    # and by ward first, then so
    wards = change_by_ward(shipped.election("barnet-2014"), shipped.election("barnet-2018"))
    keys = [(row.ward, -(row.votes_to or 0), -(row.votes_from or 0), row.party) for row in wards]
    assert keys == sorted(keys)


# -- wards -------------------------------------------------------------------------------------------------


def figures(row: WardChangeRow) -> tuple[int | None, int | None, int | None]:
    return row.votes_from, row.votes_to, row.votes_change


def test_greens_of_oakleigh_three_seats(shipped: Store) -> None:
    rows = in_ward(shipped, "barnet", "oakleigh", "green")
    # 2014: Cutting 436, Newby 370, Shapiro 317, together 1,123; 2018: Bailey alone, 535
    assert figures(rows["sum"]) == (1123, 535, -588)
    assert figures(rows["top"]) == (436, 535, 99)
    # 1,123 / 3 = 374.3 each, against 535
    assert figures(rows["mean"]) == (374, 535, 161)
    # 374.3 for each seat, against 535 / 3 = 178.3
    assert figures(rows["per_seat"]) == (374, 178, -196)
    assert all(row.sign_depends_on_measure for row in rows.values())
    assert {(row.candidates_from, row.candidates_to) for row in rows.values()} == {(3, 1)}
    # of the best candidates 1,935 + 1,110 + 498 + 436 + 239 + 107 = 4,325: 436 are 10.0809 %;
    # of 2,814 + 1,943 + 535 + 421 = 5,713 in 2018, 535 are 9.3646 %
    assert rows["top"].share_from_pct == pytest.approx(10.0809, abs=5e-5)
    assert rows["top"].share_to_pct == pytest.approx(9.3646, abs=5e-5)
    assert rows["top"].share_change_pp == pytest.approx(-0.7163, abs=1e-4)


def test_labour_in_edgware_and_burnt_oak_three_seats(shipped: Store) -> None:
    edgware = in_ward(shipped, "barnet", "edgware", "lab")
    # 1,180 + 1,155 + 1,140 = 3,475; 1,311 + 1,077 + 1,019 = 3,407
    assert (figures(edgware["sum"]), figures(edgware["top"])) == ((3475, 3407, -68), (1180, 1311, 131))
    burnt_oak = in_ward(shipped, "barnet", "burnt-oak", "lab")
    # 2,622 + 2,223 + 2,177 = 7,022; 2,440 + 2,321 + 2,320 = 7,081
    assert (figures(burnt_oak["sum"]), figures(burnt_oak["top"])) == ((7022, 7081, 59), (2622, 2440, -182))
    assert edgware["top"].sign_depends_on_measure
    assert burnt_oak["sum"].sign_depends_on_measure


def test_dalston_two_seats(shipped: Store) -> None:
    labour = in_ward(shipped, "hackney", "dalston", "lab")
    # 1,173 + 1,067 = 2,240; 1,237 + 978 = 2,215, down 25; the best of them 1,173 to 1,237, up 64
    assert (figures(labour["sum"]), figures(labour["top"])) == ((2240, 2215, -25), (1173, 1237, 64))
    # 1,120 to 1,107.5: half a vote goes to the even number, 1,108
    assert figures(labour["mean"]) == figures(labour["per_seat"]) == (1120, 1108, -12)
    assert labour["mean"].sign_depends_on_measure
    # -12.5 / 1,120 = -1.1161 %, of the votes before they are rounded
    assert labour["mean"].votes_change_pct == pytest.approx(-1.1161, abs=5e-5)
    green = in_ward(shipped, "hackney", "dalston", "green")
    # 664 + 489 = 1,153 to 957 + 545 = 1,502
    assert (figures(green["sum"]), figures(green["top"])) == ((1153, 1502, 349), (664, 957, 293))
    # by the two: 576.5 goes to 576; 751
    assert figures(green["mean"]) == (576, 751, 175)
    assert (green["sum"].seats_from, green["sum"].seats_to, green["sum"].sign_depends_on_measure) == (0, 0, False)


def test_darwin_one_seat(shipped: Store) -> None:
    rows = in_ward(shipped, "bromley", "darwin", "con")
    assert set(map(figures, rows.values())) == {(987, 1201, 214)}
    for row in rows.values():
        # 987 / (987 + 661 + 135 + 89 + 65 = 1,937) = 50.9551 %; 1,201 / (1,201 + 185 + 133 + 130 = 1,649) = 72.8320 %
        assert row.share_from_pct == pytest.approx(50.9551, abs=5e-5)
        assert row.share_to_pct == pytest.approx(72.8320, abs=5e-5)
        assert (row.seats_change, row.sign_depends_on_measure) == (0, False)
    ukip = in_ward(shipped, "bromley", "darwin", "ukip")["top"]
    # it did not stand again: nought, and not unknown
    assert (ukip.candidates_to, *figures(ukip)) == (0, 661, 0, -661)
    assert (ukip.votes_change_pct, ukip.share_to_pct) == (-100, 0)


# -- small elections ---------------------------------------------------------------------------------------

TOWN_2014 = election(
    contest(2, won("A", "con", 100), won("B", "con", 90), stood("C", "lab", 80), slug="east", gss="E05000001"),
    contest(1, won("D", "lab", 60), stood("E", "con", 40), slug="west", gss="E05000002"),
    contest(1, won("F", "ld", 10), slug="gone", gss="E05000003"),
    slug="town-2014",
)
TOWN_2018 = election(
    contest(2, won("A", "con", 70), won("C", "lab", 60), stood("G", "lab", 50), slug="east", gss="E05000001"),
    contest(1, won("D", "lab", 50), stood("H", "ind", 50), slug="new-west", gss="E05000002"),
    contest(1, won("F", "ld", 20), slug="gone", gss="E05000009"),
)


def test_totals_are_of_matched_wards_and_absence_counts_nought() -> None:
    con, lab, ind = sorted(
        change(TOWN_2014, TOWN_2018, measure="sum"), key=lambda r: ["con", "lab", "ind"].index(r.party)
    )
    # con 190 + 40 = 230 to 70 + 0; lab 80 + 60 = 140 to 110 + 50 = 160; ind 0 to 50; ld stood in redrawn wards alone
    assert (con.votes_from, con.votes_to, con.candidates_from, con.candidates_to) == (230, 70, 3, 1)
    assert (lab.votes_from, lab.votes_to, lab.votes_change) == (140, 160, 20)
    assert (ind.votes_from, ind.votes_to, ind.votes_change_pct) == (0, 50, None)
    # 140 of 370 votes, 160 of 280
    assert (lab.share_from_pct, lab.share_to_pct) == pytest.approx((100 * 140 / 370, 100 * 160 / 280))
    assert (con.seats_from, con.seats_to, lab.seats_from, lab.seats_to) == (2, 1, 1, 2)
    # of lab by top: 80 + 60 = 140 to 60 + 50 = 110, down
    assert lab.sign_depends_on_measure


def test_unmatched_wards_are_told() -> None:
    found = comparison(TOWN_2014, TOWN_2018)
    assert [(then.slug, now.slug) for then, now in found.counted] == [("east", "east"), ("west", "new-west")]
    # its name survives, its boundaries do not
    assert [[w.slug for w in side] for side in (found.only_before, found.only_after)] == [["gone"], ["gone"]]
    # a ward goes by its later name
    assert {row.ward for row in change_by_ward(TOWN_2014, TOWN_2018)} == {"east", "new-west"}


def test_no_ward_in_common(shipped: Store) -> None:
    before, after = shipped.election("barnet-2018"), shipped.election("barnet-2022")
    assert not change(before, after)
    assert not change_by_ward(before, after)
    assert not change(before, after).answered
    found = comparison(before, after)
    assert (len(found.only_before), len(found.only_after)) == (21, 24)


def test_a_ward_without_a_poll_is_in_no_total_and_has_rows_without_votes() -> None:
    after = election(contest(2, won("A", "con", None), won("B", "con", None), slug="east", status="unopposed"))
    assert change(TOWN_2014, after) == []
    con, lab = change_by_ward(TOWN_2014, after)
    assert astuple(con)[2:8] == ("east", "con", 2, 2, None, None)
    assert astuple(con)[8:13] == (None,) * 5
    assert astuple(con)[13:] == (2, 2, 0, "top", None, "wards", False)
    assert (lab.party, lab.candidates_from, lab.candidates_to, lab.votes_to) == ("lab", 1, 0, None)
    assert to_frame([con, lab])["votes_from"].isna().all()


def test_no_change_is_a_sign_of_its_own() -> None:
    before = election(contest(1, won("A", "con", 5), stood("B", "con", 3)), slug="town-2014")
    after = election(contest(1, won("A", "con", 6), stood("B", "con", 2)))
    # sum 8 to 8, top 5 to 6
    assert {row.sign_depends_on_measure for row in change(before, after, measure="all")} == {True}
    assert {row.sign_depends_on_measure for row in change(before, before, measure="all")} == {False}


def test_nobody_voted() -> None:
    nothing = election(contest(1, won("A", "con", 0), stood("B", "lab", 0)), slug="town-2014")
    for row in change(nothing, nothing):
        assert (row.votes_change, row.votes_change_pct, row.share_from_pct, row.share_change_pp) == (
            0,
            None,
            None,
            None,
        )


def test_all_measures_side_by_side(shipped: Store) -> None:
    before, after = shipped.election("barnet-2014"), shipped.election("barnet-2018")
    rows = change(before, after, measure="all")
    assert [row.measure for row in rows] == [*MEASURES] * (len(rows) // 4)
    for measure in MEASURES:
        assert {r.party: r for r in rows if r.measure == measure} == {
            r.party: r for r in change(before, after, measure=measure)
        }


def test_a_frame_has_nullable_columns(shipped: Store) -> None:
    for rows in (
        change(shipped.election("barnet-2014"), shipped.election("barnet-2018")),
        change_by_ward(shipped.election("barnet-2014"), shipped.election("barnet-2018")),
    ):
        frame = to_frame(rows)
        kinds = {name: str(dtype) for name, dtype in frame.dtypes.items()}
        assert {kinds[f"{what}_{when}"] for what in ("votes", "seats") for when in ("from", "to", "change")} == {
            "Int64"
        }
        assert {kind for name, kind in kinds.items() if str(name).endswith(("_pct", "_pp"))} == {"Float64"}
        assert kinds["sign_depends_on_measure"] == "boolean"
        # votes of a party that did not stand before have no percentage
        assert frame["votes_change_pct"].isna().any()


# -- which ward is which -----------------------------------------------------------------------------------


def test_no_ward_is_in_two_pairs() -> None:
    one = contest(1, won("A", "con", 1), slug="mill", gss="E05000001")
    # renamed with its code, while another ward, of which no code is known, has the name now
    renamed = contest(1, won("A", "con", 1), slug="old-mill", gss="E05000001")
    named = contest(1, won("A", "con", 1), slug="mill")
    found = comparison(election(one, slug="town-2014"), election(named, renamed))
    assert [(then.slug, now.slug) for then, now in found.same] == [("mill", "old-mill")]
    assert list(found.only_after) == [named]


def test_by_slug_where_a_code_is_unknown() -> None:
    one, other = (
        contest(1, won("A", "con", 1), slug="mill", gss="E05000001"),
        contest(1, won("A", "con", 1), slug="mill"),
    )
    assert comparison(election(one, slug="town-2014"), election(other)).same == [(one, other)]
    assert comparison(election(other, slug="town-2014"), election(one)).same == [(other, one)]
