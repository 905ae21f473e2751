"""Who runs the council, and who gained what?"""

from __future__ import annotations

from typing import Annotated, NamedTuple

from wardcheck.analysis.gains import Baseline, against, baseline, moves_over
from wardcheck.analysis.report import OfElection, OfParty, Part, Remark, Report, joined, remark
from wardcheck.analysis.to_come import to_come
from wardcheck.facts.background import Background
from wardcheck.facts.council import NOBODY, Council, council_of
from wardcheck.facts.papers import percent
from wardcheck.facts.party_votes import across
from wardcheck.frozen import frozen
from wardcheck.model import Election
from wardcheck.words import counted, listed


@frozen
class SeatRow:
    """The seats of one party. ``None`` is unknown: there is nothing to compare with, or wards have no counterpart."""

    election: Annotated[str, "slug of the election"]
    party: Annotated[str, "party, as a slug; ind counts all independents"]
    seats: Annotated[int, "seats on the council; of those up alone, where no source gives the others"]
    seats_pct: Annotated[float | None, "those in percent of all such seats"]
    seats_from: Annotated[int | None, "the same after the election compared with"]
    held: Annotated[int | None, "of the seats up, those that the party had in the same ward before"]
    gained: Annotated[int | None, "of the seats up, those that the party had not had in the same ward"]
    lost: Annotated[int | None, "seats that the party had in these wards before and has no more"]
    change: Annotated[int | None, "seats minus seats_from; empty where the two are not of the same wards or councils"]
    wards: Annotated[
        int | None, "how many wards held, gained and lost are of: those that were the same, with as many seats, before"
    ]
    up: Annotated[int, "seats that the party won at this election"]
    continuing: Annotated[int | None, "its seats that were not up; empty where those are unknown"]
    council: Annotated[int | None, "its seats on the whole council, up and continuing; empty where those are unknown"]
    council_size: Annotated[int | None, "seats on the council, by a source; empty where none is known"]
    to_come: Annotated[int | None, "seats of this election that nobody is declared elected to; empty where unknown"]
    control: Annotated[
        str | None,
        "who has more than half of all seats, as a slug; noc for nobody; empty if it cannot be told",
    ]
    majority: Annotated[
        int | None, "of the council: seats of the largest party minus all others, 0 or less under noc; empty as control"
    ]
    complete: Annotated[bool, "every contest and every seat of the council is accounted for"]
    as_of: Annotated[
        str | None, "how council is known: declared, or last elected in these years; empty where no seats not up are"
    ]
    threshold: Annotated[
        int | None, "seats that are control: more than half of all; empty where their number is unknown"
    ]
    mayor: Annotated[
        bool | None, "true where a source tells of a directly elected mayor on the day; empty where none does"
    ]
    control_from: Annotated[
        str | None,
        "who had control after the last ordinary election before, or the one of --from, as control; empty if that "
        "cannot be told",
    ]


class Totals(NamedTuple):
    """The whole council, who controls it in words, and what it is compared with."""

    council: Council
    verdict: Remark
    before: Baseline | None


