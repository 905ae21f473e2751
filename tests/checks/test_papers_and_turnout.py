"""Votes against papers, papers against electors, turnout and noughts by hand."""

from __future__ import annotations

from typing import Any

import pytest

from checks.builders import found, lot, rules, stood, ward, won
from wardcheck.model import Ballots, Candidacy, Rejected, ReportedTurnout

REASONS = Rejected(1, 2, 3, 4)


def one_seat(*votes: int, **facts: Any) -> list[str]:
    first, *others = votes
    parties = ("con", "ld", "green")
    return rules(ward(won(first), *(stood(v, p) for v, p in zip(others, parties, strict=False)), **facts))


def three_seats(*votes: int, **facts: Any) -> list[str]:
    return rules(ward(*(won(v) for v in votes[:3]), *(stood(v, "con") for v in votes[3:]), **facts))


@pytest.mark.parametrize(
    ("ballots", "expected"),
    [
        (Ballots(at_count=1000), []),
        (Ballots(at_count=1005), []),
        (Ballots(at_count=1111), []),
        (Ballots(at_count=1112), ["votes-per-paper"]),
        (Ballots(at_count=999), ["total-within-papers"]),
        (Ballots(at_count=599), ["total-within-papers", "votes-within-papers"]),
        (Ballots(valid=1000), []),
        (Ballots(valid=1001), ["votes-per-paper"]),
        (Ballots(valid=999), ["total-within-papers"]),
        (Ballots(valid=1000, at_count=1300), []),
        # valid papers unknown, their sum with the rejected ones too
        (Ballots(rejected_total=5), []),
    ],
)
def test_one_seat(ballots: Ballots, expected: list[str]) -> None:
    assert one_seat(600, 400, ballots=ballots) == expected


@pytest.mark.parametrize(
    ("at_count", "expected"),
    [
        (1000, []),
        (935, []),
        (934, ["votes-per-paper"]),
        (926, ["votes-per-paper"]),
        (925, ["total-within-papers"]),
        (2500, []),
        (2530, ["votes-per-paper"]),
    ],
)
def test_three_seats(at_count: int, expected: list[str]) -> None:
    assert three_seats(600, 550, 500, 450, 400, 276, ballots=Ballots(at_count=at_count)) == expected


def test_the_vote_that_a_lot_added_is_no_vote_on_a_paper() -> None:
    tie = lot(50, "A Ash", "B Birch", winner="A Ash", vote_added=True)
    candidates: tuple[Candidacy, ...] = (won(51, name="A Ash"), stood(50, "con", "B Birch"))
    assert rules(ward(*candidates, tie_break=tie, ballots=Ballots(valid=100))) == []


@pytest.mark.parametrize(
    ("ballots", "expected"),
    [
        (Ballots(issued=1010, valid=1000, rejected=REASONS, rejected_total=10, at_count=1010), []),
        (Ballots(valid=1000, rejected=REASONS, at_count=1010), []),
        (Ballots(valid=1000, rejected=REASONS, at_count=1011), ["ballots-add-up"]),
        (Ballots(valid=1000, rejected_total=9, at_count=1010), ["ballots-add-up"]),
        (Ballots(rejected_total=1011, at_count=1010), ["ballots-add-up"]),
        (Ballots(valid=1000, at_count=990), ["ballots-add-up"]),
        (Ballots(issued=1009, at_count=1010), ["ballots-add-up"]),
        (Ballots(issued=999, valid=1000), ["ballots-add-up"]),
        (Ballots(rejected=REASONS, rejected_total=11), ["rejected-add-up"]),
        (Ballots(rejected=REASONS, rejected_total=9), ["rejected-add-up"]),
        (Ballots(rejected=Rejected(1, 2, None, 4), rejected_total=9), []),
        (Ballots(rejected=Rejected(1, 2, None, 4), rejected_total=6), ["rejected-add-up"]),
        (Ballots(rejected=REASONS, rejected_total=0), ["rejected-total-nought"]),
        (Ballots(rejected=Rejected(0, 0, 0, 0), rejected_total=0), []),
        (Ballots(rejected_total=0), []),
        (Ballots(at_count=1201), ["ballots-within-electorate", "votes-per-paper"]),
        (Ballots(issued=1201, at_count=1010), ["ballots-within-electorate"]),
    ],
)
def test_papers(ballots: Ballots, expected: list[str]) -> None:
    assert one_seat(600, 400, electorate=1200, ballots=ballots) == expected


PAPERS = Ballots(issued=430, valid=410, rejected_total=10, at_count=420)


@pytest.mark.parametrize(
    ("pct", "of", "said"),
    [
        (42.0, None, ""),
        (41, None, ""),
        (43.0, "papers issued / electorate", ""),
        (
            42.04,
            None,
            "expected 42.00 % (ballot-box) or 41.00 % (valid) or 43.00 % (issued) by the counts, got 42.04 %",
        ),
        (42.4, "ballot-box", "expected 42.00 % (ballot-box) by the counts, got 42.4 %"),
        (41.0, "ballot-box", "expected 42.00 % (ballot-box) by the counts, got 41 %, which is that of valid"),
        (42.0, "valid ballot papers", "expected 41.00 % (valid) by the counts, got 42 %, which is that of ballot-box"),
        (42.0, "votes cast", ""),
        (
            50.0,
            "votes cast",
            "expected 42.00 % (ballot-box) or 41.00 % (valid) or 43.00 % (issued) by the counts, got 50 %",
        ),
        (101.0, None, "expected at most 100 %, got 101 %"),
    ],
)
def test_turnout(pct: float, of: str | None, said: str) -> None:
    one = ward(won(300), stood(110), electorate=1000, ballots=PAPERS, turnout_reported=ReportedTurnout(pct, of))
    assert [f.message for f in found(one)] == ([said] if said else [])


