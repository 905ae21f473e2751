"""Published files -> elections of the store."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Annotated

from wardcheck.errors import NotFoundError, Problem, WardcheckError
from wardcheck.model import Election, Party, Source, Ward
from wardcheck.model.election import Kind
from wardcheck.sources import catalogue
from wardcheck.sources.codes import read_ballots, read_codes, with_ballot, with_code
from wardcheck.sources.joining import joined, unmatched
from wardcheck.sources.layouts import LAYOUTS
from wardcheck.sources.matching import Entry, WardIndex
from wardcheck.sources.papers import read_papers, with_papers
from wardcheck.sources.rows import Published, ResultRow, Unusable
from wardcheck.sources.slugs import slug_of
from wardcheck.sources.ties import read_ties, with_tie
from wardcheck.sources.wards import by_alias, undrawn, wards_of
from wardcheck.store.slugs import is_slug
from wardcheck.store.writing import Written


@dataclass(frozen=True, slots=True)
class Wanted:
    """What to take from which files, and what they do not say."""

    layout: str
    file: Path
    day: date
    councils: Sequence[str] = ()
    """Names or slugs of councils; none means all."""
    also: Sequence[tuple[str, Path]] = ()
    """Other publications of the same results, as layout and file, to compare with."""
    papers: Sequence[Path] = ()
    """Tables of electorate and ballot papers; the first that has a figure wins."""
    ties: Path | None = None
    codes: Path | None = None
    ballots: Path | None = None
    kind: Kind | None = None
    previous: str | None = None
    """Slug of the election before, or its year."""
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


class Importer:
    """All that was read of the files wanted; ``problems`` grow while the elections are put together."""

    def __init__(self, wanted: Wanted, parties: Mapping[str, Party]) -> None:
        """Read the files.

        Raises:
            DataError: one of them cannot be read at all.
            NotFoundError: a council was asked for that the file does not have.
        """
        self._wanted = wanted
        self._parties = parties
        self._rows = _by_council(LAYOUTS[wanted.layout].read(wanted.file), wanted.councils)
        self._also = [(layout, _by_council(LAYOUTS[layout].read(path), ())) for layout, path in wanted.also]
        self._papers = [read_papers(path, wanted.day) for path in wanted.papers]
        self._ties = read_ties(wanted.ties, wanted.day) if wanted.ties else None
        self._codes = read_codes(wanted.codes) if wanted.codes else None
        self._ballots = read_ballots(wanted.ballots) if wanted.ballots else None
        self.problems: list[Problem] = list(self._rows.problems)
        for _, other in self._also:
            self.problems += other.problems_of(self._rows.councils)

    def __len__(self) -> int:
        return len(self._rows.councils)

    def elections(self) -> Iterator[Election]:
        """The elections of the file, one a council, in the order of their names.

        Raises:
            NotFoundError: a ward was given a polling day of its own that the council does not have.
        """
        for slug in self._rows.councils:
            election = self._election(slug, self._rows.councils[slug])
            if election.wards:  # else each of them was told as a problem
                yield election

    def _election(self, council: str, rows: Sequence[ResultRow]) -> Election:
        wanted = self._wanted
        source = LAYOUTS[wanted.layout].source(wanted.day)
        wards, problems = self._wards(wanted.layout, rows, self._rows.path, self._rows.spoilt.get(council, frozenset()))
        self.problems += problems
        ties: dict[str, Source] = {}
        wards = [self._enriched(self._settled(ward, council, ties), council) for ward in wards]
        self.problems += [p for ward in wards for p in undrawn(ward, self._rows.path)]
        used = {key for ward in wards for key in ward.sources} | {source.key}
        by_election = wanted.kind == "by-election"
        return Election(
            slug=f"{council}-by-{wanted.day}" if by_election else f"{council}-{wanted.day.year}",
            council=rows[0].council,
            date=wanted.day,
            sources={s.key: s for s in self._sources() if s.key in used} | ties,
            council_gss=rows[0].council_gss,
            organisation=_organisation(wards) or council,
            kind=wanted.kind,
            seats_total=sum(ward.seats for ward in wards) if wanted.kind == "all" else None,
            previous=_previous(wanted.previous, council),
            wards=_dated(wards, wanted.polled or {}, council),
        )

    def _wards(
        self, layout: str, rows: Sequence[ResultRow], path: str, spoilt: frozenset[str] = frozenset()
    ) -> tuple[list[Ward], list[Problem]]:
        read = LAYOUTS[layout]
        names = by_alias(self._parties, read.aliases)
        return wards_of(rows, path, read.source(self._wanted.day).key, names, spoilt)

    def _settled(self, ward: Ward, council: str, ties: dict[str, Source]) -> Ward:
        """The ward with its dead heat, if the list has one; the page that reports it goes into ``ties``."""
        entry = self._ties.find(council, ward) if self._ties is not None else None
        if entry is None:
            return ward
        page = catalogue.tie(ward.name, ward.slug, self._wanted.day, entry.content.url)
        settled = with_tie(ward, entry.content, page)
        if settled is not ward:
            ties[page.key] = page
        return settled

    def _enriched(self, ward: Ward, council: str) -> Ward:
        if self._codes is not None:
            ward = with_code(ward, council, self._codes)
        if self._ballots is not None:
            ward = with_ballot(ward, council, self._ballots, catalogue.democracy_club(self._wanted.day).key)
        for layout, published in self._also:
            ward = self._compared(ward, council, layout, published)
        for table in self._papers:
            ward = with_papers(ward, council, table)
        return ward

    def _compared(self, ward: Ward, council: str, layout: str, other: _Councils) -> Ward:
        entry = other.wards.find(council, ward)
        rows = entry.content if entry is not None else []
        wards, problems = self._wards(layout, rows, other.path, other.spoilt.get(council, frozenset()))
        self.problems += problems
        if len(wards) != 1:
            if not problems:
                what = f"ward: expected {ward.name} ({council}) to compare with, got none"
                self.problems.append(Problem(other.path, 1, what))
            return ward
        both, alone = joined(ward, wards[0], LAYOUTS[layout].source(self._wanted.day).key)
        self.problems += unmatched(alone, ward, other.path)
        return both

    def _sources(self) -> Iterator[Source]:
        day = self._wanted.day
        yield LAYOUTS[self._wanted.layout].source(day)
        for layout, _ in self._also:
            yield LAYOUTS[layout].source(day)
        if self._ballots is not None:
            yield catalogue.democracy_club(day)
        for table in self._papers:
            yield table.source


@dataclass(frozen=True, slots=True)
class _Councils:
    """The rows of one publication, by slug of council and by ward."""

    path: str
    councils: Mapping[str, Sequence[ResultRow]]
    wards: WardIndex[list[ResultRow]]
    spoilt: Mapping[str, frozenset[str]]
    """Wards that have a row that is no candidacy."""
    unusable: Sequence[Unusable]
    unnamed: Sequence[Problem]
    """Rows whose council cannot name a folder."""

    @property
    def problems(self) -> list[Problem]:
        """Every row that cannot be used."""
        return [*self.unnamed, *(bad.problem for bad in self.unusable)]

    def problems_of(self, councils: Container[str]) -> list[Problem]:
        """Every row of these councils that cannot be used."""
        return [bad.problem for bad in self.unusable if slug_of(bad.council) in councils]


def _by_council(published: Published, wanted: Sequence[str]) -> _Councils:
    grouped: dict[str, list[ResultRow]] = {}
    problems: list[Problem] = []
    for row in published.rows:
        slug = slug_of(row.council)
        if is_slug(slug):
            grouped.setdefault(slug, []).append(row)
        elif not wanted:
            what = f"council: expected a name that can name a folder, got {row.council!r}"
            problems.append(Problem(published.path, row.line, what))
    chosen = [slug_of(name) for name in wanted] or sorted(grouped)
    for slug in chosen:
        if slug not in grouped:
            raise NotFoundError(f"{published.path}: expected the council {slug!r}, got {len(grouped)} others")
    spoilt: dict[str, frozenset[str]] = {}
    for council, ward in published.spoilt:
        spoilt[slug_of(council)] = spoilt.get(slug_of(council), frozenset()) | {slug_of(ward)}
    unusable = [bad for bad in published.unusable if not wanted or slug_of(bad.council) in chosen]
    councils = {slug: grouped[slug] for slug in chosen}
    return _Councils(published.path, councils, _index(published.rows), spoilt, unusable, problems)


def _index(rows: Sequence[ResultRow]) -> WardIndex[list[ResultRow]]:
    wards: dict[tuple[str, str, str | None], list[ResultRow]] = {}
    for row in rows:
        wards.setdefault((row.council, row.ward, row.ward_gss), []).append(row)
    return WardIndex([Entry(council, ward, gss, found) for (council, ward, gss), found in wards.items()])


def _previous(given: str | None, council: str) -> str | None:
    """A slug as given, or that of the same council in the year given.

    Raises:
        WardcheckError: what was given can be neither.
    """
    if given is not None and not is_slug(given):
        raise WardcheckError(f"--previous: expected the slug of an election or a year, got {given!r}")
    return f"{council}-{given}" if given is not None and given.isdigit() else given


def _organisation(wards: Sequence[Ward]) -> str | None:
    """The council's part of the ballot ids."""
    return next((ward.ballot.split(".")[1] for ward in wards if ward.ballot), None)


def _dated(wards: Sequence[Ward], polled: Mapping[str, date], council: str) -> tuple[Ward, ...]:
    for slug in polled:
        if slug not in {ward.slug for ward in wards}:
            raise NotFoundError(f"--polled: expected a ward of {council}, got {slug!r}")
    return tuple(replace(ward, date=polled.get(ward.slug)) for ward in wards)
