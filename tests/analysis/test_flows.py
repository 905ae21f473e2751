"""Flows: by hand, and against every table of individuals that has the same totals."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.builders import contest, election, stood
from wardcheck.analysis.flows import ECOLOGICAL, FlowRow, flows
from wardcheck.analysis.report import Slugs
from wardcheck.model import Ballots, Candidacy, Election, Ward
from wardcheck.store import Store

PARTIES = ("con", "lab", "ld", "none")
BEFORE, AFTER = date(2014, 5, 22), date(2018, 5, 3)


def two(then: Sequence[Ward], now: Sequence[Ward]) -> tuple[Election, Election]:
    return election(*then, slug="town-2014", day=BEFORE), election(*now, day=AFTER)


def cells(rows: Sequence[FlowRow]) -> dict[tuple[str, str], tuple[int | None, int | None]]:
    return {(row.party_from, row.party_to): (row.voters_min, row.voters_max) for row in rows}


def one_seat(choices: Sequence[str], slug: str = "ward") -> Ward:
    """A ward of one seat in which each elector chose a party or nobody."""
    candidates = [stood(party.title(), party, choices.count(party)) for party in PARTIES[:3]]
    papers = len(choices) - choices.count("none")
    return contest(1, *candidates, slug=slug, electorate=len(choices), ballots=Ballots(valid=papers))


choices = st.integers(1, 6).flatmap(
    lambda n: st.tuples(*(st.lists(st.sampled_from(PARTIES), min_size=n, max_size=n) for _ in range(2)))
)


@given(choices)
def test_of_one_seat_bounds_are_the_extremes_of_all_tables(persons: tuple[list[str], list[str]]) -> None:
    then, now = persons
    found = cells(flows(*two([one_seat(then)], [one_seat(now)])))
    tables = [list(zip(then, order, strict=True)) for order in set(permutations(now))]
    for a in PARTIES:
        for b in PARTIES:
            counts = [table.count((a, b)) for table in tables]
            assert found[a, b] == (min(counts), max(counts)), (a, b)


slates = st.frozensets(st.sampled_from(["con1", "con2", "lab1", "lab2", "ld1"]), max_size=2)


@given(st.lists(st.lists(st.tuples(slates, slates), min_size=1, max_size=12), min_size=1, max_size=3))
def test_of_two_seats_the_truth_lies_within(wards: list[list[tuple[frozenset[str], frozenset[str]]]]) -> None:
    def ward(papers: Sequence[frozenset[str]], slug: str) -> Ward:
        names = ["con1", "con2", "lab1", "lab2", "ld1"]
        stand = [stood(name, name[:-1], sum(name in paper for paper in papers)) for name in names]
        return contest(2, *stand, slug=slug, electorate=len(papers), ballots=Ballots(valid=sum(map(bool, papers))))

    def of(paper: frozenset[str]) -> set[str]:
        return {name[:-1] for name in paper} or {"none"}

    pair = two(
        [ward([then for then, _ in one], f"ward-{n}") for n, one in enumerate(wards)],
        [ward([now for _, now in one], f"ward-{n}") for n, one in enumerate(wards)],
    )
    for row in flows(*pair):
        did = [sum(row.party_from in of(t) and row.party_to in of(n) for t, n in one) for one in wards]
        were = sum(row.party_from in of(t) for one in wards for t, _ in one)
        assert row.voters_min is not None
        assert row.voters_max is not None
        assert row.voters_from_min is not None
        assert row.voters_from_max is not None
        assert row.voters_min <= sum(did) <= row.voters_max
        assert row.voters_from_min <= were <= row.voters_from_max
        if were:
            assert row.of_from_min_pct is not None
            assert row.of_from_max_pct is not None
            assert row.of_from_min_pct - 1e-9 <= 100 * sum(did) / were <= row.of_from_max_pct + 1e-9


votes = st.tuples(st.integers(0, 5), st.integers(0, 5))


@given(st.lists(st.tuples(votes, votes, st.integers(10, 12)), min_size=1, max_size=2))
def test_shares_are_the_extremes_of_all_numbers_of_voters(
    wards: list[tuple[tuple[int, int], tuple[int, int], int]],
) -> None:
    """Every number of voters that the rule allows, ward by ward, and every number of both with it."""
    ways = [(0, 0)]
    then: list[Ward] = []
    now: list[Ward] = []
    for n, (a, b, electors) in enumerate(wards):
        here = set()
        for r in range(max(a), sum(a) + 1):
            for c in range(max(b), sum(b) + 1):
                here |= {(both, r) for both in (max(0, r + c - electors), min(r, c))}
        ways = [(x + both, y + r) for x, y in ways for both, r in here]
        for side, pair, party in ((then, a, "con"), (now, b, "lab")):
            stand = [Candidacy(f"{party}{m}", party, v) for m, v in enumerate(pair)]
            side.append(contest(2, *stand, slug=f"ward-{n}", electorate=electors, ballots=Ballots(valid=10)))
    shares = [100 * both / r for both, r in ways if r]
    (row,) = [row for row in flows(*two(then, now)) if (row.party_from, row.party_to) == ("con", "lab")]
    fewest = min(r for _, r in ways)
    if fewest:
        assert row.of_from_min_pct == pytest.approx(min(shares))
        assert row.of_from_max_pct == pytest.approx(max(shares))


def test_by_hand() -> None:
    # 100 electors before, 110 after, so N = 110. Labour 70 and then 60: at least 70 + 60 - 110 = 20, at most 60.
    # 90 papers then and 95 now, so 20 and 15 without one: none to none 0 to 15.
    then = contest(1, stood("A", "lab", 70), stood("B", "con", 20), electorate=100, ballots=Ballots(valid=90))
    now = contest(1, stood("A", "lab", 60), stood("C", "ld", 35), electorate=110, ballots=Ballots(valid=95))
    report = flows(*two([then], [now]))
    found = cells(report)
    assert found == {
        ("lab", "lab"): (20, 60),
        ("lab", "ld"): (0, 35),
        ("lab", "none"): (0, 15),
        ("con", "lab"): (0, 20),
        ("con", "ld"): (0, 20),
        ("con", "none"): (0, 15),
        ("none", "lab"): (0, 20),
        ("none", "ld"): (0, 20),
        ("none", "none"): (0, 15),
    }
    first = report[0]
    assert (first.voters_from, first.electors, first.wards) == (70, 110, 1)
    assert first.of_from_min_pct == pytest.approx(2000 / 70)
    assert first.of_from_max_pct == pytest.approx(6000 / 70)
    assert report.remarks[0].text(Slugs()) == ECOLOGICAL


def test_what_is_unknown_is_not_nought() -> None:
    then = contest(1, stood("A", "lab", 70), stood("B", "con", 20))
    now = contest(1, stood("A", "lab", 60), electorate=110, ballots=Ballots(valid=60))
    report = flows(*two([then], [now]))
    found = cells(report)
    assert (found["lab", "lab"], found["lab", "none"], found["none", "lab"]) == ((0, 60), (0, 70), (0, 60))
    assert found["none", "none"] == (None, None)
    assert {row.electors for row in report} == {None}
    assert any(
        "Electors are not known, or fewer than papers, in 1 ward, where" in r.text(Slugs()) for r in report.remarks
    )
    # fewer electors than papers: nothing may rest on them
    wrong = contest(1, stood("A", "lab", 70), electorate=50, ballots=Ballots(valid=70))
    assert cells(flows(*two([wrong], [now])))["lab", "lab"] == (0, 60)


def test_wards_together_are_the_sum_and_those_without_a_counterpart_are_named() -> None:
    then = [one_seat(["lab"] * 5 + ["con"], "a"), one_seat(["con"] * 4, "b"), one_seat(["ld"], "old")]
    now = [one_seat(["lab"] * 4 + ["con"] * 2, "a"), one_seat(["lab"] * 4, "b")]
    report = flows(*two(then, now))
    # ward a: 5 + 4 - 6 = 3 to 4; ward b: nobody was Labour's
    assert cells(report)["lab", "lab"] == (3, 4)
    assert cells(report)["con", "lab"] == (4, 5)  # a: 0 to 1; b: all four
    by_ward = flows(*two(then, now), by="ward")
    assert {row.ward for row in by_ward} == {"a", "b"}
    assert any("old" in r.text(Slugs()) for r in report.remarks)
    assert report.totals.wards == 2


def test_independents_are_voters_of_any_of_them() -> None:
    then = contest(2, stood("A", "ind", 7), stood("B", "ind", 4), ballots=Ballots(valid=9), electorate=20)
    (row, *_) = flows(*two([then], [then]))
    assert (row.party_from, row.voters_from_min, row.voters_from_max) == ("ind", 7, 9)


def test_derby_keeps_at_most_what_the_files_say(shipped: Store) -> None:
    """The most that can have voted Labour twice, from the largest Labour vote of each ward, added up anew."""
    then, now = (shipped.election(f"derby-{year}") for year in (2014, 2018))

    def labour(of: Election) -> dict[str, list[int]]:
        return {w.slug: [c.votes or 0 for c in w.candidates if c.party == "lab"] for w in of.wards}

    before, after = labour(then), labour(now)
    kept = sum(min(sum(before[slug]), max(after[slug])) for slug in after)
    were = sum(max(of) for of in before.values())
    (row,) = [row for row in flows(then, now) if (row.party_from, row.party_to) == ("lab", "lab")]
    assert (row.voters_max, row.voters_from_min) == (kept, were) == (20716, 22346)
    assert row.of_from_max_pct == pytest.approx(100 * kept / were)  # Littleover had two seats: 1,799 voters at least


def test_a_model_of_all_wards_alike_says_what_cannot_be(shipped: Store) -> None:
    """Goodman's regression of Derby, by three choices of what stands on the right: each is of docs/methods/flows.md."""
    numpy = pytest.importorskip("numpy")
    then, now = (shipped.election(f"derby-{year}") for year in (2014, 2018))
    before = {ward.slug: ward for ward in then.wards}

    def shares(ward: Ward, parties: Sequence[str]) -> list[float]:
        best = dict.fromkeys((c.party for c in ward.candidates), 0)
        for c in ward.candidates:
            best[c.party] = max(best[c.party], c.votes or 0)
        named = [best.get(party, 0) for party in parties]
        others = sum(best.values()) - sum(named)
        assert ward.electorate is not None
        return [n / ward.electorate for n in (*named, others, ward.electorate - sum(best.values()))]

    kept = []
    for parties in (["lab"], ["lab", "con"], ["lab", "con", "ld", "ukip"]):
        rows = [shares(before[ward.slug], parties) for ward in now.wards]
        of = [shares(ward, ["lab"])[0] for ward in now.wards]
        kept.append(round(100 * float(numpy.linalg.lstsq(numpy.array(rows), numpy.array(of), rcond=None)[0][0])))
    assert kept == [109, 107, 95]
