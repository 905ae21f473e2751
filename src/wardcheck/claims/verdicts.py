"""Claims -> the rows that the command prints."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from wardcheck.claims.elections import Elections
from wardcheck.claims.judge import Outcome, Step, Truth, outcomes
from wardcheck.claims.phrases import command_for, figure_phrase, said_phrase
from wardcheck.claims.relation import CANNOT, relation_command
from wardcheck.claims.rows import ClaimRow, Verdict, Working
from wardcheck.claims.statements import Claim, Compare, Relation
from wardcheck.store import Store


def verdicts(claims: Iterable[Claim], store: Store) -> list[ClaimRow]:
    """A row for each claim, in their order.

    A claim holds or fails if it does so by every measure that its wording leaves open, and depends if it holds by one
    and fails by another. It is undecidable if a figure that would settle it is not in the store. Definitions:
    docs/methods/claims.md.

    Raises:
        DataError: an election that is asked for cannot be read.
    """
    elections = Elections(store)
    return [_row(claim, outcomes(claim, elections)) for claim in claims]


def working(claim: Claim, store: Store) -> list[Working]:
    """The figures of one claim: a row for each statement by each measure, and the command that prints the figure."""
    elections = Elections(store)
    rows: dict[Working, None] = {}
    for outcome in outcomes(claim, elections):
        for step in outcome.steps:
            rows[_working(claim, step, elections)] = None
    return sorted(rows, key=lambda row: row.statement)


def verdict_of(truths: Iterable[Truth]) -> Verdict:
    """The verdict of a claim from what became of it by each reading."""
    found = set(truths)
    if {True, False} <= found:
        return "depends"
    if None in found:
        return "undecidable"
    return "holds" if True in found else "fails"


def _row(claim: Claim, found: Sequence[Outcome]) -> ClaimRow:
    verdict = verdict_of(outcome.truth for outcome in found)
    measures = list(dict.fromkeys(m for o in found for s in o.steps if (m := s.measure) is not None))
    return ClaimRow(
        claim=claim.id,
        verdict=verdict,
        said=claim.said or _said(found[0].steps),
        found=_found(found, verdict),
        measure=", ".join(measures) or None,
        by=claim.by,
        on=claim.on,
        source=claim.where,
        words=claim.words,
        why=_why(found, verdict),
    )


def _said(steps: Sequence[Step]) -> str:
    """What is said of each figure, which is named where there are several, by as much as tells them apart."""
    if len(steps) == 1:
        return _step_said(steps[0])
    figures = [f for step in steps if isinstance(s := step.statement, Compare) for f in (s.figure, s.other) if f]
    place = len({figure.ward for figure in figures}) > 1
    time = len({figure.election for figure in figures}) > 1
    return "; ".join(
        _step_said(step)
        if isinstance(step.statement, Relation)
        else f"{figure_phrase(step.statement.figure, place=place, time=time)}: "
        f"{said_phrase(step.statement, place=place, time=time)}"
        for step in steps
    )


def _about(step: Step) -> str:
    statement = step.statement
    return "relation" if isinstance(statement, Relation) else figure_phrase(statement.figure)


def _step_said(step: Step) -> str:
    statement = step.statement
    if isinstance(statement, Relation):
        return f"{statement.party} went with {statement.with_}"
    return said_phrase(statement)


def _found(found: Sequence[Outcome], verdict: Verdict) -> str:
    """The figures of each reading; readings with the same figures stand together."""
    groups: dict[tuple[str, Truth], list[str]] = {}
    for outcome in found:
        text = "; ".join(step.found for step in outcome.steps)
        groups.setdefault((text, outcome.truth), []).append(", ".join(outcome.reading.values()))
    if len(groups) == 1:
        return next(iter(groups))[0]
    ends = {True: ": holds", False: ": fails", None: ": undecidable"} if verdict in ("depends", "undecidable") else {}
    return " | ".join(f"{', '.join(names)}: {text}{ends.get(truth, '')}" for (text, truth), names in groups.items())


def _why(found: Sequence[Outcome], verdict: Verdict) -> str:
    """One sentence: what decides, or what is missing."""
    if verdict == "depends":
        true = ", ".join(_names(o) for o in found if o.truth is True)
        false = ", ".join(_names(o) for o in found if o.truth is False)
        return f"True by {true}, false by {false}."
    truth = {"holds": True, "fails": False, "undecidable": None}[verdict]
    outcome = next(o for o in found if o.truth is truth)
    decisive = next((s for s in outcome.steps if s.truth is truth and truth is not True), outcome.steps[-1])
    if isinstance(decisive.statement, Relation):
        return f"{CANNOT[0].upper()}{CANNOT[1:]}."
    by = f" ({decisive.measure})" if decisive.measure is not None else ""
    note = f"; {decisive.note}" if decisive.note else ""
    if verdict == "holds" and len(outcome.steps) > 1:
        return f"All that is needed of its {len(outcome.steps)} statements is true."
    what = f"{figure_phrase(decisive.statement.figure)}{by}"
    if decisive.value is None:
        return f"{what}: {decisive.found}."
    return f"{what} is {decisive.found}; said: {said_phrase(decisive.statement)}{note}."


def _names(outcome: Outcome) -> str:
    return " with ".join(outcome.reading.values())


def _working(claim: Claim, step: Step, elections: Elections) -> Working:
    statement = step.statement
    return Working(
        claim=claim.id,
        statement=step.number,
        figure=_about(step),
        said=_step_said(step),
        measure=step.measure,
        found=f"{step.found}; {step.note}" if step.note else step.found,
        verdict=verdict_of([step.truth]),
        command=relation_command(statement, elections)
        if isinstance(statement, Relation)
        else command_for(statement.figure, step.measure, step.value),
    )
