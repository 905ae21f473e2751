"""What is in the store, a row an election."""

from __future__ import annotations

from datetime import date

from analysis.builders import contest, election, stood, won
from wardcheck.analysis.elections import ElectionRow, elections


def test_counts_are_of_the_wards_in_the_store() -> None:
    one = contest(3, won("A", "con", 9), stood("B", "lab", 1), slug="one")
    two = contest(1, won("A", "con", None), slug="two", status="unopposed")
    (row,) = elections(election(one, two, kind="all", seats_total=60, previous="town-2014"))
    # 3 + 1 seats and 2 + 1 candidacies; the council's 60 seats are another matter
    assert row == ElectionRow("town-2018", "Town", date(2018, 5, 3), "all", 2, 4, 3, "town-2014", 0)


def test_by_council_then_day() -> None:
    found = elections(
        election(slug="b-2018", council="B"),
        election(slug="a-2018", council="A"),
        election(slug="a-2014", council="A", day=date(2014, 5, 22)),
    )
    assert [row.election for row in found] == ["a-2014", "a-2018", "b-2018"]
