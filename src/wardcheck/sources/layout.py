"""What a published layout consists of: a declaration of which column holds what."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import field
from pathlib import Path
from typing import Literal, NamedTuple

from wardcheck.frozen import frozen
from wardcheck.sources.cells import TRUE_FALSE
from wardcheck.sources.tables import TableRow, has, header_key

Field = Literal[
    "council",
    "council_gss",
    "ward",
    "ward_gss",
    "candidate",
    "party",
    "party_id",
    "votes",
    "elected",
    "seats",
    "day",
    "ballot",
]
Cells = Mapping[str, str]

BY_ELECTION = "by-election"
"""The cell in which ``prepare`` says that the source calls the contest a by-election."""
CANCELLED, WON_LOT = "cancelled", "won by lot"
"""Those in which it says that there was no poll, and who won a lot."""


class Beside(NamedTuple):
    """A second table of a file, which tells of each ward what that of the candidacies does not."""

    key: str
    """The column of the ward's code in both."""
    columns: tuple[str, ...]


@frozen
class Layout:
    """One published layout: its columns by what they hold, and what they cannot say by themselves."""

    name: str
    """What messages call it."""
    columns: Mapping[Field, str]
    optional: frozenset[Field] = frozenset()
    """Fields whose columns a file may lack."""
    gaps: frozenset[Field] = frozenset()
    """Fields whose cells may be empty because the source does not know, or does not say."""
    flags: Mapping[str, bool] = field(default_factory=lambda: TRUE_FALSE)
    """How it writes whether somebody was elected."""
    prepare: Callable[[Cells], Cells] = lambda cells: cells
    """Makes the columns out of others, where they are not printed as such; may refuse the row."""
    place: Callable[[Cells], tuple[str, str]] | None = None
    """Council and ward of a row that cannot be used, where no column says."""
    also: tuple[str, ...] = ()
    """Further columns that ``prepare`` wants."""
    open: Callable[[Path], Iterator[TableRow]] | None = None
    """Reads a file that has no header."""
    known_by: Callable[[Path], bool] | None = None
    """Tells such a file."""
    beside: Beside | None = None
    surname_first: bool = False
    """Whether all names are printed ``Surname I.`` or ``Surname, I.``, and stay so."""
    spells_and: bool = False
    """Whether names of places have ``&`` where others write ``and``."""

    @property
    def needed(self) -> tuple[str, ...]:
        """The columns that a file must have."""
        return tuple(dict.fromkeys([*self.also, *(c for f, c in self.columns.items() if f not in self.optional)]))

    def less_than(self, other: Layout) -> bool:
        """Whether all columns that this one needs are among those that another one needs, and more."""
        return set(map(header_key, self.needed)) < set(map(header_key, other.needed))

    def fits(self, path: Path, tops: Sequence[Sequence[str]]) -> bool:
        """Whether a file has the columns, by its first rows."""
        return self.known_by(path) if self.known_by is not None else has(tops, self.needed)
