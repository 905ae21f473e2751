"""What a user can act on. Everything else is a defect and may show a traceback."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple


class WardcheckError(Exception):
    """The base of all errors that a user can act on; ``str()`` is the whole message."""


class NotFoundError(WardcheckError):
    """A name (of a store, an election, a ward, a column) that leads nowhere."""


class Problem(NamedTuple):
    """One thing wrong with one line of a file, printed as ``path:line: message``; sorted by place.

    ``line`` counts from 1; ``message`` begins with what it is about (a key, mostly) and says what was
    expected and what was found.
    """

    path: str
    line: int
    message: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.message}"


class DataError(WardcheckError):
    """Files that cannot be read as what they should be: all their problems at once."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems: Sequence[Problem] = tuple(sorted(set(problems)))
        super().__init__("\n".join(map(str, self.problems)))
