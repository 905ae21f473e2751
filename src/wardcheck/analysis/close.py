"""Which seats nearly went the other way?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Annotated, Literal, NamedTuple

from wardcheck.analysis.report import OfElection, OfParty, OfWard, Part, Remark, Report, remark
from wardcheck.analysis.totals import contradictions, incomplete, level
from wardcheck.facts.cut import to_switch, to_win
from wardcheck.facts.outline import Outlined, outlined
from wardcheck.facts.papers import papers, percent
from wardcheck.facts.slates import Polled, best_losers, lowest_first, slates
from wardcheck.frozen import frozen
from wardcheck.model import Election, Ward

WITHIN = 100
"""Votes within which a seat counts as close where no threshold is given: a short list for most councils."""


@frozen
class CloseRow:
    """One more seat that a party nearly had in a ward, and who kept it from that party."""

    election: Annotated[str, "slug of the election"]
    ward: Annotated[str, "slug of the ward"]
    seat: Annotated[int, "1 for the first further seat of the challenger's party in the ward, 2 for its second, ..."]
    holder: Annotated[str, "the elected candidate who would have lost that seat"]
    holder_party: Annotated[str, "party of the holder, as a slug"]
    holder_votes: Annotated[int, "votes of the holder on the papers"]
    challenger: Annotated[str, "the candidate of another party who would have won it"]
    challenger_party: Annotated[str, "party of the challenger, as a slug"]
    challenger_votes: Annotated[int, "votes of the challenger on the papers"]
    margin: Annotated[int, "votes of the holder minus votes of the challenger; 0 is a lot"]
    margin_pct: Annotated[float | None, "margin in percent of ballot papers; empty where those are unknown"]
    to_win: Annotated[int, "further voters for the challenger's whole slate that win the seat outright: margin + 1"]
    to_switch: Annotated[int, "votes that win it if the holder loses each one to the challenger: half of margin, + 1"]
    decided_by: Annotated[
        Literal["votes", "lot"] | None,
        "lot where the two drew, else votes; empty where level votes are not explained",
    ]
    within: Annotated[bool, "whether the margin is within what is asked for; false for the row of --next alone"]


class Near(NamedTuple):
    """What is asked for: margins of at most so many votes and, where both are given, of so many percent of papers."""

    votes: int | None = WITHIN
    pct: float | None = None

    def holds(self, margin: int, base: int | None) -> bool:
        """Whether a margin, with the papers of its ward, is near enough; if one is, so is every smaller one there."""
        if self.votes is not None and margin > self.votes:
            return False
        if self.pct is None or margin == 0:
            return True
        pct = percent(margin, base)
        return pct is not None and pct <= self.pct


def close_seats(
    *elections: Election,
    within: int | None = WITHIN,
    within_pct: float | None = None,
    party: str | Sequence[str] | None = None,
) -> Report[CloseRow, CloseRow | None]:
    """The further seats that parties came near to, closest first.

    For a party with candidates not elected u(1) >= u(2) >= ... in a ward where others hold w(1) <= w(2) <= ...,
    the margin of its j-th further seat is w(j) - u(j), in votes on the papers. Every independent is a party of
    one. The total is the closest row that is not near enough, ``None`` where there is none. Definitions:
    docs/methods/close.md.

    Args:
        elections: where to look; a ward without a poll, without votes, or whose declaration contradicts itself,
            gives no row.
        within: the largest margin, in votes; ``None`` is no limit.
        within_pct: the largest margin, in percent of ballot papers; where those are unknown only a margin of 0 is
            sure to be within. With ``within`` too, both must hold.
        party: only the rows where this party challenges (its targets), and after them those where it holds (its
            defences). A seat of one independent that another came near to is among the targets of ``ind``. Of
            several parties, the rows where any of them challenges or holds, closest first.
    """
    near = Near(within, within_pct)
    parties = (party,) if isinstance(party, str) else party
    rows: list[CloseRow] = []
    following: CloseRow | None = None
    found = outlined(elections)
    for election, wards in found:
        for place, ward in enumerate(wards):
            most = None if following is None else following.margin
            if ward.margin is None or (
                not near.holds(ward.margin, ward.papers) and most is not None and ward.margin > most
            ):
                continue  # no seat of a ward is nearer than its last
            for row, is_near in _rows(election, election.wards[place], near, most, parties):
                if is_near:
                    rows.append(row)
                elif following is None or _closest_first(row) < _closest_first(following):
                    following = row
    rows.sort(key=_closest_first)
    if parties is not None and len(parties) == 1:
        targets, defences = targets_and_defences(rows, parties[0])
        rows = [*targets, *defences]
    return Report(rows, following, [*_next(rows, following, elections), *_remarks(found, within_pct)])


def targets_and_defences(rows: Sequence[CloseRow], party: str) -> tuple[list[CloseRow], list[CloseRow]]:
    """The rows where ``party`` challenges, and the others where it holds, each in the order of ``rows``."""
    targets = [row for row in rows if row.challenger_party == party]
    return targets, [row for row in rows if row.holder_party == party != row.challenger_party]


def _rows(
    election: Election, ward: Ward, near: Near, most: int | None, parties: Sequence[str] | None
) -> Iterator[tuple[CloseRow, bool]]:
    """The rows of a ward that are near enough, and of each slate the next that is not, if it is within ``most``."""
    elected, base = lowest_first(ward), papers(ward)
    for losers in slates(best_losers(ward)):
        holders = [one for one in elected if not one.candidacy.same_party(losers[0].candidacy)]
        for seat, (holder, challenger) in enumerate(zip(holders, losers, strict=False), start=1):
            if parties is not None and not {holder.candidacy.party, challenger.candidacy.party}.intersection(parties):
                continue
            margin = holder.votes - challenger.votes
            is_near = near.holds(margin, base)
            if is_near or most is None or margin <= most:
                yield _row(election, ward, seat, holder, challenger, within=is_near), is_near
            if not is_near:
                break  # the party's next seat is no nearer


def _row(election: Election, ward: Ward, seat: int, holder: Polled, challenger: Polled, *, within: bool) -> CloseRow:
    margin = holder.votes - challenger.votes
    drawn = ward.tie_break.between if ward.tie_break is not None else ()
    lot = {holder.candidacy.name, challenger.candidacy.name}.issubset(drawn)
    return CloseRow(
        election=election.slug,
        ward=ward.slug,
        seat=seat,
        holder=holder.candidacy.name,
        holder_party=holder.candidacy.party,
        holder_votes=holder.votes,
        challenger=challenger.candidacy.name,
        challenger_party=challenger.candidacy.party,
        challenger_votes=challenger.votes,
        margin=margin,
        margin_pct=percent(margin, papers(ward)),
        to_win=to_win(margin),
        to_switch=to_switch(margin),
        decided_by="lot" if lot else "votes" if margin else None,
        within=within,
    )


def _next(rows: Sequence[CloseRow], following: CloseRow | None, elections: Sequence[Election]) -> list[Remark]:
    """Which row is the closest of those that are not near enough; where there are no others, scripts are told."""
    if following is None:
        return []
    place: list[Part] = [OfWard(following.election, following.ward)]
    if len(elections) > 1:
        place += [" (", OfElection(following.election), ")"]
    sides = OfParty(following.holder_party, short=True), " over ", OfParty(following.challenger_party, short=True)
    lead = f"The {'next' if rows else 'closest'} is "
    return [remark(lead, place, ", ", sides, f" by {following.margin:,}.", in_rows=bool(rows))]


def _remarks(found: Sequence[Outlined], within_pct: float | None) -> list[Remark]:
    remarks = [*incomplete([election for election, _ in found]), *contradictions(found), *level(found)]
    if within_pct is not None:
        every = [ward for _, wards in found for ward in wards]
        unknown = sum(
            ward.papers is None and ward.last_elected is not None and ward.runner_up is not None for ward in every
        )
        if unknown:
            words = f"Papers are unknown in {unknown:,} of {len(every):,} wards"
            remarks.append(remark(f"{words}, which are not within a percentage of them unless the votes were level."))
    return remarks


def _closest_first(row: CloseRow) -> tuple[int, str, str, str, int, str]:
    return (row.margin, row.election, row.ward, row.challenger_party, row.seat, row.challenger)
