"""How each party's share moved: an arrow from one election to the next."""

from __future__ import annotations

from collections.abc import Sequence

from wardcheck.analysis.change import AnyChangeRow
from wardcheck.analysis.change_by_ward import WardChangeRow
from wardcheck.render.chart import Chart, Lines, Mark
from wardcheck.render.charts.wording import drawn, plus
from wardcheck.render.labels import Labels

_SCALE = {
    "sum": "Share of all votes, %",
    "top": "Share of the votes for each party's best candidate, %",
    "mean": "Share of the mean votes a candidate, %",
    "per_seat": "Share of votes a seat, %",
}


def change_chart(shown: Sequence[AnyChangeRow], pair: tuple[str, str], labels: Labels, source: str = "") -> Chart:
    """An arrow for each party from its share at the first of ``pair`` to that at the second.

    Of rows of several measures those of the first are drawn.
    """
    known = [row for row in shown if row.share_to_pct is not None and row.measure == shown[0].measure]
    rows, part = drawn(known, "row")
    marks = [_mark(row, labels) for row in rows]
    scale = _SCALE[rows[0].measure] if rows else "%"
    then, now = (labels.dates[slug].year if slug in labels.dates else slug for slug in pair)
    moves = [f"{mark.label} {mark.words}" for mark in marks[:6]]
    alt = f"An arrow for each party from its share in {then} to its share in {now}: {'; '.join(moves)}"
    alt += f"; and {len(marks) - 6} more." if len(marks) > 6 else "."
    council = labels.councils.get(pair[1], pair[1])
    title = f"{council}: share of votes, {then} to {now}{part}"
    return Chart(title, alt, Lines("arrows", marks, scale), source)


def _mark(row: AnyChangeRow, labels: Labels) -> Mark:
    party = labels.party(row.party)
    label = party.name
    if isinstance(row, WardChangeRow):
        label = f"{labels.ward(row.election_to, row.ward)}, {party.short}"
    words = f"{row.share_from_pct or 0:.1f} to {row.share_to_pct or 0:.1f}"
    words += f" ({plus(row.share_change_pp)})" if row.share_change_pp is not None else ""
    return Mark(label, row.share_to_pct, words, party.colour, row.share_from_pct or 0.0)
