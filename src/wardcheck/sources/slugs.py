"""Names as slugs, and as keys that two spellings share."""

from __future__ import annotations

import re
from functools import lru_cache

from wardcheck.store.names import plain, slug_of

__all__ = ["slug_of", "ward_key"]

_FILLERS = re.compile(r"\b(and|the)\b")
_SAINT = re.compile(r"\bsaint\b")


@lru_cache(maxsize=65_536)  # asked for each row, of which there are few names
def ward_key(name: str) -> str:
    """What is left of a ward's name when spelling is set aside: ``Saint Mary's & the Park`` -> ``stmaryspark``."""
    words = _SAINT.sub("st", _FILLERS.sub(" ", plain(name.replace("-", " "))))
    return re.sub(r"[^a-z0-9]+", "", words)
