"""The tables that figures are in: how each is looked up, and the command that prints it."""

from __future__ import annotations

from typing import NamedTuple

from wardcheck.claims import area_figures as area
from wardcheck.claims import party_figures as party
from wardcheck.claims import ward_figures as ward
from wardcheck.claims.ward_figures import Look


class Table(NamedTuple):
    """A command's report, and the command line with the keys of a figure in braces."""

    look: Look
    line: str = ""
    """Empty where no command prints the figure."""
    all_measures: bool = False
    """Whether one table has the figure by every measure."""

    @property
    def name(self) -> str:
        """The command."""
        return self.line.partition(" {")[0]


_PARTIES = "parties {elections} --by {by} --ward {ward} --measure {measure}"
_WARD = "ward {election} {ward}"
_CONTROL = "control {switch} {election} --party {party}"

MARGINS = Table(ward.of_margins, "margins {election} --ward {ward}")
CLOSE = Table(ward.of_close, "close {election} --ward {ward} --party {party} --within {value}")
WARD = Table(ward.of_candidate, _WARD)
PERSON = Table(ward.person_change, _WARD)
PLACE = Table(ward.place_change, _WARD)
TIES = Table(ward.lost_lot, "ties {election} --ward {ward}")
THIRD = Table(ward.to_third, _PARTIES, all_measures=True)
PARTIES = Table(party.of_parties, _PARTIES, all_measures=True)
CHANGE = Table(party.of_change, "change {from} {election} --ward {ward} --measure {measure}", all_measures=True)
SWING = Table(party.of_swing, "swing {from} {election} --between {party},{against} --ward {ward} --measure {measure}")
SEATS = Table(party.of_seats, "seats {election} --from {from}")
GAIN = Table(party.voters("gain"), _CONTROL)
LOSE = Table(party.voters("lose"), _CONTROL)
TURNOUT = Table(area.turnout, "turnout {election} --ward {ward}")
MEDIAN = Table(area.typical_turnout)
SPLITS = Table(area.split_papers, "splits --by party --total {election} --ward {ward}")
COVARIATE = Table(area.covariate)
