"""Where how few voters would have changed control, a dot for each ward of the cheapest way."""

from __future__ import annotations

from collections.abc import Sequence

from wardcheck.analysis.control import ControlRow
from wardcheck.render.chart import Chart, Lines, Mark
from wardcheck.render.labels import Labels
from wardcheck.words import counted, number


def control_chart(shown: Sequence[ControlRow], labels: Labels, source: str = "") -> Chart:
    """A dot for each row of one scenario, in the colour of the party whose seats they would have been."""
    marks = []
    for row in shown:
        seats = counted(abs(row.extra_seats or 0), "seat")
        words = f"{number(row.voters)} for {seats}"
        marks.append(Mark(labels.ward(row.election, row.ward or ""), row.voters, words, labels.party(row.party).colour))
    first = shown[0]
    name = labels.party_name(first.party)
    what = f"to end control by {name}" if first.scenario == "lose" else f"to give control to {name}"
    kind = "Voters who switch" if first.by == "switched" else "Further voters"
    alt = f"A dot for each of {counted(len(shown), 'ward')}: "
    alt += "; ".join(f"{mark.label} {mark.words}" for mark in marks[:8])
    alt += f"; and {len(marks) - 8} more." if len(marks) > 8 else "."
    title = f"{labels.heading(first.election)}: where the fewest voters were needed {what}"
    return Chart(title, alt, Lines("dots", marks, f"{kind}, {number(first.scenario_voters)} in all"), source)
