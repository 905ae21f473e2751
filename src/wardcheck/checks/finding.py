"""What a check says: where, by which rule, how grave, and what was expected and found."""

from __future__ import annotations

from typing import Annotated, Literal

from wardcheck.frozen import frozen

Severity = Literal["error", "warning"]
"""``error`` cannot be so; ``warning`` can be so in the world, but is a mistake more often."""


@frozen
class Finding:
    """One oddity of one file of the store."""

    path: Annotated[str, "file that the finding is about"]
    line: Annotated[int, "line of that file, from 1"]
    rule: Annotated[str, "name of the rule"]
    severity: Annotated[Severity, "error cannot be so; warning can, but is a mistake more often"]
    message: Annotated[str, "what was expected and what was found"]
