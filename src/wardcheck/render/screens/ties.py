"""Lots that were drawn: two lines for each, who won above who lost."""

from __future__ import annotations

from collections.abc import Sequence

from wardcheck.analysis.report import Report
from wardcheck.analysis.ties import NO_EFFECT, TieRow, Totals
from wardcheck.facts.council import NOBODY
from wardcheck.model import INDEPENDENT
from wardcheck.render.labels import Labels
from wardcheck.render.screens.chips import chip, widest_party
from wardcheck.render.sheet import Cell, Column, Sheet, Span
from wardcheck.words import counted, listed, number

_Lot = tuple[str, str]
"""The election and the ward, of which each has one lot."""


def ties_sheet(shown: Sequence[TieRow], report: Report[TieRow, Totals], labels: Labels) -> Sheet:
    """The sheet of the lots shown; the title counts all of them."""
    lots = _by_lot(shown)
    party = widest_party([slug for row in shown for slug in (row.winner_party, row.loser_party)], labels)
    columns = [Column("Ward"), Column("Votes", "right", keep=1), Column("Candidate"), Column("By lot")]
    lines: list[list[Cell]] = []
    for (election, ward), rows in lots.items():
        if lines:
            lines.append([Span("")] * len(columns))
        winners = dict.fromkeys((row.winner, row.winner_party) for row in rows)
        losers = dict.fromkeys((row.loser, row.loser_party) for row in rows)
        method = f": {rows[0].method}" if rows[0].method not in (None, "lot") else ""
        drawn = [(*winner, True) for winner in winners] + [(*loser, False) for loser in losers]
        for place, (name, slug, won) in enumerate(drawn):
            where = (labels.ward(election, ward), election)[place] if place < 2 else ""
            lines.append(
                [
                    Span(where, faint=place > 0),
                    Span(number(rows[0].votes)),
                    (*chip(labels.party(slug), party), Span(f" {name}", strong=won)),
                    Span(f"won{method if place == 0 else ''}" if won else "lost", strong=won),
                ]
            )
    wards = report.totals.wards
    return Sheet(
        _title(wards, labels),
        columns,
        lines,
        _notes(lots, report, labels),
        unit=("ward", "wards"),
        shown=(len(lots), wards),
    )


def _by_lot(rows: Sequence[TieRow]) -> dict[_Lot, list[TieRow]]:
    lots: dict[_Lot, list[TieRow]] = {}
    for row in rows:
        lots.setdefault((row.election, row.ward), []).append(row)
    return lots


def _title(lots: int, labels: Labels) -> str:
    where = labels.place()
    return f"{where}: a lot decided in {counted(lots, 'ward')}" if lots else f"{where}: no lot is recorded"


def _notes(lots: dict[_Lot, list[TieRow]], report: Report[TieRow, Totals], labels: Labels) -> list[str]:
    notes = []
    if lots:
        notes.append("Level across the cut, on the papers: a lot decided who was elected.")
        notes += _effects(lots, labels)
    notes += [remark.text(labels) for remark in report.totals.notes]
    return notes


def _effects(lots: dict[_Lot, list[TieRow]], labels: Labels) -> list[str]:
    """What the other result would have meant for each council, the strongest first."""
    changed, none, unknown = [], [], []
    for (election, ward), rows in lots.items():
        council = labels.councils.get(election, election)
        place = f"{labels.ward(election, ward)} ({council})"
        effects = dict.fromkeys(
            effect_in_words(row, labels) for row in rows if row.effect_on_control not in (None, NO_EFFECT)
        )
        if effects:
            changed.append(f"Overall control: with the other result in {place}, {listed(list(effects))}.")
        elif any(row.effect_on_control is None for row in rows):
            unknown.append(place)
        elif all(row.winner_party == row.loser_party != INDEPENDENT for row in rows):
            none.append(f"{labels.ward(election, ward)} ({council}; a lot inside one party)")
        else:
            none.append(place)
    if none:
        changed.append(f"Overall control: the same with the other result in {listed(none)}.")
    if unknown:
        changed.append(f"Overall control: unknown in {listed(unknown)}, where not all seats of the council are known.")
    return changed


def effect_in_words(row: TieRow, labels: Labels) -> str:
    """What the other result would have done to control, with names of parties."""
    before, after = row.control or NOBODY, row.control_otherwise or NOBODY
    if after == NOBODY:
        return f"{labels.party(before).short} would have lost control"
    words = f"{labels.party(after).short} would have won control"
    return words if before == NOBODY else f"{words} from {labels.party(before).short}"
