"""Acceptance: a file accepts a finding that is really so in the world, with the reason, and no other."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from wardcheck.checks.rule import AcceptedRule, Edit, Met, Remark, at
from wardcheck.frozen import frozen
from wardcheck.model import Election, Ward

NAME = "accepted-needed"


@AcceptedRule.named(
    NAME,
    "error",
    "What a file accepts is found there, by a rule that there is; this rule alone cannot be accepted.",
    Edit("anytown-2022/mill.yaml", "accepted: []", "accepted:\n  - {rule: seats-filled, reason: recounted}"),
)
def _accepted_needed(met: Met) -> Iterator[Remark]:
    line = at(met.of, "accepted")
    seen: set[str] = set()
    for entry in met.of.accepted:
        if entry.rule == NAME or entry.rule not in met.known:
            yield Remark(line, f"expected a rule that can be accepted, got {entry.rule}; see: wardcheck check --rules")
        elif entry.rule in seen:
            yield Remark(line, f"expected each rule once, got {entry.rule} again")
        elif entry.rule in met.ran and entry.rule not in met.broken:
            yield Remark(line, f"expected something to accept, got nothing found by {entry.rule}; leave the entry out")
        seen.add(entry.rule)


RULES = (_accepted_needed,)


@frozen
class Acceptance:
    """One finding that a file accepts."""

    path: Annotated[str, "ward file, or election.yaml"]
    line: Annotated[int, "line of its key accepted"]
    rule: Annotated[str, "name of the rule"]
    reason: Annotated[str, "why it is believed to be so in the world"]


def acceptances(*elections: Election) -> list[Acceptance]:
    """What the elections and their wards accept, by file."""
    return [entry for election in elections for of in _files(election) for entry in _accepted(of)]


def _files(election: Election) -> Iterator[Ward | Election]:
    yield election
    yield from election.wards


def _accepted(of: Ward | Election) -> Iterator[Acceptance]:
    for entry in of.accepted:
        yield Acceptance(of.path, at(of, "accepted"), entry.rule, entry.reason)
