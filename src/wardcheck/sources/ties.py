"""A list of dead heats, with how each was settled and the page that reports it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import NamedTuple

from wardcheck.errors import Problem
from wardcheck.model import Candidacy, Source, TieBreak, Ward
from wardcheck.sources.cells import FLAG_1_0, RowError, name_of, one_of, votes_of
from wardcheck.sources.matching import Entry, WardIndex
from wardcheck.sources.slugs import slug_of
from wardcheck.sources.tables import table

_COLUMNS = ("council", "ward", "date", "candidate", "votes", "elected", "method", "source")


class Tie(NamedTuple):
    """One dead heat: what each polled, the names of the winner and the others, how it was settled, who says so."""

    votes: int
    winner: str
    losers: tuple[str, ...]
    method: str
    url: str | None


class ListedTies(NamedTuple):
    """A list of dead heats as read, and each row of it that cannot be used."""

    wards: WardIndex[Tie]
    problems: Sequence[Problem]


def read_ties(path: Path, day: date) -> ListedTies:
    """The dead heats of one polling day; rows without a number of votes or a way of settling are passed over.

    Raises:
        DataError: the file cannot be read or lacks the columns.
    """
    groups: dict[tuple[str, str], list[_Row]] = {}
    problems: list[Problem] = []
    for row in table(path, _COLUMNS):
        cells = row.cells
        if cells.get("date") != day.isoformat() or not cells.get("method") or not cells.get("votes"):
            continue
        try:
            if row.fault is not None:
                raise RowError(row.fault)
            council = re.sub(r" \([A-Z]+\)$", "", name_of("council", cells["council"]))
            ward = name_of("ward", cells["ward"])
            method = name_of("method", cells["method"])
            person = name_of("candidate", cells["candidate"])
            elected = one_of("elected", cells["elected"], FLAG_1_0)
            url = name_of("source", cells["source"]).split(" ")[0] if cells["source"] else None
            found = _Row(row.line, person, votes_of(cells["votes"]), elected, method, url)
            groups.setdefault((council, ward), []).append(found)
        except RowError as error:
            problems.append(Problem(str(path), row.line, str(error)))
    entries = [
        Entry(council, ward, None, tie, rows[0].line)
        for (council, ward), rows in groups.items()
        if (tie := _tie(rows)) is not None
    ]
    return ListedTies(WardIndex(entries, str(path)), problems)


class _Row(NamedTuple):
    line: int
    person: str
    votes: int
    elected: bool
    method: str
    url: str | None


def _tie(rows: Sequence[_Row]) -> Tie | None:
    winners = [row for row in rows if row.elected]
    losers = [row for row in rows if not row.elected]
    if len(winners) != 1 or not losers or len({row.votes for row in rows}) != 1:
        return None
    won = winners[0]
    return Tie(won.votes, won.person, tuple(row.person for row in losers), won.method, won.url)


def with_tie(ward: Ward, tie: Tie, source: Source) -> Ward:
    """The ward with the dead heat as its tie_break, if its candidates can be told to be those of the tie.

    Where the winner's printed figure is one more than the tie, it holds the vote that the lot added.
    """
    winner = _named(tie.winner, ward.elected)
    losers = [_named(name, ward.not_elected) for name in tie.losers]
    if winner is None or winner.votes is None or not all(c is not None and c.votes == tie.votes for c in losers):
        return ward
    if winner.votes - tie.votes not in (0, 1):
        return ward
    settled = TieBreak(
        votes=tie.votes,
        between=(winner.name, *(c.name for c in losers if c is not None)),
        winner=winner.name,
        method=tie.method,
        vote_added=winner.votes == tie.votes + 1,
    )
    return replace(ward, tie_break=settled, sources=(*ward.sources, source.key))


def _named(name: str, candidates: Sequence[Candidacy]) -> Candidacy | None:
    surname = _surname(name)
    found = [c for c in candidates if _surname(c.name) == surname]
    return found[0] if len(found) == 1 else None


def _surname(name: str) -> str:
    """Of ``David Ferguson``, of ``Ferguson D.`` and of ``Ferguson, D.``."""
    words = name.partition(",")[0].split()
    if len(words) > 1 and words[-1].endswith("."):
        words.pop()
    return slug_of(words[-1]) if words else ""
