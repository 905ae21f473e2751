"""Cycle: the elections before are the right ones, by the files and by the register of councils."""

from __future__ import annotations

from collections.abc import Iterator

from wardcheck.checks.rule import Edit, Known, ReferenceRule, Remark, at
from wardcheck.facts.cycle import last_ordinary, same_seats
from wardcheck.model import Election


@ReferenceRule.named(
    "previous-election",
    "error",
    "The election named as previous is in the store: an earlier ordinary one of the same council, the last of them "
    "by councils.yaml.",
    Edit("anytown-2022/election.yaml", "previous: anytown-2018", "previous: anytown-2014"),
)
def _previous_election(election: Election, known: Known) -> Iterator[Remark]:
    if election.previous is not None:
        expected = last_ordinary(election, known.councils)
        yield from _named(election, election.previous, at(election, "previous"), expected, "came last", known)


@ReferenceRule.named(
    "previous-cycle",
    "error",
    "The election named as previous_cycle, by thirds or halves alone, is in the store: an earlier ordinary one of "
    "the same council, which filled the same seats by councils.yaml.",
    Edit(
        "anytown-2022/election.yaml",
        "previous: anytown-2018",
        "previous: anytown-2018\nprevious_cycle: anytown-2014",
    ),
)
def _previous_cycle(election: Election, known: Known) -> Iterator[Remark]:
    named, line = election.previous_cycle, at(election, "previous_cycle")
    if named is None:
        return
    if election.kind not in ("thirds", "halves"):
        yield Remark(line, f"expected none but for an election by thirds or halves, got {named}")
        return
    expected = same_seats(election, known.councils)
    yield from _named(election, named, line, expected, "filled the same seats", known)


def _named(
    election: Election, named: str, line: int, expected: str | None, what: str, known: Known
) -> Iterator[Remark]:
    """What is wrong with an election that another names as one before it, where ``expected`` is the register's."""
    before = known.elections.get(named)
    if before is None:
        yield Remark(line, f"expected an election of the store, got {named}")
        return
    wrong = False
    if before.date >= election.date:
        yield Remark(line, f"expected an election before {election.date}, got {before.slug} of {before.date}")
        wrong = True
    if before.kind == "by-election":
        yield Remark(line, f"expected an ordinary election, got the by-election {before.slug}")
        wrong = True
    ours = (election.council_gss, election.organisation, election.council)
    theirs = (before.council_gss, before.organisation, before.council)
    # one of the three is enough: councils are renamed, and get new codes as their boundaries move
    if not any(a == b for a, b in zip(ours, theirs, strict=True) if a is not None):
        yield Remark(line, f"expected an election of {election.council}, got {before.slug} of {before.council}")
        wrong = True
    if not wrong and expected not in (None, named):
        yield Remark(line, f"expected {expected}, which {what} by the register of councils, got {named}")


RULES = (_previous_election, _previous_cycle)
