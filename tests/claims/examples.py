"""Claims files for the tests."""

from __future__ import annotations

from collections.abc import Sequence

from wardcheck.claims import Claim, ClaimRow, verdicts
from wardcheck.claims.names import Names
from wardcheck.claims.reader import parse_claims
from wardcheck.errors import DataError
from wardcheck.store import Store

HEAD = "- id: one\n  claim: Somebody said so.\n"
"""The lines that every claim begins with; the statement follows on line 3."""


def claims_of(text: str, store: Store) -> Sequence[Claim]:
    """The claims of a file with this text."""
    return parse_claims(text.encode(), "x.yaml", Names(store))


def judged(statement: str, store: Store) -> ClaimRow:
    """The row of a claim with this statement, written as the lines of a claim without their indent."""
    lines = "".join(f"  {line}\n" for line in statement.strip().splitlines())
    (row,) = verdicts(claims_of(HEAD + lines, store), store)
    return row


def problems_of(text: str, store: Store) -> list[str]:
    """The messages about a file with this text, each after its line."""
    try:
        claims_of(text, store)
    except DataError as error:
        return [f"{problem.line}: {problem.message}" for problem in error.problems]
    return []


def problem_of(statement: str, store: Store) -> str:
    """The one message about a claim with this statement."""
    (message,) = problems_of(HEAD + "".join(f"  {line}\n" for line in statement.strip().splitlines()), store)
    return message
