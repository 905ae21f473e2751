"""Verdicts: a word that says it, the claim, and below it what was said and what was found."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import zip_longest
from textwrap import wrap
from typing import get_args

from wardcheck.claims.rows import ClaimRow, Verdict, Working
from wardcheck.printable import printable
from wardcheck.render.screens.words import counted, listed
from wardcheck.render.sheet import Cell, Column, Sheet, Span

_ROOM = 66
"""Cells of a line of words, which with the verdict before them fill a terminal of 80."""

_HANGING = " " * 7
_DOES: dict[str, str] = {
    "holds": "holds",
    "fails": "fails",
    "depends": "depends on the measure",
    "undecidable": "is undecidable",
}
_DO: dict[str, str] = {
    "holds": "hold",
    "fails": "fail",
    "depends": "depend on the measure",
    "undecidable": "are undecidable",
}


def claims_sheet(shown: Sequence[ClaimRow], everything: Sequence[ClaimRow]) -> Sheet:
    """The verdicts of the claims shown; the title counts those of all."""
    rows: list[list[Cell]] = []
    for row in shown:
        if rows:
            rows.append([Span(""), Span("")])
        lines = list(_lines(row))
        rows.append([Span(row.verdict, strong=True), Span(row.claim, strong=True)])
        rows += [[Span(""), line] for line in lines]
    notes = []
    if any(row.verdict == "depends" for row in shown):
        notes.append("depends: true by one measure or definition, false by another.")
    if any(row.verdict == "undecidable" for row in shown):
        notes.append("undecidable: the store lacks the figure that would settle it, or no figure can.")
    if hidden := len(everything) - len(shown):
        notes.append(f"{counted(hidden, 'more claim')}.")
    if shown:
        notes.append("--explain with the name of a claim shows its figures, and the commands that print them.")
    return Sheet(_title(everything), [Column("Verdict"), Column("Claim")], rows, notes)


def working_sheet(shown: Sequence[Working], claim: ClaimRow, note: str | None) -> Sheet:
    """The figures of one claim, statement by statement; ``note`` is what its file remarks."""
    rows: list[list[Cell]] = []
    last = 0
    several = Counter(row.statement for row in shown)
    for row, following in zip_longest(shown, shown[1:]):
        if row.statement != last:
            if rows:
                rows.append([Span(""), Span("")])
            rows += [
                [Span(""), Span(line, strong=True)] for line in _wrapped(f"{row.statement}. {row.figure}: {row.said}")
            ]
        last = row.statement
        found = f"{row.measure}: {row.found}" if row.measure is not None else row.found
        first, *more = _wrapped(found)
        rows.append([Span(row.verdict), Span(first)])
        rows += [[Span(""), Span(line)] for line in more]
        if following is None or following.statement != row.statement:
            commands = dict.fromkeys(
                _command(r, several[r.statement] > 1) for r in shown if r.statement == row.statement
            )
            rows += [[Span(""), Span(line, faint=True)] for c in commands if c for line in _wrapped(f"$ {c}")]
    notes = [claim.words, _origin(claim), " ".join((note or "").split()), f"Verdict: {claim.verdict}. {claim.why}"]
    return Sheet(
        f"{claim.claim}: {claim.verdict}", [Column("Verdict"), Column("Figure")], rows, [n for n in notes if n]
    )


def _command(row: Working, every_measure: bool) -> str:
    """The command of a row, or the one that prints the figure by every measure."""
    if every_measure and row.command.startswith("wardcheck change "):
        return row.command.replace(f"--measure {row.measure}", "--measure all")
    return row.command


def _title(rows: Sequence[ClaimRow]) -> str:
    found = Counter(row.verdict for row in rows)
    parts = [
        f"{found[verdict]} {(_DOES if found[verdict] == 1 else _DO)[verdict]}"
        for verdict in get_args(Verdict)
        if found[verdict]
    ]
    return f"{counted(len(rows), 'claim')}: {listed(parts)}" if parts else "No claims."


def _lines(row: ClaimRow) -> Iterator[Span]:
    """The lines below the name of a claim: its words, faint, and then said and found."""
    yield from (Span(line, faint=True) for line in _wrapped(row.words))
    measure = f" ({row.measure})" if row.measure and " | " not in row.found else ""
    yield from (Span(line) for line in _wrapped(f"said   {row.said}"))
    found, *others = f"{row.found}{measure}".split(" | ")
    yield from (Span(line) for line in _wrapped(f"found  {found}"))
    for other in others:
        yield from (Span(line) for line in _wrapped(f"{_HANGING}{other}"))


def _wrapped(text: str) -> list[str]:
    hanging = text.startswith(("said ", "found ", _HANGING))
    return wrap(
        printable(text),
        _ROOM,
        break_on_hyphens=False,
        subsequent_indent=_HANGING if hanging else "",
        drop_whitespace=True,
    ) or [""]


def _origin(claim: ClaimRow) -> str:
    return ", ".join(part for part in (claim.by, claim.on, claim.source) if part is not None)
