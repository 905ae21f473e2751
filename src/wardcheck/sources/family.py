"""The layouts of one publisher, and which of them a file has."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from wardcheck.errors import DataError, Problem
from wardcheck.frozen import frozen
from wardcheck.model import Source
from wardcheck.sources.layout import Layout
from wardcheck.sources.reading import read
from wardcheck.sources.rows import Nation, Published
from wardcheck.sources.tables import is_workbook, lacking, lacks, likest, tops


@frozen
class Family:
    """The layouts of one publisher, which changed over the years; a file is of the one whose columns it has."""

    aliases: str
    """The key of its names of parties in the register."""
    source: Callable[[date], Source]
    layouts: tuple[Layout, ...]
    otherwise: Layout | None = None
    """What every file is that is said to be of the family and has the columns of no other layout of it."""

    def of(self, path: Path) -> Layout:
        """The layout of a file.

        Raises:
            DataError: the file cannot be read, or has the columns of none.
        """
        try:
            return recognised(path, self.layouts)
        except DataError:
            if self.otherwise is None or is_workbook(path):
                raise
            return self.otherwise

    def read(self, path: Path, nation: Nation = "England") -> Published:
        """The candidacies of a file, and every row that is not one.

        Raises:
            DataError: the file cannot be read, or has the columns of no layout.
        """
        return read(self.of(path), path, nation)


def recognised(path: Path, layouts: Sequence[Layout]) -> Layout:
    """The layout, of these, whose columns a file has; that with more of them, where one has all of another's.

    Raises:
        DataError: the file cannot be read, has the columns of none, or those of several.
    """
    first = tops(path)
    fit = [layout for layout in layouts if layout.fits(path, first)]
    best = [layout for layout in fit if not any(layout.less_than(other) for other in fit)]
    if len(best) == 1:
        return best[0]
    if best:
        names = ", ".join(layout.name for layout in best)
        what = f"header: expected the columns of one layout, got those of {names}; name the one that it is"
        raise DataError([Problem(str(path), 1, what)])
    raise DataError([_unknown(path, [layout for layout in layouts if layout.open is None], first)])


def _unknown(path: Path, layouts: Sequence[Layout], first: Sequence[Sequence[str]]) -> Problem:
    """The nearest layout and what a file lacks of it, and of any other that is as near."""
    without = {layout.name: lacks(layout.needed, likest(layout.needed, first)) for layout in layouts}
    share = {layout.name: len(without[layout.name]) / len(layout.needed) for layout in layouts}
    near = min(layouts, key=lambda layout: share[layout.name])
    others = [name for name in without if name != near.name]
    what = f" ({near.name}{', the nearest; other layouts are ' + ', '.join(others) if others else ''})"
    as_near = [name for name in others if share[name] == share[near.name] < 1]
    more = "".join(f", or of {name} without {', '.join(without[name])}" for name in as_near)
    return lacking(path, near.needed, first, what, more)
