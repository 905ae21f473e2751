"""The mark of a folder that is being changed: while it stands there, nobody takes the folder for a whole election."""

from __future__ import annotations

import os
from pathlib import Path

from wardcheck.errors import DataError, Problem
from wardcheck.printable import printable
from wardcheck.store.files import content
from wardcheck.store.tree import MAX_BYTES

MARKER = ".unfinished"
"""A file that lists, a name a line, which files an import was about to replace or remove."""


def refuse_unfinished(folder: Path) -> None:
    """Refuse a folder if an import of it was stopped half-way.

    Raises:
        DataError: it was.
    """
    if os.path.lexists(folder / MARKER):
        what = "folder: expected a whole election, got one whose import was stopped half-way; run the import again"
        raise DataError([Problem(printable(str(folder)), 1, what)])


def listed(folder: Path) -> frozenset[str]:
    """The files that an import stopped half-way was about to change, or nothing."""
    try:
        return frozenset(content(folder / MARKER, MAX_BYTES).decode("utf-8").split("\n"))
    except (DataError, UnicodeDecodeError):
        return frozenset()
