"""Published files -> elections of the store."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from wardcheck.errors import DataError, NotFoundError, Problem, WardcheckError
from wardcheck.model import Election, Party, Source, Ward
from wardcheck.model.election import Kind
from wardcheck.sources import catalogue
from wardcheck.sources.codes import BallotIds, is_by_election, read_ballots, read_codes, with_ballot, with_code
from wardcheck.sources.contests import Contests, Group, Polls, contests
from wardcheck.sources.family import Family
from wardcheck.sources.joining import joined, unmatched
from wardcheck.sources.layouts import LAYOUTS, layout_of
from wardcheck.sources.papers import read_papers, with_papers
from wardcheck.sources.registered import Registered
from wardcheck.sources.remarks import Remarks
from wardcheck.sources.rows import Nation, Published
from wardcheck.sources.slugs import slug_of
from wardcheck.sources.ties import read_ties, with_tie
from wardcheck.sources.wards import Made, by_alias, contradicted, undrawn, wards_of
from wardcheck.spelling import nearest
from wardcheck.store.councils import Councils
from wardcheck.store.slugs import is_slug, names_by_election


@dataclass(frozen=True, slots=True)
class Wanted:
    """What to take from which files, and what they do not say."""

    layout: str | None
    """Name of the layout; none means that of which the file has the columns."""
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
    nation: Nation = "England"


class Importer:
    """All that was read of the files wanted; ``problems`` grow while the elections are put together."""

    def __init__(self, wanted: Wanted, parties: Mapping[str, Party], councils: Councils) -> None:
        """Read the files.

        Raises:
            DataError: one of them cannot be read at all, or the first has no results.
            NotFoundError: a council was asked for that the file does not have, or a ward was given a polling day.
        """
        self.taken: str | None = None
        """The layout that was found by the columns of the file, if none was named."""
        name = wanted.layout
        if name is None:
            name, self.taken = layout_of(wanted.file)
        self._layout = LAYOUTS[name]
        self._wanted = wanted
        self._parties = parties
        self._by_election = wanted.kind == "by-election"
        published = self._layout.read(wanted.file, wanted.nation)
        if not published.rows and not published.unusable and not published.abroad:
            what = "file: expected results of ward elections, got none"
            raise DataError([Problem(str(wanted.file), 1, what)])
        self._ballots = read_ballots(wanted.ballots, wanted.day) if wanted.ballots else None
        self._registered = Registered(councils, wanted.day)
        published = _marked(self._registered.renamed(published), self._ballots, self._registered)
        self._printed = published.printed
        known_as = {printed: slug for slug, printed in self._printed.items()}
        councils_wanted = [known_as.get(slug_of(name), name) for name in wanted.councils]
        self._contests = contests(published, wanted.day, councils_wanted, wanted.polled, by_election=self._by_election)
        self._expect_polled()
        self._also = [(LAYOUTS[name], self._other(LAYOUTS[name], path)) for name, path in wanted.also]
        self._papers = [read_papers(path, wanted.day) for path in wanted.papers]
        self._ties = read_ties(wanted.ties, wanted.day) if wanted.ties else None
        self._codes = read_codes(wanted.codes) if wanted.codes else None
        self.remarks = Remarks(lots_listed=wanted.ties is not None)
        self.remarks.of_file(self._contests, passed=not wanted.councils)
        self.problems: list[Problem] = list(self._contests.problems)
        for listed in (self._ties, self._codes, self._ballots):
            self.problems += listed.problems if listed is not None else ()
        present = self._contests.councils
        for _, other in self._also:
            self.problems += [p for council in present for p in other.others.get(council, ())]
        for papers in self._papers:
            self.problems += [p for council, p in papers.unusable if not council or slug_of(council) in present]
        self.left_out = self._contests.left_out
        """Contests that are in no election, or may be: more are found while the elections are put together."""

    def _expect_polled(self) -> None:
        groups = self._contests.elections.values()
        known = {slug_of(row.ward) for group in groups for row in group.rows} | {s for g in groups for s in g.missing}
        known |= self._ballots.slugs if self._ballots is not None else frozenset()
        for slug in self._wanted.polled or {}:
            if slug not in known:
                councils = self._contests.councils
                of = next(iter(councils)) if len(councils) == 1 else f"{len(councils)} councils"
                raise NotFoundError(f"--polled: expected a ward of {of}, got {slug!r}{nearest(slug, known)}")

    def _other(self, layout: Family, path: Path) -> Contests:
        read = self._registered.renamed(layout.read(path, self._wanted.nation))
        return contests(read, self._wanted.day, by_election=self._by_election)

    def __len__(self) -> int:
        return len(self._contests.elections)

    def elections(self) -> Iterator[Election]:
        """The elections of the file, by the names of their councils; ``path`` is that of the file."""
        for polls, group in self._contests.elections.items():
            election = self._election(polls, group)
            self.left_out += len(election.missing)
            if election.wards:  # else each of them was told as a problem
                yield election

    def _election(self, polls: Polls, group: Group) -> Election:
        wanted = self._wanted
        path = self._contests.path
        made = self._made(self._layout, group, path)
        self.problems += made.problems
        missing = made.missing | {slug: lost for slug, lost in group.missing.items() if slug not in made.missing}
        ties: dict[str, Source] = {}
        wards = [self._enriched(self._settled(ward, polls.council, ties), polls) for ward in made.wards]
        self.problems += [
            *made.notes,
            *(p for ward in wards for p in (*undrawn(ward, path), *contradicted(ward, path))),
        ]
        self.problems += self._repeated(polls.council, made.wards)
        days = wanted.polled or {}
        wards = [replace(ward, date=days.get(ward.slug) or days.get(slug_of(ward.name))) for ward in wards]
        source = self._layout.source(wanted.day)
        used = {key for ward in wards for key in ward.sources} | {source.key}
        council = next((row for row in group.rows), None)
        election = Election(
            slug=f"{polls.council}-by-{wanted.day}" if polls.by_election else f"{polls.council}-{wanted.day.year}",
            council=council.council if council is not None else polls.council,
            date=wanted.day,
            sources={s.key: s for s in self._sources() if s.key in used} | ties,
            council_gss=council.council_gss if council is not None else None,
            organisation=_organisation(wards) or polls.council,
            kind="by-election" if polls.by_election else wanted.kind,
            previous=_previous(wanted.previous, polls.council),
            contests=None if self._astray(polls.council) else len(wards) + len(missing),
            missing=tuple(missing.values()),
            wards=tuple(wards),
            path=self._contests.path,
        )
        self.problems += self._registered.disagreements(election)
        self.remarks.of_election(election)
        return election

    def completed(self, election: Election) -> Election:
        """The election with what the register of councils adds where nobody has recorded it."""
        return self._registered.completed(election)

    def _astray(self, council: str) -> bool:
        """Whether a row of the council cannot be put to a ward, so that the number of contests is not known."""
        return bool(self._contests.rows_astray.get(council))

    def _made(self, layout: Family, group: Group, path: str) -> Made:
        names = by_alias(self._parties, layout.aliases, self._wanted.day.year)
        return wards_of(group.rows, path, layout.source(self._wanted.day).key, names, group.doubts)

    def _settled(self, ward: Ward, council: str, ties: dict[str, Source]) -> Ward:
        """The ward with its dead heat, if the list has one; the page that reports it goes into ``ties``."""
        entry = self._ties.wards.find(self._as_printed(council), ward) if self._ties is not None else None
        if entry is None:
            return ward
        page = catalogue.tie(ward.name, ward.slug, self._wanted.day, entry.content.url)
        settled = with_tie(ward, entry.content, page)
        if settled is not ward:
            ties[page.key] = page
        return settled

    def _enriched(self, ward: Ward, polls: Polls) -> Ward:
        council = self._as_printed(polls.council)
        if self._codes is not None:
            ward = with_code(ward, council, self._codes.wards)
        if self._ballots is not None:
            ids = self._ballots.of(by_election=polls.by_election)
            ward = with_ballot(ward, polls.council, ids, catalogue.democracy_club(self._wanted.day).key)
        for layout, published in self._also:
            ward = self._compared(ward, polls, layout, published)
        for papers in self._papers:
            ward = with_papers(ward, council, papers)
        return ward

    def _as_printed(self, council: str) -> str:
        """The slug of a council's name in the file, which other files are likely to share."""
        return self._printed.get(council, council)

    def _repeated(self, council: str, wards: Sequence[Ward]) -> Iterator[Problem]:
        """Rows of the tables beside the results that tell one ward twice, and differently."""
        council = self._as_printed(council)
        for papers in self._papers:
            yield from papers.wards.repeated(council, wards)
        if self._ties is not None:
            yield from self._ties.wards.repeated(council, wards)
        if self._codes is not None:
            yield from self._codes.wards.repeated(council, wards)

    def _compared(self, ward: Ward, polls: Polls, layout: Family, other: Contests) -> Ward:
        council = polls.council
        entry = other.wards[polls.by_election].find(council, ward)
        doubts = {
            slug: line for others, g in other.elections.items() if others == polls for slug, line in g.doubts.items()
        }
        made = self._made(layout, Group(entry.content if entry is not None else [], doubts), other.path)
        self.problems += made.problems
        if len(made.wards) != 1:
            if not made.problems:
                what = f"ward: expected {ward.name} ({council}) to compare with, got none"
                self.problems.append(Problem(other.path, 1, what))
            return ward
        both, alone = joined(ward, made.wards[0], layout.source(self._wanted.day).key)
        self.problems += unmatched(alone, ward, other.path)
        return both

    def _sources(self) -> Iterator[Source]:
        day = self._wanted.day
        yield self._layout.source(day)
        for layout, _ in self._also:
            yield layout.source(day)
        if self._ballots is not None:
            yield catalogue.democracy_club(day)
        for table in self._papers:
            yield table.source


def _marked(published: Published, ballots: BallotIds | None, registered: Registered) -> Published:
    """The file with the by-elections marked that its own rows do not tell, by ids of ballots and the register."""
    known = {
        place: registered.by_election(row) or (ballots is not None and is_by_election(row, ballots))
        for place, row in {(row.council, row.ward, row.ward_gss): row for row in published.rows}.items()
    }
    rows = [
        row._replace(by_election=row.by_election or known[(row.council, row.ward, row.ward_gss)])
        for row in published.rows
    ]
    return published._replace(rows=rows)


def _previous(given: str | None, council: str) -> str | None:
    """A slug as given, or that of the same council in the year given.

    Raises:
        WardcheckError: what was given can be neither, or is a by-election.
    """
    if given is None:
        return None
    if not is_slug(given):
        raise WardcheckError(f"--previous: expected the slug of an election or a year, got {given!r}")
    if names_by_election(given):
        raise WardcheckError(f"--previous: expected an ordinary election, got the by-election {given!r}")
    return f"{council}-{given}" if given.isdigit() else given


def _organisation(wards: Sequence[Ward]) -> str | None:
    """The council's part of the ballot ids."""
    return next((ward.ballot.split(".")[1] for ward in wards if ward.ballot), None)
