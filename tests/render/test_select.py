"""Which rows are shown, and in which order."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import pytest

from render.samples import Row
from wardcheck.analysis.margins import MarginRow
from wardcheck.errors import NotFoundError
from wardcheck.render.select import known_columns, select

ROWS = [
    Row("beta", 2, 0.5, True, date(2018, 5, 3)),
    Row("Alpha", None, None, None, None),
    Row("gamma", 10, 0.25, False, date(2014, 5, 22)),
    Row("alpha", 1, 0.75, True, date(2019, 5, 2)),
]


def names(rows: Sequence[Row]) -> list[str | None]:
    return [row.name for row in rows]


def test_as_they_came() -> None:
    assert names(select(ROWS)) == ["beta", "Alpha", "gamma", "alpha"]
    assert names(select(ROWS, reverse=True)) == ["alpha", "gamma", "Alpha", "beta"]


@pytest.mark.parametrize(
    ("column", "up", "down"),
    [
        # by number, not by digit; what is unknown comes last either way
        ("votes", ["alpha", "beta", "gamma", "Alpha"], ["gamma", "beta", "alpha", "Alpha"]),
        ("pct", ["gamma", "beta", "alpha", "Alpha"], ["alpha", "beta", "gamma", "Alpha"]),
        ("elected", ["gamma", "beta", "alpha", "Alpha"], ["beta", "alpha", "gamma", "Alpha"]),
        ("day", ["gamma", "beta", "alpha", "Alpha"], ["alpha", "beta", "gamma", "Alpha"]),
        # by letter, whatever the case; equals stay as they came
        ("name", ["Alpha", "alpha", "beta", "gamma"], ["gamma", "beta", "Alpha", "alpha"]),
    ],
)
def test_sort(column: str, up: list[str], down: list[str]) -> None:
    assert names(select(ROWS, column)) == up
    assert names(select(ROWS, column, reverse=True)) == down


def test_limit_counts_after_sorting() -> None:
    assert names(select(ROWS, "votes", limit=2)) == ["alpha", "beta"]
    assert names(select(ROWS, limit=0)) == []
    assert len(select(ROWS, limit=99)) == 4


def test_the_rows_given_are_left_alone() -> None:
    given = list(ROWS)
    select(given, "votes", reverse=True)
    assert given == ROWS


def test_known_columns_keeps_the_order_asked_for() -> None:
    assert known_columns(["ward", "margin"], MarginRow) == ("ward", "margin")


@pytest.mark.parametrize(
    ("asked", "hint"),
    [
        ("margn", "no column 'margn'; nearest: margin"),
        ("Ward", "no column 'Ward'; nearest: ward"),
        ("runnerup", "no column 'runnerup'; nearest: runner_up"),
    ],
)
def test_a_misspelt_column_gets_the_nearest(asked: str, hint: str) -> None:
    with pytest.raises(NotFoundError) as caught:
        known_columns(["ward", asked], MarginRow)
    assert str(caught.value) == hint


def test_a_column_like_no_other_gets_them_all() -> None:
    with pytest.raises(NotFoundError, match="no column 'zzzzzz'; columns: name, votes, pct, elected, day"):
        known_columns(["zzzzzz"], Row)
