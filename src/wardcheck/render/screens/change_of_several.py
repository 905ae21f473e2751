"""The change of the vote at several elections: a line for each, or a line for each row that was asked for."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import groupby
from typing import Any

from wardcheck.analysis.change import AnyChangeRow
from wardcheck.analysis.change_by_ward import WardChangeRow
from wardcheck.analysis.report import Report
from wardcheck.render.labels import Labels
from wardcheck.render.screens.change import bar
from wardcheck.render.screens.chips import chip, widest_party
from wardcheck.render.screens.filled import Filled, filled
from wardcheck.render.screens.pairs import measure_note, points
from wardcheck.render.screens.pairs_of_several import heading, over, remarks_of, which_columns, whole_note
from wardcheck.render.sheet import Cell, Column, Note, Sheet, Span
from wardcheck.words import counted, number, signed

NOTHING = "Nothing to show"

_Report = Report[Any, None]


def place(row: Any) -> tuple[str, str, str | None]:
    """Of which elections a row is, and of which ward, if of one."""
    return row.election_from, row.election_to, getattr(row, "ward", None)


def change_of_places(shown: Sequence[Any], report: _Report, labels: Labels) -> Sheet:
    """A line for each election or ward among the rows shown: whose share rose and fell most, and which seats moved.

    ``report`` has the rows of all parties of each.
    """
    groups = {where: list(rows) for where, rows in groupby(report, key=place)}
    wards = any(ward is not None for _, _, ward in groups)
    wide = widest_party([row.party for row in report], labels)
    before, after = which_columns(report, labels)

    def of(row: Any) -> list[Any]:
        return groups[place(row)]

    def extreme(row: Any, which: Callable[..., Any], sign: int) -> Any:
        known = [one for one in of(row) if (one.share_change_pp or 0) * sign > 0]
        return which(known, key=lambda one: one.share_change_pp) if known else None

    def party(one: Any) -> Cell:
        return Span("") if one is None else chip(labels.party(one.party), wide)

    def moved(one: Any) -> Cell:
        return Span("" if one is None else points(one.share_change_pp), strong=True)

    columns: list[Filled[Any]] = [
        *before,
        *([_ward(labels)] if wards else [(Column("Over", keep=1), over)]),
        (Column("Most votes", keep=5), lambda row: party(of(row)[0])),
        (Column("Up most"), lambda row: party(extreme(row, max, 1))),
        (Column("Points", "right"), lambda row: moved(extreme(row, max, 1))),
        (Column("Down most", keep=3), lambda row: party(extreme(row, min, -1))),
        (Column("Points", "right", keep=3), lambda row: moved(extreme(row, min, -1))),
        (Column("Seats", wraps=2), lambda row: Span(_seats(of(row), labels))),
        *after,
    ]
    notes: list[str | Note] = [
        "Points: change in the party's share of all votes since the election before, in percentage points.",
        *([measure_note(report[0].measure)] if report else []),
        Note("Seats: more or fewer than before, as declared both times, in the wards compared.", "Seats"),
        *([] if wards else whole_note(shown)),
        f"A line for each {'ward' if wards else 'election'}; --party shows the rows of a party.",
    ]
    what = f"{counted(len(groups), 'ward')}, " if wards else ""
    title = f"{heading(report, labels)}: {what}change of the vote since the election before" if report else NOTHING
    return _sheet(title, columns, shown, notes, report, hidden=len(groups) - len(shown), labels=labels)


def change_of_rows(shown: Sequence[Any], report: _Report, labels: Labels) -> Sheet:
    """A line for each row shown, of those that were asked for. The scale of bars is of all."""
    most = max((abs(row.votes_change or 0) for row in report), default=0)
    wide = widest_party([row.party for row in report], labels)
    before, after = which_columns(report, labels)
    wards = any(isinstance(row, WardChangeRow) for row in report)
    columns: list[Filled[Any]] = [
        *before,
        *([_ward(labels)] if wards else [(Column("Over", keep=1), over)]),
        (Column("Party"), lambda row: chip(labels.party(row.party), wide)),
        (Column("Stood", "right", keep=5), lambda row: Span(f"{row.candidates_from} → {row.candidates_to}")),
        (Column("Before", "right", keep=4), lambda row: Span(number(row.votes_from))),
        (Column("Now", "right", keep=4), lambda row: Span(number(row.votes_to))),
        (Column("Change", "right"), lambda row: Span(signed(row.votes_change), strong=True)),
        (Column("", keep=6), lambda row: bar(row, most, labels)),
        (Column("Points", "right", keep=1), lambda row: Span(points(row.share_change_pp))),
        (Column("Seats", "right"), lambda row: Span(f"{row.seats_from} → {row.seats_to}")),
        *after,
    ]
    notes: list[str | Note] = [
        *([measure_note(report[0].measure)] if report else []),
        Note("Points: change in the share of all votes by that measure, in percentage points.", "Points"),
        Note("Stood: candidates before and now.", "Stood"),
        "Seats: as declared both times, whatever happened in between.",
        *([] if wards else whole_note(shown)),
    ]
    title = NOTHING
    if report:
        what = "ward and party" if wards else "party"
        title = f"{heading(report, labels)}: {counted(len(report), 'change')} since the election before, by {what}"
    return _sheet(title, columns, shown, notes, report, hidden=len(report) - len(shown), labels=labels)


def _sheet(
    title: str,
    columns: Sequence[Filled[Any]],
    shown: Sequence[Any],
    notes: Sequence[str | Note],
    report: _Report,
    *,
    hidden: int,
    labels: Labels,
) -> Sheet:
    more = [f"{counted(hidden, 'more row')}."] if hidden else []
    return Sheet(title, *filled(columns, shown), [*notes, *remarks_of(report, labels), *more])


def _ward(labels: Labels) -> Filled[Any]:
    return Column("Ward", wraps=1), lambda row: Span(labels.of(row.election_to, row.ward), strong=True)


def _seats(rows: Sequence[AnyChangeRow], labels: Labels) -> str:
    """``Lab +6, Con -6``: the parties whose seats changed, most gained first; empty for a by-election."""
    changed = sorted((row for row in rows if row.seats_change), key=lambda row: -(row.seats_change or 0))
    return ", ".join(f"{labels.party_short(row.party)} {signed(row.seats_change)}" for row in changed)
