"""The seats of a council: a half-circle of them, and what each party had before."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import count
from math import atan2, hypot, pi

from wardcheck.analysis.gains import Baseline
from wardcheck.analysis.report import Report
from wardcheck.analysis.seats import SeatRow, Totals
from wardcheck.facts.council import Council
from wardcheck.facts.papers import percent
from wardcheck.model import Election
from wardcheck.render.labels import Labels
from wardcheck.render.screens.chips import chip, widest_party
from wardcheck.render.screens.filled import filled
from wardcheck.render.sheet import Bar, Cell, Column, Sheet, Span
from wardcheck.words import counted, number, percentage, signed

MARKS = "●○◆◇■□▲△▼▽"
"""A mark for each party, the largest first, so that the half-circle can be read without colours."""

_OTHERS = "·"


_Report = Report[SeatRow, Totals]


def seats_sheet(shown: Sequence[SeatRow], report: _Report, before: Election | None, labels: Labels) -> Sheet:
    """The sheet of the rows shown; the half-circle and the headline are of all rows, shown or not."""
    council, verdict, compared = report.totals
    remarks = [one.text(labels) for one in report.remarks if one is not verdict]
    ranked = sorted(report, key=lambda row: -_seats(row))
    marks = {row.party: MARKS[n] if n < len(MARKS) else _OTHERS for n, row in enumerate(ranked)}
    columns = [(column, cell) for column, cell in _columns(shown, report, marks, labels) if cell is not None]
    return Sheet(
        verdict.text(labels),
        *filled(columns, shown),
        [*_council(council), *_compared(compared, before, labels), *remarks, *_last(shown)],
        picture=_picture(ranked, marks, labels) if council.whole else (),
        unit=("party", "parties"),
    )


def _seats(row: SeatRow) -> int:
    """The seats that the half-circle and the bars show: on the council where they are known, else those up."""
    return row.seats if row.council is None else row.council


def _columns(
    shown: Sequence[SeatRow], report: _Report, marks: dict[str, str], labels: Labels
) -> list[tuple[Column, Callable[[SeatRow], Cell] | None]]:
    council = report.totals.council
    wide = widest_party([row.party for row in shown], labels)
    most = max((_seats(row) for row in report), default=0)
    in_part = bool(council.continuing)  # some seats were not up, and are known
    every = council.all_seats

    def mark(row: SeatRow) -> Cell:
        return Span(marks[row.party] if _seats(row) and council.whole else "", ink=labels.party(row.party).colour)

    def share(row: SeatRow) -> Cell:
        return Span(percentage(percent(row.council, every) if in_part else row.seats_pct))

    def bar(row: SeatRow) -> Cell:
        known = row.council is not None or not in_part
        return Bar(_seats(row) / most if most and known else 0, labels.party(row.party).colour)

    return [
        (Column(""), mark),
        (Column("Party"), lambda row: chip(labels.party(row.party), wide)),
        (Column("", keep=6), lambda row: Span(labels.party(row.party).name)),
        (Column("Up", "right"), (lambda row: Span(number(row.up))) if in_part else None),
        (Column("Not up", "right"), (lambda row: Span(number(row.continuing))) if in_part else None),
        (
            Column("Council" if in_part else "Seats", "right"),
            lambda row: Span(number(row.council if in_part else row.seats), strong=True),
        ),
        (Column("", keep=4), bar),
        (Column("%", "right", keep=3), share),
        (Column("Before", "right", keep=2), lambda row: Span(number(row.seats_from))),
        (Column("Held", "right", keep=2), lambda row: Span(number(row.held))),
        (Column("Gained", "right", keep=1), lambda row: Span(number(row.gained))),
        (Column("Lost", "right", keep=1), lambda row: Span(number(row.lost))),
        (Column("Change", "right", keep=1), lambda row: Span(signed(row.change))),
    ]


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
    order = [row.party for row in rows for _ in range(_seats(row))]
    at = dict(zip(half_circle(len(order)), order, strict=True))
    width = max((x for _, x in at), default=-1) + 1
    lines = []
    for y in range(max((y for y, _ in at), default=-1) + 1):
        owners = [at.get((y, x)) for x in range(width)]
        lines.append([_mark(owner, marks, labels) for owner in owners])
    return lines


def _mark(party: str | None, marks: dict[str, str], labels: Labels) -> Span:
    return Span(" ") if party is None else Span(marks[party], ink=labels.party(party).colour)


def _council(council: Council) -> list[str]:
    """Who has how many seats of how many, and which of them were up."""
    notes = []
    if council.whole:
        notes.append(f"{_control(council)} The half-circle has the parties in this order, from the left.")
    if council.continuing:
        notes.append("Held, gained and lost are of the seats up, as is the change from before.")
    return notes


def _last(shown: Sequence[SeatRow]) -> list[str]:
    independents = any(row.party == "ind" for row in shown)
    return ["Ind counts all independents, each of whom is a party of one."] if independents else []


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
    if found.seats_from is None and not found.of_whole:
        words = "One of the two elections accounts for a whole council and the other does not"
        notes.append(f"{words}: seats before and the change are left out.")
    if found.all_followed:
        counts = "Held, gained and lost: ward by ward, and added up"
        notes.append(f"{counts} over {counted(len(found.wards.same), 'ward')}.")
    return notes
