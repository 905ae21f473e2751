"""The sentence that says why a verdict is what it is."""

from __future__ import annotations

from collections.abc import Sequence

from wardcheck.claims.judge import Outcome
from wardcheck.claims.lines import Line, Read, measured
from wardcheck.claims.verdict import Truth
from wardcheck.words import listed

UNKNOWABLE = ("voters", "missing")
"""What stands in place of a figure where no totals can tell."""

_TRUTHS: tuple[tuple[Truth, str], ...] = ((True, "true"), (False, "false"), (None, "not decided"))


def why(reads: Sequence[Read]) -> str:
    """One sentence, not begun with a capital, with the figures that decide or what is missing, by each reading."""
    parts = [f"{_name(read)}{read.verdict}, {_why(read)}" if read.name else _why(read) for read in reads]
    return f"{'; '.join(parts)}."


def _name(read: Read) -> str:
    return f"{'beside it, ' if read.beside else ''}{read.name}: "


def by_measures(outcomes: Sequence[Outcome]) -> str:
    """``true by top, false by sum``; nothing where a reading comes to the same by all measures."""
    if len({outcome.truth for outcome in outcomes}) == 1:
        return ""
    parts = []
    for truth, words in _TRUTHS:
        names = measured(tuple(outcome.measures.values()) for outcome in outcomes if outcome.truth is truth)
        parts += [f"{words} by {names}"] if names else []
    return ", ".join(parts)


def _why(read: Read) -> str:
    lines = read.lines
    match read.verdict:
        case "holds":
            return _holds(lines)
        case "fails":
            return _fails(lines)
        case "depends":
            open_ = next((line for line in lines if line.verdict == "depends"), lines[0])
            return f"{by_measures(read.outcomes)}: {_account(open_)}"
        case "undecidable":
            return _undecidable(read)


def _holds(lines: Sequence[Line]) -> str:
    if len(lines) == 1:
        return _account(lines[0])
    true = [line for line in lines if line.verdict == "holds"]
    figures = "; ".join(f"{line.figure}: {line.found}" for line in true or lines)
    if len(true) == len(lines):
        return f"{'both' if len(lines) == 2 else f'all {len(lines)}'} statements are true: {figures}"
    return f"{_numbered(true, lines)} true, which is enough: {figures}" if true else f"true between them: {figures}"


def _fails(lines: Sequence[Line]) -> str:
    if len(lines) == 1:
        return _account(lines[0])
    false = [line for line in lines if line.verdict == "fails"]
    if false:
        return f"{_numbered(false, lines)} not true: {_accounts(false)}"
    return f"by no measure is it all true: {_accounts([line for line in lines if line.verdict != 'holds'])}"


def _undecidable(read: Read) -> str:
    lines = read.lines
    if len(lines) == 1:
        (line,) = lines
        if line.figure in UNKNOWABLE:
            return f"{line.said}: {line.found}"
        return _account(line) if line.known else f"{line.figure}: {line.found}"
    open_ = [line for line in lines if line.verdict == "undecidable"] or list(lines)
    start = by_measures(read.outcomes) or f"{_numbered(open_, lines)} not decided"
    true = [line for line in lines if line not in open_]
    rest = ""
    if true and all(line.verdict == "holds" for line in true):
        rest = f"; the rest holds: {'; '.join(f'{line.figure}: {line.found}' for line in true)}"
    return f"{start}: {_accounts(open_)}{rest}"


def _numbered(some: Sequence[Line], lines: Sequence[Line]) -> str:
    """``statement 2 of 3 is``; ``statements 1 and 3 of 3 are``."""
    numbers = [str(n) for n, line in enumerate(lines, 1) if any(line is one for one in some)]
    statements, are = ("statement", "is") if len(numbers) == 1 else ("statements", "are")
    return f"{statements} {listed(numbers)} of {len(lines)} {are}"


def _accounts(lines: Sequence[Line]) -> str:
    return "; ".join(map(_account, lines))


def _account(line: Line) -> str:
    if line.figure in UNKNOWABLE:
        return f"{line.said} ({line.found})"
    return f"{line.figure}: said {line.said}, found {line.found}"
