"""Verdicts: a word that says it, the claim, and one sentence with the figures that decide."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import get_args

from wardcheck.analysis.relate import ECOLOGICAL
from wardcheck.claims import ClaimRow, Judged
from wardcheck.claims.verdict import Verdict
from wardcheck.printable import printable
from wardcheck.render.screens.wrapping import wrapped
from wardcheck.render.sheet import Cell, Column, Sheet, Span
from wardcheck.words import counted, listed

_WIDTH = 100
"""Cells a line, where neither a terminal nor COLUMNS says how many there are."""

_VERDICT = len("undecidable")
_GAP = 2
_LEAST = 20
_DOES: dict[str, str] = {
    "holds": "holds",
    "fails": "fails",
    "depends": "depends on how it is read",
    "undecidable": "is undecidable",
}
_DO: dict[str, str] = {
    "holds": "hold",
    "fails": "fail",
    "depends": "depend on how they are read",
    "undecidable": "are undecidable",
}
_NOTES = {
    "depends": "depends: true by one measure, definition or reading of the words, false by another.",
    "undecidable": "undecidable: the store lacks the figure that would settle it, or no figure can.",
}


def claims_sheet(
    shown: Sequence[ClaimRow], everything: Sequence[ClaimRow], judged: Mapping[str, Judged], width: int | None
) -> Sheet:
    """The verdicts of the claims shown, on lines that fit ``width``; the title counts those of all."""
    room = max((width or _WIDTH) - _VERDICT - _GAP, _LEAST)
    rows: list[list[Cell]] = []
    for row in shown:
        rows += [[Span(""), Span("")]] if rows else []
        rows += [[Span("" if n else row.verdict, strong=True), cell] for n, cell in enumerate(_lines(row, room))]
    notes = [words for verdict, words in _NOTES.items() if any(row.verdict == verdict for row in shown)]
    if any(judged[row.claim].has_relation for row in shown):
        notes.append(ECOLOGICAL)
    if shown:
        notes.append(
            "--explain with the name of a claim prints its figures, statement by statement, and the tables that they "
            "come from."
        )
    return Sheet(_title(everything), [Column("Verdict"), Column("Claim")], rows, notes, unit=("claim", "claims"))


def _title(rows: Sequence[ClaimRow]) -> str:
    found = Counter(row.verdict for row in rows)
    parts = [
        f"{found[verdict]} {(_DOES if found[verdict] == 1 else _DO)[verdict]}"
        for verdict in get_args(Verdict)
        if found[verdict]
    ]
    return f"{counted(len(rows), 'claim')}: {listed(parts)}" if parts else "No claims."


def quoted(sentence: str) -> str:
    """A sentence as it was published."""
    return f"“{sentence}”"


def _lines(row: ClaimRow, room: int) -> Iterator[Cell]:
    """The name of the claim and who said it, the claim, the sentence as it was published, and why."""
    origin = printable(", ".join(part for part in (row.by, row.on) if part is not None))
    beside = origin and len(row.claim) + _GAP + len(origin) <= room
    yield (
        (Span(row.claim, strong=True), Span(f"{' ' * _GAP}{origin}", faint=True))
        if beside
        else Span(row.claim, strong=True)
    )
    yield from map(Span, wrapped(f"{row.words} ({origin})" if origin and not beside else row.words, room))
    if row.quote is not None:
        yield from map(Span, wrapped(quoted(row.quote), room))
    yield from (Span(line, faint=True) for line in wrapped(f"- {row.why}", room, hanging=2))
