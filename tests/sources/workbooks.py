"""Workbooks for tests."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from io import BytesIO

import pandas as pd


def workbook(sheets: Mapping[str, Sequence[Sequence[object]]]) -> bytes:
    """An Excel workbook with these rows, ``None`` where a cell is empty."""
    file = BytesIO()
    with pd.ExcelWriter(file, engine="openpyxl") as writer:
        for name, rows in sheets.items():
            width = max(map(len, rows))
            cells = [[*row, *[None] * (width - len(row))] for row in rows]
            pd.DataFrame(cells, dtype=object).to_excel(writer, sheet_name=name, header=False, index=False)
    return file.getvalue()
