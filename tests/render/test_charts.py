"""Charts as plain data: they say what the rows say, in words that need no colour."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest

import wardcheck
from wardcheck.cli.chosen import Chosen
from wardcheck.model import Source
from wardcheck.render.chart import HalfCircle, Lines, Steps
from wardcheck.render.charts.change import change_chart
from wardcheck.render.charts.close import close_chart
from wardcheck.render.charts.control import control_chart
from wardcheck.render.charts.margins import margins_chart
from wardcheck.render.charts.parties import parties_chart
from wardcheck.render.charts.seats import seats_chart
from wardcheck.render.charts.splits import splits_chart
from wardcheck.render.charts.swing import swing_chart
from wardcheck.render.charts.turnout import turnout_chart
from wardcheck.render.charts.turnout_change import turnout_change_chart
from wardcheck.render.charts.whatif import whatif_chart
from wardcheck.render.sources import source_line
from wardcheck.store import Store


def lines(body: object) -> Lines:
    assert isinstance(body, Lines)
    return body


def test_margins(shipped: Store) -> None:
    barnet = shipped.election("barnet-2018")
    chart = margins_chart(wardcheck.margins(barnet), Chosen([barnet], shipped).labels, "Source: x")
    marks = lines(chart.body).marks
    # by hand from the declaration of High Barnet: 2,605 Conservative, then 2,604 Labour
    assert (marks[0].label, marks[0].at, marks[0].words) == ("High Barnet", 1, "1 Con over Lab")
    assert marks[0].colour == shipped.parties["con"].colour
    assert len(marks) == 21
    assert chart.alt == "A dot for each of 21 wards, from 1 vote in High Barnet to 2,496 votes in Garden Suburb."
    assert chart.source == "Source: x"


def test_margins_of_a_lot_and_of_no_poll(shipped: Store) -> None:
    hertsmere = shipped.election("hertsmere-2019")
    labels = Chosen([hertsmere], shipped).labels
    marks = {mark.label: mark for mark in lines(margins_chart(wardcheck.margins(hertsmere), labels).body).marks}
    assert marks["Borehamwood Kenilworth"].words == "by lot, Lab over Lab"
    (kenilworth,) = (w for w in hertsmere.wards if w.slug == "borehamwood-kenilworth")
    unopposed = replace(
        kenilworth,
        status="unopposed",
        tie_break=None,
        candidates=tuple(replace(c, votes=None) for c in kenilworth.elected),
    )
    rows = wardcheck.margins(replace(hertsmere, wards=(unopposed,)))
    (mark,) = lines(margins_chart(rows, labels).body).marks
    assert (mark.at, mark.words) == (None, "unopposed")


def test_a_long_chart_says_what_it_leaves_out(shipped: Store) -> None:
    london = [shipped.election(slug) for slug in shipped.match(["*-2018"])[:12]]
    rows = wardcheck.margins(*london)
    chart = margins_chart(rows, Chosen(london, shipped).labels)
    assert len(rows) > 150
    assert len(lines(chart.body).marks) == 150
    assert f"(the first 150 of {len(rows)} wards)" in chart.title
    assert lines(chart.body).marks[0].label == "High Barnet, Barnet"


def test_a_ward_of_several_elections_has_its_council_and_its_day_where_they_differ(shipped: Store) -> None:
    both = [shipped.election("barnet-2014"), shipped.election("barnet-2018")]
    chart = margins_chart(wardcheck.margins(*both), Chosen(both, shipped).labels)
    assert {"High Barnet, Barnet, 22 May 2014", "High Barnet, Barnet, 3 May 2018"} <= {
        mark.label for mark in lines(chart.body).marks
    }


def test_a_second_seat_of_a_ward_is_called_so(shipped: Store) -> None:
    barnet = shipped.election("barnet-2018")
    rows = wardcheck.close_seats(barnet, within=100)
    # by hand from the declaration of West Hendon: Conservatives 2,130, 2,155 and 2,196, Labour's best 2,078 and 2,074
    marks = [m for m in lines(close_chart(rows, Chosen([barnet], shipped).labels).body).marks if "West" in m.label]
    assert [mark.words for mark in marks] == ["52 Con over Lab", "81 Con over Lab, seat 2"]


def test_seats_are_a_half_circle_where_the_council_is_whole(shipped: Store) -> None:
    barnet = shipped.election("barnet-2018")
    labels = Chosen([barnet], shipped).labels
    chart = seats_chart(wardcheck.seats(barnet), labels)
    assert isinstance(chart.body, HalfCircle)
    assert [(b.label, b.seats, b.solid) for b in chart.body.blocs] == [("Con 38", 38, 38), ("Lab 25", 25, 25)]
    assert list(chart.body.middle) == ["Con", "has control", "32 of 63 is control"]
    part = replace(barnet, wards=barnet.wards[:5])
    assert isinstance(seats_chart(wardcheck.seats(part), labels).body, Lines)


def test_seats_that_were_not_up_are_told_apart(shipped: Store) -> None:
    barnet = shipped.election("barnet-2018")
    third = replace(barnet, kind="thirds", continuing={"lab": 40}, seats_total=103, contests=None)
    chart = seats_chart(wardcheck.seats(third), Chosen([third], shipped).labels)
    assert isinstance(chart.body, HalfCircle)
    assert [(b.label, b.solid) for b in chart.body.blocs] == [("Lab 65", 25), ("Con 38", 38)]
    assert chart.body.hollow


def test_change_and_swing(shipped: Store) -> None:
    then, now = shipped.election("barnet-2014"), shipped.election("barnet-2018")
    labels = Chosen([then, now], shipped).labels
    pair = ("barnet-2014", "barnet-2018")
    rows = wardcheck.change(then, now)
    body = lines(change_chart(rows, pair, labels).body)
    assert [(m.since, m.at) for m in body.marks] == [(r.share_from_pct or 0, r.share_to_pct) for r in rows]
    assert body.marks[0].words == "38.5 to 44.3 (+5.8)"
    every = wardcheck.change(then, now, measure="all")
    assert len(lines(change_chart(every, pair, labels).body).marks) == len(rows)
    swings = wardcheck.swing(then, now, "lab", "con")
    chart = swing_chart(swings, pair, ("lab", "con"), labels)
    body = lines(chart.body)
    assert [m.at for m in body.marks] == [r.butler_pp for r in swings if r.ward is not None]
    assert body.rule is not None
    assert body.rule.at == swings[0].butler_pp
    assert all((m.words.endswith("Lab")) == (m.at > 0) for m in body.marks if m.at is not None and abs(m.at) > 0.05)


def test_turnout(shipped: Store) -> None:
    barnet = shipped.election("barnet-2018")
    labels = Chosen([barnet], shipped).labels
    rows = wardcheck.turnout(barnet)
    body = lines(turnout_chart(rows, rows, labels).body)
    assert body.rule is not None
    assert body.rule.at == pytest.approx(100 * 110_378 / 249_738)  # the Electoral Commission's row for the council
    assert [m.at for m in body.marks] == [r.turnout_pct for r in rows]
    then = shipped.election("barnet-2014")
    both = Chosen([then, barnet], shipped).labels
    changes = wardcheck.turnout_change(then, barnet)
    assert {m.words for m in lines(turnout_change_chart(changes, both).body).marks} == {"not known"}


@pytest.mark.parametrize("between", [("lab", "con"), ("ld", "lab")])
def test_the_step_curve_is_the_council_at_every_swing(shipped: Store, between: tuple[str, str]) -> None:
    election = shipped.election("barnet-2018")
    report = wardcheck.whatif(election, *between)
    body = whatif_chart(report, election.slug, Chosen([election], shipped).labels).body
    assert isinstance(body, Steps)
    for slug, stair in zip(between, body.stairs, strict=True):
        for tenths in range(-199, 200, 7):  # never on a step, where it would be between two figures
            swing = Fraction(tenths, 10) + Fraction(1, 977)
            shown = [seats for at, seats in stair.points if at <= swing][-1]
            assert shown == report.totals.at(swing).by_party.get(slug, 0), (slug, swing)


def test_close_control_splits_and_parties(shipped: Store) -> None:
    barnet = shipped.election("barnet-2018")
    labels = Chosen([barnet], shipped).labels
    near = lines(close_chart(wardcheck.close_seats(barnet), labels).body).marks
    assert near[0].words == "1 Con over Lab"
    ways = wardcheck.control(barnet, "con")
    marks = lines(control_chart(ways, labels).body).marks
    assert sum(mark.at or 0 for mark in marks) == ways[0].scenario_voters
    rows = wardcheck.splits(barnet)
    ranges = lines(splits_chart(rows, labels).body).marks
    assert [(m.since, m.at) for m in ranges] == [
        (100 * r.split_min / r.papers, 100 * r.split_max / r.papers) for r in rows
    ]
    shares = lines(parties_chart(wardcheck.parties(barnet), labels).body).marks
    assert shares[0].label == "Conservative and Unionist Party"
    assert shares[0].at == pytest.approx(100 * 38 / 63)


def test_the_source_line_names_each_publisher_once(shipped: Store) -> None:
    barnet = shipped.election("barnet-2018")
    line = source_line([barnet, barnet])
    assert line.startswith("Sources: Andrew Teale (CC BY-SA 3.0 or GFDL); Democracy Club (CC BY 4.0); Electoral")
    assert line.count("Electoral Commission") == 1
    assert source_line([replace(barnet, sources={})]) == "Made with wardcheck."
    bare = {"x": Source("x", "A page", licence="not stated")}
    assert source_line([replace(barnet, sources=bare)]) == "Source: A page. Made with wardcheck."
