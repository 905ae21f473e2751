"""Which covariate files a store has, and the one that has the columns asked for."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from wardcheck.errors import NotFoundError
from wardcheck.spelling import nearest
from wardcheck.store.covariate_reader import Covariates, read_covariates
from wardcheck.store.folders import COVARIATES, names_in
from wardcheck.store.reading import all_or_error


def covariate_files(root: Path) -> list[Path]:
    """The covariate files of the store in ``root``, by name.

    Raises:
        DataError: their folder cannot be opened.
    """
    folder = root / COVARIATES
    if not (folder.exists() or folder.is_symlink()):
        return []
    return [folder / name for name in names_in(folder) if name.endswith(".csv")]


def covariates_with(paths: Sequence[Path], columns: Sequence[str]) -> Covariates:
    """The one file of ``paths`` that has all of ``columns``.

    Raises:
        NotFoundError: none has them, with the nearest name, or several have.
        DataError: files cannot be read: all their problems.
    """
    files = all_or_error([partial(read_covariates, path) for path in paths])
    found = [file for file in files if set(columns) <= set(file.columns)]
    if len(found) == 1:
        return found[0]
    if found:
        named = ", ".join(file.path for file in found)
        raise NotFoundError(f"{' and '.join(columns)} stand in several files: {named}; name one with --covariates")
    if not files:
        raise NotFoundError("no covariate file in the store; name one with --covariates FILE")
    known = {column for file in files for column in file.columns}
    where = Path(files[0].path).name if len(files) == 1 else f"the {len(files)} covariate files of the store"
    for column in columns:
        if column not in known:
            hint = nearest(column, known) or f"; columns: {', '.join(sorted(known))}"
            raise NotFoundError(f"no column {column!r} in {where}{hint}")
    raise NotFoundError(f"no one covariate file has all of {', '.join(columns)}")
