"""The Greater London Authority's candidates of the London borough elections of 2022."""

from __future__ import annotations

import re

from wardcheck.sources import catalogue
from wardcheck.sources.persons import small_letters
from wardcheck.sources.rows import Cells, Layout

_DEBRIS = re.compile(r"\[[^\]]*\]|[|\\*,]")
"""The name commonly used, which the boroughs print in brackets after the full one, and slips of the hand."""


def _with_candidate(cells: Cells) -> Cells:
    """The name in one: ``Anna [Ann]``, ``O'NEILL-MCCABE`` -> ``Anna O'Neill-McCabe``.

    The first name is ``0`` where the whole name stands under the surname.
    """
    name = _DEBRIS.sub(" ", f"{cells['firstname'].removeprefix('0')} {small_letters(cells['surname'])}")
    return {**cells, "candidate": " ".join(name.split())}


GLA = Layout(
    aliases="gla",
    source=catalogue.gla,
    columns={
        "council": "borough",
        "council_gss": "LAD22CD",
        "ward": "ward_original",
        "ward_gss": "WD22CD",
        "day": "election_date",
        "candidate": "candidate",
        "party": "party",
        "votes": "votes",
        "elected": "elected",
    },
    also=("surname", "firstname"),
    optional=frozenset({"candidate", "day"}),
    prepare=_with_candidate,
    spells_and=True,
)
