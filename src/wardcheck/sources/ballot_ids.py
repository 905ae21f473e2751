"""Democracy Club's ballot ids: ``local.COUNCIL.WARD.DATE``, and ``local.COUNCIL.WARD.by.DATE`` for a by-election."""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple

from wardcheck.store.slugs import is_slug

_ID = re.compile(r"local\.([^.]+)\.([^.]+)(\.by)?\.([0-9]{4}-[0-9]{2}-[0-9]{2})")
_SMALL = frozenset({"and", "upon", "of", "the", "on", "in", "with", "le", "under"})

OTHERS = {
    "mayor": "mayoral elections",
    "pcc": "elections of police commissioners",
    "parl": "parliamentary elections",
    "gla": "elections of the London Assembly",
    "europarl": "European elections",
    "ref": "referendums",
    "senedd": "elections of the Senedd",
    "naw": "elections of the Senedd",
    "sp": "elections of the Scottish Parliament",
    "nia": "elections of the Northern Ireland Assembly",
}
"""What other elections have ids, by the word these begin with."""


class BallotId(NamedTuple):
    """The parts of an id; council and ward are slugs."""

    council: str
    ward: str
    by_election: bool
    day: date


def parts_of(text: str) -> BallotId | None:
    """The parts of the id of a local election, or ``None`` if the text is no such id."""
    found = _ID.fullmatch(text)
    if found is None or not (is_slug(found[1]) and is_slug(found[2])):
        return None
    try:
        day = date.fromisoformat(found[4])
    except ValueError:
        return None
    return BallotId(found[1], found[2], found[3] is not None, day)


def council_of(text: str) -> str:
    """The council that an id names even if it is no whole id, or nothing."""
    parts = text.split(".")
    return parts[1] if len(parts) > 1 and is_slug(parts[1]) else ""


def words_of(slug: str) -> str:
    """``kingston-upon-thames`` -> ``Kingston upon Thames``."""
    words = slug.split("-")
    return " ".join(w if n and w in _SMALL else w.capitalize() for n, w in enumerate(words))
