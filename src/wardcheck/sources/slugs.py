"""Names -> slugs, by the rule of Democracy Club's ballot ids, and names as keys that two spellings share."""

from __future__ import annotations

import re
import unicodedata

_FILLERS = re.compile(r"\b(and|the)\b")
_SAINT = re.compile(r"\bsaint\b")


def slug_of(name: str) -> str:
    """``St. Mary's & Trinity`` -> ``st-marys-and-trinity``."""
    words = re.sub(r"['’.,()]", "", _ascii(name.replace("&", " and ")))
    return re.sub(r"[^a-z0-9]+", "-", words).strip("-")


def ward_key(name: str) -> str:
    """What is left of a ward's name when spelling is set aside: ``Saint Mary's & the Park`` -> ``stmaryspark``."""
    words = _SAINT.sub("st", _FILLERS.sub(" ", _ascii(name.replace("-", " "))))
    return re.sub(r"[^a-z0-9]+", "", words)


def _ascii(name: str) -> str:
    return unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode("ascii").lower()
