"""Results typed from a newspaper's report: council, ward, date, candidate, party, votes, elected."""

from __future__ import annotations

from wardcheck.sources import catalogue
from wardcheck.sources.cells import FLAG_1_0
from wardcheck.sources.family import Family
from wardcheck.sources.layout import Layout

_TYPED = Layout(
    name="times-series",
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
TIMES_SERIES = Family("times-series", lambda _: catalogue.times_series(), (_TYPED,))
