"""The rules, in the order of the documentation."""

from __future__ import annotations

from typing import NamedTuple

from wardcheck.checks import (
    accepted,
    ballots,
    codes,
    conflicts,
    contests,
    cycle,
    dates,
    history,
    lots,
    names,
    parties,
    seats,
    totals,
    turnout,
    unknowns,
    votes,
)
from wardcheck.checks.rule import Rule

CHECKS: tuple[Rule, ...] = (
    *seats.RULES,
    *lots.RULES,
    *votes.RULES,
    *ballots.RULES,
    *turnout.RULES,
    *unknowns.RULES,
    *names.RULES,
    *parties.RULES,
    *codes.RULES,
    *conflicts.RULES,
    *dates.RULES,
    *contests.RULES,
    *totals.RULES,
    *cycle.RULES,
    *history.RULES,
    *accepted.RULES,
)
"""Every rule of ``check``."""


class OnReading(NamedTuple):
    """A rule that every command applies while it reads, so that what breaks it is never seen by ``CHECKS``."""

    name: str
    description: str


ON_READING = (
    OnReading(
        "party-known",
        "Each candidate's party is an entry of parties.yaml, or is kept as printed: x- and a slug of its party_name.",
    ),
    OnReading(
        "sources-known", "Each ward names at least one source, and every source named is a key of election.yaml."
    ),
    OnReading("votes-known", "Each candidate of a contested ward has votes: a whole number, not negative."),
    OnReading(
        "names-known", "A tie_break and a conflict name candidates of their ward, and the winner is one of those level."
    ),
    OnReading(
        "councils-known",
        "In councils.yaml, councils of one day share no name, none share a code, days follow each other, and each "
        "county, successor and source that is named is there.",
    ),
    OnReading("form", "Files are UTF-8, keys known and given once, values of the type they must have."),
)
"""What the strict reader refuses: exit code 2, whatever the command (councils.yaml: check, and those that need it)."""
