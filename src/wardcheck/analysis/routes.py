"""How could a party have gained control of a council, or lost it, by the fewest voters?"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Final, Literal, NamedTuple

from wardcheck.analysis.steps import Slate, Step, slate_of
from wardcheck.analysis.switching import switched_gains, switched_losses
from wardcheck.errors import WardcheckError
from wardcheck.facts.council import Council, council_of
from wardcheck.facts.cut import contradiction
from wardcheck.facts.knapsack import Offer, cheapest, worthwhile
from wardcheck.facts.papers import least_papers, papers
from wardcheck.facts.slates import Polled, best_losers, lowest_first, polled, slates
from wardcheck.model import INDEPENDENT, Election, Ward

Aim = Literal["gain", "lose"]
Voters = Literal["further", "switched"]
"""Who they are: some who did not vote, or some who voted for another party."""


class Route(NamedTuple):
    """The cheapest way for one party to gain control, or to lose it if it has it."""

    election: str
    party: str
    aim: Aim
    seats: int
    """What the party has."""
    needed: int
    """Seats that it must win more, or lose."""
    most: int
    """Seats that it could win more, or lose, at any number of voters."""
    voters: int | None
    """Voters in all; ``None`` where no number of them is enough."""
    steps: tuple[Step, ...]
    """Fewest voters first."""
    others: int
    """How many other sets of wards and voters are as cheap."""
    by: Voters = "further"


def routes(
    election: Election,
    party: str | Sequence[str] | None = None,
    by: Voters = "further",
    council: Council | None = None,
    *,
    every: bool = False,
) -> list[Route]:
    """How each party could have gained control, or lost it: the cheapest first, and what is out of reach last.

    With ``party`` there is one route, that may be out of reach, or one for each of several; without, all that are not,
    or ``every`` one.
    A further voter votes for the whole slate of a party in the ward, and everybody else as they did. In a ward *j*
    extra seats cost wj - uj + 1 of them, wj being the j-th lowest elected candidacy of another party and uj the
    party's j-th best that was not elected. The party loses *j* of its seats in a ward when, by further voters for
    slates of others, as many candidacies of others poll more than its j-th lowest elected one as there are seats to
    fill but those it keeps. A ward whose declaration contradicts itself has nothing to offer. Wards are chosen by an
    exact multiple-choice knapsack.
    Of voters who are ``switched`` each leaves the whole slate of another party, or that of the party which is to lose.
    ``council`` is the whole of it where the seats not up were worked out; where it cannot be told who held some of
    them, the answer is enough whoever did: a party that is to gain has those that it had in any case, and one that is
    to lose has all that may have been its own.
    Definitions: docs/methods/control.md.

    Raises:
        WardcheckError: the seats are not those of a whole council, or ``party`` stands for independents.
    """
    council = council or council_of(election)
    if not council.accounted:
        raise WardcheckError(f"{election.slug}: control cannot be judged: {council.missing}")
    named = [party] if isinstance(party, str) else party
    if named is not None and INDEPENDENT in named:
        raise WardcheckError("independents are each a party of one: they win no control together")
    in_control = council.controlled_by
    stood = {c.party for ward in election.wards for c in ward.candidates} | set(council.by_party)
    asked = sorted(stood - {INDEPENDENT}) if named is None else named
    found = []
    for name in asked:
        seats = council.by_party.get(name, 0)
        if name == in_control:
            seats = council.at_most(name)
            found.append(_route(election, name, "lose", seats, seats - council.threshold + 1, by))
        else:
            found.append(_route(election, name, "gain", seats, council.threshold - seats, by))
    if party is None and not every:
        found = [route for route in found if route.voters is not None]
    return sorted(found, key=lambda r: (r.voters is None, r.voters or 0, r.aim != "lose", r.party))


def hopeless(route: Route, wards: Mapping[str, Ward]) -> bool:
    """Whether a route takes, in one of its wards, more voters than half of the ballot papers there.

    All of its wards are needed, so that it is as hopeless as the hardest of them. Where the papers of a ward are not
    known, the fewest that its votes can be on are taken for them (``least_papers``).
    """
    cast = [papers(wards[step.ward]) or least_papers(wards[step.ward]) or 0 for step in route.steps]
    return any(2 * step.voters > count for step, count in zip(route.steps, cast, strict=True))


def _route(election: Election, party: str, aim: Aim, seats: int, needed: int, by: Voters) -> Route:
    sound = [ward for ward in election.wards if not contradiction(ward)]
    offers = [worthwhile(_PRICES[aim, by](ward, party)) for ward in sound]
    best = cheapest(offers, needed)
    return Route(
        election=election.slug,
        party=party,
        aim=aim,
        seats=seats,
        needed=needed,
        most=sum(max((offer.seats for offer in ward), default=0) for ward in offers),
        voters=best.voters if best else None,
        steps=tuple(sorted((o.what for o in best.chosen), key=lambda step: (step.voters, step.ward))) if best else (),
        others=best.ways - 1 if best else 0,
        by=by,
    )


def _gains(ward: Ward, party: str) -> Iterator[Offer[Step]]:
    """What each number of extra seats costs a party in a ward; nothing where votes are unknown (no poll)."""
    holders = [one for one in lowest_first(ward) if one.candidacy.party != party]
    losers = [one for one in best_losers(ward) if one.candidacy.party == party]
    for seats, (holder, loser) in enumerate(zip(holders, losers, strict=False), 1):
        voters = holder.votes - loser.votes + 1
        beaten = tuple(one.candidacy for one in holders[:seats])
        yield Offer(seats, voters, Step(ward.slug, seats, voters, beaten, (Slate(party, voters),)))


def _losses(ward: Ward, party: str) -> Iterator[Offer[Step]]:
    """What each number of a party's seats costs its opponents in a ward, by the cheapest mix of their slates."""
    own = [one for one in lowest_first(ward) if one.candidacy.party == party]
    others = sorted(polled(ward, ward.candidates), key=lambda one: -one.votes)
    against = slates(one for one in others if one.candidacy.party != party)
    for seats, holder in enumerate(own, 1):
        # all seats but those that the party keeps must go to candidacies that beat this holder outright
        wanted = len(ward.elected) - len(own) + seats
        offers, ahead = [], 0
        for slate in against:
            rising = [one for one in slate if not (one.candidacy.elected and one.votes > holder.votes)]
            ahead += len(slate) - len(rising)
            offers.append(worthwhile(_rises(rising, holder.votes)))
        best = cheapest(offers, wanted - ahead)
        if best is not None:
            beaten = tuple(one.candidacy for one in own[:seats])
            for_whom = tuple(offer.what for offer in best.chosen)
            yield Offer(seats, best.voters, Step(ward.slug, seats, best.voters, beaten, for_whom))


def _rises(rising: Sequence[Polled], votes: int) -> Iterator[Offer[Slate]]:
    """What it takes for 1, 2, ... of a slate, best first, to poll more than ``votes`` and so to take a seat."""
    for count, one in enumerate(rising, 1):
        voters = votes - one.votes + 1
        yield Offer(count, voters, slate_of(one.candidacy, voters))


_PRICES: Final[Mapping[tuple[Aim, Voters], Callable[[Ward, str], Iterator[Offer[Step]]]]] = {
    ("gain", "further"): _gains,
    ("lose", "further"): _losses,
    ("gain", "switched"): switched_gains,
    ("lose", "switched"): switched_losses,
}
"""What each number of seats costs in a ward."""
