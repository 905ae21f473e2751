"""The list of commands, each with its question, so that none is imported but the one that runs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import is_dataclass
from functools import wraps
from importlib import import_module
from inspect import Parameter, Signature, signature
from typing import Any, NamedTuple, get_type_hints

import typer
import typer.main
from typer.core import TyperCommand, TyperGroup, TyperOption

SETTINGS: dict[str, Any] = {
    "add_completion": False,  # its --install-completion would write into the home folder; see main
    "rich_markup_mode": None,  # plain help starts quicker and survives pipes
    "pretty_exceptions_enable": False,
    "context_settings": {"help_option_names": ["-h", "--help"]},
}
"""What the program and each of its commands have in common."""


class Command(NamedTuple):
    """A command before it is imported: its module in this package, which has a function of the same name."""

    module: str
    question: str
    """What it answers: the docstring of that function, which a test compares."""


COMMANDS = {
    "margins": Command("margins", "How safe is each ward? Closest first."),
    "close": Command("close", "Which seats nearly went the other way? Closest first."),
    "change": Command("change", "How did each party's vote move? Most votes first."),
    "swing": Command(
        "swing",
        "What was the swing between two parties, ward by ward? Wards together, then the largest swing to A first.",
    ),
    "seats": Command("seats", "Who runs the council, and who gained what? Largest party first."),
    "parties": Command("parties", "What did each party poll and win? Most votes first."),
    "control": Command("control", "How few voters would have changed control, and where?"),
    "whatif": Command("whatif", "How many seats at which swing between two parties? Arithmetic, no forecast."),
    "splits": Command(
        "splits", "How many papers must have been split between parties, or can have been? Most of all papers first."
    ),
    "ties": Command("ties", "Where did a lot decide? In all of the store, or in the elections named."),
    "relate": Command("relate", "What goes with a change across wards? The relation, never what individuals did."),
    "claims": Command("claims", "Is what they wrote true? A verdict for each claim of a file."),
    "ward": Command("ward", "The whole declaration of one ward, the cut drawn."),
    "councillors": Command("councillors", "Who was elected? Ward by ward, most votes first."),
    "find": Command("find", "Where did this person stand? In all of the store, or in the elections named."),
    "history": Command("history", "This council, or this ward, over all elections in the store. Earliest first."),
    "turnout": Command(
        "turnout", "Who voted, by which definition? Highest turnout first, or with --from the largest rise."
    ),
    "elections": Command("elections", "What is in the store? All of it, or the elections named."),
    "report": Command("report", "A page to publish: who won, how close it was, what moved, with charts and tables."),
    "export": Command("export", "Every candidacy as one long table, with all fields of its election and ward."),
    "check": Command(
        "check",
        "Is the store sound? Silent if so, else a line for each finding and exit code 1; all elections by default.",
    ),
    "import": Command("import_", "Bring in published results: ward files from a file of many."),
}
"""Every command by name; help keeps the order."""


class Commands(TyperGroup):
    """Commands of which only the one that runs is imported: a list of them takes names and questions from above."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(**settings)
        self.commands = {
            name: TyperCommand(name, help=command.question, rich_markup_mode=None) for name, command in COMMANDS.items()
        }

    def resolve_command(self, ctx: Any, args: list[str]) -> tuple[str | None, Any, list[str]]:
        """The command that ``args`` begin with, whole, and the words after it."""
        name, command, rest = super().resolve_command(ctx, args)
        return name, command if name is None else loaded(name), rest


class Question(TyperCommand):
    """A command that refuses a second value where it can take one, and would drop the first in silence.

    Options of output, and ``--store``, may be given again: the last one counts, so that a line can be taken further.
    """

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Take the words of the line apart."""
        if not ctx.resilient_parsing:
            from wardcheck.cli.options import OutputOptions

            again = {*get_type_hints(OutputOptions)}
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
    within = {name: get_type_hints(group, include_extras=True) for name, group in groups.items()}

    @wraps(function)
    def command(**given: Any) -> None:
        whole = {name: kind(**{one: given[one] for one in within[name]}) for name, kind in groups.items()}
        function(**{name: given[name] for name in own}, **whole)

    own = {name: one for name, one in signature(function).parameters.items() if name not in groups}
    parameters: dict[str, Parameter] = {}
    for name in signature(function).parameters:
        if name in own:
            parameters[name] = own[name].replace(annotation=taken[name])
            continue
        for part in signature(groups[name]).parameters.values():
            if part.name not in own:
                parameters[part.name] = part.replace(annotation=within[name][part.name])
    spread = [one.replace(kind=one.KEYWORD_ONLY) for one in parameters.values()]
    command.__annotations__ = {one.name: one.annotation for one in spread}
    command.__signature__ = Signature(spread)  # type: ignore[attr-defined]
    return command
