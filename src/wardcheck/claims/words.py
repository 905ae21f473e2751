"""What the words of a claim allow: one table, from which the reader, the judge, the schema and the docs are made."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Literal, NamedTuple

from wardcheck.analysis.close import WITHIN
from wardcheck.claims.ranges import Range, about, between_times, exponent, from_to, nearest_place, part_of, rounded_to

Kind = Literal["count", "votes", "percent", "change", "change_pct", "points", "yes_no", "wards"]
"""What sort of value a figure is; it decides which words can be said of it."""

_NUMBERS: tuple[Kind, ...] = ("count", "votes", "percent", "change", "change_pct", "points")
_CHANGES: tuple[Kind, ...] = ("change", "change_pct", "points")
_COUNTED: tuple[Kind, ...] = (*_NUMBERS, "wards")
_EVERY: tuple[Kind, ...] = (*_COUNTED, "yes_no")

ALMOST = Fraction(9, 10)
"""``almost N`` reaches from this part of N up to N."""
CLOSE_TO = Fraction(8, 10)
"""``close to N`` reaches from this part of N up to N."""
COUPLE = (Fraction(15, 10), Fraction(25, 10))
"""``a couple of N`` reaches from the one to the other number of times N."""
MUCH_LESS = Fraction(1, 2)
"""``much less than`` another figure is at most this part of it."""
STEADY_PCT = 5
"""``about the same`` is a change of at most so many percent, either way."""
NARROW = "narrow"
"""The word of closeness, which has two measures."""
NARROW_PCT = 2
"""A close result is at most so many percent of papers, beside at most so many votes."""
HALF = Decimal("0.5")
SIGNIFICANT_PCT = 10
"""A significant rise or fall is at least so many percent."""


class Word(NamedTuple):
    """One word that a statement may use of a figure."""

    argument: Literal["number", "pair", "number or yes", "yes", "yes or no", "figure", "ratio", "rank"]
    kinds: tuple[Kind, ...]
    phrase: str
    """How a row says it, with ``{}`` for the argument."""
    meaning: str
    """When a statement with it is true."""
    accepts: Callable[..., Range] | None = None
    """The true values, of the argument as written; of a word that needs another figure, those of the difference."""
    tolerance: Callable[..., str] | None = None
    """How much the word allows, in words, of the argument as written; none where the phrase says it all."""
    takes: tuple[Callable[[Decimal], bool], str] = (lambda _: True, "")
    """Of which numbers it makes sense, and what a message says was expected of another."""


def exactly(number: Decimal, kind: Kind) -> Range:
    """A count is itself. A percentage is meant to the decimals that are written."""
    if kind in ("percent", "change_pct", "points"):
        return rounded_to(number, min(exponent(number), 0))
    value = Fraction(number)
    return Range(value, value)


_PART_OF = (bool, "a number other than 0")
"""What words take that allow from one part or multiple of a number to another."""


def _within(phrase: str, meaning: str, accepts: Callable[[Decimal], Range]) -> Word:
    """A word of numbers whose tolerance is where its values begin and end."""
    return Word("number", _COUNTED, phrase, meaning, accepts, lambda n: from_to(accepts(n)), _PART_OF)


WORDS: Mapping[str, Word] = {
    "is": Word("number or yes", _EVERY, "{}",
        "The figure is N; a percentage is N to the decimals written. `true` or `false` for a question of yes or no."),
    "about": Word("number", _COUNTED, "about {}",
        "The figure rounds to N at its own precision: 3000 is 2500 to 3500, 50 % is 45 to 55, 43.7 % 43.65 to 43.75.",
        about, nearest_place),
    "over": Word("number", _COUNTED, "over {}",
        "The figure is more than N.", lambda n: Range(Fraction(n), open_low=True)),
    "under": Word("number", _COUNTED, "under {}",
        "The figure is less than N.", lambda n: Range(high=Fraction(n), open_high=True)),
    "at-least": Word("number", _COUNTED, "at least {}", "The figure is N or more.", lambda n: Range(low=Fraction(n))),
    "at-most": Word("number", _COUNTED, "at most {}",
        "The figure is N or less (“within N”).", lambda n: Range(high=Fraction(n))),
    "close-to": _within("close to {}", "The figure is from 80 % of N up to N.", lambda n: part_of(n, CLOSE_TO)),
    "almost": _within("almost {}",
        "The figure is from 90 % of N up to N; almost double is 1.8 to 2 times.", lambda n: part_of(n, ALMOST)),
    "couple-of": _within("{}",
        "The figure is from 1.5 to 2.5 times N: a couple of hundred is 150 to 250.",
        lambda n: between_times(n, COUPLE)),
    "between": Word("pair", _COUNTED, "between {} and {}",
        "The figure is from the first to the second number, both included.",
        lambda low, high: Range(Fraction(low), Fraction(high))),
    NARROW: Word("yes or no", ("votes",), "{}close",
        f"The figure is at most {WITHIN} votes, and at most {NARROW_PCT} % of papers: two measures of closeness. "
        "`false` for what is said not to be close.",
        lambda: Range(high=WITHIN), lambda: f"within {WITHIN} votes, and {NARROW_PCT} % of papers"),
    "one-in": Word("number", ("percent",), "one in {}",
        "The figure is nearer to one in N than to one in any other number: one in three is 28.6 to 40 %.",
        lambda n: Range(100 / (Fraction(n) + Fraction(1, 2)), 100 / (Fraction(n) - Fraction(1, 2))),
        lambda n: f"{float(100 / (n + HALF)):.1f} to {float(100 / (n - HALF)):.1f} %",
        (lambda n: n >= 1, "1 or more")),
    "nearly-all": Word("yes", ("wards",), "nearly all", "It is so in 90 % of the wards or more.",
        lambda wards: Range(low=ALMOST * Fraction(wards)), lambda: "90 % or more"),
    "many": Word("yes", ("wards",), "many", "It is so in half of the wards or more.",
        lambda wards: Range(low=Fraction(wards) / 2), lambda: "half or more"),
    "rose": Word("yes", _CHANGES, "rose", "The change is more than 0.", lambda: Range(0, open_low=True)),
    "fell": Word("yes", _CHANGES, "fell", "The change is less than 0.", lambda: Range(high=0, open_high=True)),
    "rose-significantly": Word("yes", ("change_pct",), "rose significantly",
        f"It rose by {SIGNIFICANT_PCT} % or more of what it was.",
        lambda: Range(low=SIGNIFICANT_PCT), lambda: f"by {SIGNIFICANT_PCT} % or more"),
    "fell-significantly": Word("yes", ("change_pct",), "fell significantly",
        f"It fell by {SIGNIFICANT_PCT} % or more of what it was.",
        lambda: Range(high=-SIGNIFICANT_PCT), lambda: f"by {SIGNIFICANT_PCT} % or more"),
    "steady": Word("yes", ("change_pct",), "about the same",
        f"It rose or fell by at most {STEADY_PCT} % of what it was.",
        lambda: Range(-STEADY_PCT, STEADY_PCT), lambda: f"within {STEADY_PCT} %"),
    "more-than": Word("figure", _NUMBERS, "more than {}", "The figure is more than the other figure.",
        lambda: Range(0, open_low=True)),
    "less-than": Word("figure", _NUMBERS, "less than {}", "The figure is less than the other figure.",
        lambda: Range(high=0, open_high=True)),
    "same-as": Word("figure", _NUMBERS, "the same as {}", "The two figures are the same.",
        lambda: Range(0, 0)),
    "much-less-than": Word("figure", _NUMBERS, "much less than {}",
        "The figure is at most half of the other figure, which is above 0.",
        lambda: Range(high=MUCH_LESS), lambda: "at most half of it"),
    "times": Word("ratio", _NUMBERS, "{} times {}",
        "The figure divided by the figure `of`, which must be above 0, is as another word of numbers says."),
    "first": Word("rank", _NUMBERS, "{} of {}",
        "No other is level with it or ahead of it among the `wards` (of the elections named), the `parties` or, of a "
        "covariate, the `councils`; with `within: N` fewer than N others are."),
}  # fmt: skip
"""Every word with its tolerance. A statement has one of them."""

OF_RATIO = ("much-less-than", "times")
"""The words that are true of how many times another figure it is, and not of the difference."""

RATIO = ("is", *(name for name, word in WORDS.items() if word.argument in ("number", "pair")))
"""The words that can be said of how many times another figure one is."""
