"""The seats that nearly went the other way, a dot each."""

from __future__ import annotations

from collections.abc import Sequence

from wardcheck.analysis.close import CloseRow
from wardcheck.render.chart import Chart, Lines, Mark
from wardcheck.render.charts.wording import drawn, ends, place
from wardcheck.render.labels import Labels
from wardcheck.words import counted, number


def close_chart(shown: Sequence[CloseRow], labels: Labels, source: str = "") -> Chart:
    """A dot for each row, in the colour of the party that holds the seat."""
    rows, part = drawn(shown, "seat")
    marks = []
    for row in rows:
        holder, challenger = labels.party(row.holder_party), labels.party(row.challenger_party)
        by = "by lot," if row.decided_by == "lot" else "level," if row.margin == 0 else number(row.margin)
        words = f"{by} {holder.short} over {challenger.short}"
        words += f", seat {row.seat}" if row.seat > 1 else ""
        marks.append(Mark(place(row.election, row.ward, labels), row.margin, words, holder.colour))
    alt = f"A dot for each of {counted(len(rows), 'seat')}"
    alt += ends(rows, lambda row: place(row.election, row.ward, labels), lambda row: counted(row.margin, "vote"))
    title = f"{labels.place()}: the closest seats between parties{part}"
    return Chart(title, f"{alt}.", Lines("dots", marks, "Votes between the two parties"), source)
