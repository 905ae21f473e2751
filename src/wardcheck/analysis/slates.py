"""How evenly did the votes of a slate fall, and did the alphabet decide?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Annotated, NamedTuple

from wardcheck.analysis.report import Later, Remark, Report, remark
from wardcheck.analysis.totals import incomplete, wards_named
from wardcheck.facts.cut import had_poll, votes_known
from wardcheck.facts.slates import Polled, polled, slates
from wardcheck.facts.surnames import alphabet_ranks
from wardcheck.frozen import frozen
from wardcheck.model import Election, Ward
from wardcheck.words import counted


@frozen
class SlateRow:
    """The candidates of one party in one ward, where it had two or more. Votes are those on the papers."""

    election: Annotated[str, "slug of the election"]
    ward: Annotated[str, "slug of the ward"]
    party: Annotated[str, "party of the slate, as a slug"]
    candidates: Annotated[int, "candidates of the party in the ward"]
    best: Annotated[int, "votes of the one with most"]
    worst: Annotated[int, "votes of the one with fewest"]
    spread: Annotated[int, "best minus worst, in votes"]
    spread_pct: Annotated[float | None, "spread in percent of best; empty where nobody had a vote"]
    alphabet_rank_of_best: Annotated[
        int | None,
        "place of the one with most votes among the slate by surname, from 1; empty where two are level, or namesakes",
    ]
    elected: Annotated[int, "how many of them were elected, as declared"]
    seats: Annotated[int, "seats to be filled in the ward"]
    best_candidate: Annotated[str | None, "who had most votes; empty where two are level"]
    worst_candidate: Annotated[str | None, "who had fewest votes; empty where two are level"]
    alphabet_rank_of_worst: Annotated[int | None, "place of the one with fewest votes, as alphabet_rank_of_best"]
    ranks_left_out: Annotated[
        str | None,
        "places by surname of those not elected, with commas, where others of the slate were; else empty",
    ]


@frozen
class AlphabetRow:
    """One place in the order of surnames, over all slates of one size in wards of as many seats.

    Percentages are ``None`` where there is nothing to take them of.
    """

    seats: Annotated[int, "seats to be filled in the wards"]
    candidates: Annotated[int, "candidates of each slate"]
    alphabet_rank: Annotated[int, "place in the order of surnames within the slate, from 1"]
    slates: Annotated[int, "slates with one candidate on top and no namesakes"]
    tops: Annotated[int, "slates in which the candidate of this place had the most votes"]
    tops_pct: Annotated[float | None, "tops in percent of slates"]
    expected_pct: Annotated[float, "what it would be if surnames had no bearing on votes: 100 / candidates"]
    votes_from_mean_pct: Annotated[
        float | None,
        "by how much its votes differ from the mean of its slate, in percent of it, on average over slates",
    ]
    parted: Annotated[int, "slates without namesakes of which some were elected and some not"]
    left_out: Annotated[int, "of these, in which the candidate of this place was not elected"]
    left_out_pct: Annotated[float | None, "left_out in percent of parted"]
    left_out_expected_pct: Annotated[
        float | None, "what it would be if surnames had no bearing on votes: those not elected of all in parted slates"
    ]


class _Slate(NamedTuple):
    """A slate whose votes are known, and the place of each by surname; ``None`` where two cannot be told apart."""

    election: str
    ward: Ward
    polled: Sequence[Polled]
    ranks: Sequence[int] | None

    @property
    def parted(self) -> bool:
        """Whether some of it were elected and others not."""
        return len({one.candidacy.elected for one in self.polled}) == 2


def by_slate(*elections: Election) -> Report[SlateRow, Sequence[AlphabetRow]]:
    """Each slate of two candidates or more, the widest spread in percent first.

    Only wards with a poll whose votes are known. Independents have no slate. The totals are those of
    :func:`by_alphabet`. There is no answer where no party had two candidates. Definitions: docs/methods/slates.md.
    """
    found = list(_slates(elections))
    rows = sorted(map(_row, found), key=lambda row: (-(row.spread_pct or 0), row.election, row.ward, row.party))
    return Report(rows, Later(lambda: _alphabet(found)), _remarks(elections, found), answered=bool(rows))


def by_alphabet(*elections: Election) -> Report[AlphabetRow, Sequence[AlphabetRow]]:
    """Who tops a slate and who is left out, by the place of the surname: full slates of the largest size first."""
    found = list(_slates(elections))
    rows = _alphabet(found)
    return Report(rows, rows, _remarks(elections, found), answered=bool(rows))


def _slates(elections: Sequence[Election]) -> Iterator[_Slate]:
    for election in elections:
        for ward in filter(votes_known, election.wards):
            for slate in slates(polled(ward, ward.candidates)):
                if len(slate) > 1:
                    yield _Slate(election.slug, ward, slate, alphabet_ranks([one.candidacy.name for one in slate]))


def _row(slate: _Slate) -> SlateRow:
    votes = [one.votes for one in slate.polled]
    best, worst = max(votes), min(votes)
    top, last = _alone(votes, best), _alone(votes, worst)
    ranks = slate.ranks
    left_out = None
    if slate.parted and ranks is not None:
        pairs = zip(ranks, slate.polled, strict=True)
        left_out = ",".join(str(rank) for rank, one in sorted(pairs) if not one.candidacy.elected)
    return SlateRow(
        election=slate.election,
        ward=slate.ward.slug,
        party=slate.polled[0].candidacy.party,
        candidates=len(votes),
        best=best,
        worst=worst,
        spread=best - worst,
        spread_pct=100 * (best - worst) / best if best else None,
        alphabet_rank_of_best=None if top is None or ranks is None else ranks[top],
        elected=sum(one.candidacy.elected for one in slate.polled),
        seats=slate.ward.seats,
        best_candidate=None if top is None else slate.polled[top].candidacy.name,
        worst_candidate=None if last is None else slate.polled[last].candidacy.name,
        alphabet_rank_of_worst=None if last is None or ranks is None else ranks[last],
        ranks_left_out=left_out,
    )


def _alone(votes: Sequence[int], of: int) -> int | None:
    """Where the one with so many votes stands; ``None`` where several have as many."""
    return votes.index(of) if votes.count(of) == 1 else None


# -- the alphabet, over many slates ---------------------------------------------------------------------------


def _alphabet(found: Sequence[_Slate]) -> list[AlphabetRow]:
    sizes = {(slate.ward.seats, len(slate.polled)) for slate in found if slate.ranks is not None}
    rows: list[AlphabetRow] = []
    for seats, candidates in sorted(sizes, key=lambda size: (size[0] != size[1], -size[1], -size[0])):
        alike = [one for one in found if (one.ward.seats, len(one.polled)) == (seats, candidates)]
        rows += _places(seats, candidates, alike)
    return rows


def _places(seats: int, candidates: int, alike: Sequence[_Slate]) -> Iterator[AlphabetRow]:
    """A row for each place in slates of one size."""
    told, topped, parted = 0, [0] * candidates, 0
    left_out, differ, with_votes = [0] * candidates, [0.0] * candidates, 0
    for slate in alike:
        if slate.ranks is None:
            continue
        votes = [one.votes for one in slate.polled]
        top = _alone(votes, max(votes))
        if top is not None:
            told += 1
            topped[slate.ranks[top] - 1] += 1
        if whole := sum(votes):
            with_votes += 1
            for rank, count in zip(slate.ranks, votes, strict=True):
                differ[rank - 1] += 100 * (count * candidates / whole - 1)
        if slate.parted:
            parted += 1
            for rank, one in zip(slate.ranks, slate.polled, strict=True):
                left_out[rank - 1] += not one.candidacy.elected
    for n in range(candidates):
        yield AlphabetRow(
            seats=seats,
            candidates=candidates,
            alphabet_rank=n + 1,
            slates=told,
            tops=topped[n],
            tops_pct=100 * topped[n] / told if told else None,
            expected_pct=100 / candidates,
            votes_from_mean_pct=differ[n] / with_votes if with_votes else None,
            parted=parted,
            left_out=left_out[n],
            left_out_pct=100 * left_out[n] / parted if parted else None,
            left_out_expected_pct=100 * sum(left_out) / candidates / parted if parted else None,
        )


def _remarks(elections: Sequence[Election], found: Sequence[_Slate]) -> list[Remark]:
    remarks = incomplete(elections)
    if not found:
        remarks.append(remark("No slates: no party had two candidates in a ward whose votes are known."))
    if unknown := wards_named(elections, lambda ward: had_poll(ward) and not votes_known(ward)):
        remarks.append(remark("Left out, for the votes of some candidates are unknown: ", unknown, "."))
    level = sum(votes.count(max(votes)) > 1 for votes in ([one.votes for one in slate.polled] for slate in found))
    if level:
        remarks.append(remark(f"Level on top, so that nobody tops the slate: {counted(level, 'slate')}."))
    if namesakes := sum(slate.ranks is None for slate in found):
        words = f"In no figure of the alphabet, for two have the same name: {counted(namesakes, 'slate')}."
        remarks.append(remark(words))
    return remarks
