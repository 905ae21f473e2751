"""Markdown, to the character."""

from __future__ import annotations

import pytest

from render.samples import COLUMNS, EMPTY, FULL, HOSTILE, UNSAFE, Row
from wardcheck.render.markdown import markdown


def test_numbers_are_flush_right() -> None:
    assert markdown([FULL, EMPTY], COLUMNS) == (
        "| name | votes | pct | elected | day |\n"
        "| --- | ---: | ---: | --- | --- |\n"
        "| Ann Ash | 2605 | 44.1975 | true | 2018-05-03 |\n"
        "|  |  |  |  |  |\n"
    )


def test_without_header() -> None:
    assert markdown([FULL], ["votes"], header=False) == "| 2605 |\n"


def test_no_rows() -> None:
    assert markdown([], ["name", "votes"]) == "| name | votes |\n| --- | --- |\n"


@pytest.mark.parametrize(
    ("name", "cell"),
    [
        ("a|b", "a\\|b"),
        ("*bold* _it_ `code`", "\\*bold\\* \\_it\\_ \\`code\\`"),
        ("<script>&amp;", "\\<script\\>\\&amp;"),
        ("[red](x)", "\\[red\\](x)"),
        ("line\nbreak", "line\\\\nbreak"),
        ("\x1b[31m", "\\\\x1b\\[31m"),
        ("Siân ŵ", "Siân ŵ"),
    ],
)
def test_no_name_is_taken_for_markup(name: str, cell: str) -> None:
    assert markdown([Row(name)], ["name"], header=False) == f"| {cell} |\n"


@pytest.mark.parametrize("name", HOSTILE)
def test_a_name_stays_in_its_cell(name: str) -> None:
    text = markdown([Row(name, 7)], ["name", "votes"], header=False)
    assert len(text.splitlines()) == 1
    assert text.replace("\\|", "").count("|") == 3
    assert not any(character in text for character in UNSAFE)
