"""Democracy Club's results: candidacies under ballot ids.

The file of 2018 begins with a stray line; its ``ballots_cast`` are the candidate's votes. Council and ward are read off
the ballot id, whose words stand for their names. The columns of today have the ward's name, seats and days.
"""

from __future__ import annotations

from dataclasses import replace

from wardcheck.sources import catalogue
from wardcheck.sources.ballot_ids import OTHERS, council_of, parts_of, words_of
from wardcheck.sources.cells import TRUE_FALSE, NoContestError, RowError, one_of
from wardcheck.sources.family import Family
from wardcheck.sources.layout import BY_ELECTION, CANCELLED, WON_LOT, Cells, Layout

_ID = "ballot_paper_id"
_CANCELLED, _TIED = "cancelled_poll", "tied_vote_winner"
_YES_NO = {"t": True, "f": False, **TRUE_FALSE}


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


def _with_poll(cells: Cells) -> Cells:
    """What the columns of today say beside the id: the day of the poll, its cancelling, and a lot.

    A poll that was put off keeps the id that it was announced under. Nobody need be marked where a poll was cancelled.
    """
    placed = _with_places(cells)
    cancelled, won = (_said(cells, column) for column in (_CANCELLED, _TIED))
    return {
        **placed,
        "date": cells["election_date"] or placed["date"],
        "ward": cells["post_label"] or placed["ward"],
        "elected": cells["elected"] or ("f" if cancelled else ""),
        CANCELLED: "yes" if cancelled else "",
        WON_LOT: "yes" if won else "",
    }


def _said(cells: Cells, column: str) -> bool:
    return bool(cells[column]) and one_of(column, cells[column], _YES_NO)


def _place(cells: Cells) -> tuple[str, str]:
    parts = parts_of(cells.get(_ID, ""))
    if parts is None:
        return words_of(council_of(cells.get(_ID, ""))), ""
    return words_of(parts.council), words_of(parts.ward)


def _labelled_place(cells: Cells) -> tuple[str, str]:
    council, ward = _place(cells)
    return council, cells.get("post_label") or ward


_2018 = Layout(
    name="democracy-club 2018",
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
_TODAY = replace(
    _2018,
    name="democracy-club of today",
    columns={**_2018.columns, "votes": "votes_cast", "elected": "elected", "seats": "seats_contested"},
    also=(_ID, "election_date", "post_label", _CANCELLED, _TIED),
    gaps=frozenset({"seats"}),
    flags=_YES_NO,
    prepare=_with_poll,
    place=_labelled_place,
)
DEMOCRACY_CLUB = Family("democracy-club", catalogue.democracy_club, (_2018, _TODAY))
