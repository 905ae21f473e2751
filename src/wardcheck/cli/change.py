"""``wardcheck change``."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from wardcheck.analysis.change import ChangeRow
from wardcheck.analysis.change import change as change_of
from wardcheck.analysis.pairs import Basis
from wardcheck.analysis.report import Report, remark
from wardcheck.cli import of_parties
from wardcheck.cli import options as o
from wardcheck.cli.many import Asked, refuse_chart
from wardcheck.cli.named_parties import known_parties
from wardcheck.cli.output import DRAWN, Output
from wardcheck.cli.pair import FromToOrMany, Pair, Unmatched, redrawn, whole_councils
from wardcheck.cli.pairs import Compare, compare_each, counted_only, of_wards, one_or_several
from wardcheck.errors import WardcheckError
from wardcheck.facts.party_votes import DEFAULT_MEASURE
from wardcheck.render import charts, screens

if TYPE_CHECKING:
    from wardcheck.analysis.change import AnyChangeRow

ALSO = ("WardChangeRow",)
"""The rows of ``--by ward``, which are made where they are asked for (see ``completion.row_types``)."""


def change(
    elections: FromToOrMany = None,
    measure: of_parties.MeasureOrAll = DEFAULT_MEASURE,
    by: Annotated[
        Literal["party", "ward"] | None,
        typer.Option(help="A row a party, or a row a ward and party [default: party, or ward if --ward is given]."),
    ] = None,
    ward: o.WardNames = None,
    party: o.PartyNames = None,
    whole_council: o.WholeCouncil = False,
    unmatched: Unmatched = False,
    store: o.StoreFolder = None,
    chart: o.ChartFile = None,
    *,
    which: o.Which,
    how: o.OutputOptions,
) -> None:
    """How did each party's vote move? Most votes first."""
    del elections  # of which ``which`` has the words
    if by == "party" and ward is not None:
        raise WardcheckError("--ward: expected --by ward with it, got --by party")
    by_ward = by == "ward" or ward is not None
    if whole_council and by_ward:
        raise WardcheckError("--whole-council: expected --by party with it, for wards that were redrawn have no change")
    if by_ward:
        from wardcheck.analysis.change_by_ward import WardChangeRow, change_by_ward
    output = Output(WardChangeRow if by_ward else ChangeRow, how, chart)

    def compare(pair: Pair) -> Report[AnyChangeRow, Basis]:
        wanted = known_parties(party, pair.chosen)
        if whole_council:
            whole_councils(pair)
        wards = of_wards(pair, ward)
        found: Report[AnyChangeRow, Basis]
        if by_ward:
            found = change_by_ward(pair.before, pair.after, measure=measure)
        else:
            found = change_of(pair.before, pair.after, measure=measure, whole=whole_council or redrawn(pair))
        asked = found.only(lambda row: wanted is None or row.party in wanted)
        return asked if wards is None else asked.only(lambda row: getattr(row, "ward", None) in wards)

    meant = one_or_several(store, which)
    if isinstance(meant, Asked):
        refuse_chart(chart, meant)
        _write_each(output, meant, compare, unmatched=unmatched, whole=party is None)
    else:
        _write_pair(output, meant, counted_only(compare(meant), unmatched=unmatched), of_wards(meant, ward))


def _write_pair(output: Output, pair: Pair, asked: Report[AnyChangeRow, Basis], wards: frozenset[str] | None) -> None:
    every_measure = asked

    if output.format in DRAWN:
        asked = _one_a_line(asked)
    output.write(
        asked,
        lambda shown: screens.change.change_sheet(
            shown, every_measure, (pair.before.slug, pair.after.slug), pair.chosen.labels
        ),
        wards=wards,
        draw=lambda shown: charts.change.change_chart(
            shown, (pair.before.slug, pair.after.slug), pair.chosen.labels, pair.chosen.source
        ),
        of=pair.chosen,
    )


def _write_each(output: Output, meant: Asked, compare: Compare, *, unmatched: bool, whole: bool) -> None:
    """Several elections: in a table a line for each of them, or for each ward, with all parties.

    Where only some parties are left, for ``whole`` is false or ``--where`` says so, it has a line for each of these.
    """
    found = compare_each(meant, compare, unmatched=unmatched)
    report: Report[Any, None] = found.report
    if output.format in DRAWN:
        report = _one_a_line(report)
        if len(report) < len(found.report):
            words = remark(f"The table has measure {DEFAULT_MEASURE} alone; -f tsv and the like have all four.")
            report = Report(report.rows, None, [words, *report.remarks], answered=report.answered, every=report.every)
    asked = output.kept(report)
    whole = whole and Counter(map(place, asked)).items() <= Counter(map(place, report)).items()
    kept = output.line_each(report, place) if whole else report
    output.write(
        kept,
        lambda shown: (
            screens.change_of_several.change_of_places if whole else screens.change_of_several.change_of_rows
        )(shown, asked, found.labels),
        of=found.chosen,
        unreadable=found.unreadable,
    )


def place(row: Any) -> tuple[str, str, str | None]:
    """Of which elections a row is, and of which ward, if of one."""
    return row.election_from, row.election_to, getattr(row, "ward", None)


def _one_a_line(report: Report[AnyChangeRow, Any]) -> Report[AnyChangeRow, Any]:
    """A row for each line of a table, which has all measures of a party side by side; sorted by the default one."""
    if (measures := len({row.measure for row in report})) < 2:
        return report
    rows = [row for row in report if row.measure == DEFAULT_MEASURE]
    return Report(rows, report.totals, report.remarks, answered=report.answered, every=report.every // measures)
