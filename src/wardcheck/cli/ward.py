"""``wardcheck ward``."""

from __future__ import annotations

from wardcheck.analysis.margins import margins
from wardcheck.analysis.ward import WardRow
from wardcheck.analysis.ward import ward as ward_of
from wardcheck.cli import options as o
from wardcheck.cli.chosen import choose_ward
from wardcheck.cli.output import Output
from wardcheck.render import screens


def ward(
    election: o.OneElection,
    ward: o.OneWard = None,
    store: o.StoreFolder = None,
    *,
    how: o.OutputOptions,
) -> None:
    """The whole declaration of one ward, the cut drawn."""
    output = Output(WardRow, how)
    chosen, found = choose_ward(store, election, ward)
    report = ward_of(found)
    (margin,) = margins(chosen.elections[0].only(frozenset({found.slug})))
    output.write(report, lambda shown: screens.ward.ward_sheet(found, report, shown, margin, chosen.labels), of=chosen)
