"""The cheapest change of control against every number of further voters tried out, over small councils."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import count, product

from hypothesis import given
from hypothesis import strategies as st

from analysis.builders import contest, election
from wardcheck.analysis.routes import Route, routes
from wardcheck.facts.council import council_of
from wardcheck.model import Candidacy, Election, Ward

MOST_VOTES = 4
PARTY = st.sampled_from(["con", "lab", "ld", "ind"])


@st.composite
def wards(draw: st.DrawFn, slug: str) -> Ward:
    """A ward declared as the votes say, lots drawn; some without a poll."""
    seats = draw(st.integers(1, 3))
    standing = draw(st.lists(st.tuples(PARTY, st.integers(0, MOST_VOTES)), min_size=seats, max_size=5))
    lot = draw(st.permutations(range(len(standing))))
    winners = sorted(range(len(standing)), key=lambda n: (-standing[n][1], lot[n]))[:seats]
    unopposed = len(standing) == seats and draw(st.booleans())
    candidates = [
        Candidacy(f"C{n}", party, None if unopposed else votes, n in winners)
        for n, (party, votes) in enumerate(standing)
    ]
    return contest(seats, *candidates, slug=slug, status="unopposed" if unopposed else "contested")


@st.composite
def councils(draw: st.DrawFn) -> Election:
    found = [draw(wards(f"w-{n}")) for n in range(draw(st.integers(1, 3)))]
    continuing = draw(st.none() | st.dictionaries(PARTY, st.integers(0, 2)))
    total = sum(ward.seats for ward in found) + sum((continuing or {}).values())
    return election(*found, kind="thirds" if continuing else "all", seats_total=total, continuing=continuing)


# -- a count with further voters, as a returning officer would do it ----------------------------------------


def slate_of(candidacy: Candidacy) -> str:
    """Each independent is a slate."""
    return candidacy.name if candidacy.party == "ind" else candidacy.party


def seats_after(ward: Ward, party: str, further: Mapping[str, int], *, luck: bool) -> int:
    """Seats of a party after further voters for slates; the lots all go its way, or all against it."""
    if not any(further.values()):
        return sum(c.party == party for c in ward.elected)
    order = sorted(
        ward.candidates,
        key=lambda c: (-((c.votes or 0) + further.get(slate_of(c), 0)), (c.party == party) != luck),
    )
    return sum(c.party == party for c in order[: ward.seats])


def splits(total: int, ways: int) -> Iterator[tuple[int, ...]]:
    """All ways to split voters."""
    if ways == 1:
        yield (total,)
        return
    for first in range(total + 1):
        for rest in splits(total - first, ways - 1):
            yield (first, *rest)


def by_voters(ward: Ward, party: str, *, gain: bool) -> list[int]:
    """What 0, 1, 2, ... further voters in a ward can bring a party, or cost it if they are for others."""
    had = sum(c.party == party for c in ward.elected)
    if ward.status == "unopposed":
        return [0]
    slates = sorted({slate_of(c) for c in ward.candidates if (c.party == party) == gain})
    best = [0] * ((MOST_VOTES + 1) * len(slates) + 1)
    for further in product(range(MOST_VOTES + 2), repeat=len(slates)):
        seats = seats_after(ward, party, dict(zip(slates, further, strict=True)), luck=not gain)
        best[sum(further)] = max(best[sum(further)], seats - had if gain else had - seats)
    return best


def fewest(tables: Sequence[Sequence[int]], needed: int) -> tuple[int, int] | None:
    """The fewest further voters that bring so many seats, and in how many ways they can be spread over wards."""
    if sum(map(max, tables)) < needed:
        return None
    for total in count():
        spread = splits(total, len(tables))
        enough = [
            voters
            for voters in spread
            if all(n < len(table) for n, table in zip(voters, tables, strict=True))
            and sum(table[n] for n, table in zip(voters, tables, strict=True)) >= needed
        ]
        if enough:
            return total, len(enough)
    raise AssertionError


def check(council: Election, route: Route) -> None:
    gain = route.aim == "gain"
    tables = [by_voters(ward, route.party, gain=gain) for ward in council.wards]
    expected = fewest(tables, route.needed)
    assert route.most == sum(map(max, tables))
    assert (None if route.voters is None else (route.voters, route.others + 1)) == expected
    # and what it says of each ward is so
    by_slug = {ward.slug: ward for ward in council.wards}
    for step in route.steps:
        ward = by_slug[step.ward]
        further = {slate.name or slate.party: slate.voters for slate in step.slates}
        assert sum(further.values()) == step.voters
        had = sum(c.party == route.party for c in ward.elected)
        has = seats_after(ward, route.party, further, luck=not gain)
        assert abs(has - had) == step.seats == len(step.beats)
        assert all(c.elected and (c.party == route.party) != gain for c in step.beats)
    assert route.voters is None or sum(step.voters for step in route.steps) == route.voters
    assert route.voters is None or sum(step.seats for step in route.steps) >= route.needed


@given(councils(), PARTY.filter(lambda party: party != "ind"))
def test_no_fewer_voters_change_control(council: Election, party: str) -> None:
    (route,) = routes(council, party)
    assert (route.aim == "lose") == (council_of(council).controlled_by == party)
    check(council, route)


@given(councils())
def test_every_party_that_could_is_there(council: Election) -> None:
    found = routes(council)
    for party in ("con", "lab", "ld"):
        (asked,) = routes(council, party)
        assert [route for route in found if route.party == party] == ([] if asked.voters is None else [asked])


@given(councils())
def test_the_order_of_wards_and_candidates_changes_no_total(council: Election) -> None:
    turned = replace(council, wards=tuple(replace(w, candidates=w.candidates[::-1]) for w in reversed(council.wards)))
    for party in ("con", "lab"):
        (ours,), (theirs,) = routes(council, party), routes(turned, party)
        assert (ours.voters, ours.others, ours.most) == (theirs.voters, theirs.others, theirs.most)


# -- the same with voters who change sides ------------------------------------------------------------------


def switched_seats(ward: Ward, party: str, moves: Mapping[str, int], *, luck: bool) -> int:
    """Seats of a party where slates gain or lose whole votes, no candidate having fewer than none."""
    order = sorted(
        ward.candidates,
        key=lambda c: (-((c.votes or 0) + moves.get(slate_of(c), 0)), (c.party == party) != luck),
    )
    return sum(c.party == party for c in order[: ward.seats])


def by_switching(ward: Ward, party: str, *, gain: bool) -> list[int]:
    """What 0, 1, 2, ... voters can bring a party who come to it from others, or cost it who leave it for others."""
    had = sum(c.party == party for c in ward.elected)
    best = [0]
    if ward.status == "unopposed" or not any(c.party == party for c in ward.candidates):
        return best
    others = sorted({slate_of(c) for c in ward.candidates if c.party != party})
    could = {slate: min(c.votes or 0 for c in ward.candidates if slate_of(c) == slate) for slate in [*others, party]}
    most = sum(could[slate] for slate in others) if gain else could[party] if others else 0
    for voters in range(1, most + 1):
        found = best[-1]
        for share in splits(voters, len(others)):
            moves = dict(zip(others, share, strict=True))
            if gain and any(count > could[slate] for slate, count in moves.items()):
                continue
            signed = {slate: -count if gain else count for slate, count in moves.items()}
            signed[party] = voters if gain else -voters
            seats = switched_seats(ward, party, signed, luck=not gain)
            found = max(found, seats - had if gain else had - seats)
        best.append(found)
    return best


@given(councils(), PARTY.filter(lambda party: party != "ind"))
def test_no_fewer_voters_change_control_by_changing_sides(council: Election, party: str) -> None:
    (route,) = routes(council, party, "switched")
    gain = route.aim == "gain"
    tables = [by_switching(ward, party, gain=gain) for ward in council.wards]
    assert route.most == sum(map(max, tables))
    expected = fewest(tables, route.needed)
    assert (None if route.voters is None else (route.voters, route.others + 1)) == expected
    by_slug = {ward.slug: ward for ward in council.wards}
    for step in route.steps:
        ward = by_slug[step.ward]
        assert sum(slate.voters for slate in step.slates) == sum(slate.voters for slate in step.left) == step.voters
        moves = {slate.name or slate.party: slate.voters for slate in step.slates}
        moves |= {slate.name or slate.party: -slate.voters for slate in step.left}
        had = sum(c.party == party for c in ward.elected)
        assert abs(switched_seats(ward, party, moves, luck=not gain) - had) == step.seats
        assert len(step.beats) >= step.seats
