"""What the reports of one or more elections share: their totals, and the remarks on wards that have no figures."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, TypeVar

from wardcheck.analysis.report import OfElection, OfWard, Part, Remark, remark
from wardcheck.facts.accounted import contests_missing
from wardcheck.model import Election, Ward
from wardcheck.words import counted

if TYPE_CHECKING:
    from wardcheck.facts.outline import Outline, Outlined

_MANY, _NAMED = 12, 6
"""Of more wards than these a remark names so many, and counts the others."""

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
            words = f" {is_} not in the store, nor in any figure{named}."
            of_many = "Not all contests are in the store, nor in any figure."
            found.append(remark(lead, OfElection(election.slug), words, of_many=of_many))
    return found


def contradictions(found: Sequence[Outlined]) -> list[Remark]:
    """A remark for each kind of declaration that contradicts itself, with the wards; none where all are sound."""
    kinds = {ward.contradiction for _, wards in found for ward in wards}
    return [
        remark(f"No margin, for the declaration has {kind}: ", wards, ".")
        for kind in sorted(kinds - {""})
        if (wards := _in_outline(found, lambda ward: ward.contradiction == kind))  # noqa: B023  used at once
    ]


def level(found: Sequence[Outlined]) -> list[Remark]:
    """A remark on wards with level votes across the cut of which nobody says how that was settled."""
    wards = _in_outline(found, lambda ward: ward.unexplained)
    lead = "Level across the cut, and the ward file does not say how that was settled: "
    return [remark(lead, wards, ".")] if wards else []


def impossible(found: Sequence[Outlined]) -> list[Remark]:
    """A remark on wards with more votes than their papers could hold; none where there are no such wards."""
    wards = _in_outline(found, lambda ward: ward.impossible_papers)
    lead = "More votes than could be cast on the papers that are printed, so that no turnout and no share of papers is "
    lead += "worked out: "
    return [remark(lead, wards, ".")] if wards else []


def wards_named(elections: Sequence[Election], wanted: Callable[[Ward], bool]) -> list[Part]:
    """The wards that are so, each with its election where there are several, with commas between them."""
    wards = ((election.slug, ward.slug) for election in elections for ward in filter(wanted, election.wards))
    return _listed(wards, several=len(elections) > 1)


def _in_outline(found: Sequence[Outlined], wanted: Callable[[Outline], bool]) -> list[Part]:
    wards = ((election.slug, ward.ward) for election, outlines in found for ward in filter(wanted, outlines))
    return _listed(wards, several=len(found) > 1)


def _listed(wards: Iterable[tuple[str, str]], *, several: bool) -> list[Part]:
    every = list(wards)
    parts: list[Part] = []
    for election, ward in every if len(every) <= _MANY else every[:_NAMED]:
        parts += [", "] if parts else []
        parts.append(OfWard(election, ward))
        parts += [" (", OfElection(election), ")"] if several else []
    return parts if len(every) <= _MANY else [*parts, f" and {len(every) - _NAMED:,} more"]
