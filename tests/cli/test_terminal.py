"""What a person sees: a table that fits the window, in colour unless it is not wanted."""

from __future__ import annotations

import fcntl
import os
import pty
import struct
import subprocess
import sys
import termios
from collections.abc import Mapping
from contextlib import suppress

import pytest
from render.ansi import coloured, words
from rich.cells import cell_len


def screen(*argv: str, columns: int = 80, lines: int = 50, variables: Mapping[str, str] | None = None) -> str:
    """What ``wardcheck`` prints into a window of ``columns`` cells."""
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))
    environment = {k: v for k, v in os.environ.items() if k not in ("COLUMNS", "LINES")} | dict(variables or {})
    command = [sys.executable, "-m", "wardcheck", *argv]
    with subprocess.Popen(command, stdin=theirs, stdout=theirs, stderr=theirs, env=environment) as process:
        os.close(theirs)
        printed = b""
        with suppress(OSError):  # Linux reports the end of a terminal as an error
            while piece := os.read(ours, 65536):
                printed += piece
    os.close(ours)
    assert process.returncode == 0
    return printed.decode().replace("\r\n", "\n")


@pytest.mark.parametrize("columns", [80, 200])
def test_a_table_that_fits(columns: int) -> None:
    lines = words(screen("margins", "barnet-2018", columns=columns)).splitlines()
    assert lines[0].startswith("Barnet, 3 May 2018: 21 wards, 63 seats")
    assert sum(line.startswith("High Barnet ") for line in lines) == 1
    assert max(map(cell_len, lines)) <= columns
    assert max(map(cell_len, lines)) > columns * 0.7  # and uses the room it has


def test_a_wider_window_says_more() -> None:
    assert "Robert Teare" not in screen("margins", "barnet-2018", columns=80)
    assert "Robert Teare" in screen("margins", "barnet-2018", columns=200)


def test_a_list_of_more_than_a_screen_ends_with_its_count_and_how_to_see_less() -> None:
    long = words(screen("margins", "barnet-2018", lines=20))
    assert long.endswith("\n21 wards. To see fewer: --limit N, or --where.\n")
    polls = words(screen("history", "barnet", lines=10))  # of which each has several rows
    assert polls.endswith("\n7 polls. To see fewer: --limit N, or --where.\n")
    scatter = "relate barnet-2018 --party lab --with jewish/residents"  # which is long for what is around its two rows
    assert "To see fewer" not in screen(*scatter.split(), lines=20)
    for fits in (screen("margins", "barnet-2018"), screen("margins", "barnet-2018", "--limit", "3", lines=20)):
        assert "To see fewer" not in fits


def test_the_variable_is_stronger_than_the_window() -> None:
    lines = words(screen("margins", "barnet-2018", columns=200, variables={"COLUMNS": "60"})).splitlines()
    assert max(map(cell_len, lines)) <= 60


def test_colours() -> None:
    assert coloured(screen("margins", "barnet-2018"))
    assert coloured(screen("ward", "hertsmere-2019", "borehamwood-kenilworth"))


@pytest.mark.parametrize("variables", [{"NO_COLOR": "1"}, {"TERM": "dumb"}])
def test_no_colours(variables: dict[str, str]) -> None:
    text = screen("margins", "barnet-2018", variables=variables)
    assert not coloured(text)
    assert words(text) == words(screen("margins", "barnet-2018"))


def test_a_dumb_terminal_gets_no_escape_at_all() -> None:
    assert "\x1b" not in screen("margins", "barnet-2018", variables={"TERM": "dumb"})


def test_a_dumb_terminal_is_as_wide_as_it_is() -> None:
    lines = words(screen("margins", "barnet-2018", columns=120, variables={"TERM": "dumb"})).splitlines()
    assert 84 < max(map(cell_len, lines)) <= 120


def test_another_format_may_be_asked_for() -> None:
    assert screen("margins", "barnet-2018", "-f", "tsv", "--limit", "1", "--columns", "ward") == "ward\nhigh-barnet\n"


def test_the_cut_and_the_lot_can_be_told_without_colour() -> None:
    text = screen("ward", "hertsmere-2019", "borehamwood-kenilworth", variables={"NO_COLOR": "1"})
    above, _, below = text.partition("the cut")
    assert "elected by lot" in above
    assert "level: lost the draw" in below
