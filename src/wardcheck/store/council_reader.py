"""``councils.yaml`` -> the register of councils, entry by entry."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import NamedTuple, cast, get_args

from wardcheck.model import Source
from wardcheck.model.council import Authority, Council, CouncilCode, Cycle, Mayor, Nation, Region, Size
from wardcheck.store.council_rules import refuse_what_cannot_be
from wardcheck.store.document import fields_of
from wardcheck.store.election_reader import read_sources
from wardcheck.store.fields import Fields
from wardcheck.store.slugs import is_slug
from wardcheck.store.tree import Report

_CODE = re.compile(r"E(?:0[6-9]|10)[0-9]{6}")
_YEARS = (1973, 2100)
"""From which year to which there can be an election of these councils."""


class CouncilFile(NamedTuple):
    """All that ``councils.yaml`` says."""

    councils: Mapping[str, Council]
    """By slug, in the order of the file."""
    ordinary_days: tuple[date, ...]
    """The day of ordinary elections of each year that had some."""
    known_to: int
    """The last year for which ``elects`` names every ordinary election."""
    sources: Mapping[str, Source]


def read_councils(data: bytes, path: str) -> CouncilFile:
    """The register.

    Raises:
        DataError: with every problem of the file.
    """
    report = Report(path)
    fields = fields_of(data, report, "ordinary_days, known_to, sources, councils")
    days = fields.days("ordinary_days", required=True)
    known_to = fields.count("known_to", least=_YEARS[0], most=_YEARS[1], required=True)
    sources = read_sources(fields)
    below = fields.mapping("councils", required=True)
    entries = {slug: (council_of(slug, f, below, sources), f) for slug, f in below.children()} if below else {}
    fields.done()
    refuse_what_cannot_be(entries, days, fields)
    report.raise_any()
    return CouncilFile({slug: council for slug, (council, _) in entries.items()}, days, known_to or 0, sources)


def read_council(data: bytes, path: str, slug: str) -> Council | None:
    """One council from its own lines, its sources not looked up; ``None`` if it is not in them.

    Raises:
        DataError: with every problem of these lines, counted from the first of them.
    """
    report = Report(path)
    parent = fields_of(data, report, slug)
    found = [council_of(key, fields, parent, None) for key, fields in parent.children() if key == slug]
    report.raise_any()
    return found[0] if found else None


def council_of(slug: str, fields: Fields, parent: Fields, sources: Mapping[str, Source] | None) -> Council:
    """The council that one entry describes; whatever is wrong with it is noted."""
    if not is_slug(slug):
        parent.note(slug, "expected a slug (lower-case words joined by hyphens) for a council, got this")
    elects, unknown = _elects(fields.mapping("elects", required=True))
    council = Council(
        slug=slug,
        name=fields.text("name", required=True, kind="a name") or slug,
        official=fields.text("official", kind="a name"),
        names=_names(fields.mapping("names")),
        codes=tuple(_code(f) for f in fields.mappings("codes", required=True)),
        authority=cast(Authority, fields.choice("authority", get_args(Authority), required=True)),
        region=cast(Region, fields.choice("region", get_args(Region), required=True)),
        nation=cast(Nation, fields.choice("nation", get_args(Nation), required=True)),
        county=fields.slug("county"),
        since=fields.day("from"),
        until=fields.day("to"),
        became=fields.texts("became"),
        elects=elects,
        unknown=unknown,
        sizes=tuple(_size(f, sources) for f in fields.mappings("sizes")),
        mayors=tuple(_mayor(f, sources) for f in fields.mappings("mayors")),
        line=fields.line,
    )
    fields.done()
    return council


def _names(fields: Fields | None) -> dict[str, tuple[str, ...]]:
    return {source: fields.texts(source, required=True) for source in fields.keys()} if fields else {}  # noqa: SIM118


def _elects(fields: Fields | None) -> tuple[dict[int, Cycle], frozenset[int]]:
    """The kind of each year, and the years of which it is not known whether they had an ordinary election."""
    if fields is None:
        return {}, frozenset()
    kinds: dict[int, str] = {}
    for kind in (*get_args(Cycle), "unknown"):
        for year in fields.counts(kind, least=_YEARS[0], most=_YEARS[1]):
            if kinds.setdefault(year, kind) != kind:
                fields.note(kind, f"expected a year of its own, got {year} of {kinds[year]}")
    fields.done()
    known = {year: cast(Cycle, kind) for year, kind in sorted(kinds.items()) if kind != "unknown"}
    return known, frozenset(kinds.keys() - known.keys())


def _code(fields: Fields) -> CouncilCode:
    code = fields.text("code", required=True, kind="a code such as E07000243")
    if code is not None and not _CODE.fullmatch(code):
        fields.note("code", f"expected E06, E07, E08, E09 or E10 and six digits, got {code}")
    found = CouncilCode(code or "", fields.day("from"), fields.day("to"))
    fields.done()
    return found


def _size(fields: Fields, sources: Mapping[str, Source] | None) -> Size:
    seats = fields.count("seats", least=1, required=True)
    since = fields.day("from", required=True)
    size = Size(seats or 1, _source(fields, sources), since or date.min, fields.day("to"))
    fields.done()
    return size


def _mayor(fields: Fields, sources: Mapping[str, Source] | None) -> Mayor:
    mayor = Mayor(_source(fields, sources), fields.day("from"), fields.day("to"))
    fields.done()
    return mayor


def _source(fields: Fields, sources: Mapping[str, Source] | None) -> str:
    if sources is None:
        return fields.slug("source", required=True) or ""
    return fields.known("source", sources, "a source of this file") or ""
