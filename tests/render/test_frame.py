"""Rows as a pandas frame, whose types survive what is unknown."""

from __future__ import annotations

import pandas as pd

from render.samples import COLUMNS, EMPTY, FULL, Row
from wardcheck.analysis.elections import ElectionRow, elections
from wardcheck.analysis.margins import MarginRow, margins
from wardcheck.analysis.ward import WardRow, ward
from wardcheck.render.frame import to_frame
from wardcheck.store import Store

DTYPES = {"name": "string", "votes": "Int64", "pct": "Float64", "elected": "boolean", "day": "datetime64[s]"}


def dtypes(frame: pd.DataFrame) -> dict[str, str]:
    return {str(name): str(dtype) for name, dtype in frame.dtypes.items()}


def test_types_and_values() -> None:
    frame = to_frame([FULL, EMPTY])
    assert dtypes(frame) == DTYPES
    assert frame["votes"].tolist() == [2605, pd.NA]
    assert frame["pct"].tolist() == [44.19751899, pd.NA]  # not rounded: that is for text
    assert frame["elected"].tolist() == [True, pd.NA]
    assert frame["day"].tolist() == [pd.Timestamp(2018, 5, 3), pd.NaT]
    assert frame["name"].isna().tolist() == [False, True]


def test_a_column_of_nothing_keeps_its_type() -> None:
    assert dtypes(to_frame([EMPTY])) == DTYPES


def test_no_rows() -> None:
    assert dtypes(to_frame([], Row)) == DTYPES
    assert len(to_frame([], Row)) == 0
    assert to_frame([]).empty


def test_any_iterable_will_do() -> None:
    assert list(to_frame(row for row in [FULL]).columns) == list(COLUMNS)


def test_rows_of_every_command(shipped: Store) -> None:
    hertsmere = shipped.election("hertsmere-2019")
    kenilworth = next(w for w in hertsmere.wards if w.slug == "borehamwood-kenilworth")
    for found, row_type in (
        (to_frame(margins(hertsmere)), MarginRow),
        (to_frame(elections(hertsmere)), ElectionRow),
        (to_frame(ward(kenilworth)), WardRow),
    ):
        assert len(found) > 0
        assert dtypes(found) == dtypes(to_frame([], row_type))
    # electorates are unknown there, and votes still have no decimals
    frame = to_frame(margins(hertsmere))
    assert dtypes(frame)["electorate"] == dtypes(frame)["last_elected_votes"] == "Int64"
    assert frame["electorate"].isna().all()
