"""Standard output and standard error of a process, whatever the shell has made of them."""

from __future__ import annotations

import io
import os
import signal
import sys
from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer


def prepare() -> None:
    """Make both streams UTF-8 in any locale, and keep what is said on stderr from spoiling what is answered on stdout.

    A reader of stdout that went away (``| head``) ends the program as it ends every other one, with code 141. A stderr
    that is closed, full or read by nobody loses what is said there and changes nothing else.
    """
    signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8")
    if sys.stderr is None:
        sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115  as long as the process
    else:
        raw = _Unread(sys.stderr.fileno(), "w", closefd=False)
        sys.stderr = io.TextIOWrapper(
            io.BufferedWriter(raw), encoding="utf-8", errors="backslashreplace", line_buffering=True
        )


class _Unread(io.FileIO):
    """A file whose writer does not learn whether anything was written."""

    def write(self, data: ReadableBuffer) -> int:
        """Write as much as goes in one piece; the number of bytes that are done with, written or lost."""
        before = signal.signal(signal.SIGPIPE, signal.SIG_IGN)
        written: int | None = None
        try:
            with suppress(OSError):
                written = super().write(data)
        finally:
            signal.signal(signal.SIGPIPE, before)
        return memoryview(data).nbytes if written is None else written
