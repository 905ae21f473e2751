"""Who voted, by which definition?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from wardcheck.analysis.papers import (
    BALLOT_BOX,
    VALID,
    papers,
    papers_at_count,
    papers_by,
    percent,
    turnout_by,
)
from wardcheck.model import Election, Ward

NO_POLL = "no poll"
"""``source`` of a ward that was unopposed or countermanded: its turnout does not exist."""

_COUNTS = ("electorate", "papers")
_PERCENTAGE = ("turnout",)


@dataclass(frozen=True, slots=True)
class TurnoutRow:
    """The turnout of one ward. ``None`` is unknown or, where no poll was held, does not exist; never nought."""

    election: Annotated[str, "slug of the election"]
    ward: Annotated[str, "slug of the ward"]
    electorate: Annotated[int | None, "electors entitled to vote"]
    ballots_at_count: Annotated[int | None, "all ballot papers at the count, valid and rejected"]
    valid: Annotated[int | None, "valid ballot papers"]
    rejected: Annotated[int | None, "ballot papers rejected at the count"]
    turnout_pct: Annotated[
        float | None, "ballot-box turnout: ballots_at_count in percent of electorate, or as reported"
    ]
    valid_turnout_pct: Annotated[float | None, "valid turnout: valid in percent of electorate, or as reported"]
    votes_per_ballot: Annotated[float | None, "votes a ballot paper: of the valid ones where known, else at the count"]
    source: Annotated[
        str | None,
        "counted, reported (a percentage without its counts) or both, with keys of sources; no poll; empty if unknown",
    ]


def turnout(*elections: Election) -> list[TurnoutRow]:
    """The turnout of every ward, highest first; wards whose turnout is unknown last.

    Ballot-box turnout = (B + R) / E and valid turnout = B / E in percent, of B valid papers, R papers rejected at
    the count and E electors. A percentage is worked out of counts where they are known. Otherwise it is what a
    source reports, if the ward file says that it reports this very definition; a percentage of an unknown
    definition stands in neither column. Definitions: docs/methods/turnout.md.
    """
    rows = [_row(election, ward) for election in elections for ward in election.wards]
    return sorted(rows, key=_highest_first)


def _highest_first(row: TurnoutRow) -> tuple[bool, float, bool, float, str, str]:
    box, valid = row.turnout_pct, row.valid_turnout_pct
    return (box is None, -(box or 0), valid is None, -(valid or 0), row.election, row.ward)


def _row(election: Election, ward: Ward) -> TurnoutRow:
    return TurnoutRow(
        election=election.slug,
        ward=ward.slug,
        electorate=ward.electorate,
        ballots_at_count=papers_at_count(ward),
        valid=ward.ballots.valid,
        rejected=ward.ballots.rejected_total,
        turnout_pct=turnout_by(ward, BALLOT_BOX),
        valid_turnout_pct=turnout_by(ward, VALID),
        votes_per_ballot=_votes_per_ballot(ward),
        source=_source(election, ward),
    )


def _votes_per_ballot(ward: Ward) -> float | None:
    """V / B; papers without anybody's vote known give nothing, and no papers give no ratio."""
    votes, base = ward.total_votes, papers(ward)
    return votes / base if votes is not None and base else None


def _source(election: Election, ward: Ward) -> str | None:
    """What the row rests on, in words that begin with ``counted``, ``reported`` or ``no poll``.

    A reported percentage that a count makes needless is not shown, and so not named either.
    """
    counted, counted_valid = (percent(papers_by(ward, of), ward.electorate) for of in (BALLOT_BOX, VALID))
    parts = []
    if papers(ward) is not None:
        how = ward.derived.get("valid")
        counted_how = "counted" if how is None else f"counted (valid: {how})"
        parts.append(f"{counted_how}: {_keys(election, ward, _COUNTS)}")
    if (reported := ward.turnout_reported) is not None:
        keys = _keys(election, ward, _PERCENTAGE)
        if (reported.of == BALLOT_BOX and counted is None) or (reported.of == VALID and counted_valid is None):
            parts.append(f"reported: {keys}")
        elif reported.of not in (BALLOT_BOX, VALID) and counted is None:
            of = f"of {reported.of}" if reported.of else "definition not stated"
            parts.append(f"reported {reported.pct:g} %, {of}: {keys}")
    if not parts and ward.status != "contested":
        return NO_POLL
    return "; ".join(parts) or None


def _keys(election: Election, ward: Ward, figures: tuple[str, ...]) -> str:
    """The ward's sources that say they cover one of ``figures``, or all of the ward's where none says so."""
    covers = {key: (election.sources[key].covers or "").lower() for key in ward.sources if key in election.sources}
    found = [key for key, text in covers.items() if any(figure in text for figure in figures)]
    return " ".join(found or ward.sources)
