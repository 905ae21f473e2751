"""What totals prove of papers, against every set of papers that has these totals."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from itertools import combinations, product
from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wardcheck.facts.paper_types import PaperType, PaperTypes, impossible

Paper = tuple[int, ...]
"""The candidates that a paper has votes for, by number."""


class Count(NamedTuple):
    """A tiny ward with its papers, which nobody has seen."""

    seats: int
    party: tuple[int, ...]
    """The slate of each candidate."""
    papers: tuple[Paper, ...]

    @property
    def votes(self) -> tuple[int, ...]:
        return tuple(sum(n in paper for paper in self.papers) for n in range(len(self.party)))

    def kind(self, paper: Paper) -> dict[int, int]:
        found: dict[int, int] = {}
        for one in paper:
            found[self.party[one]] = found.get(self.party[one], 0) + 1
        return found

    def slates(self) -> list[list[int]]:
        votes = self.votes
        return [[v for v, p in zip(votes, self.party, strict=True) if p == n] for n in range(max(self.party) + 1)]


@st.composite
def counts(draw: st.DrawFn, papers: int, candidates: int) -> Count:
    sizes = draw(st.lists(st.integers(1, 3), min_size=2, max_size=4).filter(lambda found: sum(found) <= candidates))
    party = tuple(n for n, size in enumerate(sizes) for _ in range(size))
    seats = draw(st.integers(2, min(3, len(party) - 1) if len(party) > 2 else 2))
    ballots = [c for r in range(1, seats + 1) for c in combinations(range(len(party)), r)]
    return Count(seats, party, tuple(draw(st.lists(st.sampled_from(ballots), min_size=1, max_size=papers))))


def fewest_and_most(count: Count, counts_: Callable[[PaperType], bool]) -> tuple[int, int]:
    """By an exact search over how often each paper by candidate is there, with the same totals."""
    ballots = [c for r in range(1, count.seats + 1) for c in combinations(range(len(count.party)), r)]
    worth = [int(counts_(count.kind(ballot))) for ballot in ballots]

    @cache
    def search(n: int, left: int, votes: tuple[int, ...]) -> frozenset[int]:
        if n == len(ballots):
            return frozenset([0]) if left == 0 and not any(votes) else frozenset()
        found: set[int] = set()
        for times in range(min(left, *(votes[c] for c in ballots[n])) + 1):
            rest = tuple(v - times * (c in ballots[n]) for c, v in enumerate(votes))
            if rest and max(rest) <= left - times:
                found |= {times * worth[n] + more for more in search(n + 1, left - times, rest)}
        return frozenset(found)

    reached = search(0, len(count.papers), count.votes)
    return min(reached), max(reached)


def kinds(count: Count) -> list[Callable[[PaperType], bool]]:
    """Everything that the analysis asks of papers."""
    slates = count.slates()
    whole = {n: min(len(slate), count.seats) for n, slate in enumerate(slates) if len(slate) > 1}
    found: list[Callable[[PaperType], bool]] = [
        lambda kind: len(kind) > 1,
        lambda kind: sum(kind.values()) == 1,
        lambda kind: sum(kind.values()) == count.seats,
        lambda kind: any(kind.get(n) == votes for n, votes in whole.items()),
    ]
    for n in range(len(slates)):
        found += [
            lambda kind, n=n: n in kind and len(kind) > 1,  # type: ignore[misc]
            lambda kind, n=n: kind.get(n) == sum(kind.values()) == 1,  # type: ignore[misc]
            lambda kind, n=n: n in kind and sum(kind.values()) == count.seats,  # type: ignore[misc]
            lambda kind, n=n: n in kind and kind[n] == whole.get(n),  # type: ignore[misc]
            lambda kind, n=n: n in kind,  # type: ignore[misc]
        ]
    return found


@settings(deadline=None)
@given(counts(papers=6, candidates=5))
def test_the_bounds_are_those_of_all_papers_by_candidate(count: Count) -> None:
    types = PaperTypes(count.seats, len(count.papers), count.slates())
    for counted in kinds(count):
        assert types.bounds(counted) == fewest_and_most(count, counted)


@settings(deadline=None)
@given(counts(papers=60, candidates=9))
def test_the_papers_themselves_are_within_and_the_proof_holds(count: Count) -> None:
    types = PaperTypes(count.seats, len(count.papers), count.slates())
    for counted in kinds(count):
        least, most = types.bounds(counted)
        assert least <= sum(counted(count.kind(paper)) for paper in count.papers) <= most
    paper, *factors = types.proof(lambda kind: len(kind) > 1).duals
    of_votes, of_best = factors[: len(types.slates)], factors[len(types.slates) :]
    assert all(factor >= 0 for factor in of_best)
    for kind in types.types:
        score = paper + sum(of_votes[n] * votes for n, votes in kind.items())
        score += sum(y * min(kind.get(n, 0), j) for (n, j), y in zip(types.best, of_best, strict=True))
        assert score <= int(len(kind) > 1)


@settings(deadline=None)
@given(counts(papers=12, candidates=7))
def test_what_is_said_of_papers_at_the_count(count: Count) -> None:
    # were one paper of those at the count rejected, the others would prove as much or more; of plumped papers, and of
    # those with a vote for a party, they would allow as many or fewer
    slates, at_count = count.slates(), len(count.papers) + 1
    if impossible(count.seats, at_count, slates):
        return
    taken, true = PaperTypes(count.seats, at_count, slates), PaperTypes(count.seats, len(count.papers), slates)
    split, plumped, all_used, whole, *of_parties = kinds(count)
    for n in range(len(slates)):
        split_of, plumped_of, all_used_of, whole_of, any_vote = of_parties[5 * n : 5 * n + 5]
        for counted in (split, all_used, whole, split_of, all_used_of, whole_of):
            assert taken.bounds(counted).least <= true.bounds(counted).least
        for counted in (plumped, plumped_of, any_vote):
            assert taken.bounds(counted).most >= true.bounds(counted).most


def test_the_search_itself_by_plain_enumeration() -> None:
    # two seats, candidates A and B of one party and C of another, on three papers: A 2, B 2, C 1
    count = Count(2, (0, 0, 1), ((0, 1), (0, 1), (2,)))
    ballots = [(0,), (1,), (2,), (0, 1), (0, 2), (1, 2)]
    same = [p for p in product(ballots, repeat=3) if Count(2, count.party, p).votes == count.votes]
    split = [sum(len(count.kind(paper)) > 1 for paper in papers) for papers in same]
    assert (min(split), max(split)) == fewest_and_most(count, lambda kind: len(kind) > 1) == (0, 1)


@pytest.mark.parametrize(
    ("seats", "papers", "slates", "why"),
    [
        (2, 9, [[10], [3]], "10 votes for one candidate on 9 papers"),
        (2, 9, [[9, 8], [3]], "20 votes on 9 papers of 2 votes"),
        (2, 9, [[4], [3]], "9 papers with 7 votes, where each has one at least"),
        (2, 9, [[9, 7], [2]], ""),
        (2, 9, [[9], [0]], ""),
    ],
)
def test_papers_that_cannot_be(seats: int, papers: int, slates: list[list[int]], why: str) -> None:
    assert impossible(seats, papers, slates) == why
    types = PaperTypes(seats, papers, slates)
    if why:
        with pytest.raises(ValueError, match="no solution"):
            types.bounds(lambda kind: len(kind) > 1)
    else:
        assert types.bounds(lambda kind: bool(kind)) == (papers, papers)
