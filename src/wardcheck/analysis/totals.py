"""What the reports of one or more elections share: their totals, and the remarks on wards that have no figures."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from wardcheck.analysis.report import OfElection, OfWard, Part, Remark, remark
from wardcheck.facts.council import contests_missing
from wardcheck.facts.cut import contradiction, unexplained
from wardcheck.facts.papers import impossible_papers
from wardcheck.model import Election, Ward
from wardcheck.words import counted

RowT = TypeVar("RowT")


def of_each(elections: Sequence[Election], row: Callable[[str | None, Sequence[Ward], bool], RowT]) -> Sequence[RowT]:
    """``row`` of the wards of each election, and of all of them where they are not one.

    It is told whether every contest is there, for figures of a part never stand for the whole.
    """
    totals = [row(election.slug, election.wards, not contests_missing(election)) for election in elections]
    if len(elections) != 1:
        wards = [ward for election in elections for ward in election.wards]
        totals.append(row(None, wards, not any(map(contests_missing, elections))))
    return totals


def incomplete(elections: Sequence[Election]) -> list[Remark]:
    """A remark for each election that lacks contests, by name where they are known."""
    found = []
    for election in elections:
        if count := contests_missing(election):
            lead = f"{counted(count, 'contest')} of "
            named = f": {', '.join(one.ward for one in election.missing)}" if election.missing else ""
            is_ = "is" if count == 1 else "are"
            found.append(remark(lead, OfElection(election.slug), f" {is_} not in the store, nor in any figure{named}."))
    return found


def contradictions(elections: Sequence[Election]) -> list[Remark]:
    """A remark for each kind of declaration that contradicts itself, with the wards; none where all are sound."""
    kinds = sorted({why for election in elections for ward in election.wards if (why := contradiction(ward))})
    found = []
    for kind in kinds:
        wards = wards_named(elections, lambda ward: contradiction(ward) == kind)  # noqa: B023  used at once
        found.append(remark(f"No margin, for the declaration has {kind}: ", wards, "."))
    return found


def level(elections: Sequence[Election]) -> list[Remark]:
    """A remark on wards with level votes across the cut of which nobody says how that was settled."""
    wards = wards_named(elections, unexplained)
    lead = "Level across the cut, and the ward file does not say how that was settled: "
    return [remark(lead, wards, ".")] if wards else []


def impossible(elections: Sequence[Election]) -> list[Remark]:
    """A remark on wards with more votes than their papers could hold; none where there are no such wards."""
    wards = wards_named(elections, impossible_papers)
    lead = "More votes than could be cast on the papers that are printed, so that no turnout and no share of papers is "
    lead += "worked out: "
    return [remark(lead, wards, ".")] if wards else []


def wards_named(elections: Sequence[Election], wanted: Callable[[Ward], bool]) -> list[Part]:
    """The wards that are so, each with its election where there are several, with commas between them."""
    parts: list[Part] = []
    for election in elections:
        for ward in filter(wanted, election.wards):
            parts += [", "] if parts else []
            parts.append(OfWard(election.slug, ward.slug))
            parts += [" (", OfElection(election.slug), ")"] if len(elections) > 1 else []
    return parts
