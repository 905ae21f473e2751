"""Acceptance: a ward accepts a finding that is really so in the world, with the reason, and no other."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated

from wardcheck.checks.rule import AcceptedRule, Edit, Met, Remark, at
from wardcheck.model import Election

NAME = "accepted-needed"


def _accepted_needed(met: Met) -> Iterator[Remark]:
    line = at(met.ward, "accepted")
    seen: set[str] = set()
    for entry in met.ward.accepted:
        if entry.rule == NAME or entry.rule not in met.known:
            yield Remark(line, f"expected a rule that can be accepted, got {entry.rule}; see: wardcheck check --rules")
        elif entry.rule in seen:
            yield Remark(line, f"expected each rule once, got {entry.rule} again")
        elif entry.rule in met.ran and entry.rule not in met.broken:
            yield Remark(line, f"expected something to accept, got nothing found by {entry.rule}; leave the entry out")
        seen.add(entry.rule)


ACCEPTED_NEEDED = AcceptedRule(
    name=NAME,
    severity="error",
    description="What a ward accepts is found there, by a rule that there is; this rule alone cannot be accepted.",
    find=_accepted_needed,
    example=(Edit("anytown-2022/mill.yaml", "accepted: []", "accepted:\n  - {rule: seats-filled, reason: recounted}"),),
)

RULES = (ACCEPTED_NEEDED,)


@dataclass(frozen=True, slots=True)
class Acceptance:
    """One finding that a ward file accepts."""

    path: Annotated[str, "ward file"]
    line: Annotated[int, "line of its key accepted"]
    rule: Annotated[str, "name of the rule"]
    reason: Annotated[str, "why it is believed to be so in the world"]


def acceptances(*elections: Election) -> list[Acceptance]:
    """What the wards accept, by file."""
    return [
        Acceptance(ward.path, at(ward, "accepted"), entry.rule, entry.reason)
        for election in elections
        for ward in election.wards
        for entry in ward.accepted
    ]
