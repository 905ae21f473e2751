"""The change of each party's vote: a bar for each, to the left for a fall, the candidates beside the votes."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from wardcheck.analysis.change import AnyChangeRow
from wardcheck.analysis.change_by_ward import WardChangeRow
from wardcheck.analysis.pairs import Basis
from wardcheck.analysis.report import Report
from wardcheck.facts.party_votes import MEASURES, Measure
from wardcheck.model import INDEPENDENT
from wardcheck.render.labels import Labels
from wardcheck.render.screens.chips import chip, widest_party
from wardcheck.render.screens.filled import Filled, filled
from wardcheck.render.screens.pairs import measure_note, points, title, years
from wardcheck.render.sheet import Bar, Cell, Column, Note, Sheet, Span
from wardcheck.words import number, percentage, signed

DEPENDS = "±"
"""The mark of a change whose sign depends on the measure."""

MEASURE_TITLES: dict[Measure, str] = {"sum": "Sum", "top": "Top", "mean": "Mean", "per_seat": "Per seat"}

_Line = tuple[str | None, str, bool, bool]
"""Ward, party, and at which of the two elections it stood: one that no register knows has a line for each."""

_Filled = Filled[AnyChangeRow]


def change_sheet(
    shown: Sequence[AnyChangeRow], everything: Report[AnyChangeRow, Basis], pair: tuple[str, str], labels: Labels
) -> Sheet:
    """The sheet of the rows shown; where there are several measures, each has all of them on one line.

    The scale of bars is of all rows.
    """
    several = len({row.measure for row in everything}) > 1
    lines: dict[_Line, dict[Measure, AnyChangeRow]] = {}
    for row in everything:
        lines.setdefault(_line(row), {})[row.measure] = row
    first = list({_line(row): row for row in reversed(shown)}.values())[::-1]
    columns = _who(first, pair, labels)
    if several:
        columns += _by_measure(lines)
    else:
        columns += _of_one_measure(everything, pair, labels)
    columns += [(Column("Seats", "right", keep=3), lambda row: Span(f"{row.seats_from} → {row.seats_to}"))]
    if not several:
        columns += _further(pair, labels)
    heads, body = filled(columns, first)
    _once(body, first)
    notes = _notes(shown, everything, pair, labels)
    notes += [remark.text(labels) for remark in everything.remarks]
    return Sheet(title(everything.totals, pair, labels), heads, body, notes)


# -- columns ----------------------------------------------------------------------------------------------


def _who(rows: Sequence[AnyChangeRow], pair: tuple[str, str], labels: Labels) -> list[_Filled]:
    wide = widest_party([row.party for row in rows], labels)
    columns: list[_Filled] = [
        (Column("Party"), lambda row: chip(labels.party(row.party), wide)),
        (Column("Stood", "right"), lambda row: Span(f"{row.candidates_from} → {row.candidates_to}")),
    ]
    if any(isinstance(row, WardChangeRow) for row in rows):
        columns.insert(0, (Column("Ward"), lambda row: Span(labels.ward(pair[1], _ward(row) or ""), strong=True)))
    return columns


def _of_one_measure(everything: Sequence[AnyChangeRow], pair: tuple[str, str], labels: Labels) -> list[_Filled]:
    then, now = years(pair, labels)
    most = max((abs(row.votes_change or 0) for row in everything), default=0)
    marks = any(row.sign_depends_on_measure for row in everything)
    return [
        (Column(then, "right", keep=2), lambda row: Span(number(row.votes_from))),
        (Column(now, "right"), lambda row: Span(number(row.votes_to))),
        (Column("Change", "right"), lambda row: _change(row, marks=marks)),
        (Column("", keep=4), lambda row: bar(row, most, labels)),
        (Column("Share %", "right", keep=5), lambda row: Span(percentage(row.share_to_pct))),
        (Column("Points", "right", keep=1), lambda row: Span(points(row.share_change_pp))),
    ]


def _further(pair: tuple[str, str], labels: Labels) -> list[_Filled]:
    """What only a wide terminal has room for."""
    return [
        (
            Column(f"Share % in {years(pair, labels)[0]}", "right", keep=7),
            lambda row: Span(percentage(row.share_from_pct)),
        ),
        (Column("Change %", "right", keep=6), lambda row: Span(points(row.votes_change_pct))),
    ]


def _by_measure(lines: dict[_Line, dict[Measure, AnyChangeRow]]) -> list[_Filled]:
    """The change in votes by each measure, and in share where there is room."""

    def of(row: AnyChangeRow, measure: Measure) -> AnyChangeRow | None:
        return lines[_line(row)].get(measure)

    def votes(measure: Measure) -> Callable[[AnyChangeRow], Cell]:
        return lambda row: Span(signed(one.votes_change) if (one := of(row, measure)) else "")

    def share(measure: Measure) -> Callable[[AnyChangeRow], Cell]:
        return lambda row: Span(points(one.share_change_pp) if (one := of(row, measure)) else "")

    return [
        *((Column(MEASURE_TITLES[m], "right"), votes(m)) for m in MEASURES),
        (Column("", keep=1), lambda row: Span(DEPENDS if row.sign_depends_on_measure else "", strong=True)),
        *((Column(f"{MEASURE_TITLES[m]}, points", "right", keep=4), share(m)) for m in MEASURES),
    ]


def _change(row: AnyChangeRow, *, marks: bool) -> Cell:
    mark = f" {DEPENDS if row.sign_depends_on_measure else ' '}" if marks else ""
    return Span(f"{signed(row.votes_change)}{mark}", strong=True)


def bar(row: AnyChangeRow, most: int, labels: Labels) -> Bar:
    """A bar of the change in votes, to the left for a fall, on a scale to ``most``."""
    if row.votes_change is None:
        return Bar(0, words="no poll")
    return Bar(row.votes_change / most if most else 0, labels.party(row.party).colour)


def _line(row: AnyChangeRow) -> _Line:
    return _ward(row), row.party, row.candidates_from > 0, row.candidates_to > 0


def _ward(row: AnyChangeRow) -> str | None:
    return row.ward if isinstance(row, WardChangeRow) else None


def _once(body: list[list[Cell]], rows: Sequence[AnyChangeRow]) -> None:
    """A ward's name stands on the first of its lines alone."""
    for n in range(len(rows) - 1, 0, -1):
        if _ward(rows[n]) is not None and _ward(rows[n]) == _ward(rows[n - 1]):
            body[n][0] = Span("")


