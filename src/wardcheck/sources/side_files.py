"""The files beside the results: other publications of them, and tables of papers, codes, ballot ids and dead heats."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence

from wardcheck.errors import Problem
from wardcheck.model import Source, Ward
from wardcheck.sources import catalogue
from wardcheck.sources.codes import read_ballots, read_codes, with_ballot, with_code
from wardcheck.sources.contests import Contests, Group, Polls, contests
from wardcheck.sources.family import Family
from wardcheck.sources.joining import joined, unmatched
from wardcheck.sources.layouts import LAYOUTS
from wardcheck.sources.papers import read_papers, with_papers
from wardcheck.sources.rows import Published
from wardcheck.sources.slugs import slug_of
from wardcheck.sources.ties import read_ties, with_tie
from wardcheck.sources.wanted import Wanted
from wardcheck.sources.wards import Made

Make = Callable[[Family, Group, str], Made]
"""The wards of a group of rows, under the names of parties that a publisher uses; the text is the path of its file."""


class SideFiles:
    """What the files beside the results say of a ward."""

    def __init__(self, wanted: Wanted, renamed: Callable[[Published], Published]) -> None:
        """Read them; ``renamed`` gives councils the names of the register.

        Raises:
            DataError: one of them cannot be read at all.
        """
        self._wanted = wanted
        self.printed: Mapping[str, str] = {}
        """The slugs of the names that the file of results prints, which others are likely to share."""
        self.ballots = read_ballots(wanted.ballots, wanted.day) if wanted.ballots else None
        by_election = wanted.kind == "by-election"
        self._others: list[tuple[Family, Contests]] = []
        for layout, path in ((LAYOUTS[name], path) for name, path in wanted.also):
            read = renamed(layout.read(path, wanted.nation))
            self._others.append((layout, contests(read, wanted.day, by_election=by_election)))
        self._papers = [read_papers(path, wanted.day) for path in wanted.papers]
        self._ties = read_ties(wanted.ties, wanted.day) if wanted.ties else None
        self._codes = read_codes(wanted.codes) if wanted.codes else None

    def problems(self, present: Collection[str]) -> Iterator[Problem]:
        """Rows that cannot be used, of the councils ``present`` where they name one."""
        for listed in (self._ties, self._codes, self.ballots):
            yield from listed.problems if listed is not None else ()
        for _, other in self._others:
            for council in present:
                yield from other.others.get(council, ())
        for papers in self._papers:
            yield from (p for council, p in papers.unusable if not council or slug_of(council) in present)

    def sources(self) -> Iterator[Source]:
        """Of each file that has one."""
        day = self._wanted.day
        for layout, _ in self._others:
            yield layout.source(day)
        if self.ballots is not None:
            yield catalogue.democracy_club(day)
        for table in self._papers:
            yield table.source

    def identified(self, ward: Ward, polls: Polls) -> Ward:
        """The ward with the code and the ballot id that the tables have of it; its slug is that of the id."""
        if self._codes is not None:
            ward = with_code(ward, self._as_printed(polls.council), self._codes.wards)
        if self.ballots is not None:
            ids = self.ballots.of(by_election=polls.by_election)
            ward = with_ballot(ward, polls.council, ids, catalogue.democracy_club(self._wanted.day).key)
        return ward

    def enriched(self, ward: Ward, polls: Polls, make: Make, problems: list[Problem]) -> Ward:
        """The ward with all that the files say of it and their conflicts; what cannot be told goes to ``problems``."""
        ward = self.identified(ward, polls)
        for layout, published in self._others:
            ward = self._compared(ward, polls, layout, published, make, problems)
        for papers in self._papers:
            ward = with_papers(ward, self._as_printed(polls.council), papers)
        return ward

    def settled(self, ward: Ward, council: str, pages: dict[str, Source]) -> Ward:
        """The ward with its dead heat, if the list has one; the page that reports it goes into ``pages``."""
        entry = self._ties.wards.find(self._as_printed(council), ward) if self._ties is not None else None
        if entry is None:
            return ward
        page = catalogue.tie(ward.name, ward.slug, self._wanted.day, entry.content.url)
        settled = with_tie(ward, entry.content, page)
        if settled is not ward:
            pages[page.key] = page
        return settled

    def repeated(self, council: str, wards: Sequence[Ward]) -> Iterator[Problem]:
        """Rows of the tables that tell one ward twice, and differently."""
        council = self._as_printed(council)
        for papers in self._papers:
            yield from papers.wards.repeated(council, wards)
        for listed in (self._ties, self._codes):
            if listed is not None:
                yield from listed.wards.repeated(council, wards)

    def _as_printed(self, council: str) -> str:
        return self.printed.get(council, council)

    def _compared(
        self, ward: Ward, polls: Polls, layout: Family, other: Contests, make: Make, problems: list[Problem]
    ) -> Ward:
        entry = other.wards[polls.by_election].find(polls.council, ward)
        doubts = {
            slug: line for others, g in other.elections.items() if others == polls for slug, line in g.doubts.items()
        }
        made = make(layout, Group(entry.content if entry is not None else [], doubts), other.path)
        problems += made.problems
        if len(made.wards) != 1:
            if not made.problems:
                what = f"ward: expected {ward.name} ({polls.council}) to compare with, got none"
                problems.append(Problem(other.path, 1, what))
            return ward
        both, alone = joined(ward, made.wards[0], layout.source(self._wanted.day).key)
        problems += unmatched(alone, ward, other.path)
        return both
