"""The Greater London Authority's candidates of the London borough elections of 2022."""

from __future__ import annotations

import re
from pathlib import Path

from wardcheck.sources.rows import Published, ResultRow, code_of, name_of, one_of, read_rows, votes_of, whole
from wardcheck.sources.text import table_rows

_COLUMNS = ("borough", "ward_original", "surname", "firstname", "party", "votes", "elected", "WD22CD", "LAD22CD")
_ELECTED = {"True": True, "False": False}
_CAPITALS = re.compile(r"(?<![^\W\d_])[^\W\d_a-z]{2,}(?![^\W\d_])")
_DEBRIS = re.compile(r"\[[^\]]*\]|[|\\*,]")
"""The name commonly used, which the boroughs print in brackets after the full one, and slips of the hand."""


def read_gla(path: Path) -> Published:
    """The candidacies of the file, and every row that is not one.

    Raises:
        DataError: the file is not comma-separated text in UTF-8, or lacks the columns.
    """
    return read_rows(path, table_rows(path, _COLUMNS), _row, _place)


def _place(row: dict[str, str]) -> tuple[str, str]:
    return row.get("borough", ""), row.get("ward_original", "")


def _row(line: int, row: dict[str, str]) -> ResultRow:
    whole(row, _COLUMNS)
    return ResultRow(
        line=line,
        council=name_of("borough", row["borough"]).replace(" & ", " and "),
        council_gss=code_of("LAD22CD", row.get("LAD22CD", "")),
        ward=name_of("ward_original", row["ward_original"]).replace(" & ", " and "),
        ward_gss=code_of("WD22CD", row.get("WD22CD", "")),
        candidate=name_of("candidate", _person(row["firstname"], row["surname"])),
        party=name_of("party", row["party"]),
        votes=votes_of(row["votes"]),
        elected=one_of("elected", row.get("elected", ""), _ELECTED),
    )


def _person(first: str, surname: str) -> str:
    """A name as it would be printed elsewhere: ``Anna [Ann]``, ``O'NEILL-MCCABE`` -> ``Anna O'Neill-McCabe``.

    The first name is ``0`` where the whole name stands under the surname.
    """
    name = _DEBRIS.sub(" ", f"{first.removeprefix('0')} {_CAPITALS.sub(_small_letters, surname)}")
    return " ".join(name.split())


def _small_letters(word: re.Match[str]) -> str:
    return re.sub(r"^Mc(.)", lambda after: "Mc" + after[1].upper(), word[0].capitalize())
