"""Papers and turnout by a named definition, and several wards as one."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from analysis.builders import contest, stood, won
from hypothesis import given
from hypothesis import strategies as st

from wardcheck.facts.papers import Definition, impossible_papers, papers, papers_between, papers_by
from wardcheck.facts.turnout import Turnout, overall, overall_between, turnout_by, turnout_pct
from wardcheck.model import Ballots, ReportedTurnout, Ward
from wardcheck.store import Store

WARD = contest(
    1,
    won("A", "con", 60),
    stood("B", "lab", 40),
    electorate=2000,
    ballots=Ballots(valid=780, rejected_total=20),
    turnout_reported=ReportedTurnout(99, "valid"),
)


# 780 + 20 = 800 of 2,000 is 40 %; 780 of 2,000 is 39 %
@pytest.mark.parametrize(("definition", "papers", "pct"), [("ballot-box", 800, 40), ("valid", 780, 39)])
def test_each_definition_has_its_papers(definition: Definition, papers: int, pct: float) -> None:
    assert (papers_by(WARD, definition), turnout_by(WARD, definition)) == (papers, pct)


def test_turnout_alone_is_ballot_box() -> None:
    assert turnout_pct(WARD) == turnout_by(WARD, "ballot-box") == 40


def counts(electorate: int | None, at_count: int | None, reported: float | None = None) -> Ward:
    return contest(
        1,
        won("A", "con", 60),
        stood("B", "lab", 40),
        electorate=electorate,
        ballots=Ballots(at_count=at_count),
        turnout_reported=None if reported is None else ReportedTurnout(reported, "ballot-box"),
    )


def test_several_wards_weigh_by_their_electorates() -> None:
    # (400 + 300) / (1,000 + 3,000) = 17.5 %, where the mean of 40 % and 10 % is 25 %
    assert overall([counts(1000, 400), counts(3000, 300)], "ballot-box") == Turnout(2, 4000, 700, 17.5)


def test_papers_of_a_reported_percentage_are_unknown() -> None:
    # (400 + 36.82 % of 3,000) / 4,000 = 1,504.6 / 4,000 = 37.615 %
    wards = [counts(1000, 400), counts(3000, None, 36.82)]
    found = overall(wards, "ballot-box")
    assert (found.wards, found.electorate, found.papers) == (2, 4000, None)
    assert found.pct == pytest.approx(37.615)
    between = overall_between(wards, "ballot-box")
    assert between is not None
    assert [float(end) for end in between] == pytest.approx([37.615, 37.615])


@pytest.mark.parametrize("unknown", [counts(1000, None), counts(None, 400), counts(None, None)])
def test_one_ward_unknown_leaves_the_whole_unknown(unknown: Ward) -> None:
    assert overall([counts(1000, 400), unknown], "ballot-box") == Turnout(2, None, None, None)


def test_a_ward_without_a_poll_is_in_no_turnout() -> None:
    unopposed = contest(1, won("A", "con", None), status="unopposed", electorate=5000)
    assert overall([counts(1000, 400), unopposed], "ballot-box") == Turnout(1, 1000, 400, 40)
    assert overall([unopposed], "ballot-box") == Turnout(0, None, None, None)
    assert overall_between([unopposed], "ballot-box") is None


@given(st.lists(st.integers(100, 5000).flatmap(lambda e: st.tuples(st.integers(100, e), st.just(e))), min_size=1))
def test_of_counts_it_is_all_papers_over_all_electors(wards: list[tuple[int, int]]) -> None:
    built = [counts(electors, papers) for papers, electors in wards]
    found, between = overall(built, "ballot-box"), overall_between(built, "ballot-box")
    pct = 100 * sum(p for p, _ in wards) / sum(e for _, e in wards)
    assert found.pct == pytest.approx(pct)
    assert (found.wards, found.papers) == (len(wards), sum(p for p, _ in wards))
    assert between is not None
    assert [float(end) for end in between] == pytest.approx([pct, pct])


# -- papers that cannot be ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("ballots", "impossible"),
    [
        (Ballots(at_count=83), True),  # 250 votes of three a paper take 83.3 papers
        (Ballots(at_count=100), False),
        (Ballots(at_count=99), True),  # the best has 100
        (Ballots(valid=99, rejected_total=5), True),
        (Ballots(valid=100, rejected_total=5), False),
        (Ballots(valid=0, rejected_total=0), True),
        (Ballots(), False),
    ],
)
def test_votes_need_papers(ballots: Ballots, impossible: bool) -> None:
    ward = contest(3, won("A", "con", 100), won("B", "con", 90), won("C", "lab", 40), stood("D", "lab", 20))
    ward = replace(ward, electorate=1000, ballots=ballots)
    assert impossible_papers(ward) == impossible
    known = [papers(ward), papers_by(ward, "ballot-box"), papers_by(ward, "valid"), turnout_pct(ward)]
    if impossible:
        assert known == [None] * 4
        # what the votes and the electorate say is left
        assert papers_between(ward, "ballot-box") == (100, 1000)


def test_the_wards_of_london_that_ship_with_such_papers(shipped: Store) -> None:
    boroughs = [c.slug for c in shipped.councils.values() if c.region == "london"]
    london = shipped.elections(*(f"{slug}-{year}" for slug in boroughs for year in (2014, 2018, 2022)))
    found = {w.path.split("results/")[1] for e in london for w in e.wards if impossible_papers(w)}
    assert {Path(path).stem for path in found} == {"newington", "north-harrow", "hanworth-village"}


# -- bounds ------------------------------------------------------------------------------------------------


def test_bounds_by_hand() -> None:
    # three seats, 250 votes, the best 100: at least max(100, 250 / 3 = 83.3) = 100 papers, at most 250 valid ones
    ward = contest(3, won("A", "con", 100), won("B", "con", 90), won("C", "lab", 40), stood("D", "lab", 20))
    ward = replace(ward, electorate=1000)
    assert papers_between(ward, "valid") == (100, 250)
    # all papers at the count are bounded by the electorate alone
    assert papers_between(ward, "ballot-box") == (100, 1000)
    assert papers_between(replace(ward, ballots=Ballots(at_count=140)), "valid") == (100, 140)
    assert papers_between(replace(ward, ballots=Ballots(at_count=140)), "ballot-box") == (140, 140)
    assert papers_between(replace(ward, ballots=Ballots(valid=130)), "ballot-box") == (130, 1000)
    assert papers_between(replace(ward, electorate=None), "ballot-box") is None


def test_a_reported_percentage_is_a_ceiling_for_valid_papers_unless_the_votes_refute_it() -> None:
    # 150 to 250 valid papers by the votes; 20.5 % of 1,000 electors, rounded, are at most 205.5
    ward = contest(2, won("A", "con", 150), won("B", "con", 90), stood("C", "lab", 10))
    ward = replace(ward, electorate=1000)
    for of, pct, most in ((None, 20.5, 205), ("ballot-box", 20.5, 205), (None, 21, 215), (None, 14.9, 250)):
        reported = replace(ward, turnout_reported=ReportedTurnout(pct, of))
        assert papers_between(reported, "valid") == (150, most)
        assert papers_between(reported, "ballot-box") == (150, 1000)  # of which it may be less than all
    assert papers_between(replace(ward, turnout_reported=ReportedTurnout(20.5, None), electorate=None), "valid") == (
        150,
        250,
    )


@given(st.lists(st.lists(st.booleans(), min_size=4, max_size=4), min_size=1, max_size=12), st.integers(0, 3))
def test_the_papers_that_were_cast_lie_within_the_bounds(marks: list[list[bool]], spoilt: int) -> None:
    """Papers of a three-seat ward, marked at random: those with one to three marks are valid."""
    valid = [paper for paper in marks if 1 <= sum(paper) <= 3]
    votes = [sum(paper[n] for paper in valid) for n in range(4)]
    built = contest(3, *(stood(name, name.lower(), n) for name, n in zip("ABCD", votes, strict=True)))
    ward = replace(built, electorate=len(valid) + spoilt + 5)
    for definition, cast in (("valid", len(valid)), ("ballot-box", len(valid) + spoilt)):
        bounds = papers_between(ward, definition)  # type: ignore[arg-type]
        assert bounds is not None
        assert bounds.least <= cast <= bounds.most
