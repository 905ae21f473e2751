"""The long table of candidacies against the wards that it was made from."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import fields
from datetime import date

import pytest

from analysis.builders import contest, election, stood, won
from wardcheck.analysis.export import CandidacyRow, export
from wardcheck.analysis.ward import ward as ward_rows
from wardcheck.model import Accepted, Ballots, Candidacy, Conflict, Election, Rejected, ReportedTurnout, TieBreak, Ward
from wardcheck.store import Store


def rows_of(ward: Ward) -> list[CandidacyRow]:
    return export(election(ward))


def some(shipped: Store) -> Sequence[Election]:
    """A hundred elections of the store, evenly: the whole of it makes 140,000 rows."""
    return [shipped.election(slug) for slug in shipped.slugs[:: max(1, len(shipped.slugs) // 100)]]


def test_a_row_for_each_candidacy(shipped: Store) -> None:
    found = some(shipped)
    rows = export(*found, parties=shipped.parties)
    assert [(r.election, r.ward, r.candidate, r.votes_printed, r.elected) for r in rows] == [
        (e.slug, w.slug, c.name, c.votes, c.elected) for e in found for w in e.wards for c in w.candidates
    ]
    assert all(r.party_name and r.party_ec_ids != "" for r in rows)


def test_votes_by_party_in_barnet(shipped: Store) -> None:
    rows = export(shipped.election("barnet-2014"), shipped.election("barnet-2018"))
    assert Counter(row.election for row in rows)["barnet-2018"] == 220  # as the store's README counts them
    votes: Counter[tuple[str, str]] = Counter()
    for row in rows:
        votes[row.election, row.party] += row.votes or 0
    # 146,198 - 108,774 = 37,424
    assert votes["barnet-2018", "con"] - votes["barnet-2014", "con"] == 37_424


def test_ranks_and_shares_are_those_of_the_ward(shipped: Store) -> None:
    for found in some(shipped):
        ours = {(r.ward, r.candidate, r.party, r.votes): r for r in export(found)}  # two may share a name
        for ward in found.wards:
            for row in ward_rows(ward):
                mine = ours[ward.slug, row.candidate, row.party, row.votes]
                assert (mine.rank, mine.votes, mine.share_of_votes_pct, mine.share_of_ballots_pct) == (
                    row.rank,
                    row.votes,
                    row.share_of_votes_pct,
                    row.share_of_ballots_pct,
                )


def test_everything_that_a_ward_file_can_say() -> None:
    ward = contest(
        1,
        won("A", "con", 61),
        stood("B", "lab", 60),
        slug="north-end",
        ballot="local.town.north-end.2018-05-03",
        gss="E05000001",
        date=date(2018, 6, 7),
        electorate=300,
        ballots=Ballots(130, 120, Rejected(1, 2, 3, 4), 10, None, 5),
        turnout_reported=ReportedTurnout(43.0, "ballot-box"),
        tie_break=TieBreak(60, ("A", "B"), "A", "drawing straws", vote_added=True),
        conflicts=(Conflict("electorate", 301, "declared"), Conflict("votes", 59, "declared", "B")),
        accepted=(Accepted("one-vote-margin", "so declared"), Accepted("ballot-papers", "so declared")),
        derived={"valid": "papers less four heads", "seats": "number elected"},
        notes="counted twice",
    )
    a, b = export(
        election(
            ward, kind="thirds", council_gss="E07000001", organisation="town", seats_total=30, previous="town-2016"
        )
    )
    assert {f.name: getattr(a, f.name) for f in fields(a)} == {
        "election": "town-2018",
        "council": "Town",
        "council_gss": "E07000001",
        "organisation": "town",
        "date": date(2018, 5, 3),
        "kind": "thirds",
        "seats_total": 30,
        "previous": "town-2016",
        "ward": "north-end",
        "ward_name": "North End",
        "ward_gss": "E05000001",
        "ballot": "local.town.north-end.2018-05-03",
        "polling_day": date(2018, 6, 7),
        "status": "contested",
        "seats": 1,
        "candidates": 2,
        "electorate": 300,
        "ballots_issued": 130,
        "ballots_valid": 120,
        "ballots_rejected": 10,
        "ballots_at_count": 130,  # 120 + 10
        "rejected_no_official_mark": 1,
        "rejected_too_many_votes": 2,
        "rejected_voter_identified": 3,
        "rejected_unmarked_or_void": 4,
        "turnout_reported_pct": 43.0,
        "turnout_reported_of": "ballot-box",
        "decided_by": "lot",
        "candidate": "A",
        "party": "con",
        "party_name": None,  # no register was given
        "party_id": None,
        "party_ec_ids": None,
        "votes": 60,  # 61 printed, less the vote that the lot added
        "votes_printed": 61,
        "elected": True,
        "rank": 1,
        "share_of_votes_pct": 50.0,  # 60 / (60 + 60)
        "share_of_ballots_pct": 50.0,  # 60 / 120
        "tie_break": True,
        "tie_break_won": True,
        "tie_break_method": "drawing straws",
        "tie_break_vote_added": True,
        "conflicts": "electorate: 301 (declared)",
        "accepted_rules": "one-vote-margin ballot-papers",
        "notes": "counted twice",
        "sources": "declared",
        "rejected_in_part": 5,
        "derived": "valid: papers less four heads; seats: number elected",
    }
    assert (b.rank, b.votes, b.votes_printed, b.elected) == (1, 60, 60, False)
    assert (b.tie_break, b.tie_break_won, b.tie_break_vote_added) == (True, False, False)
    assert b.conflicts == "electorate: 301 (declared); votes: 59 (declared)"


def test_two_drawn_in_one_lot() -> None:
    tie = TieBreak(404, ("A", "B", "C"), "A", "lot", also_won=("B",))
    rows = rows_of(contest(2, won("A", "ld", 404), won("B", "con", 404), stood("C", "ld", 404), tie_break=tie))
    assert [(row.candidate, row.tie_break, row.tie_break_won) for row in rows] == [
        ("A", True, True), ("B", True, True), ("C", True, False),
    ]  # fmt: skip


def test_what_is_unknown_is_none() -> None:
    rows = rows_of(contest(2, won("A", "con", 500), won("B", "lab", 450), stood("C", "con", 430)))
    always = {"election", "council", "date", "ward", "ward_name", "polling_day", "status", "seats", "candidates"}
    always |= {"decided_by", "candidate", "party", "votes", "votes_printed", "elected", "rank", "share_of_votes_pct"}
    always |= {"tie_break", "sources"}
    for row in rows:
        assert {f.name for f in fields(row) if getattr(row, f.name) is not None} == always
        assert row.polling_day == row.date


def test_without_a_poll_nobody_has_votes() -> None:
    (row,) = rows_of(contest(1, won("A", "con", None), status="unopposed"))
    assert (row.votes, row.votes_printed, row.rank, row.share_of_votes_pct) == (None, None, None, None)
    assert (row.elected, row.status, row.decided_by) == (True, "unopposed", "unopposed")


def test_a_joint_candidacy_keeps_its_id(shipped: Store) -> None:
    ward = contest(1, Candidacy("A", "lab", 10, True, "joint-party:53-119"), stood("B", "con", 9))
    a, b = export(election(ward), parties=shipped.parties)
    assert (a.party_id, a.party_name, a.party_ec_ids) == (
        "joint-party:53-119",
        "Labour Party",
        "PP53 joint-party:53-119",
    )
    assert (b.party_id, b.party_ec_ids) == (None, "PP52")


@pytest.mark.parametrize("slug", ["barnet-2014"])
def test_a_ward_that_polled_later(shipped: Store, slug: str) -> None:
    days = {r.ward: r.polling_day for r in export(shipped.election(slug))}
    assert days.pop("colindale") == date(2014, 6, 26)
    assert set(days.values()) == {date(2014, 5, 22)}
