"""The shipped wards add up to totals that somebody else published."""

from __future__ import annotations

from collections import Counter

from wardcheck.model import Election
from wardcheck.store import Store


def seats_of(election: Election) -> Counter[str]:
    return Counter(c.party for ward in election.wards for c in ward.elected)


def top_votes_of(election: Election) -> Counter[str]:
    """Each party's best candidacy in each ward, added up."""
    total: Counter[str] = Counter()
    for ward in election.wards:
        best: dict[str, int] = {}
        for c in ward.candidates:
            best[c.party] = max(best.get(c.party, 0), c.votes or 0)
        total.update(best)
    return total


def test_barnet_2014_votes_by_top_candidate(shipped: Store) -> None:
    # as Wikipedia prints them, "2014 Barnet London Borough Council election"
    votes = top_votes_of(shipped.election("barnet-2014"))
    assert {p: votes[p] for p in ("con", "lab", "green", "ld", "ukip")} == {
        "con": 38_286,
        "lab": 36_076,
        "green": 10_800,
        "ld": 8_037,
        "ukip": 4_780,
    }


def test_barnet_seats(shipped: Store) -> None:
    # 32 of 63 was the overall majority of one that the election of 2014 left
    assert seats_of(shipped.election("barnet-2014")) == {"con": 32, "lab": 30, "ld": 1}
    assert seats_of(shipped.election("barnet-2018")) == {"con": 38, "lab": 25}


def test_barnet_2018_electorate_and_papers(shipped: Store) -> None:
    # the council's row of the Electoral Commission's file, whose ward rows the store was written from
    wards = shipped.election("barnet-2018").wards
    assert sum(ward.electorate or 0 for ward in wards) == 249_738
    assert sum(ward.ballots.at_count or 0 for ward in wards) == 110_378


def test_every_ward_elects_its_seats(shipped: Store) -> None:
    for election in shipped.elections("barnet-2014", "barnet-2018", "hertsmere-2019"):
        assert sum(ward.seats for ward in election.wards) == election.seats_total
        assert [w.slug for w in election.wards if len(w.elected) != w.seats] == []


def test_only_kenilworth_was_drawn(shipped: Store) -> None:
    drawn = [w.slug for e in shipped.elections("barnet-*", "hertsmere-2019") for w in e.wards if w.tie_break]
    assert drawn == ["borehamwood-kenilworth"]


def test_colindale_polled_on_a_day_of_its_own(shipped: Store) -> None:
    days = {ward.slug: str(ward.date) for ward in shipped.election("barnet-2014").wards if ward.date}
    assert days == {"colindale": "2014-06-26"}
