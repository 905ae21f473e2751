"""A list of dead heats, with how each was settled and the page that reports it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import NamedTuple

from wardcheck.model import Candidacy, Source, TieBreak, Ward
from wardcheck.sources.matching import Entry, WardIndex
from wardcheck.sources.slugs import slug_of
from wardcheck.sources.text import table_rows

_COLUMNS = ("council", "ward", "date", "candidate", "votes", "elected", "method", "source")


class Tie(NamedTuple):
    """One dead heat: what each polled, the names of the winner and the others, how it was settled, who says so."""

    votes: int
    winner: str
    losers: tuple[str, ...]
    method: str
    url: str


def read_ties(path: Path, day: date) -> WardIndex[Tie]:
    """The dead heats of one polling day; rows without a number of votes or a way of settling are passed over.

    Raises:
        DataError: the file cannot be read or lacks the columns.
    """
    groups: dict[tuple[str, str], list[dict[str, str]]] = {}
    for _, row in table_rows(path, _COLUMNS):
        if row.get("date") == day.isoformat() and row.get("method") and row.get("votes", "").isdigit():
            council = re.sub(r" \([A-Z]+\)$", "", row["council"])
            groups.setdefault((council, row["ward"]), []).append(row)
    return WardIndex(
        [Entry(council, ward, None, tie) for (council, ward), rows in groups.items() if (tie := _tie(rows))]
    )


def _tie(rows: Sequence[dict[str, str]]) -> Tie | None:
    winners = [row for row in rows if row["elected"] == "1"]
    losers = [row for row in rows if row["elected"] == "0"]
    if len(winners) != 1 or not losers or len({row["votes"] for row in rows}) != 1:
        return None
    won = winners[0]
    url = won["source"].split(" ")[0]
    return Tie(int(won["votes"]), won["candidate"], tuple(row["candidate"] for row in losers), won["method"], url)


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
    surname = slug_of(name.split()[-1])
    found = [c for c in candidates if slug_of(c.name.split()[-1]) == surname]
    return found[0] if len(found) == 1 else None
