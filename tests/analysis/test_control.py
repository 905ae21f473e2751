"""The cheapest change of control, worked out by hand."""

from __future__ import annotations

from dataclasses import replace

import pytest

from analysis.builders import contest, election, stood, won
from wardcheck.analysis.control import control
from wardcheck.analysis.report import Slugs
from wardcheck.analysis.routes import routes
from wardcheck.analysis.steps import Slate
from wardcheck.errors import WardcheckError
from wardcheck.facts.knapsack import Offer, cheapest, worthwhile
from wardcheck.model import Ballots, Election, TieBreak
from wardcheck.store import Store

Cost = tuple[int | None, int | None, str]


def alone(found: Election, ward: str) -> Election:
    """An election of one of its wards, as if that were the whole council."""
    only = found.only(frozenset({ward}))
    return replace(only, kind="all", seats_total=only.wards[0].seats, continuing=None)


def cost(found: Election, party: str) -> list[Cost]:
    """Seats, voters and holders beaten, by ward."""
    return [(row.extra_seats, row.voters, row.beats) for row in control(found, party)]


# -- three real wards, by hand -----------------------------------------------------------------------------


def test_three_seats_childs_hill_2014(shipped: Store) -> None:
    # Con 1,544 and 1,536 and LD 1,509 elected; Con 1,500, Lab 1,463 and 1,408, LD 1,222 not
    found = alone(shipped.election("barnet-2014"), "childs-hill")
    # two of three seats are control: Labour's second costs 1,536 - 1,408 + 1 = 129
    assert cost(found, "lab") == [(2, 129, "Jack Cohen; Peter Zinkin")]
    # The Conservatives have two; one is lost where two others poll more than 1,536. The Liberal Democrat, though
    # elected, does not: 1,536 - 1,509 + 1 = 28, and Labour's best 1,536 - 1,463 + 1 = 74. 28 + 74 = 102, fewer than
    # both of Labour's (129) or of the Liberal Democrats' (1,536 - 1,222 + 1 = 315).
    (route,) = routes(found, "con")
    assert [(step.seats, step.voters, step.slates) for step in route.steps] == [
        (1, 102, (Slate("ld", 28), Slate("lab", 74)))
    ]


def test_two_seats_edgwarebury_2022(shipped: Store) -> None:
    # Con 1,749 and 1,691 elected, Lab 1,649 and 1,582: 1,749 - 1,582 + 1 = 168 for both seats
    found = alone(shipped.election("barnet-2022"), "edgwarebury")
    assert cost(found, "lab") == [(2, 168, "Lachhya Gurung; Sarah Wardle")]
    # one seat of two is control no more: 1,691 - 1,649 + 1 = 43
    assert cost(found, "con") == [(-1, 43, "Lachhya Gurung")]


def test_one_seat_letchworth_2019(shipped: Store) -> None:
    # Lab 796, Con 783: 796 - 783 + 1 = 14
    south_east = alone(shipped.election("north-hertfordshire-2019"), "letchworth-south-east")
    assert cost(south_east, "con") == [(1, 14, "Adem Ruggiero-Cakir")]
    # LD and Con 800 each, the Conservative lost the lot: one voter more is enough
    south_west = alone(shipped.election("north-hertfordshire-2019"), "letchworth-south-west")
    assert cost(south_west, "con") == [(1, 1, "Sean Prendergast")]
    assert cost(south_west, "ld") == [(-1, 1, "Sean Prendergast")]


# -- councils ----------------------------------------------------------------------------------------------


def test_wandsworth_2018(shipped: Store) -> None:
    """Labour, 26 of 60, needed 5 seats more for 31.

    Earlsfield: Con 2,595 the lowest elected, Lab 2,585: 2,595 - 2,585 + 1 = 11.
    St Mary's Park: Con 2,498, Lab 2,468: 31.
    Nightingale: Con 2,383, Lab 2,321: 63.
    Shaftesbury: Con 1,934 and 2,085, Lab 1,899 and 1,892: the first costs 36, both 2,085 - 1,892 + 1 = 194.
    11 + 31 + 63 + 194 = 299.
    """
    found = shipped.election("wandsworth-2018")
    labour = {
        ward: sorted(c.votes or 0 for w in found.wards if w.slug == ward for c in w.not_elected if c.party == "lab")
        for ward in ("earlsfield", "st-marys-park", "nightingale", "shaftesbury")
    }
    assert [labour[w][-1] for w in labour] == [2585, 2468, 2321, 1899]
    assert labour["shaftesbury"][-2] == 1892
    rows = control(found, "lab")
    assert [(row.ward, row.extra_seats, row.voters, row.beats, row.beats_party) for row in rows] == [
        ("earlsfield", 1, 11, "Angela Graham", "con"),
        ("st-marys-park", 1, 31, "Rhodri Morgan", "con"),
        ("nightingale", 1, 63, "Ian Hart", "con"),
        ("shaftesbury", 2, 194, "Guy Senior; Jonathan Cook", "con"),
    ]
    (route,) = routes(found, "lab")
    assert (route.aim, route.seats, route.needed, route.voters, route.others) == ("gain", 26, 5, 299, 0)


