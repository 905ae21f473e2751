"""Names -> slugs, by the rule of Democracy Club's ballot ids."""

from __future__ import annotations

import re
import unicodedata


def slug_of(name: str) -> str:
    """``St. Mary's & Trinity`` -> ``st-marys-and-trinity``."""
    words = unicodedata.normalize("NFKD", name.replace("&", " and ")).encode("ascii", "ignore").decode("ascii").lower()
    return re.sub(r"[^a-z0-9]+", "-", re.sub(r"['.,()]", "", words)).strip("-")
