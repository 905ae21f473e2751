"""Split papers: figures worked out by hand, and those known of the wards that ship."""

from __future__ import annotations

import pytest

from analysis.builders import contest, election, stood, won
from wardcheck.analysis.report import Slugs
from wardcheck.analysis.split_proof import split_proof
from wardcheck.analysis.splits import SplitRow, splits
from wardcheck.model import Ballots
from wardcheck.store import Store


def papers(valid: int) -> Ballots:
    return Ballots(valid=valid)


def only(row: SplitRow) -> tuple[int | None, ...]:
    return (row.split_min, row.split_max, row.plumped_min, row.plumped_max, row.all_used_min, row.all_used_max)


@pytest.fixture(scope="module")
def barnet(shipped: Store) -> dict[str | None, SplitRow]:
    return {row.ward: row for row in splits(shipped.election("barnet-2018"))}


def test_by_hand() -> None:
    # 10 papers of two votes: A 9 and B 1 of one party, C 5 of another, 15 votes. Each paper has A or not: 9 have, and
    # C's 5 votes are on at most 1 paper without A, so at least 4 papers have both; at most 5, for C has no more. Five
    # papers have two votes and five have one, for 15 = 5 x 2 + 5 x 1. B's vote is on one of A's papers or not.
    ward = contest(2, won("A", "con", 9), stood("B", "con", 1), won("C", "lab", 5), ballots=papers(10))
    (row,) = splits(election(ward))
    assert only(row) == (4, 5, 5, 5, 5, 5)
    assert (row.papers, row.papers_are, row.slate_min, row.slate_max) == (10, "valid", 0, 1)
    con, lab = splits(election(ward), by="party")
    assert (con.party, con.split_min, con.split_max, con.with_min, con.with_max) == ("con", 4, 5, 9, 10)
    assert (lab.party, lab.split_min, lab.split_max, lab.with_min, lab.with_max) == ("lab", 4, 5, 5, 5)
    assert (con.slate_min, con.slate_max, lab.slate_min, lab.slate_max) == (0, 1, None, None)
    assert (con.candidate, lab.candidate) == (None, None)


def test_every_independent_is_a_party_of_one() -> None:
    # both of the two voters used both votes, for the same two independents: each paper is split
    ward = contest(2, won("A", "ind", 2), won("B", "ind", 2), stood("C", "con", 0), ballots=papers(2))
    (row,) = splits(election(ward))
    assert only(row) == (2, 2, 0, 0, 2, 2)
    assert (row.slate_min, row.slate_max) == (None, None)
    report = splits(election(ward), by="party")
    assert [(one.party, one.candidate, one.split_min) for one in report] == [
        ("ind", "A", 2),
        ("ind", "B", 2),
        ("con", None, 0),
    ]
    assert [total.party for total in report.totals] == ["con"]  # papers with A and papers with B are the same papers


@pytest.mark.parametrize(
    ("ward", "least"),
    [("east-barnet", 131), ("high-barnet", 289), ("west-finchley", 371), ("coppetts", 0)],
)
def test_known_lower_bounds(barnet: dict[str | None, SplitRow], ward: str, least: int) -> None:
    assert barnet[ward].split_min == least


def test_east_barnet(barnet: dict[str | None, SplitRow], shipped: Store) -> None:
    # 15,983 votes on 5,604 papers of three. Unused 3 x 5,604 - 15,983 = 829, so at most 829 // 2 = 414 plumped, and at
    # most (15,983 - 5,604) // 2 = 5,189 papers and at least 15,983 - 2 x 5,604 = 4,775 used all three votes.
    row = barnet["east-barnet"]
    assert only(row) == (131, 5604, 0, 414, 4775, 5189)
    assert row.papers_are == "at-count"
    by_party = {one.party: one for one in splits(shipped.election("barnet-2018"), by="party") if one.ward == row.ward}
    assert (by_party["lab"].slate_min, by_party["lab"].slate_max) == (0, 2399)
    green = by_party["green"]
    assert (green.split_min, green.with_min, green.with_max) == (84, 498, 498)


