"""What a look-up finds: a figure, bounds of one, or the reason why there is none."""

from __future__ import annotations

from fractions import Fraction
from typing import NamedTuple

Number = int | Fraction


class Span(NamedTuple):
    """A figure, or where only bounds of it are known, the lowest and the highest value that it can have."""

    low: Number
    high: Number
    note: str = ""
    """What else a reader should know of it, as a clause."""
    rounded: Number = 0
    """By how much at the most a source may have rounded it; that counts where it is set beside another figure."""

    @property
    def exact(self) -> bool:
        """Whether it is one value."""
        return self.low == self.high

    @property
    def as_printed(self) -> Span:
        """The figure as if no source had rounded it."""
        return self._replace(rounded=0)

    def minus(self, other: Span) -> Span:
        """By how much it is more than another."""
        rounded = self.rounded + other.rounded
        return Span(self.low - other.high - rounded, self.high - other.low + rounded)

    def over(self, other: Span) -> Span | None:
        """How many times another it is; ``None`` where that may not be above 0."""
        tops, bottoms = ((one.low - one.rounded, one.high + one.rounded) for one in (self, other))
        if bottoms[0] <= 0:
            return None
        ends = [Fraction(a) / Fraction(b) for a in tops for b in bottoms]
        return Span(min(ends), max(ends))


class Unknown(NamedTuple):
    """The store lacks the figure: nothing can be said."""

    reason: str


class Absent(NamedTuple):
    """There is no such figure in the world (the margin of an unopposed ward): what is said of it is false."""

    reason: str


Found = Span | Unknown | Absent


def known(value: float | None, reason: str) -> Found:
    """``value`` as a figure, or ``Unknown`` for ``None``. The float of a percentage stands for itself."""
    if value is None:
        return Unknown(reason)
    exact = value if isinstance(value, int) else Fraction(value)
    return Span(exact, exact)


def yes(answer: bool) -> Span:
    """An answer as a figure: 1 is yes, 0 is no."""
    return Span(int(answer), int(answer))
