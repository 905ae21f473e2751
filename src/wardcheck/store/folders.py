"""What a folder holds, where one that cannot be opened is told and never taken for an empty one."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from wardcheck.errors import DataError, Problem
from wardcheck.printable import printable

COVARIATES = "covariates"
"""The folder of a store with the covariate files that are read where none is named: no council."""


def names_in(folder: Path) -> list[str]:
    """The names in a folder, sorted, but for those that begin with a dot.

    Raises:
        DataError: it cannot be opened.
    """
    try:
        with os.scandir(folder) as entries:
            return sorted(entry.name for entry in entries if not entry.name.startswith("."))
    except OSError as error:
        raise unopened(folder, error) from error


def may_hold(folder: str, name: str) -> bool:
    """Whether ``folder`` holds a file ``name``; True too where that cannot be told, for reading it says why."""
    try:
        return stat.S_ISREG(os.stat(f"{folder}{os.sep}{name}").st_mode)  # noqa: PTH116  some hundreds at each start
    except (FileNotFoundError, NotADirectoryError):
        return leads_nowhere(folder)
    except OSError:  # a link to itself, a folder of somebody else
        return True


def leads_nowhere(path: str) -> bool:
    """Whether it is a link to what is not there."""
    return os.path.islink(path) and not os.path.exists(path)  # noqa: PTH110, PTH114  as above


def unopened(folder: Path, error: OSError) -> DataError:
    """What to raise for a folder that the system does not open."""
    what = f"folder: expected to open it, got {error.strerror or error}"
    return DataError([Problem(printable(str(folder)), 1, what)])
