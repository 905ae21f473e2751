"""The swing between two parties: a bar for each ward, to the right for A and to the left for B, in its colour."""

from __future__ import annotations

from collections.abc import Sequence

from wardcheck.analysis.pairs import Basis
from wardcheck.analysis.report import Report
from wardcheck.analysis.swing import SwingRow
from wardcheck.facts.party_votes import Measure
from wardcheck.render.labels import Labels
from wardcheck.render.screens.chips import chip
from wardcheck.render.screens.filled import Filled, filled
from wardcheck.render.screens.pairs import measure_note, points, title, years
from wardcheck.render.sheet import Bar, Cell, Column, Note, Sheet, Span
from wardcheck.words import counted, percentage

_Report = Report[SwingRow, Basis]


def swing_sheet(
    shown: Sequence[SwingRow],
    report: _Report,
    pair: tuple[str, str],
    between: tuple[str, str],
    measure: Measure,
    labels: Labels,
) -> Sheet:
    """The sheet of the rows shown.

    Positive is to the first of ``between`` from the second. The scale of bars is of all rows.
    """
    a, b = (labels.party(slug).short for slug in between)
    columns: list[Filled[SwingRow]] = [
        (Column("Ward"), lambda row: _place(row, report.totals, labels)),
        *swing_columns(report, between, years(pair, labels), labels),
    ]
    return Sheet(
        f"{title(report.totals, pair, labels)}, swing to {a} from {b}",
        *filled(columns, shown),
        [*swing_notes(between, measure, labels), *(remark.text(labels) for remark in report.remarks)],
    )


def swing_columns(
    rows: Sequence[SwingRow],
    between: tuple[str, str],
    when: tuple[str, str],
    labels: Labels,
    over: Sequence[Filled[SwingRow]] = (),
) -> list[Filled[SwingRow]]:
    """The columns of a swing and of the shares that it is made of, ``over`` which wards it is before these.

    The scale of bars is of all ``rows``; ``when`` is what the two elections are called.
    """
    a, b = (labels.party(slug).short for slug in between)
    most = max((abs(row.butler_pp or 0) for row in rows), default=0)
    wide = max(len(a), len(b))
    then, now = when
    return [
        (Column("Butler", "right"), lambda row: Span(points(row.butler_pp), strong=True)),
        (Column("To", keep=2), lambda row: _to(row, between, wide, labels)),
        (Column("", keep=3), lambda row: _bar(row, most, between, labels)),
        (Column("Steed", "right", keep=1), lambda row: Span(points(row.steed_pp))),
        *over,
        (Column(f"{a} {then}", "right", keep=6), lambda row: Span(percentage(row.a_share_from_pct))),
        (Column(f"{a} {now}", "right", keep=5), lambda row: Span(percentage(row.a_share_to_pct))),
        (Column(f"{b} {then}", "right", keep=6), lambda row: Span(percentage(row.b_share_from_pct))),
        (Column(f"{b} {now}", "right", keep=5), lambda row: Span(percentage(row.b_share_to_pct))),
    ]


def swing_notes(between: tuple[str, str], measure: Measure, labels: Labels) -> list[str | Note]:
    """What the two swings are, and which way they go."""
    a, b = (labels.party(slug).short for slug in between)
    return [
        f"Butler: half of {a}'s gain in share plus half of {b}'s loss, in points of all votes.",
        Note(f"Steed: the same in points of the votes of {a} and {b} alone.", "Steed"),
        f"Positive is to {a}, negative to {b}. {measure_note(measure)}",
    ]


def _place(row: SwingRow, basis: Basis, labels: Labels) -> Cell:
    if row.ward is not None:
        return Span(labels.ward(row.election_to, row.ward))
    if basis.compared == "council":
        return Span("All wards", strong=True)
    everywhere = counted(basis.wards, "ward")
    return Span(f"All {everywhere}" if row.wards == basis.wards else f"{row.wards:,} of {everywhere}", strong=True)


def _to(row: SwingRow, between: tuple[str, str], wide: int, labels: Labels) -> Cell:
    """The party that a swing went to."""
    if not row.butler_pp:
        return Span("")
    return chip(labels.party(between[row.butler_pp < 0]), wide)


def _bar(row: SwingRow, most: float, between: tuple[str, str], labels: Labels) -> Bar:
    """A bar to the right for the first of two parties, to the left for the second."""
    if row.butler_pp is None:
        return Bar(0, words="undefined")
    return Bar(row.butler_pp / most if most else 0, labels.party(between[row.butler_pp < 0]).colour)
