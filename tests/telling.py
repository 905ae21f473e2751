"""The shipped elections that try a screen hardest, so that it need not be drawn a hundred times at every width."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from functools import cache

from wardcheck.model import Election
from wardcheck.store import Store

THOROUGH = os.environ.get("HYPOTHESIS_PROFILE") == "thorough"

_MOST: tuple[Callable[[Election], int], ...] = (
    lambda e: len(e.slug),
    lambda e: len(e.wards),
    lambda e: max(len(w.name) for w in e.wards),
    lambda e: max(w.electorate or 0 for w in e.wards),
    lambda e: max(len(w.candidates) for w in e.wards),
    lambda e: max(len(c.name) for w in e.wards for c in w.candidates),
    lambda e: max(c.votes or 0 for w in e.wards for c in w.candidates),
    lambda e: len({c.party for w in e.wards for c in w.candidates}),
    lambda e: sum(w.status != "contested" for w in e.wards),
    lambda e: sum(w.tie_break is not None for w in e.wards),
    lambda e: sum(w.electorate is None for w in e.wards),
)
"""What makes a column wide, a table long, or a cell empty."""


def telling(store: Store) -> list[Election]:
    """Of each kind of election one, and those with most of whatever takes room; all of them in the thorough profile."""
    return [*_telling(store)]


@cache
def _telling(store: Store) -> Sequence[Election]:
    """They are sought once: a score of tests ask for them, and to choose them every ward is decoded many times."""
    found = store.elections()
    if THOROUGH:
        return found
    chosen = {max(found, key=most).slug for most in _MOST} | set({e.kind: e.slug for e in found}.values())
    return [e for e in found if e.slug in chosen]
