"""The change in turnout between two elections: a bar for each ward, to the left for a fall."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from wardcheck.analysis.report import Report
from wardcheck.analysis.turnout_change import Totals, TurnoutChangeRow, place
from wardcheck.facts.papers import BALLOT_BOX, VALID, Definition
from wardcheck.model import Election
from wardcheck.render.labels import Labels, long_date
from wardcheck.render.screens.filled import Filled, filled
from wardcheck.render.screens.pairs import points, years
from wardcheck.render.sheet import Bar, Cell, Column, Note, Sheet, Span
from wardcheck.words import number, percentage, signed

_WORDS: Mapping[Definition, str] = {
    BALLOT_BOX: "Ballot-box turnout: all papers at the count, valid and rejected, in percent of the electorate, both "
    "times.",
    VALID: "Valid turnout: the valid papers alone, in percent of the electorate, both times.",
}

_Filled = Filled[TurnoutChangeRow]
_Pair = tuple[Election, Election]
_Report = Report[TurnoutChangeRow, Totals]


def turnout_change_sheet(shown: Sequence[TurnoutChangeRow], report: _Report, pair: _Pair, labels: Labels) -> Sheet:
    """The sheet of the rows shown, of all that were compared, which begin with the row of all wards.

    The headline and the scale of bars are of all rows, shown or not.
    """
    columns = _columns(report, report.totals, pair, labels)
    notes = _notes(shown, report, pair, labels)
    return Sheet(_title(report[0], report.totals, pair, labels), *filled(columns, shown), notes)


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
    return Span(place(totals), strong=True)


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


def _bar(row: TurnoutChangeRow, most: float) -> Bar:
    if row.turnout_change_pp is None:
        return Bar(0, words="unknown")
    return Bar(row.turnout_change_pp / most if most else 0)


# -- words -------------------------------------------------------------------------------------------------


def _title(overall: TurnoutChangeRow, totals: Totals, pair: _Pair, labels: Labels) -> str:
    lead = f"{labels.heading(pair[0].slug)} to {long_date(pair[1].date)}: {overall.definition} turnout"
    if overall.turnout_change_pp is None:
        return f"{lead}, change unknown"
    where = "" if totals.whole else f" in {place(totals)}"
    return f"{lead} {percentage(overall.turnout_from_pct)} → {percentage(overall.turnout_to_pct)} %{where}"


def _notes(shown: Sequence[TurnoutChangeRow], report: _Report, pair: _Pair, labels: Labels) -> list[str | Note]:
    then, now = years((pair[0].slug, pair[1].slug), labels)
    notes: list[str | Note] = [
        _WORDS[report[0].definition],
        f"Points: {now} minus {then}, in percentage points.",
    ]
    if any(_reported(*side) for row in shown for side in (_before(row), _after(row))):
        notes.append("* reported as a percentage, not worked out of counts.")
    notes += [Note(f"{what} ±: more or fewer than before.", f"{what} ±") for what in ("Papers", "Electors")]
    return [*notes, *(remark.text(labels) for remark in report.remarks)]
