"""Figures and statements in words."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from wardcheck.analysis.close import WITHIN
from wardcheck.claims.found import Number, Span
from wardcheck.claims.metrics import Metric
from wardcheck.claims.statements import EVERY_WARD, Among, Compare, Figure
from wardcheck.claims.words import WORDS

_YES_NO = ("no", "yes")


def figure_phrase(figure: Figure, *, place: bool = True, time: bool = True) -> str:
    """``lab change in votes in hale, barnet-2014 to barnet-2018``; without the place or the time if these are clear."""
    who = figure.candidate or figure.party
    words = f"{who} {figure.definition.noun}" if who is not None else figure.definition.noun
    if figure.against is not None:
        words += f" from {figure.against}"
    if figure.ward is not None and place:
        words += " in every ward" if figure.ward == EVERY_WARD else f" in {figure.ward}"
    if figure.seat != 1:
        words += f", seat {figure.seat}"
    if not time:
        return words
    since = f"{figure.before} to " if figure.before is not None else ""
    return f"{words}, {since}{figure.election}"


def said_phrase(compare: Compare, *, place: bool = True, time: bool = True) -> str:
    """``over 40,000``; another figure with or without its place and time."""
    word, unit = WORDS[compare.word], compare.figure.definition.unit
    if compare.answer is not None:
        return _YES_NO[compare.answer]
    if compare.among is not None:
        return word.phrase.format(compare.among.order, _among(compare.among, compare.figure))
    other = figure_phrase(compare.other, place=place, time=time) if compare.other is not None else ""
    if compare.ratio_word is not None:
        ratio = WORDS[compare.ratio_word].phrase.format(*(f"{n:,}" for n in compare.numbers))
        return word.phrase.format(ratio, other)
    if compare.other is not None:
        return word.phrase.format(other)
    return word.phrase.format(*(f"{n:,}{unit}" for n in compare.numbers))


def _among(among: Among, figure: Figure) -> str:
    where = ", ".join(among.elections) or figure.election
    councils = f" (councils {among.council_gss})" if among.council_gss else ""
    return f"the {among.kind} of {where}{councils}"


def found_phrase(found: Span, metric: Metric) -> str:
    """``2,793``; ``41.6 % to 44.2 %`` where only bounds are known; ``yes``."""
    if metric.kind == "yes_no":
        return _YES_NO[int(found.low)]
    sign = metric.kind in ("change", "change_pct", "points")
    low = number_phrase(found.low, sign=sign) + metric.unit
    return low if found.exact else f"{low} to {number_phrase(found.high, sign=sign)}{metric.unit}"


def number_phrase(value: Number, *, sign: bool = False) -> str:
    """A count plainly, with commas; a percentage to a tenth, or to two figures if it is smaller than one."""
    plus = "+" if sign else ""
    if isinstance(value, int):
        return f"{value:{plus if value else ''},}"
    return f"{float(value):{plus},.2f}" if abs(value) < 1 else f"{float(value):{plus},.1f}"


def ratio_phrase(ratio: Fraction) -> str:
    """``2.54 times``."""
    return f"{Decimal(round(float(ratio), 2)):.2f} times"


def command_for(figure: Figure, measure: str | None = None, found: Span | None = None) -> str:
    """A command that prints the figure, among others."""
    metric = figure.definition
    ward = f" --ward {figure.ward}" if figure.ward not in (None, EVERY_WARD) else ""
    before = f"{figure.before or figure.election} "
    by_measure = f" --measure {measure}" if metric.family == "votes" and measure is not None else ""
    match metric.command:
        case "ward":
            return f"wardcheck ward {figure.election} {figure.ward}"
        case "close":
            within = f" --within {found.high}" if found is not None and found.high > WITHIN else ""
            return f"wardcheck close {figure.election}{ward} --party {figure.party}{within}"
        case "control":
            return f"wardcheck control {figure.election} --party {figure.party}"
        case "change":
            by = " --by ward" if figure.ward is not None else ""
            return f"wardcheck change {before}{figure.election}{by}{ward}{by_measure}"
        case "swing":
            return (
                f"wardcheck swing {before}{figure.election} --between {figure.party},{figure.against}{ward}{by_measure}"
            )
        case "seats" if figure.ward is not None:
            return f"wardcheck change {before}{figure.election} --by ward{ward}"
        case "seats":
            since = f" --from {figure.before}" if figure.before is not None else ""
            return f"wardcheck seats {figure.election}{since}"
        case name:
            return f"wardcheck {name} {figure.election}{ward}"
