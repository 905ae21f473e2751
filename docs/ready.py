"""A ``wardcheck`` that has loaded itself and waits: what a command line would start in a shell is a copy of it.

More than a hundred command lines stand in the documentation, and a copy costs a tenth of a start. ``Ready`` is held by
who runs them. The program itself (``python ready.py SOCKET``) reads a line of JSON for each and gets the terminal with
it, lets a copy run, and answers with the exit code.
"""

from __future__ import annotations

import gc
import json
import os
import socket
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TypedDict

_LONGEST = 1 << 20


class Request(TypedDict):
    """A command line, and what it would have of a shell."""

    words: list[str]
    folder: str
    environment: dict[str, str]


class Ready:
    """The program that waits, started with ``environment``; it ends when this is closed, or is no more."""

    def __init__(self, environment: Mapping[str, str]) -> None:
        self._socket, there = socket.socketpair()
        command = [sys.executable, __file__, str(there.fileno())]
        nothing = subprocess.DEVNULL
        with there:
            self._process = subprocess.Popen(  # noqa: S603  our own
                command, stdin=nothing, stdout=nothing, env=environment, pass_fds=[there.fileno()]
            )

    def start(self, words: Sequence[str], terminal: int, folder: Path, environment: Mapping[str, str]) -> None:
        """Let a copy run a command line in a folder, which writes to the terminal until it is done."""
        request: Request = {"words": [*words], "folder": str(folder), "environment": {**environment}}
        socket.send_fds(self._socket, [json.dumps(request).encode() + b"\n"], [terminal])

    def exit_code(self) -> int:
        """How the copy started last has ended, once it has."""
        return int(self._socket.recv(16))

    def close(self) -> None:
        """Let it end."""
        self._socket.close()
        self._process.wait()


def _wait(requests: socket.socket) -> None:
    while True:
        line, terminals, *_ = socket.recv_fds(requests, _LONGEST, 1)
        while line and not line.endswith(b"\n"):
            line += requests.recv(_LONGEST)
        if not line:
            return
        if not (copy := os.fork()):
            requests.close()
            _run(json.loads(line), terminals[0])
        os.close(terminals[0])
        _, status = os.waitpid(copy, 0)
        requests.send(f"{os.waitstatus_to_exitcode(status)}".encode())


def _run(request: Request, terminal: int) -> None:
    """Be what the shell starts: words, folder, environment and streams."""
    from wardcheck.__main__ import main

    for stream in (1, 2):
        os.dup2(terminal, stream)
    os.close(terminal)
    sys.stdout = open(1, "w", encoding="utf-8", buffering=1, closefd=False)  # noqa: SIM115  while this runs
    os.chdir(request["folder"])
    os.environ.clear()
    os.environ.update(request["environment"])
    sys.argv = ["wardcheck", *request["words"]]
    main()


if __name__ == "__main__":
    import wardcheck.render.table  # noqa: F401  what most of them load when they run
    from wardcheck.cli.commands import COMMANDS
    from wardcheck.cli.loading import loaded

    for name in COMMANDS:
        loaded(name)
    gc.freeze()
    _wait(socket.socket(fileno=int(sys.argv[1])))
