"""Who would be elected in a ward if votes moved from one slate to another: each change, and at how many votes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction
from itertools import combinations, pairwise
from typing import NamedTuple

from wardcheck.facts.slates import Polled
from wardcheck.model import Candidacy

_Votes = Callable[[Fraction], Fraction]
"""The votes of a candidacy after so many moved."""


class Change(NamedTuple):
    """One seat that goes to another candidacy when more than ``moved`` votes have moved."""

    moved: Fraction
    winner: Candidacy
    loser: Candidacy


def changes(standing: Sequence[Polled], seats: int, losing: str, winning: str, most: Fraction) -> list[Change]:
    """Each change of a seat as up to ``most`` votes move from every candidacy of ``losing`` to one of ``winning``.

    The candidacies of the two slates are paired by rank, as far as the shorter slate goes; the others keep their votes.
    No more votes move than a candidacy has. Level votes change nothing: a seat changes just beyond. It begins with
    those declared elected, who must be so by their votes. Definition: docs/methods/whatif.md.
    """
    held = [one.candidacy.elected for one in standing]
    after = list(_after(standing, losing, winning))
    edges = sorted({Fraction(0), most, *(at for at in _edges(standing, after, losing, winning) if 0 < at < most)})
    found = []
    for left, right in pairwise(edges):
        middle = (left + right) / 2  # between two edges nobody passes anybody
        order = sorted(range(len(standing)), key=lambda n: (-after[n](middle), not held[n], n))
        now = [n in order[:seats] for n in range(len(standing))]
        won = [n for n in order if now[n] and not held[n]]
        lost = [n for n in order if held[n] and not now[n]]
        found += [
            Change(left, standing[w].candidacy, standing[out].candidacy) for w, out in zip(won, lost, strict=True)
        ]
        held = now
    return found


def _after(standing: Sequence[Polled], losing: str, winning: str) -> Iterator[_Votes]:
    pairs = _pairs(standing, losing, winning)
    givers = {giver: votes for giver, _, votes in pairs}
    takers = {taker: votes for _, taker, votes in pairs}
    for n, one in enumerate(standing):
        if n in givers:
            yield lambda moved, votes=one.votes: votes - min(moved, Fraction(votes))  # type: ignore[misc]
        elif n in takers:
            yield lambda moved, votes=one.votes, most=takers[n]: votes + min(moved, Fraction(most))  # type: ignore[misc]
        else:
            yield lambda moved, votes=one.votes: Fraction(votes)  # type: ignore[misc]  # noqa: ARG005


def _pairs(standing: Sequence[Polled], losing: str, winning: str) -> list[tuple[int, int, int]]:
    """Who gives to whom, by place in the list, and what there is to give."""

    def ranked(party: str) -> list[int]:
        of = [n for n, one in enumerate(standing) if one.candidacy.party == party]
        return sorted(of, key=lambda n: (-standing[n].votes, not standing[n].candidacy.elected))

    return [(g, t, standing[g].votes) for g, t in zip(ranked(losing), ranked(winning), strict=False)]


def _edges(standing: Sequence[Polled], after: Sequence[_Votes], losing: str, winning: str) -> set[Fraction]:
    """Every number of votes at which two candidacies may be level, or a giver has none left."""
    spent = {Fraction(votes) for *_, votes in _pairs(standing, losing, winning)}
    found = set(spent)
    # between two numbers at which somebody's votes are spent, each candidacy's votes lie on a straight line
    marks = sorted({Fraction(0), *spent})
    ends = [*marks, marks[-1] + 1]
    for left, right in pairwise(ends):
        lines = [(votes(left), (votes(right) - votes(left)) / (right - left)) for votes in after]
        for (a, slope), (b, other) in combinations(lines, 2):
            if slope != other:
                found.add(left + (b - a) / (slope - other))
    return found
