"""How far seats are from votes, and how many parties there are in effect."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction
from math import sqrt


def gallagher(votes: Sequence[Fraction], seats: Sequence[int]) -> float | None:
    """The least squares index of Gallagher (1991), in percentage points; ``None`` of no votes or no seats.

    sqrt(1/2 sum (v - s)^2), where v and s are the percentages of votes and of seats of one party, at the same place of
    ``votes`` and of ``seats``. 0 is proportional; every party counts, however small.
    """
    shares, won = _shares(votes), _shares(map(Fraction, seats))
    if shares is None or won is None:
        return None
    return 100 * sqrt(sum((v - s) ** 2 for v, s in zip(shares, won, strict=True)) / 2)


def effective_parties(sizes: Iterable[Fraction | int]) -> float | None:
    """The effective number of parties of Laakso and Taagepera (1979), 1 / sum p^2 of shares p; ``None`` of nothing.

    Two parties of one size are 2; one that is large and one that is small are less.
    """
    shares = _shares(map(Fraction, sizes))
    return None if shares is None else float(1 / sum(share**2 for share in shares))


def _shares(sizes: Iterable[Fraction]) -> list[Fraction] | None:
    given = list(sizes)
    whole = sum(given)
    return [one / whole for one in given] if whole else None
