"""What the store would say of an election that is not written yet: the reader sees the text before the disk does."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from wardcheck.errors import DataError, Problem
from wardcheck.model import Election, Party, Ward
from wardcheck.printable import printable
from wardcheck.store.context import Context
from wardcheck.store.election_reader import read_election
from wardcheck.store.election_writer import election_text
from wardcheck.store.slugs import is_slug
from wardcheck.store.ward_reader import read_ward
from wardcheck.store.ward_writer import ward_text

_CANDIDACY = "  - {name: "
_RESERVED = "election"
"""The file of this name is the election's own."""


def refusals(election: Election, parties: Mapping[str, Party]) -> list[Problem]:
    """Every reason for which the store would refuse to read this election back, or would read another one.

    Each stands at the place that it came from: ``Ward.path``, the line of its key ``ward`` and the line of each
    candidacy, which an importer fills with the file and the rows of the source. The names of the election and its wards
    become paths, so they are looked at before anything else.
    """
    found = list(_names(election))
    if found:
        return found
    for ward in election.wards:
        found += _of_ward(ward, election, parties)
    text = election_text(election)
    try:
        again = read_election(text.encode(), "", election.slug, parties)
    except DataError as error:
        place = (election.path or election.slug, 1)
        return found + [Problem(*place, f"{election.council}: {problem.message}") for problem in error.problems]
    if election_text(again) != text:
        found.append(Problem(election.path or election.slug, 1, f"{election.council}: expected text that reads back"))
    return found


def _names(election: Election) -> Iterator[Problem]:
    if not is_slug(election.slug):
        what = f"expected a council whose name can name a folder, got {printable(election.slug)!r}"
        yield Problem(election.path or printable(election.slug), 1, f"{printable(election.council)}: {what}")
    often = Counter(ward.slug for ward in election.wards)
    for ward in election.wards:
        what = ""
        if not is_slug(ward.slug) or ward.slug == _RESERVED:
            what = f"expected a name that can name a file, got {printable(ward.slug)!r}"
        elif often[ward.slug] > 1:
            others = [w.name for w in election.wards if w.slug == ward.slug and w is not ward]
            what = f"expected a file of its own, got {ward.slug}.yaml for {', '.join(others)} as well"
        if what:
            yield Problem(*_place(ward), _about(ward, f"slug: {what}"))


def _of_ward(ward: Ward, election: Election, parties: Mapping[str, Party]) -> Iterator[Problem]:
    text = ward_text(ward)
    lines = text.splitlines()
    try:
        again = read_ward(text.encode(), "", ward.slug, Context(parties, election.sources))
    except (DataError, UnicodeEncodeError) as error:
        problems = error.problems if isinstance(error, DataError) else [Problem("", 1, "text: expected Unicode")]
        for problem in problems:
            path, first = _place(ward)
            yield Problem(path, _row(ward, lines, problem.line) or first, _about(ward, problem.message))
        return
    if ward_text(again) != text:
        yield Problem(*_place(ward), _about(ward, "expected text that reads back as it was, got another ward"))


def _about(ward: Ward, message: str) -> str:
    return f"{printable(ward.name)}: {message}"


def _place(ward: Ward) -> tuple[str, int]:
    return ward.path or f"{printable(ward.slug)}.yaml", ward.lines.get("ward", 1)


def _row(ward: Ward, lines: list[str], line: int) -> int | None:
    """The row of the candidacy that stands on a line of the text."""
    if not (0 < line <= len(lines) and lines[line - 1].startswith(_CANDIDACY)):
        return None
    place = sum(text.startswith(_CANDIDACY) for text in lines[:line]) - 1
    return ward.candidates[place].line or None
