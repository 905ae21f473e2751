"""The margins between parties: how far the closest party was from a seat in each ward."""

from __future__ import annotations

from collections.abc import Sequence

from wardcheck.analysis.margins import MarginRow
from wardcheck.render.labels import Labels
from wardcheck.render.screens.chips import widest_party
from wardcheck.render.screens.filled import Filled, filled
from wardcheck.render.screens.margins import MarginsReport, margins_title, no_margin, remarks_of_all, side
from wardcheck.render.screens.places import election_columns
from wardcheck.render.sheet import Bar, Column, Note, Sheet, Span
from wardcheck.words import number, percentage


def party_margins_sheet(
    shown: Sequence[MarginRow], report: MarginsReport, scale: Sequence[MarginRow], labels: Labels
) -> Sheet:
    """The sheet of the rows shown; the headline is of the whole report, and bars of the rows of ``scale``."""
    before, after = election_columns(report, labels)
    most = max((row.party_margin or 0 for row in scale), default=0)
    sides = [slug for row in shown for slug in (row.party_margin_elected, row.party_margin_runner_up)]
    wide = widest_party(sides, labels)
    columns: list[Filled[MarginRow]] = [
        *before,
        (Column("Ward", wraps=1), lambda row: Span(labels.of(row.election, row.ward))),
        (Column("Between parties", "right", wraps=2), lambda row: Span(number(row.party_margin), strong=True)),
        (Column("", keep=3), lambda row: _bar(row, most, labels)),
        (Column("Elected", wraps=2), lambda row: side(row.party_margin_elected, wide, labels)),
        (Column("Not elected", wraps=2), lambda row: side(row.party_margin_runner_up, wide, labels)),
        (Column("Seat margin", "right", keep=4), lambda row: Span(_seat_margin(row))),
        (Column("Turnout %", "right", keep=5), lambda row: Span(percentage(row.turnout_pct))),
        *after,
    ]
    notes: list[str | Note] = [
        "Between parties: the smallest lead, in votes, of an elected candidate over one of another party who was not "
        "elected; an independent is a party of one."
    ]
    if any(row.margin != row.party_margin for row in shown):
        words = "Seat margin: last elected minus first not elected, where it differs, for both are of one party then."
        notes.append(Note(words, "Seat margin"))
    notes += remarks_of_all(len(report) - len(shown), report, labels)
    return Sheet(margins_title(report, labels), *filled(columns, shown), notes, unit=("ward", "wards"))


def _seat_margin(row: MarginRow) -> str:
    return number(row.margin) if row.margin != row.party_margin else ""


def _bar(row: MarginRow, most: int, labels: Labels) -> Bar:
    if row.party_margin is None:
        return Bar(0, words="no other party" if row.margin is not None else no_margin(row))
    if row.party_margin == 0:
        return Bar(0, words="by lot" if row.decided_by == "lot" else "level")
    colour = labels.party(row.party_margin_elected).colour if row.party_margin_elected else None
    return Bar(max(row.party_margin, 0) / most if most else 0, colour)
