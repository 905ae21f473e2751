"""The blocks of a Markdown file that show a command and what it prints: running them, and writing what they print.

Four kinds are looked after; every other block is left as it is.

* ``console``, beginning with ``$ ``: each line after ``$ `` is run by bash on a terminal of 80 columns without
  colour, and what a person would see there follows it. ``$?`` is the exit code of the command before.
* ``sh`` followed by ``text``: a whole script, run by bash with its output on a pipe. It must exit with 0.
* ``python`` followed by ``text``: the same for a Python program.
* ``yaml`` beginning with ``# results/...``: that file of the store.

All run from the top of the repository, with the ``wardcheck`` of the Python that runs this. On a page that says
``<!-- blocks share a folder -->`` they run one after the other in a folder of their own, which has ``docs`` and
``results``; there

* ``yaml`` under a line ``<!-- file: FILE -->`` is written to that file, as a reader would;
* ``sh`` without a ``text`` is run too, and must exit with 0.
"""

from __future__ import annotations

import atexit
import os
import pty
import re
import shlex
import subprocess
import sys
import sysconfig
import tempfile
import termios
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple

from ready import Ready

ROOT = Path(__file__).resolve().parents[1]

_FENCE = re.compile(r"```(\w*)")
_PROMPT = "$ "
_BAR = re.compile(r"\s*\x1b\[\?25l.*\x1b\[\?25h\n?", re.DOTALL)
"""How far a reading has come, which only a first reading of many elections shows."""
_PLAIN = re.compile(r"wardcheck( [\w./:=,+-]+| '[^']*')*")
"""A command line in which nothing is for a shell: no pattern, pipe, variable or other program."""
_FILE = "# results/"
_SHARED = "<!-- blocks share a folder -->"
_WRITTEN = re.compile(r"<!-- file: ([\w./-]+) -->")
_PROGRAMS = {"sh": "bash", "python": sys.executable}
_NOT_PASSED_ON = frozenset(
    {"FORCE_COLOR", "NO_COLOR", "GITHUB_ACTIONS", "PY_COLORS", "TERMINAL_WIDTH", "LINES", "WARDCHECK_STORE", "LANGUAGE"}
)


class Block(NamedTuple):
    """One fenced block: its word, the index of its first line, and its lines without the fences."""

    word: str
    first: int
    lines: list[str]


class Shown(NamedTuple):
    """A block of output, and what it should be the output of."""

    command: Block
    output: Block


class BlockError(Exception):
    """A script that the documentation shows did not end well."""


def blocks_of(text: str) -> list[Block]:
    """The fenced blocks of a Markdown text, in order."""
    found: list[Block] = []
    is_open = False
    for index, line in enumerate(text.split("\n")):
        fence = _FENCE.fullmatch(line)
        if is_open and line == "```":
            is_open = False
        elif is_open:
            found[-1].lines.append(line)
        elif fence:
            is_open = True
            found.append(Block(fence[1], index + 1, []))
    return found


def shown_by(text: str) -> Iterator[Shown]:
    """The blocks whose content is looked after; a ``console`` block is command and output in one."""
    blocks, lines = blocks_of(text), text.split("\n")
    for block, after in zip(blocks, [*blocks[1:], Block("", 0, [])], strict=False):
        start = block.lines[0] if block.lines else ""
        if (block.word == "console" and start.startswith(_PROMPT)) or (
            block.word == "yaml" and start.startswith(_FILE)
        ):
            yield Shown(block, block)
        elif block.word in _PROGRAMS and after.word == "text" and not _heading_between(lines, block, after):
            yield Shown(block, after)


def _heading_between(lines: list[str], block: Block, after: Block) -> bool:
    """Whether a heading parts two blocks: what follows another heading is no output of this one."""
    return any(line.startswith("#") for line in lines[block.first + len(block.lines) : after.first])


def refreshed(text: str) -> str:
    """``text`` with every block that is looked after holding what its command prints now.

    Raises:
        BlockError: a script exits with another code than 0.
    """
    lines = text.split("\n")
    if _SHARED not in text:
        found = [(shown.output, _content(shown.command, ROOT)) for shown in shown_by(text)]
    else:
        with tempfile.TemporaryDirectory() as name:
            for there in ("docs", "results"):
                (Path(name) / there).symlink_to(ROOT / there)
            found = list(_one_after_the_other(text, Path(name)))
    for output, content in reversed(found):
        lines[output.first : output.first + len(output.lines)] = content
    return "\n".join(lines)


