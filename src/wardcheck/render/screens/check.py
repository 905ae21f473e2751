"""What a person reads of the checks: lines as a compiler prints them, or tables."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from wardcheck.checks.accepted import Acceptance
from wardcheck.checks.finding import Finding
from wardcheck.checks.listing import RuleEntry
from wardcheck.printable import printable
from wardcheck.render.sheet import Column, Sheet, Span
from wardcheck.words import counted


def finding_lines(findings: Iterable[Finding]) -> str:
    """``path:line: rule: message``, which editors and grep understand."""
    return "".join(f"{printable(f'{f.path}:{f.line}: {f.rule}: {f.message}')}\n" for f in findings)


def acceptance_lines(accepted: Iterable[Acceptance]) -> str:
    """``path:line: rule: reason``."""
    return "".join(f"{printable(f'{a.path}:{a.line}: {a.rule}: {a.reason}')}\n" for a in accepted)


def rule_lines(rules: Sequence[RuleEntry]) -> str:
    """``rule (severity): description``."""
    return "".join(f"{r.rule} ({r.severity or r.scope}): {r.description}\n" for r in rules)


def finding_sheet(shown: Sequence[Finding], everything: Sequence[Finding]) -> Sheet:
    """A line for each finding shown, with totals of all."""
    errors = sum(finding.severity == "error" for finding in everything)
    title = f"{counted(errors, 'error')}, {counted(len(everything) - errors, 'warning')}"
    columns = [Column("File"), Column("Rule"), Column("Severity", keep=1), Column("Message")]
    rows = [[Span(f"{f.path}:{f.line}", strong=True), Span(f.rule), Span(f.severity), Span(f.message)] for f in shown]
    return Sheet(title if everything else "Nothing found.", columns, rows)


def acceptance_sheet(shown: Sequence[Acceptance], everything: Sequence[Acceptance]) -> Sheet:
    """A line for each finding that a file accepts."""
    rows = [[Span(f"{a.path}:{a.line}", strong=True), Span(a.rule), Span(a.reason)] for a in shown]
    title = f"{counted(len(everything), 'finding')} accepted"
    return Sheet(title, [Column("File"), Column("Rule"), Column("Reason")], rows)


def rule_sheet(shown: Sequence[RuleEntry], everything: Sequence[RuleEntry]) -> Sheet:
    """A line for each rule."""
    rows = [[Span(r.rule, strong=True), Span(r.severity or ""), Span(r.scope), Span(r.description)] for r in shown]
    columns = [Column("Rule"), Column("Severity"), Column("Scope", keep=1), Column("In a sound store")]
    return Sheet(counted(len(everything), "rule"), columns, rows)
