"""Seats at each swing: a chart of steps, and the wards that change."""

from __future__ import annotations

from collections.abc import Sequence

from wardcheck.analysis.report import Report
from wardcheck.analysis.whatif import Curve, WhatIfRow, exact, points
from wardcheck.facts.council import NOBODY
from wardcheck.render.labels import Labels
from wardcheck.render.screens.chips import NOC, chip, noc_note, widest_party
from wardcheck.render.screens.filled import Filled, filled
from wardcheck.render.sheet import Column, Sheet, Span

_COLUMNS, _LINES = 61, 12
"""Cells of the chart: across from one side of the swing to the other, and up from no seat to most."""

_A, _B, _BOTH, _CONTROL = "●", "○", "◐", "┄"


def whatif_sheet(shown: Sequence[WhatIfRow], report: Report[WhatIfRow, Curve], labels: Labels) -> Sheet:
    """The sheet of the rows shown; the chart is of the whole curve."""
    headline, *notes = [remark.text(labels) for remark in report.remarks]
    curve = report.totals
    a, b = (labels.party(slug) for slug in curve.between)
    width = widest_party([slug for row in report for slug in (row.winner_party, row.loser_party)], labels)
    columns: list[Filled[WhatIfRow]] = [
        (Column("Swing", "right"), lambda row: Span(_swing(row), strong=True)),
        (Column("Ward"), lambda row: Span(labels.ward(row.election, row.ward))),
        (Column("goes to"), lambda row: chip(labels.party(row.winner_party), width)),
        (Column("from"), lambda row: chip(labels.party(row.loser_party), width)),
        (Column(a.short, "right"), lambda row: Span(str(row.seats_a))),
        (Column(b.short, "right"), lambda row: Span(str(row.seats_b))),
        (Column("Others", "right", keep=2), lambda row: Span(str(row.others))),
        (Column("Control", keep=1), lambda row: Span(_control(row, labels))),
    ]
    notes.append(
        "Arithmetic, no forecast: the same share of a ward's papers moves everywhere from each candidate of one party "
        "to the candidate of the other with the same rank, and nobody else votes otherwise."
    )
    notes.append(
        f"Swing: points to {a.short}, or with a minus to {b.short}, rounded up; the seat changes just beyond, and "
        "seats are those then."
    )
    notes += noc_note([row.control for row in shown])
    return Sheet(headline, *filled(columns, shown), notes, picture=_picture(curve, labels))


def _swing(row: WhatIfRow) -> str:
    return f"{'−' if row.swing_pp < 0 else ''}{points(exact(abs(row.swing_pp)))}"


def _control(row: WhatIfRow, labels: Labels) -> str:
    return "" if row.control is None else NOC if row.control == NOBODY else labels.party_short(row.control)


def _picture(curve: Curve, labels: Labels) -> list[list[Span]]:
    """A mark for the seats of each party at every swing, and a line where control begins."""
    a, b = (labels.party(slug) for slug in curve.between)
    half = _COLUMNS // 2
    councils = [curve.at(curve.most * n / half) for n in range(-half, half + 1)]
    seats = [tuple(council.by_party.get(slug, 0) for slug in curve.between) for council in councils]
    most = max(max(pair) for pair in seats) or 1
    control = curve.declared.threshold if curve.declared.control is not None else None
    top = max(most, control or 0)

    def line_of(count: int) -> int:
        return round(count * (_LINES - 1) / top)

    picture: list[list[Span]] = []
    for line in range(_LINES - 1, -1, -1):
        spans = []
        at_control = control is not None and line == line_of(control)
        for of_a, of_b in seats:
            here = (line_of(of_a) == line, line_of(of_b) == line)
            if here == (True, True):
                spans.append(Span(_BOTH))
            elif here[0]:
                spans.append(Span(_A, ink=a.colour))
            elif here[1]:
                spans.append(Span(_B, ink=b.colour))
            else:
                spans.append(Span(_CONTROL, faint=True) if at_control else Span(" "))
        label = str(control) if at_control else str(top) if line == _LINES - 1 else "0" if line == 0 else ""
        words = "".join(span.text for span in spans).rstrip()
        picture.append([Span(f"{label:>3} "), *spans[: len(words)]])
    most_words = f"{float(curve.most):g}"
    ends = f"−{most_words}".ljust(half) + "0" + most_words.rjust(half)
    picture.append([Span(f"    {ends}")])
    key = [Span("    "), Span(_A, ink=a.colour), Span(f" {a.short}  "), Span(_B, ink=b.colour), Span(f" {b.short}  ")]
    picture.append([*key, Span(f"{_BOTH} both"), *([Span(f"  {_CONTROL} control")] if control is not None else [])])
    return picture
