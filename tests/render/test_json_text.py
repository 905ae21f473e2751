"""JSON, to the character."""

from __future__ import annotations

import json

import pytest

from render.samples import COLUMNS, EMPTY, FULL, HOSTILE, UNSAFE, Row
from wardcheck.render.json_text import json_array, json_lines

FULL_OBJECT = '{"name": "Ann Ash", "votes": 2605, "pct": 44.1975, "elected": true, "day": "2018-05-03"}'
EMPTY_OBJECT = '{"name": null, "votes": null, "pct": null, "elected": null, "day": null}'


def test_array() -> None:
    assert json_array([FULL, EMPTY], COLUMNS) == f"[\n  {FULL_OBJECT},\n  {EMPTY_OBJECT}\n]\n"


def test_lines() -> None:
    assert json_lines([FULL, EMPTY], COLUMNS) == f"{FULL_OBJECT}\n{EMPTY_OBJECT}\n"


def test_names_are_in_every_object_so_that_no_header_can_be_left_out() -> None:
    assert json_array([FULL], ["votes"], header=False) == '[\n  {"votes": 2605}\n]\n'
    assert json_lines([FULL], ["votes"], header=False) == '{"votes": 2605}\n'


def test_no_rows() -> None:
    assert json_array([], COLUMNS) == "[]\n"
    assert json_lines([], COLUMNS) == ""


def test_a_name_is_readable_as_it_stands() -> None:
    assert json_lines([Row("Siân ŵ =1+1 [red]")], ["name"]) == '{"name": "Siân ŵ =1+1 [red]"}\n'


@pytest.mark.parametrize("name", HOSTILE)
def test_a_reader_gets_the_name_back_and_a_terminal_is_safe(name: str) -> None:
    line = json_lines([Row(name)], ["name"])
    assert json.loads(line) == {"name": name}
    assert len(line.splitlines()) == 1
    assert not any(character in line for character in UNSAFE)
