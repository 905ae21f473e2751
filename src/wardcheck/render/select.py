"""Which rows are shown, and in which order."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

from wardcheck.errors import NotFoundError
from wardcheck.render.values import columns_of
from wardcheck.spelling import nearest

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

    RowT = TypeVar("RowT", bound=DataclassInstance)


def select(
    rows: Sequence[RowT], sort: str | None = None, *, reverse: bool = False, limit: int | None = None
) -> Sequence[RowT]:
    """The first ``limit`` rows by the column ``sort``, or in the order in which they came.

    Rows without a value come last in either direction; words go by letter, whatever their case.
    ``sort`` is taken to be a column of the rows (see ``known_columns``).
    """
    chosen = list(rows)
    if sort is not None:
        absent = [row for row in chosen if getattr(row, sort) is None]
        present = [row for row in chosen if getattr(row, sort) is not None]
        chosen = sorted(present, key=lambda row: _key(getattr(row, sort)), reverse=reverse) + absent
    elif reverse:
        chosen.reverse()
    return chosen[:limit]


def known_columns(names: Iterable[str], row_type: type[DataclassInstance]) -> tuple[str, ...]:
    """``names``, each of which must be a column of ``row_type``.

    Raises:
        NotFoundError: a name that is no column, with the nearest one.
    """
    columns = columns_of(row_type)
    asked = tuple(names)
    for name in asked:
        if name not in columns:
            raise NotFoundError(f"no column {name!r}{nearest(name, columns, 'columns: ' + ', '.join(columns))}")
    return asked


def _key(value: Any) -> Any:
    """What a value is ordered by; the values of one column are of one type."""
    return value.casefold() if isinstance(value, str) else value
