"""Reading the folder of one election whole: every problem of every file at once."""

from __future__ import annotations

import stat
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TypeVar

from wardcheck.errors import DataError, Problem
from wardcheck.model import Election, Party, Ward
from wardcheck.printable import printable
from wardcheck.store.context import Context
from wardcheck.store.election_reader import read_election
from wardcheck.store.files import content
from wardcheck.store.folders import names_in, unopened
from wardcheck.store.layout import ELECTION_FILE, SUFFIX, refuse_second
from wardcheck.store.slugs import is_slug
from wardcheck.store.tree import MAX_BYTES
from wardcheck.store.unfinished import refuse_unfinished
from wardcheck.store.ward_reader import read_ward

_T = TypeVar("_T")


def read_head(slug: str, folder: Path, parties: Mapping[str, Party]) -> Election:
    """The election of a folder without its wards: its ``election.yaml`` alone.

    Raises:
        DataError: with every problem of that file.
    """
    path = folder / ELECTION_FILE
    return read_election(content(path, MAX_BYTES), str(path), slug, parties)


def readable_head(slug: str, folder: Path, parties: Mapping[str, Party]) -> Election | None:
    """The same, or ``None`` where that file is not there or cannot be read."""
    try:
        return read_head(slug, folder, parties)
    except DataError:
        return None


def readable_ward(path: Path, context: Context) -> Ward | None:
    """The ward of a file, or ``None`` where it is not there or cannot be read."""
    try:
        return read_ward(content(path, MAX_BYTES), str(path), path.stem, context)
    except DataError:
        return None


def read_folder(slug: str, folders: Sequence[Path], parties: Mapping[str, Party]) -> Election:
    """The election of the one folder that ``folders`` must be, with all its wards in the order of their names.

    Raises:
        DataError: with every problem of every file.
    """
    refuse_second(slug, folders)
    folder = folders[0]
    refuse_unfinished(folder)
    election = read_head(slug, folder, parties)
    context = Context(parties, election.sources)
    names = [name for name in names_in(folder) if name != ELECTION_FILE]
    return replace(election, wards=tuple(all_or_error([partial(_read_ward, folder / name, context) for name in names])))


def refuse_stray(path: Path) -> None:
    """Refuse a folder with files of results that is no election: its name is no slug, or it has no ``election.yaml``.

    Raises:
        DataError: it is such a folder, or it cannot be told.
    """
    try:
        if not stat.S_ISDIR(path.stat().st_mode):
            return
    except OSError as error:
        raise unopened(path, error) from error
    if any(name.endswith(SUFFIX) for name in names_in(path)):
        what = f"folder: expected an election (a name such as barnet/2018, with {ELECTION_FILE}), got {path.name!r}"
        raise DataError([Problem(printable(str(path)), 1, what)])


def _read_ward(path: Path, context: Context) -> Ward:
    slug = path.name.removesuffix(SUFFIX)
    if path.suffix != SUFFIX or not is_slug(slug):
        what = f"file name: expected lower-case words joined by hyphens and {SUFFIX}, got {path.name!r}"
        raise DataError([Problem(printable(str(path)), 1, what)])
    return read_ward(content(path, MAX_BYTES), str(path), slug, context)


def all_or_error(readers: Iterable[Callable[[], _T]]) -> list[_T]:
    """What every reader gives, or all their problems together."""
    found: list[_T] = []
    problems: list[Problem] = []
    for read in readers:
        try:
            found.append(read())
        except DataError as error:
            problems += error.problems
    if problems:
        raise DataError(problems)
    return found
