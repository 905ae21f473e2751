"""The shipped store, council by council and year by year, against totals counted from the published files otherwise.

``expected/README.md`` says how the tables were made. Every shipped election is in them.
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from results.conftest import Read, Whole

EXPECTED = Path(__file__).parent / "expected"


def table(name: str) -> list[list[str]]:
    """The rows of an expected table, without its header."""
    return [line.split("\t") for line in (EXPECTED / name).read_text(encoding="utf-8").splitlines()[1:]]


COUNCILS = {(council, int(year)): [int(n) for n in counts] for council, year, *counts in table("councils.tsv")}
PAPERS = {slug: [int(n) for n in counts] for slug, *counts in table("papers-2018.tsv")}


def test_wards_seats_candidates_and_votes_of_every_council_and_year(whole: Whole) -> None:
    keys = ("wards", "seats", "candidates", "votes")
    found = {key: [totals.counts[k] for k in keys] for key, totals in whole.totals.items()}
    assert sorted(found) == sorted(COUNCILS)
    assert {key: n for key, n in found.items() if n != COUNCILS[key]} == {}


def test_candidates_seats_and_votes_of_each_party(whole: Whole) -> None:
    """All parties where they are all named in the table, and the large ones everywhere."""
    rows = table("parties_of_councils.tsv")
    # of 2026 parties are not counted, for London types them in 174 ways; and once none of the large ones stood
    told = {(council, int(year)) for council, year, *_ in rows}
    assert {key for key in COUNCILS if key[1] < 2026} - told <= {("barrow-in-furness", 2016)}
    wrong = []
    for council, year, party, *figures in rows:
        n = whole.totals[council, int(year)].parties.get(party, Counter())
        if [n["candidates"], n["seats"], n["votes"]] != [int(figure) for figure in figures]:
            wrong.append((council, year, party, figures, n))
    assert wrong == []


WITHOUT_PAPERS = {"brent-2018": ["willesden-green"], "southwark-2018": ["london-bridge-and-west-bermondsey"]}
"""Wards that are in neither the rows of wards nor the sums of the boroughs: their papers are unknown."""


@pytest.mark.parametrize("slug", PAPERS)
def test_electorate_and_papers_of_2018(read: Read, slug: str) -> None:
    # the Electoral Commission's row for the borough; its rows for the wards are what the store was written from
    _, electorate_contested, at_count = PAPERS[slug]
    wards = read(slug).wards
    without = [ward.slug for ward in wards if ward.electorate is None or ward.ballots.at_count is None]
    assert without == WITHOUT_PAPERS.get(slug, [])
    assert sum(ward.electorate or 0 for ward in wards) == electorate_contested
    assert sum(ward.ballots.at_count or 0 for ward in wards) == at_count


def test_barnet_2014_by_best_candidacy(read: Read) -> None:
    # as Wikipedia prints them, "2014 Barnet London Borough Council election"
    best: Counter[str] = Counter()
    for ward in read("barnet-2014").wards:
        of_ward: dict[str, int] = {}
        for c in ward.candidates:
            of_ward[c.party] = max(of_ward.get(c.party, 0), c.votes or 0)
        best.update(of_ward)
    published = {"con": 38_286, "lab": 36_076, "green": 10_800, "ld": 8_037, "ukip": 4_780}
    assert {party: best[party] for party in published} == published
