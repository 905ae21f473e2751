"""``wardcheck swing``."""

from __future__ import annotations

from wardcheck.analysis.pairs import Basis
from wardcheck.analysis.report import Report
from wardcheck.analysis.swing import SwingRow
from wardcheck.analysis.swing import swing as swing_of
from wardcheck.cli import of_parties
from wardcheck.cli import options as o
from wardcheck.cli.many import Asked, refuse_chart
from wardcheck.cli.named_parties import two_parties
from wardcheck.cli.output import DRAWN, Output
from wardcheck.cli.pair import FromToOrMany, Pair, Unmatched, redrawn, whole_councils
from wardcheck.cli.pairs import Compare, compare_each, counted_only, of_wards, one_or_several
from wardcheck.errors import WardcheckError
from wardcheck.facts.party_votes import DEFAULT_MEASURE, Measure
from wardcheck.render import charts, screens


def swing(
    elections: FromToOrMany = None,
    *,
    between: of_parties.Between,
    measure: of_parties.Measure = DEFAULT_MEASURE,
    ward: o.WardNames = None,
    whole_council: o.WholeCouncil = False,
    unmatched: Unmatched = False,
    store: o.StoreFolder = None,
    chart: o.ChartFile = None,
    which: o.Which,
    how: o.OutputOptions,
) -> None:
    """What was the swing between two parties, ward by ward? Wards together, then the largest swing to A first."""
    del elections  # of which ``which`` has the words
    if whole_council and ward is not None:
        raise WardcheckError("--whole-council: expected no --ward with it, for wards that were redrawn have no swing")
    output = Output(SwingRow, how, chart)

    def compare(pair: Pair) -> Report[SwingRow, Basis]:
        a, b = two_parties(between, pair.chosen)
        if whole_council:
            whole_councils(pair)
        wards = of_wards(pair, ward)
        whole = whole_council or (wards is None and redrawn(pair))
        return swing_of(pair.before, pair.after, a, b, measure=measure, whole=whole)

    meant = one_or_several(store, which)
    if isinstance(meant, Asked):
        refuse_chart(chart, meant)
        in_wards = ward is not None

        def those(pair: Pair) -> Report[SwingRow, Basis]:
            wards = of_wards(pair, ward)
            found = compare(pair)
            return found if wards is None else found.only(lambda row: row.ward in wards)

        _write_each(output, meant, those, unmatched=unmatched, lines=not in_wards and output.where is None)
    else:
        between_two = two_parties(between, meant.chosen)
        report = counted_only(compare(meant), unmatched=unmatched)
        _write_pair(output, meant, report, between_two, measure, of_wards(meant, ward))


def _write_pair(
    output: Output,
    pair: Pair,
    report: Report[SwingRow, Basis],
    between: tuple[str, str],
    measure: Measure,
    wards: frozenset[str] | None,
) -> None:
    slugs = (pair.before.slug, pair.after.slug)
    output.write(
        report,
        lambda shown: screens.swing.swing_sheet(shown, report, slugs, between, measure, pair.chosen.labels),
        wards=wards,
        draw=lambda shown: charts.swing.swing_chart(shown, slugs, between, pair.chosen.labels, pair.chosen.source),
        of=pair.chosen,
    )


def _write_each(output: Output, meant: Asked, compare: Compare, *, unmatched: bool, lines: bool) -> None:
    """Several elections: in a table each with its wards together, largest swing to A first, unless wards are asked for.

    For a script they follow one another as each would be alone.
    """
    found = compare_each(meant, compare, unmatched=unmatched)
    report = found.report
    if output.format in DRAWN:
        report = report.only(lambda row: row.ward is None) if lines else report
        rows = sorted(report, key=lambda row: (row.butler_pp is None, -(row.butler_pp or 0), row.election_to))
        report = Report(rows, None, report.remarks, answered=report.answered)

    output.write(
        report,
        lambda shown: screens.swing_of_several.swing_of_several_sheet(shown, output.kept(report), found.labels),
        of=found.chosen,
        unreadable=found.unreadable,
    )
