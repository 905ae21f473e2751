"""A claim and the store -> a verdict, with its working."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import product
from typing import NamedTuple

from wardcheck.claims.elections import Elections
from wardcheck.claims.form import EVERY
from wardcheck.claims.found import Span
from wardcheck.claims.judge_figure import Measures, accepted, judge_figure, measure_of
from wardcheck.claims.lookup import instances, with_before
from wardcheck.claims.metrics import FAMILIES, Family
from wardcheck.claims.relation import CANNOT, related
from wardcheck.claims.statements import (
    Claim,
    Compare,
    Figure,
    Relation,
    Several,
    Simple,
    Statement,
    Tally,
    Unknowable,
    figures_of,
    simple,
)
from wardcheck.claims.verdict import Judgement, Truth, every, some
from wardcheck.claims.words import NARROW
from wardcheck.facts.party_votes import DEFAULT_MEASURE

_WHY = {"voters": CANNOT, "missing": "no declared result has it"}


class Step(NamedTuple):
    """One statement judged by one choice of measures."""

    statement: Simple
    measure: str | None
    """That of its figure."""
    judged: Judgement
    closeness: str | None = None
    """How closeness is measured, where that is what is said of the figure."""

    @property
    def measures(self) -> tuple[str, ...]:
        """All measures that it is judged by."""
        return tuple(one for one in (self.closeness, self.measure) if one is not None)


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
    found = []
    for reading in claim.readings:
        for measures in _choices(reading.statement, claim.measures):
            steps: list[Step] = []
            truth = _judge(reading.statement, {**claim.measures, **measures}, elections, steps)
            found.append(Outcome(reading.name, reading.beside, measures, truth, steps))
    return found


def _choices(statement: Statement, implied: Measures) -> list[Measures]:
    families = sorted({family for part in simple(statement) for family in _open_families(part)})
    choices = [(implied[family],) if family in implied else tuple(FAMILIES[family]) for family in families]
    return [dict(zip(families, chosen, strict=True)) for chosen in product(*choices)]


def _open_families(statement: Simple) -> Iterator[Family]:
    if isinstance(statement, Relation) and statement.of_wards:
        yield "votes"
    for figure in figures_of(statement):
        if figure.measure is None and figure.definition.family is not None:
            yield figure.definition.family
    if isinstance(statement, Compare | Tally) and statement.compare.said.word == NARROW:
        yield "closeness"


def _judge(statement: Statement, measures: Measures, elections: Elections, steps: list[Step]) -> Truth:
    if isinstance(statement, Several):
        truths = [_judge(part, measures, elections, steps) for part in statement.parts]
        return every(truths) if statement.how == "all" else some(truths)
    steps.append(_step(statement, measures, elections))
    return steps[-1].judged.truth


def _step(statement: Simple, measures: Measures, elections: Elections) -> Step:
    match statement:
        case Unknowable():
            return Step(statement, None, Judgement(None, _WHY[statement.kind]))
        case Relation():
            known = elections.has(statement.election)
            before = statement.before or (elections.baseline(statement.election) if known else None)
            relation = replace(statement, before=before)
            measure = measures.get("votes", DEFAULT_MEASURE) if relation.measurable else None
            return Step(relation, measure, related(relation, measure, elections))
        case Compare() | Tally():
            compare = _resolved(statement.compare, elections)
            closeness = measures.get("closeness") if compare.said.word == NARROW else None
            if compare.figure.of_every:
                judged = _of_several(statement, compare, measures, elections)
            else:
                judged = judge_figure(compare, measures, elections)
            resolved = replace(statement, compare=compare) if isinstance(statement, Tally) else compare
            return Step(resolved, measure_of(compare, measures), judged, closeness)


def _resolved(compare: Compare, elections: Elections) -> Compare:
    figure, *others = (with_before(elections, one) for one in compare.figures)
    return Compare(figure, replace(compare.said, other=next(iter(others), None)))


# -- what is said of each of several -------------------------------------------------------------------------


def _of_several(statement: Compare | Tally, compare: Compare, measures: Measures, elections: Elections) -> Judgement:
    """Whether something is true of every ward or candidate, or of how many wards."""
    election = compare.figure.election
    if not elections.has(election):
        return Judgement(None, elections.missing(election))
    found = {
        name: judge_figure(_of_ward(compare, figure, elections), measures, elections)
        for name, figure in instances(elections, compare.figure)
    }
    gap = elections.lacking(election)
    return _counted(statement, found, gap) if isinstance(statement, Tally) else _in_each(compare, found, gap)


def _of_ward(compare: Compare, figure: Figure, elections: Elections) -> Compare:
    """What is said of every ward, said of one; the other figure is of the same place, whatever its name was."""
    other = compare.said.other
    if other is None or other.ward != EVERY:
        return replace(compare, figure=figure)
    known = elections.has(other.election)
    there = elections.counterpart(figure.ward or "", figure.election, other.election) if known else None
    return Compare(figure, replace(compare.said, other=replace(other, ward=there or figure.ward)))


def _in_each(compare: Compare, found: Mapping[str, Judgement], gap: str) -> Judgement:
    what = "wards" if (compare.figure.candidate, compare.figure.place) == (None, None) else "candidates"
    if not found:
        return Judgement(None, f"there are none of these {what}")
    truth = every(judged.truth for judged in found.values())
    against = [_with_name(name, judged) for name, judged in found.items() if judged.truth is truth]
    of = "in" if what == "wards" else "of"
    if truth is True and gap:
        return Judgement(None, f"so {of} all {len(found)} {what} that are in the store, but {gap}")
    if truth is True:
        return Judgement(True, f"so {of} all {len(found)} {what}")
    how = "not so" if truth is False else "not known"
    return Judgement(truth, f"{how} {of} {len(against)} of {len(found)} {what}", which=against)


def _with_name(name: str, judged: Judgement) -> str:
    """``hale 652``; a reason why there is no figure in brackets."""
    return f"{name} {judged.found}" if judged.value is not None else f"{name} ({judged.found})"


def _counted(tally: Tally, found: Mapping[str, Judgement], gap: str) -> Judgement:
    """In how many wards it is true; where that cannot be told of some, within bounds."""
    if gap:
        return Judgement(None, gap)
    true = [name for name, judged in found.items() if judged.truth is True]
    open_ = [_with_name(name, judged) for name, judged in found.items() if judged.truth is None]
    span = Span(len(true), len(true) + len(open_))
    text = f"{span.low}" if span.exact else f"between {span.low} and {span.high}"
    names = true if len(true) <= len(found) / 2 else ()
    note = f"not known of {len(open_)}, the first {open_[0]}" if open_ else ""
    allowed = accepted(tally.said, "wards", len(found))
    return Judgement(allowed.holds(span), f"{text} of {len(found)} wards", span, note, which=names)
