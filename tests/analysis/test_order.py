"""Margins come closest first, wards without one last, whatever the order of the store."""

from __future__ import annotations

from analysis.builders import contest, election, stood, won
from wardcheck.analysis.margins import margins

WIDE = contest(1, won("A", "con", 90), stood("B", "lab", 10), slug="wide")
CLOSE = contest(1, won("A", "con", 90), stood("B", "lab", 89), slug="close")
LEVEL = contest(1, won("A", "con", 90), stood("B", "lab", 90), slug="level")
ALONE = contest(1, won("A", "con", None), slug="alone", status="unopposed")
ALSO_CLOSE = contest(1, won("A", "con", 9), stood("B", "lab", 8), slug="also-close")


def test_closest_first_none_last_then_by_name() -> None:
    rows = margins(election(ALONE, WIDE, CLOSE, LEVEL, ALSO_CLOSE))
    assert [row.ward for row in rows] == ["level", "also-close", "close", "wide", "alone"]


def test_several_elections_are_mixed() -> None:
    rows = margins(election(WIDE, CLOSE, slug="a-2018"), election(LEVEL, ALSO_CLOSE, slug="b-2018"))
    assert [(row.election, row.ward) for row in rows] == [
        ("b-2018", "level"),
        ("a-2018", "close"),
        ("b-2018", "also-close"),
        ("a-2018", "wide"),
    ]


def test_nothing_gives_nothing() -> None:
    assert margins() == margins(election()) == []
