"""What is in the store?"""

from __future__ import annotations

import datetime
from typing import Annotated

from wardcheck.analysis.report import Report
from wardcheck.analysis.totals import incomplete
from wardcheck.facts.accounted import contests_missing
from wardcheck.facts.outline import outlined
from wardcheck.frozen import frozen
from wardcheck.model import Election


@frozen
class ElectionRow:
    """One election of the store."""

    election: Annotated[str, "slug of the election, as the other commands take it"]
    council: Annotated[str, "name of the council"]
    date: Annotated[datetime.date, "polling day"]
    kind: Annotated[str | None, "all, thirds, halves or by-election; empty if unknown"]
    wards: Annotated[int, "wards in the store"]
    seats: Annotated[int, "seats to be filled in those wards"]
    candidates: Annotated[int, "candidacies in those wards"]
    previous: Annotated[str | None, "slug of the ordinary election before it; empty if unknown"]
    missing: Annotated[int, "contests of it that are known not to be in the store, nor in the counts"]


def elections(*found: Election) -> Report[ElectionRow, None]:
    """A row for each election, by council and date."""
    rows = [
        ElectionRow(
            election=e.slug,
            council=e.council,
            date=e.date,
            kind=e.kind,
            wards=len(wards),
            seats=sum(ward.seats for ward in wards),
            candidates=sum(ward.candidates for ward in wards),
            previous=e.previous,
            missing=contests_missing(e),
        )
        for e, wards in outlined(found)
    ]
    return Report(sorted(rows, key=lambda row: (row.council, row.date, row.election)), None, incomplete(found))
