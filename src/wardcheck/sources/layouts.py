"""The published layouts of results: how each is read, what its parties are called, what it is."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import NamedTuple

from wardcheck.model import Source
from wardcheck.sources import catalogue
from wardcheck.sources.democracy_club import read_democracy_club
from wardcheck.sources.gla import read_gla
from wardcheck.sources.handbook import read_handbook
from wardcheck.sources.leap import read_leap
from wardcheck.sources.rows import Published
from wardcheck.sources.times_series import read_times_series


class Layout(NamedTuple):
    """One published layout."""

    read: Callable[[Path], Published]
    aliases: str
    """The key of its names of parties in the register."""
    source: Callable[[date], Source]


LAYOUTS = {
    "leap": Layout(read_leap, "leap", catalogue.leap),
    "democracy-club": Layout(read_democracy_club, "democracy-club", catalogue.democracy_club),
    "handbook": Layout(read_handbook, "commons-library", catalogue.handbook),
    "gla": Layout(read_gla, "gla", catalogue.gla),
    "times-series": Layout(read_times_series, "times-series", lambda _: catalogue.times_series()),
}
