"""Parquet files, read back by the libraries that people read them with."""

from __future__ import annotations

import io
import sys
from dataclasses import astuple, dataclass
from datetime import date
from pathlib import Path
from typing import Annotated, Any

import pandas as pd
import pytest

from render.samples import COLUMNS, EMPTY, FULL, HOSTILE, Row
from wardcheck.errors import WardcheckError
from wardcheck.render.parquet import parquet
from wardcheck.store.atomic import write_whole

pa: Any = pytest.importorskip("pyarrow")
pq: Any = pytest.importorskip("pyarrow.parquet")

TYPES = ["string", "int64", "double", "bool", "date32[day]"]


def read(content: bytes) -> Any:
    return pq.read_table(io.BytesIO(content))


def test_values_come_back_as_they_were() -> None:
    found = read(parquet([FULL, EMPTY], COLUMNS)).to_pylist()
    assert [tuple(row.values()) for row in found] == [astuple(FULL), astuple(EMPTY)]
    assert type(found[0]["votes"]) is int
    assert type(found[0]["day"]) is date


@pytest.mark.parametrize("rows", [[FULL, EMPTY], [FULL], [EMPTY], []])
def test_the_schema_is_that_of_the_row_type_whatever_the_rows(rows: list[Row]) -> None:
    table = read(parquet(rows, COLUMNS, Row))
    assert table.schema.names == list(COLUMNS)
    assert list(map(str, table.schema.types)) == TYPES
    assert table.schema.equals(read(parquet([FULL], COLUMNS)).schema, check_metadata=True)


def test_pandas_reads_nullable_integers() -> None:
    frame = pd.read_parquet(io.BytesIO(parquet([FULL, EMPTY], COLUMNS)))
    assert str(frame["votes"].dtype) == "Int64"
    assert frame["votes"].tolist() == [2605, pd.NA]
    assert str(frame["elected"].dtype) == "boolean"


def test_columns_in_the_order_asked_for() -> None:
    assert read(parquet([FULL], ["day", "name"])).schema.names == ["day", "name"]


def test_names_are_kept_as_they_are() -> None:
    # a column of a table is no terminal and no spreadsheet: nothing is escaped
    names = [name for name in HOSTILE if "\ud800" not in name]
    assert read(parquet([Row(name) for name in names], ["name"])).to_pydict() == {"name": names}


@dataclass(frozen=True, slots=True)
class Counted:
    """A count whose field says what it means."""

    votes: Annotated[int | None, "votes"]


def test_the_meaning_of_a_field_is_no_part_of_its_type() -> None:
    assert str(read(parquet([Counted(None)], ["votes"])).schema.types[0]) == "int64"


def test_the_same_rows_give_the_same_bytes() -> None:
    assert parquet([FULL, EMPTY], COLUMNS) == parquet([FULL, EMPTY], COLUMNS)


def test_without_pyarrow_one_line_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(WardcheckError) as caught:
        parquet([FULL], COLUMNS)
    assert str(caught.value) == "Parquet needs pyarrow, which is not installed: pip install 'wardcheck[parquet]'"


def test_a_file_is_replaced_whole(tmp_path: Path) -> None:
    path = tmp_path / "new" / "x.parquet"
    for content in (b"one", b"and two"):
        write_whole(path, content)
        assert path.read_bytes() == content
    assert [p.name for p in path.parent.iterdir()] == ["x.parquet"]


def test_a_failed_write_leaves_the_old_file_and_nothing_else(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "x.parquet"
    path.write_bytes(b"old")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(WardcheckError, match="No space"):
        write_whole(path, b"new")
    assert path.read_bytes() == b"old"
    assert [p.name for p in tmp_path.iterdir()] == ["x.parquet"]
