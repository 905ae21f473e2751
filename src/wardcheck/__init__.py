"""English ward elections from declared results.

>>> import wardcheck
>>> store = wardcheck.open_store()
>>> rows = wardcheck.margins(store.election("barnet-2018"))
>>> rows[0].ward, rows[0].margin
('high-barnet', 1)
>>> wardcheck.to_frame(rows)["margin"].dtype
Int64Dtype()
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from wardcheck.analysis.change import ChangeRow, change
    from wardcheck.analysis.change_by_ward import WardChangeRow, change_by_ward
    from wardcheck.analysis.close import CloseRow, close_seats
    from wardcheck.analysis.control import ControlRow, control
    from wardcheck.analysis.councillors import CouncillorRow, councillors
    from wardcheck.analysis.elections import ElectionRow, elections
    from wardcheck.analysis.export import CandidacyRow, export
    from wardcheck.analysis.find import FoundRow, find
    from wardcheck.analysis.flows import FlowRow, flows
    from wardcheck.analysis.history import HistoryRow, history, ward_history
    from wardcheck.analysis.margins import MarginRow, margins
    from wardcheck.analysis.parties import PartyRow, parties
    from wardcheck.analysis.relate import RelatePointRow, RelateRow, relate, relate_points
    from wardcheck.analysis.seats import SeatRow, seats
    from wardcheck.analysis.slates import AlphabetRow, SlateRow, by_alphabet, by_slate
    from wardcheck.analysis.split_proof import ProofRow, split_proof
    from wardcheck.analysis.splits import SplitRow, splits
    from wardcheck.analysis.swing import SwingRow, swing
    from wardcheck.analysis.ties import TieRow, ties
    from wardcheck.analysis.turnout import TurnoutRow, turnout
    from wardcheck.analysis.turnout_change import TurnoutChangeRow, turnout_change
    from wardcheck.analysis.ward import WardRow, ward
    from wardcheck.analysis.whatif import WhatIfRow, whatif
    from wardcheck.checks import CHECKS, Finding, check
    from wardcheck.claims import ClaimRow, read_claims, verdicts
    from wardcheck.errors import DataError, NotFoundError, Problem, WardcheckError
    from wardcheck.model import Candidacy, Election, Ward
    from wardcheck.render.frame import to_frame
    from wardcheck.store import Store, open_store

__version__ = "0.1.0"

# Names are fetched at their first use: the command line starts with this package and needs few of them.
_HOMES = {
    "analysis.change": ("ChangeRow", "change"),
    "analysis.change_by_ward": ("WardChangeRow", "change_by_ward"),
    "analysis.close": ("CloseRow", "close_seats"),
    "analysis.control": ("ControlRow", "control"),
    "analysis.councillors": ("CouncillorRow", "councillors"),
    "analysis.elections": ("ElectionRow", "elections"),
    "analysis.export": ("CandidacyRow", "export"),
    "analysis.find": ("FoundRow", "find"),
    "analysis.flows": ("FlowRow", "flows"),
    "analysis.history": ("HistoryRow", "history", "ward_history"),
    "analysis.margins": ("MarginRow", "margins"),
    "analysis.parties": ("PartyRow", "parties"),
    "analysis.relate": ("RelatePointRow", "RelateRow", "relate", "relate_points"),
    "analysis.seats": ("SeatRow", "seats"),
    "analysis.slates": ("AlphabetRow", "SlateRow", "by_alphabet", "by_slate"),
    "analysis.split_proof": ("ProofRow", "split_proof"),
    "analysis.splits": ("SplitRow", "splits"),
    "analysis.swing": ("SwingRow", "swing"),
    "analysis.ties": ("TieRow", "ties"),
    "analysis.turnout": ("TurnoutRow", "turnout"),
    "analysis.turnout_change": ("TurnoutChangeRow", "turnout_change"),
    "analysis.ward": ("WardRow", "ward"),
    "analysis.whatif": ("WhatIfRow", "whatif"),
    "checks": ("CHECKS", "Finding", "check"),
    "claims": ("ClaimRow", "read_claims", "verdicts"),
    "errors": ("DataError", "NotFoundError", "Problem", "WardcheckError"),
    "model": ("Candidacy", "Election", "Ward"),
    "render.frame": ("to_frame",),
    "store": ("Store", "open_store"),
}

__all__ = [
    "CHECKS",
    "AlphabetRow",
    "Candidacy",
    "CandidacyRow",
    "ChangeRow",
    "ClaimRow",
    "CloseRow",
    "ControlRow",
    "CouncillorRow",
    "DataError",
    "Election",
    "ElectionRow",
    "Finding",
    "FlowRow",
    "FoundRow",
    "HistoryRow",
    "MarginRow",
    "NotFoundError",
    "PartyRow",
    "Problem",
    "ProofRow",
    "RelatePointRow",
    "RelateRow",
    "SeatRow",
    "SlateRow",
    "SplitRow",
    "Store",
    "SwingRow",
    "TieRow",
    "TurnoutChangeRow",
    "TurnoutRow",
    "Ward",
    "WardChangeRow",
    "WardRow",
    "WardcheckError",
    "WhatIfRow",
    "__version__",
    "by_alphabet",
    "by_slate",
    "change",
    "change_by_ward",
    "check",
    "close_seats",
    "control",
    "councillors",
    "elections",
    "export",
    "find",
    "flows",
    "history",
    "margins",
    "open_store",
    "parties",
    "read_claims",
    "relate",
    "relate_points",
    "seats",
    "split_proof",
    "splits",
    "swing",
    "ties",
    "to_frame",
    "turnout",
    "turnout_change",
    "verdicts",
    "ward",
    "ward_history",
    "whatif",
]


def __getattr__(name: str) -> object:
    for home, names in _HOMES.items():
        if name in names:
            return getattr(import_module(f"{__name__}.{home}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return __all__
