"""What is to be said of a council's control and of the ways to change it."""

from __future__ import annotations

from collections.abc import Sequence

from wardcheck.analysis.report import OfParty, Part, Remark, remark
from wardcheck.analysis.routes import Route
from wardcheck.facts.council import Council
from wardcheck.words import counted


def standing(council: Council) -> list[Part]:
    """Who has control, by how much, and how many seats that takes."""
    holder = council.controlled_by
    rank = sorted(council.by_party.items(), key=lambda item: (-item[1], item[0]))
    parts: list[Part]
    if holder is not None:
        least, most = council.by_party[holder], council.at_most(holder)
        majority = f", a majority of {council.majority}" if council.majority is not None else ""
        seats = f"{least if least == most else f'{least} to {most}'} of {council.all_seats} seats"
        parts = [OfParty(holder), f", {seats}{majority}"]
    else:
        parts = [f"no overall control of {council.all_seats} seats ("]
        for n, (party, seats_of) in enumerate(rank):
            parts += [(", " if n < len(rank) - 1 else " and ") if n else "", OfParty(party, short=True), f" {seats_of}"]
        parts.append(")")
    return [*parts, f"; {council.threshold} is control."]


def of_cheapest(route: Route) -> list[Part]:
    """The cheapest way of all, in a sentence after that of ``standing``."""
    if route.aim == "lose":
        end = f", with {counted(route.needed, 'seat')} fewer"
        change: list[Part] = ["The cheapest change ends control by ", OfParty(route.party), end]
    else:
        short = f", {route.needed} short with {counted(route.seats, 'seat')}"
        change = ["The cheapest change gives control to ", OfParty(route.party), short]
    return [*change, f": {_voters(route)}."]


def of_route(route: Route) -> list[Part]:
    """What one way takes, in words with its totals."""
    lead: list[Part]
    if route.aim == "lose":
        ends = f" ends with {counted(route.needed, 'seat')} fewer"
        lead, verb = ["Control by ", OfParty(route.party), ends], "taken"
    else:
        lead, verb = (
            [OfParty(route.party), f", {counted(route.seats, 'seat')}, {route.needed:,} short of control"],
            "won",
        )
    if route.voters is None:
        return [*lead, f": out of reach, for {_whose(route)} could have {verb} {route.most:,} at most."]
    return [*lead, f": {_voters(route)} would have {verb} {'it' if route.needed == 1 else 'them'}."]


def _voters(route: Route) -> str:
    """How many voters a way takes, for whom, and in how many wards."""
    count, wards = route.voters or 0, counted(len(route.steps), "ward")
    if route.by == "further":
        return f"{counted(count, 'further voter')} for {_whose(route)} in {wards}"
    leave = "its own candidates" if route.aim == "lose" else "candidates of others"
    how = "switches" if count == 1 else "switch"
    return f"{counted(count, 'voter')} who {how} from {leave} to {_whose(route)} in {wards}"


def _whose(route: Route) -> str:
    return "candidates of its opponents" if route.aim == "lose" else "all its candidates"


def nobody_could(found: Sequence[Route], council: Council) -> list[Remark]:
    """What is to be said where the party in control has no way out of it, or nobody has one into it."""
    holder = council.controlled_by
    there = {route.aim for route in found if route.voters is not None}
    remarks = []
    if holder is not None and "lose" not in there:
        remarks.append(remark("No number of further voters would have cost ", OfParty(holder), " control."))
    if "gain" not in there:
        enough = "stood enough candidates"
        if council.continuing:
            enough = "had enough candidates, with its seats that were not up,"
        remarks.append(remark(f"No {'other ' if holder else ''}party {enough} to gain control."))
    return remarks


def out_of_reach(routes: Sequence[Route]) -> list[Remark]:
    """The parties that no number of voters would have helped, each with the seats that it could have won at most."""
    if not routes:
        return []
    parts: list[Part] = []
    for route in routes:
        parts += [", " if parts else "", OfParty(route.party, short=True), f" {route.most:,}"]
    return [remark("Out of reach, with the seats that each could have won more at most: ", parts, ".")]


def left_out(routes: Sequence[Route]) -> list[Remark]:
    """How many ways are not shown, each of them hopeless."""
    ways = [route for route in routes if route.by == "further"]
    if not ways:
        return []
    least = min(route.voters or 0 for route in ways)
    needs = "it needs" if len(ways) == 1 else "each needs"
    cheapest = f"; the cheapest takes {least:,}" if len(ways) > 1 else f", {least:,} in all"
    words = f"{counted(len(ways), 'hopeless way')} left out: {needs} more further voters in one of its wards than half"
    return [remark(f"{words} of those who voted there{cheapest}. --every has them.")]


def not_up(council: Council) -> list[Remark]:
    """The seats that were not up, and what cannot be told of them."""
    if not council.continuing:
        return []
    number = f"{council.not_up} " if council.not_up is not None else ""
    remarks = [remark(f"The {number}seats that were not up stay as they were.", in_rows=True)]
    if not council.whole:
        remarks.append(remark(f"Enough whoever held them: {council.missing}."))
    return remarks


def choices(routes: Sequence[Route]) -> list[Remark]:
    """How many other sets of wards and voters are as cheap as each way, where there are some."""
    remarks = []
    for route in routes:
        if route.others:
            words = "other choice of wards and voters needs" if route.others == 1 else "other choices need"
            of: list[Part] = [" for ", OfParty(route.party, short=True)] if len(routes) > 1 else []
            of += [" by switching"] if route.by == "switched" else []
            remarks.append(remark(f"{route.others:,} {words} as few", of, "."))
    return remarks
