"""The change of each party's vote: a bar for each, the candidates beside the votes."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from wardcheck.analysis.change import AnyChangeRow, Comparison, WardChangeRow
from wardcheck.analysis.party_votes import MEASURES, Measure
from wardcheck.model import INDEPENDENT, Ward
from wardcheck.render.labels import Labels, long_date
from wardcheck.render.screens.words import chip, counted, number, percentage, widest_party
from wardcheck.render.sheet import Bar, Cell, Column, Note, Sheet, Span

DEPENDS = "±"
"""The mark of a change whose sign depends on the measure."""

MEASURE_TITLES: dict[Measure, str] = {"sum": "Sum", "top": "Top", "mean": "Mean", "per_seat": "Per seat"}
_WORDS: dict[Measure, str] = {
    "sum": "all votes of the party, which move with the number of its candidates",
    "top": "those of the party's best candidate in each ward",
    "mean": "the mean of the party's candidates in each ward, to the nearest whole vote",
    "per_seat": "the party's votes in each ward by the seats there, to the nearest whole vote",
}

_Filled = tuple[Column, Callable[[AnyChangeRow], Cell]]


def change_sheet(
    shown: Sequence[AnyChangeRow],
    everything: Sequence[AnyChangeRow],
    found: Comparison,
    pair: tuple[str, str],
    labels: Labels,
) -> Sheet:
    """The sheet of the rows shown, or of all their measures on one line where there are several.

    ``found`` says which wards of the ``pair`` of elections are compared; the scale of bars is of all rows.
    """
    several = len({row.measure for row in everything}) > 1
    lines: dict[tuple[str | None, str], dict[Measure, AnyChangeRow]] = {}
    for row in shown:
        lines.setdefault((_ward(row), row.party), {})[row.measure] = row
    first = [next(iter(rows.values())) for rows in lines.values()]
    columns = _who(first, pair, labels)
    if several:
        columns += _by_measure(lines)
    else:
        columns += _of_one_measure(everything, pair, labels)
    columns += [(Column("Seats", "right", keep=3), lambda row: Span(f"{row.seats_from} → {row.seats_to}"))]
    if not several:
        columns += _further(pair, labels)
    body = [[cell(row) for _, cell in columns] for row in first]
    _once(body, first)
    notes = _notes(shown, everything, pair, labels)
    notes += left_out(found, labels.heading(pair[0]), labels.heading(pair[1]), lambda ward: ward.name)
    hidden = len({(_ward(row), row.party) for row in everything}) - len(lines)
    return Sheet(
        heading(found, pair, labels),
        [column for column, _ in columns],
        body,
        [*notes, f"{counted(hidden, 'more row')}."] if hidden else notes,
    )


def heading(found: Comparison, pair: tuple[str, str], labels: Labels) -> str:
    """``Barnet, 22 May 2014 to 3 May 2018: 21 wards compared``."""
    before, after = pair
    later = labels.dates.get(after)
    same = labels.councils.get(before) == labels.councils.get(after) and later is not None
    place = f"{labels.heading(before)} to {long_date(later) if same and later else labels.heading(after)}"
    everywhere = len(found.pairs) + len(found.uncounted) + len(found.only_after)
    of = f" of {everywhere:,}" if everywhere > len(found.pairs) else ""
    return f"{place}: {len(found.pairs):,}{of} {'ward' if everywhere == 1 else 'wards'} compared"


def years(pair: tuple[str, str], labels: Labels) -> tuple[str, str]:
    """What columns of the two elections are called: their years, or their days within one year."""
    days = [labels.dates.get(slug) for slug in pair]
    if days[0] is None or days[1] is None or days[0] == days[1]:
        return "before", "after"
    if days[0].year == days[1].year:
        return long_date(days[0]), long_date(days[1])
    return str(days[0].year), str(days[1].year)


def left_out(found: Comparison, before: str, after: str, name: Callable[[Ward], str]) -> list[str]:
    """A line for each kind of wards that are not compared, with their names; none where all are."""
    lines = [
        f"Not compared, without a counterpart in {theirs}: {counted(len(wards), 'ward')} of {ours}: "
        f"{', '.join(map(name, wards))}."
        for wards, ours, theirs in ((found.only_before, before, after), (found.only_after, after, before))
        if wards
    ]
    if found.uncounted:
        wards = [now for _, now in found.uncounted]
        lines.append(f"Not in the totals, without a poll in both: {', '.join(map(name, wards))}.")
    return lines


def measure_note(measure: Measure) -> str:
    """The convention that figures of votes follow."""
    return f"Measure {measure}: {_WORDS[measure]}."


def signed(value: int | None) -> str:
    """``+12,054``, ``-4,658``, ``0``; empty for unknown."""
    return "" if value is None else f"{value:+,}" if value else "0"


def points(value: float | None) -> str:
    """``+5.8``, ``-4.7``, ``0.0``; empty for unknown."""
    if value is None:
        return ""
    text = f"{value:+.1f}"
    return "0.0" if text in ("+0.0", "-0.0") else text


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
        (Column("", keep=4), lambda row: _bar(row, most, labels)),
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


def _by_measure(lines: dict[tuple[str | None, str], dict[Measure, AnyChangeRow]]) -> list[_Filled]:
    """The change in votes by each measure, and in share where there is room."""

    def of(row: AnyChangeRow, measure: Measure) -> AnyChangeRow | None:
        return lines[_ward(row), row.party].get(measure)

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


def _bar(row: AnyChangeRow, most: int, labels: Labels) -> Bar:
    if row.votes_change is None:
        return Bar(0, words="no poll")
    return Bar(abs(row.votes_change) / most if most else 0, labels.party(row.party).colour)


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
    notes.append(f"Stood, seats: in {then} and {now}; seats as declared, whatever happened in between.")
    if any(row.sign_depends_on_measure for row in shown):
        see = "" if len(measures) > 1 else "; see --measure all"
        notes.append(f"{DEPENDS} which way the vote went depends on the measure{see}.")
    if any(row.party == INDEPENDENT for row in shown):
        notes.append(f"{labels.party(INDEPENDENT).short}: each independent is a party of one; the line adds them up.")
    return notes
