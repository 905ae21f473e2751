"""What the totals of a ward prove of its ballot papers, taken by how many votes each has for each slate."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property
from math import ceil, floor

from wardcheck.facts.linear import Optimum, Programme
from wardcheck.facts.papers import Bounds

PaperType = Mapping[int, int]
"""How many votes a paper has for each slate, by the slate's place in the list; slates without a vote are left out."""


def impossible(seats: int, papers: int, slates: Sequence[Sequence[int]]) -> str:
    """Why so many papers cannot hold these votes, as a clause; empty where they can.

    Each paper has a vote at least and one for each seat at most, and none has two for the same candidate.
    """
    votes = [one for slate in slates for one in slate]
    best, total = max(votes, default=0), sum(votes)
    if best > papers:
        return f"{best:,} votes for one candidate on {papers:,} papers"
    if total > seats * papers:
        return f"{total:,} votes on {papers:,} papers of {seats} votes"
    if total < papers:
        return f"{papers:,} papers with {total:,} votes, where each has one at least"
    return ""


class PaperTypes:
    """Every way in which ``papers`` papers can hold the votes of ``slates``, as a linear programme over types.

    A type says how many votes of a paper go to each slate. As many papers as there are, and each slate's votes, are
    equations; and for each slate and each j the papers have at least as many votes, j of them a paper at the most, as
    its j best candidates polled. By the theorem of Gale and Ryser it is exactly then that votes for candidates can be
    dealt to papers of these types, and slate by slate, so that nothing is lost against papers by candidate.
    Source of the definition: docs/methods/splits.md.
    """

    def __init__(self, seats: int, papers: int, slates: Sequence[Sequence[int]]) -> None:
        self.papers = papers
        self.slates = [sorted(slate, reverse=True) for slate in slates]
        self.types = list(_types(seats, [len(slate) for slate in slates]))
        self.best = [(n, j) for n, slate in enumerate(slates) for j in range(1, min(len(slate), seats))]
        """The slates and counts of candidates of which it is said that the papers have votes enough for the best."""

    @cached_property
    def _programme(self) -> Programme:
        count = len(self.slates)
        columns = []
        for kind in self.types:
            column = {0: 1, **{1 + n: votes for n, votes in kind.items()}}
            for row, (n, j) in enumerate(self.best, 1 + count):
                if n in kind:
                    column[row] = min(kind[n], j)
            columns.append(column)
        columns += [{row: -1} for row in range(1 + count, 1 + count + len(self.best))]
        best = [sum(self.slates[n][:j]) for n, j in self.best]
        return Programme(columns, [self.papers, *map(sum, self.slates), *best])

    def bounds(self, counts: Callable[[PaperType], bool]) -> Bounds:
        """The fewest and the most papers for which ``counts`` is true, of those that the totals allow.

        Raises:
            ValueError: no papers allow them (see :func:`impossible`).
        """
        cost = self._cost(counts)
        return Bounds(ceil(self._programme.least(cost).value), floor(self._programme.most(cost).value))

    def proof(self, counts: Callable[[PaperType], bool]) -> Optimum:
        """What proves the lower bound: a factor for the papers, for each slate's votes, and for each of ``best``.

        Raises:
            ValueError: no papers allow the totals.
        """
        return self._programme.least(self._cost(counts))

    def _cost(self, counts: Callable[[PaperType], bool]) -> list[int]:
        return [*(int(counts(kind)) for kind in self.types), *(0 for _ in self.best)]


def _types(left: int, sizes: Sequence[int], first: int = 0) -> Iterator[PaperType]:
    """All types with 1 to ``left`` votes, for slates of these sizes from the ``first`` on."""
    for n in range(first, len(sizes)):
        for votes in range(1, min(sizes[n], left) + 1):
            yield {n: votes}
            for rest in _types(left - votes, sizes, n + 1):
                yield {n: votes, **rest}
