"""Papers and turnout by a named definition, and several wards as one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.builders import contest, stood, won
from wardcheck.analysis.papers import Definition, Together, papers_by, together, turnout_by, turnout_pct
from wardcheck.model import Ballots, ReportedTurnout

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


def test_several_wards_weigh_by_their_electorates() -> None:
    # (400 + 300) / (1,000 + 3,000) = 17.5 %, where the mean of 40 % and 10 % is 25 %
    assert together([(40.0, 1000, 400), (10.0, 3000, 300)]) == Together(2, 4000, 700, 17.5)


def test_papers_of_a_reported_percentage_are_unknown() -> None:
    # (400 + 36.82 % of 3,000) / 4,000 = 1,504.6 / 4,000 = 37.615 %
    found = together([(40.0, 1000, 400), (36.82, 3000, None)])
    assert (found.wards, found.electorate, found.papers) == (2, 4000, None)
    assert found.turnout_pct == pytest.approx(37.615)


@pytest.mark.parametrize("part", [(None, 1000, 400), (40.0, None, 400), (40.0, 0, 0), (None, None, None)])
def test_a_ward_without_turnout_or_electorate_is_in_no_sum(part: tuple[float | None, int | None, int | None]) -> None:
    assert together([part]) == Together(0, None, None, None)
    assert together([part, (40.0, 1000, 400)]) == Together(1, 1000, 400, 40)


@given(st.lists(st.integers(1, 5000).flatmap(lambda e: st.tuples(st.integers(0, e), st.just(e))), min_size=1))
def test_of_counts_it_is_all_papers_over_all_electors(wards: list[tuple[int, int]]) -> None:
    found = together((100 * papers / electors, electors, papers) for papers, electors in wards)
    assert found.turnout_pct == pytest.approx(100 * sum(p for p, _ in wards) / sum(e for _, e in wards))
    assert (found.wards, found.papers) == (len(wards), sum(p for p, _ in wards))
