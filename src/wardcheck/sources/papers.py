"""Electorate, ballot papers and turnout by ward, from whichever published table has them (``paper_tables``)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import NamedTuple

from wardcheck.errors import DataError, Problem
from wardcheck.facts.papers import PAPERS, percent, printed
from wardcheck.model import Ballots, Conflict, Source, Ward
from wardcheck.sources.cells import RowError, code_of, name_of
from wardcheck.sources.handbook import WARDS
from wardcheck.sources.matching import Entry, WardIndex, with_disagreements
from wardcheck.sources.paper_tables import Columns, Papers, tables_of
from wardcheck.sources.tables import has, is_workbook, lacking, table, tops
from wardcheck.sources.valid_papers import unless_contradicted, with_certain

_ROUNDING = 0.1
"""By how many points a published percentage may miss its counts: some are cut to a decimal, not rounded."""


class PapersTable(NamedTuple):
    """One table as read, and each row of it that cannot be used, with the council that it names."""

    source: Source
    wards: WardIndex[Papers]
    unusable: Sequence[tuple[str, Problem]]


def read_papers(path: Path, day: date) -> PapersTable:
    """The table in ``path``, of the election of ``day``. A row with a value that is no count costs its ward alone.

    Raises:
        DataError: the file cannot be read or is none of the tables known.
    """
    first = tops(path)
    for source, columns in tables_of(day):
        if has(first, columns.needed):
            return _papers_table(path, source, columns)
    if is_workbook(path):
        raise DataError([lacking(path, WARDS, first)])
    raise DataError([Problem(str(path), 1, "header: expected a table of ballot papers or turnout, got none known")])


def with_papers(ward: Ward, council: str, table: PapersTable) -> Ward:
    """The ward with what the table says of it.

    A figure that the ward has already is kept, and another one from this table becomes a conflict; so does a percentage
    that does not follow from the ward's counts by either definition of turnout.
    """
    entry = table.wards.find(council, ward)
    if entry is None or entry.content == Papers():
        return ward
    said = entry.content
    key = table.source.key
    ward = _with_seats(with_disagreements(ward, entry, key), said.seats, key)
    conflicts = list(ward.conflicts)
    if ward.electorate and said.electorate and ward.electorate != said.electorate:
        conflicts.append(Conflict("electorate", said.electorate, key))
    reported, counted = said.reported, _turnouts(ward)
    if reported is not None and counted:
        if all(abs(reported.pct - pct) > _ROUNDING for pct in counted):
            conflicts.append(Conflict("turnout", f"{reported.pct:g} %", key))
        reported = None  # the counts say it already
    if ward.ballots == Ballots():
        ward = replace(ward, ballots=said.ballots, derived={**ward.derived, **said.derived})
        ward = unless_contradicted(with_certain(ward, said.uncertain))
    return replace(
        ward,
        electorate=ward.electorate or said.electorate,
        turnout_reported=ward.turnout_reported or reported,
        conflicts=tuple(conflicts),
        sources=ward.sources if key in ward.sources else (*ward.sources, key),
    )


def _with_seats(ward: Ward, seats: int | None, source: str) -> Ward:
    """The ward with the seats that the table prints in place of those worked out, or a conflict with those printed."""
    if seats is None or (seats == ward.seats and "seats" not in ward.derived):
        return ward
    if "seats" in ward.derived:
        derived = {figure: how for figure, how in ward.derived.items() if figure != "seats"}
        return replace(ward, seats=seats, derived=derived)
    return replace(ward, conflicts=(*ward.conflicts, Conflict("seats", seats, source)))


def _turnouts(ward: Ward) -> list[float]:
    """Turnout in percent by each definition for which the ward has counts."""
    found = (percent(printed(ward, definition), ward.electorate) for definition in PAPERS)
    return [pct for pct in found if pct]


def _papers_table(path: Path, source: Source, columns: Columns) -> PapersTable:
    found: list[Entry[Papers]] = []
    unusable: list[tuple[str, Problem]] = []
    for row in table(path, columns.needed, columns.also):
        if row.blank:
            continue
        cells = row.cells
        try:
            if row.fault is not None:
                raise RowError(row.fault)
            gss = code_of(columns.gss, cells[columns.gss]) if columns.gss else None
            council, ward = cells[columns.council], cells[columns.ward]
            named = (
                name_of(columns.council, council) if council else None,
                name_of(columns.ward, ward) if ward else None,
            )
            found.append(Entry(*named, gss, columns.says(cells), row.line))
        except ValueError as error:
            place = ", ".join(filter(None, (cells.get(columns.ward, ""), cells.get(columns.council, ""))))
            what = str(error) if isinstance(error, RowError) else f"row: expected names and counts, got {error}"
            problem = Problem(str(path), row.line, f"{what} ({place}); its papers were left out" if place else what)
            unusable.append((cells.get(columns.council, ""), problem))
    return PapersTable(source, WardIndex(found, str(path)), unusable)
