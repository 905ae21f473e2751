"""Names as slugs, and as keys that two spellings share."""

from __future__ import annotations

import re

from wardcheck.store.names import plain, slug_of

__all__ = ["slug_of", "ward_key"]

_FILLERS = re.compile(r"\b(and|the)\b")
_SAINT = re.compile(r"\bsaint\b")


def ward_key(name: str) -> str:
    """What is left of a ward's name when spelling is set aside: ``Saint Mary's & the Park`` -> ``stmaryspark``."""
    words = _SAINT.sub("st", _FILLERS.sub(" ", plain(name.replace("-", " "))))
    return re.sub(r"[^a-z0-9]+", "", words)
