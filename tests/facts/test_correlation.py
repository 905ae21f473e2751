"""Coefficients and intervals, against arithmetic by hand and what must hold of any numbers."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import permutations
from random import Random
from statistics import NormalDist

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wardcheck.facts import correlation
from wardcheck.facts.correlation import (
    BONETT_WRIGHT,
    FISHER,
    NO_INTERVAL,
    Estimate,
    pearson,
    ranks,
    spearman,
    stability,
)

Coefficient = Callable[[Sequence[float], Sequence[float]], Estimate]

PAIRS = st.lists(st.tuples(st.integers(-50, 50), st.integers(-50, 50)), min_size=2, max_size=30)
BOTH = pytest.mark.parametrize("coefficient", [pearson, spearman])


def split(pairs: list[tuple[int, int]]) -> tuple[list[float], list[float]]:
    return [float(x) for x, _ in pairs], [float(y) for _, y in pairs]


def test_by_hand() -> None:
    # means 3 and 4; deviations -2 -1 0 1 2 and -2 0 1 0 1; products 4 + 0 + 0 + 0 + 2 = 6; squares 10 and 6
    found = pearson([1, 2, 3, 4, 5], [2, 4, 5, 4, 5])
    assert found.value == pytest.approx(6 / 60**0.5)
    # ranks of the second: 1, 2.5, 4.5, 2.5, 4.5, mean 3; deviations -2 -0.5 1.5 -0.5 1.5
    # products 4 + 0.5 + 0 - 0.5 + 3 = 7; squares 10 and 4 + 0.25 + 2.25 + 0.25 + 2.25 = 9
    assert spearman([1, 2, 3, 4, 5], [2, 4, 5, 4, 5]).value == pytest.approx(7 / 90**0.5)


def test_interval_by_hand() -> None:
    # r = 0.8 of 5 pairs: squares of the differences of ranks 0 1 1 1 1, rho = 1 - 6 * 4 / (5 * 24) = 0.8
    x, y = [1.0, 2.0, 3.0, 4.0, 5.0], [1.0, 3.0, 2.0, 5.0, 4.0]
    r, rho = pearson(x, y), spearman(x, y)
    assert [r.value, rho.value] == pytest.approx([0.8, 0.8])
    # artanh 0.8 = 1.098612; half 1.959964 / sqrt(2) = 1.385904; tanh(-0.287292) and tanh(2.484516)
    assert [r.low, r.high] == pytest.approx([-0.279639, 0.986196], abs=1e-5)
    assert (r.method, rho.low, rho.high) == (FISHER, None, None)
    # nine ranks, squares of differences 4: rho = 1 - 24 / 720 = 0.966667, artanh 2.038769; 1 + 0.934444 / 2 = 1.467222;
    # half 1.959964 * sqrt(1.467222 / 6) = 0.969216; tanh(1.069553) and tanh(3.007985)
    rho = spearman([*x, 6.0, 7.0, 8.0, 9.0], [*y, 6.0, 7.0, 8.0, 9.0])
    assert [rho.value, rho.low, rho.high] == pytest.approx([0.966667, 0.789293, 0.995133], abs=1e-5)
    assert rho.method == BONETT_WRIGHT


def test_the_normal_quantile() -> None:
    assert NormalDist().inv_cdf(0.975) == pytest.approx(correlation._Z, abs=1e-12)


def test_ranks_share_what_is_equal() -> None:
    assert ranks([]) == []
    assert ranks([7, 3, 7, 7, 1]) == [4, 2, 4, 4, 1]


@BOTH
@pytest.mark.parametrize(("x", "y"), [([], []), ([1], [2]), ([1, 2, 3], [5, 5, 5]), ([0, 0], [1, 2])])
def test_undefined(coefficient: Coefficient, x: list[float], y: list[float]) -> None:
    found = coefficient(x, y)
    assert (found.value, found.low, found.high, found.method) == (None, None, None, NO_INTERVAL)


@BOTH
def test_too_few_or_too_perfect_for_an_interval(coefficient: Coefficient) -> None:
    few: Estimate = coefficient([1, 2, 3], [1, 3, 2])
    assert few.value == pytest.approx(0.5)
    assert (few.low, few.high) == (None, None)
    line: Estimate = coefficient([1, 2, 3, 4], [-0.1, -0.2, -0.3, -0.4])
    assert line.value == pytest.approx(-1)
    assert (line.low, line.high) == (None, None)


@BOTH
@given(pairs=PAIRS)
def test_of_any_numbers(coefficient: Coefficient, pairs: list[tuple[int, int]]) -> None:
    x, y = split(pairs)
    found: Estimate = coefficient(x, y)
    turned: Estimate = coefficient(x, [-one for one in y])
    swapped: Estimate = coefficient(y, x)
    if found.value is None:
        assert turned.value is None
        return
    assert -1 <= found.value <= 1
    assert swapped.value == pytest.approx(found.value)
    assert turned.value == pytest.approx(-found.value)
    if found.low is not None and found.high is not None:
        assert -1 < found.low < found.value < found.high < 1
        assert turned.low == pytest.approx(-found.high)


@given(pairs=PAIRS)
def test_spearman_sees_the_order_alone(pairs: list[tuple[int, int]]) -> None:
    x, y = split(pairs)
    assert spearman([one**3 for one in x], y) == spearman(x, y)


@pytest.mark.parametrize("n", [4, 7, 8])
def test_ranks_have_an_interval_from_eight_pairs(n: int) -> None:
    x = list(range(n))
    y = [0, 2, 1, *range(3, n)]
    assert (spearman(x, y).low is None) == (n < 8)
    assert pearson(x, y).low is not None


def test_each_pair_left_out_by_hand() -> None:
    # x 1 2 3 4, y 1 2 3 0: without the last r is 1; without the first of 2 3 4 and 2 3 0 it is -2 / sqrt(2 * 14/3)
    found = stability([1, 2, 3, 4], [1, 2, 3, 0], "pearson_r")
    assert found.without_one_high == pytest.approx(1)
    assert found.without_one_low == pytest.approx(-2 / (2 * 14 / 3) ** 0.5)


def test_every_order_of_few_pairs() -> None:
    # of the 24 orders of four, 1 2 3 4 and 4 3 2 1 alone have r = 1 or -1
    for statistic in ("pearson_r", "spearman_rho"):
        assert stability([1, 2, 3, 4], [1, 2, 3, 4], statistic).permutation_p == pytest.approx(2 / 24)
    assert stability([1, 2], [3, 3], "pearson_r") == (None, None, None)


@given(st.lists(st.integers(-50, 50), min_size=4, max_size=6, unique=True), st.randoms(use_true_random=False))
def test_permutation_p_by_brute_force(x: list[int], random: Random) -> None:
    y = [random.randint(-50, 50) for _ in x]
    own = pearson(x, y).value
    found = stability(x, y, "pearson_r").permutation_p
    if own is None:
        assert found is None
        return
    others = [pearson(x, order).value or 0 for order in permutations(y)]
    assert found == pytest.approx(sum(abs(r) >= abs(own) - 1e-9 for r in others) / len(others))


def test_shuffles_are_the_same_each_time_and_near_the_truth() -> None:
    x, y = [1, 5, 2, 8, 3, 9, 4, 7], [2, 4, 1, 9, 5, 7, 3, 8]
    found = stability(x, y, "pearson_r").permutation_p
    own = pearson(x, y).value or 0
    orders = [abs(pearson(x, order).value or 0) >= abs(own) - 1e-9 for order in permutations(y)]
    assert found == stability(x, y, "pearson_r").permutation_p
    assert found == pytest.approx(sum(orders) / len(orders), abs=0.003)
