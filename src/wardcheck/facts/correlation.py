"""How closely two figures go together: coefficients with an interval. Nothing here knows of wards."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from operator import mul
from typing import Literal, NamedTuple

Statistic = Literal["pearson_r", "spearman_rho"]

FISHER = "95 % by Fisher's z, variance 1/(n-3)"
BONETT_WRIGHT = "95 % by Fisher's z, variance (1+rho²/2)/(n-3) of Bonett and Wright (2000)"
NO_INTERVAL = "no interval: it takes at least 4 pairs, 8 of ranks, and a value that is not exactly 1 or -1"

_LEAST: dict[Statistic, int] = {"pearson_r": 4, "spearman_rho": 8}
"""Pairs from which there is an interval. Below eight, ranks are too few for the formula to keep what it promises."""

_TIMES = 1_999
"""How often the pairs are shuffled, where there are too many orders to try each."""
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


class Stability(NamedTuple):
    """How much a coefficient hangs on single pairs, and how often chance alone does as well. ``None`` is undefined."""

    without_one_low: float | None
    """The lowest that it is with one of the pairs left out."""
    without_one_high: float | None
    permutation_p: float | None
    """The share of orders of one figure, the one at hand among them, whose coefficient is as far from nought."""


def stability(x: Sequence[float], y: Sequence[float], statistic: Statistic) -> Stability:
    """The range of a coefficient with each pair left out in turn, and its permutation p.

    Up to six pairs each order is tried, and beyond that 1,999 of them, shuffled from a fixed seed, so that the same
    pairs give the same p. Definition: docs/methods/relate.md.
    """
    if statistic == "spearman_rho":
        left = [_product_moment(ranks(_without(x, n)), ranks(_without(y, n))) for n in range(len(x))]
        return _stable(left, _permutation_p(ranks(x), ranks(y)))
    left = [_product_moment(_without(x, n), _without(y, n)) for n in range(len(x))]
    return _stable(left, _permutation_p(x, y))


def _stable(left: Sequence[float | None], p: float | None) -> Stability:
    known = [value for value in left if value is not None]
    whole = bool(known) and len(known) == len(left)
    return Stability(min(known) if whole else None, max(known) if whole else None, p)


def _without(values: Sequence[float], n: int) -> list[float]:
    return [value for at, value in enumerate(values) if at != n]


def _permutation_p(x: Sequence[float], y: Sequence[float]) -> float | None:
    """Of orders of ``y``: the coefficient grows with the sum of products, so that no other part of it is needed."""
    from itertools import permutations
    from random import Random

    if _product_moment(x, y) is None:
        return None
    centred = [[value - sum(values) / len(values) for value in values] for values in (x, y)]
    own = abs(_products(*centred))
    few = math.factorial(len(x)) <= _TIMES
    random, shuffled = Random(len(x)), list(centred[1])  # noqa: S311  no secret hangs on it

    def orders() -> Iterator[Sequence[float]]:
        if few:
            yield from permutations(centred[1])
            return
        yield centred[1]
        for _ in range(_TIMES):
            random.shuffle(shuffled)
            yield shuffled

    found = [abs(_products(centred[0], order)) >= own * (1 - 1e-12) for order in orders()]
    return sum(found) / len(found)


def _products(x: Sequence[float], y: Sequence[float]) -> float:
    return math.fsum(map(mul, x, y))


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
    if value is None or n < _LEAST[statistic] or math.isclose(abs(value), 1, abs_tol=1e-12):
        return Estimate(statistic, value, None, None, NO_INTERVAL)
    half = _Z * math.sqrt(factor(value) / (n - 3))
    middle = math.atanh(value)
    return Estimate(statistic, value, math.tanh(middle - half), math.tanh(middle + half), method)
