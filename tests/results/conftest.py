"""The whole shipped store, read once for all tests that ask something of every election."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field

import pytest

from results.invariants import INVARIANTS
from wardcheck.model import Election, TieBreak
from wardcheck.store import Store


@dataclass
class Totals:
    """What one council declared on one day, ordinary wards and by-elections together."""

    counts: Counter[str] = field(default_factory=Counter)
    parties: dict[str, Counter[str]] = field(default_factory=dict)


@dataclass
class Whole:
    """What is asked of the store, gathered election by election so that memory does not grow with it."""

    elections: dict[str, Election] = field(default_factory=dict)
    """Without their wards."""
    totals: dict[tuple[str, int], Totals] = field(default_factory=dict)
    lots: dict[str, TieBreak] = field(default_factory=dict)
    breaches: dict[str, list[str]] = field(default_factory=lambda: {rule.__name__: [] for rule in INVARIANTS})
    """Where an invariant does not hold, by its name."""

    def add(self, election: Election) -> None:
        """One more election."""
        self.elections[election.slug] = election.only(frozenset())
        council = election.slug.removesuffix(f"-{election.date.year}").removesuffix(f"-by-{election.date}")
        of = self.totals.setdefault((council, election.date.year), Totals())
        for ward in election.wards:
            if ward.tie_break is not None:
                self.lots[f"{election.slug}/{ward.slug}"] = ward.tie_break
            of.counts.update(wards=1, candidates=len(ward.candidates), seats=len(ward.elected))
            for c in ward.candidates:
                one = {"candidates": 1, "seats": int(c.elected), "votes": c.votes or 0}
                of.counts["votes"] += one["votes"]
                of.parties.setdefault(c.party, Counter()).update(one)
        for rule in INVARIANTS:
            self.breaches[rule.__name__] += rule(election)


@pytest.fixture(scope="session")
def whole(shipped: Store) -> Whole:
    """What is asked of every shipped election."""
    found = Whole()
    for election in shipped.each():
        found.add(election)
    return found


Read = Callable[[str], Election]


@pytest.fixture
def read(shipped: Store) -> Read:
    """One shipped election by slug."""
    return shipped.election
