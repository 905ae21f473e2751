"""GSS codes and ballot ids of wards, from tables that list them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from wardcheck.model import Ward
from wardcheck.sources.matching import Entry, WardIndex, with_disagreements
from wardcheck.sources.text import csv_rows, table_rows

_BALLOT = ("ballot_id", "gss_code")
_ATLAS = ("ward_gss", "borough", "ward")
_LOOKUP = ("WDCD", "LANM", "WDNM")
_PARTS = 4


def read_codes(path: Path) -> WardIndex[str]:
    """GSS codes by council and ward: the Office for National Statistics' lookup, or the London ward atlas.

    Raises:
        DataError: the file cannot be read or has other columns.
    """
    header = frozenset(next(iter(csv_rows(path)), (1, []))[1])
    columns = _ATLAS if frozenset(_ATLAS) <= header else _LOOKUP
    gss, council, ward = columns
    rows = table_rows(path, columns)
    return WardIndex([Entry(row[council], row[ward], row[gss], row[gss]) for _, row in rows if row.get(ward)])


def read_ballots(path: Path) -> WardIndex[str]:
    """Democracy Club's ballot ids, by council and ward as their words say and by GSS code.

    Raises:
        DataError: the file cannot be read or has other columns.
    """
    entries = []
    for _, row in table_rows(path, _BALLOT):
        parts = [part for part in row["ballot_id"].split(".") if part != "by"]
        if parts[0] == "local" and len(parts) == _PARTS:
            entries.append(Entry(parts[1], parts[2], row.get("gss_code") or None, row["ballot_id"]))
    return WardIndex(entries)


def with_code(ward: Ward, council: str, codes: WardIndex[str]) -> Ward:
    """The ward with its GSS code, if it has none and the table lists its name."""
    entry = codes.find(council, ward) if ward.gss is None else None
    return ward if entry is None else replace(ward, gss=entry.content)


def with_ballot(ward: Ward, council: str, ballots: WardIndex[str], source: str) -> Ward:
    """The ward with its ballot id, whose ward part is its slug, and a conflict where the two codes differ."""
    entry = ballots.find(council, ward)
    if entry is None:
        return ward
    named = with_disagreements(ward, entry, source)
    parts = [part for part in entry.content.split(".") if part != "by"]
    sources = named.sources if source in named.sources else (*named.sources, source)
    return replace(named, ballot=entry.content, slug=parts[2], sources=sources)
