"""Writes the parts of the documentation that come from the program: ``python docs/generate.py [--check]``.

Pages of ``reference/`` are written whole, from the commands, the row types, the rules, the exit codes and the words of
claims; the pictures in ``images/`` are drawn. In every other file only the output of the
examples is rewritten (see ``blocks.py``). With ``--check`` nothing is written, and the exit code is 1 if anything
would be.
"""

from __future__ import annotations

import ast
import inspect
import os
import re
import subprocess
import sys
import tempfile
import textwrap
import types
from collections.abc import Iterator, Sequence
from datetime import date
from difflib import unified_diff
from importlib import import_module
from pathlib import Path
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

from blocks import ROOT as ROOT
from blocks import refreshed
from check_rules import reference as checks_page
from claims_schema import schema_text
from claims_tables import with_tables

from wardcheck.cli.commands import COMMANDS, GROUPS
from wardcheck.cli.completion import row_types
from wardcheck.cli.exit_codes import ExitCode
from wardcheck.cli.loading import loaded
from wardcheck.cli.main import NAME

_TYPES: dict[object, str] = {
    bool: "true or false",
    int: "whole number",
    float: "number",
    str: "text",
    date: "date (2018-05-03)",
}

_COMMANDS_START = """\
# Commands

*Written by `docs/generate.py` from the program itself; change the program, not this page.*

Every command answers one question and prints rows; `report` alone prints a page. The **columns** below are what TSV,
CSV, JSON and the [Python API](../tutorial.md#the-same-figures-in-python) have, under these names and in this order;
new ones are added at the end. What is unknown is empty in TSV, CSV and Markdown and `null` in JSON, never nought. A
percentage has at most four decimals. The table for a person has columns of its own choosing, to suit the width of the
terminal.

| Format | What it is |
|---|---|
| `table` | For a person, with names for slugs; the default on a terminal. |
| `tsv` | Tab-separated with a header line; the default on a pipe or into a file (`check` prints `text`). |
| `csv` | Comma-separated. A name that a spreadsheet would take for a formula gets an apostrophe before it. |
| `json` | One array of objects. |
| `jsonl` | One object on each line. |
| `md` | A Markdown table. |
| `svg` | The table for a person as a picture, 100 cells wide, or as wide as `COLUMNS` says. |
| `html` | The same as a web page, with a real table of all its columns. |
| `xlsx` | A workbook, with `-o` alone: numbers are numbers and days are days, and no name is a formula. |
| `parquet` | A Parquet file, with `-o` alone and the extra `parquet`. |

Rows go to standard output, or with `-o FILE` to a file, which is written whole or not at all and never inside the
store. Its ending says the format, that of the table above or `.txt` for `table`; `-f` goes before it. Every message
goes to standard error. See also the [exit codes](exit-codes.md), the [conditions of `--where`](where.md) and what
the [terms](terms.md) mean.
"""

_EXIT_CODES_START = """\
# Exit codes

*Written by `docs/generate.py` from the program itself; change the program, not this page.*

Every command ends with one of these codes, which a shell has in `$?`.

| Code | Name | Meaning |
|---:|---|---|
"""


def pages() -> list[Path]:
    """The READMEs and every page below ``docs``, those that are yet to be written too."""
    written = {ROOT / "docs" / "reference" / name for name in WHOLE} | {
        ROOT / "docs" / name for name in (*PICTURES, *CHARTS)
    }
    return [ROOT / "README.md", ROOT / "results" / "README.md", *sorted({*(ROOT / "docs").rglob("*.md"), *written})]


def expected(page: Path) -> str:
    """What a page should say."""
    if page.suffix == ".svg":
        name = page.relative_to(ROOT / "docs").as_posix()
        return chart(CHARTS[name], page) if name in CHARTS else picture(PICTURES[name])
    whole = WHOLE.get(page.name)
    return refreshed(whole() if whole else page.read_text(encoding="utf-8"))


