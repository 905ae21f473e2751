"""The program: one handler of errors, and one place that turns what happened into an exit code."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from typing import Annotated

import typer

from wardcheck import __version__
from wardcheck.cli.exit_codes import ExitCode
from wardcheck.cli.loading import SETTINGS, Commands
from wardcheck.cli.streams import prepare
from wardcheck.errors import DataError, WardcheckError

NAME = "wardcheck"


def application() -> typer.Typer:
    """The app, whose commands are imported when they run."""
    app = typer.Typer(name=NAME, cls=Commands, no_args_is_help=True, **SETTINGS)
    app.callback()(_program)
    return app


def _version(asked: bool) -> None:
    if asked:
        sys.stdout.write(f"{NAME} {__version__}\n")
        raise typer.Exit


def _program(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """English ward elections from declared results: margins, close seats and vote change."""


def run(argv: Sequence[str]) -> int:
    """Run one command line and return its exit code; the whole program but for process-wide settings."""
    try:
        code = _start(argv)
        sys.stdout.flush()
    except DataError as error:
        return _complain("\n".join(map(str, error.problems)))
    except WardcheckError as error:
        return _complain(f"{NAME}: {error}")
    except OSError as error:  # a full disk, say; what the store cannot read is a DataError
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115  or leaving would try again
        what = "write the output" if error.filename is None else f"open {error.filename}"
        return _complain(f"{NAME}: expected to {what}, got {error.strerror or error}")
    return code


def _start(argv: Sequence[str]) -> int:
    if sys.stdout is None:
        raise WardcheckError("expected an open standard output, got a closed one")
    try:
        application()(args=list(argv), prog_name=NAME)
    except SystemExit as stop:
        return stop.code if isinstance(stop.code, int) else int(stop.code is not None)
    return ExitCode.DONE


def _complain(message: str) -> ExitCode:
    """Plainly to stderr: wrapping or colour would break ``path:line:``."""
    from wardcheck.printable import printable

    sys.stderr.write("".join(f"{printable(line)}\n" for line in message.split("\n")))
    return ExitCode.ERROR


def main() -> None:
    """The entry point of the console script."""
    prepare()
    if f"_{NAME.upper()}_COMPLETE" in os.environ:
        _complete()
        sys.exit(run([]))
    sys.exit(run(sys.argv[1:]))


def _complete() -> None:
    """Let the shells of Typer answer: ``eval "$(_WARDCHECK_COMPLETE=source_bash wardcheck)"``."""
    from typer._completion_classes import completion_init

    completion_init()
