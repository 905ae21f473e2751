"""What holds of every file of the shipped store."""

from __future__ import annotations

from collections.abc import Iterator

from wardcheck.analysis.margins import margins
from wardcheck.model import Candidacy, Election, Ward


def wards_of(elections: dict[str, Election]) -> Iterator[tuple[str, Election, Ward]]:
    """Every ward with its election, under a name that a failure prints."""
    for election in elections.values():
        for ward in election.wards:
            yield f"{election.slug}/{ward.slug}", election, ward


def test_every_figure_has_a_source_that_the_election_names(elections: dict[str, Election]) -> None:
    for name, election, ward in wards_of(elections):
        assert ward.sources, name
        named = {*ward.sources, *(conflict.source for conflict in ward.conflicts)}
        assert named <= set(election.sources), name
    for election in elections.values():
        assert {total.source for total in election.declared} <= set(election.sources), election.slug


def test_every_source_says_what_it_is_and_is_used(elections: dict[str, Election]) -> None:
    for election in elections.values():
        used = {key for ward in election.wards for key in ward.sources}
        used |= {conflict.source for ward in election.wards for conflict in ward.conflicts}
        used |= {total.source for total in election.declared}
        assert set(election.sources) == used, election.slug
        assert [s.key for s in election.sources.values() if not (s.title and s.covers)] == []
        assert [s.key for s in election.sources.values() if not (s.publisher or s.url)] == []


def test_every_previous_election_is_there_and_earlier(elections: dict[str, Election]) -> None:
    with_previous = [election for election in elections.values() if election.previous is not None]
    assert len(with_previous) == 2 * 32 + 1  # London 2018 and 2022, and the by-elections
    for election in with_previous:
        before = elections[str(election.previous)]
        assert before.council == election.council
        assert before.date < election.date


def test_the_lots_and_no_other(elections: dict[str, Election]) -> None:
    lots = {
        name: (ward.tie_break.votes, ward.tie_break.vote_added)
        for name, _, ward in wards_of(elections)
        if ward.tie_break is not None
    }
    assert lots == {
        "bradford-2019/tong": (742, True),
        "hertsmere-2019/borehamwood-kenilworth": (819, False),
        "north-hertfordshire-2019/letchworth-south-west": (800, False),
        "sutton-2018/nonsuch": (1405, False),
    }


def test_a_margin_of_nought_is_a_lot_and_a_lot_a_margin_of_nought(elections: dict[str, Election]) -> None:
    for election in elections.values():
        drawn = [ward.slug for ward in election.wards if ward.tie_break is not None]
        rows = margins(election)
        assert sorted(row.ward or "" for row in rows if row.margin == 0) == drawn
        assert sorted(row.ward or "" for row in rows if row.decided_by == "lot") == drawn


def test_the_vote_that_the_lot_added_is_printed_and_not_counted(elections: dict[str, Election]) -> None:
    (tong,) = (ward for ward in elections["bradford-2019"].wards if ward.slug == "tong")
    winner = tong.candidates[0]
    assert (winner.name, winner.party, winner.votes, tong.polled(winner)) == ("Kausar Mukhtar", "lab", 743, 742)


def test_a_dead_heat_inside_one_party_leaves_a_party_margin(elections: dict[str, Election]) -> None:
    (row,) = (row for row in margins(elections["hertsmere-2019"]) if row.ward == "borehamwood-kenilworth")
    assert (row.margin, row.party_margin) == (0, 3)


def test_the_elected_outvote_the_rest(elections: dict[str, Election]) -> None:
    # true of these declarations, though nothing in the store is worked out from it
    def polled(ward: Ward, some: tuple[Candidacy, ...]) -> list[int]:
        return [votes for c in some if (votes := ward.polled(c)) is not None]

    for name, _, ward in wards_of(elections):
        assert len(ward.elected) == ward.seats, name
        elected, rest = polled(ward, ward.elected), polled(ward, ward.not_elected)
        assert not elected or not rest or min(elected) >= max(rest), name


def test_codes_and_ballot_ids_are_one_wards_own(elections: dict[str, Election]) -> None:
    for election in elections.values():
        codes = [ward.gss for ward in election.wards if ward.gss is not None]
        ballots = [ward.ballot for ward in election.wards if ward.ballot is not None]
        assert len(set(codes)) == len(codes), election.slug
        assert len(set(ballots)) == len(ballots), election.slug


def test_unknown_is_left_out_and_not_nought(elections: dict[str, Election]) -> None:
    for name, _, ward in wards_of(elections):
        papers = (ward.electorate, ward.ballots.issued, ward.ballots.valid, ward.ballots.at_count)
        assert 0 not in papers, name
        if ward.status == "contested":
            assert None not in [c.votes for c in ward.candidates], name
