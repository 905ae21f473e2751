"""What is to be said of many elections in few sentences: the same remark of several is said once, with how many."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from wardcheck.analysis.report import OfCouncil, OfWard, Part, Remark, Slugs, joined, remark
from wardcheck.store.slugs import council_in_slug
from wardcheck.words import counted

NAMED = 3
"""Elections, and wards of one of them, that are named at the most."""

_FIGURE = re.compile(r"[0-9][0-9,.]*")


def gathered(remarks: Iterable[tuple[str, Remark]], *, in_full: bool = False) -> list[Remark]:
    """Remarks, each with the slug of the election that it is of, told once for all elections of which they are alike.

    Alike are those with one sentence for many (``Remark.of_many``), which is told; of the others those that differ in
    figures and names alone, or in the reason that follows a colon. Where these are the same they are told of all, and
    where they are not, the one of the first election stands as an example. A remark of one election alone is told with
    it. In the order in which each was first made. ``in_full`` tells every one of its own election, with all its wards.
    """
    told = list(remarks)
    several_years = len({_year(slug) for slug, _ in told}) > 1
    if in_full:
        return [_of_one(slug, one, one.parts, several_years=several_years) for slug, one in told]
    groups: dict[str, list[tuple[str, Remark]]] = {}
    for slug, one in told:
        groups.setdefault(one.of_many or _shape(slug, one), []).append((slug, one))
    return [_together(group, several_years=several_years) for group in groups.values()]


def _year(slug: str) -> str:
    """What tells the election of a council from others: its year, or the day of a by-election."""
    return slug.removeprefix(council_in_slug(slug))


def elections_named(slugs: Sequence[str], *, year: bool) -> list[Part]:
    """The first few of several elections, and how many more there are."""
    more = len(slugs) - NAMED
    names = joined(OfCouncil(slug, year=year) for slug in slugs[:NAMED])
    return [*names, f" and {more:,} more"] if more > 0 else names


def _shape(slug: str, one: Remark) -> str:
    """The words of a remark of an election without figures, names and slugs of its council, up to the first colon."""
    slugs = re.compile(rf"{re.escape(council_in_slug(slug))}-(by-)?[0-9-]*[0-9](, )?")
    words = "".join(_FIGURE.sub("#", slugs.sub("@", part)) if isinstance(part, str) else "@" for part in one.parts)
    return words.partition(": ")[0]


def _together(group: list[tuple[str, Remark]], *, several_years: bool) -> Remark:
    slugs = list(dict.fromkeys(slug for slug, _ in group))
    first = group[0][1]
    in_rows = all(one.in_rows for _, one in group)
    if len(slugs) == 1:
        return _of_one(slugs[0], first._replace(in_rows=in_rows), _short(first), several_years=several_years)
    lead: list[Part] = [f"{counted(len(slugs), 'election')} (", *elections_named(slugs, year=several_years), ")"]
    if all(one.parts == first.parts for _, one in group):
        return remark(lead, ": ", _short(first), in_rows=in_rows)
    if first.of_many:
        return remark(lead, ": ", first.of_many, in_rows=in_rows)
    return remark(lead, ", of the first: ", _short(first), in_rows=in_rows)


def _of_one(slug: str, one: Remark, parts: Iterable[Part], *, several_years: bool) -> Remark:
    """A remark of one election among several, with these of its parts."""
    itself = one.text(Slugs()).startswith(slug)
    own: list[Part] = [] if itself else [OfCouncil(slug, year=several_years), ": "]
    return remark(own, parts, in_rows=one.in_rows)


def _short(one: Remark) -> list[Part]:
    """A remark with the first few wards of a list of them, and how many more there are."""
    wards = [n for n, part in enumerate(one.parts) if isinstance(part, OfWard)]
    if len(wards) <= NAMED:
        return list(one.parts)
    after, last = wards[NAMED - 1] + 1, wards[-1] + 1
    return [*one.parts[:after], f" and {len(wards) - NAMED} more", *one.parts[last:]]
