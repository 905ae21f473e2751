"""Short ways to make wards and elections, and to ask what the checks find."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Any

from wardcheck.checks import CHECKS, check
from wardcheck.checks.finding import Finding
from wardcheck.model import Candidacy, Election, Source, TieBreak, Ward
from wardcheck.store.councils import NO_COUNCILS, Councils

NAMES = ("Ada Ash", "Ben Birch", "Cat Cedar", "Dan Date", "Eve Elm", "Fay Fir", "Gus Gum", "Hal Holly")


def stood(votes: int | None, party: str = "con", name: str = "", elected: bool = False) -> Candidacy:
    return Candidacy(name, party, votes, elected)


def won(votes: int | None, party: str = "lab", name: str = "") -> Candidacy:
    return Candidacy(name, party, votes, True)


def ward(*candidates: Candidacy, seats: int | None = None, slug: str = "mill", **other: Any) -> Ward:
    """A ward whose candidates are on the lines 11, 12 ..., named if they are not."""
    # so that no two wards of an election have the same people
    surname = "" if slug == "mill" else f"-{slug.title()}"
    named = tuple(
        replace(c, name=c.name or f"{name}{surname}", line=line)
        for line, (c, name) in enumerate(zip(candidates, NAMES, strict=False), 11)
    )
    lines = {"ward": 1, "seats": 2, "ballots": 3, "tie_break": 4, "notes": 5, "accepted": 6, "gss": 7, "electorate": 8}
    elected = sum(c.elected for c in named)
    facts: dict[str, Any] = {"name": slug.title(), "sources": ("s",), "path": f"{slug}.yaml", "lines": lines, **other}
    return Ward(slug=slug, seats=seats if seats is not None else elected, candidates=named, **facts)


def election(*wards: Ward, slug: str = "anytown-2022", day: date = date(2022, 5, 5), **other: Any) -> Election:
    facts: dict[str, Any] = {"path": "election.yaml", "lines": {"declared": 9}, **other}
    sources = {"s": Source("s", "Source")}
    return Election(slug=slug, council="Anytown", date=day, sources=sources, wards=wards, **facts)


def lot(votes: int, *between: str, winner: str, vote_added: bool = False, also_won: tuple[str, ...] = ()) -> TieBreak:
    return TieBreak(votes, between, winner, "lot", vote_added, also_won)


def found(*wards: Ward, before: Iterable[Election] = (), **facts: Any) -> list[Finding]:
    return check(election(*wards, **facts), previous=before, councils=Councils(NO_COUNCILS, ""))


def rules(*wards: Ward, before: Iterable[Election] = (), **facts: Any) -> list[str]:
    return [finding.rule for finding in found(*wards, before=before, **facts)]


ALL_RULES = frozenset(rule.name for rule in CHECKS)
