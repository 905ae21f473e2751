"""Slates: by hand, by a count of the raw files, and by the figures known of London."""

from __future__ import annotations

import re
from collections import Counter

import pytest
from conftest import REPOSITORY

from analysis.builders import contest, election, stood, won
from wardcheck.analysis.report import Slugs
from wardcheck.analysis.slates import by_alphabet, by_slate
from wardcheck.store import Store

TOWN = election(
    contest(
        3,
        won("Zoe Abel", "con", 120),
        won("Ann Berg", "con", 100),
        stood("Bo van Ley", "con", 80),
        won("Cy Dunn", "lab", 110),
        stood("Di Ash", "lab", 55),
        stood("Ed Eve", "ind", 5),
        stood("Fay Eve", "ind", 5),
        slug="east",
    ),
    contest(2, won("A Hill", "con", 9), won("B Hill", "con", 9), stood("C Ivy", "lab", 1), slug="level"),
    contest(2, won("Smith J.", "con", 9), stood("Smith J.", "con", 3), won("C Ivy", "lab", 5), slug="namesakes"),
    contest(2, won("A Jay", "con", None), won("B Jay", "con", None), slug="quiet", status="unopposed"),
)


def test_by_hand() -> None:
    rows = by_slate(TOWN)
    assert [(r.ward, r.party, r.best, r.worst, r.spread, r.spread_pct) for r in rows] == [
        ("namesakes", "con", 9, 3, 6, pytest.approx(100 * 6 / 9)),
        ("east", "lab", 110, 55, 55, 50),
        ("east", "con", 120, 80, 40, pytest.approx(100 / 3)),
        ("level", "con", 9, 9, 0, 0),
    ]
    # Labour: Ash is first by surname and Dunn second; the Conservatives: Abel, Berg, van Ley (V)
    assert [(r.alphabet_rank_of_best, r.alphabet_rank_of_worst, r.ranks_left_out) for r in rows] == [
        (None, None, None),
        (2, 1, "1"),
        (1, 3, "3"),
        (None, None, None),
    ]
    assert [(r.elected, r.candidates, r.best_candidate) for r in rows] == [
        (1, 2, "Smith J."),
        (1, 2, "Cy Dunn"),
        (2, 3, "Zoe Abel"),
        (2, 2, None),
    ]


def test_the_alphabet_by_hand() -> None:
    rows = by_alphabet(TOWN)
    assert [(r.seats, r.candidates, r.alphabet_rank, r.slates, r.tops, r.parted, r.left_out) for r in rows] == [
        (3, 3, 1, 1, 1, 1, 0),
        (3, 3, 2, 1, 0, 1, 0),
        (3, 3, 3, 1, 0, 1, 1),
        (2, 2, 1, 0, 0, 0, 0),  # level on top, and namesakes
        (2, 2, 2, 0, 0, 0, 0),
        (3, 2, 1, 1, 0, 1, 1),
        (3, 2, 2, 1, 1, 1, 0),
    ]
    # 120, 100 and 80 about their mean of 100; one of three left out
    assert [r.votes_from_mean_pct for r in rows[:3]] == pytest.approx([20, 0, -20])
    assert [r.left_out_expected_pct for r in rows[:3]] == pytest.approx([100 / 3] * 3)
    assert (rows[3].tops_pct, rows[3].left_out_pct, rows[3].expected_pct) == (None, None, 50)
    assert [one.text(Slugs()) for one in rows.remarks] == [
        "Level on top, so that nobody tops the slate: 1 slate.",
        "In no figure of the alphabet, for two have the same name: 1 slate.",
    ]


def test_nothing_to_answer_with() -> None:
    report = by_slate(election(contest(1, won("A", "con", 5), stood("B", "lab", 1))))
    assert not report.answered
    assert [one.text(Slugs()) for one in report.remarks] == [
        "No slates: no party had two candidates in a ward whose votes are known."
    ]


def test_barnet_by_the_raw_files(shipped: Store) -> None:
    """The same count from the lines of the files, with the last word for a surname."""
    topped: Counter[int] = Counter()
    for path in sorted((REPOSITORY / "results/barnet/2018").glob("*.yaml")):
        found = re.findall(r"name: ([^,]+), party: ([a-z-]+), votes: (\d+)", path.read_text("utf-8"))
        for party in {party for _, party, _ in found} - {"ind"}:
            slate = [(int(votes), name.strip("'\"")) for name, of, votes in found if of == party]
            if len(slate) == 3:
                (most, top), (second, _), _ = sorted(slate, reverse=True)
                names = sorted(name.split()[-1] for _, name in slate)
                topped[names.index(top.split()[-1]) + 1] += most > second
    rows = [row for row in by_alphabet(shipped.election("barnet-2018")) if row.candidates == row.seats == 3]
    assert [row.tops for row in rows] == [topped[1], topped[2], topped[3]]
    assert (rows[0].tops, rows[0].slates) == (35, 64)


def test_known_of_london(shipped: Store) -> None:
    # of the store before other regions were added, some other councils included: 59.6 % of 4,910; votes 6.1 % above,
    # 0.5 and 5.6 % below the mean. Of the boroughs alone it is nearly as much.
    slugs = [slug for slug in shipped.slugs if re.search(r"-20(14|18|22)$", slug)]
    councils = {slug: shipped.councils.of(shipped.head(slug)) for slug in slugs}
    london = [slug for slug, council in councils.items() if council is not None and council.region == "london"]
    assert len(london) == 96  # 32 boroughs three times
    rows = [row for row in by_alphabet(*shipped.elections(*london)) if row.candidates == row.seats == 3]
    assert [row.tops_pct for row in rows] == pytest.approx([59.6, 27.1, 13.3], abs=0.4)
    assert [row.votes_from_mean_pct for row in rows] == pytest.approx([6.1, -0.5, -5.6], abs=0.1)
