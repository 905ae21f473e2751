"""Slugs, the names of elections, wards and parties that are also those of folders and files."""

from __future__ import annotations

import re

LONGEST = 100
_BY_ELECTION = re.compile(r"-by-[0-9]{4}-[0-9]{2}-[0-9]{2}$")
_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def is_slug(text: str) -> bool:
    """Whether ``text`` can be a slug: lower-case ASCII letters and digits in words joined by hyphens."""
    return len(text) <= LONGEST and _SLUG.fullmatch(text) is not None


def names_by_election(slug: str) -> bool:
    """Whether the slug of an election is that of by-elections: ``barnet-by-2021-05-06``."""
    return _BY_ELECTION.search(slug) is not None


def council_part(election: str) -> str:
    """The council in the slug of an election: ``nuneaton-and-bedworth`` of ``nuneaton-and-bedworth-2018``."""
    words = election.split("-")
    while len(words) > 1 and (words[-1].isdigit() or words[-1] == "by"):
        words.pop()
    return "-".join(words)
