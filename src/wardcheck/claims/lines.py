"""A claim reading by reading and statement by statement: what was said, and what was found by each measure."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import groupby
from math import prod
from typing import NamedTuple

from wardcheck.claims.judge import Outcome, Step
from wardcheck.claims.phrases import about_phrase, said_phrase
from wardcheck.claims.statements import figures_of
from wardcheck.claims.verdict import Truth, Verdict, verdict_of
from wardcheck.words import listed

_OF_NUMBERS = "+-0123456789"
"""What the found begins with if it is a figure and no clause."""


class Line(NamedTuple):
    """One statement, whatever the measures: ``verdict`` is ``depends`` where it is true by some of them alone."""

    verdict: Verdict
    figure: str
    said: str
    found: str
    known: bool
    """Whether there is a figure, if only within bounds, or a reason alone."""


class Read(NamedTuple):
    """One reading of a claim, whatever the measures."""

    name: str
    """Empty where the claim has no more than one."""
    beside: bool
    """Whether it is shown beside what was said and does not count."""
    verdict: Verdict
    outcomes: Sequence[Outcome]
    lines: Sequence[Line]


def measured(choices: Iterable[tuple[str, ...]], join: Callable[[Sequence[str]], str] = listed) -> str:
    """The measures of several choices: ``sum and top``, and ``in-votes with seat and party`` where one goes with each.

    Nothing where no choice has any.
    """
    apart = list(dict.fromkeys(choices))
    of_family = [list(dict.fromkeys(measures)) for measures in zip(*apart, strict=False)]
    if len(apart) in (0, prod(map(len, of_family))):
        return " with ".join(map(join, of_family))
    return join([" with ".join(choice) for choice in apart])


def reads_of(outcomes: Sequence[Outcome]) -> list[Read]:
    """Each reading of a claim, in the order of the file."""
    groups = [list(group) for _, group in groupby(outcomes, lambda outcome: outcome.reading)]
    return [
        Read(group[0].reading, group[0].beside, verdict_of(outcome.truth for outcome in group), group, lines_of(group))
        for group in groups
    ]


def lines_of(outcomes: Sequence[Outcome]) -> list[Line]:
    """A line for each statement of a reading; of several, each is named by as much as tells it from the others."""
    columns = list(zip(*(outcome.steps for outcome in outcomes), strict=True))
    figures = [figure for steps in columns for figure in figures_of(steps[0].statement)]
    place = len(columns) == 1 or len({figure.ward for figure in figures}) > 1
    time = len(columns) == 1 or len({(figure.election, figure.chosen) for figure in figures}) > 1
    return [_line(column, place=place, time=time) for column in columns]


def _line(steps: Sequence[Step], *, place: bool, time: bool) -> Line:
    statement = steps[0].statement
    return Line(
        verdict=verdict_of(step.judged.truth for step in steps),
        figure=about_phrase(statement, place=place, time=time),
        said=said_phrase(statement, place=place, time=time),
        found=_found(steps),
        known=any(step.judged.value is not None for step in steps),
    )


def _found(steps: Sequence[Step]) -> str:
    """``by sum 9,572 (fails), by top 3,308 (holds)``; measures with the same figure stand together."""
    groups: dict[tuple[str, bool, Truth, str], list[tuple[str, ...]]] = {}
    for step in steps:
        found, known = step.judged.in_short, step.judged.value is not None
        groups.setdefault((found, known, step.judged.truth, step.judged.note), []).append(step.measures)
    several = len({step.judged.truth for step in steps}) > 1
    parts = []
    for (found, known, truth, note), choices in groups.items():
        colon = "" if known and found[0] in _OF_NUMBERS else ":"
        measures = measured(choices)
        by = f"by {measures}{colon} " if measures else ""
        remarks = "; ".join(words for words in (verdict_of([truth]) if several else "", note) if words)
        parts.append(f"{by}{found} ({remarks})" if remarks else f"{by}{found}")
    return ", ".join(parts)
