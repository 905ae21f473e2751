"""What the register of councils says of an election: its size, how much is elected, whether a poll was ordinary."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date

from wardcheck.errors import NotFoundError, Problem
from wardcheck.model import Election
from wardcheck.model.council import Council
from wardcheck.sources.ballot_ids import words_of
from wardcheck.sources.rows import Published, ResultRow
from wardcheck.sources.slugs import slug_of
from wardcheck.store.councils import Councils


class Registered:
    """The register, asked about the elections of one day."""

    def __init__(self, councils: Councils, day: date) -> None:
        self._councils = councils
        self._day = day

    def by_election(self, row: ResultRow) -> bool:
        """Whether the council had no ordinary election on the day, so that the poll was a by-election.

        False too where the register does not know.
        """
        council = self._council(row.council, row.council_gss)
        return council is not None and self._councils.ordinary(council, row.day or self._day).answer == "no"

    def renamed(self, published: Published) -> Published:
        """The file with councils under the names of the register, where the printed name has another slug.

        A council has many names (``Bristol, City Of``), and the slugs of its elections begin with one.
        """
        found: dict[str, set[str]] = {}
        for name, code in {(row.council, row.council_gss) for row in published.rows}:
            council = self._council(name, code)
            if council is not None and slug_of(name) != council.slug:
                same = slug_of(council.name) == council.slug
                found.setdefault(name, set()).add(council.name if same else words_of(council.slug))
        names = {name: others.pop() for name, others in found.items() if len(others) == 1}
        if not names:
            return published
        return published._replace(
            rows=[row._replace(council=names.get(row.council, row.council)) for row in published.rows],
            unusable=[bad._replace(council=names.get(bad.council, bad.council)) for bad in published.unusable],
            doubts={(names.get(name, name), ward): line for (name, ward), line in published.doubts.items()},
            printed={slug_of(new): slug_of(name) for name, new in names.items()},
        )

    def among(self, published: Published, wanted: Callable[[Council], bool]) -> list[str]:
        """The slugs of the councils of a file that are ``wanted``, by what the register says of them.

        Raises:
            NotFoundError: none of them is.
        """
        named = {(row.council, row.council_gss) for row in published.rows}
        named |= {(bad.council, None) for bad in published.unusable if bad.council}
        found = {slug_of(name) for name, code in named if (c := self._council(name, code)) is not None and wanted(c)}
        if not found:
            there = len({slug_of(name) for name, _ in named})
            raise NotFoundError(f"--region: expected councils of there in {published.path}, got {there} others")
        return sorted(found)

    def completed(self, election: Election) -> Election:
        """An ordinary election with its kind and the size of the council, where neither was given.

        The source of the size goes into those of the election, also where the same size was recorded.
        """
        council = self._council(election.council, election.council_gss)
        if council is None or election.kind == "by-election":
            return election
        size = council.size_on(self._day)
        if size is not None and election.seats_total in (None, size.seats):
            source = self._councils.sources[size.source]._replace(covers="seats on the council")
            sources = {**election.sources, source.key: source}
            election = replace(election, seats_total=size.seats, sources=sources)
        return replace(election, kind=election.kind or self._councils.ordinary(council, self._day).kind)

    def disagreements(self, election: Election) -> Iterator[Problem]:
        """A problem if the register knows another kind of election of that day."""
        council = self._council(election.council, election.council_gss)
        known = None if council is None else self._councils.ordinary(council, self._day).kind
        if known is not None and election.kind not in (None, "by-election", known):
            what = f"{election.council}: --kind: expected {known}, as councils.yaml has it, got {election.kind}"
            yield Problem(election.path, 1, what)

    def _council(self, name: str, code: str | None) -> Council | None:
        return self._councils.by_code(code) if code else self._councils.named(name, self._day)
