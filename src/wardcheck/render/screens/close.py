"""Close seats: a bar for each margin, who held the seat and who nearly had it."""

from __future__ import annotations

from collections.abc import Sequence

from wardcheck.analysis.close import CloseRow, Near, targets_and_defences
from wardcheck.analysis.report import Report
from wardcheck.render.labels import Labels
from wardcheck.render.screens.chips import chip, widest_party
from wardcheck.render.screens.filled import Filled, filled
from wardcheck.render.screens.places import election_columns
from wardcheck.render.sheet import Bar, Cell, Column, Note, Sheet, Span
from wardcheck.words import counted, number, percentage

_Report = Report[CloseRow, CloseRow | None]


def close_sheet(
    shown: Sequence[CloseRow], report: _Report, labels: Labels, near: Near, parties: Sequence[str] | None = None
) -> Sheet:
    """The sheet of the rows shown; for one party its targets above its defences.

    Scale and headline are of all rows of the report.
    """
    before, after = election_columns(report, labels)
    party = parties[0] if parties is not None and len(parties) == 1 else None
    wide = widest_party([slug for row in shown for slug in (row.holder_party, row.challenger_party)], labels)
    most = max((row.margin for row in report), default=0)
    further = any(row.seat > 1 for row in shown)
    rank = 6 if near.pct is None else 1
    columns: list[Filled[CloseRow]] = [
        *before,
        (Column("Ward", wraps=1), lambda row: Span(labels.ward(row.election, row.ward))),
        (Column("Margin", "right"), lambda row: Span(number(row.margin), strong=True)),
        (Column("", keep=4), lambda row: _bar(row, most, labels)),
        (Column("Held by"), lambda row: chip(labels.party(row.holder_party), wide)),
        (Column("", keep=7), lambda row: Span(row.holder, faint=True)),
        (Column("Votes", "right", keep=2), lambda row: Span(number(row.holder_votes))),
        (Column("Against"), lambda row: chip(labels.party(row.challenger_party), wide)),
        (Column("", keep=7), lambda row: Span(row.challenger, faint=True)),
        (Column("Votes", "right", keep=2), lambda row: Span(number(row.challenger_votes))),
        (Column("Seat", "right", keep=1), lambda row: Span(f"+{row.seat}" if further else "")),
        (Column("Switch", "right", keep=3), lambda row: Span(number(row.to_switch))),
        (Column("To win", "right", keep=5), lambda row: Span(number(row.to_win))),
        (Column("% of papers", "right", keep=rank), lambda row: Span(percentage(row.margin_pct))),
        *after,
    ]
    heads, body = filled(columns, shown)
    if party is not None:
        body = []
        for heading, rows in zip(("Targets", "Defences"), targets_and_defences(shown, party), strict=True):
            if rows:
                blank: list[Cell] = [Span("")] * len(columns)
                body += [blank] if body else []
                body += [[Span(heading, strong=True), *blank[1:]], *filled(columns, rows)[1]]
    notes = _notes(shown, report, labels, near)
    return Sheet(_title(report, labels, near, parties or ()), heads, body, notes)


def _within(near: Near) -> str:
    """``within 100 votes``."""
    votes = [] if near.votes is None else [counted(near.votes, "vote")]
    pct = [] if near.pct is None else [f"{near.pct:g} % of papers"]
    return f"within {' and '.join([*votes, *pct])}"


def _bar(row: CloseRow, most: int, labels: Labels) -> Bar:
    if row.decided_by == "lot":
        return Bar(0, words="◆ by lot")
    if row.decided_by is None:
        return Bar(0, words="level")
    return Bar(max(row.margin, 0) / most if most else 0, labels.party(row.holder_party).colour)


def _title(rows: Sequence[CloseRow], labels: Labels, near: Near, parties: Sequence[str]) -> str:
    where = ", ".join([labels.place(), *(labels.party(party).short for party in parties)])
    if len(parties) != 1:
        seats = len({(row.election, row.ward, row.holder) for row in rows})
        return f"{where}: {counted(seats, 'seat')} {_within(near)} of another party"
    targets, defences = map(len, targets_and_defences(rows, parties[0]))
    return f"{where}: {counted(targets, 'target')}, {counted(defences, 'defence')} {_within(near)}"


def _notes(shown: Sequence[CloseRow], report: _Report, labels: Labels, near: Near) -> list[str | Note]:
    notes: list[str | Note] = []
    if shown:
        notes.append("Margin: votes of the holder minus votes of the challenger, who is of another party.")
        notes.append(
            Note("Switch: votes that win the seat if the holder loses each one to the challenger.", "Switch"),
        )
        notes.append(Note("To win: further voters, for the party's whole slate, that win the seat.", "To win"))
        if any(row.seat > 1 for row in shown):
            notes.append(Note("Seat: +1 is the first further seat for that party in the ward; +2 needs both.", "Seat"))
        notes += [_lot(row, labels) for row in shown if row.decided_by == "lot"]
    notes += [remark.text(labels) for remark in report.remarks]
    if near == Near():
        notes.append(f"Close is {_within(near)} by default; see --within and --within-pct.")
    return notes


def _lot(row: CloseRow, labels: Labels) -> str:
    sides = f"{_short(row.holder_party, labels)} and {_short(row.challenger_party, labels)}"
    return f"◆ {labels.ward(row.election, row.ward)}: {sides} were level across the cut, decided by lot."


def _short(party: str, labels: Labels) -> str:
    return labels.party(party).short
