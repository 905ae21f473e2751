"""What an import is asked for."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path

from wardcheck.frozen import frozen
from wardcheck.model.council import Council
from wardcheck.model.election import Kind
from wardcheck.sources.rows import Nation


@frozen
class Wanted:
    """What to take from which files, and what they do not say."""

    layout: str | None
    """Name of the layout; none means that of which the file has the columns."""
    file: Path
    day: date
    councils: Sequence[str] = ()
    """Names or slugs of councils; none means all."""
    of: Callable[[Council], bool] | None = None
    """Which councils besides these, by their entries in the register; those that it does not have are not taken."""
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
