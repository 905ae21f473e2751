"""Figures and statements in words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from wardcheck.claims.form import EVERY
from wardcheck.claims.found import Number, Span
from wardcheck.claims.metrics import Metric
from wardcheck.claims.ranges import Range, couple_of
from wardcheck.claims.statements import EVERY_PLACE, Among, Compare, Figure, Relation, Said, Simple, Tally, Unknowable
from wardcheck.claims.words import NARROW, WORDS

_YES_NO = ("no", "yes")
_MOST_DECIMALS = 6
_GOES = {"negative": "lower where {} is higher", "positive": "higher where {} is higher", None: "went with {}"}


def figure_phrase(figure: Figure, *, place: bool = True, time: bool = True) -> str:
    """``lab change in votes in hale, barnet-2014 to barnet-2018``; without the place or the time if these are clear."""
    who = next((name for name in (figure.candidate, figure.party) if name not in (None, EVERY)), None)
    noun = figure.column or figure.definition.noun
    words = f"{who} {noun}" if who is not None else noun
    if figure.candidate == EVERY or figure.place == EVERY_PLACE:
        words += " of every candidate"
    elif figure.place is not None:
        words += f" of candidate {figure.place}"
    if figure.against is not None:
        words += f" from {figure.against}"
    if figure.ward is not None and place:
        words += " in every ward" if figure.ward == EVERY else f" in {figure.ward}"
    if figure.seat != 1:
        words += f", seat {figure.seat}"
    when = figure.election if figure.chosen is None else str(figure.chosen)
    if not time or not when:
        return words
    since = f"{figure.before} to " if figure.before is not None else ""
    return f"{words}, {since}{when}"


def about_phrase(statement: Simple, *, place: bool = True, time: bool = True) -> str:
    """What a statement is about."""
    match statement:
        case Compare():
            return figure_phrase(statement.figure, place=place, time=time)
        case Tally():
            each = statement.compare
            figure = replace(each.figure, ward=None) if each.figure.ward == EVERY else each.figure
            other = replace(each.said.other, ward=None) if each.said.other is not None else None
            said = said_phrase(Compare(each.figure, replace(each.said, other=other)), place=place, time=True)
            return f"wards in which {figure_phrase(figure, time=time)}: {said}"
        case Unknowable():
            return statement.kind
    return f"{statement.party} change in share of votes across wards"


def said_phrase(statement: Simple, *, place: bool = True, time: bool = True) -> str:
    """``over 40,000``, with what the words allow; another figure with or without its place and time."""
    match statement:
        case Unknowable():
            return statement.words
        case Relation():
            if statement.where_high is not None:
                return f"{statement.where_high} where {statement.with_} is high (above the median)"
            beyond = ", beyond these wards too" if statement.beyond else ""
            return _GOES[statement.sign].format(statement.with_) + beyond
        case Tally():
            return _with_tolerance(_with_numbers(statement.said.word, statement.said.numbers, ""), statement.said, "")
        case Compare():
            words = _said(statement, place=place, time=time)
            plain = statement.said.other is None and statement.said.word != "one-in"
            return _with_tolerance(words, statement.said, statement.figure.definition.unit if plain else "")


def _said(compare: Compare, *, place: bool, time: bool) -> str:
    said, phrase = compare.said, WORDS[compare.said.word].phrase
    if said.word == NARROW:
        return phrase.format("not " if said.answer is False else "")
    if said.answer is not None:
        return _YES_NO[said.answer]
    if said.among is not None:
        among = said.among
        first = f"the {among.order}" if among.within == 1 else f"among the {among.within} with the {among.order}"
        return phrase.format(first, _among(among, compare.figure))
    other = figure_phrase(said.other, place=place, time=time) if said.other is not None else ""
    if said.times is not None:
        return phrase.format(_with_numbers(said.times, said.numbers, ""), other)
    return phrase.format(other) if other else _with_numbers(said.word, said.numbers, compare.figure.definition.unit)


def _with_numbers(word: str, numbers: Sequence[Decimal], unit: str) -> str:
    if word == "couple-of":
        return couple_of(numbers[0], unit)
    unit = "" if word == "one-in" else unit
    return WORDS[word].phrase.format(*(f"{number:,}{unit}" for number in numbers))


def _with_tolerance(words: str, said: Said, unit: str) -> str:
    """The words with how much they allow in brackets; ``unit`` is that of their numbers."""
    tolerance = WORDS[said.times or said.word].tolerance
    allowed = tolerance(*said.numbers) if tolerance is not None else ""
    return f"{words} ({allowed}{unit if said.numbers else ''})" if allowed else words


def _among(among: Among, figure: Figure) -> str:
    if among.kind == "councils":
        return "the councils of the covariates"
    return f"the {among.kind} of {replace(among.chosen, patterns=among.chosen.patterns or (figure.election,))}"


def found_phrase(found: Span, metric: Metric, true: Range | None = None, *, least: int = 1) -> str:
    """``2,793``; ``between 41.6 % and 44.2 %`` where only bounds are known; ``yes``."""
    if metric.kind == "yes_no":
        return _YES_NO[int(found.low)]
    sign = metric.kind in ("change", "change_pct", "points")
    return between_phrase(found, metric.unit, true, sign=sign, least=least)


def beside_phrase(found: Span, metric: Metric, other: Span, its: Metric) -> str:
    """``43.7 % beside 41.2 %``, with as many decimals as tell the two apart."""
    for least in range(1, _MOST_DECIMALS + 1):
        one, two = found_phrase(found, metric, least=least), found_phrase(other, its, least=least)
        if one != two or found[:2] == other[:2]:
            break
    return f"{one} beside {two}"


def between_phrase(found: Span, unit: str, true: Range | None = None, *, sign: bool = False, least: int = 1) -> str:
    """A figure with its unit, or the two that it lies between.

    A count is written plainly, with commas; any other to ``least`` decimals, or to two if it is smaller than one, and
    to as many more as show on which side of what is ``true`` it lies.
    """
    low, high = (_number(end, true, sign=sign, least=least) + unit for end in (found.low, found.high))
    return low if found.exact else f"between {low} and {high}"


def _number(value: Number, true: Range | None, *, sign: bool, least: int) -> str:
    plus = "+" if sign else ""
    if isinstance(value, int):
        return f"{value:{plus if value else ''},}"
    for decimals in range(max(least, 2 if abs(value) < 1 else 1), _MOST_DECIMALS + 1):
        rounded = Fraction(f"{float(value):.{decimals}f}")
        if true is None or true.holds(Span(rounded, rounded)) == true.holds(Span(value, value)):
            break
    return f"{float(value):{plus},.{decimals}f}"
