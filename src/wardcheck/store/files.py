"""Files are measured before they are read, so that none of another kind or size costs more than a line of message."""

from __future__ import annotations

import stat
from collections.abc import Callable
from pathlib import Path

from wardcheck.errors import DataError, Problem
from wardcheck.printable import printable

_KINDS: tuple[tuple[Callable[[int], bool], str], ...] = (
    (stat.S_ISDIR, "a folder"),
    (stat.S_ISFIFO, "a pipe"),
    (stat.S_ISSOCK, "a socket"),
    (stat.S_ISCHR, "a device"),
    (stat.S_ISBLK, "a device"),
)


def measured(path: Path, at_most: int) -> None:
    """Refuse what is no regular file, of which nobody knows when it ends, and a file of more than ``at_most`` bytes.

    Raises:
        DataError: it is one of these, or not there.
    """
    try:
        found = path.stat()
    except (OSError, ValueError) as error:  # a ValueError: the name holds a null
        raise unreadable(path, error) from error
    if not stat.S_ISREG(found.st_mode):
        name = next((name for is_kind, name in _KINDS if is_kind(found.st_mode)), "something else")
        raise _refused(path, f"expected a regular file, got {name}")
    if found.st_size > at_most:
        raise _refused(path, f"expected at most {at_most} bytes, got {found.st_size}")


def content(path: Path, at_most: int) -> bytes:
    """The bytes of a file of at most ``at_most``.

    Raises:
        DataError: it is larger, no regular file, not there, or cannot be opened.
    """
    measured(path, at_most)
    try:
        return path.read_bytes()
    except OSError as error:
        raise unreadable(path, error) from error


def measured_archive(path: Path, at_most: int, expanded: int) -> None:
    """As ``measured``, for a zip archive (a workbook is one) whose files take at most ``expanded`` bytes together.

    The sizes are those of its directory, beyond which no file of it is unpacked. What is no archive passes, for its
    reader to refuse.

    Raises:
        DataError: it is larger, or what ``measured`` refuses.
    """
    import zipfile  # few commands read workbooks

    measured(path, at_most)
    try:
        with zipfile.ZipFile(path) as archive:
            total = sum(entry.file_size for entry in archive.infolist())
    except zipfile.BadZipFile:
        return
    except OSError as error:
        raise unreadable(path, error) from error
    if total > expanded:
        raise _refused(path, f"expected at most {expanded} bytes when unpacked, got {total}")


def unreadable(path: Path, error: Exception) -> DataError:
    """What to raise for a file that the system does not give."""
    return _refused(path, f"expected to read it, got {getattr(error, 'strerror', None) or error}")


def _refused(path: Path, what: str) -> DataError:
    return DataError([Problem(printable(str(path)), 1, f"file: {what}")])
