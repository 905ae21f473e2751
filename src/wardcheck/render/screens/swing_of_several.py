"""The swing between two parties at several elections: a line each, or a line for each ward that was asked for."""

from __future__ import annotations

from collections.abc import Sequence

from wardcheck.analysis.report import Report
from wardcheck.analysis.swing import SwingRow
from wardcheck.render.labels import Labels
from wardcheck.render.screens.filled import Filled, filled
from wardcheck.render.screens.pairs_of_several import heading, over, remarks_of, which_columns, whole_note
from wardcheck.render.screens.swing import swing_columns, swing_notes
from wardcheck.render.sheet import Column, Note, Sheet, Span
from wardcheck.words import counted


def swing_of_several_sheet(shown: Sequence[SwingRow], report: Report[SwingRow, None], labels: Labels) -> Sheet:
    """The sheet of the rows shown, of all that were asked for. The scale of bars is of all."""
    if not report:
        return Sheet("No swing to show", [], [], remarks_of(report, labels))
    between = (report[0].party_a, report[0].party_b)
    a, b = (labels.party(slug).short for slug in between)
    before, after = which_columns(report, labels)
    place: Filled[SwingRow] = (Column("Ward", wraps=1), lambda row: Span(labels.of(row.election_to, row.ward)))
    wards = any(row.ward is not None for row in report)
    columns: list[Filled[SwingRow]] = [
        *before,
        *([place] if wards else []),
        *swing_columns(report, between, ("before", "now"), labels, [(Column("Over", keep=1), over)]),
        *after,
    ]
    return Sheet(
        f"{heading(report, labels)}: swing to {a} from {b} since the election before",
        *filled(columns, shown),
        _notes(shown, report, between, labels),
    )


def _notes(
    shown: Sequence[SwingRow], report: Report[SwingRow, None], between: tuple[str, str], labels: Labels
) -> list[str | Note]:
    notes: list[str | Note] = [
        *swing_notes(between, report[0].measure, labels),
        Note("Over: the wards of both elections where both parties stood both times.", "Over"),
        *whole_note(shown),
    ]
    notes += remarks_of(report, labels)
    if hidden := len(report) - len(shown):
        notes.append(f"{counted(hidden, 'more row')}.")
    return notes
