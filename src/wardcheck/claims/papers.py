"""Turnout for a claim: a figure where it is counted, and otherwise the bounds that the votes set to it."""

from __future__ import annotations

from collections.abc import Sequence

from wardcheck.claims.found import Absent, Found, Span, Unknown, known
from wardcheck.facts.cut import had_poll
from wardcheck.facts.papers import BALLOT_BOX, PAPERS, VALID, Definition, papers_by
from wardcheck.facts.turnout import overall, overall_between, turnout_by
from wardcheck.model import Ward


def turnout_of_ward(ward: Ward, definition: Definition) -> Found:
    """The turnout of one ward in percent."""
    value = turnout_by(ward, definition)
    if value is not None:
        return known(value, "")
    if not had_poll(ward):
        return Absent(f"{ward.slug} had no poll")
    return _bounds([ward], definition) or Unknown(f"the turnout of {ward.slug} is not known by this definition")


def turnout_of_election(election: str, wards: Sequence[Ward], definition: Definition) -> Found:
    """The turnout of all wards together in percent, as ``wardcheck turnout --total`` has it."""
    together = overall(wards, definition)
    if together.pct is not None:
        return known(together.pct, "")
    if not together.wards:
        return Unknown(f"{election} has no wards that polled")
    return _bounds(wards, definition) or Unknown(_lacking(election, wards, definition))


def _lacking(election: str, wards: Sequence[Ward], definition: Definition) -> str:
    polled = [ward for ward in wards if had_poll(ward)]
    electorate = all(ward.electorate for ward in polled)
    papers = all(turnout_by(ward, definition) is not None for ward in polled)
    if not electorate and not papers:
        return f"neither the papers nor the electorate of {election} are in the store"
    if not electorate:
        return f"the electorate of {election} is not in the store"
    return f"the {PAPERS[definition]} of {election} are not in the store"


def _bounds(wards: Sequence[Ward], definition: Definition) -> Span | None:
    """Where turnout of valid papers lies, which are bounded by votes and by the papers at the count.

    ``None`` for turnout of all papers, which nothing but the electorate bounds from above.
    """
    if definition != VALID or any(papers_by(ward, BALLOT_BOX) is None for ward in wards if had_poll(ward)):
        return None
    between = overall_between(wards, definition)
    return Span(*between, "valid papers are not in the store") if between is not None else None
