"""How closely two figures go together: coefficients with an interval. Nothing here knows of wards."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from typing import Literal, NamedTuple

Statistic = Literal["pearson_r", "spearman_rho"]

FISHER = "95 % by Fisher's z, variance 1/(n-3)"
BONETT_WRIGHT = "95 % by Fisher's z, variance (1+rho²/2)/(n-3) of Bonett and Wright (2000)"
NO_INTERVAL = "no interval: it takes at least 4 pairs, and a value that is not exactly 1 or -1"

_LEAST_FOR_AN_INTERVAL = 4
_Z = 1.959963984540054
"""The 97.5 % point of the standard normal distribution."""


class Estimate(NamedTuple):
    """A coefficient with its 95 % interval. ``value`` is ``None`` where it is undefined, ``low`` and ``high`` too."""

    statistic: Statistic
    value: float | None
    low: float | None
    high: float | None
    method: str


def pearson(x: Sequence[float], y: Sequence[float]) -> Estimate:
    """Pearson's r: how near the pairs are to a straight line, from -1 to 1.

    Undefined for fewer than two pairs, or where one figure is the same everywhere. The interval is Fisher's: the
    inverse hyperbolic tangent of r is taken as normal with variance 1 / (n - 3). Definition: docs/methods/relate.md.
    """
    return _estimate("pearson_r", _product_moment(x, y), len(x), FISHER, lambda _: 1.0)


def spearman(x: Sequence[float], y: Sequence[float]) -> Estimate:
    """Spearman's rho: Pearson's r of the ranks, equal values sharing the mean of theirs.

    Undefined as Pearson's r. The interval is Fisher's with the variance of Bonett and Wright (Psychometrika 65, 2000),
    (1 + rho² / 2) / (n - 3). Definition: docs/methods/relate.md.
    """
    value = _product_moment(ranks(x), ranks(y))
    return _estimate("spearman_rho", value, len(x), BONETT_WRIGHT, lambda rho: 1 + rho**2 / 2)


def ranks(values: Sequence[float]) -> list[float]:
    """The rank of each value, from 1 for the least; equal values share the mean of their ranks."""
    order = sorted(range(len(values)), key=lambda n: values[n])
    found = [0.0] * len(values)
    start = 0
    while start < len(order):
        end = start
        while end < len(order) and values[order[end]] == values[order[start]]:
            end += 1
        for n in order[start:end]:
            found[n] = (start + 1 + end) / 2
        start = end
    return found


def _product_moment(x: Sequence[float], y: Sequence[float]) -> float | None:
    from statistics import StatisticsError, correlation

    try:
        return max(-1.0, min(1.0, correlation(x, y)))
    except StatisticsError:
        return None


def _estimate(
    statistic: Statistic, value: float | None, n: int, method: str, factor: Callable[[float], float]
) -> Estimate:
    if value is None or n < _LEAST_FOR_AN_INTERVAL or math.isclose(abs(value), 1, abs_tol=1e-12):
        return Estimate(statistic, value, None, None, NO_INTERVAL)
    half = _Z * math.sqrt(factor(value) / (n - 3))
    middle = math.atanh(value)
    return Estimate(statistic, value, math.tanh(middle - half), math.tanh(middle + half), method)
