"""The Greater London Authority's candidates of the London borough elections of 2022 and 2026.

The boroughs type names each in its own way: surname and first names in two columns, both in one, the surname in front
with a comma or without, capitals here and there. Where nothing tells which is the surname, the name stays as printed.
"""

from __future__ import annotations

import re

from wardcheck.sources import catalogue
from wardcheck.sources.cells import tidy
from wardcheck.sources.family import Family
from wardcheck.sources.layout import Cells, Layout
from wardcheck.sources.persons import small_letters

_DEBRIS = re.compile(r"\[[^\]]*\]|[|\\*,]")
"""The name commonly used, which the boroughs print in brackets after the full one, and slips of the hand."""
_CAPITALS_FIRST = re.compile(r"([^\W\d_a-z](?:[^\W\d_a-z]|[ '.-])+) (\S*[a-z].*)")


def _with_candidate(cells: Cells) -> Cells:
    """The name in one: ``Anna [Ann]``, ``O'NEILL-MCCABE`` -> ``Anna O'Neill-McCabe``.

    The first name is ``0`` or empty where the whole name stands under the surname, and may stand there once more.
    """
    first, last = tidy(cells["firstname"]).removeprefix("0"), tidy(cells["surname"])
    before, _, after = (part.strip() for part in last.partition(","))
    if after and first in ("", after):
        first, last = after, before
    elif not first and (found := _CAPITALS_FIRST.fullmatch(last)) and found[1] == found[1].upper():
        first, last = found[2], found[1]
    name = _DEBRIS.sub(" ", f"{first} {small_letters(last)}")
    return {**cells, "candidate": " ".join(name.split())}


_BOROUGHS = Layout(
    name="gla",
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
    gaps=frozenset({"party"}),
    prepare=_with_candidate,
    spells_and=True,
)
GLA = Family("gla", catalogue.gla, (_BOROUGHS,))
