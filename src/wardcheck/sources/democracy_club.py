"""Democracy Club's results of one polling day: candidacies under ballot ids, without names of wards.

The file begins with a stray line; its ``ballots_cast`` are the candidate's votes. Council and ward are read off
the ballot id ``local.<council>.<ward>.<date>``, whose words stand for their names.
"""

from __future__ import annotations

from pathlib import Path

from wardcheck.sources.rows import Published, ResultRow, RowError, name_of, one_of, read_rows, votes_of, whole
from wardcheck.sources.text import table_rows

_COLUMNS = ("ballot_paper_id", "party_name", "person_name", "ballots_cast", "is_winner")
_ELECTED = {"True": True, "False": False}
_PARTS = 4


def read_democracy_club(path: Path) -> Published:
    """The candidacies of local elections in the file, and every row that is not one.

    Raises:
        DataError: the file is not comma-separated text in UTF-8, or lacks the columns.
    """
    return read_rows(path, table_rows(path, _COLUMNS), _row, _place)


def _parts(row: dict[str, str]) -> list[str]:
    return [part for part in row.get("ballot_paper_id", "").split(".") if part != "by"]


def _place(row: dict[str, str]) -> tuple[str, str]:
    parts = _parts(row)
    return (_words(parts[1]), _words(parts[2])) if len(parts) == _PARTS else ("", "")


def _row(line: int, row: dict[str, str]) -> ResultRow | None:
    whole(row, _COLUMNS)
    parts = _parts(row)
    ballot = row.get("ballot_paper_id", "")
    name_of("ballot_paper_id", ballot)
    if parts[:1] != ["local"]:
        return None  # mayors and others are not ward elections
    if len(parts) != _PARTS:
        raise RowError(f"ballot_paper_id: expected local.COUNCIL.WARD.DATE, got {ballot!r}")
    _, council, ward, _ = parts
    return ResultRow(
        line=line,
        council=_words(council),
        council_gss=None,
        ward=_words(ward),
        ward_gss=None,
        candidate=name_of("person_name", row.get("person_name", "")),
        party=name_of("party_name", row.get("party_name", "")),
        votes=votes_of(row.get("ballots_cast", "")),
        elected=one_of("is_winner", row.get("is_winner", ""), _ELECTED),
        ballot=ballot,
    )


def _words(slug: str) -> str:
    """``kingston-upon-thames`` -> ``Kingston upon Thames``."""
    small = {"and", "upon", "of", "the", "on", "in", "with", "le", "under"}
    words = slug.split("-")
    return " ".join(w if n and w in small else w.capitalize() for n, w in enumerate(words))
