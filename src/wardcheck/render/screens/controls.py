"""Control of several councils: a line for each, with who has it and the cheapest change."""

from __future__ import annotations

from collections.abc import Sequence

from wardcheck.analysis.control import ControlRow
from wardcheck.analysis.report import Report
from wardcheck.render.labels import Labels
from wardcheck.render.screens.chips import chip, in_control, noc_note, widest_control, widest_party
from wardcheck.render.sheet import Bar, Cell, Column, Note, Sheet, Span
from wardcheck.words import counted, number


def controls_sheet(shown: Sequence[ControlRow], report: Report[ControlRow, None], labels: Labels) -> Sheet:
    """The sheet of a row for each council: the first ward of its cheapest way, whose scenario the line is of."""
    most = max((row.scenario_voters or 0 for row in report), default=0)
    width = widest_party([row.party for row in report], labels)
    held = widest_control([row.control for row in report], labels)
    switched = any(row.by == "switched" for row in report)
    several_years = len({day.year for day in labels.dates.values()}) > 1
    columns = [
        Column("Council", wraps=2),
        Column("Control"),
        Column("Majority", "right", keep=2),
        Column("Cheapest change"),
        *([Column("by")] if switched else []),
        Column("Seats", "right"),
        Column("Voters", "right"),
        Column("", keep=3),
        Column("Wards", "right", keep=1),
    ]
    lines = [_line(row, most, (held, width), labels, switched=switched, several_years=several_years) for row in shown]
    notes: list[str | Note] = []
    if shown:
        notes += [
            "A line has the cheapest change of control of a council: seats that the party would have had more, or "
            "fewer if it loses control, and the voters whom that takes in all.",
            Note("Majority: seats of the largest party minus all others; below 1 nobody has control.", "Majority"),
            *noc_note([row.control for row in shown]),
        ]
    notes += [remark.text(labels) for remark in report.remarks]
    if hidden := len(report) - len(shown):
        notes.append(f"{counted(hidden, 'more line')}.")
    return Sheet(f"{labels.place()}: how few voters would have changed control", columns, lines, notes)


def _line(
    row: ControlRow, most: int, widths: tuple[int, int], labels: Labels, *, switched: bool, several_years: bool
) -> list[Cell]:
    council = labels.councils.get(row.election, row.election)
    year = f" {labels.dates[row.election].year}" if several_years else ""
    held, width = widths
    reached = row.scenario_voters is not None
    return [
        Span(f"{council}{year}"),
        in_control(row.control, held, labels),
        Span("" if row.majority is None else number(row.majority)),
        (*chip(labels.party(row.party), width), Span(" loses" if row.scenario == "lose" else " gains")),
        *([Span(row.by)] if switched else []),
        Span(number(row.scenario_seats)),
        Span(number(row.scenario_voters), strong=True) if reached else Span("out of reach", faint=True),
        Bar((row.scenario_voters or 0) / most if most else 0, labels.party(row.party).colour),
        Span(number(row.scenario_wards)),
    ]
