"""Democracy Club's results of one polling day: candidacies under ballot ids, without names of wards.

The file begins with a stray line; its ``ballots_cast`` are the candidate's votes. Council and ward are read off
the ballot id, whose words stand for their names.
"""

from __future__ import annotations

from wardcheck.sources import catalogue
from wardcheck.sources.ballot_ids import OTHERS, council_of, parts_of, words_of
from wardcheck.sources.cells import NoContestError, RowError
from wardcheck.sources.rows import BY_ELECTION, Cells, Layout

_ID = "ballot_paper_id"


def _with_places(cells: Cells) -> Cells:
    ballot = cells[_ID]
    if other := OTHERS.get(ballot.split(".")[0]):
        raise NoContestError(f"rows of {other}")
    parts = parts_of(ballot)
    if parts is None:
        raise RowError(f"{_ID}: expected local.COUNCIL.WARD.DATE, got {ballot!r}")
    return {
        **cells,
        "council": words_of(parts.council),
        "ward": words_of(parts.ward),
        "date": parts.day.isoformat(),
        BY_ELECTION: "yes" if parts.by_election else "",
    }


def _place(cells: Cells) -> tuple[str, str]:
    parts = parts_of(cells.get(_ID, ""))
    if parts is None:
        return words_of(council_of(cells.get(_ID, ""))), ""
    return words_of(parts.council), words_of(parts.ward)


DEMOCRACY_CLUB = Layout(
    aliases="democracy-club",
    source=catalogue.democracy_club,
    columns={
        "ballot": _ID,
        "council": "council",
        "ward": "ward",
        "day": "date",
        "candidate": "person_name",
        "party": "party_name",
        "party_id": "party_id",
        "votes": "ballots_cast",
        "elected": "is_winner",
    },
    also=(_ID,),
    optional=frozenset({"council", "ward", "day", "party_id"}),
    prepare=_with_places,
    place=_place,
)
