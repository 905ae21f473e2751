"""Rows of a source -> wards: grouped, names of parties resolved, lots taken out of names."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from difflib import get_close_matches

from wardcheck.errors import Problem
from wardcheck.model import Candidacy, Party, TieBreak, Ward
from wardcheck.sources.rows import ResultRow, tidy
from wardcheck.sources.slugs import slug_of
from wardcheck.store.slugs import is_slug

_LOT = re.compile(r"\s*\((not elected|elected)\)$", re.IGNORECASE)
_JOINT = "joint-party:"
_CO_OPERATIVE = re.compile(r"co ?-? ?op", re.IGNORECASE)


def wards_of(
    rows: Sequence[ResultRow],
    path: str,
    source: str,
    parties: Mapping[str, Party],
    spoilt: frozenset[str] = frozenset(),
) -> tuple[list[Ward], list[Problem]]:
    """The wards of one council, in the order of the file, and the problems of those that were left out.

    ``parties`` is the register by the names that the source uses. A ward with a row that cannot be used (``spoilt``,
    as slugs, has those that were told already) is left out whole: a declaration with a candidacy missing is not one.
    Where the source does not print seats they are the
    candidacies declared elected. A ward in which all were elected with no votes was unopposed; its votes are unknown,
    not nought.
    """
    grouped: dict[str, list[ResultRow]] = {}
    for row in rows:
        grouped.setdefault(slug_of(row.ward), []).append(row)
    wards: list[Ward] = []
    problems: list[Problem] = []
    for slug, group in grouped.items():
        faults = _faults(group, path, parties)
        problems += faults
        if not faults and slug not in spoilt:
            wards.append(_ward(slug, group, source, parties))
    return wards, problems


def by_alias(parties: Mapping[str, Party], source: str) -> dict[str, Party]:
    """The register by the names of one source."""
    return {tidy(alias): party for party in parties.values() for alias in party.aliases.get(source, ())}


def _faults(group: Sequence[ResultRow], path: str, parties: Mapping[str, Party]) -> list[Problem]:
    first = group[0]
    faults = []
    slug = slug_of(first.ward)
    if not is_slug(slug) or slug == "election":
        faults.append(Problem(path, first.line, f"ward: expected a name that can name a file, got {first.ward!r}"))
    for row in group:
        if row.party not in parties:
            near = get_close_matches(row.party, parties, n=1)
            hint = f"; nearest: {near[0]}" if near else ""
            what = (
                f"party: expected a name that parties.yaml lists, got {row.party!r} ({row.council}, {row.ward}){hint}"
            )
            faults.append(Problem(path, row.line, what))
    if len({(row.ward, row.ward_gss) for row in group}) > 1:
        names = ", ".join(sorted({f"{row.ward} {row.ward_gss or ''}".strip() for row in group}))
        faults.append(Problem(path, first.line, f"ward: expected one name and GSS code, got {names}"))
    if not any(row.elected for row in group):
        faults.append(Problem(path, first.line, f"ward: expected somebody elected in {first.ward}, got nobody"))
    return faults


def _ward(slug: str, group: Sequence[ResultRow], source: str, parties: Mapping[str, Party]) -> Ward:
    unopposed = all(row.elected and row.votes == 0 for row in group)
    candidates = [_candidacy(row, parties[row.party], unopposed=unopposed) for row in group]
    first = group[0]
    ward = Ward(
        slug=slug,
        name=first.ward,
        seats=first.seats or sum(row.elected for row in group),
        candidates=tuple(sorted(candidates, key=lambda c: (-(c.votes or 0), not c.elected))),
        sources=(source,),
        ballot=first.ballot,
        gss=first.ward_gss,
        status="unopposed" if unopposed else "contested",
    )
    return replace(ward, tie_break=_tie_break(group))


def _candidacy(row: ResultRow, party: Party, *, unopposed: bool) -> Candidacy:
    """A joint candidacy (Labour and Co-operative) keeps the joint id, for its party stands for the larger one."""
    joint = next((i for i in party.ec if i.startswith(_JOINT)), None) if _CO_OPERATIVE.search(row.party) else None
    return Candidacy(
        _LOT.sub("", row.candidate), party.slug, None if unopposed else row.votes, row.elected, party_id=joint
    )


def _tie_break(group: Sequence[ResultRow]) -> TieBreak | None:
    """A lot that the source writes into the names: ``A (ELECTED)`` beside ``B (NOT ELECTED)``, level on votes."""
    marked = [row for row in group if _LOT.search(row.candidate)]
    winners = [row for row in marked if row.elected]
    if len(winners) != 1 or len({row.votes for row in marked}) != 1 or len(marked) == 1:
        return None
    return TieBreak(
        votes=winners[0].votes,
        between=tuple(_LOT.sub("", row.candidate) for row in marked),
        winner=_LOT.sub("", winners[0].candidate),
        method="lot",
    )


def undrawn(ward: Ward, path: str) -> list[Problem]:
    """A tie across the cut of which the source does not say how it was settled."""
    elected = [c.votes for c in ward.elected if c.votes is not None]
    left = [c.votes for c in ward.not_elected if c.votes is not None]
    if ward.tie_break is not None or not elected or not left or min(elected) != max(left):
        return []
    level = ", ".join(c.name for c in ward.candidates if c.votes == min(elected))
    what = f"tie: expected a word on how it was settled in {ward.name}, got none ({level}: {min(elected)} votes each)"
    return [Problem(path, 1, f"{what}; the ward was written without a tie_break")]
