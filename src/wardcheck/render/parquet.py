"""Rows -> a Parquet file, by way of pandas and pyarrow (the extra ``parquet``)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from importlib import import_module
from typing import TYPE_CHECKING, Any

from wardcheck.errors import WardcheckError
from wardcheck.render.frame import to_frame

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

INSTALL = "pip install 'wardcheck[parquet]'"

_ARROW = {"boolean": "bool_", "Int64": "int64", "Float64": "float64", "string": "string", "datetime64[s]": "date32"}
"""The function of pyarrow that makes the type of a column, by the type that ``to_frame`` gives it."""


def parquet(
    rows: Iterable[DataclassInstance], columns: Sequence[str], row_type: type[DataclassInstance] | None = None
) -> bytes:
    """The content of a Parquet file with ``columns``; counts are integers and dates days, whatever is unknown.

    The schema follows from the type of the rows alone, so that the files of two elections agree even where one has
    nothing in a column. ``row_type`` is needed only where there may be no rows.

    Raises:
        WardcheckError: pyarrow is not installed.
    """
    arrow = pyarrow()
    frame = to_frame(rows, row_type)[list(columns)]
    schema = arrow.schema([(name, getattr(arrow, _ARROW[str(dtype)])()) for name, dtype in frame.dtypes.items()])
    return frame.to_parquet(None, engine="pyarrow", index=False, schema=schema)


def pyarrow() -> Any:
    """The module.

    Raises:
        WardcheckError: it is not installed.
    """
    try:
        return import_module("pyarrow")
    except ModuleNotFoundError:
        raise WardcheckError(f"Parquet needs pyarrow, which is not installed: {INSTALL}") from None
