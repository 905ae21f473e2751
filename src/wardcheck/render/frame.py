"""Rows -> a pandas frame."""

from __future__ import annotations

import types
from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, Any, Union, get_args, get_origin, get_type_hints

if TYPE_CHECKING:
    import pandas as pd
    from _typeshed import DataclassInstance

_DTYPES: dict[type, str] = {bool: "boolean", int: "Int64", float: "Float64", str: "string", date: "datetime64[s]"}
"""Nullable types: an unknown count is ``<NA>`` and does not turn its neighbours into decimals."""


def to_frame(rows: Iterable[DataclassInstance], row_type: type[DataclassInstance] | None = None) -> pd.DataFrame:
    """A frame with a column for each field and a row for each row.

    ``row_type`` is needed only where there may be no rows, to give the empty frame its columns.
    Counts are nullable ``Int64``, percentages ``Float64``, words ``string``, truth values ``boolean``.
    """
    import pandas as pd

    listed = list(rows)
    kind = row_type if row_type is not None else type(listed[0]) if listed else None
    if kind is None:
        return pd.DataFrame()
    hints = get_type_hints(kind)
    return pd.DataFrame(
        {
            name: pd.Series([getattr(row, name) for row in listed], dtype=_DTYPES[_plain_type(hint)])
            for name, hint in hints.items()
        }
    )


def _plain_type(hint: Any) -> type:
    """``int`` for ``int | None``, ``str`` for a ``Literal`` of words."""
    if get_origin(hint) in (Union, types.UnionType):
        return _plain_type(next(arg for arg in get_args(hint) if arg is not type(None)))
    if get_args(hint):
        return type(get_args(hint)[0])
    return hint if isinstance(hint, type) else object
