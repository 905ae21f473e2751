"""The sentence that says why, for statements put together in every way."""

from __future__ import annotations

import pytest

from claims.examples import judged
from wardcheck.model import Ward
from wardcheck.store import Store

TRUE = "{figure: {metric: margin, election: barnet-2018, ward: hale, measure: seat}, is: 652}"
FALSE = "{figure: {metric: margin, election: barnet-2018, ward: hale, measure: seat}, under: 9}"
OPEN = "{figure: {metric: seats, election: nowhere-2018, party: lab}, is: 1}"
ROSE = "{figure: {metric: votes-change, election: barnet-2018, ward: burnt-oak, party: lab}, rose: true}"
FELL = ROSE.replace("rose", "fell")
BURNT_OAK = "Lab change in votes"
BY_SUM = "by sum +59 (holds), by top -182 (fails), by mean and per_seat +19 (holds)"
BY_TOP = "by sum +59 (fails), by top -182 (holds), by mean and per_seat +19 (fails)"

CASES = [
    ("all-of", [TRUE, TRUE], "holds", "Both statements are true: margin: by seat 652; margin: by seat 652."),
    ("all-of", [TRUE] * 3, "holds", "All 3 statements are true: " + "; ".join(["margin: by seat 652"] * 3) + "."),
    ("any-of", [FALSE, TRUE], "holds", "Statement 2 of 2 is true, which is enough: margin: by seat 652."),
    (
        "any-of",
        [FALSE, TRUE, TRUE],
        "holds",
        "Statements 2 and 3 of 3 are true, which is enough: margin: by seat 652; margin: by seat 652.",
    ),
    ("all-of", [TRUE, FALSE], "fails", "Statement 2 of 2 is not true: margin: said under 9, found by seat 652."),
    (
        "any-of",
        [FALSE, FALSE],
        "fails",
        "Statements 1 and 2 of 2 are not true: margin: said under 9, found by seat 652; "
        "margin: said under 9, found by seat 652.",
    ),
    (
        "any-of",
        [ROSE, FELL],
        "holds",
        f"True between them: {BURNT_OAK}: {BY_SUM}; {BURNT_OAK}: {BY_TOP}.",
    ),
    (
        "all-of",
        [ROSE, FELL],
        "fails",
        f"By no measure is it all true: {BURNT_OAK}: said rose, found {BY_SUM}; "
        f"{BURNT_OAK}: said fell, found {BY_TOP}.",
    ),
    (
        "all-of",
        [ROSE, TRUE.replace("hale", "burnt-oak").replace("is: 652", "over: 9")],
        "depends",
        f"True by sum, mean and per_seat, false by top: {BURNT_OAK}: said rose, found {BY_SUM}.",
    ),
    (
        "all-of",
        [TRUE, OPEN],
        "undecidable",
        "Statement 2 of 2 is not decided: Lab seats, nowhere-2018: said 1, found nowhere-2018 is not in the store; "
        "the rest holds: margin in Hale, Barnet 2018: by seat 652.",
    ),
    (
        "any-of",
        [FALSE, OPEN],
        "undecidable",
        "Statement 2 of 2 is not decided: Lab seats, nowhere-2018: said 1, found nowhere-2018 is not in the store.",
    ),
]


@pytest.mark.parametrize(("how", "parts", "verdict", "why"), CASES)
def test_why(how: str, parts: list[str], verdict: str, why: str, shipped: Store) -> None:
    row = judged(f"{how}: [{', '.join(parts)}]", shipped)
    assert (row.verdict, row.why) == (verdict, why)


def test_a_measure_that_decides_and_one_that_does_not(shipped: Store) -> None:
    row = judged("figure: {metric: turnout, election: barnet-2018}\nis: 43.7", shipped)
    assert row.verdict == "undecidable"
    assert row.found == "ballot-box: 44.2 %: fails | valid: between 41.6 % and 44.2 %: undecidable"
    assert row.why == (
        "Turnout, Barnet 2018: said 43.7 %, found by ballot-box 44.2 % (fails), "
        "by valid: between 41.6 % and 44.2 % (undecidable; valid papers are not in the store)."
    )


def test_measures_of_closeness_stand_with_those_of_the_figure(shipped: Store) -> None:
    # High Barnet: 1 vote; East Barnet: 30 of 5,604 papers
    first = "{figure: {metric: margin, election: barnet-2018, ward: high-barnet}, first: {among: wards, order: least}}"
    close = "{figure: {metric: margin, election: barnet-2018, ward: east-barnet}, narrow: true}"
    row = judged(f"all-of: [{first}, {close}]", shipped)
    assert row.measure == "seat, party, in-votes, in-papers"
    assert row.found == (
        "in-votes with seat, party: 1 (next: childs-hill 2); 30 | "
        "in-papers with seat, party: 1 (next: childs-hill 2); 0.54 % of papers"
    )
    assert row.why == (
        "Both statements are true: margin in High Barnet: by seat and party 1 (next: Childs Hill 2); "
        "margin in East Barnet: by in-votes with seat and party 30, by in-papers with seat and party 0.54 % of papers."
    )


EVERY = "figure: {{metric: margin, election: {}, ward: every, measure: seat}}\nunder: 700"


