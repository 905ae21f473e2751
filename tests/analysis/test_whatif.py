"""The seat curve: figures worked out by hand, and those known of the wards that ship."""

from __future__ import annotations

from collections import Counter
from fractions import Fraction

import pytest

from analysis.builders import contest, election, stood, won
from wardcheck.analysis.report import Slugs
from wardcheck.analysis.whatif import points, whatif
from wardcheck.errors import WardcheckError
from wardcheck.facts.council import Council
from wardcheck.facts.sitting import council_in
from wardcheck.model import Ballots
from wardcheck.store import Store


def said(report: object) -> list[str]:
    return [remark.text(Slugs()) for remark in report.remarks]  # type: ignore[attr-defined]


def test_wandsworth(shipped: Store) -> None:
    # Shaftesbury's third seat is level when half of 1,934 - 1,899 = 35 votes have moved, and its second, 2,085 to
    # 1,892, when half of 193 have. The Conservatives lose control by the one, and Labour wins it by the other.
    report = whatif(shipped.election("wandsworth-2018"), "lab", "con")
    assert said(report)[:2] == [
        "wandsworth-2018: no party has control beyond a swing of 0.38 to lab; as declared lab 26, con 33, others 1.",
        "Control goes to lab beyond a swing of 2.08 to lab.",
    ]
    ward = next(w for w in shipped.election("wandsworth-2018").wards if w.slug == "shaftesbury")
    papers = ward.ballots.valid or ward.ballots.at_count
    assert papers is not None
    own = [row for row in report if row.ward == "shaftesbury" and row.swing_pp > 0]
    assert [round(row.swing_pp * papers / 100, 6) for row in own[:2]] == [17.5, 96.5]
    assert [(row.seats_a, row.seats_b, row.others, row.control) for row in own[:2]] == [
        (29, 30, 1, "noc"),
        (31, 28, 1, "lab"),
    ]


def test_at_a_swing_there_is_what_changed_before_it(shipped: Store) -> None:
    found = shipped.election("wandsworth-2018")
    whole = whatif(found, "lab", "con")
    near = whatif(found, "lab", "con", at=Fraction(3))
    assert list(near) == [row for row in whole if 0 <= row.swing_pp < 3]
    assert near.totals.at(Fraction(3)).by_party["lab"] == 26 + len(near) == 32
    assert said(near)[:2] == [
        "wandsworth-2018: a swing of 3 to lab gives lab 32, con 27, others 1; as declared lab 26, con 33, others 1.",
        "No party has control beyond a swing of 0.38 to lab.",
    ]
    other = whatif(found, "lab", "con", at=Fraction(-3))
    assert list(other) == [row for row in whole if -3 < row.swing_pp <= 0]


def test_the_other_way_round_is_the_mirror(shipped: Store) -> None:
    found = shipped.election("barnet-2018")
    ours, theirs = whatif(found, "lab", "con"), whatif(found, "con", "lab")
    assert [(row.swing_pp, row.ward, row.seats_a, row.seats_b) for row in ours] == [
        (-row.swing_pp, row.ward, row.seats_b, row.seats_a) for row in reversed(theirs)
    ]


def test_level_is_no_change_yet() -> None:
    # 200 papers: 60 to 50 is level when 5 votes moved, at a swing of 2.5; one seat of one is control
    one = contest(1, won("A", "con", 60), stood("B", "lab", 50), ballots=Ballots(valid=200))
    found = election(one, seats_total=1, kind="all")
    report = whatif(found, "lab", "con")
    (row,) = report
    assert (row.swing_pp, row.winner_party, row.loser_party, row.control) == (2.5, "lab", "con", "lab")
    assert report.totals.at(Fraction(5, 2)).by_party == {"con": 1}
    assert report.totals.at(Fraction(251, 100)).by_party == {"lab": 1}
    assert not whatif(found, "lab", "con", at=Fraction(5, 2))
    assert len(whatif(found, "lab", "con", at=Fraction(251, 100))) == 1


