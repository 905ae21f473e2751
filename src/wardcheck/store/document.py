"""A file whose content is one mapping."""

from __future__ import annotations

from wardcheck.store.fields import Fields
from wardcheck.store.tree import Entries, Items, Report


def fields_of(data: bytes, report: Report, expected: str) -> Fields:
    """The mapping that a file consists of; ``expected`` names its main keys for the message.

    Raises:
        DataError: the file is no mapping, so that there is nothing to go on with.
    """
    from wardcheck.store.parser import parse  # an installed store has no YAML that each start would have to read

    root = parse(data, report)
    if isinstance(root, Entries):
        return Fields(root, report)
    if root is not None or not report.problems:
        found = "an empty file" if root is None else "a list" if isinstance(root, Items) else "a single value"
        report.note(1, f"file: expected a mapping ({expected}), got {found}")
    report.raise_any()
    raise AssertionError("unreachable: a problem was noted")
