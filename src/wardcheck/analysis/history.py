"""This council, or this ward, over all elections in the store."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Annotated

from wardcheck.analysis.report import Remark, Report, remark
from wardcheck.analysis.totals import incomplete
from wardcheck.facts.accounted import contests_missing
from wardcheck.facts.cut import sound_cut
from wardcheck.facts.papers import BALLOT_BOX
from wardcheck.facts.same_ward import SameWard, through_time
from wardcheck.facts.turnout import overall, turnout_pct
from wardcheck.frozen import frozen
from wardcheck.model import Election, Ward
from wardcheck.model.council import Council
from wardcheck.store.slugs import council_in_slug
from wardcheck.words import listed


@frozen
class HistoryRow:
    """The seats that one party won at one poll: of a council at an ordinary election, or of a ward.

    ``None`` is unknown, or does not exist.
    """

    election: Annotated[str, "slug of the election"]
    date: Annotated[datetime.date, "polling day"]
    kind: Annotated[str | None, "all, thirds, halves or by-election; empty if unknown"]
    ward: Annotated[str | None, "slug of the ward; empty for the whole of an ordinary election"]
    party: Annotated[str | None, "a party that won seats, as a slug; empty where nobody was declared elected"]
    seats: Annotated[int, "seats that it won at that poll; seats that were not up are not in it"]
    margin: Annotated[int | None, "seat margin of the ward, in votes; empty for the whole of an election"]
    turnout_pct: Annotated[
        float | None, "all ballot papers at the count, in percent of the electorate: of the ward, or of all wards up"
    ]
    same_ward: Annotated[
        SameWard | None,
        "why it is the ward asked for, as it was last: code, name (one has no code), or redrawn: the name alone",
    ]


HistoryReport = Report[HistoryRow, None]


def history(*elections: Election, council: Council | None = None, before: Sequence[str] = ()) -> HistoryReport:
    """The seats that each party won at each election of a council, the earliest first and most seats first.

    An ordinary election is taken whole, a by-election ward by ward. It is as declared on each day: seats that were not
    up, and those who left or changed party, are not in it. ``council`` is the entry of the register, which tells of
    ordinary elections that the store does not have and of what became of the council; ``before`` are the slugs of the
    councils whose place it took, whose elections are their own.
    """
    found = _in_order(elections)
    rows: list[HistoryRow] = []
    for election in found:
        if election.kind == "by-election":
            rows += [row for ward in election.wards for row in _of_ward(election, ward, None)]
            continue
        whole = not contests_missing(election)
        turnout = overall(election.wards, BALLOT_BOX).pct if whole else None
        rows += [
            HistoryRow(election.slug, election.date, election.kind, None, party, seats, None, turnout, None)
            for party, seats in _won(election.wards)
        ]
    remarks = [*incomplete(found), *_not_there(found, council), *_codes(found, council)]
    return Report(rows, None, [*remarks, *_before_and_after(council, before)])


def ward_history(
    ward: str, *elections: Election, council: Council | None = None, before: Sequence[str] = ()
) -> HistoryReport:
    """The seats that each party won in one ward, the earliest poll first; by-elections are among them.

    The ward is that of the latest election with the slug ``ward``; ``same_ward`` says how an earlier or later one is
    known to be the same (see ``facts.same_ward``). ``council`` and ``before`` are as in ``history``; elections of
    the councils before it may be among ``elections``.

    Raises:
        ValueError: no election has such a ward.
    """
    found = _in_order(elections)
    having = [(election, one) for election in found for one in election.wards if one.slug == ward]
    if not having:
        raise ValueError(f"no ward {ward!r} in these elections")
    of, meant = having[-1]
    through = through_time(meant, of, found)
    rows = [row for there in through for row in _of_ward(there.election, there.ward, there.same)]
    there = {one.election.slug for one in through}
    own = [e for e in found if e.kind != "by-election" and council_in_slug(e.slug) == council_in_slug(found[-1].slug)]
    without = [e.slug for e in own if e.slug not in there]
    remarks = [remark(f"No ward of that code or name was up in {listed(without)}.")] if without else []
    redrawn = [one.election.slug for one in through if one.same == "redrawn"]
    if redrawn:
        words = f"Redrawn: in {listed(redrawn)} the ward of that name was another place than in {of.slug}."
        remarks.append(remark(words, in_rows=True))
    remarks += [*_not_there(found, council), *_codes(found, council), *_before_and_after(council, before)]
    return Report(rows, None, remarks)


def _in_order(elections: Iterable[Election]) -> list[Election]:
    return sorted(elections, key=lambda election: (election.date, election.slug))


def _won(wards: Iterable[Ward]) -> list[tuple[str | None, int]]:
    """Seats won by party, most first; all independents together. Nobody's where nobody is declared elected."""
    seats: Counter[str | None] = Counter(one.party for ward in wards for one in ward.elected)
    return sorted(seats.items(), key=lambda item: (-item[1], item[0] or "")) or [(None, 0)]


def _of_ward(election: Election, ward: Ward, same: SameWard | None) -> list[HistoryRow]:
    cut, turnout = sound_cut(ward), turnout_pct(ward)
    margin = None if cut is None else cut.margin
    return [
        HistoryRow(election.slug, election.date, election.kind, ward.slug, party, seats, margin, turnout, same)
        for party, seats in _won([ward])
    ]


def _not_there(found: Sequence[Election], council: Council | None) -> list[Remark]:
    """A remark on the years of ordinary elections that the register has and the store has not."""
    if council is None:
        return []
    have = {election.date.year for election in found if election.kind != "by-election"}
    years = [str(year) for year in sorted(council.elects) if year not in have]
    elections = f"ordinary election{'' if len(years) == 1 else 's'}"
    return [remark(f"Not in the store: the {elections} of {listed(years)}.")] if years else []


def _codes(found: Sequence[Election], council: Council | None) -> list[Remark]:
    """That elections under several codes are of one council, as the register has it."""
    codes = list(dict.fromkeys(election.council_gss for election in found if election.council_gss))
    mine = [code for code in codes if council is not None and code in {held.code for held in council.codes}]
    return [remark(f"One council under several codes: {listed(mine)}.")] if len(mine) > 1 else []


def _before_and_after(council: Council | None, before: Sequence[str]) -> list[Remark]:
    """Which councils this one took the place of, and which took its own."""
    remarks = []
    if before:
        since = f" in {council.since.year}" if council is not None and council.since else ""
        remarks.append(remark(f"It took the place of {listed(before)}{since}: see wardcheck history {before[0]}."))
    if council is not None and council.became:
        until = f" in {council.until.year}" if council.until else ""
        after = listed(council.became)
        remarks.append(remark(f"Its place was taken by {after}{until}: see wardcheck history {council.became[0]}."))
    return remarks
