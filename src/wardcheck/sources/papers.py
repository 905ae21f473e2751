"""Electorate, ballot papers and turnout by ward, from whichever published table has them.

Four tables are known by their columns: the Electoral Commission's of 2018 and of 2012 to 2015, the Greater London
Authority's of 2022, its ward atlas (a percentage alone), and the wards sheet of the Commons Library's handbook.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from wardcheck.errors import DataError, Problem
from wardcheck.model import Ballots, Conflict, Rejected, ReportedTurnout, Source, Ward
from wardcheck.sources import catalogue
from wardcheck.sources.handbook import WARDS, sheet_rows
from wardcheck.sources.matching import Entry, WardIndex, with_disagreements
from wardcheck.sources.text import GAPS, count_of, csv_rows, pct_of, table_rows
from wardcheck.sources.valid_papers import unless_contradicted, with_valid, without_in_part

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


class PapersTable(NamedTuple):
    """One table as read."""

    source: Source
    wards: WardIndex[Papers]


Row = Mapping[str, str]


def read_papers(path: Path, day: date) -> PapersTable:
    """The table in ``path``, of the election of ``day``.

    Raises:
        DataError: the file cannot be read, is none of the tables known, or has values that are no counts.
    """
    if path.suffix == ".xlsx":
        return PapersTable(catalogue.handbook(day), WardIndex(_entries(path, sheet_rows(path, WARDS), _handbook)))
    header = frozenset(next(iter(csv_rows(path)), (1, []))[1])
    for source, needed, read in _tables(day):
        if frozenset(needed) <= header:
            return PapersTable(source, WardIndex(_entries(path, table_rows(path, needed), read)))
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
    ward = with_disagreements(ward, entry, key)
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
        ward = unless_contradicted(ward)
    return replace(
        ward,
        electorate=ward.electorate or said.electorate,
        turnout_reported=ward.turnout_reported or reported,
        conflicts=tuple(conflicts),
        sources=ward.sources if key in ward.sources else (*ward.sources, key),
    )


def _turnouts(ward: Ward) -> list[float]:
    """Turnout in percent by each definition for which the ward has counts."""
    ballots = ward.ballots
    at_count = ballots.at_count
    if at_count is None and ballots.valid is not None and ballots.rejected_total is not None:
        at_count = ballots.valid + ballots.rejected_total
    return [100 * papers / ward.electorate for papers in (ballots.valid, at_count) if papers and ward.electorate]


def _entries(path: Path, rows: Iterator[tuple[int, Row]], read: Callable[[Row], Entry[Papers]]) -> list[Entry[Papers]]:
    found: list[Entry[Papers]] = []
    problems: list[Problem] = []
    for line, row in rows:
        try:
            found.append(read(row))
        except (ValueError, KeyError) as error:
            problems.append(Problem(str(path), line, f"row: expected names and counts, got {error}"))
    if problems:
        raise DataError(problems)
    return found


def _tables(day: date) -> tuple[tuple[Source, tuple[str, ...], Callable[[Row], Entry[Papers]]], ...]:
    year = day.year
    by_year = ("Ward", "Local Authority", f"Electorate {year}", f"Ballots returned {year}")
    atlas = ("ward_gss", "borough", "ward", f"turnout_pct_{year}")
    commission = catalogue.electoral_commission(day)
    return (
        (commission, ("ward_gss", "ward", "council", "electorate", "ballots_returned"), _commission),
        (commission, by_year, lambda row: _commission_by_year(row, year)),
        (catalogue.gla(day), ("ward_original", "borough", "entitled_electors", "valid_ballots", "WD22CD"), _gla),
        (catalogue.atlas(), atlas, lambda row: _atlas(row, year)),
    )


def _commission(row: Row) -> Entry[Papers]:
    papers = Papers(count_of(row["electorate"]), Ballots(at_count=count_of(row["ballots_returned"])))
    return Entry(row["council"], row["ward"], row["ward_gss"] or None, papers)


def _commission_by_year(row: Row, year: int) -> Entry[Papers]:
    at_count = count_of(row[f"Ballots returned {year}"])
    papers = Papers(count_of(row[f"Electorate {year}"]), Ballots(at_count=at_count))
    return Entry(row["Local Authority"], row["Ward"], None, papers)


def _gla(row: Row) -> Entry[Papers]:
    ballots, derived = _gla_ballots(row)
    papers = Papers(count_of(row["entitled_electors"]), ballots, derived=derived)
    return Entry(row["borough"], row["ward_original"], row["WD22CD"] or None, papers)


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


def _atlas(row: Row, year: int) -> Entry[Papers]:
    pct = pct_of(row[f"turnout_pct_{year}"])
    reported = None if pct is None else ReportedTurnout(pct)
    return Entry(row["borough"], row["ward"], row["ward_gss"] or None, Papers(reported=reported))


def _handbook(row: Row) -> Entry[Papers]:
    pct = pct_of(row["Turnout (%)"])
    reported = None if pct is None else ReportedTurnout(pct)
    papers = Papers(count_of(row["Electorate"]), reported=reported)
    return Entry(row["Local authority name"], row["Ward name"], row["Ward code"] or None, papers)
