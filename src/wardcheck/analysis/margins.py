"""How safe is each ward?"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

from wardcheck.analysis.report import Later, Report, remark
from wardcheck.analysis.totals import contradictions, impossible, incomplete, level, of_each
from wardcheck.facts.cut import DecidedBy, had_poll
from wardcheck.facts.outline import Outline, outlined
from wardcheck.facts.papers import BALLOT_BOX, PapersOf, papers, papers_of, rejected_papers, total
from wardcheck.facts.turnout import overall
from wardcheck.frozen import frozen
from wardcheck.model import Election, Ward
from wardcheck.words import counted


@frozen
class MarginRow:
    """The margin of one ward. ``None`` is unknown or, for an unopposed ward, does not exist.

    A total has no margin. Its electors, papers and turnout are those of all its wards, empty where one of them is
    unknown or a contest is missing; its seats and candidates are those of the wards that are there.
    """

    election: Annotated[str | None, "slug of the election; empty in a total of several"]
    ward: Annotated[str | None, "slug of the ward; empty in a total"]
    seats: Annotated[int, "seats to be filled in the ward"]
    candidates: Annotated[int, "candidacies in the ward"]
    electorate: Annotated[int | None, "electors entitled to vote"]
    ballots: Annotated[int | None, "ballot papers: the valid ones where known, otherwise all at the count"]
    turnout_pct: Annotated[float | None, "all ballot papers at the count, in percent of the electorate"]
    last_elected: Annotated[str | None, "the elected candidate with the fewest votes"]
    last_elected_party: Annotated[str | None, "party of the last elected, as a slug"]
    last_elected_votes: Annotated[int | None, "votes of the last elected"]
    runner_up: Annotated[str | None, "the candidate with the most votes who was not elected"]
    runner_up_party: Annotated[str | None, "party of the runner-up, as a slug"]
    runner_up_votes: Annotated[int | None, "votes of the runner-up"]
    margin: Annotated[int | None, "seat margin: last elected minus runner-up, in votes; 0 is level"]
    margin_pct: Annotated[float | None, "seat margin in percent of ballots; empty where ballots is"]
    party_margin: Annotated[int | None, "smallest lead of an elected candidate over one not elected of another party"]
    decided_by: Annotated[
        DecidedBy | None, "votes, lot or unopposed; empty where nobody was elected, or level votes are not explained"
    ]
    margin_of: Annotated[PapersOf | None, "which papers ballots are: valid, or all at-count; empty where unknown"]
    rejected: Annotated[int | None, "ballot papers rejected at the count; empty where unknown"]
    party_margin_elected: Annotated[str | None, "party of the elected candidate of party_margin, as a slug"]
    party_margin_runner_up: Annotated[str | None, "party of the candidate not elected of party_margin, as a slug"]


def margins(*elections: Election, between_parties: bool = False) -> Report[MarginRow, Sequence[MarginRow]]:
    """The margin of every ward, closest first by the seat margin, or by that ``between_parties``; those without last.

    Seat margin = v(k) - v(k+1) of k seats, by the declared result: min(votes of elected) - max(votes of not
    elected), in votes. A declaration that contradicts itself has none, and a remark names the ward. The totals are a
    row for each election and, of several, one for all. Definitions: docs/methods/margins.md.
    """
    found = outlined(elections)
    rows = [_row(election.slug, ward) for election, wards in found for ward in wards]
    remarks = [*incomplete(elections), *contradictions(found), *level(found), *impossible(found)]
    totals = Later(lambda: of_each(elections, _total))
    return Report(sorted(rows, key=_closest_between_parties if between_parties else _closest_first), totals, remarks)


def margins_within_rejected(
    *elections: Election, between_parties: bool = False
) -> Report[MarginRow, Sequence[MarginRow]]:
    """The same of the wards in which as many papers were rejected as votes lay between two parties, or more.

    The first remark says of how many wards these are: those whose party margin and rejected papers are both known.
    There is no answer where that is none.
    """
    every = margins(*elections)
    known = [row for row in every if row.party_margin is not None]
    both = [row for row in known if row.rejected is not None]
    wards: dict[str, set[str]] = {}
    for row in both:
        if (row.rejected or 0) >= (row.party_margin or 0):
            wards.setdefault(row.election or "", set()).add(row.ward or "")
    report = margins(
        *[one.only(frozenset(wards[one.slug])) for one in elections if one.slug in wards],
        between_parties=between_parties,
    )
    unknown = counted(len(known) - len(both), "ward")
    words = f"Rejected papers are known of no ward, and unknown of {unknown}."
    if both:
        words = (
            f"In {len(report):,} of {counted(len(both), 'ward')} as many papers were rejected as votes lay between two "
            "parties, or more. That is no evidence of error: papers are rejected for the reasons that the law names, "
            "most of them unmarked, unclear or with too many votes, and nothing tells whom they were for."
        )
        if len(known) > len(both):
            words += f" The rejected papers of {unknown} more are unknown."
    remarks = [remark(words), *report.remarks]
    return Report(report, Later(lambda: report.totals), remarks, answered=bool(both), every=len(every))


def _closest_first(row: MarginRow) -> tuple[bool, int, str, str]:
    return (row.margin is None, row.margin or 0, row.election or "", row.ward or "")


def _closest_between_parties(row: MarginRow) -> tuple[bool, int, str, str]:
    return (row.party_margin is None, row.party_margin or 0, row.election or "", row.ward or "")


def _row(election: str, ward: Outline) -> MarginRow:
    return MarginRow(
        election=election,
        ward=ward.ward,
        seats=ward.seats,
        candidates=ward.candidates,
        electorate=ward.electorate,
        ballots=ward.papers,
        turnout_pct=ward.turnout_pct,
        last_elected=ward.last_elected,
        last_elected_party=ward.last_elected_party,
        last_elected_votes=ward.last_elected_votes,
        runner_up=ward.runner_up,
        runner_up_party=ward.runner_up_party,
        runner_up_votes=ward.runner_up_votes,
        margin=ward.margin,
        margin_pct=ward.margin_pct,
        party_margin=ward.party_margin,
        decided_by=ward.decided_by,
        margin_of=ward.papers_of,
        rejected=ward.rejected,
        party_margin_elected=ward.party_margin_elected,
        party_margin_runner_up=ward.party_margin_runner_up,
    )


def _total(election: str | None, wards: Sequence[Ward], whole: bool) -> MarginRow:
    """All of ``wards`` together; no papers and no electors where they are not ``whole``."""
    polled = [ward for ward in wards if had_poll(ward)]
    together = overall(wards, BALLOT_BOX)
    of = {papers_of(ward) for ward in polled}
    return MarginRow(
        election=election,
        ward=None,
        seats=sum(ward.seats for ward in wards),
        candidates=sum(len(ward.candidates) for ward in wards),
        electorate=total(ward.electorate for ward in polled) if whole else None,
        ballots=total(papers(ward) for ward in polled) if whole and len(of) == 1 else None,
        turnout_pct=together.pct if whole else None,
        last_elected=None,
        last_elected_party=None,
        last_elected_votes=None,
        runner_up=None,
        runner_up_party=None,
        runner_up_votes=None,
        margin=None,
        margin_pct=None,
        party_margin=None,
        decided_by=None,
        margin_of=of.pop() if whole and len(of) == 1 else None,
        rejected=total(rejected_papers(ward) for ward in polled) if whole else None,
        party_margin_elected=None,
        party_margin_runner_up=None,
    )
