"""The turnout of wards: a bar for each, all from 0 to 100 % of the electorate."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from wardcheck.analysis.report import Report
from wardcheck.analysis.turnout import NO_POLL, TurnoutRow
from wardcheck.facts.papers import BALLOT_BOX, VALID
from wardcheck.render.labels import Labels
from wardcheck.render.screens.filled import Filled, filled
from wardcheck.render.screens.places import election_columns
from wardcheck.render.sheet import Bar, Column, Note, Sheet, Span
from wardcheck.words import counted, number, percentage

_SOURCES_IN_A_NOTE = 3
"""With more sources than these, each row names its own."""


_Report = Report[TurnoutRow, Sequence[TurnoutRow]]


def turnout_sheet(shown: Sequence[TurnoutRow], report: _Report, labels: Labels) -> Sheet:
    """The sheet of the rows shown; totals and headline are of all rows, shown or not."""
    columns = _columns(report, labels)
    unit = ("election", "elections") if _whole(report) else ("ward", "wards")
    notes = _notes(shown, report, labels)
    return Sheet(_title(report, labels), *filled(columns, shown), notes, unit=unit)


def _whole(report: _Report) -> bool:
    """Whether its rows are of whole elections."""
    return bool(report) and all(row.ward is None for row in report)


def _columns(everything: _Report, labels: Labels) -> list[Filled[TurnoutRow]]:
    """Columns with what fills each from a row."""
    columns: list[Filled[TurnoutRow]] = [
        *_wards(everything, labels),
        (Column("Turnout %", "right"), lambda row: Span(_starred(row.turnout_pct, _box_reported(row)), strong=True)),
        (Column("0 to 100 %", keep=3), _bar),
        (
            Column("Valid %", "right", keep=2),
            lambda row: Span(_starred(row.valid_turnout_pct, _valid_reported(row))),
        ),
        (Column("Papers", "right", keep=4), lambda row: Span(number(row.ballots_at_count))),
        (Column("Valid", "right", keep=6), lambda row: Span(number(row.valid))),
        (Column("Rejected", "right", keep=7), lambda row: Span(number(row.rejected))),
        (Column("Electorate", "right", keep=5), lambda row: Span(number(row.electorate))),
        (Column("Votes a paper", "right", keep=8), lambda row: Span(percentage(row.votes_per_ballot, 2))),
    ]
    if len(_sources(everything)) > _SOURCES_IN_A_NOTE:
        columns.append((Column("Source", keep=9), lambda row: Span(row.source or "", faint=True)))
    before, after = election_columns(everything, labels)
    return [*before, *columns, *after]


def _wards(everything: _Report, labels: Labels) -> list[Filled[TurnoutRow]]:
    """The ward of each row, or of whole elections how many wards polled."""
    if any(row.ward is not None for row in everything):
        return [(Column("Ward", wraps=1), lambda row: Span(labels.of(row.election, row.ward)))]
    return [(Column("Wards", "right", keep=1), lambda row: Span(number(row.wards)))]


def _bar(row: TurnoutRow) -> Bar:
    """The ballot-box turnout; words where there is none, for an empty bar would read as nobody."""
    if row.turnout_pct is not None:
        return Bar(min(row.turnout_pct / 100, 1))
    if row.source == NO_POLL:
        return Bar(0, words=NO_POLL)
    return Bar(0, words=_undefined(row) or "unknown")


def _undefined(row: TurnoutRow) -> str:
    """``reported 36.82 %``: a percentage that stands in no column, because nobody says that it is of either kind."""
    if row.reported_pct is None or row.reported_of in (BALLOT_BOX, VALID):
        return ""
    pct = f"{row.reported_pct:g}" if row.ward is not None else percentage(row.reported_pct)
    return f"reported {pct} %"


def _starred(pct: float | None, reported: bool) -> str:
    """A percentage, after a star if it was reported as such."""
    return f"{'*' if reported else ''}{percentage(pct)}"


def _box_reported(row: TurnoutRow) -> bool:
    return row.turnout_pct is not None and (row.ballots_at_count is None or not row.electorate)


def _valid_reported(row: TurnoutRow) -> bool:
    return row.valid_turnout_pct is not None and (row.valid is None or not row.electorate)


def _title(report: _Report, labels: Labels) -> str:
    together = report.totals[-1]
    elections = len(report.totals) - (together.election is None)
    elections = len(report) if _whole(report) else elections
    place = labels.place() if elections == len(labels.councils) else counted(elections, "election")
    wards = counted(together.wards if _whole(report) else len(report), "ward")
    pct = together.turnout_pct
    return f"{place}: {wards}" + (f", turnout {percentage(pct)} %" if pct is not None else "")


def _notes(shown: Sequence[TurnoutRow], report: _Report, labels: Labels) -> list[str | Note]:
    notes: list[str | Note] = [_total(report.totals[-1])] if len(report) != 1 else []
    notes.append("Turnout: all papers at the count, valid and rejected, in percent of the electorate.")
    if any(row.valid_turnout_pct is not None for row in shown):
        notes.append(Note("Valid %: the valid papers alone, in percent of the electorate.", "Valid %"))
    if any(_box_reported(row) or _valid_reported(row) for row in shown):
        notes.append("* reported as a percentage, not worked out of counts.")
    notes += [remark.text(labels) for remark in report.remarks]
    return [*notes, *_where_from(report)]


def _total(together: TurnoutRow) -> str:
    """Turnout overall, or where it lies; a part of the wards never stands for all of them."""
    if together.turnout_pct is not None:
        of = f"{number(together.electorate)} electors"
        if together.ballots_at_count is not None:
            of = f"{number(together.ballots_at_count)} papers of {of}"
        return f"Turnout overall: {percentage(together.turnout_pct)} % ({of})."
    if not together.wards:
        return "Turnout overall: none, for no ward polled."
    if together.turnout_min_pct is not None:
        least, most = percentage(together.turnout_min_pct), percentage(together.turnout_max_pct)
        reported = f"{_undefined(together)} of no stated definition; " if _undefined(together) else "unknown, "
        return f"Turnout overall: {reported}between {least} and {most} % by what is known of papers and votes."
    return "Turnout overall: unknown, for not every ward that polled has papers and electorate."


def _where_from(rows: Sequence[TurnoutRow]) -> list[str]:
    """The sources of the rows, each on a line of its own; none where each row names its own."""
    sources = _sources(rows)
    if not sources or len(sources) > _SOURCES_IN_A_NOTE:
        return []
    if sources.total() == len(rows) and len(sources) == 1:
        found = list(sources)
    else:
        found = [f"{source} in {counted(count, 'ward')}" for source, count in sources.items()]
    return [f"{words[0].upper()}{words[1:]}." for words in found]


def _sources(rows: Sequence[TurnoutRow]) -> Counter[str]:
    """How many wards rest on which source, the most used first."""
    found = Counter(row.source for row in rows if row.source is not None and row.source != NO_POLL)
    return Counter(dict(found.most_common()))
