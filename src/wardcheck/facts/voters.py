"""How many persons voted for a party in a ward, and how many did not vote: bounds, for votes are not voters."""

from __future__ import annotations

from collections.abc import Mapping

from wardcheck.facts.papers import VALID, Bounds, papers_between
from wardcheck.model import Ward

NOBODY: str = "none"
"""Stands for those who cast no valid paper, where others are named by party."""


def voters(ward: Ward) -> Mapping[str, Bounds]:
    """The voters of each party by its slug: papers with a vote for it. ``ind`` is all independents together.

    At least the votes of its best candidacy, for a paper gives no candidate two. At most all its votes, and no more
    than there were papers. In a ward of one seat with one candidacy the two are the same. Votes must be known.
    Whoever split a paper is a voter of each of its parties.
    """
    votes: dict[str, list[int]] = {}
    for one in ward.candidates:
        votes.setdefault(one.party, []).append(ward.polled(one) or 0)
    papers = papers_between(ward, VALID)
    most = sum(map(sum, votes.values())) if papers is None else papers.most
    return {party: Bounds(max(of), max(max(of), min(sum(of), most))) for party, of in votes.items()}


def without_paper(ward: Ward, electors: int) -> Bounds | None:
    """How many of ``electors`` cast no valid paper in a ward.

    ``None`` where its electorate is unknown, or smaller than its papers or its best vote: then one of the figures is
    wrong.
    """
    papers = papers_between(ward, VALID)
    best = max((ward.polled(one) or 0 for one in ward.candidates), default=0)
    if papers is None or ward.electorate is None or max(papers.most, best) > ward.electorate:
        return None
    return Bounds(electors - papers.most, electors - papers.least)