# -- notes ------------------------------------------------------------------------------------------------


def _notes(
    shown: Sequence[AnyChangeRow], everything: Sequence[AnyChangeRow], pair: tuple[str, str], labels: Labels
) -> list[str | Note]:
    measures = [measure for measure in MEASURES if any(row.measure == measure for row in everything)]
    then, now = years(pair, labels)
    notes: list[str | Note] = []
    if len(measures) > 1:
        notes.append("Change in votes. Sum: all votes of the party. Top: those of its best candidate in each ward.")
        notes.append("Mean: by its candidates there. Per seat: by the seats there. Both to the nearest vote.")
    else:
        notes += [measure_note(measure) for measure in measures]
        notes.append(
            Note("Points: change in the share of the same measure of all parties, in percentage points.", "Points")
        )
    if shown:
        notes.append(f"Stood: candidates in {then} and {now}.")
        notes.append(Note("Seats: as declared both times, whatever happened in between.", "Seats"))
    if any(row.sign_depends_on_measure for row in shown):
        see = "" if len(measures) > 1 else "; see --measure all"
        notes.append(f"{DEPENDS} which way the vote went depends on the measure{see}.")
    if any(row.party == INDEPENDENT for row in shown):
        notes.append(f"{labels.party(INDEPENDENT).short}: each independent is a party of one; the line adds them up.")
    return notes
