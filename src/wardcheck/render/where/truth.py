"""Three truth values, of which ``None`` is unknown, and the conditions that are made of others.

The logic is that of SQL (Kleene's): an unknown part matters only where the known ones do not settle the whole.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any, Protocol

from wardcheck.frozen import frozen

Row = Any
"""A row of any command."""

Truth = bool | None


class Node(Protocol):
    """A condition or a part of one."""

    @property
    def depth(self) -> int:
        """How many conditions stand in one another."""

    @property
    def columns(self) -> frozenset[str]:
        """The columns that it looks at."""

    def truth(self, row: Row) -> Truth:
        """Whether it holds of a row; ``None`` where a value that would settle it is empty."""


@frozen
class Test:
    """A condition on the values of columns themselves."""

    columns: frozenset[str]
    test: Callable[[Row], Truth]
    depth: int = 1

    def truth(self, row: Row) -> Truth:
        """Whether it holds of a row."""
        return self.test(row)


@frozen
class All:
    """Every part holds."""

    parts: Sequence[Node]
    columns: frozenset[str]
    depth: int

    def truth(self, row: Row) -> Truth:
        """False with one part that is false, else unknown with one that is unknown."""
        return _first(False, (part.truth(row) for part in self.parts))


@frozen
class Any_:  # noqa: N801  Any is taken
    """Some part holds."""

    parts: Sequence[Node]
    columns: frozenset[str]
    depth: int

    def truth(self, row: Row) -> Truth:
        """True with one part that is true, else unknown with one that is unknown."""
        return _first(True, (part.truth(row) for part in self.parts))


@frozen
class Not:
    """The part does not hold."""

    part: Node
    columns: frozenset[str]
    depth: int

    def truth(self, row: Row) -> Truth:
        """The opposite of the part; unknown as it is."""
        found = self.part.truth(row)
        return None if found is None else not found


def all_of(parts: Sequence[Node]) -> Node:
    """The condition that every part holds."""
    return parts[0] if len(parts) == 1 else All(parts, _columns(parts), _depth(parts))


def any_of(parts: Sequence[Node]) -> Node:
    """The condition that some part holds."""
    return parts[0] if len(parts) == 1 else Any_(parts, _columns(parts), _depth(parts))


def negated(part: Node) -> Node:
    """The condition that a part does not hold."""
    return part.part if isinstance(part, Not) else Not(part, part.columns, part.depth + 1)


def _first(settles: bool, parts: Iterable[Truth]) -> Truth:
    unknown = False
    for part in parts:
        if part is settles:
            return settles
        unknown = unknown or part is None
    return None if unknown else not settles


def _columns(parts: Sequence[Node]) -> frozenset[str]:
    return frozenset().union(*(part.columns for part in parts))


def _depth(parts: Sequence[Node]) -> int:
    return 1 + max(part.depth for part in parts)
