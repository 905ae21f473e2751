"""Who voted, by which definition?"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

from wardcheck.analysis.report import Remark, Report, remark
from wardcheck.analysis.totals import impossible, incomplete, of_each
from wardcheck.facts.accounted import contests_missing
from wardcheck.facts.cut import had_poll
from wardcheck.facts.outline import outlined
from wardcheck.facts.papers import BALLOT_BOX, VALID, papers, papers_at_count, papers_by, papers_of, percent, total
from wardcheck.facts.turnout import overall, overall_between, together, turnout_by
from wardcheck.frozen import frozen
from wardcheck.model import Election, Ward
from wardcheck.words import listed

NO_POLL = "no poll"
"""``source`` of a ward that was unopposed or countermanded: its turnout does not exist."""

_COUNTS = ("electorate", "papers")
_PERCENTAGE = ("turnout",)


@frozen
class TurnoutRow:
    """The turnout of one ward. ``None`` is unknown or, where no poll was held, does not exist; never nought.

    A figure of a total is that of all its wards that polled, and empty where it is unknown for one of them.
    """

    election: Annotated[str | None, "slug of the election; empty in a total of several"]
    ward: Annotated[str | None, "slug of the ward; empty in a total"]
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
    reported_pct: Annotated[
        float | None,
        "turnout that a source gives as a percentage alone, by whatever definition; of a total where turnout_pct is "
        "unknown, what those of its wards come to, weighted by electorate",
    ]
    reported_of: Annotated[str | None, "what that percentage is of: ballot-box or valid; empty if not stated"]
    turnout_min_pct: Annotated[float | None, "the least that turnout_pct can be, by papers and votes that are known"]
    turnout_max_pct: Annotated[float | None, "the most that it can be; empty where the electorate is unknown"]
    wards: Annotated[int, "how many wards that polled the row is of: 1 or 0 in the row of a ward"]


def turnout(*elections: Election) -> Report[TurnoutRow, Sequence[TurnoutRow]]:
    """The turnout of every ward, highest first; wards whose turnout is unknown last.

    Ballot-box turnout = (B + R) / E and valid turnout = B / E in percent, of B valid papers, R papers rejected at
    the count and E electors. A percentage is worked out of counts where they are known. Otherwise it is what a
    source reports, if the ward file says that it reports this very definition; a percentage of an unknown
    definition stands in neither column. The totals are a row for each election and, of several, one for all, weighted
    by electorate. Definitions: docs/methods/turnout.md.
    """
    rows = [_row(election, ward) for election in elections for ward in election.wards]
    remarks = [*incomplete(elections), *impossible(outlined(elections)), *_unknown(rows), *_reported(elections)]
    return Report(sorted(rows, key=_highest_first), of_each(elections, _total), remarks)


def turnout_by_election(*elections: Election) -> Report[TurnoutRow, Sequence[TurnoutRow]]:
    """The turnout of every election as a whole, highest first; those of which it is unknown last.

    The rows are the totals of :func:`turnout`, weighted by electorate: empty where a ward that polled lacks a figure,
    with the least and the most that it can be. The total is that of all elections together.
    """
    report = turnout(*elections)
    rows = sorted((row for row in report.totals if row.election is not None), key=_highest_first)
    return Report(rows, report.totals[-1:], report.remarks)


def _highest_first(row: TurnoutRow) -> tuple[bool, float, bool, float, str, str]:
    box, valid = row.turnout_pct, row.valid_turnout_pct
    return (box is None, -(box or 0), valid is None, -(valid or 0), row.election or "", row.ward or "")


def _row(election: Election, ward: Ward) -> TurnoutRow:
    reported = ward.turnout_reported
    least, most = _between([ward])
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
        reported_pct=reported.pct if reported is not None else None,
        reported_of=reported.of if reported is not None else None,
        turnout_min_pct=least,
        turnout_max_pct=most,
        wards=int(had_poll(ward)),
    )


def _total(election: str | None, wards: Sequence[Ward], whole: bool) -> TurnoutRow:
    """All of ``wards`` together; no figure but their number where they are not ``whole``."""
    polled = [ward for ward in wards if had_poll(ward)]
    known = polled if whole else []
    least, most = _between(known)
    votes, base = total(ward.total_votes for ward in known), total(map(papers, known))
    alike = len(set(map(papers_of, known))) == 1
    found = together(known, BALLOT_BOX)
    reported = found is not None and found.basis == "reported" and found.least == found.most
    return TurnoutRow(
        election=election,
        ward=None,
        electorate=total(ward.electorate for ward in known),
        ballots_at_count=total(papers_by(ward, BALLOT_BOX) for ward in known),
        valid=total(papers_by(ward, VALID) for ward in known),
        rejected=total(ward.ballots.rejected_total for ward in known),
        turnout_pct=float(found.least) if found is not None and found.basis == "known" else None,
        valid_turnout_pct=overall(known, VALID).pct,
        votes_per_ballot=votes / base if votes is not None and base and alike else None,
        source=None,
        reported_pct=float(found.least) if found is not None and reported else None,
        reported_of=None,
        turnout_min_pct=least,
        turnout_max_pct=most,
        wards=len(polled),
    )


def _between(wards: Sequence[Ward]) -> tuple[float | None, float | None]:
    found = overall_between(wards, BALLOT_BOX)
    return (float(found[0]), float(found[1])) if found is not None else (None, None)


def _unknown(rows: Sequence[TurnoutRow]) -> list[Remark]:
    """Which figures how many wards lack, a ward without a poll lacking none; the rows say it too, one by one."""
    polled = [row for row in rows if row.wards]
    lacking = {
        "electorate": sum(row.electorate is None for row in polled),
        "papers at the count": sum(row.ballots_at_count is None for row in polled),
        "valid papers": sum(row.valid is None for row in polled),
    }
    alike: dict[int, list[str]] = {}
    for name, n in lacking.items():
        if n:
            alike.setdefault(n, []).append(name)
    every = len(rows)
    words = [f"{listed(names)}{_in_wards(n, every)}" for n, names in alike.items()]
    found = [f"Not known: {'; '.join(words)}."] if words else []
    undefined = sum(row.reported_pct is not None and row.reported_of not in (BALLOT_BOX, VALID) for row in rows)
    if undefined:
        found.append(
            f"A turnout is reported{_in_wards(undefined, every)} by another definition, or by none that is stated."
        )
    return [remark(sentence, in_rows=True) for sentence in found]


def _in_wards(some: int, every: int) -> str:
    """`` in all 24 wards``, `` in 3 of 24 wards``; nothing where there is one."""
    if every == 1:
        return ""
    return f" in all {every:,} wards" if some == every else f" in {some:,} of {every:,} wards"


def _reported(elections: Sequence[Election]) -> list[Remark]:
    """Between which bounds percentages of no stated definition put one election, where electorates are unknown."""
    if len(elections) != 1 or contests_missing(elections[0]):
        return []
    found = together(elections[0].wards, BALLOT_BOX)
    if found is None or found.basis != "reported" or found.least == found.most:
        return []
    low, high = (f"{float(end):.1f}" for end in (found.least, found.most))
    return [remark(f"The percentages reported of its wards put the turnout of all between {low} and {high} %.")]


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
    if not parts and not had_poll(ward):
        return NO_POLL
    return "; ".join(parts) or None


def _keys(election: Election, ward: Ward, figures: tuple[str, ...]) -> str:
    """The ward's sources that say they cover one of ``figures``, or all of the ward's where none says so."""
    covers = {key: (election.sources[key].covers or "").lower() for key in ward.sources if key in election.sources}
    found = [key for key, text in covers.items() if any(figure in text for figure in figures)]
    return " ".join(found or ward.sources)
