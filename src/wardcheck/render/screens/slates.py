"""The spread within slates, and who tops them by the order of surnames."""

from __future__ import annotations

from collections.abc import Sequence

from wardcheck.analysis.report import Report
from wardcheck.analysis.slates import AlphabetRow, SlateRow
from wardcheck.render.labels import Labels
from wardcheck.render.screens.chips import chip, widest_party
from wardcheck.render.screens.filled import Filled, filled
from wardcheck.render.screens.places import election_columns
from wardcheck.render.sheet import Bar, Column, Note, Sheet, Span
from wardcheck.words import counted, number, percentage

SOURCE = (
    "Candidates stand on the paper in order of surname. Source of the effect: Webber, Rallings, Borisyuk and Thrasher "
    "(2014)."
)
_RULE = (
    "Surname: what stands before a comma or before initials at the end, else the last word with particles such as de "
    "or van before it."
)
_WORDS = {2: "two", 3: "three", 4: "four"}


def slates_sheet(shown: Sequence[SlateRow], report: Report[SlateRow, Sequence[AlphabetRow]], labels: Labels) -> Sheet:
    """The sheet of the rows shown; headline and notes on the alphabet are of all slates of the report."""
    width = widest_party([row.party for row in shown], labels)
    most = max((row.spread_pct or 0 for row in report), default=0)
    columns: list[Filled[SlateRow]] = [
        (Column("Ward", wraps=1), lambda row: Span(labels.of(row.election, row.ward))),
        (Column("Party"), lambda row: chip(labels.party(row.party), width)),
        (Column("Spread", "right"), lambda row: Span(number(row.spread), strong=True)),
        (Column("% of best", "right", keep=2), lambda row: Span(percentage(row.spread_pct))),
        (Column("", keep=4), lambda row: _bar(row, most, labels)),
        (Column("Best", "right", keep=3), lambda row: Span(number(row.best))),
        (Column("Best by surname", "right", keep=1), lambda row: Span(_place(row.alphabet_rank_of_best, row))),
        (Column("Worst", "right", keep=5), lambda row: Span(number(row.worst))),
        (Column("Elected", "right", keep=2), lambda row: Span(f"{row.elected} of {row.candidates}")),
        (Column("Most votes", keep=6), lambda row: Span(row.best_candidate or "", faint=True)),
        (Column("Fewest votes", keep=7), lambda row: Span(row.worst_candidate or "", faint=True)),
    ]
    before, after = election_columns(report, labels)
    columns = [*before, *columns, *after]
    notes: list[str | Note] = list(_alphabet_notes(report.totals))
    notes.append("Spread: votes of the best of a slate minus those of the worst, and in percent of the best.")
    notes.append(Note("Best by surname: its place among its own slate by the alphabet.", "Best by surname"))
    notes += [SOURCE, _RULE, *(remark.text(labels) for remark in report.remarks)]
    return Sheet(headline(report.totals, labels), *filled(columns, shown), notes, unit=("slate", "slates"))


def alphabet_sheet(
    shown: Sequence[AlphabetRow], report: Report[AlphabetRow, Sequence[AlphabetRow]], labels: Labels
) -> Sheet:
    """The sheet of places in the order of surnames."""
    columns: list[Filled[AlphabetRow]] = [
        (Column("Slates of"), lambda row: Span(f"{row.candidates} for {counted(row.seats, 'seat')}")),
        (Column("By surname", "right"), lambda row: Span(_ordinal(row.alphabet_rank))),
        (Column("Tops", "right"), lambda row: Span(number(row.tops), strong=True)),
        (Column("of", "right", keep=1), lambda row: Span(number(row.slates))),
        (Column("%", "right"), lambda row: Span(percentage(row.tops_pct), strong=True)),
        (Column("", keep=3), lambda row: Bar((row.tops_pct or 0) / 100)),
        (Column("expected %", "right"), lambda row: Span(percentage(row.expected_pct))),
        (Column("Votes, % from mean", "right", keep=2), lambda row: Span(_signed(row.votes_from_mean_pct))),
        (Column("Left out", "right", keep=4), lambda row: Span(number(row.left_out))),
        (Column("of parted", "right", keep=5), lambda row: Span(number(row.parted))),
    ]
    notes: list[str | Note] = list(_alphabet_notes(report.totals))
    notes.append(
        "Tops: slates in which the candidate of this place had the most votes. Expected: if surnames had no "
        "bearing on votes, one in so many as a slate has candidates."
    )
    notes.append(Note("Votes: difference from the mean of the own slate, on average.", "Votes, % from mean"))
    notes.append(Note("Left out: not elected, of the slates of which some were elected and some not.", "Left out"))
    notes += [SOURCE, _RULE, *(remark.text(labels) for remark in report.remarks)]
    return Sheet(headline(report.totals, labels), *filled(columns, shown), notes)


def headline(totals: Sequence[AlphabetRow], labels: Labels) -> str:
    """Who tops the full slates of the commonest size, as a newspaper could print it."""
    first = _commonest(totals)
    if first is None or first.tops_pct is None:
        return f"{labels.place()}: no full slate"
    return (
        f"{labels.place()}: in {number(first.tops)} of {counted(first.slates, 'full slate')} of "
        f"{_WORDS.get(first.candidates, first.candidates)}, {percentage(first.tops_pct)} %, the candidate first by "
        f"surname had the most votes; {percentage(first.expected_pct)} % would be expected if "
        "surnames had no bearing on votes"
    )


def _commonest(totals: Sequence[AlphabetRow]) -> AlphabetRow | None:
    """The row of the first by surname in full slates of the commonest size."""
    full = [row for row in totals if row.seats == row.candidates and row.alphabet_rank == 1]
    return max(full, key=lambda row: row.slates, default=None)


def _alphabet_notes(totals: Sequence[AlphabetRow]) -> list[str]:
    first = _commonest(totals)
    if first is None or not first.parted:
        return []
    size = (first.seats, first.candidates)
    last = next(row for row in reversed(totals) if (row.seats, row.candidates) == size)
    were = "was" if first.parted == 1 else "were"
    size_in_words = _WORDS.get(first.candidates, first.candidates)
    return [
        f"{counted(first.parted, 'full slate')} of {size_in_words} {were} elected in part. The first by surname was "
        f"left out of {number(first.left_out)} ({percentage(first.left_out_pct)} %), the last of "
        f"{number(last.left_out)} ({percentage(last.left_out_pct)} %); {percentage(first.left_out_expected_pct)} % "
        "would be expected of each if surnames had no bearing on votes."
    ]


def _bar(row: SlateRow, most: float, labels: Labels) -> Bar:
    return Bar((row.spread_pct or 0) / most if most else 0, labels.party(row.party).colour)


def _place(rank: int | None, row: SlateRow) -> str:
    if rank is None:
        return "level" if row.best_candidate is None else "namesakes"
    return f"{_ordinal(rank)} of {row.candidates}"


def _ordinal(rank: int) -> str:
    return f"{rank}{ {1: 'st', 2: 'nd', 3: 'rd'}.get(rank, 'th') }"


def _signed(value: float | None) -> str:
    if value is None:
        return ""
    return f"{'+' if value > 0 else '−'}{abs(value):.1f}"
