"""Which seats nearly went the other way?"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Annotated, Literal, NamedTuple

from wardcheck.analysis.papers import papers, percent
from wardcheck.model import INDEPENDENT, Candidacy, Election, Ward

WITHIN = 100
"""Votes within which a seat counts as close where no threshold is given: a short list for most councils."""


@dataclass(frozen=True, slots=True)
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
    decided_by: Annotated[Literal["votes", "lot"], "lot where the two were level or drew, otherwise votes"]


def close_seats(
    *elections: Election, within: int | None = WITHIN, within_pct: float | None = None, party: str | None = None
) -> list[CloseRow]:
    """The further seats that parties came near to, closest first.

    For a party with candidates not elected u(1) >= u(2) >= ... in a ward where others hold w(1) <= w(2) <= ...,
    the margin of its j-th further seat is w(j) - u(j), in votes on the papers. Every independent is a party of
    one. Definitions: docs/methods/close.md.

    Args:
        elections: where to look; a ward without a poll, or without votes, gives no row.
        within: the largest margin, in votes; None for no limit.
        within_pct: the largest margin, in percent of ballot papers; where those are unknown only a lot (or a
            margin below nought) is sure to be within. None for no limit; with ``within`` too, both must hold.
        party: only the rows where this party challenges (its targets), and after them those where it holds (its
            defences). A seat of one independent that another came near to is among the targets of ``ind``.
    """
    near = _threshold(within, within_pct)
    rows = [row for election in elections for ward in election.wards for row in _rows(election, ward, near)]
    rows.sort(key=_closest_first)
    if party is None:
        return rows
    targets, defences = targets_and_defences(rows, party)
    return [*targets, *defences]


def targets_and_defences(rows: Sequence[CloseRow], party: str) -> tuple[list[CloseRow], list[CloseRow]]:
    """The rows where ``party`` challenges, and the others where it holds, each in the order of ``rows``."""
    targets = [row for row in rows if row.challenger_party == party]
    return targets, [row for row in rows if row.holder_party == party != row.challenger_party]


def wards_without_papers(elections: Sequence[Election]) -> int:
    """How many wards with somebody not elected have no known papers, and so no margin in percent."""
    return sum(
        1
        for election in elections
        for ward in election.wards
        if papers(ward) is None and ward.elected and ward.not_elected
    )


class _Polled(NamedTuple):
    """A candidacy, and its votes on the papers."""

    candidacy: Candidacy
    votes: int


_Near = Callable[[int, int | None], bool]


def _threshold(within: int | None, within_pct: float | None) -> _Near:
    """Whether a margin, with the papers of its ward, is near enough; if one is, so is every smaller one there."""

    def near(margin: int, base: int | None) -> bool:
        if within is not None and margin > within:
            return False
        if within_pct is None or margin <= 0:
            return True
        pct = percent(margin, base)
        return pct is not None and pct <= within_pct

    return near


def _rows(election: Election, ward: Ward, near: _Near) -> Iterator[CloseRow]:
    elected, rest = _by_votes(ward)
    base = papers(ward)
    if not elected or not rest or not near(elected[0].votes - rest[0].votes, base):
        return
    drawn = ward.tie_break.between if ward.tie_break is not None else ()
    for losers in _slates(rest):
        holders = [pair for pair in elected if not pair.candidacy.same_party(losers[0].candidacy)]
        for seat, (holder, challenger) in enumerate(zip(holders, losers, strict=False), start=1):
            margin = holder.votes - challenger.votes
            if not near(margin, base):
                break  # the party's next seat is no nearer
            lot = margin == 0 or {holder.candidacy.name, challenger.candidacy.name}.issubset(drawn)
            yield CloseRow(
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
                margin_pct=percent(margin, base),
                to_win=margin + 1,
                to_switch=margin // 2 + 1,
                decided_by="lot" if lot else "votes",
            )


def _by_votes(ward: Ward) -> tuple[list[_Polled], list[_Polled]]:
    """Those elected, fewest votes first, and the others, most first; of level ones those who drew a lot come first."""
    drawn = ward.tie_break.between if ward.tie_break is not None else ()
    elected: list[_Polled] = []
    rest: list[_Polled] = []
    for candidacy in ward.candidates:
        votes = ward.polled(candidacy)
        if votes is not None:
            (elected if candidacy.elected else rest).append(_Polled(candidacy, votes))
    elected.sort(key=lambda one: (one.votes, one.candidacy.name not in drawn))
    rest.sort(key=lambda one: (-one.votes, one.candidacy.name not in drawn))
    return elected, rest


def _slates(candidacies: Sequence[_Polled]) -> list[list[_Polled]]:
    """``candidacies`` party by party, in their order; every independent alone."""
    slates: dict[str, list[_Polled]] = {}
    alone = []
    for one in candidacies:
        if one.candidacy.party == INDEPENDENT:
            alone.append([one])
        else:
            slates.setdefault(one.candidacy.party, []).append(one)
    return [*slates.values(), *alone]


def _closest_first(row: CloseRow) -> tuple[int, str, str, str, int, str]:
    return (row.margin, row.election, row.ward, row.challenger_party, row.seat, row.challenger)
