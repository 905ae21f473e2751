"""Why must so many papers have been split? The line of arithmetic that proves it."""

from __future__ import annotations

from fractions import Fraction
from math import ceil
from typing import Annotated, NamedTuple

from wardcheck.analysis.report import OfWard, Report, remark
from wardcheck.analysis.splits import Contest, contest_of, is_split
from wardcheck.facts.papers import PapersOf, papers_of
from wardcheck.frozen import frozen
from wardcheck.model import INDEPENDENT, Election, Ward


@frozen
class ProofRow:
    """One term of the line: a count of the ward, and the factor that it is taken by.

    The terms add up to ``proves``, or to less than 1 below it, for papers are whole.
    """

    election: Annotated[str, "slug of the election"]
    ward: Annotated[str, "slug of the ward"]
    of: Annotated[str, "what is counted: papers, the votes of a slate, or those of its best 1 or 2 candidates"]
    party: Annotated[str | None, "party whose votes they are, as a slug; empty for papers"]
    count: Annotated[int, "how many papers or votes that is"]
    factor: Annotated[str, "what it is multiplied by, as a whole number or a fraction such as 1/2"]
    product: Annotated[str, "the count times the factor, likewise"]
    proves: Annotated[int, "papers that must be split, by all terms together: the same in every row"]
    papers_are: Annotated[PapersOf | None, "which papers are meant: valid, or at-count"]
    candidate: Annotated[str | None, "the candidate, where the party is an independent"]


class Worth(NamedTuple):
    """What a paper scores for 1, 2, ... votes for one slate."""

    party: str
    candidate: str | None
    votes: tuple[Fraction, ...]


class Proof(NamedTuple):
    """The whole of the argument."""

    worth: tuple[Worth, ...]
    """Of each slate with a score other than nought, in the order of the ward file."""
    paper: Fraction
    """What each paper scores whatever is on it, mostly a deduction."""
    value: Fraction
    """What the terms come to."""


def split_proof(election: Election, ward: Ward) -> Report[ProofRow, Proof | None]:
    """The proof that so many papers of a ward were split at the least; no rows where none is proven.

    Each paper is given a score: a part for each slate, by how many of its votes the slate has, less a deduction. No
    paper scores more than 1, and none with votes for one party alone more than 0, so that at least as many papers are
    split as all scores come to; and these come to at least the sum of the terms, for the slates polled so many votes.
    The factors are a solution of the dual of the programme of :class:`PaperTypes`. Source: docs/methods/splits.md.
    """
    where = OfWard(election.slug, ward.slug)
    contest = contest_of(election.slug, ward)
    if isinstance(contest, str):
        return Report([], None, [remark(where, f": {contest or 'there was no poll'}.")], answered=False)
    found = contest.types.proof(is_split)
    if found.value <= 0:
        return Report([], None, [remark(where, ": the totals do not prove that any paper was split.")])
    paper, *factors = found.duals
    of_votes, of_best = factors[: len(contest.slates)], factors[len(contest.slates) :]
    best = dict(zip(contest.types.best, of_best, strict=True))
    terms = [_term(contest, n, None, factor) for n, factor in enumerate(of_votes)]
    terms += [_term(contest, n, j, factor) for (n, j), factor in best.items()]
    terms = sorted((t for t in terms if t.factor), key=lambda t: (-t.factor, -t.figure))
    terms.append(_Term("papers", None, None, contest.types.papers, paper))
    proves = ceil(found.value)
    rows = [
        ProofRow(
            election=election.slug,
            ward=ward.slug,
            of=term.of,
            party=term.party,
            count=term.figure,
            factor=str(term.factor),
            product=str(term.factor * term.figure),
            proves=proves,
            papers_are=papers_of(ward),
            candidate=term.candidate,
        )
        for term in terms
    ]
    worth = []
    for n, slate in enumerate(contest.slates):
        most = range(1, min(len(slate), ward.seats) + 1)
        score = tuple(of_votes[n] * t + sum(f * min(t, j) for (m, j), f in best.items() if m == n) for t in most)
        if any(score):
            worth.append(Worth(*_who(contest, n), score))
    remarks = []
    if papers_of(ward) == "at-count":
        remarks.append(
            remark("Papers are all at the count: if some were rejected, as many of the others were split at the least.")
        )
    return Report(rows, Proof(tuple(worth), paper, found.value), remarks)


class _Term(NamedTuple):
    of: str
    party: str | None
    candidate: str | None
    figure: int
    factor: Fraction


def _term(contest: Contest, slate: int, best: int | None, factor: Fraction) -> _Term:
    votes = contest.types.slates[slate]
    of = "votes" if best is None else f"best {best}"
    return _Term(of, *_who(contest, slate), sum(votes[:best]), factor)


def _who(contest: Contest, slate: int) -> tuple[str, str | None]:
    first = contest.slates[slate][0].candidacy
    return first.party, first.name if first.party == INDEPENDENT else None
