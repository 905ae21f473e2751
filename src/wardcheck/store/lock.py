"""One writer at a time in a store, where the system has locks."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

if sys.platform != "win32":  # where two imports at once are the user's business
    import fcntl


@contextmanager
def locked(folder: Path, waiting: Callable[[], object] = lambda: None) -> Iterator[None]:
    """Hold the lock of ``folder`` alone; if another program has it, call ``waiting`` and wait until it is free.

    The lock ends with the program that holds it, however that ends, and leaves no file behind.
    """
    try:
        handle = os.open(folder, os.O_RDONLY)
    except OSError:  # whatever is wrong with the folder is told by the one who writes
        yield
        return
    try:
        _hold(handle, waiting)
        yield
    finally:
        os.close(handle)


def _hold(handle: int, waiting: Callable[[], object]) -> None:
    if sys.platform != "win32":
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            waiting()
            fcntl.flock(handle, fcntl.LOCK_EX)
        except OSError:  # a file system without locks
            return
