"""Which folder is the store: ``--store``, ``WARDCHECK_STORE``, ``results/`` here or above, the bundled copy."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from wardcheck.errors import NotFoundError

REGISTER = "parties.yaml"
"""The file that makes a folder a store."""

COUNCILS = "councils.yaml"
"""The register of councils, which a store may do without."""

VARIABLE = "WARDCHECK_STORE"


def locate(given: str | Path | None = None) -> Path:
    """The folder of the store, as a path that reads well in a message.

    Raises:
        NotFoundError: the folder asked for is no store, or none was asked for and there is none that can be opened.
    """
    if given is not None:
        return _store_or_error(Path(given), "--store")
    if named := os.environ.get(VARIABLE):
        return _store_or_error(Path(named), VARIABLE)
    for folder in _here_and_above():
        if _is_store(folder / "results"):
            return Path(os.path.relpath(folder / "results"))
    bundled = _bundled()
    if (bundled / REGISTER).is_file():
        return bundled
    raise NotFoundError(
        f"no results store: there is no results/{REGISTER} here or in a folder above; "
        f"name one with --store DIR or {VARIABLE}"
    )


def councils_file(store: Path | None = None) -> Path | None:
    """The register of councils of a store, else the one of the program; ``None`` where there is neither."""
    checkout = Path(__file__).resolve().parents[3] / "results"
    folders = (_bundled(), checkout) if store is None else (store, _bundled(), checkout)
    return next((folder / COUNCILS for folder in folders if (folder / COUNCILS).is_file()), None)


def _bundled() -> Path:
    """The copy of the store in the installed package."""
    return Path(__file__).resolve().parents[1] / "results"


def _here_and_above() -> tuple[Path, ...]:
    try:
        here = Path.cwd()
    except FileNotFoundError:  # the current folder was removed
        return ()
    return (here, *here.parents)


def _is_store(folder: Path) -> bool:
    """Whether it is one; where that cannot be told, another one must not answer in its place.

    Raises:
        NotFoundError: it is there and cannot be opened.
    """
    try:
        return stat.S_ISREG((folder / REGISTER).stat().st_mode)
    except OSError as error:
        if isinstance(error, FileNotFoundError | NotADirectoryError) or not _is_there(folder):
            return False
        why = error.strerror or error
        raise NotFoundError(f"{folder}: expected to open it, got {why}; name another store with --store DIR") from error


def _is_there(folder: Path) -> bool:
    try:
        folder.lstat()
    except OSError:  # nobody can see what is in the folder above
        return False
    return True


def _store_or_error(folder: Path, how: str) -> Path:
    try:
        if (folder / REGISTER).is_file():
            return folder
    except (OSError, ValueError):  # a name that is too long or holds a null
        pass
    raise NotFoundError(f"{how}: expected a folder with {REGISTER}, got {str(folder)!r}")
