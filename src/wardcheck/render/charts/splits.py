"""How many papers were split: a range for each ward, from what is proven to what can be."""

from __future__ import annotations

from collections.abc import Sequence

from wardcheck.analysis.splits import SplitRow
from wardcheck.render.chart import Chart, Lines, Mark
from wardcheck.render.charts.wording import drawn, ends, place
from wardcheck.render.labels import Labels
from wardcheck.words import counted, number


def splits_chart(shown: Sequence[SplitRow], labels: Labels, source: str = "") -> Chart:
    """A range for each row, of the share of its papers."""
    rows, part = drawn(shown)
    marks = []
    for row in rows:
        least, most = (100 * papers / row.papers if row.papers else 0.0 for papers in (row.split_min, row.split_max))
        words = f"at least {number(row.split_min)}"
        colour = labels.party(row.party).colour if row.party is not None else None
        marks.append(Mark(place(row.election, row.ward, labels), most, words, colour, least))
    alt = f"A range for each of {counted(len(rows), 'ward')}, of the least that is proven"
    alt += ends(rows, lambda row: place(row.election, row.ward, labels), lambda row: number(row.split_min))
    title = f"{labels.place()}: papers split between parties, from proven to possible{part}"
    return Chart(title, f"{alt}.", Lines("ranges", marks, "% of the ballot papers"), source)
