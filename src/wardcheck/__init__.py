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
    from wardcheck.analysis.elections import ElectionRow, elections
    from wardcheck.analysis.export import CandidacyRow, export
    from wardcheck.analysis.margins import MarginRow, margins
    from wardcheck.analysis.turnout import TurnoutRow, turnout
    from wardcheck.analysis.ward import WardRow, ward
    from wardcheck.checks import CHECKS, Finding, check
    from wardcheck.errors import DataError, NotFoundError, Problem, WardcheckError
    from wardcheck.render.frame import to_frame
    from wardcheck.store import Store, open_store

__version__ = "0.1.0"

# Names are fetched at their first use: the command line starts with this package and needs few of them.
_HOMES = {
    "CHECKS": "checks",
    "Finding": "checks",
    "check": "checks",
    "CandidacyRow": "analysis.export",
    "DataError": "errors",
    "ElectionRow": "analysis.elections",
    "MarginRow": "analysis.margins",
    "NotFoundError": "errors",
    "Problem": "errors",
    "Store": "store",
    "TurnoutRow": "analysis.turnout",
    "WardRow": "analysis.ward",
    "WardcheckError": "errors",
    "elections": "analysis.elections",
    "export": "analysis.export",
    "margins": "analysis.margins",
    "open_store": "store",
    "to_frame": "render.frame",
    "turnout": "analysis.turnout",
    "ward": "analysis.ward",
}

__all__ = [
    "CHECKS",
    "CandidacyRow",
    "DataError",
    "ElectionRow",
    "Finding",
    "MarginRow",
    "NotFoundError",
    "Problem",
    "Store",
    "TurnoutRow",
    "WardRow",
    "WardcheckError",
    "__version__",
    "check",
    "elections",
    "export",
    "margins",
    "open_store",
    "to_frame",
    "turnout",
    "ward",
]


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)


def __dir__() -> list[str]:
    return __all__
