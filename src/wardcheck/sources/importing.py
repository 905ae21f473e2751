"""One published file -> elections of the store."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Annotated

from wardcheck.errors import NotFoundError, Problem
from wardcheck.model import Election, Party, Source, Ward
from wardcheck.model.election import Kind
from wardcheck.sources import catalogue
from wardcheck.sources.leap import ALIASES, read_leap
from wardcheck.sources.slugs import slug_of
from wardcheck.sources.turnout import read_turnout, with_turnout
from wardcheck.sources.wards import codes_of, wards_of
from wardcheck.store.writing import Written


@dataclass(frozen=True, slots=True)
class Wanted:
    """What to take from a file, and what the file does not say."""

    day: date
    councils: tuple[str, ...] = ()
    """Names or slugs of councils; none means all."""
    turnout: Path | None = None
    kind: Kind | None = None
    previous: str | None = None
    polled: Mapping[str, date] | None = None
    """Wards that polled on a day of their own, by slug."""


@dataclass(frozen=True, slots=True)
class ImportRow:
    """What became of one election of an imported file. Counts are of files: one a ward, and election.yaml."""

    election: Annotated[str, "slug of the election"]
    wards: Annotated[int, "wards read from the file"]
    written: Annotated[int, "files written"]
    unchanged: Annotated[int, "files that said the same already"]
    refused: Annotated[int, "files that say something else and were left alone"]


def import_row(election: Election, written: Written) -> ImportRow:
    """The summary of one election."""
    return ImportRow(
        election.slug, len(election.wards), len(written.written), len(written.unchanged), len(written.refused)
    )


def elections_from_leap(
    path: Path, parties: Mapping[str, Party], wanted: Wanted
) -> tuple[list[Election], list[Problem]]:
    """The elections in a LEAP file by council, and every row that could not be used.

    Raises:
        DataError: the file, or that of the turnout, cannot be read at all.
        NotFoundError: a council or a ward was asked for that the file does not have.
    """
    published = read_leap(path)
    slugs = {slug_of(row.council): row.council for row in published.rows}
    chosen = [slug_of(name) for name in wanted.councils] or sorted(slugs)
    for slug in chosen:
        if slug not in slugs:
            raise NotFoundError(f"{path}: expected the council {slug!r}, got others ({len(slugs)} councils)")
    results = catalogue.leap(wanted.day)
    papers = catalogue.electoral_commission(wanted.day) if wanted.turnout is not None else None
    turnout = read_turnout(wanted.turnout) if wanted.turnout is not None else {}
    codes = codes_of(parties, ALIASES)
    found: list[Election] = []
    problems = [p for p, council in published.unusable if not wanted.councils or slug_of(council) in chosen]
    for slug in chosen:
        rows = [row for row in published.rows if slug_of(row.council) == slug]
        wards, faults = wards_of(rows, str(path), results.key, codes)
        problems += faults
        if papers is not None:
            wards = [with_turnout(ward, turnout, papers.key) for ward in wards]
        sources = [results, papers] if papers is not None else [results]
        found.append(_election(slug, rows[0].council, rows[0].council_gss, wards, sources, wanted))
    return found, problems


def _election(
    slug: str, council: str, gss: str | None, wards: list[Ward], sources: list[Source], wanted: Wanted
) -> Election:
    own_days = dict(wanted.polled or {})
    dated = tuple(replace(ward, date=own_days.pop(ward.slug)) if ward.slug in own_days else ward for ward in wards)
    if own_days:
        raise NotFoundError(f"no ward {next(iter(own_days))!r} in {council} to give a polling day of its own")
    by_election = wanted.kind == "by-election"
    return Election(
        slug=f"{slug}-by-{wanted.day}" if by_election else f"{slug}-{wanted.day.year}",
        council=council,
        date=wanted.day,
        sources={source.key: source for source in sources},
        council_gss=gss,
        organisation=slug,
        kind=wanted.kind,
        seats_total=sum(ward.seats for ward in dated) if wanted.kind == "all" else None,
        previous=wanted.previous,
        wards=dated,
    )
