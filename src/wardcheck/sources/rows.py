"""One reading loop for every published layout: rows that can be used, and rows that cannot with the reason.

A layout is a declaration (which column holds what), so that what is strict is strict in all of them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Literal, NamedTuple

from wardcheck.errors import Problem
from wardcheck.model import Source
from wardcheck.sources.cells import (
    NOTHING,
    TRUE_FALSE,
    BrokenRowError,
    NoContestError,
    RowError,
    code_of,
    day_of,
    invisible_in,
    name_of,
    one_of,
    seats_of,
    votes_of,
)
from wardcheck.sources.persons import surname_last
from wardcheck.sources.tables import TableRow, table

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

_BY_ELECTION = re.compile(r"[\s:–-]*[(\[]?\bby[\s‐-―-]?election\b[)\]]?\s*$", re.IGNORECASE)
_MAYOR = re.compile(r"\bmayor\b", re.IGNORECASE)
BY_ELECTION = "by-election"
"""The cell in which ``prepare`` says that the source calls the contest a by-election."""

_NATIONS = {"W": "Wales", "S": "Scotland", "N": "Northern Ireland"}
"""Nations by the first letter of their GSS codes, but for England."""


class ResultRow(NamedTuple):
    """One candidacy as a source prints it; ``party`` is the source's own code or name."""

    line: int
    council: str
    council_gss: str | None
    ward: str
    ward_gss: str | None
    candidate: str
    party: str
    votes: int | None
    """``None`` where the source leaves the cell empty."""
    elected: bool
    seats: int | None = None
    """Seats to be filled in the ward, where the source says."""
    ballot: str | None = None
    """Democracy Club's id of the ward's ballot."""
    day: date | None = None
    """The day of the poll, where the source says."""
    by_election: bool = False
    """Whether the source calls the contest a by-election."""
    party_id: str | None = None
    """The party's id in the source."""


class Unusable(NamedTuple):
    """A row that is no candidacy, and the council and ward that it names, if any."""

    problem: Problem
    council: str
    ward: str


class Published(NamedTuple):
    """A file of results as read."""

    path: str
    rows: Sequence[ResultRow]
    unusable: Sequence[Unusable]
    doubts: Mapping[tuple[str, str], int]
    """Council and ward of declarations that may lack somebody, with the line of the row that is the reason."""
    passed: Mapping[str, Sequence[int]]
    """Lines of rows that are of no ward election of England, by what they are."""
    invisible: int = 0
    """Characters taken out of names because nobody can see them."""


@dataclass(frozen=True, slots=True)
class Layout:
    """One published layout: its columns by what they hold, and what they cannot say by themselves."""

    aliases: str
    """The key of its names of parties in the register."""
    source: Callable[[date], Source]
    columns: Mapping[Field, str]
    optional: frozenset[Field] = frozenset()
    """Fields whose columns a file may lack."""
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
    surname_first: bool = False
    """Whether all names are printed ``Surname I.`` or ``Surname, I.``, and stay so."""
    spells_and: bool = False
    """Whether names of places have ``&`` where others write ``and``."""

    @property
    def needed(self) -> tuple[str, ...]:
        """The columns that a file must have."""
        return tuple(dict.fromkeys([*self.also, *(c for f, c in self.columns.items() if f not in self.optional)]))

    def read(self, path: Path, nation: str = "England") -> Published:
        """The candidacies of a file, and every row that is not one.

        Raises:
            DataError: the file cannot be read, or lacks the columns.
        """
        more = tuple(c for f, c in self.columns.items() if f in self.optional)
        rows = self.open(path) if self.open is not None else table(path, self.needed, more)
        return _Reading(self, path, nation).of(rows)


