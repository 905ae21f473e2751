"""The program: one list of commands, one handler of errors, one place that turns both into an exit code."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import Annotated

import typer

from wardcheck import __version__
from wardcheck.cli.exit_codes import ExitCode
from wardcheck.errors import DataError, WardcheckError

NAME = "wardcheck"

COMMANDS = {
    "margins": "margins",
    "close": "close",
    "change": "change",
    "swing": "swing",
    "seats": "seats",
    "control": "control",
    "ties": "ties",
    "relate": "relate",
    "claims": "claims",
    "ward": "ward",
    "turnout": "turnout",
    "elections": "elections",
    "export": "export",
    "check": "check",
    "import": "import_",
}
"""Each command and its module in this package, which has a function of the same name; help keeps the order."""


def application(argv: Sequence[str] = ()) -> typer.Typer:
    """The app with the one command that ``argv`` begins with, or else with all of them.

    A command is imported, and its options are built, only where it can be the one that runs.
    """
    app = typer.Typer(
        name=NAME,
        add_completion=False,  # its --install-completion would write into the home folder; see _complete
        no_args_is_help=True,
        rich_markup_mode=None,  # plain help starts quicker and survives pipes
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    app.callback()(_program)
    for name in argv[:1] if argv and argv[0] in COMMANDS else COMMANDS:
        module = COMMANDS[name]
        app.command(name)(getattr(import_module(f"wardcheck.cli.{module}"), module))
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
        return _complain(f"{NAME}: expected to write the output, got {error.strerror or error}")
    return code


def _start(argv: Sequence[str]) -> int:
    if sys.stdout is None:
        raise WardcheckError("expected an open standard output, got a closed one")
    try:
        application(argv)(args=list(argv), prog_name=NAME)
    except SystemExit as stop:
        return stop.code if isinstance(stop.code, int) else int(stop.code is not None)
    return ExitCode.DONE


def _complain(message: str) -> ExitCode:
    """Plainly to stderr: wrapping or colour would break ``path:line:``."""
    from wardcheck.printable import printable

    if sys.stderr is not None:
        sys.stderr.write("".join(f"{printable(line)}\n" for line in message.split("\n")))
    return ExitCode.ERROR


def main() -> None:
    """The entry point of the console script."""
    # a reader that went away (| head) ends the program as it ends every other one, with code 141
    signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8")
    if f"_{NAME.upper()}_COMPLETE" in os.environ:
        _complete()
        sys.exit(run([]))
    sys.exit(run(sys.argv[1:]))


def _complete() -> None:
    """Let the shells of Typer answer: ``eval "$(_WARDCHECK_COMPLETE=source_bash wardcheck)"``."""
    from typer._completion_classes import completion_init

    completion_init()
