"""``-o FILE``: rows into a file, whose ending says how."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from contextlib import suppress
from pathlib import Path

from wardcheck.cli.options import FormatName
from wardcheck.errors import NotFoundError, WardcheckError
from wardcheck.store.locate import locate

ENDINGS: Mapping[str, FormatName] = {
    ".tsv": "tsv",
    ".csv": "csv",
    ".json": "json",
    ".jsonl": "jsonl",
    ".md": "md",
    ".txt": "table",
    ".html": "html",
    ".svg": "svg",
    ".xlsx": "xlsx",
    ".parquet": "parquet",
}
"""The format that each ending of a file's name stands for."""


def format_of(file: Path, known_formats: Collection[str] | None = None) -> FormatName:
    """The format, of those that a command knows, that the name of a file ends with, in any case.

    Raises:
        WardcheckError: none; with the endings that there are.
    """
    endings = {end: name for end, name in ENDINGS.items() if known_formats is None or name in known_formats}
    found = endings.get(file.suffix.lower())
    if found is None:
        with suppress(OSError):
            if file.is_dir():
                raise WardcheckError(f"-o: expected a file, got the folder {str(file)!r}")
        known = ", ".join(endings)
        raise WardcheckError(f"-o: expected a file that ends in {known}, or -f with it, got {str(file)!r}")
    return found


def refuse_place(file: Path, store: Path | None, *, folder: bool = False, option: str = "-o") -> None:
    """Refuse a file that cannot be written there, or is inside a store, before anything is read.

    With ``folder`` only the last: the folder is made where it is not there.

    Raises:
        WardcheckError: it is a folder, its folder is not there, or it is inside the store.
    """
    try:
        if file.is_dir() and not folder:
            raise WardcheckError(f"{option}: expected a file, got the folder {str(file)!r}")
        if not file.parent.is_dir() and not folder:
            raise WardcheckError(f"{option}: expected a file in a folder that exists, got {str(file)!r}")
        inside = file.resolve().is_relative_to(locate(store).resolve())
    except NotFoundError:  # of the store, which the command will say
        return
    except (OSError, ValueError) as error:  # a name that is too long or holds a null
        raise WardcheckError(f"{option}: expected the name of a file, got {str(file)[:100]!r}") from error
    if inside:
        raise WardcheckError(f"{option}: expected a file outside the store, got {str(file)!r}")


def refuse_missing(format_: FormatName) -> None:
    """Refuse a format whose library is not there.

    Raises:
        WardcheckError: which to install.
    """
    if format_ == "parquet":
        from wardcheck.render.parquet import pyarrow

        pyarrow()
