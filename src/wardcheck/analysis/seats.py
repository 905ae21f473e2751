"""Who runs the council, and who gained what?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Annotated, NamedTuple

from wardcheck.analysis.pairs import by_name
from wardcheck.analysis.report import OfElection, OfParty, OfWard, Part, Remark, Report, joined, remark
from wardcheck.analysis.to_come import to_come
from wardcheck.facts.council import Council, council_of
from wardcheck.facts.matched import Comparison, Pair, comparison
from wardcheck.facts.papers import percent
from wardcheck.facts.party_votes import Across, across
from wardcheck.model import Election, Ward
from wardcheck.words import counted


@dataclass(frozen=True, slots=True)
class SeatRow:
    """The seats of one party. ``None`` is unknown: there is nothing to compare with, or wards have no counterpart."""

    election: Annotated[str, "slug of the election"]
    party: Annotated[str, "party, as a slug; ind counts all independents"]
    seats: Annotated[int, "seats on the council; of those up alone, where the others are unknown"]
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
    as_of: Annotated[str | None, "how council is known: declared; empty where council is"]


class Baseline(NamedTuple):
    """What the seats are compared with: which wards can be followed, and whether the totals can be subtracted."""

    wards: Comparison
    like_totals: bool
    """Whether both elections account for a whole council, or both only for the seats up."""
    whole: bool
    """Whether both account for a whole council."""

    @property
    def change_known(self) -> bool:
        """Whether the totals can be subtracted."""
        return self.whole or (self.like_totals and self.wards.all_followed)


class Totals(NamedTuple):
    """The whole council, and what it is compared with."""

    council: Council
    before: Baseline | None


def seats(
    election: Election, before: Election | None = None, earlier: Sequence[str] = (), lacking: str | None = None
) -> Report[SeatRow, Totals]:
    """The seats of every party that has some or had some, largest first; then by what it had, and by slug.

    In a ward of both elections a party held the lesser of its two numbers of seats, gained what it has more and lost
    what it has less; the row has the sums over the wards that can be followed: see ``Comparison.followed``. The
    baseline is the declared result of ``before``, not the by-elections or defections since. ``earlier`` are the
    elections of the same council that could have been named for it, and ``lacking`` is the one that the seats would be
    compared with if the store had it. Definitions: docs/methods/seats.md.
    """
    council = council_of(election)
    now = {across(party, "after"): seats for party, seats in council.by_party.items()}
    compared = baseline(before, election) if before is not None else None
    like_totals = compared is not None and compared.like_totals
    then = _then(before) if before is not None and like_totals else None
    followed = compared.wards.followed if compared is not None else ()
    moves = _moves(followed)
    known = bool(followed)
    subtracted = compared is not None and compared.change_known
    rows = []
    for line in {**now, **(then or {}), **(moves.lost if known else {})}:
        party, stood = line.party, line.only != "before"
        had = then.get(line, 0) if then is not None else None
        continuing = None if council.continuing is None else council.continuing.get(party, 0) if stood else 0
        up = council.up.get(party, 0) if stood else 0
        rows.append(
            SeatRow(
                election=election.slug,
                party=party,
                seats=now.get(line, 0),
                seats_pct=percent(now.get(line, 0), council.seats),
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
                as_of=None if continuing is None else "declared",
            )
        )
    rows.sort(key=lambda row: (-row.seats, -(row.seats_from or 0), row.party))
    remarks = [remark(OfElection(election.slug), ": ", _verdict(council))]
    if not council.whole:
        judged = "Some seats are not known" if council.controlled_by is not None else "Control is not judged"
        remarks.append(remark(f"{judged}: {council.missing}."))
    remarks += to_come(council)
    remarks += _against(election, before, compared, earlier, lacking or election.previous)
    return Report(rows, Totals(council, compared), remarks)


def baseline(before: Election, after: Election) -> Baseline:
    """Which wards, and whether the totals, of two elections can be compared."""
    whole = (council_of(before).whole, council_of(after).whole)
    return Baseline(comparison(before, after), like_totals=whole[0] == whole[1], whole=all(whole))


def _then(before: Election) -> Mapping[Across, int]:
    return {across(party, "before"): seats for party, seats in council_of(before).by_party.items()}


class _Moves(NamedTuple):
    """Seats by party, over wards before and after."""

    held: Counter[Across]
    gained: Counter[Across]
    lost: Counter[Across]


def _moves(pairs: Sequence[Pair]) -> _Moves:
    found = _Moves(Counter(), Counter(), Counter())
    for then, now in pairs:
        had = Counter(across(c.party, "before") for c in then.elected)
        has = Counter(across(c.party, "after") for c in now.elected)
        found.held.update(had & has)
        found.gained.update(has - had)
        found.lost.update(had - has)
    return found


# -- remarks -----------------------------------------------------------------------------------------------


def _verdict(council: Council) -> list[Part]:
    """Who controls the council, in a few words."""
    party = council.controlled_by
    if party is not None and council.whole:
        of = f"{council.by_party[party]} of {council.seats} seats"
        return [OfParty(party), f", {of}, a majority of {council.majority}"]
    if council.whole:
        return [f"no overall control of {counted(council.seats, 'seat')}"]
    if party is not None:
        return [OfParty(party), f", {council.by_party[party]} of {council.size} seats, more than half"]
    return [f"{counted(council.seats, 'seat')}; control is not judged"]


def _against(
    election: Election, before: Election | None, compared: Baseline | None, earlier: Sequence[str], lacking: str | None
) -> list[Remark]:
    """What the seats are not compared with: empty columns must not pass for nought, nor some wards for all."""
    if before is None or compared is None:
        why = f"{lacking} is not in the store" if lacking else "it names no election before it"
        see = f"; see --from {earlier[-1]}" if earlier else ""
        return [remark(f"Compared with no other election: {why}{see}.")]
    wards = compared.wards
    by_names = by_name(before, election, wards)
    if wards.all_followed:
        return by_names
    then, now = OfElection(before.slug), OfElection(election.slug)
    if wards.followed:
        everywhere = counted(len(wards.same) + len(wards.only_after), "ward")
        lead = f"Held, gained and lost are of the {len(wards.followed):,} of {everywhere} that can be followed."
    else:
        lead = "Held, gained and lost are unknown, for no ward can be followed."
    if compared.like_totals and not compared.change_known:
        lead += " The change is unknown, for these are not two whole councils."
    resized = [after for _, after in wards.resized]
    return [
        *by_names,
        remark(lead),
        *_named(wards.only_after, election, [" of ", now, " had no counterpart in ", then]),
        *_named(wards.only_before, before, [" of ", then, " have none in ", now]),
        *_named(resized, election, [" of ", now, " filled another number of seats in ", then]),
    ]


def _named(wards: Sequence[Ward], election: Election, what: Sequence[Part]) -> list[Remark]:
    """One remark with the names of ``wards``; none where there are none."""
    if not wards:
        return []
    names = joined(OfWard(election.slug, ward.slug) for ward in wards)
    return [remark(counted(len(wards), "ward"), what, ": ", names, ".")]
