"""Ids of parties as a source prints them, kept where they say more than the party: a joint candidacy."""

from __future__ import annotations

import re
from collections.abc import Iterator

from wardcheck.errors import Problem
from wardcheck.model import Party
from wardcheck.sources.rows import ResultRow

_JOINT = "joint-party:"
_CO_OPERATIVE = re.compile(r"co ?-? ?op", re.IGNORECASE)
_PARTY = re.compile(r"(party:|PP)([0-9]+)")


def party_id(row: ResultRow, party: Party) -> str | None:
    """The joint id that the source prints; where it prints no ids at all, that of the name it writes.

    The latter is worked out, which the ward says under ``derived``.
    """
    if row.party_id is not None:
        return row.party_id if row.party_id.startswith(_JOINT) else None
    return _joint_id(party) if _CO_OPERATIVE.search(row.party) else None


def party_id_notes(row: ResultRow, party: Party, path: str) -> Iterator[Problem]:
    """An id that the source prints beside the name of another party, or of the same one standing in another way."""
    given = row.party_id
    if given is None or not party.ec:
        return
    where = f"{row.candidate}, {row.ward}, {row.council}"
    known = {_written(known) for known in party.ec}
    if _written(given) not in known:
        yield Problem(path, row.line, f"party_id: expected an id of {party.name}, got {given!r} ({where})")
    elif _joint_id(party) is not None and given.startswith(_JOINT) != bool(_CO_OPERATIVE.search(row.party)):
        kept = "the id was kept" if given.startswith(_JOINT) else "no joint id was made of the name"
        what = f"party_id: expected an id that fits the name {row.party!r}, got {given!r} ({where}); {kept}"
        yield Problem(path, row.line, what)


def _joint_id(party: Party) -> str | None:
    return next((known for known in party.ec if known.startswith(_JOINT)), None)


def _written(text: str) -> str:
    """``party:53`` as ``PP53``."""
    return _PARTY.sub(r"PP\2", text)
