"""Votes against papers: with k seats a paper holds at least one vote, at most k, and one a candidate."""

from __future__ import annotations

from collections.abc import Iterator

from wardcheck.checks.figures import bound, papers
from wardcheck.checks.rule import Edit, Remark, WardRule, at
from wardcheck.model import Election, Ward

LEAST_ONE_SEAT = 0.9
"""Votes for each paper at the count of a one-seat ward. The rest are rejected papers: in 1,807 such wards of 2018
one paper in a hundred, and in 99 wards of a hundred fewer than five."""

LEAST_MORE_SEATS = 1.1
"""Votes for each paper where there are more seats. Of 920 such wards of 2018 none lies between 1.0 and 1.2; the few
at 0.99 are two polls of one seat each, with a paper each, taken for one."""

MOST_USED = 0.99
"""Share of all votes on offer (seats x papers) that were used. It is 0.93 in the median and below 0.98 in all but
one ward of a hundred, because somebody always leaves a vote unused."""


@WardRule.named(
    "votes-within-papers",
    "error",
    "No candidate has more votes than there are papers: the valid ones where known, else all at the count, else "
    "those issued.",
    Edit("anytown-2022/quay.yaml", "electorate: 4000\n", "electorate: 4000\nballots: {at_count: 1495}\n"),
    Edit("anytown-2022/quay.yaml", "votes: 900", "votes: 50"),
)
def _votes_within_papers(_: Election, ward: Ward) -> Iterator[Remark]:
    most = bound(ward)
    if most is None:
        return
    for candidacy in ward.candidates:
        polled = ward.polled(candidacy)
        if polled is not None and polled > most.total:
            yield Remark(
                candidacy.line,
                f"expected at most {most.total} votes (the {most.name}), got {polled} for {candidacy.name}",
            )


@WardRule.named(
    "total-within-papers",
    "error",
    "All votes together are no more than seats x papers, by the same papers.",
    Edit("anytown-2022/mill.yaml", "at_count: 1345", "at_count: 1330"),
)
def _total_within_papers(_: Election, ward: Ward) -> Iterator[Remark]:
    most = bound(ward)
    total = ward.total_votes if most is not None else None
    if most is not None and total is not None and total > ward.seats * most.total:
        yield Remark(
            at(ward, "ballots"),
            f"expected at most {ward.seats * most.total} votes (seats x {most.name}: {ward.seats} x {most.total}), "
            f"got {total}",
        )


@WardRule.named(
    "votes-per-paper",
    "warning",
    "There are about as many votes for each paper as voters cast: one where there is one seat, otherwise at "
    f"least {LEAST_MORE_SEATS} and at most {MOST_USED} of those on offer.",
    Edit("anytown-2022/mill.yaml", "at_count: 1345", "at_count: 1545"),
)
def _votes_per_paper(_: Election, ward: Ward) -> Iterator[Remark]:
    bound = papers(ward)
    total = ward.total_votes if bound is not None else None
    if bound is None or not total or total > ward.seats * bound.total:
        return
    line = at(ward, "ballots")
    ratio = f"{total} votes on {bound.total} {bound.name}"
    if ward.seats == 1:
        if ward.ballots.valid and total != ward.ballots.valid:
            yield Remark(line, f"expected one vote on each valid paper of a one-seat ward, got {ratio}")
        elif total < LEAST_ONE_SEAT * bound.total:
            yield Remark(line, f"expected at least {LEAST_ONE_SEAT} votes a paper, got {ratio}")
    elif total < LEAST_MORE_SEATS * bound.total:
        yield Remark(line, f"expected at least {LEAST_MORE_SEATS} votes a paper, got {ratio}: two polls taken for one?")
    elif total > MOST_USED * ward.seats * bound.total:
        unused = ward.seats * bound.total - total
        yield Remark(line, f"expected some votes of {ward.seats} a paper left unused, got {unused} unused: {ratio}")


RULES = (_votes_within_papers, _total_within_papers, _votes_per_paper)
