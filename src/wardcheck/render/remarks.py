"""What is to be said with a table: by its title and notes to a person, on standard error to a script."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from wardcheck.model import Election, Ward
from wardcheck.render.screens.words import counted, listed

if TYPE_CHECKING:
    from wardcheck.analysis import seats
    from wardcheck.analysis.control import Route
    from wardcheck.analysis.council import Council
    from wardcheck.analysis.matched import Comparison
    from wardcheck.analysis.swing import SwingRow
    from wardcheck.render.labels import Labels


def of_seats(election: str, council: Council, labels: Labels) -> str:
    """Who controls the council, in a few words."""
    return f"{labels.heading(election)}: {_verdict(council, labels)}"


def of_control(election: str, council: Council, found: Sequence[Route], labels: Labels) -> list[str]:
    """Who has control, how many seats that takes, and then a sentence for what each route takes."""
    return [f"{labels.heading(election)}: {_standing(council, labels)}", *(of_route(route, labels) for route in found)]


def of_route(route: Route, labels: Labels) -> str:
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


def out_of_reach(found: Sequence[Route], council: Council, labels: Labels) -> list[str]:
    """What is to be said where the party in control has no route out of it, or nobody has one into it."""
    holder = council.controlled_by
    notes = []
    if holder is not None and not any(route.aim == "lose" for route in found):
        notes.append(f"No number of further voters would have cost {labels.party(holder).name} control.")
    if not any(route.aim == "gain" for route in found):
        notes.append(f"No {'other ' if holder else ''}party stood enough candidates to gain control.")
    return notes


def other_choices(found: Sequence[Route], labels: Labels) -> list[str]:
    """How many other sets of wards and voters are as cheap as each route, where there are some."""
    notes = []
    for route in found:
        if route.others:
            of = f" for {labels.party(route.party).short}" if len(found) > 1 else ""
            choices = "other choice of wards and voters needs" if route.others == 1 else "other choices need"
            notes.append(f"{route.others:,} {choices} as few{of}.")
    return notes


def _verdict(council: Council, labels: Labels) -> str:
    if not council.whole:
        return f"{counted(council.seats, 'seat')}; control is not judged"
    if (party := council.controlled_by) is not None:
        majority = council.majority_of(party)
        return (
            f"{labels.party(party).name}, {council.by_party[party]} of {council.seats} seats, a majority of {majority}"
        )
    return f"no overall control of {counted(council.seats, 'seat')}"


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


def not_compared(election: Election, earlier: Sequence[str]) -> str:
    """Why an election stands alone; ``earlier`` are those of the same council that could be named."""
    why = f"{election.previous} is not in the store" if election.previous else "it names no election before it"
    see = f"; see --from {earlier[-1]}" if earlier else ""
    return f"Compared with no other election: {why}{see}."


def unknown_moves(found: seats.Comparison, before: str, after: str, name: Callable[[Ward], str]) -> list[str]:
    """Which wards seats held, gained and lost do not count, with their names; nothing where they count all."""
    if found.by_ward:
        return []
    gaps = [
        (found.only_after, f"of {after} had no counterpart in {before}"),
        (found.only_before, f"of {before} have none in {after}"),
        (found.resized, f"of {after} filled another number of seats in {before}"),
    ]
    if found.pairs:
        everywhere = counted(len(found.pairs) + len(found.resized) + len(found.only_after), "ward")
        lines = [f"Held, gained and lost are of the {len(found.pairs):,} of {everywhere} that can be followed."]
    else:
        lines = ["Held, gained and lost are unknown, for no ward can be followed."]
    if found.like_totals and not found.change_known:
        lines[0] += " The change is unknown, for these are not two whole councils."
    return lines + [
        f"{counted(len(wards), 'ward')} {what}: {', '.join(map(name, wards))}." for wards, what in gaps if wards
    ]


def left_out(found: Comparison, before: str, after: str, name: Callable[[Ward], str]) -> list[str]:
    """A line for each kind of wards that are not compared, with their names; none where all are."""
    lines = alone("Not compared", found, before, after, name)
    if found.uncounted:
        wards = [now for _, now in found.uncounted]
        lines.append(f"Not in the totals, without a poll in both: {', '.join(map(name, wards))}.")
    if resized := [now for then, now in found.pairs if then.seats != now.seats]:
        lines.append(
            f"Another number of seats was filled before, so that votes and seats are not like for like, in "
            f"{counted(len(resized), 'ward')}: {', '.join(map(name, resized))}."
        )
    if not found.pairs and not found.uncounted:
        lines.append(
            "A ward that was redrawn has no history, even if its name survives. "
            "--whole-council compares the totals of the two councils."
        )
    return lines


def alone(what: str, found: Comparison, before: str, after: str, name: Callable[[Ward], str]) -> list[str]:
    """``what`` is so of the wards of either election that the other does not have, with their names."""
    return [
        f"{what}, without a counterpart in {theirs}: {counted(len(wards), 'ward')} of {ours}: "
        f"{', '.join(map(name, wards))}."
        for wards, ours, theirs in ((found.only_before, before, after), (found.only_after, after, before))
        if wards
    ]


def no_poll(before: Election, after: Election, place: Callable[[str], str], name: Callable[[Ward], str]) -> list[str]:
    """A line for each election of whose wards some had no poll, with their names; none where all had one."""
    return [
        f"Not in the totals of {place(election.slug)}, without a poll: {', '.join(map(name, wards))}."
        for election in (before, after)
        if (wards := [ward for ward in election.wards if ward.total_votes is None])
    ]


def undefined_swings(rows: Sequence[SwingRow]) -> str:
    """In how many wards the swing is undefined, and what the first row is of then; nothing where it is defined."""
    count = sum(row.butler_pp is None for row in rows if row.ward is not None)
    if not count:
        return ""
    together = next((row.wards for row in rows if row.ward is None), 0)
    others = f"the first row is of the other {together:,}" if together else "so is the first row"
    return f"Undefined in {counted(count, 'ward')}, where not both parties polled in both elections; {others}."
