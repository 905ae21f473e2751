"""What a chart consists of, as plain data: what stands where, in which words and colour.

Nothing is drawn here, and no figure is worked out.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Literal

from wardcheck.frozen import frozen


@frozen
class Mark:
    """One line of a chart of lines: its name at the left, and what stands on the scale.

    ``at`` is ``None`` where there is nothing to place, and ``words`` say why. ``since`` is where an arrow begins, or
    the lower end of a range. ``colour`` is a party's, ``#RRGGBB``; no line depends on it.
    """

    label: str
    at: float | None
    words: str
    colour: str | None = None
    since: float | None = None


@frozen
class Rule:
    """A line across a whole chart, where every mark is compared with one figure."""

    at: float
    words: str


@frozen
class Lines:
    """Marks under one another on one scale: a dot each, an arrow from one figure to another, or a range."""

    how: Literal["dots", "arrows", "ranges"]
    marks: Sequence[Mark]
    scale: str
    """What the scale counts, with its unit."""
    rule: Rule | None = None
    signed: bool = False
    """Whether the scale has two sides, and its figures a sign."""
    reach: tuple[float, float] | None = None
    """The least and the most that the scale has room for, where that is more than the marks need."""


@frozen
class Bloc:
    """The seats of one party in a half-circle: ``solid`` of them were filled at this election, the rest are hollow."""

    label: str
    seats: int
    solid: int
    colour: str | None = None


@frozen
class HalfCircle:
    """The seats of a council, the blocs from left to right in this order, each with a shape of its own."""

    blocs: Sequence[Bloc]
    middle: Sequence[str]
    """Short lines in the hollow of the half-circle."""
    hollow: str = ""
    """What a hollow seat is; empty where there are none."""


@frozen
class Stairs:
    """One line of a step curve: from each point on, its figure is this, until the next point or ``Steps.until``."""

    label: str
    points: Sequence[tuple[float, int]]
    colour: str | None = None


@frozen
class Steps:
    """Whole numbers that change at points of a scale, a line of another dash for each party."""

    stairs: Sequence[Stairs]
    until: float
    across: str
    """What the scale from left to right counts, with its unit."""
    upward: str
    rule: Rule | None = None


@frozen
class Chart:
    """A drawing with its words. ``alt`` is for a reader who cannot see it; ``source`` says whose figures they are."""

    title: str
    alt: str
    body: Lines | HalfCircle | Steps
    source: str = ""

    @property
    def has_figures(self) -> bool:
        """Whether it has something to place, and does not say of every line that it is not known."""
        return not isinstance(self.body, Lines) or any(mark.at is not None for mark in self.body.marks)


def in_parts(chart: Chart, *, whole: int, part: int) -> list[Chart]:
    """``chart`` if it has at most ``whole`` lines, else charts of at most ``part``, about as long, on one scale."""
    body = chart.body
    if not isinstance(body, Lines) or len(body.marks) <= whole:
        return [chart]
    count = -(-len(body.marks) // part)
    ends = [len(body.marks) * n // count for n in range(count + 1)]
    figures = [value for mark in body.marks for value in (mark.at, mark.since) if value is not None]
    parts = []
    for n, (begin, end) in enumerate(pairwise(ends), start=1):
        marks = body.marks[begin:end]
        alt = f"{chart.alt} Part {n} of {count}, from {marks[0].label} to {marks[-1].label}."
        lines = replace(body, marks=marks, reach=(min(figures, default=0), max(figures, default=0)))
        parts.append(Chart(f"{chart.title} ({n} of {count})", alt, lines, chart.source))
    return parts
