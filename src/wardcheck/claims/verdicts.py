"""Claims -> the rows that the command prints."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from wardcheck.claims.commands import Command, together
from wardcheck.claims.elections import Elections
from wardcheck.claims.judge import Outcome, Step, outcomes
from wardcheck.claims.lines import Line, lines_of, verdict_of
from wardcheck.claims.phrases import about_phrase, said_phrase
from wardcheck.claims.printed_by import commands_of
from wardcheck.claims.rows import ClaimRow, Verdict, Working
from wardcheck.claims.statements import Claim, Relation, simple, spoken_of
from wardcheck.claims.why import readings, why
from wardcheck.store import Store


class Judged(NamedTuple):
    """A claim with what became of it by each reading of its words; all that is printed of it comes from these."""

    claim: Claim
    outcomes: Sequence[Outcome]
    elections: Elections

    @property
    def row(self) -> ClaimRow:
        """The verdict."""
        return _row(self.claim, self.outcomes, self.lines)

    @property
    def lines(self) -> list[Line]:
        """What was said and found, statement by statement."""
        lines = lines_of(self.outcomes)
        if len(lines) > 1 or self.claim.said is None:
            return lines
        return [lines[0]._replace(said=_in_both(self.claim.said, lines[0].said))]

    @property
    def has_relation(self) -> bool:
        """Whether a relation across wards is among the statements, which says nothing about individuals."""
        return any(isinstance(one, Relation) for one in simple(self.claim.statement))

    @property
    def readings(self) -> str:
        """By which measures it is true and by which false, if that is not the same."""
        return readings(self.outcomes)

    @property
    def working(self) -> list[Working]:
        """A row for each statement by each measure, with the commands that print the figure."""
        rows = {self._working(step): None for outcome in self.outcomes for step in outcome.steps}
        return sorted(rows, key=lambda row: row.statement)

    @property
    def commands(self) -> list[str]:
        """The commands of the working, each once, one for all measures where it can be."""
        columns = zip(*(outcome.steps for outcome in self.outcomes), strict=True)
        return [str(one) for one in together(c for steps in columns for step in steps for c in self._commands(step))]

    def _commands(self, step: Step) -> list[Command]:
        return commands_of(step, spoken_of(self.claim.statement) & set(self.elections.store.slugs), self.elections)

    def _working(self, step: Step) -> Working:
        return Working(
            claim=self.claim.id,
            statement=step.number,
            figure=about_phrase(step.statement),
            said=said_phrase(step.statement),
            measure=step.measure,
            found=f"{step.found}; {step.note}" if step.note else step.found,
            verdict=verdict_of([step.truth]),
            command=" && ".join(map(str, self._commands(step))),
        )


def judged(claims: Iterable[Claim], store: Store) -> list[Judged]:
    """Each claim judged, in their order.

    A claim holds or fails if it does so by every measure that its wording leaves open, and depends if it holds by one
    and fails by another. It is undecidable if a figure that would settle it is not in the store. Definitions:
    docs/methods/claims.md.

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


def _row(claim: Claim, found: Sequence[Outcome], lines: Sequence[Line]) -> ClaimRow:
    verdict = verdict_of(outcome.truth for outcome in found)
    measures = list(dict.fromkeys(m for o in found for s in o.steps if (m := s.measure) is not None))
    return ClaimRow(
        claim=claim.id,
        verdict=verdict,
        said=_in_both(claim.said, _said(lines)) if claim.said and len(lines) > 1 else _said(lines),
        found=_found(found, verdict),
        measure=", ".join(measures) or None,
        by=claim.by,
        on=claim.on,
        source=claim.where,
        words=claim.words,
        why=why(verdict, found, lines),
    )


def _said(lines: Sequence[Line]) -> str:
    """What is said of each figure, which is named where there are several."""
    return lines[0].said if len(lines) == 1 else "; ".join(f"{line.figure}: {line.said}" for line in lines)


def _in_both(own: str, tested: str) -> str:
    """The words of the file with what was tested, which alone the verdict is of."""
    return own if own == tested else f"{own} ({tested})"


def _found(found: Sequence[Outcome], verdict: Verdict) -> str:
    """The figures of each reading; readings with the same figures stand together.

    Where the verdict needs it, each has its own: of the reading, or of each figure where these differ.
    """
    marked = verdict in ("depends", "undecidable")
    groups: dict[str, list[str]] = {}
    for outcome in found:
        groups.setdefault(_figures(outcome, marked), []).append(", ".join(outcome.reading.values()))
    if len(groups) == 1:
        apart = len({step.truth for step in found[0].steps}) > 1
        return _figures(found[0], marked and apart)
    return " | ".join(f"{', '.join(names)}: {text}" for text, names in groups.items())


def _figures(outcome: Outcome, marked: bool) -> str:
    """``2; 3``, or with the verdicts ``2 (holds); 3 (fails)``, or where these are the same ``2; 3: holds``."""
    if not marked:
        return "; ".join(step.found for step in outcome.steps)
    if len({step.truth for step in outcome.steps}) == 1:
        return f"{'; '.join(step.found for step in outcome.steps)}: {verdict_of([outcome.truth])}"
    return "; ".join(f"{step.found} ({verdict_of([step.truth])})" for step in outcome.steps)
