"""The House of Commons Library's local election handbook: candidates by ward, in a workbook.

Sheets and columns are found by the names in their header, wherever it stands, so that the years' layouts need not
agree on order. Names are printed ``Surname I.``.
"""

from __future__ import annotations

from wardcheck.sources import catalogue
from wardcheck.sources.cells import FLAG_1_0
from wardcheck.sources.rows import Layout

WARDS = ("Local authority code", "Local authority name", "Ward code", "Ward name", "Electorate", "Turnout (%)")
"""The columns of the sheet of wards."""

HANDBOOK = Layout(
    aliases="commons-library",
    source=catalogue.handbook,
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
CANDIDATES = HANDBOOK.needed
"""The columns of the sheet of candidates."""
