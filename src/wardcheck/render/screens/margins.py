"""The margins of wards: a bar for each, all on one scale."""

from __future__ import annotations

from collections.abc import Sequence

from wardcheck.analysis.margins import MarginRow
from wardcheck.analysis.report import Report
from wardcheck.model import INDEPENDENT
from wardcheck.render.labels import Labels
from wardcheck.render.screens.chips import chip, widest_party
from wardcheck.render.screens.places import election_columns
from wardcheck.render.sheet import Bar, Cell, Column, Note, Sheet, Span, text_of
from wardcheck.words import counted, number, percentage

_LONG = 7
"""Letters of a party's short name, beyond which votes have a column of their own that can give way."""

_LONG_PLACES = 32
"""The same of an election and a ward together."""

_SIDES = 60
"""Cells a line from which the sides of a margin stand beside words that say that both are of one party."""

MarginsReport = Report[MarginRow, Sequence[MarginRow]]


def margins_sheet(
    shown: Sequence[MarginRow],
    report: MarginsReport,
    scale: Sequence[MarginRow],
    labels: Labels,
    *,
    rejected: bool = False,
) -> Sheet:
    """The sheet of the rows shown; headline and notes are of the whole report, and bars of the rows of ``scale``.

    With ``rejected`` the papers rejected stand beside the margin between parties.
    """
    before, after = election_columns(report, labels)
    lots = any(row.decided_by == "lot" for row in shown)
    most = max((row.margin or 0 for row in scale), default=0)
    worded = any(_inside_one_party(row) or row.margin is None for row in shown)
    inside = any(map(_inside_one_party, shown))
    party = widest_party([slug for row in shown for slug in (row.last_elected_party, row.runner_up_party)], labels)
    places = (
        sum(len(text_of(cell(row))) for _, cell in before) + len(labels.of(row.election, row.ward)) for row in shown
    )
    apart = party > _LONG or (bool(before) and max(places, default=0) > _LONG_PLACES)
    columns = [
        *(column for column, _ in before),
        Column("Ward", wraps=1),
        Column("Margin", "right"),
        Column("", keep=0 if worded else 3),
        Column("Last elected", wraps=2, needs=_SIDES if inside else 0),
        *([Column("Votes", "right", keep=1)] if apart else []),
        Column("", keep=6),
        Column("First not elected", wraps=2, needs=_SIDES if inside else 0),
        *([Column("Votes", "right", keep=1)] if apart else []),
        Column("", keep=6),
        Column("Between parties", "right", keep=7),
        Column("% of papers", "right", keep=4),
        Column("Turnout %", "right", keep=5),
        *(column for column, _ in after),
    ]
    digits = max((len(number(row.last_elected_votes)) for row in shown), default=0)
    rows = [
        [
            *(cell(row) for _, cell in before),
            *_line(row, most, party, digits, labels, apart=apart, lots=lots),
            *(cell(row) for _, cell in after),
        ]
        for row in shown
    ]
    if rejected:
        at = next(n for n, column in enumerate(columns) if column.title == "Between parties")
        columns[at : at + 1] = [Column("Between parties", "right"), Column("Rejected", "right")]
        for line, row in zip(rows, shown, strict=True):
            line[at : at + 1] = [Span(number(row.party_margin)), Span(number(row.rejected), strong=True)]
    notes = _notes(shown, report, labels, several=bool(before))
    return Sheet(margins_title(report, labels), columns, rows, notes, unit=("ward", "wards"))


def margins_title(report: MarginsReport, labels: Labels) -> str:
    """Which elections, and how many wards and seats they have."""
    together = report.totals[-1]
    elections = len(report.totals) - (together.election is None)
    place = labels.place() if elections == len(labels.councils) else counted(elections, "election")
    totals = [counted(len(report), "ward"), counted(together.seats, "seat")]
    if len(report) > 1 and together.turnout_pct is not None:
        totals.append(f"turnout {together.turnout_pct:.1f} % (all papers at the count)")
    return f"{place}: {', '.join(totals)}"


def _inside_one_party(row: MarginRow) -> bool:
    """Whether nothing is at stake between parties at the cut; every independent is a party of one."""
    party = row.last_elected_party
    return row.margin is not None and party == row.runner_up_party and party not in (None, INDEPENDENT)


