"""The House of Commons Library's local election handbook: candidates by ward, in a workbook.

Sheets and columns are found by the names in their header, wherever it stands; each year has names of its own. People
are ``Surname I.``, ``Surname, I.`` or, in 2025, named in full; parties are abbreviations, or, in 2025, full names.
"""

from __future__ import annotations

from dataclasses import replace

from wardcheck.sources import catalogue
from wardcheck.sources.cells import FLAG_1_0, RowError
from wardcheck.sources.family import Family
from wardcheck.sources.layout import Beside, Cells, Layout

_DIVISION = "E58"
"""How the codes of divisions of a county begin."""


def _of_its_county(cells: Cells) -> Cells:
    """A division with its county as the council: 2021 prints the district that it lies in there."""
    if not cells["Ward/ED code"].startswith(_DIVISION):
        return cells
    if not cells["County name"]:
        raise RowError(f"County name: expected that of the division {cells['Ward/ED name']}, got nothing")
    return {**cells, "Local authority name": cells["County name"], "Local authority code": cells["County code"]}


_2022 = Layout(
    name="handbook 2022",
    columns={
        "council_gss": "Local authority code",
        "council": "Local authority name",
        "ward_gss": "Ward code",
        "ward": "Ward name",
        "seats": "Vacancies",
        "candidate": "Candidate name",
        "votes": "Votes",
        "elected": "Elected",
        "party": "Party name",
    },
    flags=FLAG_1_0,
    surname_first=True,
    spells_and=True,
)
_2021 = replace(
    _2022,
    name="handbook 2021",
    columns={**_2022.columns, "ward_gss": "Ward/ED code", "ward": "Ward/ED name"},
    also=("County code", "County name"),
    beside=Beside("Ward/ED code", ("Vacancies",)),
    optional=frozenset({"seats"}),
    gaps=frozenset({"seats"}),
    prepare=_of_its_county,
)
_2024 = replace(
    _2022,
    name="handbook 2024",
    columns={**_2022.columns, "council_gss": "ONS local authority code", "candidate": "Name"},
)
_2025 = Layout(
    name="handbook 2025",
    columns={
        "council": "Upper tier authority",
        "ward_gss": "ONS ward code",
        "ward": "Ward/ County Electoral District name",
        "seats": "Seats contested",
        "candidate": "Candidate name",
        "votes": "Votes cast",
        "elected": "Elected",
        "party": "Party name",
    },
    spells_and=True,
)
HANDBOOK = Family("commons-library", catalogue.handbook, (_2021, _2022, _2024, _2025))
CANDIDATES = _2022.needed
"""The columns of the sheet of candidates in 2022."""
WARDS = ("Local authority code", "Local authority name", "Ward code", "Ward name", "Electorate", "Turnout (%)")
"""Those of the sheet of wards in 2022 and 2024."""
WARDS_2021 = tuple(name.replace("Ward ", "Ward/ED ") for name in WARDS)
WARDS_2025 = (
    "Upper tier authority",
    "ONS ward code",
    "Ward/ County Electoral District name",
    "Electorate",
    "Ballots",
    "Invalid votes",
    "Turnout (EC method)",
)
