"""What the screens of several elections, each compared with its own baseline, share."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Protocol

from wardcheck.analysis.report import AnyReport
from wardcheck.render.labels import Labels
from wardcheck.render.screens.filled import Filled
from wardcheck.render.screens.places import election_columns
from wardcheck.render.sheet import Column, Note, Span
from wardcheck.words import counted


class Compared(Protocol):
    """A row of two elections."""

    @property
    def election_from(self) -> str:
        """The slug of the earlier one."""

    @property
    def election_to(self) -> str:
        """The slug of the later one."""


class _Placed:
    """A row by the later of its elections."""

    __slots__ = ("election",)

    def __init__(self, election: str) -> None:
        self.election: str | None = election


def which_columns(rows: Sequence[Compared], labels: Labels) -> tuple[list[Filled[Any]], list[Filled[Any]]]:
    """What stands before and behind the other columns: of which election a row is, and what it is compared with."""
    before, after = election_columns([_Placed(row.election_to) for row in rows], labels)
    if not before:  # one election is left, and the line says which
        before = [(Column("Election", wraps=1), lambda row: Span(row.election or "", faint=True))]

    def by_row(filled: Filled[Any]) -> Filled[Any]:
        column, cell = filled
        return column, lambda row: cell(_Placed(row.election_to))

    compared_with = (Column("Compared with", keep=9), lambda row: Span(row.election_from, faint=True))
    return [by_row(one) for one in before], [compared_with, *map(by_row, after)]


def over(row: Any) -> Span:
    """Over what a row is: so many wards that both elections have, or the whole councils."""
    return Span("council" if row.compared == "council" else counted(row.wards, "ward"))


def heading(rows: Sequence[Compared], labels: Labels) -> str:
    """``32 elections, 5 May 2022``: those of the rows."""
    return labels.only({row.election_to for row in rows}).place()


def whole_note(rows: Sequence[Any]) -> list[str | Note]:
    """What ``council`` means, where a row has it."""
    if all(row.compared != "council" for row in rows):
        return []
    words = "Over council: no ward is the same as before, so the totals of the two councils are compared."
    return [Note(words, "Over")]


def remarks_of(report: AnyReport, labels: Labels) -> list[str]:
    """What is to be said of the rows that they do not say themselves."""
    return [remark.text(labels) for remark in report.remarks if not remark.in_rows]
