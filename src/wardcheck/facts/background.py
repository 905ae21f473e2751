"""What is known of a council at an election beyond the file of that election: from the register and other elections."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from wardcheck.facts.baseline import baselines
from wardcheck.facts.council import Council
from wardcheck.facts.cycle import previous
from wardcheck.facts.sitting import council_in, filled_before
from wardcheck.model import Election
from wardcheck.store import Store


class Background(NamedTuple):
    """A council at an election, and what the election is compared with."""

    council: Council
    """The seats that were not up worked out where the file does not have them."""
    before: Election | None = None
    """What the seats are compared with."""
    filled: Mapping[str, Counter[str]] | None = None
    """Who was elected to the seats that are up now, where ``before`` was of the whole council: by ward and party."""
    lacking: str | None = None
    """The slug of the election that the seats would be compared with if the store had it."""
    earlier: Sequence[str] = ()
    """Slugs of elections of the same council that could be named to compare with, where there is no ``before``."""
    mayor: bool | None = None
    """Whether there was a directly elected mayor on the day; ``None`` where no source tells of one."""
    control_from: str | None = None
    """Who had control after the last ordinary election of the council, or the one named: see ``Council.control``."""


def background(election: Election, store: Store, before: str | None = None) -> Background:
    """What the store tells of a council at an election, compared with ``before`` or with what filled the same seats."""
    named = [before] if before is not None else list(baselines(election, store))
    there = [slug for slug in named if store.holds(slug)]
    then = store.election(there[0]) if len(there) == 1 else None
    council = store.councils.of(election)
    last = before if before is not None else previous(election, store.councils)
    return Background(
        council=council_in(election, store),
        before=then,
        filled=filled_before(then, election, store) if then is not None else None,
        lacking=next((slug for slug in named if slug not in there), None),
        earlier=store.earlier(election.slug) if then is None else (),
        mayor=True if council is not None and council.mayor_on(election.date) is not None else None,
        control_from=council_in(store.election(last), store).control
        if last is not None and store.holds(last)
        else None,
    )
