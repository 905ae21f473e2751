"""How safe is each ward?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from wardcheck.analysis.cut import DecidedBy, decided_by, party_margin, the_cut
from wardcheck.analysis.papers import papers, percent, turnout_pct
from wardcheck.model import Election, Ward


@dataclass(frozen=True, slots=True)
class MarginRow:
    """The margin of one ward. ``None`` is unknown or, for an unopposed ward, does not exist."""

    election: Annotated[str, "slug of the election"]
    ward: Annotated[str, "slug of the ward"]
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
    margin: Annotated[int | None, "seat margin: last elected minus runner-up, in votes; 0 is a lot"]
    margin_pct: Annotated[float | None, "seat margin in percent of ballots; empty where ballots is"]
    party_margin: Annotated[int | None, "smallest lead of an elected candidate over one not elected of another party"]
    decided_by: Annotated[DecidedBy | None, "votes, lot or unopposed; empty where nobody was elected"]


def margins(*elections: Election) -> list[MarginRow]:
    """The margin of every ward, closest first; wards without a margin last.

    Seat margin = v(k) - v(k+1) of k seats, by the declared result: min(votes of elected) - max(votes of not
    elected), in votes. Definitions: docs/methods/margins.md.
    """
    rows = [_row(election, ward) for election in elections for ward in election.wards]
    return sorted(rows, key=_closest_first)


def _closest_first(row: MarginRow) -> tuple[bool, int, str, str]:
    return (row.margin is None, row.margin or 0, row.election, row.ward)


def _row(election: Election, ward: Ward) -> MarginRow:
    cut = the_cut(ward)
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
        margin=cut.margin if cut else None,
        margin_pct=percent(cut.margin, base) if cut else None,
        party_margin=party_margin(ward),
        decided_by=decided_by(ward),
    )
