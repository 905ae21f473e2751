"""``wardcheck completion``."""

from __future__ import annotations

import sys
from typing import Annotated, Literal

import typer

Shell = Literal["bash", "zsh", "fish"]

_ZSH = "(( $+functions[compdef] )) || { autoload -Uz compinit && compinit }\n"
"""What a shell needs that completes nothing yet."""


def completion_(shell: Annotated[Shell, typer.Argument(metavar="SHELL", help="Yours.", show_default=False)]) -> None:
    """What makes a shell complete commands, elections, wards and columns: a script to evaluate."""
    from typer._completion_shared import get_completion_script

    script = get_completion_script(prog_name="wardcheck", complete_var="_WARDCHECK_COMPLETE", shell=shell)
    if shell == "zsh":
        first, rest = script.split("\n", 1)  # the first line is for a file in a folder of functions
        script = f"{first}\n{_ZSH}{rest}"
    sys.stdout.write(f"{script}\n")
