"""The seats of a council: a half-circle of them, and what each party had before."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import count
from math import atan2, hypot, pi

from wardcheck.analysis.report import Report
from wardcheck.analysis.seats import Baseline, SeatRow, Totals
from wardcheck.facts.council import Council
from wardcheck.model import Election
from wardcheck.render.labels import Labels
from wardcheck.render.screens.chips import chip, widest_party
from wardcheck.render.sheet import Bar, Cell, Column, Sheet, Span
from wardcheck.words import counted, number, percentage, signed

MARKS = "●○◆◇■□▲△▼▽"
"""A mark for each party, the largest first, so that the half-circle can be read without colours."""

_OTHERS = "·"


_Report = Report[SeatRow, Totals]


def seats_sheet(shown: Sequence[SeatRow], report: _Report, before: Election | None, labels: Labels) -> Sheet:
    """The sheet of the rows shown; the half-circle and the headline are of all rows, shown or not."""
    council = report.totals.council
    headline, *remarks = [remark.text(labels) for remark in report.remarks]
    marks = {row.party: MARKS[n] if n < len(MARKS) else _OTHERS for n, row in enumerate(report)}
    most = max((row.seats for row in report), default=0)
    party = widest_party([row.party for row in shown], labels)
    columns = [
        Column(""),
        Column("Party"),
        Column("", keep=6),
        Column("Seats", "right"),
        Column("", keep=4),
        Column("%", "right", keep=3),
        Column("Before", "right", keep=2),
        Column("Held", "right", keep=2),
        Column("Gained", "right", keep=1),
        Column("Lost", "right", keep=1),
        Column("Change", "right", keep=1),
    ]
    lines: list[list[Cell]] = [
        [
            Span(marks[row.party] if row.seats and council.whole else "", ink=labels.party(row.party).colour),
            chip(labels.party(row.party), party),
            Span(labels.party(row.party).name),
            Span(number(row.seats), strong=True),
            Bar(row.seats / most if most else 0, labels.party(row.party).colour),
            Span(percentage(row.seats_pct)),
            Span(number(row.seats_from)),
            Span(number(row.held)),
            Span(number(row.gained)),
            Span(number(row.lost)),
            Span(signed(row.change)),
        ]
        for row in shown
    ]
    return Sheet(
        headline,
        columns,
        lines,
        [*_council(council, labels), *_compared(report.totals.before, before, labels), *remarks, *_last(shown, report)],
        picture=_picture(report, marks, labels) if council.whole else (),
    )


def half_circle(seats: int) -> list[tuple[int, int]]:
    """Where each seat is drawn, as (line, cell) from the top left, in the order from the left round to the right.

    The outermost places of half a disc, one for every second cell of a line, which makes them as far apart as lines
    are; the hollow is about half as wide as the disc.
    """
    disc = seats / 0.75  # what is left of a disc without one of half its radius
    radius = next(n for n in count(1) if pi * (n + 0.5) ** 2 / 2 >= disc)
    places = [(x, y) for y in range(radius + 1) for x in range(-radius, radius + 1) if hypot(x, y) < radius + 0.5]
    outermost = sorted(places, key=lambda at: (-hypot(*at), abs(at[0]), at[0]))[:seats]
    round_the_arc = sorted(outermost, key=lambda at: (-atan2(at[1], at[0]), -hypot(*at)))
    left, top = min((x for x, _ in outermost), default=0), max((y for _, y in outermost), default=0)
    return [(top - y, 2 * (x - left)) for x, y in round_the_arc]


def _picture(rows: Sequence[SeatRow], marks: dict[str, str], labels: Labels) -> list[list[Span]]:
    """The half-circle, the parties from left to right in the order of the rows."""
    order = [row.party for row in rows for _ in range(row.seats)]
    at = dict(zip(half_circle(len(order)), order, strict=True))
    width = max((x for _, x in at), default=-1) + 1
    lines = []
    for y in range(max((y for y, _ in at), default=-1) + 1):
        owners = [at.get((y, x)) for x in range(width)]
        lines.append([_mark(owner, marks, labels) for owner in owners])
    return lines


def _mark(party: str | None, marks: dict[str, str], labels: Labels) -> Span:
    return Span(" ") if party is None else Span(marks[party], ink=labels.party(party).colour)


def _council(council: Council, labels: Labels) -> list[str]:
    """Who has how many seats of how many, and which of them were up."""
    notes = []
    if council.whole:
        notes.append(f"{_control(council)} The half-circle has the parties in this order, from the left.")
    if council.continuing:
        up = ", ".join(
            f"{labels.party(p).short} {n}" for p, n in sorted(council.up.items(), key=lambda i: (-i[1], i[0]))
        )
        notes.append(f"{sum(council.continuing.values())} seats were not up. Of those that were: {up}.")
    return notes


def _last(shown: Sequence[SeatRow], report: _Report) -> list[str]:
    notes = []
    if any(row.party == "ind" for row in shown):
        notes.append("Ind counts all independents, each of whom is a party of one.")
    if hidden := len(report) - len(shown):
        notes.append(f"{counted(hidden, 'more party', 'more parties')}.")
    return notes


def _control(council: Council) -> str:
    if (party := council.controlled_by) is not None:
        others = council.seats - council.by_party[party]
        words = f"Majority: {council.by_party[party]} seats minus {others} of all others."
    else:
        words = "No party has more than half."
    return f"{words} {council.threshold} of {council.seats} is control."


def _compared(found: Baseline | None, before: Election | None, labels: Labels) -> list[str]:
    if found is None or before is None:
        return []
    heading = labels.heading(before.slug)
    notes = [f"Compared with {heading}, as declared; by-elections and defections since are not counted."]
    if not found.like_totals:
        words = "One of the two elections accounts for a whole council and the other does not"
        notes.append(f"{words}: seats before and the change are left out.")
    if found.wards.all_followed:
        counts = "Held, gained and lost: ward by ward, and added up"
        notes.append(f"{counts} over {counted(len(found.wards.same), 'ward')}.")
    return notes
