"""The change in turnout worked out by hand; the sum stands beside each case."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from analysis.builders import contest, election, stood, won
from wardcheck.analysis.report import Slugs
from wardcheck.analysis.turnout import turnout
from wardcheck.analysis.turnout_change import TurnoutChangeRow, totals, turnout_change
from wardcheck.facts.papers import Definition
from wardcheck.model import Ballots, Election, ReportedTurnout, Ward
from wardcheck.store import Store
from wardcheck.store.layout import election_folder

FIGURES = (
    *("electorate_from", "electorate_to", "electorate_change", "papers_from", "papers_to", "papers_change"),
    *("turnout_from_pct", "turnout_to_pct", "turnout_change_pp"),
)


def ward(slug: str, electorate: int | None = 1000, papers: int | None = None, **known: Any) -> Ward:
    ballots = known.pop("ballots", Ballots(at_count=papers))
    return contest(
        1, won("A", "con", 60), stood("B", "lab", 40), slug=slug, electorate=electorate, ballots=ballots, **known
    )


def unopposed(slug: str) -> Ward:
    return contest(1, won("A", "con", None), slug=slug, status="unopposed", electorate=1000)


def town(year: int, *wards: Ward, **known: Any) -> Election:
    return election(*wards, slug=f"town-{year}", **{"kind": "all", **known})


def shipped_rows(
    store: Store, before: str, after: str, definition: Definition = "ballot-box"
) -> Sequence[TurnoutChangeRow]:
    return turnout_change(store.election(before), store.election(after), definition=definition)


def figures(row: TurnoutChangeRow) -> list[Any]:
    return [getattr(row, name) for name in FIGURES]


# -- wards -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("slug", "seats", "counts", "pct"),
    [
        # one seat. 46 % of 4,343 is 1,997.78; 13.22 papers more are 0.3044 % of it.
        # 42 % of 4,307 is 1,808.94; 3.06 papers more are 0.0710 % of it. 42.0710 - 46.3044 = -4.2334
        ("park-hill-and-whitgift", 1, [4343, 4307, -36, 2011, 1812, -199], [46.3044, 42.0710, -4.2334]),
        # two seats. 45 % of 7,632 is 3,434.4; 6.6 papers more are 0.0865 % of it.
        # 45 % of 7,597 is 3,418.65; 60.35 papers more are 0.7944 % of it. 45.7944 - 45.0865 = 0.7079
        ("old-coulsdon", 2, [7632, 7597, -35, 3441, 3479, 38], [45.0865, 45.7944, 0.7079]),
        # three seats. 47 % of 11,948 is 5,615.56; 56.44 papers more are 0.4724 % of it.
        # 48 % of 11,921 is 5,722.08; 42.92 papers more are 0.3600 % of it. 48.3600 - 47.4724 = 0.8877
        ("sanderstead", 3, [11948, 11921, -27, 5672, 5765, 93], [47.4724, 48.3600, 0.8877]),
        # three seats, where turnout fell with more papers: 30 % of 8,477 is 2,543.1; 65.9 more are 0.7774 % of it.
        # 24 % of 10,928 is 2,622.72; 49.28 more are 0.4510 % of it. 24.4510 - 30.7774 = -6.3264
        ("fairfield", 3, [8477, 10928, 2451, 2609, 2672, 63], [30.7774, 24.4510, -6.3264]),
    ],
)
def test_wards_of_croydon(shipped: Store, slug: str, seats: int, counts: list[int], pct: list[float]) -> None:
    (row,) = (row for row in shipped_rows(shipped, "croydon-2018", "croydon-2022") if row.ward == slug)
    (now,) = (one for one in shipped.election("croydon-2022").wards if one.slug == slug)
    assert now.seats == seats
    assert figures(row)[:6] == counts
    assert figures(row)[6:] == [pytest.approx(value, abs=5e-5 + 1e-9) for value in pct]
    assert (row.definition, row.wards_from, row.wards_to) == ("ballot-box", 1, 1)


def test_all_first_then_the_largest_rise_then_unknown() -> None:
    before = town(2014, *(ward(slug, 1000, 300) for slug in ("a", "b", "c", "d", "e")))
    after = town(2018, ward("e", 1000, 310), ward("d"), ward("c", 1000, 290), ward("b", 1000, 400), ward("a"))
    rows = turnout_change(before, after)
    assert [row.ward for row in rows] == [None, "b", "e", "c", "a", "d"]
    assert [row.turnout_change_pp for row in rows[1:4]] == pytest.approx([10, 1, -1])


def test_a_renamed_ward_is_followed_by_its_code() -> None:
    before, after = town(2014, ward("old", 1000, 300, gss="E05")), town(2018, ward("new", 1000, 400, gss="E05"))
    assert [row.ward for row in turnout_change(before, after)] == [None, "new"]


# -- definitions -------------------------------------------------------------------------------------------


def test_each_definition_by_its_own_papers() -> None:
    before = town(2014, ward("a", 2000, ballots=Ballots(valid=780, rejected_total=20)))
    after = town(2018, ward("a", 2000, ballots=Ballots(valid=770, rejected_total=50)))
    # at the count 800 and 820 of 2,000: 40 and 41 %, a rise; valid 780 and 770: 39 and 38.5 %, a fall
    (_, box), (_, valid) = (turnout_change(before, after, definition=d) for d in ("ballot-box", "valid"))
    assert figures(box) == [2000, 2000, 0, 800, 820, 20, 40, 41, 1]
    assert figures(valid) == [2000, 2000, 0, 780, 770, -10, 39, 38.5, -0.5]
    assert (box.definition, valid.definition) == ("ballot-box", "valid")


@pytest.mark.parametrize(
    ("then", "now", "definition"),
    [
        (Ballots(at_count=400), Ballots(valid=400), "ballot-box"),
        (Ballots(at_count=400), Ballots(valid=400), "valid"),
        (Ballots(at_count=400), Ballots(issued=400), "ballot-box"),
        (Ballots(valid=390, rejected_total=10), ReportedTurnout(50, "valid"), "ballot-box"),
        (Ballots(valid=390, rejected_total=10), ReportedTurnout(50, "ballot-box"), "valid"),
    ],
)
def test_one_definition_is_not_taken_for_the_other(
    then: Ballots, now: Ballots | ReportedTurnout, definition: Definition
) -> None:
    known: dict[str, Any] = {"ballots": now} if isinstance(now, Ballots) else {"turnout_reported": now}
    rows = turnout_change(town(2014, ward("a", ballots=then)), town(2018, ward("a", **known)), definition=definition)
    assert [row.turnout_change_pp for row in rows] == [None, None]
    assert [row.papers_change for row in rows] == [None, None]


@pytest.mark.parametrize("of", [None, "total", "Ballot-box"])
@pytest.mark.parametrize("definition", ["ballot-box", "valid"])
def test_a_percentage_of_no_stated_definition_never_enters(of: str | None, definition: Definition) -> None:
    before = town(2014, ward("a", turnout_reported=ReportedTurnout(36.82, of)))
    after = town(2018, ward("a", ballots=Ballots(valid=390, rejected_total=10)))
    overall, row = turnout_change(before, after, definition=definition)
    assert (row.turnout_from_pct, row.turnout_change_pp) == (None, None)
    assert row.turnout_to_pct is not None
    assert figures(overall) == [None] * len(FIGURES)
    assert (overall.wards_from, overall.wards_to) == (0, 0)


def test_a_percentage_reported_by_the_definition_is_compared() -> None:
    before = town(2014, ward("a", turnout_reported=ReportedTurnout(36.5, "ballot-box")), ward("b", 3000, 900))
    after = town(2018, ward("a", 1000, 400), ward("b", 3000, 900))
    overall, row, _ = turnout_change(before, after)
    assert figures(row) == [1000, 1000, 0, None, 400, None, 36.5, 40, 3.5]
    # (365 + 900) / 4,000 = 31.625 %; (400 + 900) / 4,000 = 32.5 %; papers are not worked back out of a percentage
    assert figures(overall) == [4000, 4000, 0, None, 1300, None, *map(pytest.approx, (31.625, 32.5, 0.875))]


def test_without_an_electorate_a_reported_percentage_has_no_weight() -> None:
    before = town(2014, ward("a", None, turnout_reported=ReportedTurnout(36.5, "ballot-box")), ward("b", 1000, 300))
    after = town(2018, ward("a", 1000, 400), ward("b", 1000, 350))
    overall, b, a = turnout_change(before, after)
    assert (a.ward, a.turnout_change_pp) == ("a", 3.5)
    assert (overall.turnout_from_pct, overall.wards_from, b.ward) == (30, 1, "b")
    assert list(totals(before, after, "ballot-box").unknown_before) == ["electorate"]


# -- all wards together ------------------------------------------------------------------------------------


def sums(folder: Path, *, only: set[str] | None = None) -> tuple[int, int, int]:
    """Wards, electors and papers at the count of an election, off its files."""
    files = [yaml.safe_load(path.read_text("utf-8")) for path in folder.glob("*.yaml") if path.name != "election.yaml"]
    wards = [file for file in files if only is None or file["gss"] in only]
    papers = 0
    for file in wards:
        ballots = file["ballots"]
        papers += ballots["at_count"] if "at_count" in ballots else ballots["valid"] + ballots["rejected_total"]
    return len(wards), sum(file["electorate"] for file in wards), papers


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("croydon-2018", "croydon-2022"),
        ("barnet-2018", "barnet-2022"),  # redrawn: no ward has a counterpart
        ("enfield-2018", "enfield-2022"),  # redrawn, with wards of one, two and three seats
        ("derby-2014", "derby-2018"),  # by thirds, where every ward has its counterpart
    ],
)
def test_all_wards_by_plain_sums(shipped: Store, before: str, after: str) -> None:
    row = shipped_rows(shipped, before, after)[0]
    wards_then, electors_then, papers_then = sums(election_folder(shipped.root, before))
    wards_now, electors_now, papers_now = sums(election_folder(shipped.root, after))
    assert row.ward is None
    assert (row.wards_from, row.wards_to) == (wards_then, wards_now)
    assert (row.electorate_from, row.electorate_to) == (electors_then, electors_now)
    assert (row.papers_from, row.papers_to) == (papers_then, papers_now)
    assert row.turnout_change_pp == pytest.approx(100 * papers_now / electors_now - 100 * papers_then / electors_then)


def test_the_whole_of_barnet_by_hand(shipped: Store) -> None:
    rows = shipped_rows(shipped, "barnet-2018", "barnet-2022")
    # 2018: 110,378 of 249,738 as the Electoral Commission has it, 44.1975 %.
    # 2022: 38 % of 256,974 is 97,650.12; 169.12 papers fewer are 0.0658 % of it, 37.9342 %. 37.9342 - 44.1975 = -6.2633
    assert len(rows) == 1
    assert figures(rows[0])[:6] == [249_738, 256_974, 7236, 110_378, 97_481, -12_897]
    assert figures(rows[0])[6:] == [pytest.approx(value, abs=1e-4) for value in (44.1975, 37.9342, -6.2633)]
    found = totals(shipped.election("barnet-2018"), shipped.election("barnet-2022"), "ballot-box")
    assert (found.whole, found.redrawn, found.wards) == (True, True, (21, 24))


def test_where_a_figure_is_missing_the_wards_that_have_both(shipped: Store) -> None:
    before, after = shipped.election("bexley-2018"), shipped.election("bexley-2022")
    row = turnout_change(before, after)[0]
    missing = {one.gss for one in after.wards if one.slug in ("east-wickham", "longlands")}
    both = {one.gss or "" for one in after.wards} - missing
    assert sums(shipped.root / "bexley" / "2018", only=both) == (row.wards_from, row.electorate_from, row.papers_from)
    assert sums(shipped.root / "bexley" / "2022", only=both) == (row.wards_to, row.electorate_to, row.papers_to)
    found = totals(before, after, "ballot-box")
    assert (row.wards_from, row.wards_to, found.whole) == (15, 15, False)
    names = {reason: [one.slug for one in wards] for reason, wards in found.unknown_after.items()}
    assert names == {"papers at the count": ["east-wickham", "longlands"]}
    assert not found.unknown_before


def test_a_redrawn_borough_with_a_figure_missing_is_unknown(shipped: Store) -> None:
    (row,) = shipped_rows(shipped, "brent-2018", "brent-2022")  # the papers of Willesden Green in 2018
    assert (figures(row), row.wards_from, row.wards_to) == ([None] * len(FIGURES), 0, 0)
    (row,) = shipped_rows(shipped, "redbridge-2014", "redbridge-2018")
    assert (figures(row), row.wards_from, row.wards_to) == ([None] * len(FIGURES), 0, 0)
    found = totals(shipped.election("redbridge-2014"), shipped.election("redbridge-2018"), "ballot-box")
    ((reason, wards),) = found.unknown_before.items()
    assert reason == "electorate and papers at the count (a percentage of no stated definition is reported)"
    assert len(wards) == 21


def test_valid_papers_are_unknown_before_2022(shipped: Store) -> None:
    rows = shipped_rows(shipped, "redbridge-2018", "redbridge-2022", "valid")
    assert len(rows) == 1 + 22
    for row in rows:
        assert (row.definition, row.turnout_from_pct, row.turnout_change_pp) == ("valid", None, None)
    assert all(row.turnout_to_pct for row in rows[1:])


def redrawn(**known: Any) -> tuple[Election, Election]:
    return (
        town(2014, ward("a", 1000, 300), ward("b", 1000, 500), **known),
        town(2018, ward("c", 500, 100), ward("d", 600, 200), ward("e", 700, 240), **known),
    )


def test_a_redrawn_council_is_whole_all_the_same() -> None:
    (row,) = turnout_change(*redrawn(seats_total=None))
    # 800 / 2,000 = 40 %; 540 / 1,800 = 30 %
    assert figures(row) == [2000, 1800, -200, 800, 540, -260, 40, 30, -10]
    assert (row.wards_from, row.wards_to) == (2, 3)


@pytest.mark.parametrize("known", [{"kind": "thirds"}, {"kind": "by-election"}, {"kind": None}, {"seats_total": 9}])
def test_what_may_not_be_a_whole_council_is_not_taken_for_one(known: dict[str, Any]) -> None:
    (row,) = turnout_change(*redrawn(**known))
    assert (figures(row), row.wards_from, row.wards_to) == ([None] * len(FIGURES), 0, 0)


def test_a_by_election_is_compared_with_its_own_ward_alone() -> None:
    before = town(2014, ward("a", 1000, 300), ward("b", 1000, 500))
    overall, a = turnout_change(before, town(2016, ward("a", 1000, 200), kind="by-election"))
    assert figures(overall) == figures(a) == [1000, 1000, 0, 300, 200, -100, 30, 20, -10]
    assert (overall.wards_from, overall.wards_to) == (1, 1)


def test_a_ward_polled_in_one_election_alone_is_in_neither_total() -> None:
    # with it the total would fall from 40 to 30 %, though no ward's turnout changed
    before = town(2014, unopposed("a"), ward("b", 1000, 400))
    after = town(2018, ward("a", 1000, 200), ward("b", 1000, 400))
    overall, b, a = turnout_change(before, after)
    assert (overall.turnout_from_pct, overall.turnout_to_pct, overall.turnout_change_pp) == (40, 40, 0)
    assert (overall.wards_from, overall.wards_to) == (1, 1)
    assert (a.ward, a.turnout_from_pct, a.turnout_to_pct, a.turnout_change_pp) == ("a", None, 20, None)
    assert b.turnout_change_pp == 0
    found = totals(before, after, "ballot-box")
    assert {reason: [one.slug for one in wards] for reason, wards in found.unknown_before.items()} == {"no poll": ["a"]}


def test_an_unopposed_ward_of_a_redrawn_council_does_not_hide_the_others() -> None:
    before, after = redrawn()
    (row,) = turnout_change(replace(before, wards=(*before.wards, unopposed("z"))), after)
    assert (row.turnout_change_pp, row.wards_from, row.wards_to) == (-10, 2, 3)


def test_no_poll_anywhere() -> None:
    overall, a = turnout_change(town(2014, unopposed("a")), town(2018, unopposed("a")))
    assert (figures(overall), overall.wards_to) == ([None] * len(FIGURES), 0)
    assert (a.electorate_change, a.papers_change, a.turnout_change_pp) == (0, None, None)
    assert len(turnout_change(town(2014), town(2018))) == 1


def test_nought_papers_with_votes_on_them_are_none_that_could_be() -> None:
    report = turnout_change(town(2014, ward("a", 1000, 0)), town(2018, ward("a", 1000, 900)))
    assert figures(report[1])[3:6] == [None, 900, None]
    said = "Unknown in town-2014: papers at the count that its votes fit on, in all of its 1 ward."
    assert said in [one.text(Slugs()) for one in report.remarks]


def test_turnout_says_the_same_of_each_election(shipped: Store) -> None:
    chosen = shipped.election("croydon-2018"), shipped.election("croydon-2022")
    rows = turnout_change(*chosen)[1:]
    for now in turnout(chosen[1]):
        (row,) = (row for row in rows if row.ward == now.ward)
        assert (row.electorate_to, row.papers_to, row.turnout_to_pct) == (
            now.electorate,
            now.ballots_at_count,
            now.turnout_pct,
        )


# -- properties --------------------------------------------------------------------------------------------

COUNTS = st.none() | st.integers(0, 50)


@st.composite
def polls(draw: st.DrawFn, year: int) -> Election:
    wards = []
    for slug in draw(st.sets(st.sampled_from("abcd"))):
        of = draw(st.sampled_from([None, "ballot-box", "valid", "other"]))
        ballots = Ballots(valid=draw(COUNTS), rejected_total=draw(COUNTS))
        one = ward(slug, draw(COUNTS), ballots=ballots, turnout_reported=ReportedTurnout(36.82, of))
        wards.append(unopposed(slug) if draw(st.integers(0, 9)) == 0 else one)
    return town(year, *wards, kind=draw(st.sampled_from(["all", "thirds"])))


def opposite(value: float | None) -> Any:
    return None if value is None else pytest.approx(-value, abs=1e-9)


@given(polls(2014), polls(2018), st.sampled_from(["ballot-box", "valid"]))
def test_the_other_way_round_every_change_is_its_opposite(
    before: Election, after: Election, definition: Definition
) -> None:
    there = {row.ward: row for row in turnout_change(before, after, definition=definition)}
    back = {row.ward: row for row in turnout_change(after, before, definition=definition)}
    assert there.keys() == back.keys()
    for slug, row in there.items():
        other = back[slug]
        assert (row.wards_from, row.wards_to) == (other.wards_to, other.wards_from)
        for name in ("electorate_change", "papers_change", "turnout_change_pp"):
            assert getattr(other, name) == opposite(getattr(row, name))


@given(polls(2014), polls(2018), st.sampled_from(["ballot-box", "valid"]))
def test_a_change_is_there_exactly_where_both_sides_are(
    before: Election, after: Election, definition: Definition
) -> None:
    overall, *rows = turnout_change(before, after, definition=definition)
    for row in (overall, *rows):
        assert (row.electorate_change is None) == (None in (row.electorate_from, row.electorate_to))
        assert (row.papers_change is None) == (None in (row.papers_from, row.papers_to))
        assert (row.turnout_change_pp is None) == (None in (row.turnout_from_pct, row.turnout_to_pct))
    # the row of all is over some wards of both elections or of neither
    assert bool(overall.wards_from) == bool(overall.wards_to) == (overall.turnout_change_pp is not None)
    changes = [row.turnout_change_pp for row in rows]
    known = [change for change in changes if change is not None]
    assert changes == [*sorted(known, reverse=True), *[None] * (len(changes) - len(known))]
