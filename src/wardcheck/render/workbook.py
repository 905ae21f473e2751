"""Rows -> a workbook, for whoever opens it in a spreadsheet."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from io import BytesIO
from typing import TYPE_CHECKING, Any

from wardcheck.printable import printable
from wardcheck.render.values import DECIMALS, values_of

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

_WIDEST = 40
"""Characters of a column at the most; a longer text runs on."""
_LONGEST = 32_767
"""Characters that a cell can hold."""


def workbook(
    rows: Iterable[DataclassInstance], columns: Sequence[str], *, header: bool = True, title: str = "rows"
) -> bytes:
    """The content of an ``.xlsx`` file of one sheet: numbers are numbers, days days, and no text is a formula."""
    from openpyxl import Workbook  # type: ignore[import-untyped]
    from openpyxl.cell import WriteOnlyCell  # type: ignore[import-untyped]
    from openpyxl.styles import Font  # type: ignore[import-untyped]
    from openpyxl.utils import get_column_letter  # type: ignore[import-untyped]

    book = Workbook(write_only=True)
    sheet = book.create_sheet(title)
    lines = [[_plain(value) for value in values_of(row, columns)] for row in rows]
    for n, name in enumerate(columns):
        longest = max((len(str(line[n])) for line in lines if line[n] is not None), default=0)
        sheet.column_dimensions[get_column_letter(n + 1)].width = min(max(longest, len(name)) + 2, _WIDEST)

    def cell(value: Any, *, bold: bool = False) -> Any:
        made = WriteOnlyCell(sheet, value)
        if isinstance(value, str):
            made.data_type = "s"  # also what begins with "="
        if bold:
            made.font = Font(bold=True)
        return made

    if header:
        sheet.freeze_panes = "A2"
        sheet.append([cell(name, bold=True) for name in columns])
    for line in lines:
        sheet.append([cell(value) for value in line])
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def _plain(value: Any) -> Any:
    """A value as a cell holds it; percentages have as many decimals as everywhere."""
    if isinstance(value, float):
        return round(value, DECIMALS)
    return printable(value)[:_LONGEST] if isinstance(value, str) else value
