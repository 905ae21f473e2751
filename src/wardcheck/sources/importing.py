"""Published files -> elections of the store."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from wardcheck.errors import DataError, NotFoundError, Problem, WardcheckError
from wardcheck.model import Election, MissingContest, Party, Source, Ward
from wardcheck.sources.codes import BallotIds, is_by_election
from wardcheck.sources.contests import Group, Polls, contests
from wardcheck.sources.family import Family
from wardcheck.sources.layouts import LAYOUTS, layout_of
from wardcheck.sources.registered import Registered
from wardcheck.sources.remarks import Remarks
from wardcheck.sources.rows import Published
from wardcheck.sources.side_files import SideFiles
from wardcheck.sources.slugs import slug_of
from wardcheck.sources.wanted import Wanted
from wardcheck.sources.wards import Made, by_alias, contradicted, undrawn, wards_of
from wardcheck.spelling import nearest
from wardcheck.store.councils import Councils
from wardcheck.store.slugs import is_slug, names_by_election


class Taken(NamedTuple):
    """An election as its files tell it."""

    election: Election
    lost: tuple[Ward, ...]
    """The contests that it misses, without candidacies: what is known of each to tell which ward it is."""


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
        self._registered = Registered(councils, wanted.day)
        self._beside = SideFiles(wanted, self._registered.renamed)
        published = _marked(self._registered.renamed(published), self._beside.ballots, self._registered)
        self._beside.printed = published.printed
        known_as = {printed: slug for slug, printed in published.printed.items()}
        councils_wanted = [known_as.get(slug_of(name), name) for name in wanted.councils]
        if wanted.of is not None:
            councils_wanted += self._registered.among(published, wanted.of)
        self._contests = contests(published, wanted.day, councils_wanted, wanted.polled, by_election=self._by_election)
        self._expect_polled()
        self.remarks = Remarks(lots_listed=wanted.ties is not None)
        self.remarks.of_file(self._contests, passed=not councils_wanted)
        self.problems: list[Problem] = [
            *self._contests.problems,
            *self._beside.problems(self._contests.councils),
        ]
        self.left_out = self._contests.left_out
        """Contests that are in no election, or may be: more are found while the elections are put together."""

    def _expect_polled(self) -> None:
        groups = self._contests.elections.values()
        known = {slug_of(row.ward) for group in groups for row in group.rows} | {s for g in groups for s in g.missing}
        known |= self._beside.ballots.slugs if self._beside.ballots is not None else frozenset()
        for slug in self._wanted.polled or {}:
            if slug not in known:
                councils = self._contests.councils
                of = next(iter(councils)) if len(councils) == 1 else f"{len(councils)} councils"
                raise NotFoundError(f"--polled: expected a ward of {of}, got {slug!r}{nearest(slug, known)}")

    def __len__(self) -> int:
        return len(self._contests.elections)

    def elections(self) -> Iterator[Taken]:
        """The elections of the file, by the names of their councils; ``path`` is that of the file."""
        for polls, group in self._contests.elections.items():
            taken = self._election(polls, group)
            self.left_out += len(taken.election.missing)
            if taken.election.wards:  # else each of them was told as a problem
                yield taken

    def _election(self, polls: Polls, group: Group) -> Taken:
        wanted = self._wanted
        path = self._contests.path
        made = self._made(self._layout, group, path)
        self.problems += made.problems
        missing = made.missing | {slug: lost for slug, lost in group.missing.items() if slug not in made.missing}
        ties: dict[str, Source] = {}
        wards = [
            self._beside.enriched(self._beside.settled(ward, polls.council, ties), polls, self._made, self.problems)
            for ward in made.wards
        ]
        self.problems += [
            *made.notes,
            *(p for ward in wards for p in (*undrawn(ward, path), *contradicted(ward, path))),
        ]
        self.problems += self._beside.repeated(polls.council, made.wards)
        days = wanted.polled or {}
        wards = [replace(ward, date=days.get(ward.slug) or days.get(slug_of(ward.name))) for ward in wards]
        source = self._layout.source(wanted.day)
        used = {key for ward in wards for key in ward.sources} | {source.key}
        council = next((row for row in group.rows), None)
        election = Election(
            slug=f"{polls.council}-by-{wanted.day}" if polls.by_election else f"{polls.council}-{wanted.day.year}",
            council=council.council if council is not None else polls.council,
            date=wanted.day,
            sources={s.key: s for s in (source, *self._beside.sources()) if s.key in used} | ties,
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
        return Taken(election, tuple(self._lost(lost, polls, group) for lost in missing.values()))

    def _lost(self, lost: MissingContest, polls: Polls, group: Group) -> Ward:
        """A contest that was left out, as far as it can be told which ward it is: name, code, ballot id and slug."""
        slug = slug_of(lost.ward)
        gss = next((row.ward_gss for row in group.rows if slug_of(row.ward) == slug), None)
        return self._beside.identified(Ward(slug, lost.ward, 1, (), (), gss=gss), polls)

    def completed(self, election: Election) -> Election:
        """The election with what the register of councils adds where nobody has recorded it."""
        return self._registered.completed(election)

    def _astray(self, council: str) -> bool:
        """Whether a row of the council cannot be put to a ward, so that the number of contests is not known."""
        return bool(self._contests.rows_astray.get(council))

    def _made(self, layout: Family, group: Group, path: str) -> Made:
        names = by_alias(self._parties, layout.aliases, self._wanted.day.year)
        return wards_of(group.rows, path, layout.source(self._wanted.day).key, names, group.doubts)


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
