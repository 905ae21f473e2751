"""How few voters would have changed control: the wards, the voters, and whose place was at stake."""

from __future__ import annotations

from collections.abc import Sequence

from wardcheck.analysis.control import ControlRow, Route, Step
from wardcheck.analysis.council import Council, council_of
from wardcheck.model import Election
from wardcheck.render.labels import Labels
from wardcheck.render.screens.words import chip, counted, listed, number, widest_party
from wardcheck.render.sheet import Bar, Cell, Column, Sheet, Span


def control_sheet(
    shown: Sequence[ControlRow], found: Sequence[Route], election: Election, party: str | None, labels: Labels
) -> Sheet:
    """The sheet of the rows shown; the sentences are of all routes ``found``, shown or not.

    ``party`` is the one that was asked for, if one was.
    """
    council = council_of(election)
    steps = {(route.party, step.ward): (route, step) for route in found for step in route.steps}
    lines = [steps[row.party, row.ward] for row in shown]
    most = max((step.voters for _, step in steps.values()), default=0)
    slugs = {s.party for _, step in lines for s in step.slates} | {route.party for route, _ in lines}
    width = widest_party([*slugs, *(c.party for _, step in lines for c in step.beats)], labels)
    single = found[0] if len(found) == 1 else None
    columns = [
        *([] if single else [Column("Control")]),
        Column("Ward"),
        Column("Seats", "right"),
        Column("Voters", "right"),
        *([Column("", keep=3)] if single else []),
        Column("" if single is None else "seats go to" if single.aim == "lose" else "in place of", keep=1),
        Column("", keep=2),
    ]
    rows = [_line(route, step, most, width, labels, several=single is None) for route, step in lines]
    sentences = [sentence(route, labels) for route in found]
    heading = f"{labels.heading(election.slug)}: {_standing(council, labels)}"
    notes = _notes(found, council, labels)
    if party is not None:
        heading = f"{heading} {sentences[0]}"
    else:
        notes = [*sentences, *_out_of_reach(found, council, labels), *notes]
    if hidden := len(steps) - len(shown):
        notes.append(f"{counted(hidden, 'more row')}.")
    return Sheet(heading, columns, rows, notes)


def sentence(route: Route, labels: Labels) -> str:
    """What one route takes, in words with the totals."""
    if route.aim == "lose":  # the heading says whose control that is
        lead = f"Control ends with {counted(route.needed, 'seat')} fewer"
        whose, verb = "slates of its opponents", "taken"
    else:
        lead = f"{labels.party(route.party).name}, {counted(route.seats, 'seat')}, {route.needed:,} short of control"
        whose, verb = "its whole slate", "won"
    if route.voters is None:
        return f"{lead}: out of reach, for {whose} could have {verb} {route.most:,} at most."
    wards, them = counted(len(route.steps), "ward"), "it" if route.needed == 1 else "them"
    return f"{lead}: {counted(route.voters, 'further voter')} for {whose} in {wards} would have {verb} {them}."


def _standing(council: Council, labels: Labels) -> str:
    """Who has control, and how many seats that takes."""
    holder = council.controlled_by
    rank = sorted(council.by_party.items(), key=lambda item: (-item[1], item[0]))
    if holder is not None:
        words = f"{labels.party(holder).name}, {council.by_party[holder]} of {council.seats} seats"
    else:
        largest = listed([f"{labels.party(p).short} {seats}" for p, seats in rank])
        words = f"no overall control of {council.seats} seats ({largest})"
    return f"{words}; {council.threshold} is control."


def _line(route: Route, step: Step, most: int, width: int, labels: Labels, *, several: bool) -> list[Cell]:
    loses = route.aim == "lose"
    rivals = dict.fromkeys(s.party for s in step.slates) if loses else dict.fromkeys(c.party for c in step.beats)
    where: list[Cell] = [
        Span(labels.ward(route.election, step.ward)),
        Span(number(step.seats)),
        Span(number(step.voters), strong=True),
    ]
    chips, names = _chips(list(rivals), width, labels), Span(", ".join(c.name for c in step.beats), faint=True)
    if not several:
        backers = {slate.party for slate in step.slates}
        colour = labels.party(backers.pop()).colour if len(backers) == 1 else None
        return [*where, Bar(step.voters / most, colour), chips, names]
    aim = (*chip(labels.party(route.party), width), Span(" loses" if loses else " gains"))
    return [aim, *where, (Span("to   " if loses else "from "), *chips), names]


def _chips(slugs: Sequence[str], width: int, labels: Labels) -> tuple[Span, ...]:
    spans: list[Span] = []
    for n, slug in enumerate(slugs):
        spans += [Span(" ")] if n else []
        spans += chip(labels.party(slug), width if len(slugs) == 1 else len(labels.party(slug).short))
    return tuple(spans)


def _out_of_reach(found: Sequence[Route], council: Council, labels: Labels) -> list[str]:
    """What is to be said where the party in control has no route out of it, or nobody has one into it."""
    holder = council.controlled_by
    notes = []
    if holder is not None and not any(route.aim == "lose" for route in found):
        notes.append(f"No number of further voters would have cost {labels.party(holder).name} control.")
    if not any(route.aim == "gain" for route in found):
        notes.append(f"No {'other ' if holder else ''}party stood enough candidates to gain control.")
    return notes


def _notes(found: Sequence[Route], council: Council, labels: Labels) -> list[str]:
    notes = []
    for route in found:
        if route.others:
            what = (
                "other choice of wards and voters needs"
                if route.others == 1
                else "other choices of wards and voters need"
            )
            of = f" for {labels.party(route.party).short}" if len(found) > 1 else ""
            notes.append(f"{route.others:,} {what} as few{of}.")
    if any(route.steps for route in found):
        notes.append(
            "A further voter has a vote for each candidate of one party in the ward, and nobody else votes otherwise."
        )
    if council.continuing:
        notes.append(f"The {sum(council.continuing.values())} seats that were not up stay as they were.")
    return notes