def test_turnout_without_the_counts_of_its_definition() -> None:
    reported = ReportedTurnout(40.0, "valid")
    assert one_seat(600, 400, turnout_reported=reported) == []
    assert one_seat(600, 400, electorate=3000, ballots=Ballots(at_count=1000), turnout_reported=reported) == []


LEAST = "at least 34.8 % (800 votes, for which 800 papers are needed, of 2300 electors)"


@pytest.mark.parametrize(
    ("electorate", "facts", "said"),
    [
        # 800 votes of one a paper, by 2,300 electors: at least 34.78 %
        (2300, {"pct": 0.352}, f"{LEAST}, got 0.352 %; 0.352 looks like a fraction: write 35.2"),
        (2300, {"pct": 35.2}, None),
        (2300, {"pct": 34.8}, None),
        (2300, {"pct": 34.7}, f"{LEAST}, got 34.7 %"),
        (2300, {"pct": 0.1}, f"{LEAST}, got 0.1 %"),
        (2300, {"pct": 100.0}, None),
        (2300, {}, None),
        (800, {}, None),
        (799, {}, "at least 800 electors (800 votes, for which 800 papers are needed), got 799"),
    ],
)  # fmt: skip
def test_turnout_that_cannot_be(electorate: int, facts: dict[str, Any], said: str | None) -> None:
    reported = ReportedTurnout(facts["pct"]) if facts else None
    one = ward(won(500), stood(300), electorate=electorate, turnout_reported=reported)
    assert [(f.rule, f.message) for f in found(one)] == ([("turnout-possible", f"expected {said}")] if said else [])


def test_turnout_needs_as_many_papers_as_the_best_has_votes() -> None:
    """Three seats: max(500, 1,100 / 3 = 367) = 500 papers of 1,000; 1,600 / 3 = 534 where the votes are spread."""
    few = {"electorate": 1000, "turnout_reported": ReportedTurnout(45.0)}
    assert three_seats(500, 300, 200, 100, **few) == ["turnout-possible"]
    assert three_seats(440, 300, 200, 160, **few) == []
    assert three_seats(440, 430, 400, 330, **few) == ["turnout-possible"]  # 1,600


def test_turnout_by_the_counts_is_judged_once() -> None:
    counted = {"electorate": 2000, "ballots": Ballots(at_count=1000), "turnout_reported": ReportedTurnout(0.5)}
    assert one_seat(600, 400, **counted) == ["turnout-agrees"]


@pytest.mark.parametrize(("issued", "expected"), [(1000, []), (999, ["total-within-papers"])])
def test_votes_need_the_papers_that_were_issued(issued: int, expected: list[str]) -> None:
    assert one_seat(600, 400, ballots=Ballots(issued=issued)) == expected


@pytest.mark.parametrize(
    ("facts", "count"),
    [
        ({"electorate": 0}, 1),
        ({"ballots": Ballots(issued=0)}, 1),
        ({"ballots": Ballots(valid=0, at_count=0)}, 2),
        ({"ballots": Ballots(at_count=0), "electorate": 0}, 2),
        ({"turnout_reported": ReportedTurnout(0)}, 1),
        ({"turnout_reported": ReportedTurnout(0), "electorate": 2000, "ballots": Ballots(at_count=1000)}, 1),
    ],
)
def test_noughts(facts: dict[str, Any], count: int) -> None:
    assert one_seat(600, 400, **facts) == ["zero-for-unknown"] * count


def test_no_votes_at_all() -> None:
    assert "zero-for-unknown" in rules(ward(won(0), stood(0)))
    assert rules(ward(won(9), stood(0))) == []
    assert rules(ward(won(None), status="unopposed", ballots=Ballots(at_count=0))) == []


@pytest.mark.parametrize(
    ("ballots", "said"),
    [
        (Ballots(valid=1000, rejected=REASONS, rejected_total=10, rejected_in_part=7), None),
        (Ballots(valid=1000, rejected_in_part=1000), None),
        (Ballots(valid=1000, rejected_in_part=1001), "at most 1000 papers rejected in part (valid), got 1001"),
        # 1 + 2 + 3 + 4 = 10, and 17 with the 7
        (Ballots(valid=1000, rejected=REASONS, rejected_total=17, rejected_in_part=7),
         "rejected_total of 10, the sum of its reasons, got 17: those rejected in part are valid and not in it"),
        (Ballots(valid=1000, rejected=REASONS, rejected_total=16, rejected_in_part=7),
         "rejected_total of 10, the sum of its reasons, got 16"),
    ],
)  # fmt: skip
def test_papers_rejected_in_part(ballots: Ballots, said: str | None) -> None:
    messages = [f.message for f in found(ward(won(600), stood(400), ballots=ballots))]
    assert messages == ([] if said is None else [f"expected {said}"])