def _one_after_the_other(text: str, folder: Path) -> Iterator[tuple[Block, list[str]]]:
    """What each block that is looked after prints in ``folder``, where the files between them are written."""
    shown = {one.command.first: one for one in shown_by(text)}
    lines = ["", *text.split("\n")]
    for block in blocks_of(text):
        if block.first in shown:
            yield shown[block.first].output, _content(block, folder)
        elif block.word == "sh":
            _piped(block, folder)
        elif block.word == "yaml" and (named := _WRITTEN.fullmatch(lines[block.first - 1])):
            path = folder / named[1]
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text("\n".join([*block.lines, ""]), encoding="utf-8")


def _content(command: Block, folder: Path) -> list[str]:
    if command.word == "console":
        return _session((line for line in command.lines if line.startswith(_PROMPT)), folder)
    if command.word == "yaml":
        name = command.lines[0].removeprefix("# ")
        return [command.lines[0], *_lines((ROOT / name).read_text(encoding="utf-8"))]
    return _lines(_piped(command, folder))


def _session(commands: Iterator[str], folder: Path) -> list[str]:
    lines: list[str] = []
    code = 0
    for command in commands:
        printed, code = _on_terminal(command.removeprefix(_PROMPT), code, folder)
        lines += [command, *_lines(printed)]
    return lines


def _lines(text: str) -> list[str]:
    return text.rstrip("\n").split("\n") if text.strip() else []


def _piped(command: Block, at: Path) -> str:
    with tempfile.TemporaryDirectory() as folder:
        done = subprocess.run(  # noqa: S603  the scripts are the documentation's own
            [_PROGRAMS[command.word]],
            input="\n".join(command.lines),
            capture_output=True,
            check=False,
            cwd=at,
            encoding="utf-8",
            env=_environment(folder),
        )
    if done.returncode:
        script = "\n".join(command.lines)
        raise BlockError(f"exit code {done.returncode} of\n{script}\n{done.stderr}")
    return done.stdout


def _on_terminal(command: str, before: int, at: Path) -> tuple[str, int]:
    """What a person sees of a command (messages too) that comes after one with exit code ``before``; its own code."""
    reader, writer = pty.openpty()
    attributes = termios.tcgetattr(writer)
    attributes[1] &= ~termios.OPOST  # line ends stay as they are written
    termios.tcsetattr(writer, termios.TCSANOW, attributes)
    with tempfile.TemporaryDirectory() as folder:
        run = _by_itself if _PLAIN.fullmatch(command) else _by_shell
        seen, code = run(command, before, at, _environment(folder), reader, writer)
    os.close(reader)
    return _BAR.sub("", seen.decode("utf-8")), code


def _by_itself(
    command: str, _before: int, at: Path, environment: Mapping[str, str], reader: int, writer: int
) -> tuple[bytes, int]:
    """Without a shell, of which nothing is asked but to start a program with words."""
    _, *words = shlex.split(command)
    waiting = _waiting()
    waiting.start(words, writer, at, environment)
    return _until_closed(reader, writer), waiting.exit_code()


def _by_shell(
    command: str, before: int, at: Path, environment: Mapping[str, str], reader: int, writer: int
) -> tuple[bytes, int]:
    with subprocess.Popen(  # noqa: S603  the scripts are the documentation's own
        ["bash", "-c", f"(exit {before})\n{command}"],  # noqa: S607  wherever this system has it
        stdin=subprocess.DEVNULL,
        stdout=writer,
        stderr=writer,
        cwd=at,
        env=environment,
    ) as process:
        seen = _until_closed(reader, writer)
    return seen, process.returncode


@cache
def _waiting() -> Ready:
    waiting = Ready(_environment(tempfile.gettempdir()))
    atexit.register(waiting.close)
    return waiting


def _until_closed(reader: int, writer: int) -> bytes:
    """All that is written to a terminal, which others than this hold open, until they are done."""
    os.close(writer)
    seen = b""
    while chunk := _read(reader):
        seen += chunk
    return seen


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 65_536)
    except OSError:  # how Linux says that nobody writes to a terminal any more
        return b""


def _environment(temporary: str) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if name not in _NOT_PASSED_ON}
    path = os.pathsep.join([sysconfig.get_path("scripts"), kept.get("PATH", os.defpath)])
    return kept | {"PATH": path, "COLUMNS": "80", "TERM": "dumb", "LC_ALL": "C.UTF-8", "TMPDIR": temporary}
