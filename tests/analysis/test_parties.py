"""What each party polled and won: by hand, by published totals, and by adding up the files another way."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from math import sqrt

import pytest
import yaml
from conftest import REPOSITORY

from analysis.builders import contest, election, stood, won
from wardcheck.analysis.parties import PartyRow, parties
from wardcheck.analysis.report import Slugs
from wardcheck.facts.party_votes import Measure
from wardcheck.model import MissingContest
from wardcheck.store import Store

MEASURED: dict[Measure, Callable[[list[int]], int]] = {
    "sum": sum,
    "top": max,
    "mean": lambda votes: round(sum(votes) / len(votes)),
}
"""The measures anew."""

TOWN = election(
    contest(2, won("A", "con", 100), won("B", "con", 80), stood("C", "ind", 60), stood("D", "ind", 40), slug="east"),
    contest(1, won("E", "ind", 30), stood("F", "con", 20), slug="west"),
    contest(1, won("G", "lab", None), slug="north", status="unopposed"),
)


def by_party(rows: list[PartyRow]) -> dict[str | None, PartyRow]:
    return {row.party: row for row in rows}


def remarks(found: object) -> list[str]:
    return [one.text(Slugs()) for one in found.remarks]  # type: ignore[attr-defined]


def test_by_hand() -> None:
    found = parties(TOWN, measure="top")
    rows = [(r.party, r.candidates, r.votes, r.share_pct, r.seats, r.seats_pct) for r in found]
    # ind: 60 + 40 + 30 = 130 of 250; con: 100 + 20; the unopposed ward has a seat and no votes
    assert rows == [("ind", 3, 130, 52.0, 1, 25.0), ("con", 3, 120, 48.0, 2, 50.0), ("lab", 1, 0, 0.0, 1, 25.0)]
    assert {(r.election, r.region, r.ward, r.measure, r.wards, r.complete) for r in found} == {
        ("town-2018", None, None, "top", 3, True)
    }


def test_each_independent_is_a_party_of_one_in_the_indices() -> None:
    (total,) = parties(TOWN, measure="top").totals
    votes, seats = [120, 60, 40, 30], [2, 0, 0, 1]  # con, C, D, E in the two wards that polled
    assert total.gallagher == pytest.approx(
        100 * sqrt(sum((v / 250 - s / 3) ** 2 for v, s in zip(votes, seats, strict=True)) / 2)
    )
    assert total.effective_votes == pytest.approx(1 / sum((v / 250) ** 2 for v in votes))
    assert total.effective_seats == pytest.approx(1 / (0.5**2 + 0.25**2 + 0.25**2))  # the unopposed seat is one too
    assert (total.party, total.candidates, total.votes, total.seats) == (None, 7, 250, 4)


def test_what_is_told() -> None:
    assert remarks(parties(TOWN)) == [
        "Without a poll, so with seats and candidates and no votes: north.",
        "No region, for the register of councils does not have the council: town-2018.",
        "Independents are no party: the line adds them up, and the indices take each as one.",
    ]


def test_a_part_has_counts_and_no_percentage() -> None:
    part = replace(TOWN, missing=(MissingContest("South", "not published", 1),))
    found = parties(part)
    assert {(r.complete, r.share_pct, r.seats_pct) for r in found} == {(False, None, None)}
    assert [r.votes for r in found] == [130, 120, 0]
    assert {(t.gallagher, t.effective_votes, t.effective_seats) for t in found.totals} == {(None, None, None)}
    assert "1 contest of town-2018 is not in the store, nor in any figure: South." in remarks(found)


def test_votes_that_are_not_known_are_not_nought() -> None:
    dark = election(
        contest(1, won("A", "con", None), stood("B", "lab", None)), contest(1, won("C", "con", 5), slug="x")
    )
    found = by_party(list(parties(dark)))
    assert (found["con"].votes, found["con"].share_pct, found["con"].seats) == (None, None, 2)
    assert "Votes are not known, so that sums with them have none: ward." in remarks(parties(dark))


def test_a_party_of_no_register_is_nobodys_elsewhere() -> None:
    one = election(contest(1, won("A", "x-some-party", 5)), slug="a-2018")
    two = election(contest(1, won("B", "x-some-party", 7)), slug="b-2018")
    assert [(r.party, r.votes) for r in parties(one, two, by="all")] == [("x-some-party", 7), ("x-some-party", 5)]


def test_barnet_2018_by_hand(shipped: Store) -> None:
    found = parties(shipped.election("barnet-2018"), measure="top")
    votes = [50340, 44159, 10468, 7435, 497, 471, 130, 122]  # added up from the 21 declarations
    assert [row.votes for row in found] == votes
    seats = [38, 25, 0, 0, 0, 0, 0, 0]
    whole = sum(votes)
    index = sqrt(sum((100 * v / whole - 100 * s / 63) ** 2 for v, s in zip(votes, seats, strict=True)) / 2)
    (total,) = found.totals
    assert total.gallagher == pytest.approx(index)
    assert (round(index, 1), round(total.effective_votes or 0, 2), round(total.effective_seats or 0, 2)) == (
        13.9,
        2.78,
        1.92,
    )


def test_one_ward_by_hand(shipped: Store) -> None:
    hale = shipped.election("barnet-2018").only(frozenset({"hale"}))
    files = yaml.safe_load((REPOSITORY / "results/barnet/2018/hale.yaml").read_text("utf-8"))["candidates"]
    parties_of = ("con", "lab", "green", "ld")
    polled = {party: [one["votes"] for one in files if one["party"] == party] for party in parties_of}
    for measure, of in MEASURED.items():
        found = {row.party: row.votes for row in parties(hale, by="ward", measure=measure)}
        assert found == {party: of(votes) for party, votes in polled.items()}


def test_london_2022_by_the_raw_files() -> None:
    from wardcheck.store import open_store

    store = open_store(REPOSITORY / "results")
    report = parties(*store.elections("*-2022"), by="region", store=store)
    found = {row.party: row for row in report if row.region == "london"}
    elected: Counter[str] = Counter()
    for folder in (path.parent for path in (REPOSITORY / "results").glob("*/2022/election.yaml")):
        if store.councils[folder.parent.name].region == "london":
            for path in folder.glob("*.yaml"):
                elected.update(re.findall(r"party: ([a-z0-9-]+),.*elected: true", path.read_text("utf-8")))
    # the published totals of the 32 boroughs
    assert (elected["lab"], elected["con"], elected["ld"]) == (1156, 404, 180)
    assert {party: row.seats for party, row in found.items() if row.seats} == dict(elected)


def test_regions_are_those_of_the_register(shipped: Store) -> None:
    chosen = [shipped.election(slug) for slug in ("hertsmere-2019", "barnet-2018")]
    found = parties(*chosen, by="region", store=shipped)
    assert [(t.region, t.seats) for t in found.totals] == [("east-of-england", 39), ("london", 63), (None, 102)]
    for region, one in (("east-of-england", chosen[0]), ("london", chosen[1])):
        rows = [(r.party, r.votes, r.seats) for r in found if r.region == region]
        assert rows == [(r.party, r.votes, r.seats) for r in parties(one)]


def test_measures_side_by_side_and_wards_add_up(shipped: Store) -> None:
    barnet = shipped.election("barnet-2014")
    every = parties(barnet, measure="all")
    for measure in ("sum", "top", "mean", "per_seat"):
        alone = parties(barnet, measure=measure)
        assert sorted(map(repr, alone)) == sorted(repr(r) for r in every if r.measure == measure)
    wards: Counter[str | None] = Counter()
    for row in parties(barnet, by="ward", measure="top"):
        wards[row.party] += row.votes or 0
    # Wikipedia prints these totals of best candidates
    assert [wards[p] for p in ("con", "lab", "green", "ld", "ukip")] == [38286, 36076, 10800, 8037, 4780]


# -- more seats with fewer votes ---------------------------------------------------------------------------

UNEVEN = election(
    contest(1, won("A", "lab", 11), stood("B", "con", 10), stood("C", "ld", 5), slug="east"),
    contest(1, won("D", "lab", 11), stood("E", "con", 10), slug="west"),
    contest(1, won("F", "con", 40), stood("G", "lab", 5), stood("H", "ld", 25), slug="mid"),
    contest(3, won("I", "green", 7), won("J", "green", 6), won("K", "ind", 5), stood("L", "ld", 4), slug="far"),
    contest(2, won("M", "green", None), won("N", "ld", None), slug="north", status="unopposed"),
)
"""Votes by ``top``: con 60, ld 34, lab 27, green 7; seats in the wards that polled: con 1, ld 0, lab 2, green 2."""


def test_who_had_more_seats_with_fewer_votes_by_hand() -> None:
    rows = parties(UNEVEN, measure="top")
    assert [(r.party, r.votes, r.seats, r.votes_rank, r.fewer_votes_more_seats) for r in rows] == [
        ("con", 60, 1, 1, "green lab"),
        ("ld", 34, 1, 2, "green lab"),
        ("lab", 27, 2, 3, None),  # the Greens have three, but only two of them by votes
        ("green", 7, 3, 4, None),
        ("ind", 5, 1, None, None),
    ]
    assert {(r.votes_rank, r.fewer_votes_more_seats) for r in rows.totals} == {(None, None)}


def test_level_parties_share_the_higher_place() -> None:
    town = election(contest(1, won("A", "lab", 9), stood("B", "con", 9), stood("C", "ld", 8)))
    assert {r.party: r.votes_rank for r in parties(town)} == {"lab": 1, "con": 1, "ld": 3}
    assert all(r.fewer_votes_more_seats is None for r in parties(town))


def test_a_part_of_the_contests_has_no_places() -> None:
    part = replace(UNEVEN, missing=(MissingContest("South", "not declared", 1),))
    assert {(r.votes_rank, r.fewer_votes_more_seats) for r in parties(part)} == {(None, None)}


def test_where_votes_and_seats_went_apart_in_all_of_the_store_by_another_route(shipped: Store) -> None:
    """From the candidacies of each ward, for the elections of which all is known."""
    found = 0
    for e in shipped.elections():
        if e.missing or len(e.wards) < (e.contests or 0):
            continue
        polled = [w for w in e.wards if w.status != "unopposed" and len(w.candidates) > w.seats]
        if len(polled) < len(e.wards) or any(c.votes is None for w in polled for c in w.candidates):
            continue
        if any(c.party.startswith("unregistered") for w in polled for c in w.candidates):
            continue
        votes, seats = Counter[str](), Counter[str]()
        for w in polled:
            for party in {c.party for c in w.candidates} - {"ind"}:
                votes[party] += max(c.votes or 0 for c in w.candidates if c.party == party)
                seats[party] += sum(c.elected for c in w.candidates if c.party == party)
        for row in parties(e, measure="top"):
            if row.party is not None and row.party in votes:
                more = {p for p in votes if votes[p] < votes[row.party] and seats[p] > seats[row.party]}
                assert set((row.fewer_votes_more_seats or "").split()) == more, (e.slug, row)
                assert row.votes_rank == sorted(votes.values(), reverse=True).index(votes[row.party]) + 1
                found += bool(more)
    assert found > 500