def test_all_of_barnet(shipped: Store) -> None:
    (total,) = splits(shipped.election("barnet-2018")).totals
    assert (total.split_min, total.papers, total.ward, total.papers_are) == (2150, 110_378, None, "at-count")


def test_the_proof_of_east_barnet(shipped: Store) -> None:
    # (5,018 + 4,794 + 662) / 2 + 498 - 5,604 = 131
    found = shipped.election("barnet-2018")
    report = split_proof(found, next(ward for ward in found.wards if ward.slug == "east-barnet"))
    assert [(row.of, row.party, row.count, row.factor, row.product) for row in report] == [
        ("votes", "green", 498, "1", "498"),
        ("best 2", "lab", 5018, "1/2", "2509"),
        ("best 2", "con", 4794, "1/2", "2397"),
        ("best 2", "ld", 662, "1/2", "331"),
        ("papers", None, 5604, "-1", "-5604"),
    ]
    assert {row.proves for row in report} == {131}
    assert report.totals is not None
    assert report.totals.value == 131


def test_every_proof_of_barnet_adds_up(barnet: dict[str | None, SplitRow], shipped: Store) -> None:
    found = shipped.election("barnet-2018")
    for ward in found.wards:
        report = split_proof(found, ward)
        least = barnet[ward.slug].split_min
        assert bool(report) == bool(least)
        if report.totals is not None:
            assert {row.proves for row in report} == {least}
            assert least - 1 < report.totals.value <= least


def test_half_of_the_papers_of_a_ward(shipped: Store) -> None:
    rows = splits(shipped.election("richmond-upon-thames-2022"))
    assert (rows[0].ward, rows[0].split_min, rows[0].papers) == ("fulwell-and-hampton-hill", 2014, 3734)


def test_wards_without_a_row_are_named_with_the_reason() -> None:
    two = (won("A", "con", 9), stood("B", "lab", 5))
    report = splits(
        election(
            contest(1, *two, slug="single", ballots=papers(14)),
            contest(2, *two, slug="no-papers"),
            contest(2, *two, slug="too-few", ballots=papers(8)),
            contest(2, *two, slug="many", ballots=Ballots(at_count=15)),
            contest(2, won("A", "con", None), stood("B", "lab", 3), slug="votes", ballots=papers(9)),
            contest(2, won("A", "con", None), won("B", "lab", None), slug="unopposed", status="unopposed"),
        )
    )
    assert not report
    assert not report.answered
    assert [remark.text(Slugs()) for remark in report.remarks] == [
        "Left out, 1 ward, one seat, so that a paper has one vote: single.",
        "Left out, 1 ward, the number of papers is unknown: no-papers.",
        "Left out, 1 ward, the figures cannot be so (9 votes for one candidate on 8 papers): too-few.",
        "Left out, 1 ward, the valid papers are unknown (15 papers with 14 votes, where each has one at least): many.",
        "Left out, 1 ward, the votes of some candidates are unknown: votes.",
    ]


def test_totals_of_several_elections_are_of_each_and_of_all() -> None:
    ward = contest(2, won("A", "con", 9), stood("B", "con", 1), won("C", "lab", 5), ballots=papers(10))
    other = contest(2, won("A", "con", 1), stood("C", "lab", 1), ballots=Ballots(at_count=2))
    report = splits(election(ward), election(other, slug="other-2018"))
    assert [(row.election, row.split_min, row.papers, row.papers_are) for row in report.totals] == [
        ("town-2018", 4, 10, "valid"),
        ("other-2018", 0, 2, "at-count"),
        (None, 4, 12, None),
    ]


def test_a_ward_where_nothing_is_proven(shipped: Store) -> None:
    found = shipped.election("barnet-2018")
    report = split_proof(found, next(ward for ward in found.wards if ward.slug == "coppetts"))
    assert (list(report), report.totals, report.answered) == ([], None, True)
    assert [remark.text(Slugs()) for remark in report.remarks] == [
        "coppetts: the totals do not prove that any paper was split."
    ]
