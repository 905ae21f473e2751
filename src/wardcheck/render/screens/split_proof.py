"""The line that proves how many papers of a ward were split, laid out for a reader to check by hand."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from itertools import groupby

from wardcheck.analysis.report import Report
from wardcheck.analysis.split_proof import Proof, ProofRow
from wardcheck.render.labels import Labels
from wardcheck.render.screens.chips import chip, widest_party
from wardcheck.render.sheet import Cell, Column, Sheet, Span
from wardcheck.words import number


def split_proof_sheet(shown: Sequence[ProofRow], report: Report[ProofRow, Proof | None], labels: Labels) -> Sheet:
    """The sheet: terms of the line, and how each paper is scored by it."""
    proof = report.totals
    notes = [remark.text(labels) for remark in report.remarks]
    if proof is None:
        return Sheet(notes[0], [], [], notes[1:])
    first = report[0]
    width = widest_party([row.party for row in report], labels)
    columns = [Column("Party"), Column("Votes"), Column("Count", "right"), Column("times", "right"), Column("")]
    lines = [_line(row, width, labels) for row in shown]
    were = "paper was" if first.proves == 1 else "papers were"
    title = f"{labels.ward(first.election, first.ward)}, {labels.heading(first.election)}: "
    title += f"at least {number(first.proves)} {were} split between parties"
    return Sheet(title, columns, lines, [_sum(report, proof, first.proves), *_argument(proof, labels), *notes])


def _line(row: ProofRow, width: int, labels: Labels) -> list[Cell]:
    if row.party is None:
        what = "valid papers" if row.papers_are == "valid" else "papers at the count"
        who: Cell = Span("")
    else:
        count = row.of.removeprefix("best ")
        what = {"votes": "all votes", "best 1": "of its best candidate"}.get(row.of, f"of its best {count} candidates")
        chips = chip(labels.party(row.party), width)
        who = chips if row.candidate is None else (*chips, Span(f" {row.candidate}", faint=True))
    product = Fraction(row.product)
    return [who, Span(what), Span(number(row.count)), Span(_fraction(Fraction(row.factor))), Span(_fraction(product))]


def _sum(rows: Sequence[ProofRow], proof: Proof, proves: int) -> str:
    """The terms as one sum, those of one factor in brackets."""
    words = ""
    for factor, terms in groupby(rows, key=lambda row: Fraction(row.factor)):
        figures = [number(row.count) for row in terms]
        together = f"({' + '.join(figures)})" if len(figures) > 1 and abs(factor) != 1 else " + ".join(figures)
        if abs(factor.numerator) != 1:
            together = f"{abs(factor.numerator)} × {together}"
        if factor.denominator != 1:
            together = f"{together} / {factor.denominator}"
        words += (" − " if factor < 0 else " + " if words else "") + together
    rounded = "" if proof.value == proves else f", and papers are whole: {number(proves)}"
    return f"The line: {words} = {_fraction(proof.value)}{rounded}."


def _argument(proof: Proof, labels: Labels) -> list[str]:
    scores: dict[tuple[Fraction, ...], list[str]] = {}
    for worth in proof.worth:
        scores.setdefault(worth.votes, []).append(worth.candidate or labels.party_short(worth.party))
    found = []
    for votes, parties in sorted(scores.items(), reverse=True):
        each = ", ".join(f"{_fraction(score)} for {n}" for n, score in enumerate(votes, 1))
        found.append(f"{', '.join(parties)}: {each}.")
    return [
        "Why: give each paper a score for the votes that it has for each party, "
        f"and take {_fraction(-proof.paper)} from it.",
        *found,
        "A paper that is all for one party then scores 0 at the most, and any other 1 at the most: so at least as many "
        "papers are split as all scores together come to. They come to the line at least: where more votes for a party "
        "score no more, its best candidates alone have put so many votes on the papers.",
    ]


def _fraction(value: Fraction) -> str:
    """``1,248 1/2``, ``1/2``, ``−5,604``."""
    sign = "−" if value < 0 else ""
    whole, rest = divmod(abs(value.numerator), value.denominator)
    if not rest:
        return f"{sign}{whole:,}"
    return f"{sign}{f'{whole:,} ' if whole else ''}{rest}/{value.denominator}"
