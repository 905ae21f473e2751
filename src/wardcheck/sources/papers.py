"""Electorate, ballot papers and turnout by ward, from whichever published table has them.

Four tables are known by their columns: the Electoral Commission's of 2018 and of 2012 to 2015, the Greater London
Authority's of 2022, its ward atlas (a percentage alone), and the wards sheet of the Commons Library's handbook.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from wardcheck.errors import DataError, Problem
from wardcheck.facts.papers import PAPERS, percent, printed
from wardcheck.model import Ballots, Conflict, Rejected, ReportedTurnout, Source, Ward
from wardcheck.sources import catalogue
from wardcheck.sources.cells import RowError, code_of, name_of
from wardcheck.sources.handbook import WARDS, WARDS_2021, WARDS_2025
from wardcheck.sources.matching import Entry, WardIndex, with_disagreements
from wardcheck.sources.tables import has, is_workbook, lacking, table, tops
from wardcheck.sources.text import GAPS, count_of, pct_of
from wardcheck.sources.valid_papers import unless_contradicted, with_certain, with_valid, without_in_part

_ROUNDING = 0.1
"""By how many points a published percentage may miss its counts: some are cut to a decimal, not rounded."""


_GLA_HEADS = ("rb_official_mark", "rb_more_candidates", "rb_voter_defined", "rb_unmarked_void")
"""The four heads of rejection, in the order of ``Rejected``."""


class Papers(NamedTuple):
    """What a table says of one ward; unknown is ``None``."""

    electorate: int | None = None
    ballots: Ballots = Ballots()
    reported: ReportedTurnout | None = None
    derived: Mapping[str, str] = MappingProxyType({})
    """How figures of ``ballots`` were worked out, by key."""
    seats: int | None = None
    uncertain: int | None = None
    """Papers of which the table does not tell whether those rejected are among them."""


class PapersTable(NamedTuple):
    """One table as read, and each row of it that cannot be used, with the council that it names."""

    source: Source
    wards: WardIndex[Papers]
    unusable: Sequence[tuple[str, Problem]]


Row = Mapping[str, str]


def read_papers(path: Path, day: date) -> PapersTable:
    """The table in ``path``, of the election of ``day``. A row with a value that is no count costs its ward alone.

    Raises:
        DataError: the file cannot be read or is none of the tables known.
    """
    first = tops(path)
    for source, columns in _tables(day):
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


class _Columns(NamedTuple):
    """How one table is read: where its names stand, which columns it is known by, and what a row says."""

    council: str
    ward: str
    gss: str | None
    needed: tuple[str, ...]
    says: Callable[[Row], Papers]
    also: tuple[str, ...] = ()


def _papers_table(path: Path, source: Source, columns: _Columns) -> PapersTable:
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


def _tables(day: date) -> tuple[tuple[Source, _Columns], ...]:
    year = day.year
    electorate, returned, pct = f"Electorate {year}", f"Ballots returned {year}", f"turnout_pct_{year}"
    commission = catalogue.electoral_commission(day)
    return (
        (
            commission,
            _Columns(
                "council",
                "ward",
                "ward_gss",
                ("ward_gss", "ward", "council", "electorate", "ballots_returned"),
                lambda row: _counts(row["electorate"], row["ballots_returned"]),
            ),
        ),
        (
            commission,
            _Columns(
                "Local Authority",
                "Ward",
                None,
                ("Ward", "Local Authority", electorate, returned),
                lambda row: _counts(row[electorate], row[returned]),
            ),
        ),
        (
            catalogue.gla(day),
            _Columns(
                "borough",
                "ward_original",
                "WD22CD",
                ("ward_original", "borough", "entitled_electors", "valid_ballots", "WD22CD", *_GLA_HEADS, *_TOTALS),
                _gla,
                ("num_councillors",),
            ),
        ),
        (
            catalogue.atlas(),
            _Columns(
                "borough",
                "ward",
                "ward_gss",
                ("ward_gss", "borough", "ward", pct),
                lambda row: Papers(reported=_reported(row[pct])),
            ),
        ),
        *((catalogue.handbook(day), columns) for columns in _HANDBOOKS),
    )


_TOTALS = ("rejected_ballots", "rejected_in_part")


def _counts(electorate: str, returned: str) -> Papers:
    return Papers(count_of(electorate), Ballots(at_count=count_of(returned)))


def _reported(text: str) -> ReportedTurnout | None:
    pct = pct_of(text)
    return None if pct is None else ReportedTurnout(pct)


def _gla(row: Row) -> Papers:
    ballots, derived = _gla_ballots(row)
    seats = count_of(row.get("num_councillors"))
    return Papers(count_of(row["entitled_electors"]), ballots, derived=derived, seats=seats)


def _gla_ballots(row: Row) -> tuple[Ballots, Mapping[str, str]]:
    """The ballots of a ward; a nought among the heads is nought where the others say that they were counted.

    Many boroughs print a total of no rejected papers beside heads that add up to some: what they call valid is then
    all papers at the count. Where nothing at all is printed as rejected it is unknown, not nought.
    """
    valid, total = count_of(row["valid_ballots"]), count_of(row["rejected_ballots"])
    in_part = count_of(row["rejected_in_part"])
    heads = Rejected(*(None if row[head].strip() in GAPS else count_of(row[head]) or 0 for head in _GLA_HEADS))
    if not any(heads) and not (total and total == in_part):
        return Ballots(valid=valid, rejected_total=total, rejected_in_part=in_part), {}
    if total is None:
        return with_valid(Ballots(rejected=heads, at_count=valid, rejected_in_part=in_part))
    return without_in_part(Ballots(valid=valid, rejected=heads, rejected_total=total, rejected_in_part=in_part))


def _of_handbook(row: Row) -> Papers:
    return Papers(count_of(row["Electorate"]), reported=_reported(row["Turnout (%)"]))


def _of_2025(row: Row) -> Papers:
    """The papers are told to hold the invalid ones, and in a third of the wards cannot: see ``with_certain``."""
    return Papers(
        count_of(row["Electorate"]),
        Ballots(rejected_total=count_of(row["Invalid votes"])),
        _reported(row["Turnout (EC method)"]),
        uncertain=count_of(row["Ballots"]),
    )


_HANDBOOKS = (
    _Columns("Local authority name", "Ward/ED name", "Ward/ED code", WARDS_2021, _of_handbook),
    _Columns("Local authority name", "Ward name", "Ward code", WARDS, _of_handbook),
    _Columns(WARDS_2025[0], WARDS_2025[2], WARDS_2025[1], WARDS_2025, _of_2025),
)
