"""The seats of a council: a half-circle, or without a whole council the seats won."""

from __future__ import annotations

from wardcheck.analysis.report import Report
from wardcheck.analysis.seats import SeatRow, Totals
from wardcheck.facts.council import NOBODY
from wardcheck.render.chart import Bloc, Chart, HalfCircle, Lines, Mark
from wardcheck.render.labels import Labels
from wardcheck.words import counted, listed, number


def seats_chart(report: Report[SeatRow, Totals], labels: Labels, source: str = "") -> Chart:
    """The parties from left to right, the largest first; seats that were not up are hollow.

    Where the council is not whole it is no half-circle, for a part never passes for the whole.
    """
    council = report.totals.council
    whole = council.whole
    held_by = [(row, seats) for row in report if (seats := (row.council if whole else row.seats) or 0)]
    parts = [f"{labels.party_name(row.party)} {seats}" for row, seats in held_by]
    said = listed(parts) if parts else "none"
    if not whole:
        marks = [
            Mark(labels.party_name(row.party), seats, number(seats), labels.party(row.party).colour)
            for row, seats in held_by
        ]
        title = f"{labels.heading(report[0].election) if report else labels.place()}: seats won"
        return Chart(title, f"A dot for each party: {said}.", Lines("dots", marks, "Seats"), source)
    blocs = [
        Bloc(f"{labels.party_short(row.party)} {seats}", seats, row.up, labels.party(row.party).colour)
        for row, seats in sorted(held_by, key=lambda found: -found[1])
    ]
    held = council.control
    nobody = held is None or held == NOBODY
    words = ["No overall control"] if nobody else [labels.party_short(held or ""), "has control"]
    said_of_control = " ".join(words)
    words.append(f"{council.threshold} of {council.all_seats} is control")
    some_hollow = any(bloc.solid < bloc.seats for bloc in blocs)
    hollow = "Hollow: not up at this election" if some_hollow else ""
    where = labels.heading(report[0].election) if report else labels.place()
    alt = f"A half-circle of {counted(council.seats, 'seat')}, from left to right: {said}. "
    alt += f"{said_of_control}; {words[-1]}."
    return Chart(f"{where}: the council", alt, HalfCircle(blocs, words, hollow), source)