def picture(command: str) -> str:
    """What a command draws with ``-f svg``."""
    line = [sys.executable, "-m", NAME, *command.split(), "-f", "svg", "--store", str(ROOT / "results")]
    environment = {name: value for name, value in os.environ.items() if name != "COLUMNS"}
    return subprocess.run(line, env=environment, check=True, capture_output=True, encoding="utf-8").stdout  # noqa: S603


def chart(command: str, page: Path) -> str:
    """What a command draws with ``--chart``, or what is there, if it says the same.

    Another version of the library that draws may set a line a hair elsewhere, which makes no page out of date.
    """
    with tempfile.TemporaryDirectory() as folder:
        drawn = Path(folder) / "chart.svg"
        line = [sys.executable, "-m", NAME, *command.split(), "--chart", str(drawn), "--store", str(ROOT / "results")]
        subprocess.run(line, check=True, capture_output=True)  # noqa: S603  our own
        then = drawn.read_text(encoding="utf-8")
    now = page.read_text(encoding="utf-8") if page.exists() else ""
    said = [re.findall(r">([^<>]+)</(?:text|title|desc)>", text) for text in (now, then)]
    return now if said[0] == said[1] else then


# -- commands ----------------------------------------------------------------------------------------------


def commands_page() -> str:
    """The reference of the commands, in Markdown."""
    commands = {name: loaded(name) for name in COMMANDS}
    parts = [_COMMANDS_START]
    for group, title in GROUPS.items():
        named = {name: command for name, command in commands.items() if COMMANDS[name].group == group}
        lines = "".join(f"| [`{name}`](#{name}) | {_question(command)} |\n" for name, command in named.items())
        parts.append(f"{title}:\n\n| Command | Question |\n|---|---|\n{lines}")
    parts += [_command(name, command) for name, command in commands.items()]
    return "\n".join(parts)


def _question(command: Any) -> str:
    return " ".join(str(command.help).split())


def _command(name: str, command: Any) -> str:
    arguments = [p for p in command.params if p.param_type_name == "argument"]
    options = [p for p in command.params if p.param_type_name == "option"]
    usage = " ".join([NAME, name, "[OPTIONS]", *(_in_usage(a) for a in arguments)])
    rows = row_types(import_module(f"wardcheck.cli.{COMMANDS[name].module}"))
    examples = "\n".join(COMMANDS[name].examples)
    parts = [f"## {name}\n", f"{_question(command)}\n", f"```text\n{usage}\n```\n", f"```sh\n{examples}\n```\n"]
    if arguments:
        parts += [
            "| Argument | Meaning |",
            "|---|---|",
            *(f"| `{_in_cell(_value(a))}` | {_help(a)} |" for a in arguments),
            "",
        ]
    parts += ["| Option | Meaning |", "|---|---|", *(f"| {_option(o)} | {_help(o)} |" for o in options), ""]
    for row in rows:
        if len(rows) > 1:
            parts += [f"{_cell(inspect.getdoc(row) or '').partition('. ')[0]}:", ""]
        parts += ["| Column | Type | Meaning |", "|---|---|---|", *_columns(row), ""]
    return "\n".join(parts)


def _in_usage(argument: Any) -> str:
    return _value(argument) if argument.required else f"[{_value(argument)}]"


def _value(parameter: Any) -> str:
    """What stands for the value of a parameter: ``FILE``, or the words that an option may have."""
    words = _words(parameter) if parameter.param_type_name == "option" else []
    return str(parameter.metavar or "|".join(words) or parameter.name.upper())


def _words(parameter: Any) -> list[str]:
    return [str(getattr(choice, "value", choice)) for choice in getattr(parameter.type, "choices", ())]


def _option(option: Any) -> str:
    names = ", ".join(f"`{name}`" for name in sorted(option.opts, key=len))
    if option.is_flag:
        return names
    return f"{names} `{_in_cell(_value(option))}`"


def _help(parameter: Any) -> str:
    meaning = _cell(str(parameter.help or ""))
    if parameter.param_type_name == "option":
        return f"{meaning} Required." if parameter.required else meaning
    words = ", ".join(f"`{word}`" for word in _words(parameter))
    return f"{meaning} One of {words}." if words else meaning


