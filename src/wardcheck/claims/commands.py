"""Command lines that print figures, and how few of them will do."""

from __future__ import annotations

import shlex
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

NAME = "wardcheck"
_OF_SEVERAL = ("margins", "close", "ties")
"""Commands that take several elections and have a row for each ward of each."""


@dataclass(frozen=True, slots=True)
class Command:
    """One command line. ``party`` and ``measure`` are options of ``change``, which can also show all of either."""

    name: str
    elections: tuple[str, ...]
    options: tuple[str, ...] = ()
    party: str | None = None
    measure: str | None = None
    of_changes: bool = field(default=False, compare=False)
    """Whether the table with all measures side by side, which is one of changes in votes, shows the figure."""
    alike: bool = field(default=False, compare=False)
    """Whether each measure gives the same table: one seat, and no more than one candidate a party."""

    def __str__(self) -> str:
        party = ("--party", self.party) if self.party is not None else ()
        measure = ("--measure", self.measure) if self.measure is not None else ()
        return shlex.join((NAME, self.name, *self.elections, *self.options, *party, *measure))

    @property
    def place(self) -> Command:
        """The same whatever the party and the measure."""
        return replace(self, party=None, measure=None)


def together(commands: Iterable[Command]) -> list[Command]:
    """The same tables in fewer commands: one for all measures, all parties of a place, or several elections."""
    found = list(commands)
    for merge in (_measures_together, _parties_together, _elections_together):
        found = [merge(command, found) for command in found]
    return list(dict.fromkeys(found))


def _measures_together(command: Command, others: Sequence[Command]) -> Command:
    """Changes by several measures are in one table; figures without a measure are in whichever there is.

    What that table does not have takes a table for each measure, unless these are all alike.
    """
    same = [one for one in others if one.place == command.place and one.measure is not None]
    several = len({one.measure for one in same}) > 1 and all(one.of_changes for one in same)
    if not several and len({one.measure for one in same}) > 1 and all(one.alike for one in same):
        return replace(command, measure=None)
    if command.measure is not None:
        return replace(command, measure="all") if several else command
    return replace(command, measure="all" if several else same[0].measure) if same else command


def _parties_together(command: Command, others: Sequence[Command]) -> Command:
    """Several parties of one ward, or of all together, are a few lines of one table; those of every ward are many."""
    same = {one.party for one in others if one.place == command.place and one.measure == command.measure}
    return replace(command, party=None) if len(same) > 1 and "--by" not in command.options else command


def _elections_together(command: Command, others: Sequence[Command]) -> Command:
    if command.name not in _OF_SEVERAL or "--limit" in command.options:
        return command
    same = [one for one in others if replace(one, elections=()) == replace(command, elections=())]
    return replace(command, elections=tuple(sorted({slug for one in same for slug in one.elections})))
