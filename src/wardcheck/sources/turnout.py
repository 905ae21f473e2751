"""The Electoral Commission's ward turnout: electorate, and ballot papers at the count, rejected ones included."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from wardcheck.errors import DataError, Problem
from wardcheck.model import Ballots, Ward

_COLUMNS = ("ward_gss", "electorate", "ballots_returned")


@dataclass(frozen=True, slots=True)
class WardTurnout:
    """Counts of one ward; ``None`` is unknown."""

    electorate: int | None
    at_count: int | None


def read_turnout(path: Path) -> dict[str, WardTurnout]:
    """The counts by ward GSS code. A nought or a gap in the file is an unknown count.

    Raises:
        DataError: the file cannot be read, lacks a column, or has a value that is no count.
    """
    problems: list[Problem] = []
    found: dict[str, WardTurnout] = {}
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.DictReader(file)
            missing = [name for name in _COLUMNS if name not in (reader.fieldnames or ())]
            if missing:
                raise DataError([Problem(str(path), 1, f"header: expected {', '.join(missing)}, got none")])
            for row in reader:
                counts = [_count(row[name]) for name in _COLUMNS[1:]]
                if any(isinstance(count, str) for count in counts):
                    wrong = ", ".join(repr(count) for count in counts if isinstance(count, str))
                    problems.append(Problem(str(path), reader.line_num, f"count: expected a whole number, got {wrong}"))
                else:
                    electorate, at_count = counts
                    assert not isinstance(electorate, str)  # noqa: S101  told apart above
                    assert not isinstance(at_count, str)  # noqa: S101
                    found[row["ward_gss"]] = WardTurnout(electorate, at_count)
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise DataError(
            [Problem(str(path), 1, f"file: expected comma-separated text in UTF-8, got {error}")]
        ) from error
    if problems:
        raise DataError(problems)
    return found


def with_turnout(ward: Ward, turnout: Mapping[str, WardTurnout], source: str) -> Ward:
    """The ward with its counts, if the file has any for its GSS code."""
    counts = turnout.get(ward.gss or "")
    if counts is None or (counts.electorate is None and counts.at_count is None):
        return ward
    return replace(
        ward,
        electorate=counts.electorate,
        ballots=Ballots(at_count=counts.at_count),
        sources=(*ward.sources, source),
    )


def _count(text: str | None) -> int | str | None:
    """A count, ``None`` for a gap or a nought, or the text itself where it is no count."""
    stripped = (text or "").strip()
    if not stripped:
        return None
    return (int(stripped) or None) if stripped.isascii() and stripped.isdigit() else stripped
