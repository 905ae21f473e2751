"""What each word allows, at its edges."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wardcheck.claims.found import Number, Span
from wardcheck.claims.ranges import Range, about, couple_of, rounded_to
from wardcheck.claims.words import WORDS, exactly

EDGES = [
    ("about", ["3000"], [2500, 3000, 3499], [2499, 3500]),
    ("about", ["1000"], [500, 856, 1499], [499, 1500]),
    ("about", ["1357"], [1357], [1356, 1358]),
    ("about", ["20000"], [15000, 24999], [14999, 25000]),
    ("about", ["-300"], [-349, -300, -250], [-249, -350]),
    ("about", ["0"], [0], [1, -1]),
    ("over", ["40000"], [40001], [40000, 37424]),
    ("under", ["40000"], [39999], [40000]),
    ("at-least", ["5"], [5, 6], [4]),
    ("at-most", ["2"], [0, 2], [3]),
    ("close-to", ["1000"], [800, 856, 1000], [799, 1001]),
    ("almost", ["2"], [Fraction(18, 10), 2], [Fraction(179, 100), Fraction(201, 100)]),
    ("couple-of", ["100"], [150, 250], [149, 251, 299]),
    ("between", ["10", "20"], [10, 20], [9, 21]),
    ("narrow", [], [0, 100], [101]),
    ("one-in", ["7"], [Fraction(135, 10), Fraction(152, 10)], [Fraction(132, 10), Fraction(155, 10)]),
    ("one-in", ["3"], [Fraction(286, 10), 40], [Fraction(285, 10), Fraction(401, 10)]),
    ("nearly-all", ["20"], [18, 20], [17]),
    ("many", ["21"], [11, 21], [10]),
    ("rose", [], [1, Fraction(1, 1000)], [0, -1]),
    ("fell", [], [-1], [0, 1]),
    ("rose-significantly", [], [10, 11], [Fraction(99, 10), -10]),
    ("fell-significantly", [], [-10, -11], [Fraction(-99, 10), 10]),
    ("steady", [], [-5, 0, 5], [Fraction(51, 10), -6]),
    # of the difference from another figure, and of how many times it
    ("more-than", [], [1], [0, -1]),
    ("less-than", [], [-1], [0, 1]),
    ("same-as", [], [0], [1, -1]),
    ("much-less-than", [], [Fraction(1, 2), -1], [Fraction(51, 100), 1]),
]


def accepted(word: str, numbers: list[str]) -> Range:
    accepts = WORDS[word].accepts
    assert accepts is not None
    return accepts(*(Decimal(number) for number in numbers))


@pytest.mark.parametrize(("word", "numbers", "inside", "outside"), EDGES)
def test_edges(word: str, numbers: list[str], inside: list[Number], outside: list[Number]) -> None:
    allowed = accepted(word, numbers)
    assert [allowed.holds(Span(value, value)) for value in inside] == [True] * len(inside)
    assert [allowed.holds(Span(value, value)) for value in outside] == [False] * len(outside)


def test_every_word_that_says_which_values_are_true_is_tried() -> None:
    assert {word for word, *_ in EDGES} == {name for name, word in WORDS.items() if word.accepts is not None}


def test_an_exact_number_is_exact() -> None:
    assert exactly(Decimal(1000), "count") == Range(1000, 1000)
    assert exactly(Decimal(40), "percent") == rounded_to(Decimal(40), 0)
    assert exactly(Decimal("43.7"), "percent").holds(Span(Fraction("43.65"), Fraction("43.65"))) is True
    assert exactly(Decimal("43.7"), "percent").holds(Span(Fraction("43.75"), Fraction("43.75"))) is False
    assert exactly(Decimal("43.70"), "percent").holds(Span(Fraction("43.71"), Fraction("43.71"))) is False


def test_bounds_decide_where_they_can() -> None:
    over = Range(low=10, open_low=True)
    assert over.holds(Span(11, 12)) is True
    assert over.holds(Span(9, 10)) is False
    assert over.holds(Span(10, 11)) is None
    assert Range(5, 5).holds(Span(4, 6)) is None


@given(number=st.integers(-(10**6), 10**6), value=st.integers(-(10**6), 10**6))
def test_about_is_rounding_to_its_own_precision(number: int, value: int) -> None:
    digits = str(abs(number))
    place = 10 ** (len(digits) - len(digits.rstrip("0"))) if number else 1
    nearest = (abs(value) * 2 + place) // (2 * place) * place * (1 if value >= 0 else -1)
    assert about(Decimal(number)).holds(Span(value, value)) is (nearest == number)


@given(low=st.integers(-20, 20), width=st.integers(0, 20), ends=st.tuples(st.integers(-20, 20), st.integers(-20, 20)))
def test_bounds_agree_with_every_value_in_them(low: int, width: int, ends: tuple[int, int]) -> None:
    allowed = Range(min(ends), max(ends))
    values = [allowed.holds(Span(value, value)) for value in range(low, low + width + 1)]
    whole = allowed.holds(Span(low, low + width))
    if whole is not None:
        assert set(values) == {whole}


TOLERANCES = [
    ("about", ["3000"], "to the nearest 1,000"),
    ("about", ["12500"], "to the nearest 100"),
    ("about", ["1357"], ""),
    ("about", ["43.5"], "to the nearest 0.1"),
    ("close-to", ["1000"], "800 to 1,000"),
    ("almost", ["2"], "1.8 to 2"),
    ("almost", ["-10"], "-10 to -9"),
    ("couple-of", ["100"], "150 to 250"),
    ("couple-of", ["5"], "7.5 to 12.5"),
    ("narrow", [], "within 100 votes, and 2 % of papers"),
    ("one-in", ["7"], "13.3 to 15.4 %"),
    ("nearly-all", [], "90 % or more"),
    ("many", [], "half or more"),
    ("steady", [], "within 5 %"),
    ("rose-significantly", [], "by 10 % or more"),
    ("fell-significantly", [], "by 10 % or more"),
    ("much-less-than", [], "at most half of it"),
]


@pytest.mark.parametrize(("word", "numbers", "words"), TOLERANCES)
def test_what_a_word_allows_in_words(word: str, numbers: list[str], words: str) -> None:
    tolerance = WORDS[word].tolerance
    assert tolerance is not None
    assert tolerance(*(Decimal(number) for number in numbers)) == words


def test_every_word_that_allows_something_says_how_much() -> None:
    assert {word for word, *_ in TOLERANCES} == {name for name, word in WORDS.items() if word.tolerance is not None}


@pytest.mark.parametrize(
    ("number", "words"),
    [
        ("100", "a couple of hundred"),
        ("1000", "a couple of thousand"),
        ("1000000", "a couple of million"),
        ("50", "about twice 50"),
        ("45343", "about twice 45,343"),
        ("-100", "about twice -100"),
        ("1.5", "about twice 1.5"),
    ],
)
def test_a_couple_of(number: str, words: str) -> None:
    assert couple_of(Decimal(number), "") == words


def test_a_couple_of_percent() -> None:
    assert couple_of(Decimal(5), " %") == "about twice 5 %"
