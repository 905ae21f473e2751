"""Parties: those of the register, and those that are kept as printed."""

from __future__ import annotations

from collections.abc import Iterator

from wardcheck.checks.rule import Edit, Remark, WardRule
from wardcheck.model import Election, Ward


@WardRule.named(
    "party-unregistered",
    "warning",
    "Each party is one of parties.yaml; one that is kept as printed is compared with no other election.",
    Edit("anytown-2022/mill.yaml", "party: green", "party: x-mill-first, party_name: Mill First"),
)
def _unregistered(_: Election, ward: Ward) -> Iterator[Remark]:
    first = {c.party: c for c in reversed(ward.candidates) if not c.registered}
    for one in sorted(first.values(), key=lambda c: c.line):
        yield Remark(one.line or 1, f'expected a party of parties.yaml, got "{one.party_name}" as printed')


RULES = (_unregistered,)
