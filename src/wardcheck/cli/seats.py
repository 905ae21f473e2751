"""``wardcheck seats``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from wardcheck.analysis.seats import SeatRow
from wardcheck.analysis.seats import seats as seats_of
from wardcheck.cli import options as o
from wardcheck.cli.chosen import Chosen
from wardcheck.cli.completion import complete_one_election
from wardcheck.cli.many import Asked, asked, refuse_chart
from wardcheck.cli.output import Output
from wardcheck.cli.pair import Unmatched, in_order
from wardcheck.cli.pairs import counted_only
from wardcheck.errors import WardcheckError
from wardcheck.facts.background import Background, background
from wardcheck.render import charts, screens
from wardcheck.store.named_elections import earlier_election

if TYPE_CHECKING:
    from wardcheck.analysis.report import Report
    from wardcheck.analysis.seats import Totals
    from wardcheck.model import Election
    from wardcheck.store import Store

From = Annotated[
    str | None,
    typer.Option(
        "--from",
        metavar="ELECTION",
        help="Compare one election with this one [default: the one that filled the same seats].",
        autocompletion=complete_one_election,
        show_default=False,
    ),
]


def seats(
    from_: From = None,
    unmatched: Unmatched = False,
    store: o.StoreFolder = None,
    chart: o.ChartFile = None,
    *,
    which: o.Which,
    how: o.OutputOptions,
) -> None:
    """Who runs the council, and who gained what? Largest party first."""
    output = Output(SeatRow, how, chart)
    meant = asked(store, which)
    if meant.several:
        if unmatched:
            raise WardcheckError(f"--unmatched: expected one election with it, got {len(meant.slugs):,}")
        _of_several(meant, output, from_, chart)
    else:
        _of_one(meant, output, from_, unmatched=unmatched)


def _of_one(meant: Asked, output: Output, from_: str | None, *, unmatched: bool) -> None:
    opened = meant.store
    after = opened.election(meant.slugs[0])
    known = _known(after, opened, earlier_election(from_, opened) if from_ else None)
    chosen = Chosen([after] if known.before is None else [known.before, after], opened)
    report = counted_only(seats_of(after, background=known), unmatched=unmatched)
    output.write(
        report,
        lambda shown: screens.seats.seats_sheet(shown, report, known.before, chosen.labels),
        draw=lambda _: charts.seats.seats_chart(report, Chosen([after], opened).labels, chosen.source),
        of=chosen,
    )


def _of_several(meant: Asked, output: Output, from_: str | None, chart: Path | None) -> None:
    several = f"got {len(meant.slugs):,}"
    if from_ is not None:
        raise WardcheckError(f"--from: expected one election with it, {several}, each of which has its own")
    refuse_chart(chart, meant)

    def ask(one: Election, store: Store) -> Report[SeatRow, Totals]:
        report = seats_of(one, background=_known(one, store))
        return report.without(report.totals.verdict)  # which the columns have, and the lines of a table

    answers = meant.answers(ask)
    found = answers.report
    kept = output.line_each(found, lambda row: row.election)
    output.write(
        kept,
        lambda shown: screens.seats_of_several.seats_of_several_sheet(shown, kept, found, answers.labels),
        of=answers.chosen,
        unreadable=answers.unreadable,
    )


def _known(election: Election, store: Store, before: str | None = None) -> Background:
    found = background(election, store, before)
    if found.before is not None:
        in_order(found.before, election, store)
    return found
