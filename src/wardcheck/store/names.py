"""Names -> slugs, by the rule of Democracy Club's ballot ids."""

from __future__ import annotations

import re
from functools import lru_cache

from wardcheck.model import UNREGISTERED
from wardcheck.store.slugs import LONGEST


@lru_cache(maxsize=65_536)  # asked for each row of an import, of which there are few names
def slug_of(name: str) -> str:
    """``St. Mary's & Trinity`` -> ``st-marys-and-trinity``."""
    words = re.sub(r"['’.,()]", "", plain(name.replace("&", " and ")))
    return re.sub(r"[^a-z0-9]+", "-", words).strip("-")


def unregistered(party: str) -> str:
    """The slug of a party that the register does not have: ``RES`` -> ``x-res``."""
    return f"{UNREGISTERED}{slug_of(party) or 'unnamed'}"[:LONGEST].rstrip("-")


def plain(name: str) -> str:
    """Lower-case ASCII: accents are dropped, and so is what has no ASCII letter."""
    import unicodedata  # a library of its own, that most starts do without

    return unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode("ascii").lower()
