"""The tree that a YAML file is read into: scalars, lists and mappings that know their lines, and what is wrong with it.

See ``parser``, which makes it.
"""

from __future__ import annotations

from wardcheck.errors import DataError, Problem
from wardcheck.printable import printable

MAX_BYTES = 262_144
"""The largest file that is read; a ward file takes one or two thousand bytes."""

MAX_DEPTH = 12
"""The deepest nesting that is followed; a ward file has four levels."""

MAX_PROBLEMS = 100
"""Problems of one file after which no more are noted: it is another kind of file, and nobody reads on."""


class Scalar:
    """One value as written. ``plain`` is False where it stands in quotes or in a block."""

    __slots__ = ("line", "plain", "text")

    def __init__(self, text: str, plain: bool, line: int) -> None:
        self.text = text
        self.plain = plain
        self.line = line


class Items:
    """A list."""

    __slots__ = ("items", "line")

    def __init__(self, items: list[Node], line: int) -> None:
        self.items = items
        self.line = line


class Entries:
    """A mapping. ``lines`` gives the line of each key."""

    __slots__ = ("entries", "line", "lines")

    def __init__(self, entries: dict[str, Node], lines: dict[str, int], line: int) -> None:
        self.entries = entries
        self.lines = lines
        self.line = line


Node = Scalar | Items | Entries


class Report:
    """The problems of one file, noted while reading goes on."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.problems: list[Problem] = []

    def note(self, line: int, message: str) -> None:
        """Note one problem; a message is one line, whatever the file has in it."""
        if len(self.problems) < MAX_PROBLEMS:
            self.problems.append(Problem(printable(self.path), line, printable(message)))

    def raise_any(self) -> None:
        """Raise all problems noted so far, if there are any.

        Raises:
            DataError: at least one problem was noted.
        """
        if self.problems:
            raise DataError(self.problems)
