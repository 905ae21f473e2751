"""Writing whole files so that a reader, or a kill at any moment, finds each old or new and never in between."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from wardcheck.errors import WardcheckError
from wardcheck.store.unfinished import MARKER

_TEMPORARY = ".tmp"


Fill = Callable[[IO[bytes]], object]
"""Writes the content of a file."""


def write_whole(path: Path, content: str | bytes | Iterable[bytes]) -> None:
    """Replace ``path`` by ``content``, text as UTF-8: a temporary file beside it, flushed to the disk, then renamed.

    The temporary name begins with a dot, which the store passes over, should a kill leave one behind.

    Raises:
        WardcheckError: it cannot be written.
    """
    data = content.encode("utf-8") if isinstance(content, str) else content
    with files_together() as write:
        write(path, lambda file: file.write(data) if isinstance(data, bytes) else file.writelines(data))


@contextmanager
def files_together() -> Iterator[Callable[[Path, Fill], None]]:
    """Takes files with what fills each, and gives them their names at the end, when all are on the disk.

    Until then nothing has changed, whatever goes wrong in the making of one.

    Raises:
        WardcheckError: one cannot be written.
    """
    staged: dict[Path, Path] = {}

    def write(path: Path, fill: Fill) -> None:
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            staged[path] = _beside(path, fill)
        except OSError as error:
            raise _unwritten(path, error) from error

    try:
        yield write
        for path, temporary in staged.items():
            try:
                temporary.replace(path)
            except OSError as error:
                raise _unwritten(path, error) from error
    finally:
        for temporary in staged.values():
            temporary.unlink(missing_ok=True)


def write_together(folder: Path, files: Mapping[str, str], *, remove: Iterable[str] = ()) -> None:
    """Replace files of a folder, and remove others, so that all of it happened or the folder is marked as unfinished.

    Everything is on the disk beside the old files before the first of them is touched: what goes wrong until then (a
    full disk, mostly) leaves the folder as it was. From then on the mark stands there, whose file lists what is
    changed, until the last of ``files`` has its name.

    Raises:
        WardcheckError: it cannot be written.
    """
    gone = tuple(remove)
    staged: dict[str, Path] = {}
    at = folder
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, text in files.items():
            at = folder / name
            staged[name] = _beside(at, _filled(text))
        at = folder / MARKER
        _rename(_beside(at, _filled("\n".join([*files, *gone]))), at)
        _flush_names(folder)
        for name in gone:
            (folder / name).unlink(missing_ok=True)
        for name, temporary in staged.items():
            at = folder / name
            temporary.replace(at)
        _flush_names(folder)
        (folder / MARKER).unlink()
    except OSError as error:
        raise _unwritten(at, error) from error
    finally:
        for temporary in staged.values():
            temporary.unlink(missing_ok=True)


def clear_temporary(folder: Path) -> None:
    """Remove what killed programs left behind in a folder. The caller sees to it that no other is at work there."""
    for left in folder.glob(f".*{_TEMPORARY}"):
        left.unlink(missing_ok=True)


def _filled(text: str) -> Fill:
    return lambda file: file.write(text.encode("utf-8"))


def _beside(path: Path, fill: Fill) -> Path:
    """A temporary file beside ``path``, its content on the disk."""
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=_TEMPORARY, dir=path.parent)
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            fill(file)
            file.flush()
            os.fsync(file.fileno())
        temporary.chmod(0o644)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    return temporary


def _rename(temporary: Path, path: Path) -> None:
    try:
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def _flush_names(folder: Path) -> None:
    """The names of a folder on the disk, where the system can flush a folder."""
    try:
        handle = os.open(folder, os.O_RDONLY)
    except OSError:
        return
    try:
        os.fsync(handle)
    except OSError:
        pass
    finally:
        os.close(handle)


def _unwritten(path: Path, error: OSError) -> WardcheckError:
    return WardcheckError(f"{path}: expected to write it, got {error.strerror or error}")
