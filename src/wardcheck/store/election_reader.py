"""``election.yaml`` -> :class:`~wardcheck.model.Election`, its wards not yet read."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import cast, get_args

from wardcheck.model import Declared, Election, MissingContest, Party, Source
from wardcheck.model.election import DeclaredFigure, Kind
from wardcheck.spelling import nearest
from wardcheck.store.document import fields_of
from wardcheck.store.fields import Fields
from wardcheck.store.slugs import is_slug
from wardcheck.store.tree import Report
from wardcheck.store.ward_reader import MAX_SEATS, read_accepted
from wardcheck.store.words import cut


def read_election(data: bytes, path: str, slug: str, parties: Mapping[str, Party]) -> Election:
    """The election that ``data`` describes, without its wards.

    Raises:
        DataError: with every problem of the file.
    """
    report = Report(path)
    fields = fields_of(data, report, "council, date, sources")
    election = _election(fields, slug, parties)
    report.raise_any()
    return election


def _election(fields: Fields, slug: str, parties: Mapping[str, Party]) -> Election:
    election = Election(
        slug=slug,
        council=fields.text("council", required=True, kind="a name") or slug,
        council_gss=fields.text("council_gss"),
        organisation=fields.slug("organisation"),
        date=fields.day("date", required=True) or date.min,
        kind=cast(Kind | None, fields.choice("kind", get_args(Kind))),
        seats_total=fields.count("seats_total", least=1),
        previous=fields.slug("previous"),
        previous_cycle=fields.slug("previous_cycle"),
        sources=(sources := read_sources(fields)),
        continuing=_continuing(fields.mapping("continuing"), parties),
        contests=fields.count("contests", least=1),
        missing=tuple(_missing(f) for f in fields.mappings("missing")),
        declared=tuple(_declared(f, parties, sources) for f in fields.mappings("declared")),
        accepted=tuple(read_accepted(f) for f in fields.mappings("accepted")),
        notes=fields.text("notes", several_lines=True),
        path=fields.path,
        lines=fields.lines,
    )
    fields.done()
    return election


def read_sources(fields: Fields) -> dict[str, Source]:
    """The publications under ``sources``, by key."""
    below = fields.mapping("sources", required=True)
    if below is None:
        return {}
    children = below.children()
    if not children and not below.keys():
        fields.note("sources", "expected at least one source, got none")
    return {key: _source(key, source, below) for key, source in children}


def _source(key: str, fields: Fields, parent: Fields) -> Source:
    if not is_slug(key):
        parent.note(key, "expected a key of lower-case words joined by hyphens, got this")
    title = fields.text("title", required=True)
    source = Source(
        key=key,
        title=title or "",
        publisher=fields.text("publisher"),
        url=fields.text("url"),
        retrieved=fields.day("retrieved"),
        licence=fields.text("licence"),
        covers=fields.text("covers"),
    )
    fields.done()
    return source


def _continuing(fields: Fields | None, parties: Mapping[str, Party]) -> dict[str, int] | None:
    if fields is None:
        return None
    seats: dict[str, int] = {}
    for party in fields.keys():  # noqa: SIM118  not a dict: the keys as written
        if party not in parties:
            fields.note(party, f'expected a party of parties.yaml, got "{cut(party)}"{nearest(party, parties)}')
        count = fields.count(party, required=True)
        if count is not None:
            seats[party] = count
    fields.done()
    return seats


def _missing(fields: Fields) -> MissingContest:
    ward = fields.text("ward", required=True, kind="a name")
    seats = fields.count("seats", least=1, most=MAX_SEATS)
    reason = fields.text("reason", required=True)
    fields.done()
    return MissingContest(ward or "", reason or "", seats)


def _declared(fields: Fields, parties: Mapping[str, Party], sources: Mapping[str, Source]) -> Declared:
    figure = cast(DeclaredFigure, fields.choice("figure", get_args(DeclaredFigure), required=True))
    whole = figure != "turnout_pct"
    value = fields.count("value", required=True) if whole else fields.decimal("value", required=True)
    party = fields.known("party", parties, "a party of parties.yaml", required=False)
    if "party" not in fields and figure in ("seats", "votes_sum", "votes_top"):
        fields.note("party", f"expected the party whose {figure} this is, got nothing")
    declared = Declared(
        figure=figure,
        value=value or 0,
        source=fields.known("source", sources, "a source of this file") or "",
        party=party,
        note=fields.text("note"),
    )
    fields.done()
    return declared
