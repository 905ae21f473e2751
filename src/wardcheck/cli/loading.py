"""How a command is found and shown: help from the list of commands, and the module of the one that runs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields, is_dataclass
from functools import wraps
from importlib import import_module
from inspect import Parameter, Signature, signature
from typing import Any, get_type_hints

import typer
import typer.main
from typer.core import TyperCommand, TyperGroup, TyperOption

from wardcheck.cli.commands import COMMANDS, GROUPS

SETTINGS: dict[str, Any] = {
    "add_completion": False,  # its --install-completion would write into the home folder; see completion_
    "rich_markup_mode": None,  # plain help starts quicker and survives pipes
    "pretty_exceptions_enable": False,
    "context_settings": {"help_option_names": ["-h", "--help"]},
}
"""What the program and each of its commands have in common."""


class Commands(TyperGroup):
    """Commands of which only the one that runs is imported: a list of them takes names and questions from above."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(**settings)
        self.commands = {
            name: TyperCommand(name, help=command.question, rich_markup_mode=None) for name, command in COMMANDS.items()
        }

    def format_commands(self, ctx: Any, formatter: Any) -> None:
        """Commands by the question that one has, each described in full."""
        del ctx
        widest = max(map(len, COMMANDS))
        for group, title in GROUPS.items():
            rows = [(name.ljust(widest), one.question) for name, one in COMMANDS.items() if one.group == group]
            with formatter.section(title):
                formatter.write_dl(rows)

    def resolve_command(self, ctx: Any, args: list[str]) -> tuple[str | None, Any, list[str]]:
        """The command that ``args`` begin with, whole, and the words after it."""
        name, command, rest = super().resolve_command(ctx, args)
        return name, command if name is None else loaded(name), rest


class Question(TyperCommand):
    """A command whose help ends with examples, and that refuses a second value which would drop the first in silence.

    Options of output, and ``--store``, may be given again: the last one counts, so that a line can be taken further.
    """

    def format_epilog(self, ctx: Any, formatter: Any) -> None:
        """Two lines to try, as they are."""
        del ctx
        with formatter.section("Examples"):
            for line in COMMANDS[self.name or ""].examples:
                formatter.write(f"  {line}\n")

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Take the words of the line apart."""
        if not ctx.resilient_parsing:
            from wardcheck.cli.options import OutputOptions

            again = {option.name for option in fields(OutputOptions)}
            _, _, order = self.make_parser(ctx).parse_args(args=list(args))
            for option in order:
                single = isinstance(option, TyperOption) and not option.multiple and not option.is_flag
                if single and option.name not in again and order.count(option) > 1:
                    ctx.fail(f"Option '{option.opts[0]}' takes one value, and was given {order.count(option)} times.")
        return super().parse_args(ctx, args)


def loaded(name: str) -> Any:
    """The command of that name with its options, imported now."""
    module = COMMANDS[name].module
    app = typer.Typer(**SETTINGS)
    app.command(name, cls=Question)(_spread(getattr(import_module(f"wardcheck.cli.{module}"), module)))
    return typer.main.get_command(app)


def _spread(function: Callable[..., None]) -> Callable[..., None]:
    """A command with an option for each field of its parameters that are groups of options.

    Typer takes no group apart: a dataclass (``Which``, ``OutputOptions``) stands for its fields. One that the
    command has itself, such as ``store``, is one option for both.
    """
    taken = get_type_hints(function, include_extras=True)
    groups = {name: kind for name, kind in taken.items() if isinstance(kind, type) and is_dataclass(kind)}
    if not groups:
        return function

    @wraps(function)
    def command(**given: Any) -> None:
        whole = {name: kind(**{one.name: given[one.name] for one in fields(kind)}) for name, kind in groups.items()}
        function(**{name: given[name] for name in own}, **whole)

    own = {name: one for name, one in signature(function).parameters.items() if name not in groups}
    parameters: dict[str, Parameter] = {}
    for name in taken:
        if name in own:
            parameters[name] = own[name].replace(annotation=taken[name], kind=Parameter.KEYWORD_ONLY)
        for part in fields(groups[name]) if name in groups else ():
            if part.name not in own:
                parameters[part.name] = Parameter(
                    part.name, Parameter.KEYWORD_ONLY, default=part.default, annotation=part.type
                )
    command.__annotations__ = {}  # ``wraps`` has copied those of the function
    command.__signature__ = Signature([*parameters.values()])  # type: ignore[attr-defined]
    return command
