"""Single values as YAML text that every YAML reader, old or new, takes for the same value."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from datetime import date

_PLAIN = re.compile(r"[^\W\d_](?:[\w .()/'’–-]*[\w.)])?")
_WORDS = frozenset({"y", "n", "yes", "no", "on", "off", "true", "false", "null"})


def scalar(value: object) -> str:
    """One value: text is left plain only where no reader can take it for anything else."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return f"{value:.6f}".rstrip("0").rstrip(".")
    if isinstance(value, int | date):
        return str(value)
    text = str(value)
    if _PLAIN.fullmatch(text) and text.lower() not in _WORDS and text.isprintable():
        return text
    return json.dumps(text, ensure_ascii=False)


def block(entries: Mapping[str, object], indent: str = "") -> list[str]:
    """A line ``key: value`` for each entry, without what is unknown."""
    return [f"{indent}{key}: {scalar(value)}" for key, value in entries.items() if value is not None]


def flow_mapping(entries: Mapping[str, object]) -> str:
    """``{key: value, ...}`` without what is unknown."""
    return (
        "{" + ", ".join(f"{scalar(key)}: {scalar(value)}" for key, value in entries.items() if value is not None) + "}"
    )


def flow_list(values: Iterable[object]) -> str:
    """``[value, ...]``."""
    return "[" + ", ".join(map(scalar, values)) + "]"
