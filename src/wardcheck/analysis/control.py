"""How few voters would have changed control, and where?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated, NamedTuple

from wardcheck.analysis.report import OfElection, OfParty, Part, Remark, Report, remark
from wardcheck.analysis.routes import Aim, Route, Voters, routes
from wardcheck.analysis.steps import Slate, Step
from wardcheck.analysis.totals import contradictions
from wardcheck.facts.council import Council, council_of
from wardcheck.facts.outline import outlined
from wardcheck.model import Election
from wardcheck.words import counted


@dataclass(frozen=True, slots=True)
class ControlRow:
    """What further voters in one ward would have brought, as a part of the cheapest way to change control."""

    election: Annotated[str, "slug of the election"]
    party: Annotated[str, "the party whose control is in question, as a slug"]
    ward: Annotated[str, "slug of the ward"]
    extra_seats: Annotated[int, "seats that the party would have had more there; negative: fewer, losing control"]
    voters: Annotated[int, "voters there, for the party's whole slate; for slates of others if it is to lose"]
    beats: Annotated[str, "the holders who would have missed out, lowest first, joined by '; '"]
    beats_party: Annotated[str, "their parties, as slugs, each once"]
    slates: Annotated[str, "for whose slates the voters are and how many of them, as con 5, joined by '; '"]
    scenario: Annotated[Aim, "what the rows of this party come to together: gain of control, or loss of it"]
    scenario_voters: Annotated[int, "voters in all its rows of the same kind (by) together"]
    scenario_seats: Annotated[int, "seats that the party must win more for it, or lose"]
    by: Annotated[Voters, "what the voters are: further ones, who did not vote, or switched from another slate"]
    slates_left: Annotated[str, "whose slates switched voters leave and how many of them, like slates; else empty"]


class Totals(NamedTuple):
    """The council as it is, and each way in which control could have changed."""

    council: Council
    routes: Sequence[Route]


def control(
    election: Election,
    party: str | Sequence[str] | None = None,
    *,
    switch: bool = False,
    council: Council | None = None,
) -> Report[ControlRow, Totals]:
    """What the cheapest change of control consists of: for ``party`` (one or several), or for every party with one.

    By further voters; with ``switch`` also by voters who leave another slate, each party's two answers together.

    ``council`` is the whole of it where the seats that were not up were worked out (``council_in``). There are no rows
    where control cannot be judged, and the remark says why. See :func:`routes` for the
    definitions, the order and the errors.
    """
    council = council or council_of(election)
    if not council.accounted:
        remarks = [remark(OfElection(election.slug), f": control cannot be judged: {council.missing}.")]
        return Report([], Totals(council, ()), remarks, answered=False)
    found = routes(election, party, council=council)
    if switch:
        others = routes(election, party, "switched", council)
        found = [one for route in found for one in (route, *(o for o in others if o.party == route.party))]
    rows = [_row(route, step) for route in found for step in route.steps]
    remarks = [remark(OfElection(election.slug), ": ", _standing(council))]
    remarks += [remark(of_route(route)) for route in found]
    remarks += [] if party is not None else _out_of_reach(found, council)
    if not council.whole:
        remarks.append(remark(f"Enough whoever held them: {council.missing}."))
    return Report(
        rows, Totals(council, found), [*remarks, *_other_choices(found), *contradictions(outlined([election]))]
    )


def _row(route: Route, step: Step) -> ControlRow:
    return ControlRow(
        election=route.election,
        party=route.party,
        ward=step.ward,
        extra_seats=step.seats if route.aim == "gain" else -step.seats,
        voters=step.voters,
        beats="; ".join(c.name for c in step.beats),
        beats_party="; ".join(dict.fromkeys(c.party for c in step.beats)),
        slates=_slates(step.slates),
        scenario=route.aim,
        scenario_voters=route.voters or 0,
        scenario_seats=route.needed,
        by=route.by,
        slates_left=_slates(step.left),
    )


def _slates(slates: Sequence[Slate]) -> str:
    return "; ".join(f"{slate.name or slate.party} {slate.voters}" for slate in slates)


# -- remarks -----------------------------------------------------------------------------------------------


def of_route(route: Route) -> list[Part]:
    """What one route takes, in words with the totals."""
    lead: list[Part]
    if route.aim == "lose":  # the heading says whose control that is
        lead = [f"Control ends with {counted(route.needed, 'seat')} fewer"]
        whose, verb = "slates of its opponents", "taken"
    else:
        lead = [OfParty(route.party), f", {counted(route.seats, 'seat')}, {route.needed:,} short of control"]
        whose, verb = "its whole slate", "won"
    if route.voters is None:
        return [*lead, f": out of reach, for {whose} could have {verb} {route.most:,} at most."]
    wards, them = counted(len(route.steps), "ward"), "it" if route.needed == 1 else "them"
    if route.by == "switched":
        how = "switches" if route.voters == 1 else "switch"
        leave = "its own slate" if route.aim == "lose" else "other slates"
        who = f"{counted(route.voters, 'voter')} who {how} from {leave} to {whose}"
    else:
        who = f"{counted(route.voters, 'further voter')} for {whose}"
    return [*lead, f": {who} in {wards} would have {verb} {them}."]


def _standing(council: Council) -> list[Part]:
    """Who has control, and how many seats that takes."""
    holder = council.controlled_by
    rank = sorted(council.by_party.items(), key=lambda item: (-item[1], item[0]))
    parts: list[Part]
    if holder is not None:
        least, most = council.by_party[holder], council.at_most(holder)
        parts = [OfParty(holder), f", {least if least == most else f'{least} to {most}'} of {council.all_seats} seats"]
    else:
        parts = [f"no overall control of {council.all_seats} seats ("]
        for n, (party, seats) in enumerate(rank):
            parts += [(", " if n < len(rank) - 1 else " and ") if n else "", OfParty(party, short=True), f" {seats}"]
        parts.append(")")
    return [*parts, f"; {council.threshold} is control."]


def _out_of_reach(found: Sequence[Route], council: Council) -> list[Remark]:
    """What is to be said where the party in control has no route out of it, or nobody has one into it."""
    holder = council.controlled_by
    remarks = []
    if holder is not None and not any(route.aim == "lose" for route in found):
        remarks.append(remark("No number of further voters would have cost ", OfParty(holder), " control."))
    if not any(route.aim == "gain" for route in found):
        remarks.append(remark(f"No {'other ' if holder else ''}party stood enough candidates to gain control."))
    return remarks


def _other_choices(found: Sequence[Route]) -> list[Remark]:
    """How many other sets of wards and voters are as cheap as each route, where there are some."""
    remarks = []
    for route in found:
        if route.others:
            choices = "other choice of wards and voters needs" if route.others == 1 else "other choices need"
            of: list[Part] = [" for ", OfParty(route.party, short=True)] if len(found) > 1 else []
            of += [" by switching"] if route.by == "switched" else []
            remarks.append(remark(f"{route.others:,} {choices} as few", of, "."))
    return remarks
