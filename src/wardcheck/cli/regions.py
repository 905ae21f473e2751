"""The places and types of council that ``--region`` takes."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import get_args

from wardcheck.errors import NotFoundError
from wardcheck.model.council import Authority, Council, Region
from wardcheck.spelling import alike, nearest
from wardcheck.store.names import slug_of

WITHIN = "within:"
"""What the name of a county follows, for the county council and the districts in the county."""

PLACES: tuple[str, ...] = tuple(dict.fromkeys((*get_args(Region), *get_args(Authority))))
"""The nine regions and the types of council; ``london`` is both, of the same boroughs."""

Lies = Callable[[Council], bool]
"""Whether a council is of a place or type."""


def place(word: str, councils: Mapping[str, Council]) -> Lies:
    """Which councils a word after ``--region`` means.

    A region may be written as it is spoken (``"South East"``) or by its first words (``yorkshire``).

    Raises:
        NotFoundError: there is no such region, type of council or county, with the nearest.
    """
    before, colon, county = word.partition(":")
    if colon and slug_of(before) == "within":
        return _within(slug_of(county), councils)
    slug = slug_of(word)
    begun = [known for known in PLACES if known == slug] or [p for p in PLACES if slug and p.startswith(f"{slug}-")]
    if len(begun) == 1:
        (found,) = begun
        return lambda council: found in (council.region, council.authority)
    known = [*PLACES, *(f"{WITHIN}{name}" for name in counties(councils))]
    if begun:
        raise NotFoundError(f"--region: {word!r} may be {' or '.join(begun)}")
    if f"{WITHIN}{slug}" in known:
        raise NotFoundError(f"--region: no region {word!r}; for the county: {WITHIN}{slug}")
    near = [known for known in PLACES if slug and alike(slug, [known.partition("-")[0]])]
    if len(near) == 1:
        raise NotFoundError(f"--region: no region {word!r}; nearest: {near[0]}")
    raise NotFoundError(f"--region: no region {word!r}{nearest(slug, known, f'there are {_all()}', count=3)}")


def counties(councils: Mapping[str, Council]) -> Sequence[str]:
    """The slugs of the counties that have or had districts."""
    return sorted({council.county for council in councils.values() if council.county is not None})


def _within(county: str, councils: Mapping[str, Council]) -> Lies:
    known = counties(councils)
    if county not in known:
        hint = nearest(county, known, f"there are {', '.join(known)}", count=3)
        raise NotFoundError(f"--region: no county {county!r} with districts{hint}")
    return lambda council: county in (council.slug, council.county)


def _all() -> str:
    return f"{', '.join(PLACES)} and {WITHIN}COUNTY"
