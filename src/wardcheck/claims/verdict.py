"""What is true, what is false and what nobody can tell, and the verdict that comes of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Literal, NamedTuple

from wardcheck.claims.found import Span
from wardcheck.claims.statements import Figure

Truth = bool | None
"""Whether a statement is true; ``None`` where the store cannot tell."""

_NAMED = 3
"""How many of those that are spoken of are named."""

Verdict = Literal["holds", "fails", "depends", "undecidable"]


class Judgement(NamedTuple):
    """What became of a statement by one choice of measures."""

    truth: Truth
    found: str
    """The figure, or why there is none."""
    value: Span | None = None
    note: str = ""
    """What else a reader should know of it, as a clause."""
    ahead: Sequence[Figure] = ()
    """Those that are level with the figure or ahead of it in its rank."""
    which: Sequence[str] = ()
    """The wards, or candidates, that ``found`` counts, each with its figure where that is of interest."""

    @property
    def in_full(self) -> str:
        """What was found, with every one that it counts."""
        return f"{self.found}: {', '.join(self.which)}" if self.which else self.found

    @property
    def in_short(self) -> str:
        """What was found, with a few of those that it counts."""
        return f"{self.found}: {some_of(self.which)}" if self.which else self.found


def some_of(names: Sequence[str]) -> str:
    """``a, b, c and 7 more``."""
    more = f" and {len(names) - _NAMED} more" if len(names) > _NAMED else ""
    return f"{', '.join(names[:_NAMED])}{more}"


def every(truths: Iterable[Truth]) -> Truth:
    """Whether all are true: one that is false decides, then one that cannot be told."""
    found = list(truths)
    return False if False in found else None if None in found else True


def some(truths: Iterable[Truth]) -> Truth:
    """Whether at least one is true: one that is decides, then one that cannot be told."""
    found = list(truths)
    return True if True in found else None if None in found else False


def verdict_of(truths: Iterable[Truth]) -> Verdict:
    """The verdict of a claim, or of a statement, from what became of it by each reading and measure."""
    found = set(truths)
    if {True, False} <= found:
        return "depends"
    if None in found:
        return "undecidable"
    return "holds" if True in found else "fails"
