"""The sentence that says why a verdict is what it is."""

from __future__ import annotations

from collections.abc import Sequence

from wardcheck.claims.judge import Outcome, Truth
from wardcheck.claims.lines import Line, listed
from wardcheck.claims.rows import Verdict

_TRUTHS: tuple[tuple[Truth, str], ...] = ((True, "true"), (False, "false"), (None, "not decided"))


def why(verdict: Verdict, outcomes: Sequence[Outcome], lines: Sequence[Line]) -> str:
    """One sentence with the figures that decide, or with what is missing."""
    match verdict:
        case "holds":
            words = _holds(lines)
        case "fails":
            words = _fails(lines)
        case "depends":
            words = f"{readings(outcomes)}: {_account(next((x for x in lines if x.verdict == verdict), lines[0]))}"
        case "undecidable":
            words = _undecidable(outcomes, lines)
    return f"{words}."


def readings(outcomes: Sequence[Outcome]) -> str:
    """``True by top, false by sum``; nothing where a claim comes to the same by all its readings."""
    if len({outcome.truth for outcome in outcomes}) == 1:
        return ""
    parts = []
    for truth, words in _TRUTHS:
        names = [" with ".join(outcome.reading.values()) for outcome in outcomes if outcome.truth is truth]
        parts += [f"{words} by {listed(names)}"] if names else []
    return _capital(", ".join(parts))


def _holds(lines: Sequence[Line]) -> str:
    if len(lines) == 1:
        return _account(lines[0])
    true = [line for line in lines if line.verdict == "holds"]
    figures = "; ".join(f"{line.figure}: {line.found}" for line in true or lines)
    if len(true) == len(lines):
        return f"{'Both' if len(lines) == 2 else f'All {len(lines)}'} statements are true: {figures}"
    return f"{_numbered(true, lines)} true, which is enough: {figures}" if true else f"True together: {figures}"


def _fails(lines: Sequence[Line]) -> str:
    if len(lines) == 1:
        return _account(lines[0])
    false = [line for line in lines if line.verdict == "fails"]
    if false:
        return f"{_numbered(false, lines)} not true: {_accounts(false)}"
    return f"By no measure is it all true: {_accounts([line for line in lines if line.verdict != 'holds'])}"


def _undecidable(outcomes: Sequence[Outcome], lines: Sequence[Line]) -> str:
    if len(lines) == 1:
        (line,) = lines
        return _account(line) if line.known else f"{line.figure}: {line.found}"
    open_ = [line for line in lines if line.verdict == "undecidable"] or list(lines)
    start = readings(outcomes) or f"{_numbered(open_, lines)} not decided"
    rest = "; the rest holds" if all(line.verdict == "holds" for line in lines if line not in open_) else ""
    return f"{start}: {_accounts(open_)}{rest if len(open_) < len(lines) else ''}"


def _numbered(some: Sequence[Line], lines: Sequence[Line]) -> str:
    """``Statement 2 of 3 is``; ``Statements 1 and 3 of 3 are``."""
    numbers = [str(n) for n, line in enumerate(lines, 1) if any(line is one for one in some)]
    statements, are = ("Statement", "is") if len(numbers) == 1 else ("Statements", "are")
    return f"{statements} {listed(numbers)} of {len(lines)} {are}"


def _accounts(lines: Sequence[Line]) -> str:
    return "; ".join(map(_account, lines))


def _account(line: Line) -> str:
    return f"{line.figure}: said {line.said}, found {line.found}"


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
