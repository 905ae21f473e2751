"""What a reader of a published layout gives: rows that can be used, and rows that cannot with the reason."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from wardcheck.errors import Problem


@dataclass(frozen=True, slots=True)
class ResultRow:
    """One candidacy as a source prints it; party is the source's own code."""

    line: int
    council: str
    council_gss: str | None
    ward: str
    ward_gss: str | None
    candidate: str
    party: str
    votes: int
    elected: bool


@dataclass(frozen=True, slots=True)
class Published:
    """A file of results as read."""

    path: str
    rows: Sequence[ResultRow]
    unusable: Sequence[tuple[Problem, str]]
    """Each row that cannot be used, with the council it names, if any."""
