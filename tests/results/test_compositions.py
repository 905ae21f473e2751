"""Councils by thirds and halves, worked out seat by seat, against what was published of them.

The figures are counted from the rosters of councillors of Open Council Data UK (CC BY-SA 4.0), each of some day after
the election: a change of party or a by-election before that day shows. Here are councils in which there was none.
"""

from __future__ import annotations

from collections import Counter

import pytest

from wardcheck.facts.sitting import council_in
from wardcheck.store import Store

PUBLISHED = {
    "amber-valley-2019": "con 19 lab 25 green 1",
    "barnsley-2019": "con 3 lab 49 ld 4 other 7",
    "basingstoke-and-deane-2019": "con 31 lab 21 ld 7 other 1",
    "blackburn-with-darwen-2019": "con 13 lab 36 ld 2",
    "brentwood-2019": "con 20 lab 3 ld 13 other 1",
    "calderdale-2019": "con 14 lab 28 ld 7 other 2",
    "chorley-2019": "con 8 lab 37 other 2",
    "colchester-2019": "con 23 lab 11 ld 13 green 1 other 3",
    "eastleigh-2019": "con 2 ld 34 other 3",
    "epping-forest-2019": "con 37 ld 3 green 3 other 15",
    "gateshead-2019": "lab 52 ld 14",
    "halton-2019": "con 2 lab 51 ld 3",
    "harlow-2019": "con 13 lab 20",
    "hart-2019": "con 11 ld 10 other 12",
    "havant-2019": "con 33 lab 2 ld 1 ukip 2",
    "kingston-upon-hull-2019": "con 2 lab 31 ld 24",
    "leeds-2019": "con 23 lab 57 ld 8 green 3 other 8",
    "city-of-lincoln-2019": "con 9 lab 24",
    "amber-valley-2021": "con 28 lab 16 green 1",
    "brentwood-2021": "con 23 lab 2 ld 12",
    "cheltenham-2021": "con 7 ld 31 other 2",
    "cherwell-2021": "con 31 lab 9 ld 3 green 1 other 4",
    "colchester-2021": "con 23 lab 11 ld 12 green 2 other 3",
    "coventry-2021": "con 15 lab 39",
    "gosport-2021": "con 19 lab 1 ld 14",
    "harlow-2021": "con 20 lab 13",
    "hastings-2021": "con 12 lab 19 green 1",
    "kingston-upon-hull-2021": "con 1 lab 30 ld 26",
    "knowsley-2021": "lab 34 ld 3 green 5 other 3",
    "city-of-lincoln-2021": "con 10 lab 22 ld 1",
}
PRINTED = ("con", "lab", "ld", "green", "ukip")
"""Parties with a column of their own there; the rest are together."""


@pytest.mark.parametrize("slug", PUBLISHED)
def test_a_council_is_as_published(shipped: Store, slug: str) -> None:
    if not shipped.holds(slug):
        pytest.skip("the election is not in the store")
    council = council_in(shipped.election(slug), shipped)
    if "not in the store" in council.missing:
        pytest.skip(council.missing)
    found: Counter[str] = Counter()
    for party, seats in council.by_party.items():
        found[party if party in PRINTED else "other"] += seats
    words = PUBLISHED[slug].split()
    assert council.whole, council.missing
    assert found == dict(zip(words[::2], map(int, words[1::2]), strict=True))
