"""``wardcheck check``."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal, TypeVar

import typer

from wardcheck.checks import Finding, Severity
from wardcheck.checks import check as findings_of
from wardcheck.checks.accepted import Acceptance, acceptances
from wardcheck.checks.listing import RuleEntry, chosen_rules, rule_entries
from wardcheck.cli import options as o
from wardcheck.cli.chosen import Chosen, choose
from wardcheck.cli.exit_codes import ExitCode
from wardcheck.cli.output import Output
from wardcheck.errors import WardcheckError
from wardcheck.render.github import github
from wardcheck.render.screens import check as screens

if TYPE_CHECKING:
    from wardcheck.model import Election

_RowT = TypeVar("_RowT", Finding, Acceptance)


CheckFormat = Literal["text", "table", o.RowsFormat, "github"]
"""How findings are printed: as rows, or as lines that other programs point an editor or a reviewer with."""


def check(
    ward: o.WardNames = None,
    rule: Annotated[
        list[str] | None,
        typer.Option("--rule", metavar="NAME", help="This rule alone; may be given again.", show_default=False),
    ] = None,
    skip: Annotated[
        list[str] | None,
        typer.Option("--skip", metavar="NAME", help="Without this rule; may be given again.", show_default=False),
    ] = None,
    severity: Annotated[Severity, typer.Option("--severity", help="Findings from this severity upwards.")] = "warning",
    accepted: Annotated[
        bool, typer.Option("--accepted", help="Print what the files accept, with the reasons, instead.")
    ] = False,
    rules: Annotated[bool, typer.Option("--rules", help="Print the rules instead; reads no store.")] = False,
    store: o.StoreFolder = None,
    to: o.OutputFile = None,
    format_: Annotated[
        CheckFormat | None,
        typer.Option(
            "--format",
            "-f",
            help="How to print; text, the default, is path:line: rule: message, github its annotations.",
            show_default=False,
        ),
    ] = None,
    *,
    which: o.Which,
    rows: o.RowOptions,
) -> None:
    """Is the store sound? Silent if so, else a line for each finding and exit code 1; all elections by default."""
    wanted = chosen_rules(rule or (), skip or (), severity)
    how = (format_, to, rows)
    if rules:
        listed = rule_entries(wanted)
        _output(RuleEntry, {"text": screens.rule_lines}, *how).write(
            listed, lambda shown: screens.rule_sheet(shown, listed)
        )
        return
    if accepted:
        output = _output(Acceptance, {"text": screens.acceptance_lines}, *how)
        chosen = choose(store, which, ward=ward, or_all=True)
        entries = [
            entry
            for entry in _of_ward(acceptances(*chosen.elections), chosen, ward)
            if (not rule or entry.rule in rule) and entry.rule not in (skip or ())
        ]
        output.write(entries, lambda shown: screens.acceptance_sheet(shown, entries))
        return
    output = _output(Finding, {"text": screens.finding_lines, "github": github}, *how)
    chosen = choose(store, which, ward=ward, or_all=True)
    chosen.store.read_registers()
    findings = findings_of(*chosen.elections, previous=_before(chosen), rules=wanted, councils=chosen.store.councils)
    if severity == "error":  # a rule of errors may find something less grave
        findings = [finding for finding in findings if finding.severity == "error"]
    found = _of_ward(findings, chosen, ward)
    output.write(found, lambda shown: screens.finding_sheet(shown, found))
    if found:
        raise typer.Exit(ExitCode.FINDINGS)


def _before(chosen: Chosen) -> Sequence[Election]:
    """The elections before those chosen, as far as the store has them and they are not chosen themselves."""
    slugs = {e.slug for e in chosen.elections}
    named = {slug for e in chosen.elections for slug in (e.previous, e.previous_cycle) if slug is not None}
    missing = sorted((named - slugs).intersection(chosen.store.slugs))
    return chosen.store.elections(*missing) if missing else ()


def _of_ward(rows: Sequence[_RowT], chosen: Chosen, ward: Sequence[str] | None) -> Sequence[_RowT]:
    """The rows about the files of some wards; the election is read whole, for its rules look at all wards."""
    if ward is None:
        return rows
    paths = {w.path for e in chosen.only(ward).elections for w in e.wards}
    return [row for row in rows if row.path in paths]


def _output(
    row_type: type[Any],
    lines: dict[CheckFormat, Callable[[Sequence[Any]], str]],
    form: CheckFormat | None,
    to: Path | None,
    how: o.RowOptions,
) -> Output:
    """Output that can also print lines of a form of their own."""
    by_ending = to is not None and form is None and to.suffix.lower() != ".txt"
    format_ = None if by_ending else form or "text"
    if format_ != "text" and format_ != "github":
        return Output(row_type, how.printed(format_, to))
    if format_ not in lines:
        raise WardcheckError(f"-f {format_}: expected findings to print, got another listing")
    if how.columns is not None or how.no_header:
        option = "--columns" if how.columns is not None else "--no-header"
        raise WardcheckError(f"{option}: {format_} has lines of its own form; use it with -f tsv, csv or md")
    return Output(row_type, how.printed("table", to), lines=lines[format_])
