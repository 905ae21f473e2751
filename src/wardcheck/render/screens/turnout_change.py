"""The change in turnout between two elections: a bar for each ward, after the sign of a rise or a fall."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from wardcheck.analysis.matched import Comparison
from wardcheck.analysis.papers import BALLOT_BOX, VALID, Definition
from wardcheck.analysis.turnout import NO_POLL
from wardcheck.analysis.turnout_change import Totals, TurnoutChangeRow
from wardcheck.model import Election, Ward
from wardcheck.render.labels import Labels, long_date
from wardcheck.render.remarks import alone
from wardcheck.render.screens.pairs import points, years
from wardcheck.render.screens.words import counted, number, percentage, signed
from wardcheck.render.sheet import Bar, Cell, Column, Note, Sheet, Span

RISE, FALL = "▲", "▼"
"""The signs before a bar, which is as long for a fall as for a rise."""

_WORDS: Mapping[Definition, str] = {
    BALLOT_BOX: "Ballot-box turnout: all papers at the count, valid and rejected, in percent of the electorate, both "
    "times.",
    VALID: "Valid turnout: the valid papers alone, in percent of the electorate, both times.",
}

_Filled = tuple[Column, Callable[[TurnoutChangeRow], Cell]]
_Pair = tuple[Election, Election]


def turnout_change_sheet(
    shown: Sequence[TurnoutChangeRow],
    everything: Sequence[TurnoutChangeRow],
    found: Comparison,
    totals: Totals,
    pair: _Pair,
    labels: Labels,
) -> Sheet:
    """The sheet of the rows shown, of ``everything`` that was compared, which begins with the row of all wards.

    ``found`` says which wards of the ``pair`` of elections have rows of their own and ``totals`` what the row of all
    is over. The headline and the scale of bars are of all rows, shown or not.
    """
    columns = _columns(everything, totals, pair, labels)
    lines = [[cell(row) for _, cell in columns] for row in shown]
    notes = _notes(shown, everything, found, totals, pair, labels)
    return Sheet(_title(everything[0], totals, pair, labels), [column for column, _ in columns], lines, notes)


def gaps(found: Comparison, totals: Totals, names: tuple[str, str], name: Callable[[Ward], str]) -> list[str]:
    """What is not there, and why: a line for the wards without a counterpart, and one for each figure that wards lack.

    Both for each of the elections, which are called ``names``.
    """
    then, now = names
    return alone("Not compared ward by ward", found, then, now, name) + [
        f"{_lacking(reason, election)}, in {_which(wards, everywhere, name)}."
        for unknown, election, everywhere in (
            (totals.unknown_before, then, totals.wards[0]),
            (totals.unknown_after, now, totals.wards[1]),
        )
        for reason, wards in unknown.items()
    ]


def _lacking(reason: str, election: str) -> str:
    return f"No poll in {election}" if reason == NO_POLL else f"Unknown in {election}: {reason}"


def _which(wards: Sequence[Ward], everywhere: int, name: Callable[[Ward], str]) -> str:
    """How many and which wards; all of them need no names."""
    if len(wards) == everywhere:
        return f"all of its {counted(len(wards), 'ward')}"
    return f"{counted(len(wards), 'ward')}: {', '.join(map(name, wards))}"


# -- the table ---------------------------------------------------------------------------------------------


def _columns(everything: Sequence[TurnoutChangeRow], totals: Totals, pair: _Pair, labels: Labels) -> list[_Filled]:
    """Columns with what fills each from a row."""
    then, now = years((pair[0].slug, pair[1].slug), labels)
    most = max((abs(row.turnout_change_pp or 0) for row in everything), default=0)
    return [
        (Column("Ward"), lambda row: _place(row, totals, labels)),
        (Column(f"{then} %", "right", keep=1), lambda row: Span(_starred(*_before(row)))),
        (Column(f"{now} %", "right"), lambda row: Span(_starred(*_after(row)))),
        (Column("Points", "right"), lambda row: Span(points(row.turnout_change_pp), strong=True)),
        (Column("", keep=2), lambda row: Span(_direction(row))),
        (Column("", keep=2), lambda row: _bar(row, most)),
        (Column("Papers ±", "right", keep=3), lambda row: Span(signed(row.papers_change))),
        (Column("Electors ±", "right", keep=4), lambda row: Span(signed(row.electorate_change))),
        (Column(f"Papers {then}", "right", keep=5), lambda row: Span(number(row.papers_from))),
        (Column(f"Papers {now}", "right", keep=5), lambda row: Span(number(row.papers_to))),
        (Column(f"Electors {then}", "right", keep=6), lambda row: Span(number(row.electorate_from))),
        (Column(f"Electors {now}", "right", keep=6), lambda row: Span(number(row.electorate_to))),
    ]


def _place(row: TurnoutChangeRow, totals: Totals, labels: Labels) -> Cell:
    if row.ward is not None:
        return Span(labels.ward(row.election_to, row.ward))
    return Span(_all(totals), strong=True)


def _all(totals: Totals) -> str:
    """``All 28 wards``, ``All wards, 21 → 24``, ``15 of 17 wards``."""
    then, now = len(totals.before), len(totals.after)
    if not totals.whole:
        return f"{now:,} of {counted(totals.wards[1], 'ward')}" if now else "All wards"
    return f"All {counted(now, 'ward')}" if then == now else f"All wards, {then:,} → {now:,}"


_Side = tuple[float | None, int | None, int | None]


def _before(row: TurnoutChangeRow) -> _Side:
    return row.turnout_from_pct, row.papers_from, row.electorate_from


def _after(row: TurnoutChangeRow) -> _Side:
    return row.turnout_to_pct, row.papers_to, row.electorate_to


def _reported(pct: float | None, papers: int | None, electorate: int | None) -> bool:
    return pct is not None and (papers is None or not electorate)


def _starred(pct: float | None, papers: int | None, electorate: int | None) -> str:
    """A percentage, after a star if it was reported as such."""
    return f"{'*' if _reported(pct, papers, electorate) else ''}{percentage(pct)}"


def _direction(row: TurnoutChangeRow) -> str:
    if not row.turnout_change_pp:
        return ""
    return RISE if row.turnout_change_pp > 0 else FALL


def _bar(row: TurnoutChangeRow, most: float) -> Bar:
    if row.turnout_change_pp is None:
        return Bar(0, words="unknown")
    return Bar(abs(row.turnout_change_pp) / most if most else 0)


# -- words -------------------------------------------------------------------------------------------------


def _title(overall: TurnoutChangeRow, totals: Totals, pair: _Pair, labels: Labels) -> str:
    place = f"{labels.heading(pair[0].slug)} to {long_date(pair[1].date)}: {overall.definition} turnout"
    if overall.turnout_change_pp is None:
        return f"{place}, change unknown"
    where = "" if totals.whole else f" in {_all(totals)}"
    return f"{place} {percentage(overall.turnout_from_pct)} → {percentage(overall.turnout_to_pct)} %{where}"


def _notes(
    shown: Sequence[TurnoutChangeRow],
    everything: Sequence[TurnoutChangeRow],
    found: Comparison,
    totals: Totals,
    pair: _Pair,
    labels: Labels,
) -> list[str | Note]:
    then, now = years((pair[0].slug, pair[1].slug), labels)
    notes: list[str | Note] = [
        _WORDS[everything[0].definition],
        f"Points: {now} minus {then}, in percentage points; {RISE} a rise, {FALL} a fall.",
    ]
    if any(row.ward is None for row in shown):
        notes.append(_over(totals))
    if any(_reported(*side) for row in shown for side in (_before(row), _after(row))):
        notes.append("* reported as a percentage, not worked out of counts.")
    notes += [Note(f"{what} ±: more or fewer than before.", f"{what} ±") for what in ("Papers", "Electors")]
    names = labels.heading(pair[0].slug), labels.heading(pair[1].slug)
    notes += gaps(found, totals, names, lambda ward: ward.name)
    if hidden := sum(row.ward is not None for row in everything) - sum(row.ward is not None for row in shown):
        notes.append(f"{counted(hidden, 'more ward')}.")
    return notes


def _over(totals: Totals) -> str:
    """Which wards the row of all is over."""
    if not totals.after:
        return (
            "All wards: unknown, for that takes the figures of the whole council in both elections, or those of a "
            "ward that both have."
        )
    if not totals.whole:
        return f"{_all(totals)}: those of both elections whose figures are known in both."
    every = f"{_all(totals)}: every ward of both elections"
    if any(NO_POLL in unknown for unknown in (totals.unknown_before, totals.unknown_after)):
        every += " that had a poll"
    if totals.redrawn:
        every += ", redrawn or not; the turnout of a whole council does not depend on where its wards end"
    return f"{every}."
