"""Verdicts: a word that says it, the claim, and statement by statement what was said and what was found."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import get_args

from wardcheck.analysis.relate import ECOLOGICAL
from wardcheck.claims import ClaimRow, Judged
from wardcheck.claims.lines import Read
from wardcheck.claims.statements import Several, Statement
from wardcheck.claims.verdict import Verdict
from wardcheck.claims.why import by_measures
from wardcheck.printable import printable
from wardcheck.render.screens.wrapping import wrapped
from wardcheck.render.sheet import Cell, Column, Sheet, Span
from wardcheck.words import counted, listed

_WIDE = 140
"""Cells from which the names of claims have a column of their own."""

_WIDTH = 100
"""Cells a line, where neither a terminal nor COLUMNS says how many there are."""

_VERDICT = 13
"""Cells of the widest verdict, that of a statement, which stands further in than that of a claim."""

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
    beside = max((len(row.claim) for row in shown), default=0) if (width or 0) >= _WIDE else None
    room = (width or _WIDTH) - _VERDICT - _GAP - (beside + _GAP if beside is not None else 0)
    rows: list[list[Cell]] = []
    for row in shown:
        lines = _lines(row, judged[row.claim], max(room, _LEAST), named=beside is None)
        if rows:
            rows.append([Span("")] * len(rows[0]))
        for n, (verdict, words) in enumerate(lines):
            name: list[Cell] = [] if beside is None else [Span("" if n else row.claim, strong=True)]
            rows.append([Span(verdict, strong=not verdict.startswith(" ")), *name, words])
    notes = [words for verdict, words in _NOTES.items() if any(row.verdict == verdict for row in shown)]
    if any(judged[row.claim].has_relation for row in shown):
        notes.append(ECOLOGICAL)
    if hidden := len(everything) - len(shown):
        notes.append(f"{counted(hidden, 'more claim')}.")
    if shown:
        notes.append("--explain with the name of a claim prints its figures and the tables that they come from.")
    columns = [Column("Verdict"), Column("Claim"), *([Column("")] if beside is not None else [])]
    return Sheet(_title(everything), columns, rows, notes)


def _title(rows: Sequence[ClaimRow]) -> str:
    found = Counter(row.verdict for row in rows)
    parts = [
        f"{found[verdict]} {(_DOES if found[verdict] == 1 else _DO)[verdict]}"
        for verdict in get_args(Verdict)
        if found[verdict]
    ]
    return f"{counted(len(rows), 'claim')}: {listed(parts)}" if parts else "No claims."


def _lines(row: ClaimRow, judged: Judged, room: int, *, named: bool) -> Iterator[tuple[str, Cell]]:
    """Each line after the verdict in front of it: the claim, its statements and, if they differ, its readings."""
    origin = printable(", ".join(part for part in (row.by, row.on) if part is not None))
    beside = named and origin and len(row.claim) + _GAP + len(origin) <= room
    words = wrapped(f"{row.words} ({origin})" if origin and not beside else row.words, room)
    if named:
        name = Span(row.claim, strong=True)
        yield row.verdict, (name, Span(f"{' ' * _GAP}{origin}", faint=True)) if beside else name
    yield from ((row.verdict if n == 0 and not named else "", Span(line)) for n, line in enumerate(words))
    for n, read in enumerate(judged.reads):
        yield from _read(read, judged.claim.readings[n].statement, room)


def _read(read: Read, statement: Statement, room: int) -> Iterator[tuple[str, Cell]]:
    """One reading: its name and verdict, and its statements below it, numbered where they are several."""
    if read.name:
        for n, part in enumerate(wrapped(f"{'beside it, ' if read.beside else ''}{read.name}:", room)):
            yield "" if n else f"  {read.verdict}", Span(part, strong=True)
    if isinstance(statement, Several) and statement.how == "any":
        yield "", Span("one of these is enough:", faint=True)
    several = len(read.lines) > 1
    for number, line in enumerate(read.lines, 1):
        text = f"{f'{number}. ' if several else ''}{line.figure}: said {line.said}; found {line.found}"
        for n, part in enumerate(wrapped(text, room, hanging=len(f"{number}. ") if several else 2)):
            yield f"  {line.verdict}" if several and n == 0 else "", Span(part)
    if words := by_measures(read.outcomes):
        yield from (("", Span(part)) for part in wrapped(f"{words[0].upper()}{words[1:]}.", room))
