"""The swing of every ward, a dot each to either side of nought."""

from __future__ import annotations

from collections.abc import Sequence

from wardcheck.analysis.swing import SwingRow
from wardcheck.render.chart import Chart, Lines, Mark, Rule
from wardcheck.render.charts.wording import drawn, ends, sided
from wardcheck.render.labels import Labels
from wardcheck.words import counted


def swing_chart(
    shown: Sequence[SwingRow], pair: tuple[str, str], between: tuple[str, str], labels: Labels, source: str = ""
) -> Chart:
    """A dot for each ward in the colour of the party that it went to; a line for the wards together."""
    a, b = (labels.party(slug) for slug in between)
    rows, part = drawn([row for row in shown if row.ward is not None])
    together = next((row for row in shown if row.ward is None and row.butler_pp is not None), None)
    marks = []
    for row in rows:
        label = labels.of(row.election_to, row.ward)
        if row.butler_pp is None:
            marks.append(Mark(label, None, "undefined"))
            continue
        colour = (a if row.butler_pp > 0 else b).colour
        marks.append(Mark(label, row.butler_pp, sided(row.butler_pp, a.short, b.short), colour))
    rule = None
    if together is not None and together.butler_pp is not None:
        rule = Rule(together.butler_pp, f"Together {sided(together.butler_pp, a.short, b.short)}")
    known = [row for row in rows if row.butler_pp is not None]
    alt = f"A dot for each of {counted(len(rows), 'ward')}"
    alt += ends(known, lambda row: labels.of(row.election_to, row.ward), lambda row: _said(row, a.short, b.short))
    alt += f". {rule.words}." if rule is not None else "."
    then, now = (labels.dates[slug].year if slug in labels.dates else slug for slug in pair)
    council = labels.councils.get(pair[1], pair[1])
    title = f"{council}: swing between {a.short} and {b.short}, {then} to {now}{part}"
    scale = f"Points of Butler swing: − to {b.short}, + to {a.short}"
    return Chart(title, alt, Lines("dots", marks, scale, rule, signed=True), source)


def _said(row: SwingRow, a: str, b: str) -> str:
    return sided(row.butler_pp or 0, a, b)
