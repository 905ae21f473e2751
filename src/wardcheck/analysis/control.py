"""How few voters would have changed control, and where?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Annotated, NamedTuple

from wardcheck.analysis.report import OfElection, Remark, Report, remark
from wardcheck.analysis.route_words import (
    choices,
    left_out,
    nobody_could,
    not_up,
    of_cheapest,
    of_route,
    out_of_reach,
    standing,
)
from wardcheck.analysis.routes import Aim, Route, Voters, hopeless, routes
from wardcheck.analysis.steps import Slate, Step
from wardcheck.analysis.totals import contradictions
from wardcheck.facts.council import Council, council_of
from wardcheck.facts.outline import outlined
from wardcheck.facts.papers import papers, percent
from wardcheck.frozen import frozen
from wardcheck.model import Election, Ward


@frozen
class ControlRow:
    """What further voters in one ward would have brought, as a part of the cheapest way to change control.

    Of a way that is out of reach there is one row, without a ward, and only where every way is asked for.
    """

    election: Annotated[str, "slug of the election"]
    party: Annotated[str, "the party whose control is in question, as a slug"]
    ward: Annotated[str | None, "slug of the ward; empty where no number of voters is enough (--every alone has such)"]
    extra_seats: Annotated[
        int | None, "seats that the party would have had more there; negative: fewer, losing control"
    ]
    voters: Annotated[int | None, "voters there, for the party's whole slate; for slates of others if it is to lose"]
    beats: Annotated[str, "the holders who would have missed out, lowest first, joined by '; '"]
    beats_party: Annotated[str, "their parties, as slugs, each once"]
    slates: Annotated[str, "for whose slates the voters are and how many of them, as con 5, joined by '; '"]
    scenario: Annotated[Aim, "what the rows of this party come to together: gain of control, or loss of it"]
    scenario_voters: Annotated[int | None, "voters in all its rows of the same kind (by) together"]
    scenario_seats: Annotated[int, "seats that the party must win more for it, or lose"]
    by: Annotated[Voters, "what the voters are: further ones, who did not vote, or switched from another slate"]
    slates_left: Annotated[str, "whose slates switched voters leave and how many of them, like slates; else empty"]
    council: Annotated[int, "seats of the party on the whole council; those in any case, where not all can be told"]
    council_most: Annotated[int, "the most that these may be; the same where all can be told"]
    council_size: Annotated[int, "seats on the council"]
    threshold: Annotated[int, "seats that are control: more than half of all"]
    control: Annotated[str | None, "who has more than half of all seats, as a slug; noc for nobody"]
    majority: Annotated[
        int | None, "seats of the largest party minus all others, 0 or less under noc; empty if it cannot be told"
    ]
    not_up: Annotated[int | None, "seats of the council that were not up; empty where it cannot be told who held some"]
    scenario_wards: Annotated[int | None, "in how many wards the scenario needs voters"]
    most_seats: Annotated[int, "seats that the party could have won more, or lost, by any number of such voters"]
    other_choices: Annotated[int | None, "how many other choices of wards and voters need as few"]
    voters_pct: Annotated[float | None, "voters in percent of the ballot papers of the ward; empty where unknown"]
    hopeless: Annotated[
        bool,
        "true where a ward of it takes more further voters than half of its ballot papers; those of --every alone",
    ]


class Totals(NamedTuple):
    """The council as it is, each way in which control could have changed, and what is to be said of them."""

    council: Council
    routes: Sequence[Route]
    """Those of the rows: the cheapest first, each followed by the same of switched voters where these are asked for."""
    standing: Remark
    """Who has control and by how much, or why that cannot be judged."""
    cheapest: Remark | None
    """The cheapest way of the rows, or why the one asked for is none; ``None`` without any."""
    notes: Sequence[Remark]
    """The other ways, what is left out, and what holds of all."""
    left_out: Sequence[Route]
    """The ways that are hopeless and not shown."""
    beyond_rows: Sequence[Remark]
    """What no row tells but how many are left out: why there are none, and which wards have nothing to offer."""

    @property
    def headline(self) -> Sequence[Remark]:
        """The answer: ``standing`` and, where there is one, ``cheapest``."""
        return [self.standing] if self.cheapest is None else [self.standing, self.cheapest]


def control(
    election: Election,
    party: str | Sequence[str] | None = None,
    *,
    switch: bool = False,
    every: bool = False,
    council: Council | None = None,
) -> Report[ControlRow, Totals]:
    """What the cheapest change of control consists of: for ``party`` (one or several), or for every party with one.

    The cheapest way comes first. Without ``party`` those that are ``hopeless`` (see :func:`hopeless`) are left out and
    counted; ``every`` has them too, and a row without a ward for each party that no number of voters would have helped.

    By further voters; with ``switch`` also by voters who leave another slate, each party's two answers together, which
    are left out together.

    ``council`` is the whole of it where the seats that were not up were worked out (``council_in``). There are no rows
    where control cannot be judged, and the remark says why. See :func:`routes` for the definitions and the errors.
    """
    council = council or council_of(election)
    if not council.accounted:
        of_many = "Control cannot be judged, for not every seat is known."
        why = remark(OfElection(election.slug), f": control cannot be judged: {council.missing}.", of_many=of_many)
        return Report([], Totals(council, (), why, None, (), (), [why]), [why], answered=False)
    found = routes(election, party, council=council, every=every)
    wards = {ward.slug: ward for ward in election.wards}
    beyond = {route.party for route in found if hopeless(route, wards)}
    if switch:
        others = routes(election, party, "switched", council, every=every)
        found = [one for route in found for one in (route, *(o for o in others if o.party == route.party))]
    shown = [route for route in found if every or party is not None or route.party not in beyond]
    rows = []
    for route in shown:
        steps: Sequence[Step | None] = route.steps or ((None,) if every else ())
        rows += [_row(route, step, council, wards, hopeless=route.party in beyond) for step in steps]
    totals = _totals(election, council, found, shown, asked=party is not None, in_rows=every)
    return Report(rows, totals, [*totals.headline, *totals.notes])


def _row(route: Route, step: Step | None, council: Council, wards: Mapping[str, Ward], *, hopeless: bool) -> ControlRow:
    """A row for a ward of a way; without a ward if it is out of reach."""
    seats = voters = share = None
    if step is not None:
        seats, voters = step.seats if route.aim == "gain" else -step.seats, step.voters
        share = percent(voters, papers(wards[step.ward]))
    beats = step.beats if step is not None else ()
    return ControlRow(
        election=route.election,
        party=route.party,
        ward=None if step is None else step.ward,
        extra_seats=seats,
        voters=voters,
        beats="; ".join(c.name for c in beats),
        beats_party="; ".join(dict.fromkeys(c.party for c in beats)),
        slates="" if step is None else _slates(step.slates),
        scenario=route.aim,
        scenario_voters=route.voters,
        scenario_seats=route.needed,
        by=route.by,
        slates_left="" if step is None else _slates(step.left),
        council=council.by_party.get(route.party, 0),
        council_most=council.at_most(route.party),
        council_size=council.all_seats,
        threshold=council.threshold,
        control=council.control,
        majority=council.majority,
        not_up=council.not_up,
        scenario_wards=None if step is None else len(route.steps),
        most_seats=route.most,
        other_choices=None if step is None else route.others,
        voters_pct=share,
        hopeless=hopeless,
    )


def _slates(slates: Sequence[Slate]) -> str:
    return "; ".join(f"{slate.name or slate.party} {slate.voters}" for slate in slates)


def _totals(
    election: Election, council: Council, found: Sequence[Route], shown: Sequence[Route], *, asked: bool, in_rows: bool
) -> Totals:
    """``found`` are all ways that there are, ``shown`` those that are not left out; ``asked`` is of some parties.

    ``in_rows`` says that what is out of reach has a row.
    """
    first = None
    if shown:
        cheapest = not asked and shown[0].voters is not None
        first = remark(of_cheapest(shown[0]) if cheapest else of_route(shown[0]))
    hidden = [route for route in found if route not in shown]
    nobody = [] if asked else nobody_could(found, council)
    against = contradictions(outlined([election]))
    others = [remark(of_route(route)) for route in shown[1:] if asked or route.voters is not None]
    gains = [route for route in shown[1:] if (route.aim, route.by) == ("gain", "further")]
    beyond = [] if asked else [route for route in gains if route.voters is None]
    return Totals(
        council,
        shown,
        standing=remark(OfElection(election.slug), ": ", standing(council)),
        cheapest=first,
        notes=[*others, *out_of_reach(beyond), *nobody, *left_out(hidden), *not_up(council), *choices(shown), *against],
        left_out=hidden,
        beyond_rows=[*against, *(remark(of_route(one)) for one in shown if one.voters is None and not in_rows)],
    )
