"""Conflicts: a second source is quoted where it disagrees, and about a figure that the file has."""

from __future__ import annotations

from collections.abc import Iterator

from wardcheck.checks.rule import Edit, Remark, WardRule, at
from wardcheck.model import Conflict, Election, Ward

_UNKNOWN = object()


@WardRule.named(
    "conflict-differs",
    "error",
    "A conflict quotes another value than the file has.",
    Edit("anytown-2022/quay.yaml", "value: 1511", "value: 1500"),
)
def _conflict_differs(_: Election, ward: Ward) -> Iterator[Remark]:
    for conflict in ward.conflicts:
        ours = _ours(ward, conflict)
        whose = f"{conflict.figure} of {conflict.candidate}" if conflict.candidate else conflict.figure
        if ours == conflict.value:
            yield Remark(at(ward, "conflicts"), f"expected a value other than ours, got {conflict.value} for {whose}")


def _ours(ward: Ward, conflict: Conflict) -> object:
    """What the file itself says of the figure of a conflict, found by its key: ``votes``, ``ballots.valid``."""
    found: object = ward
    if conflict.candidate is not None:
        found = next((c for c in ward.candidates if c.name == conflict.candidate), None)
    for key in conflict.figure.split("."):
        found = getattr(found, "name" if found is ward and key == "ward" else key, _UNKNOWN)
    return found


RULES = (_conflict_differs,)
