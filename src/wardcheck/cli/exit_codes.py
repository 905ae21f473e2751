"""What the exit code says."""

from __future__ import annotations

from enum import IntEnum


class ExitCode(IntEnum):
    """The exit codes of every command."""

    DONE = 0
    """The question was answered."""
    FINDINGS = 1
    """Something was found that the command was asked to look for; or there was nothing to answer with, such as a ward
    that both elections have, or all seats of a council."""
    ERROR = 2
    """The command could not run: usage, an unknown name, data that cannot be read. Over several elections seats,
    change, swing and control answer of the councils that can be read, and name the others."""
    INTERRUPTED = 130
    """Ctrl-C."""
    BROKEN_PIPE = 141
    """The reader of the pipe went away."""
