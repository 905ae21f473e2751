"""The seats of several councils: a line each, with who controls it, by how much, and who gained most."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import groupby

from wardcheck.analysis.report import Report
from wardcheck.analysis.seats import SeatRow
from wardcheck.facts.council import NOBODY
from wardcheck.render.labels import Labels
from wardcheck.render.screens.chips import in_control, widest_control
from wardcheck.render.screens.filled import Filled, filled
from wardcheck.render.screens.places import election_columns
from wardcheck.render.sheet import Cell, Column, Note, Sheet, Span
from wardcheck.words import counted, number, signed

_PARTIES = 5
"""Parties with a column of their own; others stand together in words."""

_Report = Report[SeatRow, None]


def seats_of_several_sheet(
    shown: Sequence[SeatRow], lines: Sequence[SeatRow], report: _Report, labels: Labels
) -> Sheet:
    """The sheet of the rows shown, each of which stands for its election; the title counts ``lines``, shown or not.

    ``report`` has the rows of all parties of every election.
    """
    rows = {slug: list(group) for slug, group in groupby(report, key=lambda row: row.election)}
    columns = _columns(shown, rows, labels)
    return Sheet(
        _title(lines, labels),
        *filled(columns, shown),
        _notes(shown, lines, report, labels),
    )


def _columns(shown: Sequence[SeatRow], rows: dict[str, list[SeatRow]], labels: Labels) -> list[Filled[SeatRow]]:
    before, after = election_columns(shown, labels)
    if not before:  # one line is left, and says of which election it is
        before = [(Column("Election"), lambda row: Span(row.election))]
    totals: Counter[str] = Counter()
    for slug in {row.election for row in shown}:
        totals.update({one.party: _seats(one) for one in rows[slug]})
    ranked = [party for party, seats in sorted(totals.items(), key=lambda item: (-item[1], item[0])) if seats]
    own = ranked[:_PARTIES]
    changed = [row for row in shown if _changed(row)]
    then = widest_control([row.control_from for row in changed], labels)
    now = widest_control([row.control for row in shown], labels)

    def control(row: SeatRow) -> Cell:
        if not then:
            return in_control(row.control, now, labels)
        was = (*in_control(row.control_from, then, labels), Span("→")) if row in changed else (Span(" " * (then + 3)),)
        return (*was, *in_control(row.control, now, labels))

    def of_party(party: str) -> Filled[SeatRow]:
        def cell(row: SeatRow) -> Cell:
            seats = next((_seats(one) for one in rows[row.election] if one.party == party), 0)
            most = max(_seats(one) for one in rows[row.election])
            return Span(f" {seats:,} " if seats else "", chip=labels.party(party).colour if seats == most else None)

        # the smaller go first where there is no room
        return Column(f"{labels.party_short(party)} ", "right", keep=2 + own.index(party)), cell

    def others(row: SeatRow) -> Cell:
        small = [one for one in rows[row.election] if one.party not in own and _seats(one)]
        return Span(", ".join(f"{labels.party_short(one.party)} {_seats(one):,}" for one in small))

    return [
        *before,
        (Column("Control"), control),
        (Column("Majority", "right"), lambda row: Span(_majority(row), strong=True)),
        *map(of_party, own),
        *([(Column("Others", keep=8), others)] if ranked[_PARTIES:] else []),
        (Column("Seats", "right", keep=1), lambda row: Span(_size(row, rows[row.election]))),
        (Column("Gain", keep=1), lambda row: Span(_gain(rows[row.election], labels))),
        *after,
    ]


def _changed(row: SeatRow) -> bool:
    """Whether it is known that somebody else had control before."""
    return None not in (row.control, row.control_from) and row.control != row.control_from


def _seats(row: SeatRow) -> int:
    """The seats of a party on the council where they are known, else those up."""
    return row.seats if row.council is None else row.council


def _majority(row: SeatRow) -> str:
    return "" if row.majority is None else f"{row.majority:,}"


def _size(row: SeatRow, rows: Sequence[SeatRow]) -> str:
    """Seats on the council; of those up alone, how many these are."""
    if row.complete:
        return number(row.council_size if row.council_size is not None else sum(map(_seats, rows)))
    return f"{sum(one.up for one in rows):,} up"


def _gain(rows: Sequence[SeatRow], labels: Labels) -> str:
    """The parties with the largest net gain, and how large it is; empty where none gained or it is unknown."""
    most = max((row.change or 0 for row in rows), default=0)
    first = [labels.party_short(row.party) for row in rows if row.change == most]
    return f"{', '.join(first)} {signed(most)}" if most > 0 else ""


def _title(lines: Sequence[SeatRow], labels: Labels) -> str:
    of_lines = labels.only({row.election for row in lines})
    held = Counter(row.control for row in lines)
    words = [f"{labels.party_name(slug)} {n:,}" for slug, n in held.most_common() if slug not in (None, NOBODY)]
    words += [f"no overall control {held[NOBODY]:,}"] if held[NOBODY] else []
    words += [f"not told {held[None]:,}"] if held[None] else []
    return f"{of_lines.place()}{': ' if words else ''}{', '.join(words)}"


def _notes(shown: Sequence[SeatRow], lines: Sequence[SeatRow], report: _Report, labels: Labels) -> list[str | Note]:
    notes: list[str | Note] = [
        "Control is more than half of all seats. Majority: seats of the largest party minus all others."
    ]
    if any(map(_changed, shown)):
        words = "Control: where it changed, who had it after the last ordinary election → who has it now."
        unknown = sum(row.control is not None and row.control_from is None for row in lines)
        notes.append(f"{words} Who had it before is not known of {unknown:,}." if unknown else words)
    if any(not row.complete for row in shown):
        notes.append(
            Note("Up: not all seats of the council are known, and the seats of these parties are those up.", "Seats")
        )
    notes.append(
        Note(
            "Gain: the most seats that a party has more than at the election compared with, in net; where a part of "
            "the council was up, of the seats up.",
            "Gain",
        )
    )
    notes += [remark.text(labels) for remark in report.remarks]
    if hidden := len(lines) - len(shown):
        notes.append(f"{counted(hidden, 'more election')}.")
    return notes