def seats(
    election: Election, before: Election | None = None, *, background: Background | None = None
) -> Report[SeatRow, Totals]:
    """The seats of every party that has some or had some, largest first; then by what it had, and by slug.

    In a ward of both elections a party held the lesser of its two numbers of seats, gained what it has more and lost
    what it has less; the row has the sums over the wards that can be followed: see ``Baseline.followed``. The
    baseline is the declared result of ``before``, not the by-elections or defections since.

    ``background`` is what the store tells beyond the two elections, and takes the place of ``before``. Seats that were
    not up and are worked out from other elections are in the columns from ``continuing`` on, and never in ``seats``.
    Definitions: docs/methods/seats.md.
    """
    known_of = background or _of_two(election, before)
    council, before = known_of.council, known_of.before
    counted_in = council.up if council.last_elected else council.by_party
    now = {across(party, "after"): seats for party, seats in counted_in.items()}
    not_up = {across(party, "after"): 0 for party in council.most or council.continuing or ()}
    compared = baseline(before, election, known_of.filled) if before is not None else None
    then = compared.seats_from if compared is not None else None
    followed = compared.followed if compared is not None else ()
    moves = moves_over(followed)
    known = bool(followed)
    subtracted = compared is not None and compared.change_known
    rows = []
    for line in {**now, **not_up, **(then or {}), **(moves.lost if known else {})}:
        party, stood = line.party, line.only != "before"
        had = then.get(line, 0) if then is not None else None
        continuing = council.continuing_of(party) if stood else None if council.continuing is None else 0
        up = council.up.get(party, 0) if stood else 0
        rows.append(
            SeatRow(
                election=election.slug,
                party=party,
                seats=now.get(line, 0),
                seats_pct=percent(now.get(line, 0), sum(now.values())),
                seats_from=had,
                held=moves.held[line] if known else None,
                gained=moves.gained[line] if known else None,
                lost=moves.lost[line] if known else None,
                change=now.get(line, 0) - had if had is not None and subtracted else None,
                wards=len(followed) if compared is not None else None,
                up=up,
                continuing=continuing,
                council=None if continuing is None else up + continuing,
                council_size=council.size,
                to_come=council.to_come,
                control=council.control,
                majority=council.majority,
                complete=council.whole,
                as_of=council.as_of,
                threshold=council.threshold if council.size is not None or council.whole else None,
                mayor=known_of.mayor,
                control_from=known_of.control_from,
            )
        )
    rows.sort(key=lambda row: (-row.seats, -(row.seats_from or 0), -(row.council or 0), row.party))
    verdict = remark(OfElection(election.slug), ": ", _verdict(council))
    remarks = [verdict, *_of_council(council, mayor=bool(known_of.mayor)), *to_come(council)]
    remarks += against(election, before, compared, known_of.earlier, known_of.lacking or election.previous)
    return Report(rows, Totals(council, verdict, compared), remarks)


def _of_two(election: Election, before: Election | None) -> Background:
    """What two elections tell by themselves."""
    control_from = council_of(before).control if before is not None else None
    return Background(council_of(election), before, control_from=control_from)


# -- remarks -----------------------------------------------------------------------------------------------


def _verdict(council: Council) -> list[Part]:
    """Who controls the council, in a few words."""
    party = council.controlled_by
    if party is not None and council.whole:
        of = f"{council.by_party[party]} of {council.seats} seats"
        return [OfParty(party), f", {of}, a majority of {council.majority}"]
    if council.control == NOBODY:
        return [f"no overall control of {counted(council.all_seats, 'seat')}", *_largest(council)]
    if party is not None:
        least = "at least " if council.most is not None else ""
        return [OfParty(party), f", {least}{council.by_party[party]} of {council.size} seats, more than half"]
    return [f"{counted(sum(council.up.values()), 'seat')}; control is not judged"]


def _largest(council: Council) -> list[Part]:
    """Who has most seats where nobody has control, and how many more it takes; nothing where that cannot be told."""
    largest = council.largest
    if council.majority is None or not largest:
        return []
    seats = council.by_party[largest[0]]
    short = f"{council.threshold - seats:,} short of control"
    if len(largest) == 1:
        return ["; ", OfParty(largest[0]), f" is the largest with {seats:,}, {short}"]
    *first, last = [OfParty(p, short=True) for p in largest]
    return ["; ", *joined(first), " and ", last, f" have {seats:,} each, {short}"]


def _of_council(council: Council, *, mayor: bool) -> list[Remark]:
    """What is not known of the council, how the rest is known, and who else there is."""
    remarks = []
    if not council.whole:
        judged = "Some seats are not known" if council.control is not None else "Control is not judged"
        of_many = f"{judged}." if council.control is not None else f"{judged}, for not every seat is known."
        remarks.append(remark(f"{judged}: {council.missing}.", of_many=of_many))
    if council.last_elected:
        years = listed([*map(str, council.last_elected)])
        remarks.append(
            remark(f"Seats not up are as last elected in {years}; defections since are not counted.", in_rows=True)
        )
    if mayor:
        remarks.append(
            remark("The council has a directly elected mayor, who runs it whoever has most seats.", in_rows=True)
        )
    return remarks
