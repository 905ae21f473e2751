"""How many ballot papers were split between parties, plumped, or for a whole slate? What the totals prove."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Annotated, Literal, NamedTuple

from wardcheck.analysis.report import OfWard, Remark, Report, joined, remark
from wardcheck.analysis.totals import incomplete
from wardcheck.facts.cut import had_poll
from wardcheck.facts.paper_types import PaperType, PaperTypes, impossible
from wardcheck.facts.papers import BALLOT_BOX, VALID, Bounds, PapersOf, papers, papers_of, printed
from wardcheck.facts.slates import Polled, polled, slates
from wardcheck.frozen import frozen
from wardcheck.model import INDEPENDENT, Election, Ward
from wardcheck.words import counted

By = Literal["ward", "party"]


@frozen
class SplitRow:
    """The fewest and the most papers of each kind that the totals of a ward allow; of one party's papers, or of all.

    Every figure is a count of ballot papers. A total has the sums of the bounds of its wards, which are bounds too.
    """

    election: Annotated[str | None, "slug of the election; empty in a total of several"]
    ward: Annotated[str | None, "slug of the ward; empty in a total"]
    party: Annotated[str | None, "party whose papers these are, as a slug; empty where they are those of all"]
    papers: Annotated[int, "ballot papers of the ward: the valid ones where known, otherwise all at the count"]
    papers_are: Annotated[PapersOf | None, "which papers they are: valid or at-count; empty in a total of both"]
    split_min: Annotated[int, "papers with votes for two parties or more (of a party: for it and another), at least"]
    split_max: Annotated[int, "the same, at most"]
    plumped_min: Annotated[int, "papers with one vote alone (of a party: for it), at least"]
    plumped_max: Annotated[int, "the same, at most"]
    all_used_min: Annotated[int, "papers with as many votes as seats (of a party: one of them for it), at least"]
    all_used_max: Annotated[int, "the same, at most"]
    slate_min: Annotated[
        int | None,
        "papers with a vote for each candidate of a party that stood two or more, at least; empty where none did",
    ]
    slate_max: Annotated[int | None, "the same, at most"]
    with_min: Annotated[int | None, "papers with a vote for the party, at least; empty where no party is named"]
    with_max: Annotated[int | None, "the same, at most"]
    candidate: Annotated[str | None, "the candidate, where the party is an independent"]


class Contest(NamedTuple):
    """What is known of the papers of one ward, slate by slate."""

    election: str
    ward: Ward
    slates: Sequence[Sequence[Polled]]
    types: PaperTypes


def splits(
    *elections: Election, by: By = "ward", watched: Callable[[Sequence[Contest]], Iterable[Contest]] = iter
) -> Report[SplitRow, Sequence[SplitRow]]:
    """Bounds on the papers of every ward of two seats or more: the largest proven share of split papers first.

    With ``by="party"`` a ward has a row for each slate, most votes first, and the totals are of each party. Each bound
    is proven of its ward by a linear programme over types of paper (:class:`PaperTypes`), rounded up from below and
    down from above. Wards of one seat, without a poll, without votes or papers, or whose papers cannot hold the votes
    have no row; remarks name them with the reason. The totals are those of each election, and of all of them where
    they are not one; independents have none, for a paper with two of them would count twice. There is no answer where
    no ward has a row. ``watched`` is handed the wards, and may tell somebody how far the work has come while they are
    taken. Definitions: docs/methods/splits.md.
    """
    contests, without = [], list[tuple[str, OfWard]]()
    for election in elections:
        for ward in election.wards:
            found = contest_of(election.slug, ward)
            if isinstance(found, Contest):
                contests.append(found)
            elif found:
                without.append((found, OfWard(election.slug, ward.slug)))
    together = [_row(contest, None) for contest in watched(contests)]
    order = sorted(zip(together, contests, strict=True), key=lambda pair: _most_split_first(pair[0]))
    rows = [row for row, _ in order]
    if by == "party":
        rows = [_row(contest, n) for _, contest in order for n in _largest_first(contest)]
    slugs = list(dict.fromkeys(row.election for row in rows))
    totals = [total for slug in slugs for total in _totals(slug, [row for row in rows if row.election == slug])]
    if len(slugs) != 1 and rows:
        totals += _totals(None, rows)
    remarks = [*incomplete(elections), *_of_papers(contests, by_party=by == "party"), *_without(without)]
    return Report(rows, totals, remarks, answered=bool(rows))


def contest_of(election: str, ward: Ward) -> Contest | str:
    """The papers of a ward; else why there are none to speak of, as a clause, empty where there was no poll."""
    if not had_poll(ward):
        return ""
    if ward.seats == 1:
        return "one seat, so that a paper has one vote"
    count, votes = papers(ward), ward.total_votes
    if votes is None:
        return "the votes of some candidates are unknown"
    found = slates(polled(ward, ward.candidates))
    of_slates = [[one.votes for one in slate] for slate in found]
    for taken in (printed(ward, VALID), printed(ward, BALLOT_BOX)):
        if taken is not None and votes >= taken and (reason := impossible(ward.seats, taken, of_slates)):
            return f"the figures cannot be so ({reason})"
    if count is None:
        return "the number of papers is unknown"
    if reason := impossible(ward.seats, count, of_slates):  # fewer votes than papers, some of which may be rejected
        cannot = "the figures cannot be so" if papers_of(ward) == "valid" else "the valid papers are unknown"
        return f"{cannot} ({reason})"
    return Contest(election, ward, found, PaperTypes(ward.seats, count, of_slates))


def is_split(kind: PaperType) -> bool:
    """Whether papers of a type have votes for two parties or more."""
    return len(kind) > 1


def _most_split_first(row: SplitRow) -> tuple[float, float, str, str]:
    return -row.split_min / max(row.papers, 1), -row.split_min, row.election or "", row.ward or ""


def _largest_first(contest: Contest) -> list[int]:
    return sorted(range(len(contest.slates)), key=lambda n: -sum(one.votes for one in contest.slates[n]))


def _row(contest: Contest, slate: int | None) -> SplitRow:
    """The papers of all of a ward, or those with a vote for one slate."""
    ward, bounds = contest.ward, contest.types.bounds
    whole = {
        n: min(len(one), ward.seats) for n, one in enumerate(contest.slates) if len(one) > 1 and slate in (n, None)
    }
    first = contest.slates[slate][0].candidacy if slate is not None else None

    def of(counts: Callable[[PaperType], bool]) -> Bounds:
        return bounds(lambda kind: (slate is None or slate in kind) and counts(kind))

    split, plumped = of(is_split), of(lambda kind: sum(kind.values()) == 1)
    all_used = of(lambda kind: sum(kind.values()) == ward.seats)
    complete = of(lambda kind: any(kind.get(n) == votes for n, votes in whole.items())) if whole else None
    any_vote = of(lambda kind: bool(kind)) if slate is not None else None
    return SplitRow(
        election=contest.election,
        ward=ward.slug,
        party=None if first is None else first.party,
        papers=contest.types.papers,
        papers_are=papers_of(ward),
        split_min=split.least,
        split_max=split.most,
        plumped_min=plumped.least,
        plumped_max=plumped.most,
        all_used_min=all_used.least,
        all_used_max=all_used.most,
        slate_min=None if complete is None else complete.least,
        slate_max=None if complete is None else complete.most,
        with_min=None if any_vote is None else any_vote.least,
        with_max=None if any_vote is None else any_vote.most,
        candidate=first.name if first is not None and first.party == INDEPENDENT else None,
    )


# -- totals and remarks ------------------------------------------------------------------------------------


def _totals(election: str | None, rows: Sequence[SplitRow]) -> Iterator[SplitRow]:
    """The sums of each party's rows, the most split papers first; none of independents, who share papers."""
    parties = list(dict.fromkeys(row.party for row in rows if row.party != INDEPENDENT))
    found = [_total(election, party, [row for row in rows if row.party == party]) for party in parties]
    yield from sorted(found, key=lambda row: (-row.split_min, row.party or ""))


