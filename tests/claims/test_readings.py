"""Readings of a claim: each is named, judged and shown; what is weaker stands beside it; what is nowhere is said."""

from __future__ import annotations

import pytest

from claims.examples import judged, problem_of
from wardcheck.store import Store

MARGIN = "figure: {metric: margin, election: barnet-2018, ward: high-barnet, measure: seat}"  # it is 1
TRUE, FALSE, OPEN = f"{MARGIN}, is: 1", f"{MARGIN}, is: 2", "missing: who won"


def readings(*statements: str, key: str = "readings") -> str:
    names = ("the one", "the other", "a third")
    parts = [f"  - {{as: {name}, {statement}}}" for name, statement in zip(names, statements, strict=False)]
    return "\n".join([f"{key}:", *parts])


@pytest.mark.parametrize(
    ("statements", "verdict"),
    [
        ((TRUE, TRUE), "holds"),
        ((FALSE, FALSE), "fails"),
        ((TRUE, FALSE), "depends"),
        ((TRUE, OPEN), "undecidable"),
        ((FALSE, OPEN), "undecidable"),
        ((TRUE, OPEN, FALSE), "depends"),
    ],
)
def test_the_verdict_of_readings(statements: tuple[str, ...], verdict: str, shipped: Store) -> None:
    assert judged(readings(*statements), shipped).verdict == verdict


def test_each_reading_is_named(shipped: Store) -> None:
    row = judged(readings(TRUE, FALSE), shipped)
    assert row.found == "the one: 1: holds | the other: 1: fails"
    assert row.said.startswith("the one: ")
    assert row.why.startswith("The one: holds, margin in High Barnet, Barnet 2018: said 1, found by seat 1; the other")


def test_a_reading_is_judged_by_its_own_measures(shipped: Store) -> None:
    burnt_oak = "{metric: votes-change, election: barnet-2018, from: barnet-2014, ward: burnt-oak, party: lab}"
    row = judged(f"measure: sum\n{readings(f'figure: {burnt_oak}, rose: true', TRUE)}", shipped)
    assert row.verdict == "holds"
    row = judged(readings(f"figure: {burnt_oak}, rose: true", TRUE), shipped)
    assert row.verdict == "depends"  # by top it fell, 2622 to 2440
    assert "the one (top): -182: fails" in row.found


@pytest.mark.parametrize(("beside", "verdict"), [(TRUE, "fails"), (FALSE, "fails"), (OPEN, "fails")])
def test_what_stands_beside_a_claim_does_not_count(beside: str, verdict: str, shipped: Store) -> None:
    row = judged(f"{MARGIN}\nis: 2\n{readings(beside, key='beside')}", shipped)
    assert row.verdict == verdict
    assert "beside it, the one: " in row.why
    assert "the one" not in row.found


def test_what_is_missing_is_never_decided(shipped: Store) -> None:
    row = judged("missing: who led the council", shipped)
    assert (row.verdict, row.said, row.measure) == ("undecidable", "who led the council", None)
    both = judged(f"all-of: [{{{TRUE}}}, {{missing: who led the council}}]", shipped)
    assert both.verdict == "undecidable"
    assert both.why.endswith("who led the council (no declared result has it); the rest holds: margin: by seat 1.")


@pytest.mark.parametrize(
    ("statement", "message"),
    [
        (readings(TRUE), "expected two readings or more, got one; write its statement without readings"),
        (readings(TRUE, TRUE).replace("the other", "the one"), 'as: expected a name of its own, got "the one" again'),
        (readings(TRUE, "is: 1"), "expected one of figure, number-of-wards, all-of, any-of, relation, voters, missing"),
        (readings(TRUE, TRUE) + "\nvoters: they stayed", "expected readings alone, or one statement, got both"),
        (readings(TRUE, "as: again, " + TRUE).replace("as: the other, ", "", 1).replace("as: again, ", ""),
         "as: expected a name for the reading, got nothing"),
        (f"{MARGIN}\nis: 1\nbeside: []", "beside: expected a list of statements, got an empty list"),
        ("missing:", "expected what no declared result has, got nothing; leave the key out if it is not said"),
    ],
)  # fmt: skip
def test_slips(statement: str, message: str, shipped: Store) -> None:
    from claims.examples import HEAD, problems_of

    text = HEAD + "".join(f"  {line}\n" for line in statement.splitlines())
    assert any(message in problem for problem in problems_of(text, shipped)), problems_of(text, shipped)


def test_a_claim_of_one_reading_has_one_problem(shipped: Store) -> None:
    assert problem_of(f"{MARGIN}\nis: 1\nquote: ''", shipped).startswith("5: quote: expected the sentence")
