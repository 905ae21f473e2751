"""One value as text for a machine."""

from __future__ import annotations

import re
import sys
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from render.samples import COLUMNS, FULL, Row
from wardcheck.printable import UNSAFE
from wardcheck.printable import printable as safe
from wardcheck.render.values import columns_of, plain, values_of


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, ""),
        (0, "0"),
        (2605, "2605"),
        (1234567, "1234567"),
        (-5, "-5"),
        (True, "true"),
        (False, "false"),
        (44.19751899, "44.1975"),
        (0.015598, "0.0156"),
        (50.0, "50"),
        (100.0, "100"),
        (0.0, "0"),
        (12.5, "12.5"),
        (date(2018, 5, 3), "2018-05-03"),
        ("Ann", "Ann"),
        ("", ""),
    ],
)
def test_plain(value: object, text: str) -> None:
    assert plain(value) == text


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("\x1b[31m", "\\x1b[31m"),
        ("\x9b31m", "\\x9b31m"),
        ("a\tb\nc\rd", "a\\tb\\nc\\rd"),
        ("\u2028", "\\u2028"),
        ("\u202e", "\\u202e"),
        ("\ud800", "\\ud800"),
        ("\x00\x7f", "\\x00\\x7f"),
        ("Siân ŵ ’ –", "Siân ŵ ’ –"),
        ("[red]:smile:", "[red]:smile:"),
    ],
)
def test_safe(name: str, text: str) -> None:
    assert safe(name) == text


@given(st.text())
def test_safe_text_is_one_line_that_can_be_written(name: str) -> None:
    text = safe(name)
    assert len(text.splitlines()) <= 1
    assert "\x1b" not in text
    text.encode("utf-8")


def test_no_unsafe_character_is_printable() -> None:
    unsafe = [chr(n) for n in range(sys.maxunicode + 1) if re.match(UNSAFE, chr(n))]
    assert len(unsafe) > 2000  # the surrogates alone are 2,048
    assert not any(character.isprintable() for character in unsafe)


@given(st.integers())
def test_a_count_has_no_decimals_nor_separators(count: int) -> None:
    assert int(plain(count)) == count
    assert plain(count).lstrip("-").isdigit()


@given(st.floats(0, 1000))
def test_a_percentage_has_four_decimals_at_most(pct: float) -> None:
    text = plain(pct)
    assert abs(float(text) - pct) <= 0.00005 + 1e-9
    assert "e" not in text
    assert len(text.partition(".")[2]) <= 4
    assert "." not in text or not text.endswith(("0", "."))


def test_columns_are_the_fields_in_order() -> None:
    assert columns_of(Row) == COLUMNS
    assert [*values_of(FULL, ["votes", "name"])] == [2605, "Ann Ash"]
    assert [*values_of(FULL, ["votes"])] == [2605]
    assert [*values_of(FULL, [])] == []
