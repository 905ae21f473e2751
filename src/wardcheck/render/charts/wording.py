"""Words and names that the charts share."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol, TypeVar

from wardcheck.render.labels import Labels
from wardcheck.words import counted

MOST = 150
"""Lines that a chart has at the most: one that is longer is a table."""

T = TypeVar("T")


class OfWard(Protocol):
    """A row of a ward."""

    @property
    def election(self) -> str | None:
        """Slug of its election."""

    @property
    def ward(self) -> str | None:
        """Its slug."""


def drawn(rows: Sequence[T], what: str = "ward") -> tuple[Sequence[T], str]:
    """The rows that are drawn, and words for a title that says how many are not, empty where all are."""
    if len(rows) <= MOST:
        return rows, ""
    return rows[:MOST], f" (the first {MOST} of {counted(len(rows), what)})"


def place(election: str | None, ward: str | None, labels: Labels) -> str:
    """The ward of a row; with its council where several are shown, and the day where not all are of one."""
    name = labels.of(election, ward)
    if len(labels.councils) == 1 or election is None:
        return name
    one_day = len(set(labels.dates.values())) == 1
    return f"{name}, {labels.councils.get(election, election) if one_day else labels.heading(election)}"


def ends(rows: Sequence[T], name: Callable[[T], str], value: Callable[[T], str]) -> str:
    """``from 1 in High Barnet to 2,496 in Garden Suburb``, of rows in order; empty for none."""
    if not rows:
        return ""
    first, last = rows[0], rows[-1]
    if len(rows) == 1:
        return f": {value(first)} in {name(first)}"
    return f", from {value(first)} in {name(first)} to {value(last)} in {name(last)}"


def sided(points: float, a: str, b: str) -> str:
    """``3.2 to Lab``: a swing in words; ``a`` is where a positive one goes."""
    if not round(points, 1):
        return "0.0"
    return f"{abs(points):.1f} to {a if points > 0 else b}"


def plus(points: float) -> str:
    """``+3.2``, ``−3.2``: percentage points with a sign."""
    if not round(points, 1):
        return "0.0"
    return f"{'+' if points > 0 else '−'}{abs(points):.1f}"
