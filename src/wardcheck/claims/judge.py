"""A claim and the store -> a verdict, with its working."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from fractions import Fraction
from itertools import product
from typing import NamedTuple

from wardcheck.claims.elections import Elections
from wardcheck.claims.found import Absent, Found, Span, Unknown
from wardcheck.claims.lookup import look_up, missing, with_before
from wardcheck.claims.metrics import FAMILIES, Family
from wardcheck.claims.phrases import figure_phrase, found_phrase, ratio_phrase
from wardcheck.claims.ranges import Range
from wardcheck.claims.ranking import rank
from wardcheck.claims.relation import CANNOT, related
from wardcheck.claims.statements import (
    EVERY_WARD,
    Claim,
    Compare,
    Figure,
    Missing,
    Reading,
    Relation,
    Several,
    Simple,
    Statement,
    Voters,
    simple,
)
from wardcheck.claims.verdict import Truth, every, some
from wardcheck.claims.words import MUCH_LESS, WORDS, exactly
from wardcheck.facts.party_votes import DEFAULT_MEASURE

Measures = Mapping[Family, str]
"""One measure for each family of figures that a reading of a claim speaks of."""


NOWHERE = "no declared result has it"
"""Why what is missing everywhere is never decided."""


class Step(NamedTuple):
    """What became of one statement by one choice of measures."""

    number: int
    statement: Simple
    measure: str | None
    truth: Truth
    found: str
    """The figure, or why there is none."""
    value: Span | None
    note: str = ""
    ahead: Sequence[Figure] = ()
    """Those that are level with the figure or ahead of it in its rank."""


class Outcome(NamedTuple):
    """What became of one reading of a claim by one choice of measures."""

    reading: str
    """The name of the reading; empty where a claim has no more than one."""
    beside: bool
    """Whether it is shown and does not count."""
    measures: Measures
    truth: Truth
    steps: Sequence[Step]


def outcomes(claim: Claim, elections: Elections) -> list[Outcome]:
    """The claim judged by each reading of its words, and each of these by every measure that the words leave open.

    At one time all figures of a family are by one measure, but for statements that name their own.
    """
    return [
        _outcome(claim, reading, measures, elections)
        for reading in claim.readings
        for measures in _choices(reading.statement, claim.measures)
    ]


def _choices(statement: Statement, implied: Measures) -> list[Measures]:
    families = sorted({f for part in simple(statement) if (f := _open_family(part))})
    choices = [(implied[family],) if family in implied else FAMILIES[family] for family in families]
    return [dict(zip(families, chosen, strict=True)) for chosen in product(*choices)]


def _open_family(statement: Simple) -> Family | None:
    if isinstance(statement, Compare):
        figures = [statement.figure] if statement.other is None else [statement.figure, statement.other]
        families = [f.definition.family for f in figures if f.measure is None]
        return next((family for family in families if family is not None), None)
    return "votes" if isinstance(statement, Relation) and statement.sign is not None else None


def _outcome(claim: Claim, reading: Reading, measures: Measures, elections: Elections) -> Outcome:
    steps: list[Step] = []
    truth = _judge(reading.statement, {**claim.measures, **measures}, elections, steps)
    return Outcome(reading.name, reading.beside, measures, truth, steps)


def _judge(statement: Statement, measures: Measures, elections: Elections, steps: list[Step]) -> Truth:
    if isinstance(statement, Several):
        truths = [_judge(part, measures, elections, steps) for part in statement.parts]
        return every(truths) if statement.how == "all" else some(truths)
    steps.append(_step(statement, measures, elections, len(steps) + 1))
    return steps[-1].truth


# -- one statement -------------------------------------------------------------------------------------------


class _Judged(NamedTuple):
    truth: Truth
    found: str
    value: Span | None = None
    note: str = ""
    ahead: Sequence[Figure] = ()


def _step(statement: Simple, measures: Measures, elections: Elections, number: int) -> Step:
    if isinstance(statement, Voters):
        return Step(number, statement, None, None, CANNOT, None)
    if isinstance(statement, Missing):
        return Step(number, statement, None, None, NOWHERE, None)
    if isinstance(statement, Relation):
        measure = measures.get("votes", DEFAULT_MEASURE) if statement.measurable else None
        truth, found = related(statement, measure, elections)
        return Step(number, statement, measure, truth, found, None)
    return _compare(statement, measures, elections, number)


def _compare(compare: Compare, measures: Measures, elections: Elections, number: int) -> Step:
    family = _family(compare)
    measure = compare.figure.measure or (measures.get(family) if family is not None else None)
    compare = _resolved(compare, elections)
    if compare.figure.ward == EVERY_WARD:
        judged = _in_every_ward(compare, measure, elections)
    else:
        judged = _one(compare, measure, elections)
    return Step(number, compare, measure, *judged)


def _family(compare: Compare) -> Family | None:
    return compare.figure.definition.family or (compare.other.definition.family if compare.other else None)


def _resolved(compare: Compare, elections: Elections) -> Compare:
    other = with_before(elections, compare.other) if compare.other is not None else None
    return replace(compare, figure=with_before(elections, compare.figure), other=other)


def _in_every_ward(compare: Compare, measure: str | None, elections: Elections) -> _Judged:
    figure = compare.figure
    if figure.election not in elections.store.slugs:
        return _Judged(None, missing(elections, figure.election))
    names = [ward.slug for ward in elections.wards(figure.election)]
    found = {name: _one(_of_ward(compare, name, elections), measure, elections) for name in names}
    truth = every(judged.truth for judged in found.values())
    against = [f"{name} {judged.found}" for name, judged in found.items() if judged.truth is truth]
    if truth is True and (gap := elections.lacking(figure.election)):
        return _Judged(None, f"in all {len(names)} wards that are in the store, but {gap}")
    if truth is True:
        return _Judged(True, f"in all {len(names)} wards")
    what = "not in" if truth is False else "not known in"
    return _Judged(truth, f"{what} {len(against)} of {len(names)} wards: {', '.join(against)}")


def _of_ward(compare: Compare, ward: str, elections: Elections) -> Compare:
    """What is said of every ward, said of one; the other figure is of the same place, whatever its name was."""
    figure, other = replace(compare.figure, ward=ward), compare.other
    if other is None or other.ward != EVERY_WARD:
        return replace(compare, figure=figure)
    known = other.election in elections.store.slugs
    there = elections.counterpart(ward, figure.election, other.election) if known else None
    return replace(compare, figure=figure, other=replace(other, ward=there or ward))


def _another_place(figure: Figure, other: Figure, elections: Elections) -> str:
    """Why figures of wards of two elections are not of one place, or nothing.

    Two wards of one election are another matter: nobody takes these for the same.
    """
    here, there = figure.ward, other.ward
    slugs = elections.store.slugs
    if here is None or there is None or figure.election == other.election or other.election not in slugs:
        return ""
    if all(ward.slug != there for ward in elections.wards(other.election)):
        return ""
    same = elections.counterpart(here, figure.election, other.election)
    if same == there:
        return ""
    as_ = f"as in {other.election}" if here == there else f"as {there} of {other.election}"
    codes = [elections.ward(f.election, f.ward or "").gss or "none" for f in (figure, other)]
    why = f"its counterpart there is {same}" if same is not None else f"GSS codes {codes[0]} and {codes[1]}"
    return f"{here} of {figure.election} is not the same ward {as_}: {why}"


def _one(compare: Compare, measure: str | None, elections: Elections) -> _Judged:
    found = _by(compare.figure, measure, elections)
    if not isinstance(found, Span):
        return _without(found)
    text = found_phrase(found, compare.figure.definition)
    if compare.among is not None:
        truth, note, ahead = rank(compare.figure, compare.among, found, measure, elections)
        return _Judged(truth, f"{text} ({note})" if note else text, found, "", ahead)
    if compare.other is None:
        return _Judged(_accepted(compare).holds(found), text, found, found.note)
    apart = _another_place(compare.figure, compare.other, elections)
    if apart:
        return _Judged(None, apart)
    other = _by(compare.other, measure, elections)
    if not isinstance(other, Span):
        judged = _without(other)
        what = figure_phrase(compare.other, place=compare.figure.ward != compare.other.ward)
        return judged._replace(found=f"{what}, is unknown: {judged.found}") if judged.truth is None else judged
    text = f"{text} beside {found_phrase(other, compare.other.definition)}"
    if compare.word == "times":
        ratio = _ratio(found, other)
        if ratio is None:
            return _Judged(False, text, found, "the second figure is not above 0")
        return _Judged(_accepted(compare).holds(ratio), f"{text} ({ratio_phrase(Fraction(ratio.low))})", found)
    return _Judged(_beside(compare.word, found, other), text, found)


def _by(figure: Figure, measure: str | None, elections: Elections) -> Found:
    return look_up(elections, figure, figure.measure or (measure if figure.definition.family is not None else None))


def _without(found: Unknown | Absent) -> _Judged:
    return _Judged(None if isinstance(found, Unknown) else False, found.reason)


def _accepted(compare: Compare) -> Range:
    if compare.answer is not None:
        return Range(int(compare.answer), int(compare.answer))
    name = compare.ratio_word or compare.word
    if name == "is":
        return exactly(compare.numbers[0], "percent" if compare.ratio_word else compare.figure.definition.kind)
    accepts = WORDS[name].accepts
    assert accepts is not None  # noqa: S101  the other words have another figure, which is judged elsewhere
    return accepts(*compare.numbers)


def _ratio(found: Span, other: Span) -> Span | None:
    """How many times ``other`` the figure is."""
    if other.low <= 0:
        return None
    ends = [Fraction(a) / Fraction(b) for a in (found.low, found.high) for b in (other.low, other.high)]
    return Span(min(ends), max(ends))


def _beside(word: str, found: Span, other: Span) -> Truth:
    if word == "much-less-than":
        if other.low <= 0:
            return False
        ratio = _ratio(found, other)
        return ratio is not None and Range(high=MUCH_LESS).holds(ratio)
    if word == "same-as":
        if found.exact and other.exact:
            return found.low == other.low
        return None if found.low <= other.high and other.low <= found.high else False
    more, less = (found, other) if word == "more-than" else (other, found)
    return True if more.low > less.high else False if more.high <= less.low else None
