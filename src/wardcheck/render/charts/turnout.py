"""The turnout of every ward, a dot each, and that of all together."""

from __future__ import annotations

from collections.abc import Sequence

from wardcheck.analysis.report import Report
from wardcheck.analysis.turnout import NO_POLL, TurnoutRow
from wardcheck.render.chart import Chart, Lines, Mark, Rule
from wardcheck.render.charts.wording import drawn, ends, place
from wardcheck.render.labels import Labels
from wardcheck.words import counted


def turnout_chart(
    shown: Sequence[TurnoutRow], report: Report[TurnoutRow, Sequence[TurnoutRow]], labels: Labels, source: str = ""
) -> Chart:
    """A dot for each row by the definition that most of the rows have: of papers at the count, else of valid ones."""
    rows, part = drawn(shown)
    valid = not any(row.turnout_pct is not None for row in rows) and any(
        row.valid_turnout_pct is not None for row in rows
    )

    def pct(row: TurnoutRow) -> float | None:
        return row.valid_turnout_pct if valid else row.turnout_pct

    marks = []
    for row in rows:
        label, known = place(row.election, row.ward, labels), pct(row)
        missing = "no poll" if row.source == NO_POLL else "not known"
        marks.append(Mark(label, known, missing if known is None else f"{known:.1f} %"))
    total = pct(report.totals[-1]) if report.totals else None
    rule = Rule(total, f"Together {total:.1f} %") if total is not None and len(report) > 1 else None
    known_rows = [row for row in rows if pct(row) is not None]
    alt = f"A dot for each of {counted(len(rows), 'ward')}"
    alt += ends(known_rows, lambda row: place(row.election, row.ward, labels), lambda row: f"{pct(row) or 0:.1f} %")
    alt += f". {rule.words}." if rule is not None else "."
    what = "Valid papers in % of the electorate" if valid else "Papers at the count in % of the electorate"
    return Chart(f"{labels.place()}: turnout{part}", alt, Lines("dots", marks, what, rule), source)
