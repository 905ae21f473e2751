"""A bar in eighths of a cell."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wardcheck.render.table import bar_text


@pytest.mark.parametrize(
    ("share", "width", "bar"),
    [
        (0.0, 8, ""),
        (1.0, 8, "████████"),
        (0.5, 8, "████"),
        (0.5, 1, "▌"),
        (1 / 64, 8, "▏"),  # an eighth of one cell of eight
        (1e-9, 8, "▏"),  # anything above nought shows
        (0.999, 1, "█"),
        (2.0, 4, "████"),  # never longer than its column
    ],
)
def test_bar(share: float, width: int, bar: str) -> None:
    assert bar_text(share, width) == bar


@given(st.floats(0, 1), st.floats(0, 1), st.integers(1, 40))
def test_a_bar_fits_and_grows_with_its_share(one: float, other: float, width: int) -> None:
    def length(bar: str) -> float:
        return sum(" ▏▎▍▌▋▊▉█".index(c) for c in bar) / 8

    less, more = sorted([one, other])
    assert length(bar_text(less, width)) <= length(bar_text(more, width)) <= width
    # an eighth of a cell is as far as a bar may be from its share, and a shown trifle as well
    assert abs(length(bar_text(more, width)) - more * width) <= 1 / 8 + 1e-9
