"""What each party polled and won: an arrow from its share of the votes to its share of the seats."""

from __future__ import annotations

from collections.abc import Sequence

from wardcheck.analysis.parties import PartyRow
from wardcheck.render.chart import Chart, Lines, Mark
from wardcheck.render.charts.wording import drawn
from wardcheck.render.labels import Labels


def parties_chart(shown: Sequence[PartyRow], labels: Labels, source: str = "") -> Chart:
    """An arrow for each row whose shares are known."""
    whole = [row for row in shown if row.share_pct is not None and row.seats_pct is not None and row.party is not None]
    rows, part = drawn(whole, "row")
    marks = [
        Mark(
            labels.party_name(row.party or ""),
            row.seats_pct,
            f"{row.share_pct or 0:.1f} to {row.seats_pct or 0:.1f}",
            labels.party(row.party or "").colour,
            row.share_pct,
        )
        for row in rows
    ]
    said = "; ".join(f"{mark.label} {mark.words}" for mark in marks[:8])
    more = f"; and {len(marks) - 8} more" if len(marks) > 8 else ""
    alt = f"An arrow for each party from its share of votes to its share of seats, in percent: {said}{more}."
    title = f"{labels.place()}: from share of votes to share of seats{part}"
    return Chart(title, alt, Lines("arrows", marks, "%, from votes (ring) to seats (arrow)"), source)
