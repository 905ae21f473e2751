"""The published layouts of results, by the names under which they are asked for."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from wardcheck.sources.democracy_club import DEMOCRACY_CLUB
from wardcheck.sources.family import Family, recognised
from wardcheck.sources.gla import GLA
from wardcheck.sources.handbook import HANDBOOK
from wardcheck.sources.leap import LEAP
from wardcheck.sources.times_series import TIMES_SERIES

LAYOUTS: Mapping[str, Family] = {
    "leap": LEAP,
    "democracy-club": DEMOCRACY_CLUB,
    "handbook": HANDBOOK,
    "gla": GLA,
    "times-series": TIMES_SERIES,
}


def layout_of(path: Path) -> tuple[str, str]:
    """The name under which the layout of a file is asked for, and that of the layout itself.

    Raises:
        DataError: the file cannot be read, has the columns of no layout, or those of several.
    """
    found = recognised(path, [layout for family in LAYOUTS.values() for layout in family.layouts])
    return next((name, found.name) for name, family in LAYOUTS.items() if found in family.layouts)
