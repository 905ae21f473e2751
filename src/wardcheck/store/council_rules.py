"""What no register of councils can say: names and codes shared, ranges that overlap, councils that are not there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import pairwise
from typing import Protocol

from wardcheck.model.council import Council
from wardcheck.spelling import nearest
from wardcheck.store.fields import Fields
from wardcheck.store.names import slug_of
from wardcheck.store.words import cut

Entry = tuple[Council, Fields]


class _Range(Protocol):
    @property
    def since(self) -> date | None: ...

    @property
    def until(self) -> date | None: ...


def refuse_what_cannot_be(entries: Mapping[str, Entry], ordinary_days: Sequence[date], fields: Fields) -> None:
    """Note what the entries of the register cannot say, each or together."""
    years = [day.year for day in ordinary_days]
    if years != sorted(set(years)):
        fields.note("ordinary_days", f"expected one day a year, the earliest first, got {', '.join(map(str, years))}")
    _refuse_shared_codes(entries)
    _refuse_shared_names(entries)
    for council, below in entries.values():
        _refuse_ranges(council, below)
        _refuse_strangers(council, below, entries)
        for year in sorted({*council.elects, *council.unknown}.difference(years)):
            below.note("elects", f"expected a year of ordinary_days, got {year}")


def names_of(council: Council) -> set[str]:
    """All that the council is called, as slugs."""
    written = [council.name, council.official or "", *(n for names in council.names.values() for n in names)]
    return {council.slug, *(slug_of(name) for name in written if name)}


def _refuse_shared_codes(entries: Mapping[str, Entry]) -> None:
    owners: dict[str, str] = {}
    for council, below in entries.values():
        for code in council.codes:
            owner = owners.setdefault(code.code, council.slug)
            if owner != council.slug:
                below.note("codes", f"expected a code of its own, got {code.code} of {owner}")


def _refuse_shared_names(entries: Mapping[str, Entry]) -> None:
    """A name may go over to the council that comes after, for the day tells which is meant."""
    owners: dict[str, list[Council]] = {}
    for council, below in entries.values():
        for name in sorted(names_of(council)):
            for owner in owners.setdefault(name, []):
                if _overlap(owner, council):
                    below.note("name", f'expected names of its own, got "{name}" of {owner.slug}')
            owners[name].append(council)


def _refuse_ranges(council: Council, below: Fields) -> None:
    ranges: tuple[tuple[str, Sequence[_Range]], ...] = (
        ("to", [council]),
        ("codes", council.codes),
        ("sizes", council.sizes),
        ("mayors", council.mayors),
    )
    for key, found in ranges:
        for days in found:
            if days.since and days.until and days.until < days.since:
                below.note(key, f"expected a last day after the first, got {days.since} to {days.until}")
        for one, next_one in pairwise(found):
            if one.until is None or next_one.since is None or next_one.since <= one.until:
                below.note(key, f"expected ranges one after the other, got {_words(one)} and {_words(next_one)}")


def _refuse_strangers(council: Council, below: Fields, entries: Mapping[str, Entry]) -> None:
    for key, slug in _named(council):
        if slug not in entries:
            below.note(key, f'expected a council of this file, got "{cut(slug)}"{nearest(slug, entries)}')
    county = entries.get(council.county or "")
    if county is not None and county[0].authority != "county":
        below.note("county", f"expected a county, got {council.county}")
    if council.county is not None and council.authority != "district":
        below.note("county", f"expected a county for a district alone, got one for authority: {council.authority}")
    if council.became and council.until is None:
        below.note("became", "expected the last day of the council under to, got nothing")


def _named(council: Council) -> Iterator[tuple[str, str]]:
    if council.county is not None:
        yield "county", council.county
    for slug in council.became:
        yield "became", slug


def _overlap(one: _Range, other: _Range) -> bool:
    first, last = date.min, date.max
    return (one.since or first) <= (other.until or last) and (other.since or first) <= (one.until or last)


def _words(days: _Range) -> str:
    return f"{days.since or 'the beginning'} to {days.until or 'today'}"
