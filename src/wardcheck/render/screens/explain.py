"""The working of one claim: its figures by each measure, and the command lines that print them."""

from __future__ import annotations

import shlex
from collections.abc import Sequence

from wardcheck.claims import ClaimRow, Working
from wardcheck.printable import printable
from wardcheck.render.screens.claims import quoted
from wardcheck.render.screens.wrapping import wrapped
from wardcheck.render.sheet import Cell, Column, Sheet, Span

_WIDTH = 100
"""Cells a line, where neither a terminal nor COLUMNS says how many there are."""

_BEFORE = len("undecidable  ")
_LEAST = 20
_PROMPT = "  $"
_MORE = "     "


def working_sheet(
    shown: Sequence[Working], claim: ClaimRow, note: str | None, commands: Sequence[str], width: int | None
) -> Sheet:
    """The figures of one claim, statement by statement, on lines that fit ``width``.

    ``note`` is what its file remarks, and ``commands`` those to be named below.
    """
    room = max((width or _WIDTH) - _BEFORE, _LEAST)
    rows: list[list[Cell]] = []
    last = 0
    for row in shown:
        if row.statement != last:
            heading = f"{row.statement}. {row.figure}: {row.said}"
            heading = f"{heading} ({row.reading})" if row.reading is not None else heading
            rows += [[Span(""), Span("")]] if rows else []
            rows += [[Span(""), Span(line, strong=True)] for line in wrapped(heading, room)]
        last = row.statement
        first, *more = wrapped(f"{row.measure}: {row.found}" if row.measure is not None else row.found, room)
        rows.append([Span(row.verdict), Span(first)])
        rows += [[Span(""), Span(line)] for line in more]
    origin = ", ".join(part for part in (claim.by, claim.on, claim.source) if part is not None)
    quote = quoted(claim.quote) if claim.quote is not None else ""
    notes = [claim.words, quote, origin, " ".join((note or "").split()), f"Verdict: {claim.verdict}. {claim.why}"]
    notes += [f"$ {command}" for command in commands]
    columns = [Column("Verdict"), Column("Figure")]
    return Sheet(f"{claim.claim}: {claim.verdict}", columns, rows, [words for words in notes if words])


def shell_lines(command: str, width: int | None) -> list[str]:
    """``$ wardcheck ...``, continued after backslashes as a shell reads it where a line would not fit ``width``."""
    lines = [_PROMPT]
    for word in map(shlex.quote, shlex.split(command)):
        more = len(lines[-1]) + len(" ") + len(word) + len(" \\") > (width or _WIDTH)
        if more and lines[-1] not in (_PROMPT, _MORE):
            lines[-1] += " \\"
            lines.append(_MORE)
        lines[-1] += f" {word}"
    return [printable(line) for line in lines]