def _columns(row: type[Any]) -> Iterator[str]:
    for name, hint in get_type_hints(row, include_extras=True).items():
        meaning = next((m for m in getattr(hint, "__metadata__", ()) if isinstance(m, str)), "")
        yield f"| `{name}` | {type_words(hint)} | {_cell(meaning)} |"


def type_words(hint: Any) -> str:
    """A type in words: ``whole number or empty`` for ``int | None``."""
    if get_origin(hint) is Annotated:
        return type_words(get_args(hint)[0])
    if get_origin(hint) in (Union, types.UnionType):
        words = [type_words(part) for part in get_args(hint) if part is not type(None)]
        return " or ".join([*words, "empty"] if type(None) in get_args(hint) else words)
    if get_origin(hint) is Literal:
        return ", ".join(f"`{word}`" for word in get_args(hint))
    return _TYPES[hint]


def _in_cell(code: str) -> str:
    return code.replace("|", r"\|")


def _cell(text: str) -> str:
    """Text for a cell of a table; ``*`` in a pattern is no emphasis."""
    return re.sub(r"[|*<]", r"\\\g<0>", " ".join(text.split()))


def claims_file_page() -> str:
    """The reference of claims files, whose tables alone come from the program."""
    return with_tables((ROOT / "docs" / "reference" / "claims-file.md").read_text(encoding="utf-8"))


# -- exit codes --------------------------------------------------------------------------------------------


def exit_codes_page() -> str:
    """The reference of the exit codes, in Markdown."""
    return _EXIT_CODES_START + "".join(
        f"| {ExitCode[name].value} | `{name}` | {' '.join(meaning.split())} |\n"
        for name, meaning in _docstrings(ExitCode)
    )


def _docstrings(enum: type[ExitCode]) -> Iterator[tuple[str, str]]:
    """The members of an enum and the strings that stand below them, which exist in the source alone."""
    (body,) = ast.parse(textwrap.dedent(inspect.getsource(enum))).body
    assert isinstance(body, ast.ClassDef)  # noqa: S101  the source of a class
    for member, below in zip(body.body, body.body[1:], strict=False):
        if isinstance(member, ast.Assign) and isinstance(below, ast.Expr) and isinstance(below.value, ast.Constant):
            (target,) = member.targets
            yield ast.unparse(target), str(below.value.value)


WHOLE = {
    "checks.md": checks_page,
    "claims-file.md": claims_file_page,
    "claims.schema.json": schema_text,
    "commands.md": commands_page,
    "exit-codes.md": exit_codes_page,
}
"""The pages of the reference that are written from the program; of claims files, the tables alone."""

PICTURES = {
    "images/ward-borehamwood-kenilworth.svg": "ward hertsmere-2019 borehamwood-kenilworth",
}
"""The pictures of tables and the command that draws each."""

CHARTS = {"images/margins-barnet-2018.svg": "margins barnet-2018"}
"""The charts and the command that draws each."""

# -- the program -------------------------------------------------------------------------------------------


def main(arguments: Sequence[str]) -> int:
    """Write what is out of date, or with ``--check`` say what is; 1 if something is and was not written."""
    (ROOT / "docs" / "images").mkdir(exist_ok=True)
    checking = list(arguments) == ["--check"]
    if arguments and not checking:
        print("usage: python docs/generate.py [--check]", file=sys.stderr)
        return 2
    stale = 0
    for page in pages():
        name = page.relative_to(ROOT).as_posix()
        now = page.read_text(encoding="utf-8") if page.exists() else ""
        then = expected(page)
        if now == then:
            continue
        stale += 1
        if checking:
            print(
                *unified_diff(now.splitlines(), then.splitlines(), name, f"{name} as it should be", lineterm=""),
                sep="\n",
            )
        else:
            page.write_text(then, encoding="utf-8")
            print(f"wrote {name}")
    return 1 if checking and stale else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
