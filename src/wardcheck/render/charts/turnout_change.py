"""How turnout moved in every ward: an arrow from one election to the next."""

from __future__ import annotations

from collections.abc import Sequence

from wardcheck.analysis.turnout_change import TurnoutChangeRow
from wardcheck.facts.papers import VALID
from wardcheck.render.chart import Chart, Lines, Mark
from wardcheck.render.charts.wording import drawn, plus
from wardcheck.render.labels import Labels
from wardcheck.words import counted


def turnout_change_chart(shown: Sequence[TurnoutChangeRow], labels: Labels, source: str = "") -> Chart:
    """An arrow for each row, that of all wards together too."""
    rows, part = drawn(shown)
    marks = [_mark(row, labels) for row in rows]
    first = rows[0]
    then, now = (
        labels.dates[slug].year if slug in labels.dates else slug for slug in (first.election_from, first.election_to)
    )
    alt = f"An arrow for each of {counted(len(rows), 'line')} from turnout in {then} to turnout in {now}: "
    alt += "; ".join(f"{mark.label} {mark.words}" for mark in marks[:6])
    alt += f"; and {len(marks) - 6} more." if len(marks) > 6 else "."
    papers = "Valid papers" if first.definition == VALID else "Papers at the count"
    council = labels.councils.get(first.election_to, first.election_to)
    title = f"{council}: turnout, {then} to {now}{part}"
    return Chart(title, alt, Lines("arrows", marks, f"{papers} in % of the electorate"), source)


def _mark(row: TurnoutChangeRow, labels: Labels) -> Mark:
    label = "All wards" if row.ward is None else labels.ward(row.election_to, row.ward)
    then, now, moved = row.turnout_from_pct, row.turnout_to_pct, row.turnout_change_pp
    if then is None or now is None or moved is None:
        return Mark(label, None, "not known")
    return Mark(label, now, f"{then:.1f} to {now:.1f} ({plus(moved)})", None, then)
