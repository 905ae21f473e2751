"""Who runs the council, and who gained what?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated, NamedTuple

from wardcheck.analysis.council import council_of
from wardcheck.analysis.matched import matched
from wardcheck.analysis.papers import percent
from wardcheck.model import Election, Ward


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


class Comparison(NamedTuple):
    """What two elections have in common."""

    pairs: Sequence[tuple[Ward, Ward]]
    """Wards, before and after, that are the same place with the same number of seats."""
    resized: Sequence[Ward]
    """Wards of the later election that are the same place with another number of seats to fill."""
    only_before: Sequence[Ward]
    only_after: Sequence[Ward]
    like_totals: bool
    """Whether both elections account for a whole council, or both only for the seats up."""
    whole: bool
    """Whether both account for a whole council."""

    @property
    def by_ward(self) -> bool:
        """Whether every ward has its counterpart, so that seats held, gained and lost count them all."""
        return bool(self.pairs) and not (self.resized or self.only_before or self.only_after)

    @property
    def change_known(self) -> bool:
        """Whether the totals can be subtracted."""
        return self.whole or (self.like_totals and self.by_ward)


def seats(election: Election, before: Election | None = None) -> list[SeatRow]:
    """The seats of every party that has some or had some, largest first; then by what it had, and by slug.

    In a ward of both elections a party held the lesser of its two numbers of seats, gained what it has more and lost
    what it has less; the row has the sums over the wards that can be followed: see ``comparison``. The
    baseline is the declared result of ``before``, not
    the by-elections or defections since. Definitions: docs/methods/seats.md.
    """
    council = council_of(election)
    now = council.by_party
    compared = comparison(before, election) if before is not None else None
    then = council_of(before).by_party if before is not None and compared and compared.like_totals else None
    held, gained, lost = _moves(compared.pairs if compared else ())
    known = compared is not None and bool(compared.pairs)
    rows = [
        SeatRow(
            election=election.slug,
            party=party,
            seats=now.get(party, 0),
            seats_pct=percent(now.get(party, 0), council.seats),
            seats_from=then.get(party, 0) if then is not None else None,
            held=held[party] if known else None,
            gained=gained[party] if known else None,
            lost=lost[party] if known else None,
            change=now.get(party, 0) - then.get(party, 0)
            if then is not None and compared and compared.change_known
            else None,
            wards=len(compared.pairs) if compared is not None else None,
        )
        for party in {**now, **(then or {}), **(lost if known else {})}
    ]
    return sorted(rows, key=lambda row: (-row.seats, -(row.seats_from or 0), row.party))


def comparison(before: Election, after: Election) -> Comparison:
    """Which wards, and whether the totals, of two elections can be compared."""
    found = matched(before, after)
    whole = (council_of(before).whole, council_of(after).whole)
    return Comparison(
        pairs=[(then, now) for then, now in found.pairs if then.seats == now.seats],
        resized=[now for then, now in found.pairs if then.seats != now.seats],
        only_before=found.only_before,
        only_after=found.only_after,
        like_totals=whole[0] == whole[1],
        whole=all(whole),
    )


def _moves(pairs: Sequence[tuple[Ward, Ward]]) -> tuple[Counter[str], Counter[str], Counter[str]]:
    """Seats held, gained and lost by party, over wards before and after."""
    held: Counter[str] = Counter()
    gained: Counter[str] = Counter()
    lost: Counter[str] = Counter()
    for then, now in pairs:
        had, has = (Counter(c.party for c in ward.elected) for ward in (then, now))
        held += had & has
        gained += has - had
        lost += had - has
    return held, gained, lost
