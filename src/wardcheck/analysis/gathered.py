"""What is to be said of many elections in few sentences: the same remark of several is said once, with how many."""

from __future__ import annotations

import re
from collections.abc import Iterable

from wardcheck.analysis.report import OfWard, Part, Remark, Slugs, remark
from wardcheck.store.slugs import council_in_slug
from wardcheck.words import counted

NAMED = 3
"""Elections, and wards of one of them, that are named at the most."""

_FIGURE = re.compile(r"[0-9][0-9,.]*")


def gathered(remarks: Iterable[tuple[str, Remark]]) -> list[Remark]:
    """Remarks, each with the slug of the election that it is of, told once for all elections of which they are alike.

    Alike are those that differ in figures and names alone, or in the reason that follows a colon. Where the sentences
    are the same, it is told of all; where they are not, the one of the first election stands as an example. A remark
    of one election alone is told with it. In the order in which each was first made.
    """
    groups: dict[str, list[tuple[str, Remark]]] = {}
    for slug, one in remarks:
        groups.setdefault(_shape(slug, one), []).append((slug, one))
    return [_together(group) for group in groups.values()]


def _shape(slug: str, one: Remark) -> str:
    """The words of a remark of an election without figures, names and slugs of its council, up to the first colon."""
    slugs = re.compile(rf"{re.escape(council_in_slug(slug))}-(by-)?[0-9-]*[0-9](, )?")
    words = "".join(_FIGURE.sub("#", slugs.sub("@", part)) if isinstance(part, str) else "@" for part in one.parts)
    return words.partition(": ")[0]


def _together(group: list[tuple[str, Remark]]) -> Remark:
    slugs = list(dict.fromkeys(slug for slug, _ in group))
    first = group[0][1]
    in_rows = all(one.in_rows for _, one in group)
    if len(slugs) == 1:
        itself = first.text(Slugs()).startswith(slugs[0])
        return remark("" if itself else f"{slugs[0]}: ", _short(first), in_rows=in_rows)
    some = ", ".join(slugs[:NAMED]) + (", ..." if len(slugs) > NAMED else "")
    example = "" if all(one.parts == first.parts for _, one in group) else ", of the first"
    return remark(f"{counted(len(slugs), 'election')} ({some}){example}: ", _short(first), in_rows=in_rows)


def _short(one: Remark) -> list[Part]:
    """A remark with the first few wards of a list of them, and how many more there are."""
    wards = [n for n, part in enumerate(one.parts) if isinstance(part, OfWard)]
    if len(wards) <= NAMED:
        return list(one.parts)
    after, last = wards[NAMED - 1] + 1, wards[-1] + 1
    return [*one.parts[:after], f" and {len(wards) - NAMED} more", *one.parts[last:]]
