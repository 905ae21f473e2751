"""How many papers were split, plumped or for a whole slate: from the least that is proven to the most that can be."""

from __future__ import annotations

from collections.abc import Sequence

from wardcheck.analysis.report import Report
from wardcheck.analysis.splits import SplitRow
from wardcheck.render.labels import Labels
from wardcheck.render.screens.chips import chip, widest_party
from wardcheck.render.screens.filled import Filled, filled
from wardcheck.render.screens.places import election_columns
from wardcheck.render.sheet import Bar, Column, Note, Sheet, Span
from wardcheck.words import number

_Report = Report[SplitRow, Sequence[SplitRow]]


def splits_sheet(shown: Sequence[SplitRow], report: _Report, labels: Labels) -> Sheet:
    """The sheet of the rows shown; the headline is of all rows, shown or not."""
    by_party = any(row.party is not None for row in report)
    columns = _by_party(report, labels) if by_party else _by_ward(labels)
    before, after = election_columns(report, labels)
    columns = [*before, *columns, *after]
    title = _title_by_party(report, labels) if by_party else _title(report, labels)
    notes: list[str | Note] = list(_notes(report, by_party=by_party))
    notes += [remark.text(labels) for remark in report.remarks]
    unit = ("row", "rows") if by_party else ("ward", "wards")
    return Sheet(title, *filled(columns, shown), notes, unit=unit)


def _by_ward(labels: Labels) -> list[Filled[SplitRow]]:
    return [
        (Column("Ward", wraps=1), lambda row: Span(labels.of(row.election, row.ward))),
        (Column("Papers", "right", keep=2), lambda row: Span(number(row.papers))),
        (Column("Split", "right"), lambda row: Span(between(row.split_min, row.split_max), strong=True)),
        (Column("of the papers", keep=3), lambda row: _bar(row.split_min, row.split_max, row.papers)),
        (Column("Plumped", "right", keep=5), lambda row: Span(between(row.plumped_min, row.plumped_max))),
        (Column("All used", "right", keep=4), lambda row: Span(between(row.all_used_min, row.all_used_max))),
        (Column("Slates", "right", keep=6), lambda row: Span(between(row.slate_min, row.slate_max))),
    ]


def _by_party(report: _Report, labels: Labels) -> list[Filled[SplitRow]]:
    width = widest_party([row.party for row in report], labels)

    def who(row: SplitRow) -> tuple[Span, ...]:
        spans = chip(labels.party(row.party or ""), width)
        return spans if row.candidate is None else (*spans, Span(f" {row.candidate}", faint=True))

    return [
        (Column("Ward", wraps=1), lambda row: Span(labels.of(row.election, row.ward))),
        (Column("Party"), who),
        (Column("With", "right"), lambda row: Span(between(row.with_min, row.with_max))),
        (Column("Split", "right"), lambda row: Span(between(row.split_min, row.split_max), strong=True)),
        (Column("of those with", keep=3), lambda row: _bar(row.split_min, row.split_max, row.with_max or 0)),
        (Column("Slates", "right", keep=2), lambda row: Span(between(row.slate_min, row.slate_max))),
        (Column("Plumped", "right", keep=4), lambda row: Span(between(row.plumped_min, row.plumped_max))),
        (Column("All used", "right", keep=5), lambda row: Span(between(row.all_used_min, row.all_used_max))),
    ]


def between(least: int | None, most: int | None) -> str:
    """``131–5,604``; one number where both are it, empty for unknown."""
    if least is None or most is None:
        return ""
    return number(least) if least == most else f"{number(least)}–{number(most)}"


def _bar(least: int, most: int, whole: int) -> Bar:
    return Bar(least / whole, most=most / whole) if whole else Bar(0)


def _title(report: _Report, labels: Labels) -> str:
    if not report:
        return f"{labels.place()}: no ward has what it takes"
    place = labels.place(len(report))
    together = report.totals[-1]
    papers = f"{number(together.papers)} papers"
    if not together.split_min:
        return f"{place}: it is not proven that any of {papers} was split between parties"
    were = "was" if together.split_min == 1 else "were"
    return f"{place}: at least {number(together.split_min)} of {papers} {were} split between parties"


def _title_by_party(report: _Report, labels: Labels) -> str:
    """The party of which the largest proven share of papers was split, beside the place."""
    election = report.totals[-1].election
    totals = [row for row in report.totals if row.election == election and row.split_min and row.with_max]
    if not totals:
        return f"{labels.place()}: of no party it is proven that a paper was split"
    first = max(totals, key=lambda row: row.split_min / (row.with_max or 1))
    name = labels.party_short(first.party or "")
    of = between(first.with_min, first.with_max)
    return (
        f"{labels.place()}: at least {number(first.split_min)} of {of} papers with {name} had a vote "
        "for another party too"
    )


def _notes(report: _Report, *, by_party: bool) -> list[Note | str]:
    if not report:
        return []
    notes: list[Note | str] = [
        "From the least that the totals prove to the most that they allow; nothing is estimated, and where in between "
        "it was they do not tell.",
        Note("Solid is proven, dotted is possible.", "of those with" if by_party else "of the papers"),
    ]
    if by_party:
        notes.append("With: papers with a vote for the party. Split: those of them with a vote for another party too.")
        notes.append(Note("Slates: papers with a vote for each of its candidates, where it stood several.", "Slates"))
        notes.append(Note("Plumped: papers with one vote alone, for the party.", "Plumped"))
        notes.append(Note("All used: papers with a vote for the party and as many votes as seats.", "All used"))
        return notes
    notes.append(Note("Plumped: papers with one vote alone.", "Plumped"))
    notes.append(Note("All used: papers with as many votes as seats.", "All used"))
    notes.append(
        Note("Slates: papers with a vote for each candidate of a party that stood several in the ward.", "Slates")
    )
    return notes
