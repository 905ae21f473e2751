"""A council, or a ward, through its elections: a line for each poll, with the parties that won its seats."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import groupby

from wardcheck.analysis.history import HistoryReport, HistoryRow
from wardcheck.render.labels import Labels, PartyLabel, long_date
from wardcheck.render.sheet import Cell, Column, Note, Sheet, Span
from wardcheck.words import counted, number, percentage

_KINDS = {"all": "whole council", "thirds": "a third", "halves": "a half", None: "ordinary"}
_SAME = {"code": "same code", "name": "by name", "redrawn": "redrawn"}


MOST_PARTIES = 6
"""Parties with a column of their own; others stand together in words."""


def history_sheet(shown: Sequence[HistoryRow], report: HistoryReport, labels: Labels, *, of_ward: bool) -> Sheet:
    """The sheet of the rows shown, several of one poll on one line."""
    polls = _polls(shown)
    parties = _parties(shown)
    columns = [
        Column("Polled", "right"),
        Column("Ward" if of_ward else "Up"),
        *(Column(f"{labels.party_short(party)} ", "right") for party in parties[:MOST_PARTIES]),
        Column("Others", keep=1),
        Column("Margin", "right", keep=2),
        Column("Turnout %", "right", keep=4),
        Column("Boundaries", keep=3),
        Column("Election", keep=5),
    ]
    lines = [_line(rows, parties, labels, of_ward=of_ward) for rows in polls]
    notes: list[str | Note] = [
        "Seats won at each poll, as declared: not the whole council where a part of it was up, and nobody who left, "
        "changed party or was elected since."
    ]
    if any(row.margin is not None for row in shown):
        notes.append(Note("Margin: last elected minus first not elected, in votes.", "Margin"))
    if any(row.same_ward == "name" for row in shown):
        words = "By name: one of the two has no code, so that only the name says that it is the same ward."
        notes.append(Note(words, "Boundaries"))
    notes += [remark.text(labels) for remark in report.remarks]
    title, of = _title(report, labels, of_ward=of_ward), (len(polls), len(_polls(report)))
    return Sheet(title, columns, lines, notes, unit=("poll", "polls"), shown=of)


def _polls(rows: Sequence[HistoryRow]) -> list[list[HistoryRow]]:
    """The rows of each poll together."""
    return [list(group) for _, group in groupby(rows, key=lambda row: (row.election, row.ward))]


def _parties(rows: Sequence[HistoryRow]) -> list[str]:
    """The parties, those with most seats in these rows first."""
    seats: Counter[str] = Counter()
    for row in rows:
        if row.party is not None:
            seats[row.party] += row.seats
    return [party for party, _ in seats.most_common()]


def _line(rows: Sequence[HistoryRow], parties: Sequence[str], labels: Labels, *, of_ward: bool) -> list[Cell]:
    row = rows[0]
    won = {one.party: one.seats for one in rows if one.party is not None}
    most = max(won.values(), default=0)
    by_election = " (by-election)" if row.kind == "by-election" else ""
    up = labels.of(row.election, row.ward) if row.ward is not None else _KINDS.get(row.kind, row.kind or "")
    others = [f"{labels.party_short(party)} {won[party]:,}" for party in parties[MOST_PARTIES:] if party in won]
    return [
        Span(long_date(row.date)),
        Span(f"{up}{by_election}", strong=not of_ward and row.ward is None),
        *(_seats(won.get(party), most, labels.party(party)) for party in parties[:MOST_PARTIES]),
        Span(", ".join(others) if won else "nobody elected"),
        Span(number(row.margin)),
        Span(percentage(row.turnout_pct)),
        Span(_SAME[row.same_ward] if row.same_ward else ""),
        Span(row.election, faint=True),
    ]


def _seats(seats: int | None, most: int, party: PartyLabel) -> Span:
    """The seats of a party, on its colour where it won most."""
    return Span("" if seats is None else f" {seats:,} ", chip=party.colour if seats == most else None)


def _title(report: HistoryReport, labels: Labels, *, of_ward: bool) -> str:
    polls = _polls(report)
    if not polls:
        return "No elections"
    last = polls[-1][0]
    council = labels.councils.get(last.election, last.election)
    by_elections = sum(rows[0].kind == "by-election" for rows in polls)
    counts = [counted(len(polls) - by_elections, "ordinary election")] if len(polls) > by_elections else []
    counts += [counted(by_elections, "by-election")] if by_elections else []
    first, final = polls[0][0].date.year, last.date.year
    years = f"{first}" if first == final else f"{first} to {final}"
    place = f"{labels.of(last.election, last.ward)}, {council}" if of_ward else council
    return f"{place}: {' and '.join(counts)}, {years}"
