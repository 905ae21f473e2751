"""One reading loop for every published layout: rows that can be used, and rows that cannot with the reason.

A layout is a declaration (which column holds what), so that what is strict is strict in all of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from wardcheck.errors import Problem
from wardcheck.sources.cells import (
    NOTHING,
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
from wardcheck.sources.layout import BY_ELECTION, CANCELLED, WON_LOT, Beside, Field, Layout
from wardcheck.sources.persons import surname_last
from wardcheck.sources.place_names import place_name
from wardcheck.sources.rows import Abroad, Nation, Published, ResultRow, Unusable
from wardcheck.sources.slugs import slug_of
from wardcheck.sources.tables import TableRow, table
from wardcheck.sources.text import GAPS

_BY_ELECTION = re.compile(r"[\s:–-]*[(\[]?\bby[\s‐-―-]?election\b[)\]]?\s*$", re.IGNORECASE)
_MAYOR = re.compile(r"\bmayor\b", re.IGNORECASE)
_TOTAL = re.compile(r"\b(total|sum)s?\b", re.IGNORECASE)
_NATIONS = {"W": "Wales", "S": "Scotland", "N": "Northern Ireland"}
"""Nations by the first letter of their GSS codes, but for England."""


class _OtherNationError(NoContestError):
    """The row is of another nation than the one asked for."""


def read(layout: Layout, path: Path, nation: Nation = "England") -> Published:
    """The candidacies of a file, and every row that is not one.

    Raises:
        DataError: the file cannot be read, or lacks the columns.
    """
    more = tuple(c for f, c in layout.columns.items() if f in layout.optional)
    rows = layout.open(path) if layout.open is not None else table(path, layout.needed, more)
    if layout.beside is not None:
        rows = _completed(rows, path, layout.beside)
    return _Reading(layout, path, nation).of(rows)


def _completed(rows: Iterator[TableRow], path: Path, beside: Beside) -> Iterator[TableRow]:
    """The rows with the columns of the second table; empty where that has no row of the ward, or two that differ."""
    said: dict[str, Mapping[str, str]] = {}
    nothing = dict.fromkeys(beside.columns, "")
    for row in table(path, (beside.key, *beside.columns)):
        if row.blank or row.fault is not None:
            continue
        code, told = row.cells[beside.key], {column: row.cells[column] for column in beside.columns}
        said[code] = told if said.get(code, told) == told else nothing
    for row in rows:
        yield row._replace(cells={**row.cells, **said.get(row.cells.get(beside.key, ""), nothing)} if row.cells else {})


class _Reading:
    """The rows of one file while they are read.

    A row that cannot be used casts doubt on the ward that it names; where it is broken or names none, it may as well
    belong to the ward of the row before or after it, in its council if it names one and is whole.
    """

    def __init__(self, layout: Layout, path: Path, nation: Nation) -> None:
        self._layout = layout
        self._path = str(path)
        self._nation = nation
        self._rows: list[ResultRow] = []
        self._unusable: list[Unusable] = []
        self._doubts: dict[tuple[str, str], int] = {}
        self._passed: dict[str, list[int]] = {}
        self._invisible = 0
        self._abroad: dict[str, list[tuple[str, str]]] = {}
        self._astray: tuple[int, str] | None = None
        """Line and council (empty: any) of a row astray, which may belong to the next row's ward."""

    def of(self, rows: Iterator[TableRow]) -> Published:
        read = [(row, self._read(row)) for row in rows]
        councils = {slug_of(found.council) for _, found in read if isinstance(found, ResultRow)}
        for row, found in read:
            if isinstance(found, ResultRow):
                self._invisible += sum(map(invisible_in, row.cells.values()))
                self._rows.append(found)
                self._doubt_next(found)
            elif isinstance(found, _OtherNationError):
                place = self._place(row)
                if slug_of(place[0]) in councils:  # a council has one nation, so that a code is wrong
                    what = f"code: expected one of {self._nation}, as elsewhere in {place[0]}, got one of {found}"
                    self._refuse(row, RowError(what))
                else:
                    self._abroad.setdefault(str(found), []).append(place)
            elif isinstance(found, NoContestError):
                self._passed.setdefault(str(found), []).append(row.line)
            else:
                self._refuse(row, found)
        abroad = {nation: Abroad(len(places), frozenset(places)) for nation, places in self._abroad.items()}
        return Published(self._path, self._rows, self._unusable, self._doubts, self._passed, self._invisible, abroad)

    def _read(self, row: TableRow) -> ResultRow | RowError:
        if row.blank:
            return NoContestError("blank rows")
        try:
            return self._candidacy(row)
        except RowError as error:
            return error

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
        name = place_name(name)
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

        may_lack = {key for key in layout.gaps if cell(key) in GAPS}
        nothing = {key for key in ("ward", "candidate", "party", "elected") if cell(key) in NOTHING}
        if {"party", "elected"} <= nothing and all(
            key in nothing or _TOTAL.search(cell(key)) for key in ("ward", "candidate")
        ):
            raise NoContestError("rows without a ward and a party, such as totals")
        if _MAYOR.search(cell("ward")) and {"candidate", "party", "elected"} <= nothing:
            raise NoContestError("rows of mayoral elections")
        codes = [code_of(*named(key)) if key in layout.columns else None for key in ("council_gss", "ward_gss")]
        nations = {_NATIONS.get(code[0], "England") for code in codes if code}
        if len(nations) > 1:
            raise RowError(f"code: expected two of one nation, got {codes[0]} and {codes[1]}")
        if nation := next(iter(nations - {self._nation}), None):
            raise _OtherNationError(nation)
        ward = name_of(*named("ward"))
        person = name_of(*named("candidate"))
        return ResultRow(
            line=row.line,
            council=self._place_name(name_of(*named("council"))),
            council_gss=codes[0],
            ward=self._place_name(_BY_ELECTION.sub("", ward) or ward),
            ward_gss=codes[1],
            candidate=person if layout.surname_first else surname_last(person),
            party="" if "party" in may_lack else name_of(*named("party")),
            votes=None if cell("votes") in NOTHING else votes_of(cell("votes")),
            elected=one_of(*named("elected"), layout.flags),
            seats=seats_of(*named("seats")) if "seats" in layout.columns and "seats" not in may_lack else None,
            ballot=cell("ballot") or None,
            day=day_of(*named("day")) if cell("day") else None,
            by_election=bool(_BY_ELECTION.search(ward)) or bool(cells.get(BY_ELECTION)),
            party_id=cell("party_id") or None,
            cancelled=bool(cells.get(CANCELLED)),
            won_lot=bool(cells.get(WON_LOT)),
        )


def _shortened(name: str) -> str:
    """A name for a message, or nothing if it is none."""
    try:
        return name_of("", name)
    except RowError:
        return ""


def _names_a_place(name: str) -> bool:
    return name not in NOTHING and any(letter.isalpha() for letter in name)
