"""The values that make a statement true, and how they are written."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from wardcheck.claims.found import Number, Span


class Range(NamedTuple):
    """The values that make a statement true. ``None`` is no bound; an open end is not itself among them."""

    low: Number | None = None
    high: Number | None = None
    open_low: bool = False
    open_high: bool = False

    def holds(self, found: Span) -> bool | None:
        """Whether all values that ``found`` can have are among these: ``None`` where some are and some are not."""
        if self._has(found.low) and self._has(found.high):
            return True
        if self._above(found.low) or self._below(found.high):
            return False
        return None

    def _has(self, value: Number) -> bool:
        return not self._below(value) and not self._above(value)

    def _below(self, value: Number) -> bool:
        return self.low is not None and (value < self.low or (self.open_low and value == self.low))

    def _above(self, value: Number) -> bool:
        return self.high is not None and (value > self.high or (self.open_high and value == self.high))


def rounded_to(number: Decimal, place: int) -> Range:
    """The values that round to ``number`` at the place of ten to the ``place``, halves away from nought."""
    half = Fraction(10) ** place / 2
    value = Fraction(number)
    return Range(value - half, value + half, open_low=value <= 0, open_high=value >= 0)


def exponent(number: Decimal) -> int:
    """The place of ten of the last digit written: -1 for 43.7."""
    found = number.as_tuple().exponent
    return found if isinstance(found, int) else 0


def about(number: Decimal) -> Range:
    """What rounds to a number at its own precision: 3,000 is the nearest thousand, 43.7 the nearest tenth."""
    return rounded_to(number, exponent(number.normalize()) if number else 0)


def part_of(number: Decimal, part: Fraction) -> Range:
    """From a part of a number to all of it, on whichever side of nought it is."""
    low, high = sorted((part * Fraction(number), Fraction(number)))
    return Range(low, high)


def between_times(number: Decimal, times: tuple[Fraction, Fraction]) -> Range:
    """From the one to the other number of times a number."""
    low, high = sorted(each * Fraction(number) for each in times)
    return Range(low, high)


def plain(value: Number) -> str:
    """``1,000``; ``1.8``: no more decimals than it takes."""
    return f"{int(value):,}" if value == int(value) else f"{float(value):,.4f}".rstrip("0")


def from_to(allowed: Range) -> str:
    """``800 to 1,000``."""
    return f"{plain(allowed.low or 0)} to {plain(allowed.high or 0)}"


def nearest_place(number: Decimal) -> str:
    """``to the nearest 1,000``; nothing for a number that is not round."""
    place = Fraction(10) ** (exponent(number.normalize()) if number else 0)
    return "" if place == 1 else f"to the nearest {plain(place)}"


_ROUND: dict[Decimal, str] = {
    Decimal(100): "hundred",
    Decimal(1_000): "thousand",
    Decimal(1_000_000): "million",
}


def couple_of(number: Decimal, unit: str) -> str:
    """``a couple of hundred``, and of what nobody has a couple of ``about twice 45``."""
    return f"a couple of {_ROUND[number]}{unit}" if number in _ROUND else f"about twice {number:,}{unit}"
