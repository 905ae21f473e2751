"""Results typed from a newspaper's report: council, ward, date, candidate, party, votes, elected."""

from __future__ import annotations

from wardcheck.sources import catalogue
from wardcheck.sources.cells import FLAG_1_0
from wardcheck.sources.rows import Layout

TIMES_SERIES = Layout(
    aliases="times-series",
    source=lambda _: catalogue.times_series(),
    columns={
        "council": "council",
        "ward": "ward",
        "day": "date",
        "candidate": "candidate",
        "party": "party",
        "votes": "votes",
        "elected": "elected",
    },
    flags=FLAG_1_0,
)
