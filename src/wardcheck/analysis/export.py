"""Every candidacy as one long table."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping
from typing import Annotated

from wardcheck.facts.cut import DecidedBy, decided_by, sound_cut
from wardcheck.facts.papers import papers, papers_at_count, percent
from wardcheck.frozen import frozen
from wardcheck.model import Candidacy, Conflict, Election, Party, Status, Ward
from wardcheck.model.election import Kind


@frozen
class CandidacyRow:
    """One candidacy, with all that is known of its election and its ward. ``None`` is unknown, or does not apply.

    The columns of election and ward are the same in each of their rows, so that a table needs no join.
    """

    election: Annotated[str, "slug of the election"]
    council: Annotated[str, "name of the council"]
    council_gss: Annotated[str | None, "GSS code of the council"]
    organisation: Annotated[str | None, "the council's part of the ballot ids"]
    date: Annotated[datetime.date, "polling day of the election"]
    kind: Annotated[Kind | None, "how much of the council is elected"]
    seats_total: Annotated[int | None, "seats on the whole council, up for election or not"]
    previous: Annotated[str | None, "slug of the ordinary election before it"]
    ward: Annotated[str, "slug of the ward"]
    ward_name: Annotated[str, "name of the ward"]
    ward_gss: Annotated[str | None, "GSS code of the ward"]
    ballot: Annotated[str | None, "ballot id of the ward, as Democracy Club writes it"]
    polling_day: Annotated[datetime.date, "day on which the ward polled, mostly the election's"]
    status: Annotated[Status, "whether a poll was held in the ward"]
    seats: Annotated[int, "seats to be filled in the ward"]
    candidates: Annotated[int, "candidacies in the ward"]
    electorate: Annotated[int | None, "electors of the ward entitled to vote"]
    ballots_issued: Annotated[int | None, "ballot papers issued in the ward"]
    ballots_valid: Annotated[int | None, "valid ballot papers"]
    ballots_rejected: Annotated[int | None, "ballot papers rejected at the count"]
    ballots_at_count: Annotated[int | None, "all ballot papers at the count, valid and rejected"]
    rejected_no_official_mark: Annotated[int | None, "papers rejected for want of the official mark"]
    rejected_too_many_votes: Annotated[int | None, "papers rejected for more votes than seats"]
    rejected_voter_identified: Annotated[int | None, "papers rejected because the voter could be identified"]
    rejected_unmarked_or_void: Annotated[int | None, "papers rejected as unmarked, or void for uncertainty"]
    turnout_reported_pct: Annotated[float | None, "turnout that a source gives as a percentage alone"]
    turnout_reported_of: Annotated[str | None, "what that percentage is of: ballot-box or valid; empty if not stated"]
    decided_by: Annotated[DecidedBy | None, "how the last seat was filled; empty where the poll was countermanded"]
    candidate: Annotated[str, "name as declared"]
    party: Annotated[str, "party, as a slug; ind is no party: every independent stands alone"]
    party_name: Annotated[
        str | None, "name of the party in the register; for one that is not in it, as the source prints it"
    ]
    party_id: Annotated[str | None, "the party's id in the source, where it says more than party"]
    party_ec_ids: Annotated[str | None, "the party's Electoral Commission ids in the register, with blanks between"]
    votes: Annotated[int | None, "votes on the papers, without a vote that a lot added; empty where no poll was held"]
    votes_printed: Annotated[int | None, "votes as the source prints them"]
    elected: Annotated[bool, "declared elected"]
    rank: Annotated[int | None, "place in the ward by votes; level candidates share the place"]
    share_of_votes_pct: Annotated[float | None, "votes in percent of all votes in the ward"]
    share_of_ballots_pct: Annotated[float | None, "votes in percent of ballot papers, valid where known, else at count"]
    tie_break: Annotated[bool, "level across the cut with another candidate, and in the lot"]
    tie_break_won: Annotated[bool | None, "drawn; empty without a lot"]
    tie_break_method: Annotated[str | None, "how the lot was drawn; empty without one"]
    tie_break_vote_added: Annotated[bool | None, "votes_printed holds the vote that the lot adds; empty without a lot"]
    conflicts: Annotated[str | None, "what other sources say of this candidacy or its ward: figure: value (source)"]
    accepted_rules: Annotated[str | None, "rules of check that the ward breaks in fact, with blanks between"]
    notes: Annotated[str | None, "notes of the ward"]
    sources: Annotated[str, "keys of the ward's sources in the election's file, with blanks between"]
    rejected_in_part: Annotated[int | None, "valid papers on which some votes were rejected and others counted"]
    derived: Annotated[str | None, "figures of the ward that were worked out, not declared: figure: how"]


def export(*elections: Election, parties: Mapping[str, Party] | None = None) -> list[CandidacyRow]:
    """A row for each candidacy: elections as given, wards and candidates in the order of the store.

    ``parties`` is the register, by slug; without it ``party_name`` and ``party_ec_ids`` are empty.
    """
    return [row for election in elections for row in candidacies(election, parties)]


def candidacies(election: Election, parties: Mapping[str, Party] | None = None) -> list[CandidacyRow]:
    """The rows of one election."""
    known = parties if parties is not None else {}
    return [row for ward in election.wards for row in _rows(election, ward, known)]


def _rows(election: Election, ward: Ward, parties: Mapping[str, Party]) -> Iterator[CandidacyRow]:
    polled = [votes for votes in map(ward.polled, ward.candidates) if votes is not None]
    total, base, decided = ward.total_votes, papers(ward), decided_by(ward, sound_cut(ward))
    ballots, rejected, reported, tie = ward.ballots, ward.ballots.rejected, ward.turnout_reported, ward.tie_break
    for candidacy in ward.candidates:
        party = parties.get(candidacy.party)
        votes = ward.polled(candidacy)
        lot = tie if tie is not None and candidacy.name in tie.between else None
        won = lot is not None and ward.won_lot(candidacy)
        yield CandidacyRow(
            election=election.slug,
            council=election.council,
            council_gss=election.council_gss,
            organisation=election.organisation,
            date=election.date,
            kind=election.kind,
            seats_total=election.seats_total,
            previous=election.previous,
            ward=ward.slug,
            ward_name=ward.name,
            ward_gss=ward.gss,
            ballot=ward.ballot,
            polling_day=ward.date or election.date,
            status=ward.status,
            seats=ward.seats,
            candidates=len(ward.candidates),
            electorate=ward.electorate,
            ballots_issued=ballots.issued,
            ballots_valid=ballots.valid,
            ballots_rejected=ballots.rejected_total,
            ballots_at_count=papers_at_count(ward),
            rejected_no_official_mark=rejected.no_official_mark,
            rejected_too_many_votes=rejected.too_many_votes,
            rejected_voter_identified=rejected.voter_identified,
            rejected_unmarked_or_void=rejected.unmarked_or_void,
            turnout_reported_pct=reported.pct if reported else None,
            turnout_reported_of=reported.of if reported else None,
            decided_by=decided,
            candidate=candidacy.name,
            party=candidacy.party,
            party_name=party.name if party else candidacy.party_name,
            party_id=candidacy.party_id,
            party_ec_ids=_joined(party.ec) if party else None,
            votes=votes,
            votes_printed=candidacy.votes,
            elected=candidacy.elected,
            rank=None if votes is None else 1 + sum(other > votes for other in polled),
            share_of_votes_pct=percent(votes, total),
            share_of_ballots_pct=percent(votes, base),
            tie_break=lot is not None,
            tie_break_won=won if lot else None,
            tie_break_method=lot.method if lot else None,
            tie_break_vote_added=won and lot.vote_added if lot else None,
            conflicts=_conflicts(ward, candidacy),
            accepted_rules=_joined(accepted.rule for accepted in ward.accepted),
            notes=ward.notes,
            sources=" ".join(ward.sources),
            rejected_in_part=ballots.rejected_in_part,
            derived="; ".join(f"{figure}: {how}" for figure, how in ward.derived.items()) or None,
        )


def _conflicts(ward: Ward, candidacy: Candidacy) -> str | None:
    ours = [c for c in ward.conflicts if c.candidate in (None, candidacy.name)]
    return "; ".join(map(_conflict, ours)) or None


def _conflict(conflict: Conflict) -> str:
    return f"{conflict.figure}: {conflict.value} ({conflict.source})"


def _joined(words: Iterable[str]) -> str | None:
    """Slugs and ids, none of which has a blank in it."""
    return " ".join(words) or None
