"""The margin of every ward, a dot each on one scale."""

from __future__ import annotations

from collections.abc import Sequence

from wardcheck.analysis.margins import MarginRow
from wardcheck.render.chart import Chart, Lines, Mark
from wardcheck.render.charts.wording import drawn, ends, place
from wardcheck.render.labels import Labels
from wardcheck.words import counted, number


def margins_chart(shown: Sequence[MarginRow], labels: Labels, source: str = "") -> Chart:
    """A dot for each row, in the colour of the party of the last elected."""
    rows, part = drawn(shown)
    marks = [_mark(row, labels) for row in rows]
    known = [row for row in rows if row.margin is not None]
    alt = f"A dot for each of {counted(len(rows), 'ward')}"
    alt += ends(known, lambda row: place(row.election, row.ward, labels), lambda row: counted(row.margin or 0, "vote"))
    alone = all(row.seats == 1 for row in rows)
    scale = "Votes, elected minus second" if alone else "Votes, last elected minus first not elected"
    title = f"{labels.place()}: how many votes decided each ward{part}"
    return Chart(title, f"{alt}.", Lines("dots", marks, scale), source)


def _mark(row: MarginRow, labels: Labels) -> Mark:
    label = place(row.election, row.ward, labels)
    colour = labels.party(row.last_elected_party).colour if row.last_elected_party else None
    if row.margin is None:
        told = row.last_elected is not None and row.runner_up is not None
        return Mark(label, None, "no margin" if told else row.decided_by or "no poll", colour)
    by = "by lot, " if row.decided_by == "lot" else "level, " if row.margin == 0 else f"{number(row.margin)} "
    return Mark(label, row.margin, f"{by}{_sides(row, labels)}", colour)


def _sides(row: MarginRow, labels: Labels) -> str:
    """Who was over whom, in short names."""
    over, under = (labels.party_short(p) if p else "" for p in (row.last_elected_party, row.runner_up_party))
    return f"{over} over {under}"
