"""What holds of every file of the shipped store, and what of some of them alone."""

from __future__ import annotations

import pytest

from results.conftest import Read, Whole
from results.invariants import INVARIANTS
from wardcheck.analysis.margins import margins
from wardcheck.store.slugs import council_in_slug


@pytest.mark.parametrize("name", [rule.__name__ for rule in INVARIANTS])
def test_of_every_election(whole: Whole, name: str) -> None:
    assert whole.breaches[name] == []


def test_every_election_before_is_there_and_earlier_and_ordinary(whole: Whole) -> None:
    for election in whole.elections.values():
        for named in {election.previous, election.previous_cycle} - {None}:
            before = whole.elections[str(named)]
            assert council_in_slug(before.slug) == council_in_slug(election.slug)
            assert before.date < election.date
            assert before.kind != "by-election"
    # by hand: whole councils every four years, thirds whose seats were last up four or (for 2020) five years before
    chain = {slug: (whole.elections[slug].previous, whole.elections[slug].previous_cycle) for slug in CHAIN}
    assert chain == CHAIN


CHAIN = {
    "barnet-2018": ("barnet-2014", None),
    "barnet-by-2021-05-06": ("barnet-2018", None),
    "derby-2018": ("derby-2016", "derby-2014"),
    "leeds-2019": ("leeds-2018", None),  # wholly elected in 2018
    "plymouth-2021": ("plymouth-2019", "plymouth-2016"),
    "oldham-2022": ("oldham-2021", "oldham-2018"),
    "kent-2025": ("kent-2021", None),
    "hertsmere-2019": (None, None),  # that of 2015 is not in the store
}


def test_the_lots_and_no_other(whole: Whole) -> None:
    # from dead-heats.csv, and from names such as "Kumail Jaffer (ELECTED)" in the files of results
    lots = {name: (tie.votes, tie.vote_added) for name, tie in whole.lots.items()}
    assert lots == {
        "bradford-2019/tong": (742, True),
        "halton-2022/daresbury-moore-and-sandymoor": (398, True),
        "hertsmere-2019/borehamwood-kenilworth": (819, False),
        "north-hertfordshire-2019/letchworth-south-west": (800, False),
        "northumberland-2017/south-blyth": (356, True),
        "northumberland-2021/berwick-west-with-ord": (409, True),
        "northumberland-2021/hartley": (868, True),
        "sutton-2018/nonsuch": (1405, False),
        "thanet-2019/viking": (770, False),
        "tunbridge-wells-2019/paddock-wood-west": (289, False),
        "waverley-2019/hindhead": (542, False),
    }


def test_the_vote_that_the_lot_added_is_printed_and_not_counted(read: Read) -> None:
    (tong,) = (ward for ward in read("bradford-2019").wards if ward.slug == "tong")
    winner = tong.candidates[0]
    assert (winner.name, winner.party, winner.votes, tong.polled(winner)) == ("Kausar Mukhtar", "lab", 743, 742)


def test_a_dead_heat_inside_one_party_leaves_a_party_margin(read: Read) -> None:
    (row,) = (row for row in margins(read("hertsmere-2019")) if row.ward == "borehamwood-kenilworth")
    assert (row.margin, row.party_margin) == (0, 3)
