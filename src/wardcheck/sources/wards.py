"""Rows of a source -> wards: grouped, party codes resolved, lots taken out of names."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from difflib import get_close_matches

from wardcheck.errors import Problem
from wardcheck.model import Candidacy, Party, TieBreak, Ward
from wardcheck.sources.rows import ResultRow
from wardcheck.sources.slugs import slug_of

_LOT = re.compile(r"\s*\((not elected|elected)\)$", re.IGNORECASE)


def wards_of(
    rows: Sequence[ResultRow], path: str, source: str, codes: Mapping[str, Party]
) -> tuple[list[Ward], list[Problem]]:
    """The wards of one council, in the order of the file, and the problems of those that were left out.

    A ward with a row that cannot be used is left out whole: a declaration with a candidacy missing is not one.
    Seats are the candidacies declared elected, since these sources do not print seats. A ward in which all were
    elected with no votes was unopposed; its votes are unknown, not nought.
    """
    grouped: dict[str, list[ResultRow]] = {}
    for row in rows:
        grouped.setdefault(slug_of(row.ward), []).append(row)
    wards: list[Ward] = []
    problems: list[Problem] = []
    for slug, group in grouped.items():
        faults = _faults(group, path, codes)
        problems += faults
        if not faults:
            wards.append(_ward(slug, group, source, codes))
    return wards, problems


def codes_of(parties: Mapping[str, Party], source: str) -> dict[str, Party]:
    """The register by the codes of one source."""
    return {alias: party for party in parties.values() for alias in party.aliases.get(source, ())}


def _faults(group: Sequence[ResultRow], path: str, codes: Mapping[str, Party]) -> list[Problem]:
    faults = []
    for row in group:
        if row.party not in codes:
            near = get_close_matches(row.party, codes, n=1)
            hint = f"; nearest: {near[0]}" if near else ""
            what = f"party: expected a code that parties.yaml lists, got {row.party!r} ({row.ward}){hint}"
            faults.append(Problem(path, row.line, what))
    if len({row.ward_gss for row in group}) > 1 or len({row.ward for row in group}) > 1:
        names = ", ".join(sorted({f"{row.ward} {row.ward_gss or ''}".strip() for row in group}))
        faults.append(Problem(path, group[0].line, f"ward: expected one name and GSS code, got {names}"))
    if not any(row.elected for row in group):
        faults.append(Problem(path, group[0].line, f"ward: expected somebody elected in {group[0].ward}, got nobody"))
    return faults


def _ward(slug: str, group: Sequence[ResultRow], source: str, codes: Mapping[str, Party]) -> Ward:
    unopposed = all(row.elected and row.votes == 0 for row in group)
    candidates = tuple(
        Candidacy(_LOT.sub("", row.candidate), codes[row.party].slug, None if unopposed else row.votes, row.elected)
        for row in group
    )
    ward = Ward(
        slug=slug,
        name=group[0].ward,
        seats=sum(row.elected for row in group),
        candidates=tuple(sorted(candidates, key=lambda c: (-(c.votes or 0), not c.elected))),
        sources=(source,),
        gss=group[0].ward_gss,
        status="unopposed" if unopposed else "contested",
    )
    return replace(ward, tie_break=_tie_break(group))


def _tie_break(group: Sequence[ResultRow]) -> TieBreak | None:
    """A lot that the source writes into the names: ``A (ELECTED)`` beside ``B (NOT ELECTED)``, level on votes."""
    marked = [row for row in group if _LOT.search(row.candidate)]
    winners = [row for row in marked if row.elected]
    if len(winners) != 1 or len({row.votes for row in marked}) != 1 or len(marked) < 2:
        return None
    return TieBreak(
        votes=winners[0].votes,
        between=tuple(_LOT.sub("", row.candidate) for row in marked),
        winner=_LOT.sub("", winners[0].candidate),
        method="lot",
    )
