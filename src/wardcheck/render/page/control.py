"""What would have changed control of the council: how few voters, and which swing."""

from __future__ import annotations

from wardcheck.analysis.control import ControlRow
from wardcheck.analysis.dossier import Dossier
from wardcheck.analysis.whatif import WhatIfRow, exact, points
from wardcheck.render.charts.control import control_chart
from wardcheck.render.charts.whatif import whatif_chart
from wardcheck.render.labels import Labels
from wardcheck.render.page.section import Section, one_seat, remarks
from wardcheck.render.web_table import Head, TableCell, WebColumn, party_chip, table_of
from wardcheck.words import counted, number


def control_section(about: Dossier, labels: Labels, source: str) -> Section | None:
    """The cheapest way to another control, ward by ward, and the others in a sentence each."""
    report = about.control
    if not report.answered:
        return None
    cheapest = remarks([report.totals.cheapest] if report.totals.cheapest is not None else [], labels)
    others = remarks(report.totals.notes, labels, but=about.seats.totals.council.missing)
    first = [row for row in report if report and (row.party, row.scenario, row.by) == _way(report[0])]
    alone = one_seat(about.election)
    seats: WebColumn[ControlRow] = (Head("Seats", number=True), lambda row: number(abs(row.extra_seats or 0)))
    columns: list[WebColumn[ControlRow]] = [
        (Head("Ward"), lambda row: labels.of(row.election, row.ward)),
        (Head("Voters", number=True), lambda row: number(row.voters)),
        *([] if alone else [seats]),
        (Head("Those who would have missed out"), lambda row: _beaten(row, labels)),
    ]
    tables = []
    if first:
        name = labels.party_name(first[0].party)
        what = f"To end control by {name}" if first[0].scenario == "lose" else f"To give control to {name}"
        tables.append(table_of(f"{what}: the fewest further voters, ward by ward", first, columns))
    given = "voted for the candidate" if alone else "given a vote to each candidate"
    notes = [
        f"Further voters are electors who did not vote and would have {given} of one party, while nobody else voted "
        "otherwise."
    ]
    return Section(
        "control",
        "What would have changed control?",
        cheapest or others[:1] or [_HOPELESS],
        [f"wardcheck control {about.election.slug}"],
        [control_chart(first, labels, source)] if first else [],
        tables,
        [*others[0 if cheapest else 1 :], *(notes if first else [])],
    )


_HOPELESS = (
    "Only very many voters: every way needs more of them, in one ward or more, than half of those who voted there."
)


def _beaten(row: ControlRow, labels: Labels) -> TableCell:
    parties = [labels.party(slug) for slug in row.beats_party.split("; ")]
    return party_chip(parties[0], f"{row.beats} ({', '.join(p.short for p in parties)})")


def _way(row: ControlRow) -> tuple[str, str, str]:
    return row.party, row.scenario, row.by


def whatif_section(about: Dossier, labels: Labels, source: str) -> Section | None:
    """The seats at every swing between the two parties that polled most."""
    report, between = about.whatif, about.between
    if report is None or between is None or not report:
        return None
    a, b = (labels.party_short(slug) for slug in between)
    first, *others = report.remarks
    headline = first.text(labels).removeprefix(f"{labels.heading(about.election.slug)}: ")
    rest = remarks(others, labels, without=about.margins.remarks, but=about.seats.totals.council.missing)
    turns = [text for text in rest if " swing of " in text]
    curve = report.totals
    near = [row for row in report if abs(row.swing_pp) <= _NEAR]
    if curve.declared.control is None:  # why it is not judged stands where it is asked who runs the council
        to_a, to_b = (sum(0 < sign * row.swing_pp < _NEAR for row in near) for sign in (1, -1))
        words = f"A swing of {_NEAR} points to {a} would have changed {counted(to_a, 'seat')}, and one to {b} {to_b}"
        said = [f"{words}; as declared {headline.rpartition('; as declared ')[2]}"]
    else:
        said = [f"{headline[:1].upper()}{headline[1:]}", *turns]
    columns: list[WebColumn[WhatIfRow]] = [
        (Head("Swing"), lambda row: f"{points(exact(abs(row.swing_pp)))} to {a if row.swing_pp > 0 else b}"),
        (Head("Ward"), lambda row: labels.of(row.election, row.ward)),
        (Head("Seat goes"), lambda row: " to ".join(map(labels.party_short, (row.loser_party, row.winner_party)))),
        (Head(a, number=True), lambda row: number(row.seats_a)),
        (Head(b, number=True), lambda row: number(row.seats_b)),
    ]
    moves = "each candidate of one party to the candidate of the other with the same rank"
    if one_seat(about.election):
        moves = "the candidate of one party to that of the other"
    notes = [
        f"This is arithmetic, no forecast: in every ward the same share of papers moves from {moves}, and nobody else "
        "votes otherwise.",
        *(text for text in rest if text not in turns),
    ]
    caption = f"Seats that change within {_NEAR} points of swing, and the seats of {a} and {b} just beyond it"
    return Section(
        "whatif",
        f"What if votes had moved between {a} and {b}?",
        said,
        [f"wardcheck whatif {about.election.slug} --between {between[0]},{between[1]}"],
        [whatif_chart(report, about.election.slug, labels, source)] if curve.to_a or curve.to_b else [],
        [table_of(caption, near, columns)] if near else [],
        notes,
    )


_NEAR = 5
"""Points of swing whose changes the table lists; the chart has them all."""
