"""How few voters would have changed control: the wards, the voters, and whose place was at stake."""

from __future__ import annotations

from collections.abc import Sequence

from wardcheck.analysis.control import ControlRow, Totals
from wardcheck.analysis.report import Report
from wardcheck.analysis.routes import Route
from wardcheck.analysis.steps import Step
from wardcheck.facts.council import Council
from wardcheck.render.labels import Labels
from wardcheck.render.screens.chips import chip, widest_party
from wardcheck.render.sheet import Bar, Cell, Column, Sheet, Span
from wardcheck.words import counted, number


def control_sheet(shown: Sequence[ControlRow], report: Report[ControlRow, Totals], labels: Labels) -> Sheet:
    """The sheet of the rows shown; the sentences are of all routes, shown or not."""
    council, found = report.totals
    sentences = [remark.text(labels) for remark in report.remarks]
    steps = {(route.party, route.by, step.ward): (route, step) for route in found for step in route.steps}
    lines = [steps[row.party, row.by, row.ward] for row in shown]
    most = max((step.voters for _, step in steps.values()), default=0)
    slugs = {s.party for _, step in lines for s in step.slates} | {route.party for route, _ in lines}
    width = widest_party([*slugs, *(c.party for _, step in lines for c in step.beats)], labels)
    single = found[0] if len(found) == 1 else None
    headline = sentences[: 1 if single is None else 2]  # who has control, and the one route where there is one
    switched = any(route.by == "switched" for route in found)
    columns = [
        *([] if single else [Column("Control")]),
        *([Column("by")] if switched else []),
        Column("Ward"),
        Column("Seats", "right"),
        Column("Voters", "right"),
        *([Column("", keep=3)] if single else []),
        Column("" if single is None else "voters for" if single.aim == "lose" else "in place of", keep=1),
        Column("in place of" if single is not None and single.aim == "lose" else "", keep=2),
    ]
    rows = [_line(route, step, most, width, labels, several=single is None, switched=switched) for route, step in lines]
    notes = [*sentences[len(headline) :], *_notes(found, council)]
    if hidden := len(steps) - len(shown):
        notes.append(f"{counted(hidden, 'more row')}.")
    return Sheet(" ".join(headline), columns, rows, notes)


def _line(
    route: Route, step: Step, most: int, width: int, labels: Labels, *, several: bool, switched: bool
) -> list[Cell]:
    where: list[Cell] = [
        *([Span(route.by)] if switched else []),
        Span(labels.ward(route.election, step.ward)),
        Span(number(step.seats)),
        Span(number(step.voters), strong=True),
    ]
    names = Span(", ".join(c.name for c in step.beats), faint=True)
    loses = route.aim == "lose"
    chips = _slates(step, width, labels) if loses else _holders(step, width, labels)
    if not several:
        backers = {slate.party for slate in step.slates}
        colour = labels.party(backers.pop()).colour if len(backers) == 1 else None
        return [*where, Bar(step.voters / most, colour), chips, names]
    aim = (*chip(labels.party(route.party), width), Span(" loses" if loses else " gains"))
    return [aim, *where, (Span("by   " if loses else "from "), *chips), names]


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


def _notes(found: Sequence[Route], council: Council) -> list[str]:
    notes = []
    if any(route.steps for route in found if route.by == "further"):
        notes.append(
            "A further voter has a vote for each candidate of one party in the ward, and nobody else votes otherwise."
        )
    if any(route.steps for route in found if route.by == "switched"):
        notes.append(
            "A switched voter had a vote for each candidate of one party in the ward and now has one for each of "
            "another; whether so many voted for a whole slate is not known."
        )
    if council.continuing:
        # a seat of which it cannot be told who held it is in no party's number, so that the sum would be too small
        counted_whole = council.most is None and not council.unknown
        number = f"{sum(council.continuing.values())} " if counted_whole else ""
        notes.append(f"The {number}seats that were not up stay as they were.")
    return notes
