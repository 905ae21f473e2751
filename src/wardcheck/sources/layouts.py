"""The published layouts of results, by the names under which they are asked for."""

from __future__ import annotations

from wardcheck.sources.democracy_club import DEMOCRACY_CLUB
from wardcheck.sources.gla import GLA
from wardcheck.sources.handbook import HANDBOOK
from wardcheck.sources.leap import LEAP
from wardcheck.sources.times_series import TIMES_SERIES

LAYOUTS = {
    "leap": LEAP,
    "democracy-club": DEMOCRACY_CLUB,
    "handbook": HANDBOOK,
    "gla": GLA,
    "times-series": TIMES_SERIES,
}