def _line(row: MarginRow, most: int, party: int, digits: int, labels: Labels, *, apart: bool, lots: bool) -> list[Cell]:
    mark = (" ◆" if row.decided_by == "lot" else "  ") if lots else ""
    cells: list[Cell] = [
        Span(labels.of(row.election, row.ward)),
        Span(f"{number(row.margin)}{mark}", strong=True),
        _bar(row, most, labels),
    ]
    for slug, votes, name in (
        (row.last_elected_party, row.last_elected_votes, row.last_elected),
        (row.runner_up_party, row.runner_up_votes, row.runner_up),
    ):
        polled = Span("" if slug is None else f" {number(votes):>{digits}}")
        cells += (
            [side(slug, party, labels), polled]
            if apart
            else [(*(() if slug is None else chip(labels.party(slug), party)), polled)]
        )
        cells.append(Span(name or "", faint=True))
    return [
        *cells,
        Span(number(row.party_margin) if row.party_margin != row.margin else ""),
        Span(percentage(row.margin_pct)),
        Span(percentage(row.turnout_pct)),
    ]


def side(slug: str | None, wide: int, labels: Labels) -> Cell:
    """A side of a margin: a party on its colour, in words that may go on to a second line where they are long."""
    if slug is None:
        return Span("")
    label = labels.party(slug)
    if wide <= _LONG:
        return chip(label, wide)
    return Span(f" {label.short}" if label.colour is None else f" {label.short} ", chip=label.colour, strong=True)


def _bar(row: MarginRow, most: int, labels: Labels) -> Bar:
    if row.last_elected_party is not None and _inside_one_party(row):
        name = labels.party_short(row.last_elected_party)
        return Bar(0, words=f"within {name}" if len(name) <= _LONG else "one party")
    if row.decided_by == "lot":
        return Bar(0, words="by lot")
    if row.margin == 0 and row.decided_by is None:
        return Bar(0, words="level")
    if row.margin is None:
        return Bar(0, words=no_margin(row))
    colour = labels.party(row.last_elected_party).colour if row.last_elected_party else None
    return Bar(max(row.margin, 0) / most if most else 0, colour)


def no_margin(row: MarginRow) -> str:
    """Why there is no bar: nobody was left out, nobody polled, or the declaration contradicts itself."""
    if row.last_elected is not None and row.runner_up is not None:
        return "no margin"
    return row.decided_by or "no poll"


def _notes(shown: Sequence[MarginRow], report: MarginsReport, labels: Labels, *, several: bool) -> list[str | Note]:
    seats = sorted({row.seats for row in report})
    last = "the last of 3 seats" if seats == [3] else "the only seat" if seats == [1] else "the ward's last seat"
    notes: list[str | Note] = [f"Margin: last elected minus first not elected, in votes, for {last}."]
    if any(map(_inside_one_party, shown)):
        words = "Within one party nothing was at stake between parties there; --between-parties ranks by what was."
        notes.append(words)
    if any(row.party_margin != row.margin for row in shown):
        words = "Between parties: the smallest lead over a candidate of another party, where it differs."
        notes.append(Note(words, "Between parties"))
    notes += [_lot(row, labels) for row in shown if row.decided_by == "lot"]
    visible = {(row.election, row.ward) for row in shown}
    hidden = [row for row in report if (row.election, row.ward) not in visible]
    if hidden:
        safest = max(report, key=lambda row: -1 if row.margin is None else row.margin)
        if safest.margin is not None and safest in hidden and len(report) == report.every:
            where = f", {labels.heading(safest.election)}" if several and safest.election else ""
            notes.append(f"The safest is {labels.of(safest.election, safest.ward)}{where}, {number(safest.margin)}.")
    return [*notes, *remarks_of_all(len(hidden), report, labels)]


def remarks_of_all(hidden: int, report: MarginsReport, labels: Labels) -> list[str]:
    """The remarks of a report, with a word that they are of all its wards where some are hidden."""
    found = [remark.text(labels) for remark in report.remarks]
    return [f"Of all {counted(len(report), 'ward')}, shown or not:", *found] if hidden and found else found


def _lot(row: MarginRow, labels: Labels) -> str:
    how = "level across the cut, decided by lot" if row.margin == 0 else "decided by lot"
    words = f"◆ {labels.of(row.election, row.ward)}: {how}"
    differs = row.party_margin is not None and row.party_margin != row.margin
    return f"{words}; between parties the margin is {row.party_margin}." if differs else f"{words}."
