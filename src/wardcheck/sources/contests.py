"""Rows of one file -> contests by council: a ward's poll on a day, ordinary or by-election.

Two polls of one ward are two contests, even on one day. Rows of another day than the one asked for are set apart.
"""

from __future__ import annotations

from bisect import bisect
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from wardcheck.errors import NotFoundError, Problem
from wardcheck.frozen import frozen
from wardcheck.model import MissingContest
from wardcheck.sources.matching import Entry, WardIndex
from wardcheck.sources.rows import Abroad, Published, ResultRow, Unusable
from wardcheck.sources.slugs import slug_of
from wardcheck.store.slugs import is_slug


class Polls(NamedTuple):
    """The polls of one council that make one election: the ordinary ones of a day, or the by-elections."""

    council: str
    by_election: bool


@dataclass(slots=True)
class Group:
    """What a file has of one election."""

    rows: list[ResultRow] = field(default_factory=list)
    doubts: dict[str, int] = field(default_factory=dict)
    """Wards that may lack somebody, by slug of the name, with the line that is the reason."""
    missing: dict[str, MissingContest] = field(default_factory=dict)
    """Wards of which nothing can be used, by slug of the name."""


@frozen
class Contests:
    """The rows of one publication, by election and by ward."""

    path: str
    elections: Mapping[Polls, Group]
    wards: Mapping[bool, WardIndex[list[ResultRow]]]
    """The rows by ward, of by-elections and of the other polls."""
    problems: Sequence[Problem]
    """Rows of the councils wanted that cannot be used, and contests that are set apart."""
    others: Mapping[str, Sequence[Problem]]
    """Every row that cannot be used, by the slug of the council that it names."""
    rows_astray: Mapping[str, int]
    """How many rows cannot be put to a ward, by the slug of the council they name, or stand beside."""
    left_out: int
    """Contests and rows that are in no election and might be: an import of them is not whole."""
    passed: Mapping[str, Sequence[int]]
    """Lines of rows that are no contests, by what they are."""
    abroad: Mapping[str, Abroad]
    """What is of other nations than the one asked for."""
    invisible: int

    @property
    def councils(self) -> frozenset[str]:
        """The slugs of the councils."""
        return frozenset(polls.council for polls in self.elections)


def contests(
    published: Published,
    day: date,
    councils: Sequence[str] = (),
    polled: Mapping[str, date] | None = None,
    *,
    by_election: bool = False,
) -> Contests:
    """The contests of ``day`` in a file, or of the days of their own in ``polled`` (by slug of the ward).

    ``councils`` are names or slugs of those wanted; none means all. ``by_election`` says that all are by-elections.

    Raises:
        NotFoundError: a council was asked for that the file does not have.
    """
    wanted = [slug_of(name) for name in councils]
    path = published.path
    problems: list[Problem] = []
    groups: dict[Polls, Group] = {}
    apart: dict[tuple[Polls, str, date], list[ResultRow]] = {}
    repeated = {
        (slug_of(row.council), slug_of(row.ward))
        for row in published.rows
        if row.day is not None and row.day != day and (polled or {}).get(slug_of(row.ward)) == row.day
    }
    unnamed = 0
    for row in published.rows:
        council, ward = slug_of(row.council), slug_of(row.ward)
        if wanted and council not in wanted:
            continue
        if not is_slug(council):
            problems.append(
                Problem(path, row.line, f"council: expected a name that can name a folder, got {row.council!r}")
            )
            unnamed += 1
            continue
        polls = Polls(council, by_election or row.by_election)
        own_day = (polled or {}).get(ward)
        if row.day in (None, day) and (council, ward) in repeated:
            problems.append(
                Problem(path, row.line, f"{row.ward} ({row.council}): passed over, for it polled {own_day}")
            )
        elif row.day is None or row.day in (day, own_day):
            groups.setdefault(polls, Group()).rows.append(row)
        else:
            apart.setdefault((polls, ward, row.day), []).append(row)
    told, beyond = _set_apart(apart, groups, path, day)
    problems += told
    named = [row.council for row in published.rows] + [bad.council for bad in published.unusable if bad.council]
    there = set(map(slug_of, named))
    for slug in wanted:
        if slug not in there:
            raise NotFoundError(f"{path}: expected the council {slug!r}, got {len(there)} others")
    by_council: dict[str, list[Group]] = {}
    for polls, group in groups.items():
        by_council.setdefault(polls.council, []).append(group)
    others: dict[str, list[Problem]] = {}
    lines = [row.line for row in published.rows]
    astray: dict[str, int] = {}
    stray = 0
    for bad in published.unusable:
        council = slug_of(bad.council)
        others.setdefault(council, []).append(bad.problem)
        at = bisect(lines, bad.problem.line)
        beside = {slug_of(row.council) for row in published.rows[max(at - 1, 0) : at + 1]}
        if wanted and (council not in wanted if council else beside.isdisjoint(wanted)):
            continue
        problems.append(bad.problem)
        if not _missed(bad, by_council.get(council, [])):
            stray += 1
            for slug in {council} if council else beside:
                astray[slug] = astray.get(slug, 0) + 1
    for (council_name, ward_name), line in published.doubts.items():
        for group in by_council.get(slug_of(council_name), []):
            group.doubts.setdefault(slug_of(ward_name), line)
    return Contests(
        path=path,
        elections={polls: groups[polls] for polls in sorted(groups)},
        wards={kind: _index(published, by_election=kind, all_are=by_election) for kind in (False, True)},
        problems=problems,
        others=others,
        rows_astray=astray,
        left_out=unnamed + stray + beyond,
        passed=published.passed,
        abroad=published.abroad,
        invisible=published.invisible,
    )


def _set_apart(
    apart: Mapping[tuple[Polls, str, date], Sequence[ResultRow]],
    groups: Mapping[Polls, Group],
    path: str,
    day: date,
) -> tuple[list[Problem], int]:
    """Contests of another day: told, and missing from the ordinary election of ``day``; else they are counted."""
    problems = []
    beyond = 0
    for (polls, ward, own_day), rows in apart.items():
        first = rows[0]
        what = f"{first.ward} ({first.council}): polled on {own_day}, not on {day}"
        if polls in groups and not polls.by_election:
            what += f"; --polled {ward}={own_day} takes it into this election"
            reason = f"polled on {own_day}; it was not said that it is of this election"
            groups[polls].missing.setdefault(ward, MissingContest(first.ward, reason, first.seats))
        else:
            beyond += 1
        problems.append(Problem(path, first.line, what))
    return problems, beyond


def _missed(bad: Unusable, groups: Sequence[Group]) -> bool:
    """Whether an unusable row names a ward of an election, which then lacks it if no other row has it.

    A council may have an ordinary election and a by-election on one day, and an unusable row cannot be asked of which
    it is: each of the two that has no row of the ward lacks it, rather than one of them pass for whole.
    """
    named = slug_of(bad.ward)
    if not is_slug(named) or not groups:
        return False
    for group in groups:
        if not any(slug_of(row.ward) == named for row in group.rows):
            group.missing.setdefault(named, MissingContest(bad.ward, bad.problem.message))
    return True


def _index(published: Published, *, by_election: bool, all_are: bool) -> WardIndex[list[ResultRow]]:
    wards: dict[tuple[str, str, str | None], list[ResultRow]] = {}
    for row in published.rows:
        if (row.by_election or all_are) is by_election:
            wards.setdefault((row.council, row.ward, row.ward_gss), []).append(row)
    entries = [Entry(council, ward, gss, found, found[0].line) for (council, ward, gss), found in wards.items()]
    return WardIndex(entries, published.path)
