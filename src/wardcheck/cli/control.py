"""``wardcheck control``."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from wardcheck.analysis.control import ControlRow
from wardcheck.analysis.control import control as control_of
from wardcheck.analysis.report import Report
from wardcheck.cli import options as o
from wardcheck.cli.chosen import Chosen
from wardcheck.cli.many import Asked, asked
from wardcheck.cli.named_parties import known_parties
from wardcheck.cli.output import Output
from wardcheck.facts.sitting import council_in
from wardcheck.render import screens

if TYPE_CHECKING:
    from wardcheck.analysis.control import Totals
    from wardcheck.model import Election
    from wardcheck.store import Store


def control(
    party: o.PartyNames = None,
    switch: Annotated[
        bool, typer.Option("--switch", help="Also by voters who leave another slate, beside those who did not vote.")
    ] = False,
    all_ways: Annotated[
        bool,
        typer.Option(
            "--every",
            help="Every way: the hopeless, which need over half of the turnout of a ward, and those out of reach.",
        ),
    ] = False,
    store: o.StoreFolder = None,
    *,
    which: o.Which,
    how: o.OutputOptions,
) -> None:
    """How few voters would have changed control, and where?"""
    output = Output(ControlRow, how)
    meant = asked(store, which)
    if meant.several:
        _several(output, meant, party, switch=switch, every=all_ways)
        return
    chosen = Chosen([meant.store.election(meant.slugs[0])], meant.store)
    (found,) = chosen.elections
    parties, council = known_parties(party, chosen), council_in(found, chosen.store)
    report = control_of(found, parties, switch=switch, every=all_ways, council=council)
    output.write(report, lambda shown: screens.control.control_sheet(shown, report, chosen.labels), of=chosen)


def _several(output: Output, meant: Asked, party: Sequence[str] | None, *, switch: bool, every: bool) -> None:
    """The rows of several elections, in a table a line for each council."""
    from wardcheck.analysis.controls import LeftOut, cheapest_councils, left_out_of, left_out_together

    named = (
        [] if party is None else [one for council in meant.store.each_council(meant.slugs).elections for one in council]
    )
    parties = known_parties(party, Chosen(named, meant.store))
    hidden: list[LeftOut] = []

    def ask(one: Election, among: Store) -> Report[ControlRow, Totals]:
        found = control_of(one, parties, switch=switch, every=every, council=council_in(one, among))
        hidden.append(left_out_of(one.slug, found))
        return Report(found.rows, found.totals, found.totals.beyond_rows, answered=found.answered)

    answers = meant.answers(ask)
    remarks = [*left_out_together(hidden), *answers.report.remarks]
    rows = cheapest_councils(answers.report)
    everything = Report(rows, None, remarks, answered=answers.report.answered)
    report = output.line_each(everything, lambda row: (row.election, row.by))
    output.write(
        report,
        lambda shown: screens.controls.controls_sheet(shown, report, answers.chosen.labels),
        of=answers.chosen,
        unreadable=answers.unreadable,
    )
