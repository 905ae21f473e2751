"""The shipped store, election by election, against totals that were counted from the published files by another route.

``expected/README.md`` says how the tables were made. Every shipped election is in them.
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from wardcheck.model import Election

EXPECTED = Path(__file__).parent / "expected"


def table(name: str) -> list[list[str]]:
    """The rows of an expected table, without its header."""
    return [line.split("\t") for line in (EXPECTED / name).read_text(encoding="utf-8").splitlines()[1:]]


ELECTIONS = {slug: [int(n) for n in counts] for slug, *counts in table("elections.tsv")}
PAPERS = {slug: [int(n) for n in counts] for slug, *counts in table("papers-2018.tsv")}


def test_every_shipped_election_was_counted(elections: dict[str, Election]) -> None:
    assert sorted(elections) == sorted(ELECTIONS)
    assert len(ELECTIONS) == 3 * 32 + 2 * 4 + 3 + 1


@pytest.mark.parametrize("slug", ELECTIONS)
def test_wards_seats_and_candidates(elections: dict[str, Election], slug: str) -> None:
    wards = elections[slug].wards
    found = [len(wards), sum(ward.seats for ward in wards), sum(len(ward.candidates) for ward in wards)]
    assert found == ELECTIONS[slug]
    assert sum(len(ward.elected) for ward in wards) == ELECTIONS[slug][1]


def by_party(election: Election) -> dict[str, tuple[int, int, int]]:
    """Candidates, seats and votes of each party."""
    count: dict[str, Counter[str]] = {}
    for c in (c for ward in election.wards for c in ward.candidates):
        count.setdefault(c.party, Counter()).update(candidates=1, seats=int(c.elected), votes=c.votes or 0)
    return {party: (n["candidates"], n["seats"], n["votes"]) for party, n in count.items()}


@pytest.mark.parametrize("slug", ELECTIONS)
def test_candidates_seats_and_votes_of_each_party(elections: dict[str, Election], slug: str) -> None:
    expected = {
        party: (int(candidates), int(seats), int(votes))
        for election, party, candidates, seats, votes in table("parties_of_elections.tsv")
        if election == slug
    }
    assert by_party(elections[slug]) == expected


WITHOUT_PAPERS = {"brent-2018": ["willesden-green"], "southwark-2018": ["london-bridge-and-west-bermondsey"]}
"""Wards that are in neither the rows of wards nor the sums of the boroughs: their papers are unknown."""


@pytest.mark.parametrize("slug", PAPERS)
def test_electorate_and_papers_of_2018(elections: dict[str, Election], slug: str) -> None:
    # the Electoral Commission's row for the borough; its rows for the wards are what the store was written from
    _, electorate_contested, at_count = PAPERS[slug]
    wards = elections[slug].wards
    without = [ward.slug for ward in wards if ward.electorate is None or ward.ballots.at_count is None]
    assert without == WITHOUT_PAPERS.get(slug, [])
    assert sum(ward.electorate or 0 for ward in wards) == electorate_contested
    assert sum(ward.ballots.at_count or 0 for ward in wards) == at_count


def test_barnet_2014_by_best_candidacy(elections: dict[str, Election]) -> None:
    # as Wikipedia prints them, "2014 Barnet London Borough Council election"
    best: Counter[str] = Counter()
    for ward in elections["barnet-2014"].wards:
        of_ward: dict[str, int] = {}
        for c in ward.candidates:
            of_ward[c.party] = max(of_ward.get(c.party, 0), c.votes or 0)
        best.update(of_ward)
    published = {"con": 38_286, "lab": 36_076, "green": 10_800, "ld": 8_037, "ukip": 4_780}
    assert {party: best[party] for party in published} == published
