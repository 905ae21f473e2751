"""Numbers, plurals and lists in words."""

from __future__ import annotations

from collections.abc import Sequence


def number(value: int | None) -> str:
    """``2,605``; empty for unknown."""
    return "" if value is None else f"{value:,}"


def signed(value: int | None) -> str:
    """``+12,054``, ``-4,658``, ``0``; empty for unknown."""
    return "" if value is None else f"{value:+,}" if value else "0"


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


def few(words: Sequence[str], named: int = 3) -> str:
    """``a, b, c and 4 more``; ``a, b and c`` where there are no more."""
    more = len(words) - named
    return f"{', '.join(words[:named])} and {more:,} more" if more > 0 else listed(words)


def with_count(title: str, shown: int, everything: int, one: str, many: str) -> str:
    """A title that ends with how many of how many are shown: ``...; 5 of 21 wards shown``; itself where all are."""
    if shown >= everything:
        return title
    end = "." if title.endswith(".") else ""
    return f"{title.removesuffix(end)}; {shown:,} of {counted(everything, one, many)} shown{end}"
