"""One ward through all elections of a council: which ward of each is the same place, and which only has its name."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Literal, NamedTuple

from wardcheck.model import Election, Ward

SameWard = Literal["code", "name", "redrawn"]


class Found(NamedTuple):
    """What an election has of a ward."""

    election: Election
    ward: Ward
    same: SameWard
    """``code``: the same GSS code. ``name``: the same slug, and nothing speaks against it. ``redrawn``: the same slug,
    with other boundaries."""


def through_time(ward: Ward, of: Election, elections: Iterable[Election]) -> Sequence[Found]:
    """What ``elections`` have of the ward that ``of`` has, by date; ``of`` is among them.

    By the rule of ``matched.comparison``: by GSS code where both have one, else by slug; a ward that was redrawn has
    another code. A ward without a code says nothing of its boundaries, so that it counts as redrawn where a ward of
    its name with another code stands between it and ``of``.
    """
    in_order = sorted(elections, key=lambda election: (election.date, election.slug))
    at = next(n for n, election in enumerate(in_order) if election.slug == of.slug)
    before = _walk(ward, reversed(in_order[:at]))
    return [*reversed(before), Found(of, ward, "code" if ward.gss else "name"), *_walk(ward, in_order[at + 1 :])]


def _walk(ward: Ward, elections: Iterable[Election]) -> list[Found]:
    """What is found on the way from the ward's own election, the nearest first."""
    found: list[Found] = []
    code, redrawn = ward.gss, False
    for election in elections:
        by_code = next((other for other in election.wards if code is not None and other.gss == code), None)
        if by_code is not None:
            found.append(Found(election, by_code, "code" if ward.gss else "name"))
            continue
        named = next((other for other in election.wards if other.slug == ward.slug), None)
        if named is None:
            continue
        redrawn = redrawn or None not in (code, named.gss)
        code = code or named.gss
        found.append(Found(election, named, "redrawn" if redrawn else "name"))
    return found
