"""Results typed from a newspaper's report: council, ward, date, candidate, party, votes, elected."""

from __future__ import annotations

from pathlib import Path

from wardcheck.sources.rows import Published, ResultRow, name_of, one_of, read_rows, votes_of, whole
from wardcheck.sources.text import table_rows

_COLUMNS = ("council", "ward", "date", "candidate", "party", "votes", "elected")
_ELECTED = {"1": True, "0": False}
_BY_ELECTION = " (by-election)"


def read_times_series(path: Path) -> Published:
    """The candidacies of the file, and every row that is not one.

    Raises:
        DataError: the file is not comma-separated text in UTF-8, or lacks the columns.
    """
    return read_rows(path, table_rows(path, _COLUMNS), _row, _place)


def _place(row: dict[str, str]) -> tuple[str, str]:
    return row.get("council", ""), row.get("ward", "").removesuffix(_BY_ELECTION)


def _row(line: int, row: dict[str, str]) -> ResultRow:
    whole(row, _COLUMNS)
    return ResultRow(
        line=line,
        council=name_of("council", row["council"]),
        council_gss=None,
        ward=name_of("ward", row.get("ward", "")).removesuffix(_BY_ELECTION),
        ward_gss=None,
        candidate=name_of("candidate", row.get("candidate", "")),
        party=name_of("party", row.get("party", "")),
        votes=votes_of(row.get("votes", "")),
        elected=one_of("elected", row.get("elected", ""), _ELECTED),
    )