class _Reading:
    """The rows of one file while they are read.

    A row that cannot be used casts doubt on the ward that it names; where it is broken or names none, it may as well
    belong to the ward of the row before or after it, in its council if it names one and is whole.
    """

    def __init__(self, layout: Layout, path: Path, nation: str) -> None:
        self._layout = layout
        self._path = str(path)
        self._nation = nation
        self._rows: list[ResultRow] = []
        self._unusable: list[Unusable] = []
        self._doubts: dict[tuple[str, str], int] = {}
        self._passed: dict[str, list[int]] = {}
        self._invisible = 0
        self._astray: tuple[int, str] | None = None
        """Line and council (empty: any) of a row astray, which may belong to the next row's ward."""

    def of(self, rows: Iterator[TableRow]) -> Published:
        for row in rows:
            if row.blank:
                self._passed.setdefault("blank rows", []).append(row.line)
                continue
            try:
                found = self._candidacy(row)
            except NoContestError as error:
                self._passed.setdefault(str(error), []).append(row.line)
            except RowError as error:
                self._refuse(row, error)
            else:
                self._invisible += sum(map(invisible_in, row.cells.values()))
                self._rows.append(found)
                self._doubt_next(found)
        return Published(self._path, self._rows, self._unusable, self._doubts, self._passed, self._invisible)

    def _refuse(self, row: TableRow, error: RowError) -> None:
        council, ward = self._place(row)
        self._unusable.append(Unusable(Problem(self._path, row.line, str(error)), council, ward))
        broken = isinstance(error, BrokenRowError)
        if _names_a_place(council) and _names_a_place(ward):
            self._doubts.setdefault((council, ward), row.line)
            if not broken:
                return
        within = council if _names_a_place(council) and not broken else ""
        self._astray = (row.line, within)
        for before in self._rows[-1:]:
            if within in ("", before.council):
                self._doubts.setdefault((before.council, before.ward), row.line)

    def _doubt_next(self, row: ResultRow) -> None:
        if self._astray is not None:
            line, within = self._astray
            if within in ("", row.council):
                self._doubts.setdefault((row.council, row.ward), line)
            self._astray = None

    def _place(self, row: TableRow) -> tuple[str, str]:
        if self._layout.place is not None:
            council, ward = self._layout.place(row.cells)
        else:
            columns = self._layout.columns
            council, ward = (row.cells.get(columns[f], "") for f in ("council", "ward"))
        return _shortened(council), _BY_ELECTION.sub("", _shortened(ward))

    def _place_name(self, name: str) -> str:
        return name.replace(" & ", " and ") if self._layout.spells_and else name

    def _candidacy(self, row: TableRow) -> ResultRow:
        if row.fault is not None:
            raise BrokenRowError(row.fault)
        layout = self._layout
        cells = layout.prepare(row.cells)

        def cell(key: Field) -> str:
            return cells.get(layout.columns.get(key, ""), "")

        def named(key: Field) -> tuple[str, str]:
            return layout.columns[key], cell(key)

        nothing = {key for key in ("ward", "candidate", "party", "elected") if cell(key) in NOTHING}
        if {"ward", "party"} <= nothing:
            raise NoContestError("rows without a ward and a party, such as totals")
        if _MAYOR.search(cell("ward")) and {"candidate", "party"} <= nothing:
            raise NoContestError("rows of mayoral elections")
        codes = [code_of(*named(key)) if key in layout.columns else None for key in ("council_gss", "ward_gss")]
        nation = next((_NATIONS.get(code[0], "England") for code in codes if code), "England")
        if nation != self._nation and any(codes):
            raise NoContestError(f"rows of {nation}")
        ward = name_of(*named("ward"))
        person = name_of(*named("candidate"))
        return ResultRow(
            line=row.line,
            council=self._place_name(name_of(*named("council"))),
            council_gss=codes[0],
            ward=self._place_name(_BY_ELECTION.sub("", ward) or ward),
            ward_gss=codes[1],
            candidate=person if layout.surname_first else surname_last(person),
            party=name_of(*named("party")),
            votes=None if cell("votes") in NOTHING else votes_of(cell("votes")),
            elected=one_of(*named("elected"), layout.flags),
            seats=seats_of(*named("seats")) if "seats" in layout.columns else None,
            ballot=cell("ballot") or None,
            day=day_of(*named("day")) if cell("day") else None,
            by_election=bool(_BY_ELECTION.search(ward)) or bool(cells.get(BY_ELECTION)),
            party_id=cell("party_id") or None,
        )


def _shortened(name: str) -> str:
    """A name for a message, or nothing if it is none."""
    try:
        return name_of("", name)
    except RowError:
        return ""


def _names_a_place(name: str) -> bool:
    return name not in NOTHING and any(letter.isalpha() for letter in name)
