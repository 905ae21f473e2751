"""A second publication of the same declaration: what it adds, and where it disagrees."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from wardcheck.errors import Problem
from wardcheck.model import Candidacy, Conflict, Ward
from wardcheck.sources.slugs import slug_of


def joined(ward: Ward, other: Ward, source: str) -> tuple[Ward, list[str]]:
    """``ward`` with joint party ids that ``other`` knows and a conflict for every vote on which they differ.

    Candidacies are the same if party, surname and first initial say so and say so of one alone in each publication, or
    else party and votes, or else if they are the last of their party in both. A surname takes the other's capitals and
    small letters, for some publications print all capitals. The names of those of ``ward`` that have no counterpart are
    returned beside it.
    """
    conflicts = list(ward.conflicts)
    candidates: list[Candidacy] = []
    alone: list[str] = []
    pairs = _pairs(ward.candidates, other.candidates)
    for place, candidacy in enumerate(ward.candidates):
        same = pairs.get(place)
        if same is None:
            alone.append(candidacy.name)
            candidates.append(candidacy)
            continue
        both = _completed(candidacy, same)
        candidates.append(both)
        if same.votes and both.votes is not None and same.votes != both.votes:  # a nought is a gap there
            conflicts.append(Conflict("votes", same.votes, source, both.name))
        if same.elected != both.elected:
            conflicts.append(Conflict("elected", "elected" if same.elected else "not elected", source, both.name))
    seats, derived = ward.seats, dict(ward.derived)
    if "seats" not in other.derived:
        if derived.pop("seats", None) is not None:
            seats = other.seats  # printed there, worked out here
        elif seats != other.seats:
            conflicts.append(Conflict("seats", other.seats, source))
    if (how := other.derived.get("party_id")) and any(c.party_id is not None for c in candidates):
        derived["party_id"] = how
    sources = ward.sources if source in ward.sources else (*ward.sources, source)
    both_told = replace(
        ward,
        seats=seats,
        candidates=tuple(candidates),
        conflicts=tuple(conflicts),
        sources=sources,
        derived=derived,
    )
    return both_told, alone


def unmatched(names: list[str], ward: Ward, path: str) -> list[Problem]:
    """A problem for each candidacy that the second publication does not have."""
    what = "candidate: expected everybody standing in"
    return [Problem(path, 1, f"{what} {ward.name}, got nobody who can be told to be {name}") for name in names]


def _pairs(ours: tuple[Candidacy, ...], theirs: tuple[Candidacy, ...]) -> dict[int, Candidacy]:
    """Our candidacies by their place (two may share a name) -> theirs."""
    pairs: dict[int, Candidacy] = {}
    left = list(theirs)
    for key in (_person, _poll, _party):
        unpaired = {place: key(c) for place, c in enumerate(ours) if place not in pairs}
        counts, their_counts = Counter(unpaired.values()), Counter(map(key, left))
        by_key = {key(c): c for c in left}
        pairs |= {n: by_key[k] for n, k in unpaired.items() if counts[k] == 1 == their_counts[k]}
        taken = {id(c) for c in pairs.values()}
        left = [c for c in left if id(c) not in taken]
    return pairs


def _person(candidacy: Candidacy) -> tuple[str, ...]:
    """Party, surname and first initial, from ``Anna Maria Smith`` or ``Smith A.``."""
    words = candidacy.name.split()
    if len(words) > 1 and words[-1].endswith("."):
        surname, initial = words[-2], words[-1]
    else:
        surname, initial = words[-1], words[0]
    return candidacy.party, slug_of(surname), slug_of(initial)[:1]


def _poll(candidacy: Candidacy) -> tuple[str, ...]:
    return candidacy.party, str(candidacy.votes)


def _party(candidacy: Candidacy) -> tuple[str, ...]:
    return (candidacy.party,)


def _completed(ours: Candidacy, theirs: Candidacy) -> Candidacy:
    """Ours with the joint id and the small letters of theirs."""
    their_surname = theirs.name.rsplit(" ", 1)[0]
    words = ours.name.split(" ")
    for first in range(len(words)):
        surname = " ".join(words[first:])
        if surname.casefold() == their_surname.casefold() and not their_surname.isupper():
            words[first:] = [their_surname]
    return replace(ours, name=" ".join(words), party_id=ours.party_id or theirs.party_id)
