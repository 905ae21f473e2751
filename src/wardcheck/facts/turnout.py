"""Turnout of a ward and of several together, by one named definition, with bounds where a count is unknown."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Literal, NamedTuple

from wardcheck.facts.cut import had_poll
from wardcheck.facts.papers import (
    BALLOT_BOX,
    VALID,
    Definition,
    half_of_last_digit,
    least_papers,
    papers_between,
    papers_by,
    percent,
)
from wardcheck.model import Ward

if TYPE_CHECKING:
    from fractions import Fraction


class Turnout(NamedTuple):
    """The turnout of some wards, by one definition. ``None`` is unknown, or there are no wards."""

    wards: int
    """How many they are."""
    electorate: int | None
    papers: int | None
    """``None`` where the papers of one of them are unknown, its percentage being a reported one."""
    pct: float | None


def turnout_by(ward: Ward, definition: Definition) -> float | None:
    """Turnout in percent, counted or else as a source reports it by this very definition; ``None`` where unknown."""
    counted = percent(papers_by(ward, definition), ward.electorate)
    reported = ward.turnout_reported
    if counted is None and reported is not None and reported.of == definition:
        return reported.pct
    return counted


def turnout_pct(ward: Ward) -> float | None:
    """Ballot-box turnout in percent, counted or else as a source reports it; ``None`` where unknown."""
    return turnout_by(ward, BALLOT_BOX)


def one_ward(ward: Ward, definition: Definition) -> Turnout:
    """What is known of one ward; its percentage may be known and its counts not."""
    return Turnout(1, ward.electorate, papers_by(ward, definition), turnout_by(ward, definition))


def has_turnout(ward: Ward, definition: Definition) -> bool:
    """Whether a ward can be part of a turnout of several: it polled, and its percentage and electorate are known."""
    return had_poll(ward) and bool(ward.electorate) and turnout_by(ward, definition) is not None


def overall(wards: Iterable[Ward], definition: Definition) -> Turnout:
    """The turnout of ``wards`` together, where each of those that polled has one; otherwise ``None``.

    Weighted by electorate, which is all papers over all electors where the papers are known. Wards without a poll
    have neither papers nor electors here. A part never speaks for the whole: with one ward unknown all is.
    """
    polled = [ward for ward in wards if had_poll(ward)]
    if not polled or not all(has_turnout(ward, definition) for ward in polled):
        return Turnout(len(polled), None, None, None)
    electors = sum(ward.electorate or 0 for ward in polled)
    counts = [papers_by(ward, definition) for ward in polled]
    known = [count for count in counts if count is not None]
    weighted = sum((turnout_by(ward, definition) or 0) * (ward.electorate or 0) for ward in polled)
    return Turnout(len(polled), electors, sum(known) if len(known) == len(counts) else None, weighted / electors)


class Together(NamedTuple):
    """Where the turnout of some wards lies, in percent, and what it rests on."""

    least: Fraction
    most: Fraction
    basis: Literal["known", "reported", "bounds"]
    """``reported``: on percentages of wards that are of no stated definition, some of them or all."""
    rounded: Fraction
    """By how many points at the most rounding in a source can have moved it."""


def together(wards: Sequence[Ward], definition: Definition) -> Together | None:
    """What can be said of the turnout of ``wards`` together; ``None`` where nothing can, or no ward polled.

    Known where each ward that polled has a turnout by this definition. Otherwise a percentage that a source reports
    without a definition is taken for one of this, and says that it is: ``wardcheck turnout`` shows it as reported and
    never as a turnout, and a claim is judged by it under either definition. Where a ward has none, or its votes and
    papers do not allow the percentage by this definition, within the bounds that these set.
    """
    from fractions import Fraction

    pct, rounded = overall(wards, definition).pct, _rounding(wards, definition)
    if pct is not None:
        return Together(Fraction(pct), Fraction(pct), "known", rounded)
    possible = not any(had_poll(ward) and _contradicted(ward, definition) for ward in wards)
    if possible and (reported := reported_between(wards, definition)) is not None:
        return Together(*reported, "reported", rounded)
    found = overall_between(wards, definition)
    return Together(*found, "bounds", rounded) if found is not None else None


def _rounding(wards: Iterable[Ward], definition: Definition) -> Fraction:
    """By how many points at the most the turnout of ``wards`` together can be moved by rounding in the source.

    The mean over the electors; the most of any ward where these are not known of each.
    """
    from fractions import Fraction

    halves: list[tuple[Fraction, int | None]] = []
    for ward in wards:
        if had_poll(ward):
            counted = percent(papers_by(ward, definition), ward.electorate) is not None
            reported = None if counted else ward.turnout_reported
            halves.append((half_of_last_digit(reported.pct) if reported is not None else Fraction(), ward.electorate))
    electors = [electorate for _, electorate in halves if electorate]
    if len(electors) < len(halves):
        return max(half for half, _ in halves)
    return sum((half * (n or 0) for half, n in halves), Fraction()) / (sum(electors) or 1)


def _contradicted(ward: Ward, definition: Definition) -> bool:
    """Whether a percentage of no stated definition, where no other is known, cannot be one of this.

    Votes and papers set other bounds then.
    """
    reported, bounds = ward.turnout_reported, papers_between(ward, definition)
    needed = reported is not None and reported.of is None and turnout_by(ward, definition) is None
    if reported is None or not needed or bounds is None or not ward.electorate:
        return False
    least, most = (100 * n / ward.electorate for n in bounds)
    half = float(half_of_last_digit(reported.pct))
    return not least - half <= reported.pct <= most + half


def reported_between(wards: Iterable[Ward], definition: Definition) -> tuple[Fraction, Fraction] | None:
    """The least and the most that the turnout of ``wards`` together can be, in percent, of what is reported of each.

    A percentage of no stated definition is taken for one of this. Where the electorate of a ward is not known its
    weight has bounds: the papers of a percentage *p* are at least ``least_papers`` and, the valid ones, at most the
    votes, and the electors these divided by *p*. Nothing bounds all papers from above, and then the turnout lies
    between that of the lowest and that of the highest ward. ``None`` where a ward that polled has no percentage.
    """
    from fractions import Fraction  # which the start of other commands need not wait for

    found: list[tuple[Fraction, Fraction, Fraction | None]] = []
    for ward in wards:
        if not had_poll(ward):
            continue
        reported, pct = ward.turnout_reported, turnout_by(ward, definition)
        if pct is None and reported is not None and reported.of is None:
            pct = reported.pct
        least, votes = least_papers(ward), ward.total_votes
        if not pct or least is None or votes is None:
            return None
        exact = Fraction(pct)
        if ward.electorate:
            found.append((exact, Fraction(ward.electorate), Fraction(ward.electorate)))
        else:
            most = 100 * votes / exact if definition == VALID else None
            found.append((exact, 100 * least / exact, most))
    if not found:
        return None
    found.sort(key=lambda one: one[0])
    if any(most is None for *_, most in found):
        return found[0][0], found[-1][0]
    # the least is that of some number of the lowest wards at their most and all others at their least
    lowest, highest = ([_weighted(part, n) for n in range(len(found) + 1)] for part in (found, found[::-1]))
    return min(lowest), max(highest)


def _weighted(wards: Sequence[tuple[Fraction, Fraction, Fraction | None]], most: int) -> Fraction:
    """The mean of percentages, the first ``most`` of them at their highest weights and the others at their lowest."""
    weights = [(pct, (high or low) if n < most else low) for n, (pct, low, high) in enumerate(wards)]
    return sum((pct * weight for pct, weight in weights), start=weights[0][0] * 0) / sum(w for _, w in weights)


def overall_between(wards: Iterable[Ward], definition: Definition) -> tuple[Fraction, Fraction] | None:
    """The least and the most that the turnout of ``wards`` together can be, in percent, whatever is unknown.

    ``None`` where no ward polled, where the electorate of one that did is not known, or nothing bounds its papers. A
    percentage that a source reports by this definition is taken as it stands. See ``papers_between``.
    """
    from fractions import Fraction

    least = most = Fraction()
    electors = 0
    for ward in wards:
        if not had_poll(ward):
            continue
        bounds, reported = papers_between(ward, definition), turnout_by(ward, definition)
        if not ward.electorate or (bounds is None and reported is None):
            return None
        electors += ward.electorate
        if papers_by(ward, definition) is None and reported is not None:
            share = Fraction(reported) * ward.electorate / 100
            least, most = least + share, most + share
        elif bounds is not None:
            least, most = least + bounds.least, most + bounds.most
    return (100 * least / electors, 100 * most / electors) if electors else None
