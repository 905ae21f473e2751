"""The swing between two parties at several elections: a line each, or a line for each ward that was asked for."""

from __future__ import annotations

from collections.abc import Sequence

from wardcheck.analysis.report import Report
from wardcheck.analysis.swing import SwingRow
from wardcheck.render.labels import Labels
from wardcheck.render.screens.filled import Filled, filled
from wardcheck.render.screens.pairs import measure_note, points
from wardcheck.render.screens.pairs_of_several import heading, over, remarks_of, which_columns, whole_note
from wardcheck.render.screens.swing import bar, to
from wardcheck.render.sheet import Column, Note, Sheet, Span
from wardcheck.words import counted, percentage


def swing_of_several_sheet(shown: Sequence[SwingRow], report: Report[SwingRow, None], labels: Labels) -> Sheet:
    """The sheet of the rows shown, of all that were asked for. The scale of bars is of all."""
    if not report:
        return Sheet("No swing to show", [], [], remarks_of(report, labels))
    between = (report[0].party_a, report[0].party_b)
    a, b = (labels.party(slug).short for slug in between)
    wide = max(len(a), len(b))
    most = max((abs(row.butler_pp or 0) for row in report), default=0)
    before, after = which_columns(report, labels)
    wards = any(row.ward is not None for row in report)
    place = (
        Column("Ward", wraps=1),
        lambda row: Span(labels.of(row.election_to, row.ward)),
    )
    columns: list[Filled[SwingRow]] = [
        *before,
        *([place] if wards else []),
        (Column("Butler", "right"), lambda row: Span(points(row.butler_pp), strong=True)),
        (Column("To", keep=2), lambda row: to(row, between, wide, labels)),
        (Column("", keep=3), lambda row: bar(row, most, between, labels)),
        (Column("Steed", "right", keep=1), lambda row: Span(points(row.steed_pp))),
        (Column("Over", keep=1), over),
        (Column(f"{a} before", "right", keep=6), lambda row: Span(percentage(row.a_share_from_pct))),
        (Column(f"{a} now", "right", keep=5), lambda row: Span(percentage(row.a_share_to_pct))),
        (Column(f"{b} before", "right", keep=6), lambda row: Span(percentage(row.b_share_from_pct))),
        (Column(f"{b} now", "right", keep=5), lambda row: Span(percentage(row.b_share_to_pct))),
        *after,
    ]
    return Sheet(
        f"{heading(report, labels)}: swing to {a} from {b} since the election before",
        *filled(columns, shown),
        _notes(shown, report, (a, b), labels),
    )


def _notes(
    shown: Sequence[SwingRow], report: Report[SwingRow, None], between: tuple[str, str], labels: Labels
) -> list[str | Note]:
    a, b = between
    notes: list[str | Note] = [
        f"Butler: half of {a}'s gain in share plus half of {b}'s loss, in points of all votes.",
        Note(f"Steed: the same in points of the votes of {a} and {b} alone.", "Steed"),
        f"Positive is to {a}, negative to {b}. {measure_note(report[0].measure)}",
        Note("Over: the wards of both elections where both parties stood both times.", "Over"),
        *whole_note(shown),
    ]
    notes += remarks_of(report, labels)
    if hidden := len(report) - len(shown):
        notes.append(f"{counted(hidden, 'more row')}.")
    return notes
