"""Control of several councils: the one that fewest voters would have changed first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from wardcheck.analysis.control import ControlRow, Totals
from wardcheck.analysis.gathered import elections_named
from wardcheck.analysis.report import Part, Remark, Report, remark
from wardcheck.words import counted


class LeftOut(NamedTuple):
    """How many ways of an election are left out, and whether any are left."""

    election: str
    ways: int
    others: bool


def left_out_of(election: str, report: Report[ControlRow, Totals]) -> LeftOut:
    """What one election has left out."""
    ways = sum(route.by == "further" for route in report.totals.left_out)
    return LeftOut(election, ways, bool(report.rows))


def cheapest_councils(rows: Iterable[ControlRow]) -> list[ControlRow]:
    """The rows of several elections, the one with the cheapest way first; those of one stay as they were, together."""
    by_election: dict[str, list[ControlRow]] = {}
    for row in rows:
        by_election.setdefault(row.election, []).append(row)
    first = sorted(by_election.values(), key=lambda found: (_voters(found) is None, _voters(found) or 0))
    return [row for found in first for row in found]


def _voters(rows: Sequence[ControlRow]) -> int | None:
    """The fewest voters of the ways of an election, ``None`` where all are out of reach."""
    return min((row.scenario_voters for row in rows if row.scenario_voters is not None), default=None)


def left_out_together(found: Sequence[LeftOut]) -> list[Remark]:
    """How many hopeless ways of all elections are left out, and which elections have no other."""
    if not (ways := sum(one.ways for one in found)):
        return []
    words = f"{counted(ways, 'hopeless way')} left out, with more further voters in one ward than half of those who"
    none = [one.election for one in found if one.ways and not one.others]
    only: list[Part] = []
    if none:
        several_years = len({one[-4:] for one in none}) > 1
        only = [f" {counted(len(none), 'election')} had no other (", *elections_named(none, year=several_years), ")."]
    return [remark(f"{words} voted there.", only, " --every has them.")]
