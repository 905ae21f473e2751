"""In how many wards something is true, what is first among others, and figures of several elections together."""

from __future__ import annotations

from fractions import Fraction

import pytest
from analysis.builders import contest, election, stood, won
from conftest import MakeStore

from claims.examples import HEAD, judged, problems_of
from wardcheck.analysis.change_by_ward import change_by_ward
from wardcheck.analysis.margins import margins
from wardcheck.claims.found import Span
from wardcheck.claims.ward_figures import in_papers
from wardcheck.model import Ballots
from wardcheck.store import Store, open_store

UP = (
    "number-of-wards: {figure: {metric: votes-change, election: barnet-2018, party: PARTY, measure: MEASURE}, "
    "rose: true}"
)


@pytest.mark.parametrize("party", ["con", "lab", "ld", "ukip"])
@pytest.mark.parametrize("measure", ["sum", "top"])
def test_as_many_as_the_rows_of_change(party: str, measure: str, shipped: Store) -> None:
    then, now = (shipped.election(slug) for slug in ("barnet-2014", "barnet-2018"))
    rows = [row for row in change_by_ward(then, now, measure="all") if (row.party, row.measure) == (party, measure)]
    up = sum((row.votes_change or 0) > 0 for row in rows)
    statement = UP.replace("PARTY", party).replace("MEASURE", measure)
    assert judged(f"{statement}\nis: {up}", shipped).verdict == "holds"
    assert judged(f"{statement}\nover: {up}", shipped).verdict == "fails"
    row = judged(f"{statement}\nmany: true", shipped)
    assert row.verdict == ("holds" if 2 * up >= 21 else "fails")
    assert row.found.startswith(f"{up} of 21 wards")


def test_wards_that_cannot_be_told_leave_bounds(make_store: MakeStore) -> None:
    """Papers of one of three wards are unknown: it may be among those with a high turnout, or not."""
    wards = [
        contest(1, won("A", "con", 60), stood("B", "lab", 40), slug=slug, electorate=200, ballots=ballots)
        for slug, ballots in (
            ("abbey", Ballots(at_count=110)),
            ("bridge", Ballots(at_count=100)),
            ("castle", Ballots()),
        )
    ]
    store = open_store(make_store(election(*wards, slug="town-2018", kind="all")))
    figure = "number-of-wards: {figure: {metric: turnout, election: town-2018, measure: ballot-box}, over: 50}\n"
    for said, verdict in (("is: 1", "undecidable"), ("at-least: 1", "holds"), ("over: 2", "fails"), ("is: 0", "fails")):
        row = judged(figure + said, store)
        assert (row.verdict, row.found) == (verdict, "between 1 and 2 of 3 wards: abbey"), said


@pytest.mark.parametrize("within", [1, 2, 5, 21])
def test_one_of_the_first(within: int, shipped: Store) -> None:
    rows = sorted(margins(shipped.election("barnet-2018")), key=lambda row: row.margin or 0)
    for place, row in enumerate(rows, 1):
        figure = f"{{metric: margin, election: barnet-2018, ward: {row.ward}, measure: seat}}"
        first = f"{{among: wards, order: least, within: {within}}}"
        found = judged(f"figure: {figure}\nfirst: {first}", shipped)
        assert found.verdict == ("holds" if place <= within else "fails"), (row.ward, place)


def test_an_unknown_one_may_be_among_the_first(shipped: Store) -> None:
    """Of the councils that fit one is not in the store: it may be ahead, and 3 are not known to be the first 3."""
    figure = "figure: {metric: margin, election: barnet-2018, ward: childs-hill, measure: seat}\n"
    first = 'first: {among: wards, order: least, elections: "barnet-2018", count: 2, within: WITHIN}'
    assert judged(figure + first.replace("WITHIN", "1"), shipped).verdict == "fails"  # High Barnet is ahead whatever
    assert judged(figure + first.replace("WITHIN", "3"), shipped).verdict == "undecidable"


def test_each_place_and_each_person(shipped: Store) -> None:
    # 21 wards with three Labour candidates both times; 24 of the same name and ward in the published files,
    # and O'Macauley of Burnt Oak, who is O-Macauley in the later one
    figure = "figure: {metric: METRIC, election: barnet-2018, ward: every, party: lab, KEY: every}\nover: -1000"
    row = judged(figure.replace("METRIC", "place-votes-change").replace("KEY", "place"), shipped)
    assert (row.verdict, row.found) == ("holds", "so of all 63 candidates")
    row = judged(figure.replace("METRIC", "person-votes-change").replace("KEY", "candidate"), shipped)
    assert (row.verdict, row.found) == ("holds", "so of all 25 candidates")


