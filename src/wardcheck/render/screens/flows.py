"""Where voters can have gone: for each pair of parties a bar from the least to the most."""

from __future__ import annotations

from collections.abc import Sequence

from wardcheck.analysis.flows import FlowRow
from wardcheck.analysis.pairs import Basis
from wardcheck.analysis.report import Report
from wardcheck.facts.voters import NOBODY
from wardcheck.render.labels import Labels, PartyLabel
from wardcheck.render.screens.chips import chip
from wardcheck.render.screens.filled import Filled, filled
from wardcheck.render.screens.pairs import title, years
from wardcheck.render.sheet import Bar, Column, Note, Sheet, Span
from wardcheck.words import number, percentage

_NONE = PartyLabel("no vote", "no valid paper", None)


def flows_sheet(
    shown: Sequence[FlowRow], report: Report[FlowRow, Basis], pair: tuple[str, str], labels: Labels
) -> Sheet:
    """The sheet of the rows shown; bars are on one scale, that of the most voters of all rows."""
    most = max((row.voters_max or 0 for row in report), default=0)
    parties = {slug for row in shown for slug in (row.party_from, row.party_to)}
    width = max((len(_label(slug, labels).short) for slug in parties), default=0)
    then, now = years(pair, labels)
    columns: list[Filled[FlowRow]] = [
        (Column(f"In {then}"), lambda row: chip(_label(row.party_from, labels), width)),
        (Column("voters", "right", keep=1), lambda row: Span(_range(row.voters_from_min, row.voters_from_max))),
        (Column(f"In {now}"), lambda row: chip(_label(row.party_to, labels), width)),
        (Column("voters", "right", keep=3), lambda row: Span(_range(row.voters_to_min, row.voters_to_max))),
        (Column("Both", "right"), lambda row: Span(_range(row.voters_min, row.voters_max), strong=True)),
        (Column("least to most", keep=4), lambda row: _bar(row, most)),
        (Column(f"% of {then}", "right", keep=2), lambda row: Span(_percent(row))),
    ]
    if any(row.ward is not None for row in report):
        columns.insert(0, (Column("Ward"), lambda row: Span(labels.of(row.election_to, row.ward))))
    notes: list[str | Note] = [*(remark.text(labels) for remark in report.remarks)]
    if report:
        notes[:0] = [
            "Both: persons who voted for the one and then for the other, from the least that the totals prove to the "
            "most that they allow.",
            Note("Solid is proven, dotted is possible.", "least to most"),
            "Whoever split a paper is a voter of each of its parties. No vote: without a valid paper.",
        ]
    return Sheet(f"{title(report.totals, pair, labels)}, bounds alone", *filled(columns, shown), notes)


def _label(slug: str, labels: Labels) -> PartyLabel:
    return _NONE if slug == NOBODY else labels.party(slug)


def _range(least: int | None, most: int | None) -> str:
    if least is None or most is None:
        return "unknown"
    return number(least) if least == most else f"{number(least)}–{number(most)}"


def _percent(row: FlowRow) -> str:
    if row.of_from_min_pct is None or row.of_from_max_pct is None:
        return ""
    least, most = percentage(row.of_from_min_pct), percentage(row.of_from_max_pct)
    return least if least == most else f"{least}–{most}"


def _bar(row: FlowRow, most: int) -> Bar:
    if row.voters_min is None or row.voters_max is None or not most:
        return Bar(0)
    return Bar(row.voters_min / most, most=row.voters_max / most)
