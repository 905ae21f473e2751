"""How few voters would have changed control: the wards, the voters, and whose place was at stake."""

from __future__ import annotations

from collections.abc import Sequence

from wardcheck.analysis.control import ControlRow, Totals
from wardcheck.analysis.report import Report
from wardcheck.analysis.routes import Route
from wardcheck.analysis.steps import Step
from wardcheck.render.labels import Labels
from wardcheck.render.screens.chips import chip, widest_party
from wardcheck.render.sheet import Bar, Cell, Column, Sheet, Span
from wardcheck.words import number

_Way = tuple[str, str]
"""A party, and what the voters are."""


def control_sheet(shown: Sequence[ControlRow], report: Report[ControlRow, Totals], labels: Labels) -> Sheet:
    """The sheet of the rows shown, a gap between one way and the next; the sentences are of all of them."""
    totals = report.totals
    steps = {(route.party, route.by, step.ward): (route, step) for route in totals.routes for step in route.steps}
    reached = [row for row in shown if row.ward is not None]
    lines = [steps[row.party, row.by, row.ward or ""] for row in reached]
    most = max((step.voters for _, step in steps.values()), default=0)
    slugs = {slate.party for _, step in lines for slate in step.slates}
    width = widest_party([*slugs, *(c.party for _, step in lines for c in step.beats)], labels)
    aims = widest_party([route.party for route, _ in lines], labels)
    single = totals.routes[0] if len(totals.routes) == 1 else None
    switched = any(route.by == "switched" for route in totals.routes)
    columns = [
        *([] if single else [Column("Control")]),
        *([Column("by")] if switched else []),
        Column("Ward"),
        Column("Seats", "right"),
        Column("Voters", "right"),
        Column("", keep=3),
        Column("" if single is None else "voters for" if single.aim == "lose" else "in place of", keep=1),
        Column("in place of" if single is not None and single.aim == "lose" else "", keep=2),
    ]
    rows = []
    for n, (route, step) in enumerate(lines):
        way: list[Cell] = [] if single else [_aim(route, aims, labels)]
        way += [Span(route.by)] if switched else []
        if n and lines[n - 1][0] is route:  # said on the line above
            way = [Span("")] * len(way)
        rows.append([*way, *_line(route, step, most, width, labels, several=single is None)])
    notes = [remark.text(labels) for remark in totals.notes]
    notes += _conventions([route for route in totals.routes if route.steps])
    title = " ".join(remark.text(labels) for remark in totals.headline)
    return Sheet(title, columns, rows, notes, gaps=_gaps([(row.party, row.by) for row in reached]))


def _gaps(ways: Sequence[_Way]) -> frozenset[int]:
    """Before which lines another way begins; nowhere if the lines of one are not together."""
    begins = [n for n in range(1, len(ways)) if ways[n] != ways[n - 1]]
    return frozenset(begins if len(begins) < len(set(ways)) else ())


def _aim(route: Route, width: int, labels: Labels) -> Cell:
    return (*chip(labels.party(route.party), width), Span(" loses" if route.aim == "lose" else " gains"))


def _line(route: Route, step: Step, most: int, width: int, labels: Labels, *, several: bool) -> list[Cell]:
    backers = {slate.party for slate in step.slates}
    colour = labels.party(backers.pop()).colour if len(backers) == 1 else None
    where: list[Cell] = [
        Span(labels.ward(route.election, step.ward)),
        Span(number(step.seats)),
        Span(number(step.voters), strong=True),
        Bar(step.voters / most, colour),
    ]
    names = Span(", ".join(c.name for c in step.beats), faint=True)
    loses = route.aim == "lose"
    chips = _slates(step, width, labels) if loses else _holders(step, width, labels)
    if not several:
        return [*where, chips, names]
    return [*where, (Span("by   " if loses else "from "), *chips), names]


def _slates(step: Step, width: int, labels: Labels) -> tuple[Span, ...]:
    """For whom the further voters are, and how many for each where they are for several."""
    if len(step.slates) == 1:
        return chip(labels.party(step.slates[0].party), width)
    spans: list[Span] = []
    for slate in step.slates:
        label = labels.party(slate.party)
        spans += [*chip(label, len(label.short)), Span(f"{number(slate.voters)} ")]
    return tuple(spans)


def _holders(step: Step, width: int, labels: Labels) -> tuple[Span, ...]:
    """Whose places the extra seats are, each party once."""
    parties = [labels.party(slug) for slug in dict.fromkeys(c.party for c in step.beats)]
    if len(parties) == 1:
        return chip(parties[0], width)
    return tuple(span for label in parties for span in (*chip(label, len(label.short)), Span(" ")))


def _conventions(found: Sequence[Route]) -> list[str]:
    """What a voter is."""
    notes = []
    if any(route.by == "further" for route in found):
        notes.append(
            "A further voter has a vote for each candidate of one party in the ward, and nobody else votes otherwise."
        )
    if any(route.by == "switched" for route in found):
        notes.append(
            "A switched voter had a vote for each candidate of one party in the ward and now has one for each of "
            "another; whether so many voted for a whole slate is not known."
        )
    return notes
