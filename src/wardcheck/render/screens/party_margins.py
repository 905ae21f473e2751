"""The margins between parties: how far the closest party was from a seat in each ward."""

from __future__ import annotations

from collections.abc import Sequence

from wardcheck.analysis.margins import MarginRow
from wardcheck.render.labels import Labels
from wardcheck.render.screens.chips import widest_party
from wardcheck.render.screens.margins import MarginsReport, margins_title, no_margin, remarks_of_all, side
from wardcheck.render.screens.places import election_columns
from wardcheck.render.sheet import Bar, Cell, Column, Note, Sheet, Span
from wardcheck.words import number, percentage


def party_margins_sheet(
    shown: Sequence[MarginRow], report: MarginsReport, scale: Sequence[MarginRow], labels: Labels
) -> Sheet:
    """The sheet of the rows shown; the headline is of the whole report, and bars of the rows of ``scale``."""
    before, after = election_columns(report, labels)
    most = max((row.party_margin or 0 for row in scale), default=0)
    sides = [slug for row in shown for slug in (row.party_margin_elected, row.party_margin_runner_up)]
    wide = widest_party(sides, labels)
    columns = [
        *(column for column, _ in before),
        Column("Ward", wraps=1),
        Column("Between parties", "right", wraps=2),
        Column("", keep=3),
        Column("Elected", wraps=2),
        Column("Not elected", wraps=2),
        Column("Seat margin", "right", keep=4),
        Column("Turnout %", "right", keep=5),
        *(column for column, _ in after),
    ]
    lines = [
        [*(cell(row) for _, cell in before), *_line(row, most, wide, labels), *(cell(row) for _, cell in after)]
        for row in shown
    ]
    notes: list[str | Note] = [
        "Between parties: the smallest lead, in votes, of an elected candidate over one of another party who was not "
        "elected; an independent is a party of one."
    ]
    if any(row.margin != row.party_margin for row in shown):
        words = "Seat margin: last elected minus first not elected, where it differs, for both are of one party then."
        notes.append(Note(words, "Seat margin"))
    notes += remarks_of_all(len(report) - len(shown), report, labels)
    return Sheet(margins_title(report, labels), columns, lines, notes, unit=("ward", "wards"))


def _line(row: MarginRow, most: int, wide: int, labels: Labels) -> list[Cell]:
    return [
        Span(labels.of(row.election, row.ward)),
        Span(number(row.party_margin), strong=True),
        _bar(row, most, labels),
        side(row.party_margin_elected, wide, labels),
        side(row.party_margin_runner_up, wide, labels),
        Span(number(row.margin) if row.margin != row.party_margin else ""),
        Span(percentage(row.turnout_pct)),
    ]


def _bar(row: MarginRow, most: int, labels: Labels) -> Bar:
    if row.party_margin is None:
        return Bar(0, words="no other party" if row.margin is not None else no_margin(row))
    if row.party_margin == 0:
        return Bar(0, words="by lot" if row.decided_by == "lot" else "level")
    colour = labels.party(row.party_margin_elected).colour if row.party_margin_elected else None
    return Bar(max(row.party_margin, 0) / most if most else 0, colour)