def _total(election: str | None, party: str | None, rows: Sequence[SplitRow]) -> SplitRow:
    kinds = {row.papers_are for row in rows}
    wards = {(row.election, row.ward): row.papers for row in rows}
    return SplitRow(
        election=election,
        ward=None,
        party=party,
        papers=sum(wards.values()),
        papers_are=kinds.pop() if len(kinds) == 1 else None,
        split_min=sum(row.split_min for row in rows),
        split_max=sum(row.split_max for row in rows),
        plumped_min=sum(row.plumped_min for row in rows),
        plumped_max=sum(row.plumped_max for row in rows),
        all_used_min=sum(row.all_used_min for row in rows),
        all_used_max=sum(row.all_used_max for row in rows),
        slate_min=_sum([row.slate_min for row in rows]),
        slate_max=_sum([row.slate_max for row in rows]),
        with_min=_sum([row.with_min for row in rows]),
        with_max=_sum([row.with_max for row in rows]),
        candidate=None,
    )


def _sum(found: Sequence[int | None]) -> int | None:
    """The sum where there is something to add; a ward without a slate has no papers for a whole one."""
    known = [one for one in found if one is not None]
    return sum(known) if known else None


OF_PAPERS = "all at the count, for the valid ones are not known"
"""What is said of papers that are not the valid ones alone."""


def _of_papers(contests: Sequence[Contest], *, by_party: bool) -> list[Remark]:
    """What it means for the bounds that papers are not the valid ones alone."""
    at_count = sum(papers_of(contest.ward) == "at-count" for contest in contests)
    if not at_count:
        return []
    where = "all wards" if at_count == len(contests) else counted(at_count, "ward")
    other = ", and of those with a vote for the party," if by_party else ""
    return [
        remark(
            f"Papers of {where} are {OF_PAPERS}. If some of them were rejected, "
            "the lower bounds of split, fully used and slate papers may be too low, never too high; "
            f"of plumped papers{other} it is the upper bound that holds."
        )
    ]


def _without(without: Sequence[tuple[str, OfWard]]) -> list[Remark]:
    reasons: dict[str, list[OfWard]] = {}
    for reason, ward in without:
        reasons.setdefault(reason, []).append(ward)
    found = []
    for reason, wards in reasons.items():
        found.append(remark(f"Left out, {counted(len(wards), 'ward')}, {reason}: ", joined(wards), "."))
    return found
