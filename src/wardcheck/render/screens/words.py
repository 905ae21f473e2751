"""Pieces that several screens share: numbers, parties, plurals."""

from __future__ import annotations

from collections.abc import Sequence

from wardcheck.render.labels import Labels, PartyLabel
from wardcheck.render.sheet import Span


def number(value: int | None) -> str:
    """``2,605``; empty for unknown."""
    return "" if value is None else f"{value:,}"


def percentage(value: float | None, decimals: int = 1) -> str:
    """``44.2``; empty for unknown. A share too small for its decimals shows as ``<0.1``, never as nought."""
    if value is None:
        return ""
    least = 10**-decimals
    return f"<{least:.{decimals}f}" if 0 < value < least / 2 else f"{value:.{decimals}f}"


def counted(count: int, one: str, many: str | None = None) -> str:
    """``1 ward``, ``21 wards``."""
    return f"{count:,} {one if count == 1 else many or one + 's'}"


def listed(words: Sequence[str]) -> str:
    """``a, b and c``."""
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"


def chip(party: PartyLabel, width: int) -> tuple[Span, ...]:
    """A party's short name on its colour, with blanks up to ``width`` outside the colour."""
    blank = Span(" " * (width - len(party.short)))
    if party.colour is None:
        return (Span(f" {party.short} ", strong=True), blank)
    return (Span(f" {party.short} ", chip=party.colour, strong=True), blank)


def widest_party(slugs: Sequence[str | None], labels: Labels) -> int:
    """The length of the longest short name among ``slugs``."""
    return max((len(labels.party(slug).short) for slug in slugs if slug is not None), default=0)
