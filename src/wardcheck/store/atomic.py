"""Writing a whole file so that a reader, or a kill at any moment, finds it old or new and never in between."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from wardcheck.errors import WardcheckError


def write_whole(path: Path, content: str | bytes) -> None:
    """Replace ``path`` by ``content``, text as UTF-8: a temporary file beside it, flushed to the disk, then renamed.

    The temporary name begins with a dot, which the store passes over, should a kill leave one behind.

    Raises:
        WardcheckError: it cannot be written.
    """
    try:
        _replace(path, content.encode("utf-8") if isinstance(content, str) else content)
    except OSError as error:
        raise WardcheckError(f"{path}: expected to write it, got {error.strerror or error}") from error


def _replace(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".tmp", dir=path.parent)
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        temporary.chmod(0o644)
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
