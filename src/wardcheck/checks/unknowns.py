"""Unknowns: what is not known is left out; nought means nought."""

from __future__ import annotations

from collections.abc import Iterator

from wardcheck.checks.rule import Edit, Remark, WardRule, at
from wardcheck.facts.cut import had_poll
from wardcheck.model import Election, Ward

_ADVICE = "leave out what is unknown"


@WardRule.named(
    "zero-for-unknown",
    "error",
    "Electorate, papers, turnout, and all votes of a contested ward together, are never 0.",
    Edit("anytown-2022/mill.yaml", "electorate: 2900", "electorate: 0"),
)
def _zero_for_unknown(_: Election, ward: Ward) -> Iterator[Remark]:
    if ward.electorate == 0:
        yield Remark(at(ward, "electorate"), f"expected electors, got an electorate of 0; {_ADVICE}")
    if had_poll(ward):
        ballots = ward.ballots
        for name, count in (("issued", ballots.issued), ("valid", ballots.valid), ("at_count", ballots.at_count)):
            if count == 0:
                yield Remark(at(ward, "ballots"), f"expected papers in a contested ward, got {name}: 0; {_ADVICE}")
        if ward.turnout_reported is not None and ward.turnout_reported.pct == 0:
            yield Remark(at(ward, "turnout_reported"), f"expected a turnout, got 0 %; {_ADVICE}")
        if not any(c.votes for c in ward.candidates):
            yield Remark(at(ward, "candidates"), "expected votes in a contested ward, got 0 for everybody")


RULES = (_zero_for_unknown,)
