"""One statement of every kind, with figures known from elsewhere, and how statements and measures are put together."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from itertools import product

import pytest
from analysis.builders import contest, election, stood, won
from conftest import MakeStore
from hypothesis import given
from hypothesis import strategies as st

from claims.examples import HEAD, claims_of, judged
from wardcheck.claims.found import Span
from wardcheck.claims.judged import working
from wardcheck.claims.metrics import METRICS
from wardcheck.claims.phrases import beside_phrase
from wardcheck.claims.verdict import every, some, verdict_of
from wardcheck.store import Store, open_store

TRUTHS = (True, False, None)

CASES = [
    ("margin, election: barnet-2018, ward: high-barnet", "is: 1", "holds", "1"),
    ("margin, election: hertsmere-2019, ward: borehamwood-kenilworth", "is: 0", "depends",
     "seat: 0: holds | party: 3: fails"),
    ("margin-pct, election: barnet-2018, ward: high-barnet", "is: 0.02 %", "holds", "0.02 %"),
    # 242 votes; 776 + 765 + 523 + 238 + 175 = 2,477 votes for two seats are on 1,239 to 2,477 papers
    ("margin-pct, election: hertsmere-2019, ward: shenley", "under: 50 %", "holds", "between 9.8 % and 19.5 %"),
    ("margin-pct, election: hertsmere-2019, ward: shenley", "over: 15 %", "undecidable", "between 9.8 % and 19.5 %"),
    # as many decimals as show why: 652 of 6,119 papers are 10.6553 %
    ("margin-pct, election: barnet-2018, ward: hale", "under: 20 %", "holds", "10.7 %"),
    ("margin-pct, election: barnet-2018, ward: hale", "under: 10.66 %", "holds", "10.655 %"),
    ("margin-pct, election: barnet-2018, ward: hale", "at-least: 10.7 %", "fails", "10.66 %"),
    ("by-lot, election: barnet-2018, ward: high-barnet", "is: false", "holds", "no"),
    # 28 seats after 2022 and 27 after 2019; since 2018, when the same seats were up, 2 more
    ("seats-change, election: stockport-2022, from: stockport-2019, party: ld", "is: 1", "holds", "+1"),
    ("seats-change, election: stockport-2022, party: ld", "is: 2", "holds", "+2"),
    ("seats-change, election: stockport-2022, from: stockport-2014, party: ld", "rose: true", "undecidable", None),
    ("shortfall, election: barnet-2018, ward: childs-hill, party: C", "is: 2", "holds", "2"),
    ("shortfall, election: barnet-2018, ward: hale, party: con", "is: 2", "fails",
     "con had no further candidate in hale for a seat of another party"),
    ("shortfall, election: barnet-2018, ward: hale, party: duma-polska-polish-pride", "is: 2", "fails",
     "duma-polska-polish-pride did not stand in hale"),
    ("candidate-votes, election: barnet-2018, ward: hale, candidate: Rachel Barker", "is: 2347", "holds", "2,347"),
    ("elected, election: barnet-2018, ward: hale, candidate: Rachel Barker", "is: true", "fails", "no"),
    ("behind, election: barnet-2018, ward: hale, candidate: Rachel Barker", "is: 652", "holds", "652"),
    ("behind, election: barnet-2018, ward: hale, candidate: Elliot Simberg", "narrow: true", "fails",
     "Elliot Simberg was elected"),
    ("lost-lot, election: sutton-2018, ward: belmont, candidate: Jane Pascoe", "is: false", "holds", "no"),
    ("votes, election: barnet-2018, party: con, measure: sum", "is: 146198", "holds", "146,198"),
    ("votes, election: barnet-2018, party: reform, measure: sum", "is: 0", "holds", "0"),
    ("share, election: barnet-2018, ward: golders-green, party: con, measure: sum", "is: 67.7", "holds", "67.7 %"),
    ("candidates, election: barnet-2018, party: green", "is: 27", "holds", "27"),
    ("votes-change, election: barnet-2018, ward: burnt-oak, party: lab", "rose: true", "depends",
     "sum: +59: holds | top: -182: fails | mean, per_seat: +19: holds"),
    ("votes-change-pct, election: barnet-2018, ward: hale, party: ukip", "rose: true", "fails",
     "ukip had no votes in hale in barnet-2014"),
    ("share-change, election: barnet-2018, party: con, measure: sum", "rose: true", "holds", "+5.2 points"),
    ("seats, election: derby-2018, party: lab", "is: 5", "undecidable", None),
    ("seats-change, election: barnet-2018, party: lab", "is: -5", "holds", "-5"),
    ("seats-change, election: barnet-2014, party: lab", "is: -5", "undecidable",
     "the store has no election before barnet-2014"),
    ("seats-change, election: barnet-2018, from: barnet-2010, party: lab", "is: -5", "undecidable",
     None),
    ("seats, election: nowhere-2019, party: lab", "is: 5", "undecidable",
     "nowhere-2019 is not in the store"),
    ("seats-change, election: redbridge-2018, ward: clayhall, party: con", "fell: true", "undecidable", None),
    ("gained, election: barnet-2018, party: con", "is: 6", "holds", "6"),
    ("lost, election: barnet-2018, party: lab", "is: 6", "holds", "6"),
    ("gained, election: redbridge-2018, party: lab", "over: 10", "undecidable", None),
    # 16 of 17 wards can be followed, in which they gained 3; the LD have the seat of the other, Littleover
    ("gained, election: derby-2018, from: derby-2014, party: con", "at-least: 3", "holds", "3"),
    ("gained, election: derby-2018, from: derby-2014, party: ld", "is: 1", "undecidable", "between 0 and 1"),
    ("gained, election: derby-2018, from: derby-2014, party: ld", "at-most: 1", "holds", "between 0 and 1"),
    # who had the seat that was up in Littleover is not known, where two were filled in 2014
    ("lost, election: derby-2018, from: derby-2014, party: lab", "over: 2", "holds", "between 3 and 4"),
    ("lost, election: derby-2018, from: derby-2014, party: lab", "over: 3", "undecidable", "between 3 and 4"),
    ("lost, election: derby-2018, from: derby-2014, party: lab", "over: 4", "fails", "between 3 and 4"),
    # both stood twice in 11 of 22 wards
    ("swing, election: bromley-2018, party: con, against: ukip, measure: top", "rose: true", "undecidable", None),
    ("majority, election: barnet-2018, party: con", "is: 13", "holds", "13"),
    ("control, election: barnet-2018, party: lab", "is: true", "fails", "no"),
    ("voters-to-control, election: wandsworth-2018, party: lab", "is: 299", "depends",
     "further: 299: holds | switched: 151: fails"),
    ("voters-to-lose-control, election: wandsworth-2018, party: con, measure: further", "is: 78", "holds", "78"),
    ("voters-to-lose-control, election: wandsworth-2018, party: lab, measure: further", "is: 78", "fails",
     "lab had no control"),
    # 1,544 and 1,463 of 5,017; Canary Wharf 869 and 801 of 3,063
    ("gap-to-third, election: barnet-2014, ward: childs-hill, measure: top", "is: 81", "holds", "81"),
    ("gap-to-third-pct, election: barnet-2014, ward: childs-hill, measure: top", "is: 1.61", "holds", "1.61 points"),
    ("gap-to-third, election: tower-hamlets-2014, ward: canary-wharf, measure: top", "is: 68", "holds", "68"),
    ("person-votes-change, election: barnet-2018, ward: hendon, party: lab, candidate: David Beere", "is: -6", "holds",
     "-6"),
    ("person-votes-change, election: barnet-2018, ward: hale, party: lab, candidate: Rachel Barker", "rose: true",
     "fails",
     "Rachel Barker did not stand for lab in hale both times"),
    ("place-votes-change, election: barnet-2018, ward: west-finchley, party: lab, place: 3", "is: -44", "holds", "-44"),
    ("place-votes-change, election: barnet-2018, ward: hale, party: green, place: 2", "rose: true", "fails",
     "green had not 2 candidates in hale both times"),
    ("split-papers, election: barnet-2018", "at-least: 2150", "holds", "between 2,150 and 107,310"),
    ("split-papers, election: barnet-2018, ward: east-barnet", "at-least: 132", "undecidable", "between 131 and 5,604"),
    ("split-papers, election: barnet-2018, ward: east-barnet, party: green", "at-least: 84", "holds",
     "between 84 and 498"),
    ("covariate, election: barnet-2018, ward: childs-hill, column: jewish/residents", "is: 16.93", "holds", "16.93 %"),
    ("covariate, election: redbridge-2018, column: jewish/residents", "one-in: 27", "holds", "3.7 %"),
    ("covariate, column: jewish", "is: 148436", "holds", "148,436"),
    ("share, election: barnet-2018, party: lab, measure: sum", "between: [40 %, 41%]", "holds", "40.6 %"),
    ("share-change, election: barnet-2018, party: lab, measure: sum", "under: 1 point", "holds", "+0.92 points"),
    ("covariate, election: redbridge-2018, ward: clayhall, column: jewish", "over: 1", "undecidable", None),
    ('typical-turnout, elections: "*-2022", council-gss: "E09*", count: 32, measure: valid', "between: [34, 34.8]",
     "holds",
     "between 34.3 % and 34.7 %"),
    ('typical-turnout, elections: "*-2022", council-gss: "E09*", count: 33, measure: valid', "over: 3", "undecidable",
     "the store has 32 of 33 elections"),
    ('seats, elections: "*-2018", council-gss: "E09*", party: lab', "is: 1123", "holds", "1,123"),
    ('votes, elections: "*-2018", council-gss: "E09*", count: 99, party: lab', "over: 3", "undecidable",
     "the store has 32 of 99 elections"),
    ("margin, election: barnet-2018, ward: high-barnet, measure: seat", "narrow: false", "fails",
     "in-votes: 1 | in-papers: 0.02 % of papers"),
    ("voters-to-control, election: wandsworth-2018, party: con", "under: 9", "fails", "con had control"),
    ("voters-to-control, election: derby-2018, party: lab", "under: 9", "undecidable", None),
    ("swing, election: barnet-2018, party: con, against: lab, ward: hale, measure: sum", "is: 6.1", "holds",
     "+6.1 points"),
    ("steed-swing, election: barnet-2018, party: con, against: lab, ward: hale, measure: sum", "is: 6.6", "holds",
     "+6.6 points"),
    ("swing, election: barnet-2018, party: ukip, against: lab, ward: hale", "rose: true", "fails",
     "ukip and lab did not both stand in both elections"),
    ("turnout, election: barnet-2018, measure: ballot-box", "is: 44.2", "holds", "44.2 %"),
    ("turnout, election: barnet-2018", "over: 40", "holds", "ballot-box: 44.2 % | valid: between 41.6 % and 44.2 %"),
    ("turnout, election: barnet-2018, ward: high-barnet, measure: ballot-box", "is: 55.4", "holds", "55.4 %"),
    ("margin, election: barnet-2018, ward: every, measure: seat", "over: 0", "holds", "so in all 21 wards"),
]  # fmt: skip


@pytest.mark.parametrize(("figure", "said", "verdict", "found"), CASES, ids=[f"{c[0]}-{c[1]}" for c in CASES])
def test_one_statement(figure: str, said: str, verdict: str, found: str | None, shipped: Store) -> None:
    row = judged(f"figure: {{metric: {figure}}}\n{said}", shipped)
    assert row.verdict == verdict
    if found is not None:
        assert row.found == found


def test_every_metric_is_tried() -> None:
    assert {case[0].partition(",")[0] for case in CASES} == set(METRICS)


def test_several(shipped: Store) -> None:
    true = "{figure: {metric: by-lot, election: barnet-2018, ward: hale}, is: false}"
    false = true.replace("false", "true")
    unknown = "{figure: {metric: seats, election: nowhere-2018, party: lab}, is: 1}"
    for how, parts, verdict in [
        ("all-of", [true, true], "holds"),
        ("all-of", [true, unknown], "undecidable"),
        ("all-of", [unknown, false], "fails"),
        ("any-of", [true, unknown], "holds"),
        ("any-of", [false, unknown], "undecidable"),
        ("any-of", [false, false], "fails"),
        ("any-of", [false, f"{{all-of: [{true}]}}"], "holds"),
    ]:
        assert judged(f"{how}: [{', '.join(parts)}]", shipped).verdict == verdict, (how, parts)


def test_beside_another_figure(shipped: Store) -> None:
    figure = "figure: {metric: votes, election: barnet-2018, party: PARTY, measure: sum}\n"
    con, lab = figure.replace("PARTY", "con"), figure.replace("PARTY", "lab")
    of_lab = lab.removeprefix("figure: ").strip()
    assert judged(f"{con}more-than: {of_lab}", shipped).verdict == "holds"
    assert judged(f"{con}less-than: {of_lab}", shipped).verdict == "fails"
    assert judged(f"{con}same-as: {of_lab}", shipped).verdict == "fails"
    assert judged(f"{lab}same-as: {of_lab}", shipped).verdict == "holds"
    assert judged(f"{con}much-less-than: {of_lab}", shipped).verdict == "fails"
    assert judged(f"{con}times: {{of: {of_lab}, is: 1.16}}", shipped).verdict == "holds"
    nobody = of_lab.replace("lab", "reform")
    assert judged(f"{con}times: {{of: {nobody}, over: 2}}", shipped).verdict == "fails"


def test_one_reading_goes_through_the_whole_claim(shipped: Store) -> None:
    # by sum the one is true and the other false, by top the other way round: no reading makes both true
    statement = """