def test_wandsworth_2018_was_nearer_to_no_overall_control(shipped: Store) -> None:
    # 33 - 30 = 3 seats: the same wards, with only one seat in Shaftesbury (36), and none in Nightingale (63)
    (route,) = routes(shipped.election("wandsworth-2018"), "con")
    assert (route.aim, route.needed, route.voters) == ("lose", 3, 11 + 31 + 36)
    assert [step.slates for step in route.steps] == [(Slate("lab", 11),), (Slate("lab", 31),), (Slate("lab", 36),)]


def test_barnet_2014_had_a_majority_of_one(shipped: Store) -> None:
    # One seat fewer is no overall control: Brunswick Park, Rutter (Con) 1,899, Lab 1,820: 80. In Childs Hill Labour's
    # next seat is cheaper (47), but it would have come from the Liberal Democrats.
    found = shipped.election("barnet-2014")
    assert [(r.ward, r.extra_seats, r.voters) for r in control(found, "con")] == [("brunswick-park", -1, 80)]
    # Labour, 30 of 63, needed two seats, whoever held them
    assert [(r.ward, r.voters, r.beats_party) for r in control(found, "lab")] == [
        ("childs-hill", 47, "ld"),
        ("brunswick-park", 80, "con"),
    ]


def test_the_cheapest_comes_first(shipped: Store) -> None:
    for slug in ("barnet-2014", "barnet-2018", "tower-hamlets-2018"):
        found = routes(shipped.election(slug), every=True)
        assert [route.voters for route in found] == sorted((r.voters for r in found), key=lambda n: (n is None, n))
        every = control(shipped.election(slug), every=True)
        assert list(dict.fromkeys(row.party for row in every)) == [route.party for route in found]


# -- built -------------------------------------------------------------------------------------------------

TWO = contest(2, won("A", "con", 9), won("B", "con", 7), stood("C", "lab", 6), stood("D", "lab", 2), slug="two")
ONE = contest(1, won("E", "con", 9), stood("F", "lab", 5), slug="one")  # 9 - 5 + 1 = 5


def whole(*wards: object, **known: object) -> Election:
    found = election(*wards, **known)  # type: ignore[arg-type]
    return replace(found, kind="all", seats_total=sum(w.seats for w in found.wards))


def test_a_dear_second_seat_is_not_taken_where_a_cheaper_ward_is_left() -> None:
    # C beats B for 7 - 6 + 1 = 2, D beats A as well for 9 - 2 + 1 = 8, F beats E for 5; two seats of three are control
    assert cost(whole(TWO, ONE), "lab") == [(1, 2, "B"), (1, 5, "E")]
    # were F to need 9 - 2 + 1 = 8 as well, both seats of the one ward would be cheaper
    dear = contest(1, won("E", "con", 9), stood("F", "lab", 2), slug="one")
    assert cost(whole(TWO, dear), "lab") == [(2, 8, "B; A")]


def test_other_choices_are_counted_and_the_first_ward_is_chosen() -> None:
    wards = [replace(ONE, slug=f"w-{n}") for n in range(3)]
    (route,) = routes(whole(*wards), "lab")
    assert [(step.ward, step.voters) for step in route.steps] == [("w-0", 5), ("w-1", 5)]
    assert route.others == 2


def test_a_seat_that_comes_with_another_costs_nothing_more() -> None:
    level = contest(2, won("A", "con", 9), won("B", "con", 9), stood("C", "lab", 6), stood("D", "lab", 6))
    assert cost(whole(level), "lab") == [(2, 4, "A; B")]
    assert cost(whole(level), "con") == [(-2, 4, "A; B")]


def test_an_opponent_who_is_elected_must_rise_too() -> None:
    # Con polls highest, so that Labour's next seat would come from the Liberal Democrat. Con is out only where two
    # others poll more than 9: Lab for 5 and the Liberal Democrat, elected with 7, for 3; or Lab alone with both for 9.
    ward = contest(2, won("A", "con", 9), won("B", "ld", 7), stood("C", "lab", 5), stood("D", "lab", 1))
    safe = contest(1, won("E", "con", 1), slug="safe", status="unopposed")
    (route,) = routes(whole(ward, safe), "con")
    assert route.voters == 8
    assert [(slate.party, slate.voters) for slate in route.steps[0].slates] == [("ld", 3), ("lab", 5)]
    assert [c.name for c in route.steps[0].beats] == ["A"]


