"""Slugs, the names of elections, wards and parties that are also those of folders and files."""

from __future__ import annotations

import re

LONGEST = 100
_BY_ELECTION = r"-by-[0-9]{4}-[0-9]{2}-[0-9]{2}$"
_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_DAY = re.compile(r"-(by-)?[0-9]{4}(-[0-9]{2}-[0-9]{2})?$")


def is_slug(text: str) -> bool:
    """Whether ``text`` can be a slug: lower-case ASCII letters and digits in words joined by hyphens."""
    return len(text) <= LONGEST and _SLUG.fullmatch(text) is not None


def names_by_election(slug: str) -> bool:
    """Whether the slug of an election is that of by-elections: ``barnet-by-2021-05-06``."""
    return re.search(_BY_ELECTION, slug) is not None


def divided(election: str) -> tuple[str, str] | None:
    """The council in the slug of an election, and the year or day after it; ``None`` if it does not end with one."""
    found = _DAY.search(election) if is_slug(election) else None
    return (election[: found.start()], found[0][1:]) if found else None


def council_in_slug(election: str) -> str:
    """The council in the slug of an election: ``barnet`` of ``barnet-2018`` and of ``barnet-by-2021-05-06``.

    Only the year or the day at its end goes, so that a council with a number in its name keeps it.
    """
    return _DAY.sub("", election)