def test_three_wards_are_named_and_the_others_counted(shipped: Store) -> None:
    row = judged(EVERY.format("barnet-2018"), shipped)
    wide = [
        (ward.slug, margin) for ward in shipped.election("barnet-2018").wards if (margin := seat_margin(ward)) >= 700
    ]
    assert len(wide) > 3
    assert row.found == f"not so in {len(wide)} of 21 wards: " + ", ".join(f"{slug} {votes:,}" for slug, votes in wide)
    names = {ward.slug: ward.name for ward in shipped.election("barnet-2018").wards}
    three = ", ".join(f"{names[slug]} {votes:,}" for slug, votes in wide[:3])
    assert row.why == (
        "Margin in every ward, Barnet 2018: said under 700, "
        f"found by seat: not so in {len(wide)} of 21 wards: {three} and {len(wide) - 3} more."
    )


def seat_margin(ward: Ward) -> int:
    """The last elected over the first not elected, from the ward file."""
    votes: dict[bool, list[int]] = {True: [], False: []}
    for candidacy in ward.candidates:
        votes[candidacy.elected].append(candidacy.votes or 0)
    return min(votes[True]) - max(votes[False])


def test_a_number_of_wards_within_bounds_says_what_is_missing(shipped: Store) -> None:
    # no ward file of Barnet 2014 has its papers
    tally = "number-of-wards: {figure: {metric: split-papers, election: barnet-2014, ward: every}, over: 9}\nmany: true"
    assert judged(tally, shipped).why == (
        "Wards in which papers split between parties, Barnet 2014: over 9: said many (half or more), found between 0 "
        "and 21 of 21 wards (not known of 21, the first Brunswick Park (no papers of all parties in Brunswick Park "
        "are known))."
    )


def test_a_relation_says_which_figure_its_wards_lack(shipped: Store) -> None:
    # the census that ships is of London, and UKIP stood in 9 of the 21 wards of Barnet in 2014
    derby = "relation: {{election: derby-2018, party: lab, with: it, column: jewish/residents, {}}}"
    why = judged(derby.format("where-high: fell"), shipped).why
    assert why.endswith(": not known of 17 of 17 wards (not in london-wards-2011.csv).")
    why = judged(derby.format("sign: positive"), shipped).why
    assert why.endswith("undefined across the wards that have both figures (left out, not in london-wards-2011.csv).")
    withdrew = "relation: {election: barnet-2018, party: lab, with-party: con, withdrew: ukip, where-high: fell}"
    assert "not known of 13 of 21 wards (12 wards: UKIP did not stand in Barnet 2014, 1 ward: UKIP stood again" in (
        judged(withdrew, shipped).why
    )


def test_where_nothing_is_high_nothing_is_known_of_there(shipped: Store) -> None:
    # nobody of Reform stood either time: its share changed by 0 in all wards, and none is above the median of 0
    row = judged("relation: {election: derby-2018, party: lab, with-party: reform, where-high: fell}", shipped)
    assert (row.verdict, row.found) == ("undecidable", "no ward is above the median of 0.0")


def test_how_many_times_within_bounds(shipped: Store) -> None:
    # of valid papers turnout was between 41.6 and 44.2 % in 2018 and between 38.8 and 41.8 % in 2014
    # and so from 41.6 / 41.8 to 44.2 / 38.8 times
    times = "{of: {metric: turnout, election: barnet-2014}, under: 1.2}"
    row = judged(f"measure: valid\nfigure: {{metric: turnout, election: barnet-2018}}\ntimes: {times}", shipped)
    assert (row.verdict, row.found) == (
        "holds",
        "between 41.6 % and 44.2 % beside between 38.8 % and 41.8 % (between 1.00 and 1.14 times)",
    )


def test_a_party_has_its_name_where_it_did_not_stand(shipped: Store) -> None:
    swing = "figure: {metric: swing, election: barnet-2010, party: ukip, against: lab, measure: top}"
    row = judged(f"{swing}\nrose: true", shipped)
    assert row.why.startswith("UKIP swing from Lab, barnet-2010: by top: barnet-2010 is not in the store")


def test_a_by_election_is_not_compared_with_a_whole_council(shipped: Store) -> None:
    # two of the 21 wards polled in May 2021; Barnet 2018 polled in all
    change = "{metric: votes-change, election: barnet-by-2021-05-06, from: barnet-2018, party: reform, measure: top}"
    assert judged(f"figure: {change}\nrose: true", shipped).why == (
        "Reform change in votes, Barnet 2018 to Barnet 2021-05-06: by top: 19 wards of Barnet 2018 had no poll in "
        "Barnet 2021-05-06."
    )


def test_seats_that_were_not_up_are_said_to_be_of_the_years_of_the_cycle(shipped: Store) -> None:
    row = judged("figure: {metric: seats, election: burnley-2022, party: lab}\nover: 20", shipped)
    assert row.verdict == "fails"
    assert row.why.endswith("found 18 (of 45, those not up as last elected in 2019 and 2021).")


def test_a_change_of_seats_says_whether_it_is_of_those_up_or_of_the_council(shipped: Store) -> None:
    figure = "figure: {metric: seats-change, election: stockport-2022, party: ld"
    assert judged(f"{figure}}}\nis: 2", shipped).why.endswith("found +2 (of the seats that were up).")
    since = judged(f"{figure}, from: stockport-2019}}\nis: 1", shipped).why
    assert since.endswith("found +1 (of the whole council after Stockport 2019 and after Stockport 2022).")