def test_wards_that_are_held_are_named() -> None:
    candidates = (won("A", "con", 60), stood("B", "lab", 50))
    report = whatif(
        election(
            contest(1, *candidates, slug="no-papers"),
            contest(1, won("A", "con", None), slug="unopposed", status="unopposed"),
            seats_total=2,
            kind="all",
        ),
        "lab",
        "con",
    )
    assert not report
    assert said(report)[-2:] == [
        "Held as declared, 1 ward, papers unknown: no-papers.",
        "Held as declared, 1 ward, no poll: unopposed.",
    ]


def test_control_is_not_judged_of_a_part() -> None:
    one = contest(1, won("A", "con", 60), stood("B", "lab", 50), ballots=Ballots(valid=200))
    report = whatif(election(one, kind="thirds"), "lab", "con")
    assert [row.control for row in report] == [None]
    assert said(report)[0].startswith("town-2018: control cannot be judged: ")
    assert said(report)[0].endswith("; as declared lab 0, con 1, others 0.")


def test_of_a_council_by_thirds_the_seats_that_were_not_up_are_counted() -> None:
    # 60 to 50 of 200 papers is level when 5 have moved, at 2.5 points; Lab then has that seat and the one it kept, of 3
    one = contest(1, won("A", "con", 60), stood("B", "lab", 50), ballots=Ballots(valid=200))
    found = election(one, kind="thirds")
    kept = {"lab": 1, "con": 1}
    whole = Council({"con": 1}, kept, 3, 0, "", last_elected=(2016,))
    report = whatif(found, "lab", "con", council=whole)
    assert [(row.swing_pp, row.seats_a, row.seats_b, row.others, row.control) for row in report] == [
        (2.5, 2, 1, 0, "lab")
    ]
    assert said(report)[0] == (
        "town-2018: control goes to lab beyond a swing of 2.50 to lab; as last elected lab 1, con 2, others 0."
    )
    part = whole._replace(continuing={"lab": 1}, most={"lab": 2, "con": 1}, missing="it cannot be told who held a seat")
    assert [(row.seats_a, row.seats_b) for row in whatif(found, "lab", "con", council=part)] == [(1, 0)]


def test_watford_keeps_the_seats_of_two_other_years(shipped: Store) -> None:
    # 2016 filled all 36 seats, three a ward, and 2018 the third of each: what the first two of each ward hold is kept
    before, now = (shipped.election(f"watford-{year}") for year in (2016, 2018))
    seats = Counter(c.party for w in now.wards for c in w.candidates if c.elected)
    for ward in before.wards:
        first = sorted((c for c in ward.candidates if c.elected), key=lambda c: -(c.votes or 0))
        seats.update(c.party for c in first[: ward.seats - 1])
    report = whatif(now, "lab", "ld", council=council_in(now, shipped))
    assert seats == {"ld": 26, "lab": 10}
    central = next(row for row in report if row.ward == "central" and row.swing_pp > 0)
    assert (central.seats_a, central.seats_b, central.others) == (11, 25, 0)


def test_where_no_swing_changes_control_the_first_sentence_says_so() -> None:
    # 60 to 10 of 200 papers is level when 25 have moved, at a swing of 12.5; of three seats it is one
    close = contest(1, won("A", "con", 60), stood("B", "lab", 10), ballots=Ballots(valid=200))
    safe = [
        contest(1, won("A", "con", 190), stood("B", "lab", 10), slug=f"w-{n}", ballots=Ballots(valid=200))
        for n in (1, 2)
    ]
    report = whatif(election(close, *safe, seats_total=3, kind="all"), "lab", "con")
    assert [row.swing_pp for row in report] == [12.5]
    start = (
        "town-2018: no swing up to 20 points either way changes who has control; as declared lab 0, con 3, others 0."
    )
    assert said(report)[0] == start


def test_what_is_refused(shipped: Store) -> None:
    found = shipped.election("barnet-2018")
    with pytest.raises(WardcheckError, match="independents are each a party of one"):
        whatif(found, "lab", "ind")
    with pytest.raises(WardcheckError, match="expected a swing from -100 to 100 points, got 101"):
        whatif(found, "lab", "con", at=Fraction(101))


@pytest.mark.parametrize(
    ("swing", "words"), [(Fraction(207, 100), "2.07"), (Fraction(20701, 10000), "2.08"), (Fraction(1, 3), "0.34")]
)
def test_points_are_rounded_up(swing: Fraction, words: str) -> None:
    assert points(swing) == words
