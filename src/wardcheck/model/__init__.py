"""What a declared result consists of: frozen records, no input or output."""

from wardcheck.model.election import Declared, Election, MissingContest, Source
from wardcheck.model.party import INDEPENDENT, UNREGISTERED, Party
from wardcheck.model.ward import (
    Accepted,
    Ballots,
    Candidacy,
    Conflict,
    Rejected,
    ReportedTurnout,
    Status,
    TieBreak,
    Ward,
)

__all__ = [
    "INDEPENDENT",
    "UNREGISTERED",
    "Accepted",
    "Ballots",
    "Candidacy",
    "Conflict",
    "Declared",
    "Election",
    "MissingContest",
    "Party",
    "Rejected",
    "ReportedTurnout",
    "Source",
    "Status",
    "TieBreak",
    "Ward",
]