all-of:
  - {figure: {metric: votes-change, election: barnet-2018, ward: burnt-oak, party: lab}, rose: true}
  - {figure: {metric: votes-change, election: barnet-2018, ward: burnt-oak, party: lab}, fell: true}
"""
    assert judged(statement, shipped).verdict == "fails"
    assert judged(statement.replace("all-of", "any-of"), shipped).verdict == "holds"


@pytest.mark.parametrize("truths", list(product(TRUTHS, repeat=2)))
def test_and_is_or_the_other_way_round(truths: tuple[bool | None, ...]) -> None:
    turned = [None if truth is None else not truth for truth in truths]
    both = every(truths)
    assert some(turned) is (None if both is None else not both)


@given(st.lists(st.sampled_from(TRUTHS), min_size=1))
def test_verdict_of_readings(truths: list[bool | None]) -> None:
    verdict = verdict_of(truths)
    assert (verdict == "holds") == (set(truths) == {True})
    assert (verdict == "fails") == (set(truths) == {False})
    assert (verdict == "depends") == ({True, False} <= set(truths))


RELATION = "relation: {election: barnet-2018, from: barnet-2014, party: PARTY, KEY, sign: SIGN}"


@pytest.mark.parametrize(
    ("party", "key", "sign", "verdict"),
    [
        ("lab", "column: jewish/residents", "negative", "holds"),  # both intervals of each measure lie below nought
        ("lab", "column: jewish/residents", "positive", "fails"),
        ("con", "with-party: ukip", "negative", "holds"),  # r and rho are below nought, of all 21 wards
        ("con", "with-party: reform", "negative", "undecidable"),  # nobody of it stood: no relation
        ("con", "with-party: ukip, withdrew: ukip", "positive", "undecidable"),  # of some wards intervals decide
    ],
)
def test_a_relation_with_a_sign(party: str, key: str, sign: str, verdict: str, shipped: Store) -> None:
    statement = RELATION.replace("PARTY", party).replace("KEY", key).replace("SIGN", sign)
    assert judged(statement, shipped).verdict == verdict


def test_a_fact_about_all_wards_needs_no_interval(shipped: Store) -> None:
    """The sign of 21 wards is what it is; what is said beyond them takes an interval on one side of nought."""
    statement = RELATION.replace("PARTY", "con").replace("KEY", "with-party: ukip").replace("SIGN", "negative")
    row = judged(f"{statement}\nmeasure: top", shipped)
    assert row.verdict == "holds"
    assert "interval" not in row.found
    beyond = judged(statement.replace("negative}", "negative, beyond: true}") + "\nmeasure: top", shipped)
    assert beyond.verdict == "undecidable"
    assert "95 % interval" in beyond.found


@pytest.mark.parametrize(("move", "verdict"), [("fell", "holds"), ("rose", "fails")])
def test_fell_where_needs_falls(move: str, verdict: str, shipped: Store) -> None:
    # by top, of the ten wards above the median of the Jewish share: Labour's share fell in Garden Suburb, Hale, Golders
    # Green, Finchley Church End, Edgware and Hendon, and rose in the others
    statement = RELATION.replace("PARTY", "lab").replace("KEY", "column: jewish/residents").replace("sign: SIGN",
        f"where-high: {move}")  # fmt: skip
    row = judged(f"{statement}\nmeasure: top", shipped)
    assert row.verdict == verdict
    assert row.found.startswith(f"{move} in {6 if move == 'fell' else 4} of the 10 wards above the median of 9.1; ")


def test_a_relation_without_a_sign_is_never_known(shipped: Store) -> None:
    statement = RELATION.replace("PARTY", "lab").replace("KEY", "column: jewish/residents").replace(", sign: SIGN", "")
    row = judged(statement, shipped)
    assert (row.verdict, row.measure) == ("undecidable", "top")
    assert "n = 21 wards; one of 17 columns" in row.found
    assert row.found.endswith("; totals of wards cannot tell who voted for whom")
    by_sum = judged(f"{statement}\nmeasure: sum", shipped)
    assert by_sum.measure == "sum"
    assert by_sum.found != row.found


def test_voters(shipped: Store) -> None:
    row = judged("voters: they stayed at home", shipped)
    assert (row.verdict, row.said, row.measure) == ("undecidable", "they stayed at home", None)
    assert row.why == "They stayed at home: totals of wards cannot tell who voted for whom."


def test_a_lot_lost_by_a_party(shipped: Store) -> None:
    figure = "figure: {metric: lost-lot, election: sutton-2018, ward: nonsuch, party: PARTY}\nis: true"
    assert judged(figure.replace("PARTY", "ld"), shipped).verdict == "holds"
    assert judged(figure.replace("PARTY", "con"), shipped).verdict == "fails"
    assert judged(figure.replace(", party: PARTY", ""), shipped).verdict == "holds"


def test_every_ward_beside_wards_that_are_not_there(shipped: Store) -> None:
    other = "{metric: margin, election: hertsmere-2019, ward: every, measure: seat}"
    figure = "{metric: margin, election: barnet-2018, ward: every, measure: seat}"
    row = judged(f"figure: {figure}\nmore-than: {other}", shipped)
    assert row.verdict == "undecidable"
    assert "brunswick-park is no ward of hertsmere-2019" in row.found


def test_working_names_the_command(shipped: Store) -> None:
    figure = "  figure: {metric: votes-change, election: barnet-2018, ward: hale, party: lab}\n  rose: true\n"
    (claim,) = claims_of(HEAD + figure, shipped)
    rows = working(claim, shipped)
    assert [(row.measure, row.found, row.verdict) for row in rows] == [
        ("sum", "+606", "holds"),
        ("top", "+328", "holds"),
        ("mean", "+202", "holds"),
        ("per_seat", "+202", "holds"),
    ]
    assert rows[0].command == "wardcheck change barnet-2014 barnet-2018 --ward hale --measure sum"


SOUTHGATE = "{metric: votes, election: enfield-YEAR, ward: WARD, party: lab, measure: sum}"


def of_enfield(year: int, ward: str = "southgate") -> str:
    return SOUTHGATE.replace("YEAR", str(year)).replace("WARD", ward)


@pytest.mark.parametrize(("year", "other"), [(2022, 2018), (2018, 2022)])
@pytest.mark.parametrize("word", ["less-than: OTHER", "times: {of: OTHER, over: 2}"])
def test_a_redrawn_ward_is_not_set_beside_itself(year: int, other: int, word: str, shipped: Store) -> None:
    row = judged(f"figure: {of_enfield(year)}\n{word.replace('OTHER', of_enfield(other))}", shipped)
    assert row.verdict == "undecidable"
    codes = {2018: "E05000208", 2022: "E05013692"}
    assert row.found == (
        f"southgate of enfield-{year} is not the same ward as in enfield-{other}: "
        f"GSS codes {codes[year]} and {codes[other]}"
    )


def test_wards_of_one_election_and_unchanged_wards_are_set_beside_each_other(shipped: Store) -> None:
    assert judged(f"figure: {of_enfield(2018)}\nmore-than: {of_enfield(2018, 'palmers-green')}", shipped).verdict in (
        "holds",
        "fails",
    )
    assert judged(f"figure: {of_enfield(2018)}\nmore-than: {of_enfield(2014)}", shipped).verdict in ("holds", "fails")
    renamed = judged(f"figure: {of_enfield(2018, 'palmers-green')}\nmore-than: {of_enfield(2014)}", shipped)
    assert renamed.found == (
        "palmers-green of enfield-2018 is not the same ward as southgate of enfield-2014: "
        "its counterpart there is palmers-green"
    )


def test_every_ward_beside_redrawn_ones(shipped: Store) -> None:
    row = judged(f"figure: {of_enfield(2022, 'every')}\nless-than: {of_enfield(2018, 'every')}", shipped)
    assert row.verdict == "undecidable"
    assert "southgate (southgate of enfield-2022 is not the same ward as in enfield-2018" in row.found


def test_an_election_that_names_none_before_it_may_have_one(make_store: MakeStore) -> None:
    ward = contest(1, won("A", "con", 60), stood("B", "lab", 40))
    old = election(ward, slug="town-2014", day=date(2014, 5, 22), kind="all")
    store = open_store(make_store(old, election(ward, slug="town-2018", kind="all")))
    row = judged("figure: {metric: votes-change, election: town-2018, party: lab, measure: top}\nrose: true", store)
    assert row.verdict == "undecidable"
    assert row.found == "town-2018 names no election before it; the store has town-2014: say `from: town-2014`"


# Leeds has 33 wards of 3 seats. In 2018 all 99 were up, and Labour was elected to 61. In 2019 the seats of those who
# came last in 2018 were up: 23 were of Labour, which was elected to 19. 61 - 23 + 19 = 57, and 57 - 42 = 15.
OF_LEEDS = "election: leeds-2019, party: lab"


@pytest.mark.parametrize(
    ("statement", "verdict", "found"),
    [
        (f"figure: {{metric: seats, {OF_LEEDS}}}\nis: 57", "holds", "57"),
        (f"figure: {{metric: majority, {OF_LEEDS}}}\nis: 15", "holds", "15"),
        (f"figure: {{metric: control, {OF_LEEDS}}}\nis: true", "holds", "yes"),
        (f"figure: {{metric: control, {OF_LEEDS.replace('lab', 'con')}}}\nis: true", "fails", "no"),
    ],
)
def test_seats_that_were_not_up_are_worked_out_as_seats_does(
    statement: str, verdict: str, found: str, shipped: Store
) -> None:
    row = judged(statement, shipped)
    assert (row.verdict, row.found) == (verdict, found)


def test_by_thirds_the_election_before_is_the_one_that_filled_the_same_seats(shipped: Store) -> None:
    row = judged("figure: {metric: lost, election: leeds-2024, party: lab}\nat-least: 1", shipped)
    assert "from Leeds 2021" in row.why


def test_figures_that_differ_do_not_look_alike() -> None:
    def found(a: str, b: str) -> str:
        return beside_phrase(span(a), METRICS["share"], span(b), METRICS["share"])

    def span(value: str) -> Span:
        return Span(Fraction(value), Fraction(value))

    assert found("43.7", "41.2") == "43.7 % beside 41.2 %"
    assert found("36.59", "36.62") == "36.59 % beside 36.62 %"
    assert found("36.6", "36.6") == "36.6 % beside 36.6 %"
    assert found("0.123456", "0.123457") == "0.123456 % beside 0.123457 %"