def test_a_declaration_against_the_votes_has_nothing_to_offer_and_is_named() -> None:
    # B is declared elected with 290 to A's 300: nobody knows which of the figures is wrong
    ward = contest(1, stood("A", "con", 300), won("B", "lab", 290), stood("C", "ld", 100))
    found = control(whole(ward), "con")
    assert [(route.voters, route.most) for route in found.totals.routes] == [(None, 0)]
    assert any("fewer votes than somebody not elected: ward." in one.text(Slugs()) for one in found.remarks)
    (route,) = routes(whole(ward), "lab")
    assert route.voters is None


def test_independents_are_slates_of_one() -> None:
    ward = contest(2, won("A", "con", 9), won("B", "con", 8), stood("C", "ind", 7), stood("D", "ind", 6))
    council = whole(ward, contest(1, won("E", "con", 1), slug="safe", status="unopposed"))
    # both seats must go: C for 3 and D for 4, who cannot share their voters
    (route,) = routes(council, "con")
    assert (route.needed, route.voters) == (2, 7)
    assert route.steps[0].slates == (Slate("ind", 3, "C"), Slate("ind", 4, "D"))
    with pytest.raises(WardcheckError, match="independents are each a party of one"):
        routes(council, "ind")
    assert [route.party for route in routes(council)] == ["con"]


def test_a_vote_that_a_lot_added_is_none() -> None:
    tie = TieBreak(8, ("A", "B"), "A", "lot", vote_added=True)
    ward = contest(1, won("A", "con", 9), stood("B", "lab", 8), tie_break=tie)
    assert cost(whole(ward), "lab") == [(1, 1, "A")]


def test_an_unopposed_ward_offers_nothing() -> None:
    safe = contest(2, won("A", "con", None), won("B", "con", None), status="unopposed", slug="safe")
    (route,) = routes(whole(safe, ONE), "lab")
    assert (route.needed, route.most, route.voters, route.steps) == (2, 1, None, ())
    assert control(whole(safe, ONE), "lab") == []
    # two of three is control still, so that nothing can end it
    assert routes(whole(safe, ONE)) == []


def test_seats_that_were_not_up_stay_as_they_are() -> None:
    found = replace(whole(ONE), kind="thirds", seats_total=3, continuing={"con": 1, "lab": 1})
    assert cost(found, "lab") == [(1, 5, "E")]
    assert cost(found, "con") == [(-1, 5, "E")]


def test_no_overall_control_has_nobody_to_lose_it() -> None:
    found = whole(ONE, contest(1, won("G", "lab", 4), stood("H", "con", 2), slug="other"))
    assert [(route.party, route.aim, route.voters) for route in routes(found)] == [
        ("con", "gain", 3),
        ("lab", "gain", 5),
    ]


def test_hopeless_is_over_half_of_those_who_voted_in_any_ward_of_it() -> None:
    """By hand. 100 papers in each of two wards for one seat; both seats are control of 2, one ends it.

    Lab needs 20 - 9 + 1 = 12 and 60 - 10 + 1 = 51, which is over half of 100; 50 would not be. LD needs 20 - 15 + 1 = 6
    and 60 - 11 + 1 = 50. Con loses its two seats' control with 6 further voters, for LD, which is cheapest. Though Lab
    has 63 of 200 papers together, its harder ward is what makes it hopeless.
    """
    small = contest(
        1, won("A", "con", 20), stood("B", "lab", 9), stood("C", "ld", 15), slug="s", ballots=Ballots(valid=100)
    )
    large = contest(
        1, won("D", "con", 60), stood("E", "lab", 10), stood("F", "ld", 11), slug="l", ballots=Ballots(valid=100)
    )
    found = control(whole(small, large))
    assert [(r.party, r.scenario_voters, r.hopeless) for r in found] == [("con", 6, False), *[("ld", 56, False)] * 2]
    assert [one.text(Slugs()) for one in found.totals.notes[1:]] == [
        "1 hopeless way left out: it needs more further voters in one of its wards than half of those who voted there, "
        "63 in all. --every has them."
    ]
    every = control(whole(small, large), every=True)
    assert [(r.party, r.voters, r.voters_pct, r.hopeless) for r in every[3:]] == [
        ("lab", 12, 12.0, True),
        ("lab", 51, 51.0, True),
    ]
    # with 90 papers LD's 50 are over half too, and nobody's way is left but that to end control
    fewer = contest(
        1, won("D", "con", 60), stood("E", "lab", 10), stood("F", "ld", 11), slug="l", ballots=Ballots(valid=90)
    )
    assert [row.party for row in control(whole(small, fewer))] == ["con"]
    assert {row.party for row in control(whole(small, fewer), "lab")} == {"lab"}
    # where papers are unknown the fewest that the 81 votes can be on, for one seat, are 81: 51 and 50 are over half
    unknown = contest(1, won("D", "con", 60), stood("E", "lab", 10), stood("F", "ld", 11), slug="l")
    assert [row.party for row in control(whole(small, unknown))] == ["con"]


