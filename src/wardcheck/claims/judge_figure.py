"""One word said of one figure: whether it is true, and what the figure is."""

from __future__ import annotations

from collections.abc import Mapping

from wardcheck.analysis.close import WITHIN
from wardcheck.claims.elections import Elections
from wardcheck.claims.found import Absent, Found, Span, Unknown
from wardcheck.claims.lookup import look_up, of_papers
from wardcheck.claims.metrics import Family
from wardcheck.claims.phrases import beside_phrase, between_phrase, figure_phrase, found_phrase
from wardcheck.claims.ranges import Range
from wardcheck.claims.ranking import rank
from wardcheck.claims.statements import Compare, Figure, Said
from wardcheck.claims.verdict import Judgement
from wardcheck.claims.words import NARROW, NARROW_PCT, OF_RATIO, WORDS, Kind, exactly

Measures = Mapping[Family, str]
"""One measure for each family of figures that a reading of a claim speaks of."""


def measure_of(compare: Compare, measures: Measures) -> str | None:
    """The measure that a figure is by: its own, or that of its family or of the one that it is set beside."""
    family = next((one.definition.family for one in compare.figures if one.definition.family is not None), None)
    return compare.figure.measure or (measures.get(family) if family is not None else None)


def judge_figure(compare: Compare, measures: Measures, elections: Elections) -> Judgement:
    """Whether the word is true of the figure, by one measure of each family."""
    figure, said, measure = compare.figure, compare.said, measure_of(compare, measures)
    found = _by(figure, measure, elections)
    if not isinstance(found, Span):
        return _without(found)
    if said.word == NARROW:
        return _narrow(compare, found, measures.get("closeness"), elections)
    if said.among is not None:
        return rank(figure, said.among, found, measure, elections)
    allowed = accepted(said, figure.definition.kind)
    if said.other is None:
        return Judgement(allowed.holds(found), found_phrase(found, figure.definition, allowed), found, found.note)
    if apart := _another_place(figure, said.other, elections):
        return Judgement(None, apart)
    other = _by(said.other, measure, elections)
    if not isinstance(other, Span):
        judged = _without(other)
        what = figure_phrase(said.other, place=figure.ward != said.other.ward)
        return judged._replace(found=f"{what}, is unknown: {judged.found}") if judged.truth is None else judged
    text = beside_phrase(found, figure.definition, other, said.other.definition)
    apart_by, as_printed = _apart(said, found, other), _apart(said, found.as_printed, other.as_printed)
    if apart_by is None:
        return Judgement(False, text, found, "the second figure is not above 0")
    truth = allowed.holds(apart_by)
    if truth is None and as_printed is not None and allowed.holds(as_printed) is not None:
        text = f"{text}, rounded in the source"
    times = between_phrase(apart_by, "", allowed, least=2)
    return Judgement(truth, text if said.times is None else f"{text} ({times} times)", found)


def _apart(said: Said, found: Span, other: Span) -> Span | None:
    """How many times another figure it is, or by how much it is more, as the word is about the one or the other."""
    return found.over(other) if said.word in OF_RATIO else found.minus(other)


def _narrow(compare: Compare, votes: Span, near: str | None, elections: Elections) -> Judgement:
    """Close, or not: as a number of votes, or in percent of papers."""
    if near == "in-papers":
        share = of_papers(elections, compare.figure, votes)
        if not isinstance(share, Span):
            return _without(share)
        true = Range(high=NARROW_PCT)
        text, note = f"{between_phrase(share, ' %', true)} of papers", share.note or votes.note
        truth = true.holds(share)
    else:
        text, note = found_phrase(votes, compare.figure.definition), votes.note
        truth = Range(high=WITHIN).holds(votes)
    return Judgement(truth if truth is None or compare.said.answer is not False else not truth, text, votes, note)


def _another_place(figure: Figure, other: Figure, elections: Elections) -> str:
    """Why figures of wards of two elections are not of one place, or nothing.

    Two wards of one election are another matter: nobody takes these for the same.
    """
    here, there = figure.ward, other.ward
    if here is None or there is None or figure.election == other.election or not elections.has(other.election):
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


def _by(figure: Figure, measure: str | None, elections: Elections) -> Found:
    return look_up(elections, figure, figure.measure or (measure if figure.definition.family is not None else None))


def _without(found: Unknown | Absent) -> Judgement:
    return Judgement(None if isinstance(found, Unknown) else False, found.reason)


def accepted(said: Said, kind: Kind, wards: int = 0) -> Range:
    """The values of which a word is true, of a figure of a kind or of how many ``wards`` out of so many.

    Beside another figure they are those of the difference, or of how many times the other it is.
    """
    if said.answer is not None:
        return Range(int(said.answer), int(said.answer))
    name = said.times or said.word
    if name == "is":
        return exactly(said.numbers[0], "percent" if said.times else kind)
    accepts = WORDS[name].accepts
    assert accepts is not None  # noqa: S101  the other words have another figure, which is judged elsewhere
    return accepts(wards) if WORDS[name].kinds == ("wards",) else accepts(*said.numbers)
