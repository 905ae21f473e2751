"""How safe is each ward?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated

from wardcheck.analysis.report import Report
from wardcheck.analysis.totals import contradictions, impossible, incomplete, level, of_each
from wardcheck.facts.cut import DecidedBy, contradiction, decided_by, had_poll, party_margin, the_cut
from wardcheck.facts.papers import BALLOT_BOX, PapersOf, papers, papers_of, percent, total
from wardcheck.facts.turnout import overall, turnout_pct
from wardcheck.model import Election, Ward


@dataclass(frozen=True, slots=True)
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


def margins(*elections: Election) -> Report[MarginRow, Sequence[MarginRow]]:
    """The margin of every ward, closest first; wards without a margin last.

    Seat margin = v(k) - v(k+1) of k seats, by the declared result: min(votes of elected) - max(votes of not
    elected), in votes. A declaration that contradicts itself has none, and a remark names the ward. The totals are a
    row for each election and, of several, one for all. Definitions: docs/methods/margins.md.
    """
    rows = [_row(election, ward) for election in elections for ward in election.wards]
    remarks = [*incomplete(elections), *contradictions(elections), *level(elections), *impossible(elections)]
    return Report(sorted(rows, key=_closest_first), of_each(elections, _total), remarks)


def _closest_first(row: MarginRow) -> tuple[bool, int, str, str]:
    return (row.margin is None, row.margin or 0, row.election or "", row.ward or "")


def _row(election: Election, ward: Ward) -> MarginRow:
    cut = the_cut(ward)
    margin = cut.margin if cut is not None and not contradiction(ward) else None
    base = papers(ward)
    return MarginRow(
        election=election.slug,
        ward=ward.slug,
        seats=ward.seats,
        candidates=len(ward.candidates),
        electorate=ward.electorate,
        ballots=base,
        turnout_pct=turnout_pct(ward),
        last_elected=cut.last_elected.name if cut else None,
        last_elected_party=cut.last_elected.party if cut else None,
        last_elected_votes=cut.last_elected_votes if cut else None,
        runner_up=cut.runner_up.name if cut else None,
        runner_up_party=cut.runner_up.party if cut else None,
        runner_up_votes=cut.runner_up_votes if cut else None,
        margin=margin,
        margin_pct=percent(margin, base),
        party_margin=party_margin(ward),
        decided_by=decided_by(ward),
        margin_of=papers_of(ward),
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
    )