def test_without_the_other_seats_it_stops() -> None:
    found = replace(whole(ONE, slug="town-2018"), kind="thirds", seats_total=3)
    report = control(found)
    assert (list(report), report.answered) == ([], False)
    (why,) = report.remarks
    assert why.text(Slugs()).startswith("town-2018: control cannot be judged: it elects by thirds, and election.yaml")
    with pytest.raises(WardcheckError, match=r"^town-2018: control cannot be judged: it elects by thirds"):
        routes(found)


# -- the knapsack ------------------------------------------------------------------------------------------


def test_offers_that_are_never_worth_it() -> None:
    offers = [Offer(1, 5, "a"), Offer(2, 5, "b"), Offer(3, 9, "c"), Offer(3, 8, "d"), Offer(4, 20, "e")]
    assert [offer.what for offer in worthwhile(offers)] == ["b", "d", "e"]


def test_nothing_needed_and_nothing_possible() -> None:
    assert cheapest([[Offer(1, 5, "a")]], 0) == (0, [], 1)
    assert cheapest([[Offer(1, 5, "a")]], 2) is None
    assert cheapest([], 1) is None


def test_fewer_groups_are_chosen_of_selections_as_cheap() -> None:
    groups = [[Offer(1, 2, "a")], [Offer(1, 3, "b")], [Offer(2, 5, "c")]]
    found = cheapest(groups, 2)
    assert found is not None
    assert (found.voters, [offer.what for offer in found.chosen], found.ways) == (5, ["c"], 2)


@pytest.mark.parametrize(
    ("slug", "voters", "wards"), [("wandsworth-2018", 151, 4), ("barnet-2018", 302, 4), ("barnet-2014", 69, 1)]
)
def test_voters_who_change_sides(shipped: Store, slug: str, voters: int, wards: int) -> None:
    # Wandsworth by hand: 10 // 2 + 1 = 6, 30 // 2 + 1 = 16, 62 // 2 + 1 = 32, 193 // 2 + 1 = 97, together 151
    (route,) = routes(shipped.election(slug), "lab", "switched")
    assert (route.voters, len(route.steps), route.by) == (voters, wards, "switched")


def test_who_leaves_which_slate() -> None:
    # Labour's 10 are to be more than 14 and 12. With 2 more they are 12, and 3 + 1 would have to leave the others; with
    # 3 more they are 13, and 2 leave the Conservative, so that the third may leave whom they will
    council = election(contest(1, won("A", "con", 14), stood("B", "ld", 12), stood("C", "lab", 10)), seats_total=1)
    (route,) = routes(council, "lab", "switched")
    (step,) = route.steps
    assert (step.voters, step.slates) == (3, (Slate("lab", 3),))
    assert step.left == (Slate("con", 3),)
    assert [c.name for c in step.beats] == ["A"]


def test_nobody_leaves_a_slate_that_has_fewer_voters() -> None:
    # Labour's 2 are to be more than 9. The other Conservative polled 1, so that one voter at most had the whole slate:
    # 9 - 1 = 8 are left, and it takes 2 + 7 = 9, six of them from the Liberal Democrat
    council = election(
        contest(1, won("A", "con", 9), stood("C", "con", 1), stood("D", "ld", 8), stood("B", "lab", 2)), seats_total=1
    )
    (route,) = routes(council, "lab", "switched")
    (step,) = route.steps
    assert (step.voters, step.left) == (7, (Slate("con", 1), Slate("ld", 6)))


def test_both_kinds_of_voters_are_shown_each_with_its_name(shipped: Store) -> None:
    found = control(shipped.election("wandsworth-2018"), "lab", switch=True)
    kinds = {(row.by, row.scenario_voters) for row in found}
    assert kinds == {("further", 299), ("switched", 151)}
    assert {row.slates_left for row in found if row.by == "further"} == {""}
    assert [row.slates_left for row in found if row.by == "switched"] == ["con 6", "con 16", "con 32", "con 97"]
    said = [remark.text(Slugs()) for remark in found.remarks]
    assert said[1].startswith("lab, 26 seats, 5 short of control: 299 further voters")
    assert said[2] == (
        "lab, 26 seats, 5 short of control: 151 voters who switch from candidates of others to all its candidates in 4 "
        "wards would have won them."
    )
