"""GSS codes and ballot ids of wards, from tables that list them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import NamedTuple

from wardcheck.errors import DataError, Problem
from wardcheck.model import Ward
from wardcheck.sources.ballot_ids import OTHERS, parts_of
from wardcheck.sources.cells import RowError, code_of, name_of
from wardcheck.sources.matching import Entry, WardIndex, with_disagreements
from wardcheck.sources.rows import ResultRow
from wardcheck.sources.slugs import slug_of
from wardcheck.sources.tables import TableRow, has, table, tops

_BALLOT = ("ballot_id", "gss_code")
_ATLAS = ("ward_gss", "borough", "ward")
_LOOKUP = ("WDCD", "LANM", "WDNM")


class Listed(NamedTuple):
    """A table of names as read, and each row of it that cannot be used."""

    wards: WardIndex[str]
    problems: Sequence[Problem]


def read_codes(path: Path) -> Listed:
    """GSS codes by council and ward: the Office for National Statistics' lookup, or the London ward atlas.

    Raises:
        DataError: the file cannot be read or has other columns.
    """
    columns = _ATLAS if has(tops(path), _ATLAS) else _LOOKUP
    gss, council, ward = columns
    entries: list[Entry[str]] = []
    problems: list[Problem] = []
    for row in table(path, columns):
        if row.blank:
            continue
        try:
            _whole(row)
            code = code_of(gss, row.cells[gss])
            if code is None:
                raise RowError(f"{gss}: expected a code such as E05000056, got nothing")
            names = name_of(council, row.cells[council]), name_of(ward, row.cells[ward])
            entries.append(Entry(*names, code, code, row.line))
        except RowError as error:
            problems.append(Problem(str(path), row.line, str(error)))
    return Listed(WardIndex(entries, str(path)), problems)


class BallotIds(NamedTuple):
    """Ballot ids of one polling day, and each row of their table that cannot be used."""

    ordinary: WardIndex[str]
    by_elections: WardIndex[str]
    problems: Sequence[Problem]
    slugs: frozenset[str] = frozenset()
    """The wards of the ids."""

    def of(self, *, by_election: bool) -> WardIndex[str]:
        """Those of one kind of poll."""
        return self.by_elections if by_election else self.ordinary


def read_ballots(path: Path, day: date) -> BallotIds:
    """Democracy Club's ballot ids of one polling day, by council and ward as their words say and by GSS code.

    A code that is none costs the row its code alone.

    Raises:
        DataError: the file cannot be read, has other columns, or gives one id to two wards: ids become names of files.
    """
    entries: list[Entry[str]] = []
    problems: list[Problem] = []
    for row in table(path, _BALLOT):
        if row.blank:
            continue
        try:
            _whole(row)
            ballot = row.cells["ballot_id"]
            parts = parts_of(ballot)
            if parts is None:
                if ballot.split(".")[0] not in OTHERS:
                    raise RowError(f"ballot_id: expected local.COUNCIL.WARD.DATE, got {ballot!r}")
                continue  # mayors and others are not ward elections
            if parts.day != day:
                continue
            entries.append(Entry(parts.council, parts.ward, None, ballot, row.line))
            entries[-1] = entries[-1]._replace(gss=code_of("gss_code", row.cells["gss_code"]))
        except RowError as error:
            problems.append(Problem(str(path), row.line, str(error)))
    often = Counter(entry.content for entry in entries)
    if twice := [entry for entry in entries if often[entry.content] > 1]:
        what = "ballot_id: expected each id once, got"
        raise DataError(Problem(str(path), entry.line, f"{what} {entry.content} again") for entry in twice)
    ordinary, others = (
        WardIndex([e for e in entries if (".by." in e.content) is by_election], str(path))
        for by_election in (False, True)
    )
    slugs = frozenset(parts.ward for parts in map(parts_of, often) if parts is not None)
    return BallotIds(ordinary, others, problems, slugs)


def is_by_election(row: ResultRow, ballots: BallotIds) -> bool:
    """Whether the only poll of the row's ward that the ids know was a by-election."""
    ward = Ward(slug_of(row.ward), row.ward, 1, (), (), gss=row.ward_gss)
    council = slug_of(row.council)
    return ballots.by_elections.find(council, ward) is not None and ballots.ordinary.find(council, ward) is None


def _whole(row: TableRow) -> None:
    if row.fault is not None:
        raise RowError(row.fault)


def with_code(ward: Ward, council: str, codes: WardIndex[str]) -> Ward:
    """The ward with its GSS code, if it has none and the table lists its name."""
    entry = codes.find(council, ward) if ward.gss is None else None
    return ward if entry is None else replace(ward, gss=entry.content)


def with_ballot(ward: Ward, council: str, ballots: WardIndex[str], source: str) -> Ward:
    """The ward with its ballot id, whose ward part is its slug, and a conflict where the two codes differ."""
    entry = ballots.find(council, ward)
    parts = None if entry is None else parts_of(entry.content)
    if entry is None or parts is None:
        return ward
    named = with_disagreements(ward, entry, source)
    sources = named.sources if source in named.sources else (*named.sources, source)
    return replace(named, ballot=entry.content, slug=parts.ward, sources=sources)
