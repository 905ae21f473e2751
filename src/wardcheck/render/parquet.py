"""Rows -> a Parquet file, by way of pandas and pyarrow (the extra ``parquet``)."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from importlib import import_module
from itertools import islice
from typing import IO, TYPE_CHECKING, Any

from wardcheck.errors import WardcheckError
from wardcheck.render.frame import to_frame

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

INSTALL = "pip install 'wardcheck[parquet]'"

_ARROW = {"boolean": "bool_", "Int64": "int64", "Float64": "float64", "string": "string", "datetime64[s]": "date32"}
"""The function of pyarrow that makes the type of a column, by the type that ``to_frame`` gives it."""


_TOGETHER = 20_000
"""Rows that are made into a frame at a time: some megabytes."""


def parquet(
    rows: Iterable[DataclassInstance], columns: Sequence[str], row_type: type[DataclassInstance] | None = None
) -> bytes:
    """The content of a Parquet file with ``columns``; counts are integers and dates days, whatever is unknown.

    The schema follows from the type of the rows alone, so that the files of two elections agree even where one has
    nothing in a column. ``row_type`` is needed only where there may be no rows.

    Raises:
        WardcheckError: pyarrow is not installed.
    """
    content = io.BytesIO()
    write_parquet(content, rows, columns, row_type)
    return content.getvalue()


def write_parquet(
    file: IO[bytes],
    rows: Iterable[DataclassInstance],
    columns: Sequence[str],
    row_type: type[DataclassInstance] | None = None,
) -> None:
    """The same written to a file, of which only some thousands of rows are in memory at a time.

    Raises:
        WardcheckError: pyarrow is not installed.
    """
    arrow, writers = pyarrow(), import_module("pyarrow.parquet")
    some = iter(rows)
    part = list(islice(some, _TOGETHER))
    first = _arrow_table(arrow, part, columns, row_type)
    with writers.ParquetWriter(file, first.schema) as writer:
        writer.write_table(first)
        while part := list(islice(some, _TOGETHER)):
            writer.write_table(_arrow_table(arrow, part, columns, row_type))


def _arrow_table(
    arrow: Any, rows: Iterable[DataclassInstance], columns: Sequence[str], row_type: type[DataclassInstance] | None
) -> Any:
    frame = to_frame(rows, row_type)[list(columns)]
    schema = arrow.schema([(name, getattr(arrow, _ARROW[str(dtype)])()) for name, dtype in frame.dtypes.items()])
    return arrow.Table.from_pandas(frame, schema=schema, preserve_index=False)


def pyarrow() -> Any:
    """The module.

    Raises:
        WardcheckError: it is not installed.
    """
    try:
        return import_module("pyarrow")
    except ModuleNotFoundError:
        raise WardcheckError(f"Parquet needs pyarrow, which is not installed: {INSTALL}") from None
