"""Turnout of several wards together where electorates are unknown, against every corner of their weights."""

from __future__ import annotations

from fractions import Fraction
from itertools import product

from analysis.builders import contest, stood, won
from hypothesis import given
from hypothesis import strategies as st

from wardcheck.facts.papers import BALLOT_BOX, VALID
from wardcheck.facts.turnout import reported_between, together
from wardcheck.model import Ballots, Ward
from wardcheck.model.ward import ReportedTurnout

WARDS = st.lists(
    st.tuples(st.integers(1, 900), st.integers(1, 900), st.integers(20, 70), st.booleans()), min_size=1, max_size=5
)


def ward(n: int, first: int, second: int, pct: float, electorate: int | None = None, of: str | None = None) -> Ward:
    votes = sorted((first, second), reverse=True)
    return contest(
        1,
        won("A", "con", votes[0]),
        stood("B", "lab", votes[1]),
        slug=f"ward-{n}",
        electorate=electorate,
        turnout_reported=ReportedTurnout(pct, of),
    )


@given(WARDS)
def test_no_weights_that_are_possible_lead_out_of_the_bounds(drawn: list[tuple[int, int, int, bool]]) -> None:
    # for one seat the papers are all the votes, and so the weights are known; for more seats they lie between
    wards = [ward(n, a, b, pct, 5000 if known else None) for n, (a, b, pct, known) in enumerate(drawn)]
    boxes = [
        (Fraction(5000), Fraction(5000)) if known else (Fraction(100 * (a + b), pct),) * 2 for a, b, pct, known in drawn
    ]
    means = [
        sum(Fraction(pct) * weight for (*_, pct, _), weight in zip(drawn, corner, strict=True)) / sum(corner)
        for corner in product(*boxes)
    ]
    assert reported_between(wards, VALID) == (min(means), max(means))


def test_three_seats_by_hand() -> None:
    # 300 votes for three seats, 100 for the best: 100 to 300 papers; of 50 % that is 200 to 600 electors
    # 600 votes, 200 for the best: 200 to 600 papers; of 25 % that is 800 to 2400
    wards = [
        contest(
            3,
            *(won(name, "con", votes) for name in "ABC"),
            slug=f"ward-{pct}",
            turnout_reported=ReportedTurnout(pct, None),
        )
        for votes, pct in ((100, 50), (200, 25))
    ]
    least, most = Fraction(50 * 200 + 25 * 2400, 2600), Fraction(50 * 600 + 25 * 800, 1400)
    assert reported_between(wards, VALID) == (least, most)
    # nothing bounds the papers with those rejected from above
    assert reported_between(wards, BALLOT_BOX) == (Fraction(25), Fraction(50))


def test_a_ward_without_a_percentage_leaves_it_open() -> None:
    wards = [ward(1, 50, 40, 30), contest(1, won("A", "con", 5), stood("B", "lab", 4))]
    assert reported_between(wards, VALID) is None
    assert reported_between([ward(1, 50, 40, 30, of="ballot-box")], VALID) is None
    assert reported_between([], VALID) is None


def test_a_percentage_that_the_votes_do_not_allow_is_of_the_other_definition() -> None:
    # one seat, so that valid papers are the votes: 788 of 2,209 electors are 35.67 %, and 36.2 % would be 800
    clayton = ward(1, 402, 386, 36.2, 2209)
    exact = Fraction(78800, 2209)
    valid, box = (together([clayton], definition) for definition in (VALID, BALLOT_BOX))
    assert valid is not None
    assert (valid.least, valid.most, valid.basis) == (exact, exact, "bounds")
    assert box is not None
    assert (box.least, box.basis) == (Fraction(36.2), "reported")
    # 35.7 % is 35.67 rounded, and may be of either
    rounded = together([ward(1, 402, 386, 35.7, 2209)], VALID)
    assert rounded is not None
    assert rounded.basis == "reported"


def test_rounding_is_half_of_the_last_digit_over_all_electors() -> None:
    # 0.05 of 1,000 electors and 0.5 of 3,000: (0.05 + 1.5) / 4 = 0.3875; without electorates the most of them
    known = [ward(1, 200, 150, 36.6, 1000), ward(2, 600, 300, 31, 3000)]
    found = together(known, BALLOT_BOX)
    assert found is not None
    assert found.rounded == Fraction(3875, 10000)
    unknown = together([ward(1, 200, 150, 36.6), ward(2, 600, 300, 31)], VALID)
    assert unknown is not None
    assert unknown.rounded == Fraction(1, 2)
    counted = contest(1, won("A", "con", 9), stood("B", "lab", 8), electorate=40, ballots=Ballots(at_count=18))
    exact = together([counted], BALLOT_BOX)
    assert exact is not None
    assert exact.rounded == 0
