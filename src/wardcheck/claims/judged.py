"""Claims -> the rows that the command prints."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import starmap
from typing import NamedTuple

from wardcheck.claims.called import called
from wardcheck.claims.commands import commands_of
from wardcheck.claims.elections import Elections
from wardcheck.claims.judge import Outcome, Step, outcomes
from wardcheck.claims.lines import Read, measured, reads_of
from wardcheck.claims.metrics import MEASURES
from wardcheck.claims.phrases import about_phrase, said_phrase
from wardcheck.claims.rows import ClaimRow, Working
from wardcheck.claims.statements import Claim, Relation
from wardcheck.claims.verdict import Verdict, verdict_of
from wardcheck.claims.why import why
from wardcheck.store import Store


class Judged(NamedTuple):
    """A claim with what became of it by each reading of its words; all that is printed of it comes from these."""

    claim: Claim
    outcomes: Sequence[Outcome]
    elections: Elections

    @property
    def row(self) -> ClaimRow:
        """The verdict."""
        counted = [outcome for outcome in self.outcomes if not outcome.beside]
        verdict = verdict_of(outcome.truth for outcome in counted)
        measures = dict.fromkeys(m for outcome in counted for step in outcome.steps for m in step.measures)
        families = list(dict.fromkeys(MEASURES[measure] for measure in measures))
        return ClaimRow(
            claim=self.claim.id,
            verdict=verdict,
            said=self._said,
            found=_found(counted, verdict),
            measure=", ".join(sorted(measures, key=lambda one: families.index(MEASURES[one]))) or None,
            by=self.claim.by,
            on=self.claim.on,
            source=self.claim.where,
            words=self.claim.words,
            why=called(why(self.reads), self.outcomes, self.elections),
            quote=" ".join((self.claim.quote or "").split()) or None,
        )

    @property
    def reads(self) -> list[Read]:
        """What was said and found, reading by reading and statement by statement."""
        reads = reads_of(self.outcomes)
        first, *more = reads
        if len(first.lines) == 1 and not first.name and self.claim.said is not None:
            (line,) = first.lines
            return [first._replace(lines=[line._replace(said=_in_both(self.claim.said, line.said))]), *more]
        return reads

    @property
    def has_relation(self) -> bool:
        """Whether a relation across wards is among the statements, which says nothing about individuals."""
        return any(isinstance(one, Relation) for one in self.claim.simple)

    @property
    def working(self) -> list[Working]:
        """A row for each statement by each measure, with the commands that print the figure."""
        rows: list[Working] = []
        before = 0  # statements are numbered through all readings
        for read in reads_of(self.outcomes):
            found = {
                self._working(step, before + n, read.name): None
                for outcome in read.outcomes
                for n, step in enumerate(outcome.steps, 1)
            }
            rows += sorted(found, key=lambda row: row.statement)
            before += len(read.lines)
        return rows

    @property
    def commands(self) -> list[str]:
        """The commands of the working, each once; where a table has all measures, one for them all."""
        found: dict[str, None] = {}
        for read in reads_of(self.outcomes):
            for steps in zip(*(outcome.steps for outcome in read.outcomes), strict=True):
                several = len({step.measure for step in steps}) > 1
                found |= {command: None for step in steps for command in commands_of(step, several, self.elections)}
        # a table by a measure has the seats and candidates of one by none
        return [one for one in found if not any(other.startswith(f"{one} --measure") for other in found)]

    @property
    def _said(self) -> str:
        """What is said of each figure, which is named where there are several."""
        reads, own = [read for read in self.reads if not read.beside], self.claim.said
        lines = [line for read in reads for line in read.lines]
        if len(lines) == 1:
            return lines[0].said
        parts = [
            (f"{read.name}: " if read.name else "") + "; ".join(f"{line.figure}: {line.said}" for line in read.lines)
            for read in reads
        ]
        return _in_both(own, " | ".join(parts)) if own is not None else " | ".join(parts)

    def _working(self, step: Step, number: int, reading: str) -> Working:
        return Working(
            claim=self.claim.id,
            statement=number,
            figure=about_phrase(step.statement),
            said=said_phrase(step.statement),
            measure=" with ".join(step.measures) or None,
            found=f"{step.judged.in_full}; {step.judged.note}" if step.judged.note else step.judged.in_full,
            verdict=verdict_of([step.judged.truth]),
            command=" && ".join(commands_of(step, False, self.elections)),
            reading=reading or None,
        )


def judged(claims: Iterable[Claim], store: Store) -> list[Judged]:
    """Each claim judged, in their order.

    A claim holds or fails if it does so by every reading and measure that its wording leaves open, and depends if it
    holds by one and fails by another. It is undecidable if a figure that would settle it is not in the store.
    Definitions: docs/methods/claims.md.

    Raises:
        DataError: an election that is asked for cannot be read.
    """
    elections = Elections(store)
    return [Judged(claim, outcomes(claim, elections), elections) for claim in claims]


def verdicts(claims: Iterable[Claim], store: Store) -> list[ClaimRow]:
    """A row for each claim, in their order. See ``judged``."""
    return [one.row for one in judged(claims, store)]


def working(claim: Claim, store: Store) -> list[Working]:
    """The figures of one claim: a row for each statement by each measure, and the commands that print the figure."""
    return judged([claim], store)[0].working


def _in_both(own: str, tested: str) -> str:
    """The words of the file with what was tested, which alone the verdict is of."""
    return own if own == tested else f"{own} ({tested})"


def _found(found: Sequence[Outcome], verdict: Verdict) -> str:
    """The figures by each reading and choice of measures; those with the same figures stand together.

    Where the verdict needs it, each has its own: of the choice, or of each figure where these differ.
    """
    marked = verdict in ("depends", "undecidable")
    groups: dict[str, dict[str, list[tuple[str, ...]]]] = {}
    for outcome in found:
        readings = groups.setdefault(_figures(outcome, marked), {})
        readings.setdefault(outcome.reading, []).append(tuple(outcome.measures.values()))
    if len(groups) == 1:
        apart = len({step.judged.truth for step in found[0].steps}) > 1
        return _figures(found[0], marked and apart)
    return " | ".join(f"{', '.join(starmap(_named, names.items()))}: {text}" for text, names in groups.items())


def _named(reading: str, choices: Sequence[tuple[str, ...]]) -> str:
    """``voters who switch (sum, top)``; of a claim with one reading the measures alone."""
    by = measured(choices, ", ".join)
    return f"{reading} ({by})" if reading and by else reading or by


def _figures(outcome: Outcome, marked: bool) -> str:
    """``2; 3``, or with the verdicts ``2 (holds); 3 (fails)``, or where these are the same ``2; 3: holds``."""
    if not marked:
        return "; ".join(step.judged.in_full for step in outcome.steps)
    if len({step.judged.truth for step in outcome.steps}) == 1:
        return f"{'; '.join(step.judged.in_full for step in outcome.steps)}: {verdict_of([outcome.truth])}"
    return "; ".join(f"{step.judged.in_full} ({verdict_of([step.judged.truth])})" for step in outcome.steps)