def test_a_name_with_initials_may_be_one_that_stood_before(shipped: Store) -> None:
    # by hand, May Bank: John Tagg (con) 1,244 in 2018 and Tagg J. 1,081 in 2022
    scope = "election: newcastle-under-lyme-2022, from: newcastle-under-lyme-2018, party: con"
    tagg = f"figure: {{metric: person-votes-change, {scope}, ward: may-bank, candidate: Tagg J.}}\nfell: true"
    row = judged(tagg, shipped)
    assert row.verdict == "undecidable"
    assert row.found == "Tagg J. may be John Tagg of newcastle-under-lyme-2018, and names alone do not tell"
    every = f"figure: {{metric: person-votes-change, {scope}, ward: every, candidate: every}}\nrose: true"
    assert judged(every, shipped).verdict == "undecidable"


def test_nothing_is_so_of_none(shipped: Store) -> None:
    # no candidate of the party stood in any ward
    figure = "figure: {metric: person-votes-change, election: barnet-2018, ward: every, party: bnp, candidate: every}"
    row = judged(f"{figure}\nrose: true", shipped)
    assert (row.verdict, row.found) == ("undecidable", "there are none of these candidates")


def test_several_elections_are_the_sum_of_each(shipped: Store) -> None:
    chosen = 'elections: ["barnet-2018", "sutton-2018"]'
    votes = "figure: {metric: votes, PLACE, party: ld, measure: sum}\nis: 0"
    alone = [judged(votes.replace("PLACE", f"election: {slug}-2018"), shipped).found for slug in ("barnet", "sutton")]
    together = judged(votes.replace("PLACE", chosen), shipped).found
    assert int(together.replace(",", "")) == sum(int(one.replace(",", "")) for one in alone)


def test_percent_of_papers_is_bounded_by_the_votes() -> None:
    # 3 seats, 900 votes, 400 of them for the best: between 400 and 900 papers
    unknown = contest(3, won("A", "con", 400), won("B", "con", 300), won("C", "con", 150), stood("D", "lab", 50))
    note = "papers are not in the store"
    assert in_papers(Span(100, 100), [unknown]) == Span(Fraction(100, 9), Fraction(25), note)
    counted = contest(1, won("A", "con", 60), stood("B", "lab", 40), ballots=Ballots(valid=100))
    assert in_papers(Span(20, 20), [counted]) == Span(Fraction(20), Fraction(20))
    assert in_papers(Span(20, 20), [counted, unknown]) == Span(Fraction(2), Fraction(4), note)


@pytest.mark.parametrize(
    ("statement", "message"),
    [
        ("number-of-wards: {figure: {metric: margin, election: barnet-2018}, over: 5}",
         "3: number-of-wards: expected one word of numbers said of it, got none of them"),
        ("number-of-wards: {figure: {metric: margin, election: barnet-2018}, over: 5}\nis: 4\nmany: true",
         "3: number-of-wards: expected one word of numbers said of it, got is and many"),
        ("number-of-wards: {figure: {metric: margin, election: barnet-2018}, over: 5}\nis: true",
         "4: is: expected a number, got true"),
        ("figure: {metric: covariate, ward: hale, column: jewish}\nis: 4",
         "3: figure.metric: expected election beside covariate (or in scope), got none"),
        ("number-of-wards: {figure: {metric: margin, election: barnet-2018, ward: hale}, over: 5}\nis: 4",
         "3: number-of-wards: expected a figure of every ward, and no rank"),
        ("number-of-wards: {figure: {metric: control, election: barnet-2018, party: con}, is: true}\nis: 4",
         "expected a figure of one ward, as scope has it, got control"),
        ("figure: {metric: votes, elections: barnet-2018, ward: hale, party: con}\nis: 4",
         "expected no ward beside several elections"),
        ("figure: {metric: person-votes-change, election: barnet-2018, ward: every, party: lab, candidate: A}\nis: 4",
         "expected one ward for a candidate, got every"),
        ("figure: {metric: covariate, election: barnet-2018, column: jewsh}\nis: 4", "got jewsh"),
        ("figure: {metric: covariate, election: barnet-2018, column: jewish, ward: hale}\n"
         "first: {among: councils, order: most}", "expected wards or parties, or a covariate of a council"),
        ("relation: {election: barnet-2018, party: lab, with: it, column: jewish, beyond: true}",
         "expected sign beside it, got none"),
        ("relation: {election: barnet-2018, party: lab, with: it, column: jewish, sign: positive, where-high: fell}",
         "expected sign or where-high, got both"),
        ("relation: {election: barnet-2018, party: lab, with: it, where-high: fell}",
         "expected column or with-party beside where-high, got neither"),
    ],
)  # fmt: skip
def test_slips(statement: str, message: str, shipped: Store) -> None:
    found = problems_of(HEAD + "".join(f"  {line}\n" for line in statement.splitlines()), shipped)
    assert any(message in problem for problem in found), found
