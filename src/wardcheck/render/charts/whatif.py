"""Seats at every swing: a step curve for each of the two parties."""

from __future__ import annotations

from wardcheck.analysis.report import Report
from wardcheck.analysis.whatif import Curve, WhatIfRow
from wardcheck.render.chart import Chart, Rule, Stairs, Steps
from wardcheck.render.labels import Labels


def whatif_chart(report: Report[WhatIfRow, Curve], election: str, labels: Labels, source: str = "") -> Chart:
    """The seats of both parties at every swing that was looked at; a line where control begins, if it is judged."""
    curve = report.totals
    most = float(curve.most)
    councils = [(float(point.swing), point.council) for point in curve.to_a]
    # a point of either side is the council beyond it, away from nought: read from the left it is the one before it
    left = [curve.declared, *(point.council for point in curve.to_b)]
    places = [-most, *(float(point.swing) for point in reversed(curve.to_b))]
    before = list(zip(places, reversed(left), strict=True))
    stairs = []
    for slug in curve.between:
        party = labels.party(slug)
        points = [(at, council.by_party.get(slug, 0)) for at, council in [*before, *councils]]
        stairs.append(Stairs(f"{party.short} {curve.declared.by_party.get(slug, 0)} as declared", points, party.colour))
    a, b = (labels.party_short(slug) for slug in curve.between)
    rule = None
    if curve.declared.control is not None:
        rule = Rule(curve.declared.threshold, f"Control: {curve.declared.threshold}")
    ends = [
        f"{stair.label}, {stair.points[0][1]} at the left end and {stair.points[-1][1]} at the right"
        for stair in stairs
    ]
    alt = f"A step curve for each party over swings from {most:g} points to {b} to {most:g} points to {a}. "
    alt += f"{'. '.join(ends)}."
    title = f"{labels.heading(election)}: seats if votes move between {a} and {b}"
    across = f"Points of swing: − to {b}, + to {a}"
    return Chart(title, alt, Steps(stairs, most, across, "Seats", rule), source)
