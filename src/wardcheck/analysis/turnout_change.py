"""How did turnout change between two elections, by which definition?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Annotated, NamedTuple

from wardcheck.analysis.pairs import alone, by_name, names
from wardcheck.analysis.report import OfElection, Part, Remark, Report, remark
from wardcheck.analysis.totals import incomplete
from wardcheck.analysis.turnout import NO_POLL
from wardcheck.facts.accounted import contests_missing, poll_in_part
from wardcheck.facts.cut import had_poll
from wardcheck.facts.matched import Comparison, comparison
from wardcheck.facts.papers import BALLOT_BOX, PAPERS, Definition, impossible_papers, papers_by, printed
from wardcheck.facts.turnout import Turnout, one_ward, overall, turnout_by
from wardcheck.frozen import frozen
from wardcheck.model import Election, Ward
from wardcheck.words import counted


@frozen
class TurnoutChangeRow:
    """The change in turnout since another election, of one ward or of all together. ``None`` is unknown, never nought.

    Percentages of two definitions are never subtracted from one another, nor one whose definition is not stated.
    """

    election_from: Annotated[str, "slug of the election to compare with"]
    election_to: Annotated[str, "slug of the election that is asked about"]
    ward: Annotated[str | None, "slug of the ward in election_to; empty for all wards together"]
    definition: Annotated[Definition, "whose papers the row is of, in both elections: all at the count, or the valid"]
    electorate_from: Annotated[int | None, "electors entitled to vote in election_from"]
    electorate_to: Annotated[int | None, "electors entitled to vote in election_to"]
    electorate_change: Annotated[int | None, "electorate_to minus electorate_from"]
    papers_from: Annotated[int | None, "papers of the definition in election_from"]
    papers_to: Annotated[int | None, "papers of the definition in election_to"]
    papers_change: Annotated[int | None, "papers_to minus papers_from"]
    turnout_from_pct: Annotated[
        float | None, "papers in percent of electorate in election_from, or as reported by that definition"
    ]
    turnout_to_pct: Annotated[
        float | None, "papers in percent of electorate in election_to, or as reported by that definition"
    ]
    turnout_change_pp: Annotated[float | None, "turnout_to_pct minus turnout_from_pct, in percentage points"]
    wards_from: Annotated[int, "how many wards of election_from the row is over: 1 in the row of a ward"]
    wards_to: Annotated[int, "how many wards of election_to the row is over: 1 in the row of a ward"]


class Totals(NamedTuple):
    """What the row of all wards is over, and what could not be in it."""

    before: Sequence[Ward]
    after: Sequence[Ward]
    whole: bool
    """Whether that is every ward of both elections that had a poll."""
    redrawn: bool
    """Whether wards among them have no counterpart."""
    wards: tuple[int, int]
    """How many wards the two elections have, with or without figures."""
    unknown_before: Mapping[str, Sequence[Ward]]
    """The wards of the earlier election that lack a figure, by which."""
    unknown_after: Mapping[str, Sequence[Ward]]


def turnout_change(
    before: Election, after: Election, *, definition: Definition = BALLOT_BOX
) -> Report[TurnoutChangeRow, Totals]:
    """The change in turnout: one row of all wards, then one of each ward that both elections have, largest rise first.

    Turnout is in percent of the electorate and its change in percentage points. The papers are all those at the count
    (``"ballot-box"``) or the valid ones (``"valid"``), in both elections; what a source reports by another definition,
    or by none that it states, is unknown. Wards whose change is unknown come last.

    The row of all is there in any case. It is over every ward of both elections, redrawn or not, where ``totals`` says
    that they make up the whole; otherwise over the wards that both have with the figures in both, and it is empty
    where there are none. Definitions: docs/methods/turnout.md.
    """
    found = comparison(before, after)
    over = totals(before, after, definition)
    rows = [
        _row(before, after, now.slug, definition, one_ward(then, definition), one_ward(now, definition))
        for then, now in found.same
    ]
    rows.sort(key=lambda row: (row.turnout_change_pp is None, -(row.turnout_change_pp or 0), row.ward or ""))
    sides = (overall(side, definition) for side in (over.before, over.after))
    total = _row(before, after, None, definition, *sides)
    remarks = [*_over(over), *_gaps(before, after, found, over)]
    return Report([total, *rows], over, remarks, answered=bool(found.same or over.after))


def totals(before: Election, after: Election, definition: Definition) -> Totals:
    """Which wards the row of all is over.

    Every ward that was polled in either, if each has its turnout and electorate and both elections were of the same
    ground: every ward has its counterpart, or both were of the whole council, where it is no matter how the wards
    divide it. A ward that both elections have and that was polled in one alone would be in one total and not in the
    other. Failing that, the wards that both elections have and whose figures are known in both.
    """
    pairs = comparison(before, after).same
    unknown = [_unknown(election, definition) for election in (before, after)]
    polled = [[ward for ward in election.wards if had_poll(ward)] for election in (before, after)]
    known = [pair for pair in pairs if all(_lacks(ward, definition) is None for ward in pair)]
    whole = (
        all(polled)
        and not any(map(contests_missing, (before, after)))
        and all(not set(reasons) - {NO_POLL} for reasons in unknown)
        and all(had_poll(then) == had_poll(now) for then, now in pairs)
        and (len(known) == len(polled[0]) == len(polled[1]) or not (poll_in_part(before) or poll_in_part(after)))
    )
    sides = polled if whole else [[pair[side] for pair in known] for side in (0, 1)]
    return Totals(
        before=sides[0],
        after=sides[1],
        whole=whole,
        redrawn=not len(known) == len(sides[0]) == len(sides[1]),
        wards=(len(before.wards), len(after.wards)),
        unknown_before=unknown[0],
        unknown_after=unknown[1],
    )


def _unknown(election: Election, definition: Definition) -> dict[str, list[Ward]]:
    found: dict[str, list[Ward]] = {}
    for ward in election.wards:
        if (reason := _lacks(ward, definition)) is not None:
            found.setdefault(reason, []).append(ward)
    return found


def _lacks(ward: Ward, definition: Definition) -> str | None:
    """What a ward lacks for the row of all, in words; ``None`` for nothing."""
    if not had_poll(ward):
        return NO_POLL
    of_definition = turnout_by(ward, definition) is not None
    lacking = [] if ward.electorate else ["electorate"]
    if not of_definition and papers_by(ward, definition) is None:
        cannot = impossible_papers(ward) and printed(ward, definition) is not None
        lacking.append(f"{PAPERS[definition]}{' that its votes fit on' if cannot else ''}")
    words = " and ".join(lacking)
    reported = ward.turnout_reported
    if reported is not None and not of_definition:
        of = f"of {reported.of}" if reported.of else "of no stated definition"
        words = f"{words} (a percentage {of} is reported)"
    return words or None


def _row(
    before: Election, after: Election, ward: str | None, definition: Definition, then: Turnout, now: Turnout
) -> TurnoutChangeRow:
    return TurnoutChangeRow(
        election_from=before.slug,
        election_to=after.slug,
        ward=ward,
        definition=definition,
        electorate_from=then.electorate,
        electorate_to=now.electorate,
        electorate_change=_count_change(then.electorate, now.electorate),
        papers_from=then.papers,
        papers_to=now.papers,
        papers_change=_count_change(then.papers, now.papers),
        turnout_from_pct=then.pct,
        turnout_to_pct=now.pct,
        turnout_change_pp=None if then.pct is None or now.pct is None else now.pct - then.pct,
        wards_from=then.wards,
        wards_to=now.wards,
    )


def _count_change(then: int | None, now: int | None) -> int | None:
    return None if then is None or now is None else now - then


# -- remarks -----------------------------------------------------------------------------------------------


def place(over: Totals) -> str:
    """``All 28 wards``, ``All wards, 21 → 24``, ``15 of 17 wards``: what the row of all is over."""
    then, now = len(over.before), len(over.after)
    if not over.whole:
        return f"{now:,} of {counted(over.wards[1], 'ward')}" if now else "All wards"
    return f"All {counted(now, 'ward')}" if then == now else f"All wards, {then:,} → {now:,}"


def _over(over: Totals) -> list[Remark]:
    """Which wards the row of all is over; its own columns say how many they are."""
    if not over.after:
        words = (
            "All wards: unknown, for that takes the figures of the whole council in both elections, or those of a "
            "ward that both have."
        )
    elif not over.whole:
        words = f"{place(over)}: those of both elections whose figures are known in both."
    else:
        words = f"{place(over)}: every ward of both elections"
        if any(NO_POLL in unknown for unknown in (over.unknown_before, over.unknown_after)):
            words += " that had a poll"
        if over.redrawn:
            words += ", redrawn or not; the turnout of a whole council does not depend on where its wards end"
        words += "."
    return [remark(words, in_rows=True)]


def _gaps(before: Election, after: Election, found: Comparison, over: Totals) -> list[Remark]:
    """What is not there, and why: wards without a counterpart, and for each figure the wards that lack it."""
    remarks = [
        *incomplete([before, after]),
        *alone("Not compared ward by ward", before, after, found),
        *by_name(before, after, found),
    ]
    for unknown, election in ((over.unknown_before, before), (over.unknown_after, after)):
        for reason, wards in unknown.items():
            of = OfElection(election.slug)
            what: list[Part] = ["No poll in ", of, ", in "]
            if reason != NO_POLL:
                what = ["Unknown in ", of, f": {reason}, in "]
            count = counted(len(wards), "ward")
            every = len(wards) == len(election.wards)
            which: list[Part] = [f"all of its {count}."] if every else [f"{count}: ", *names(wards, election), "."]
            remarks.append(remark(what, which))
    return remarks
