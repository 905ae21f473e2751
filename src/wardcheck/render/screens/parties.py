"""What each party polled and won: a bar for its share of the votes, its seats beside it."""

from __future__ import annotations

from collections.abc import Sequence

from wardcheck.analysis.parties import PartyRow
from wardcheck.analysis.report import Report
from wardcheck.facts.party_votes import MEASURES
from wardcheck.render.labels import Labels
from wardcheck.render.screens.chips import chip, widest_party
from wardcheck.render.screens.filled import Filled, filled
from wardcheck.render.screens.pairs import measure_note
from wardcheck.render.sheet import Bar, Column, Note, Sheet, Span
from wardcheck.words import counted, number, percentage

_Report = Report[PartyRow, Sequence[PartyRow]]


def parties_sheet(shown: Sequence[PartyRow], report: _Report, labels: Labels) -> Sheet:
    """The sheet of the rows shown; headline, totals and the scale of bars are of all rows."""
    columns = _columns(shown, report, labels)
    heads, lines = filled(columns, shown)
    for n in range(1, len(lines)):
        if _several(report) and _place(shown[n]) == _place(shown[n - 1]):
            lines[n][0] = Span("")
    notes = _notes(shown, report, labels)
    unit = ("row", "rows") if _several(report) or _measures(report) > 1 else ("party", "parties")
    return Sheet(_title(report, labels), heads, lines, notes, unit=unit)


def _place(row: PartyRow) -> tuple[str | None, str | None, str | None]:
    return row.election, row.region, row.ward


def _several(report: _Report) -> bool:
    return len(set(map(_place, report))) > 1


def _measures(report: _Report) -> int:
    return len({row.measure for row in report})


def _columns(shown: Sequence[PartyRow], report: _Report, labels: Labels) -> list[Filled[PartyRow]]:
    wide = widest_party([row.party for row in shown], labels)
    most = max((row.share_pct or 0 for row in report), default=0)
    columns: list[Filled[PartyRow]] = [
        (Column("Party"), lambda row: chip(labels.party(row.party or ""), wide)),
        (Column("Stood", "right", keep=3), lambda row: Span(number(row.candidates))),
        (Column("Votes", "right"), lambda row: Span(number(row.votes))),
        (Column("Votes %", "right", keep=1), lambda row: Span(percentage(row.share_pct))),
        (Column("", keep=4), lambda row: _bar(row, most, labels)),
        (Column("Seats", "right"), lambda row: Span(number(row.seats), strong=True)),
        (Column("Seats %", "right", keep=2), lambda row: Span(percentage(row.seats_pct))),
        (Column("", keep=5), lambda row: Span(labels.party_name(row.party or ""), faint=True)),
    ]
    if any(row.fewer_votes_more_seats for row in shown):
        columns.insert(7, (Column("Overtaken by", keep=2, wraps=1), lambda row: Span(_overtaking(row, labels))))
    if _measures(report) > 1:
        columns.insert(1, (Column("Measure"), lambda row: Span(row.measure)))
    if _several(report):
        columns.insert(0, (Column(_heading(report)), lambda row: Span(_name(row, report, labels))))
    return columns


def _heading(report: _Report) -> str:
    first = report[0]
    return "Ward" if first.ward is not None else "Election" if first.election is not None else "Region"


def _name(row: PartyRow, report: _Report, labels: Labels) -> str:
    if row.ward is None:
        return row.election or (row.region or "not known").replace("-", " ").title().replace(" Of ", " of ").replace(
            " And The ", " and the "
        )
    ward = labels.of(row.election, row.ward)
    return ward if len({one.election for one in report}) == 1 else f"{ward} ({row.election})"


def _overtaking(row: PartyRow, labels: Labels) -> str:
    """The parties with fewer votes and more seats."""
    return ", ".join(map(labels.party_short, (row.fewer_votes_more_seats or "").split()))


def _bar(row: PartyRow, most: float, labels: Labels) -> Bar:
    if row.share_pct is None:
        return Bar(0, words="no votes" if row.votes == 0 else "unknown")
    return Bar(row.share_pct / most if most else 0, labels.party(row.party or "").colour)


def _title(report: _Report, labels: Labels) -> str:
    together = report.totals[-1]
    return f"{labels.place()}: {counted(together.wards, 'ward')}, {counted(together.seats, 'seat')} won"


def _notes(shown: Sequence[PartyRow], report: _Report, labels: Labels) -> list[str | Note]:
    measures = [measure for measure in MEASURES if any(row.measure == measure for row in report)]
    overall = report.totals[-len(measures) :] if measures else ()
    notes: list[str | Note] = [words for total in overall if (words := _indices(total, several=len(measures) > 1))]
    notes += [measure_note(measure) for measure in measures]
    if any(row.fewer_votes_more_seats for row in shown):
        notes.append(Note("Overtaken by: parties that won more seats with fewer votes.", "Overtaken by"))
    return [*notes, *(remark.text(labels) for remark in report.remarks)]


def _indices(total: PartyRow, *, several: bool) -> str:
    """The indices of a total in a sentence, as far as they are known."""
    effective = [
        f"{value:.2f} in {of}"
        for value, of in ((total.effective_votes, "votes"), (total.effective_seats, "seats"))
        if value is not None
    ]
    parts = [f"effective parties {', '.join(effective)}"] if effective else []
    if total.gallagher is not None:
        parts.insert(0, f"Gallagher index {total.gallagher:.1f}")
    words = "; ".join(parts)
    return f"{f'By {total.measure}: ' if several else ''}{words[:1].upper()}{words[1:]}." if parts else ""
