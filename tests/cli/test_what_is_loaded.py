"""A quick answer loads nothing heavy."""

from __future__ import annotations

import inspect
import os
import shutil
import subprocess
import sys
from dataclasses import fields
from importlib import import_module
from pathlib import Path
from typing import ForwardRef

import pytest
from conftest import REPOSITORY

from wardcheck.cli.commands import COMMANDS
from wardcheck.cli.completion import row_types
from wardcheck.facts.outline import to_keep
from wardcheck.store import open_store
from wardcheck.store.layout import PACK
from wardcheck.store.packing import pack_store

_SCRIPT = """
import sys
from wardcheck.cli.main import run
for line in sys.argv[1:]:
    assert run(line.split()) == 0
sys.stderr.write(" ".join(sorted({name.partition(".")[0] for name in sys.modules})))
"""


def loaded(*lines: str) -> set[str]:
    """The top-level modules after these command lines, one after the other in one process."""
    done = subprocess.run([sys.executable, "-c", _SCRIPT, *lines], capture_output=True, text=True, check=True)
    assert done.stdout
    return set(done.stderr.split())


def test_questions_are_those_of_the_commands() -> None:
    for command in COMMANDS.values():
        function = getattr(import_module(f"wardcheck.cli.{command.module}"), command.module)
        assert command.question == function.__doc__


_MAIN = """
import atexit, sys
atexit.register(lambda: sys.stderr.write(" ".join(sys.modules)))
from wardcheck.__main__ import main
main()
"""


def modules(*words: str, **variables: str) -> set[str]:
    """Every module after the program ended."""
    command = [sys.executable, "-c", _MAIN, *words]
    done = subprocess.run(command, capture_output=True, text=True, env={**os.environ, **variables}, check=True)
    assert done.stdout
    return set(done.stderr.split())


def tab(line: str) -> dict[str, str]:
    """What bash says when the last word of ``line`` is to be completed."""
    return {
        "_WARDCHECK_COMPLETE": "complete_bash",
        "COMP_WORDS": line,
        "COMP_CWORD": str(line.count(" ")),
    }


MODULES = {f"wardcheck.cli.{command.module}" for command in COMMANDS.values()}


@pytest.mark.parametrize(("words", "variables"), [(["--help"], {}), (["--version"], {}), ([], tab("wardcheck ma"))])
def test_what_runs_no_command_loads_none(words: list[str], variables: dict[str, str]) -> None:
    found = modules(*words, **variables)
    assert "wardcheck.cli.commands" in found
    assert not found & (MODULES | {"wardcheck.store", "wardcheck.analysis", "yaml", "pandas", "rich"})


@pytest.mark.parametrize(
    ("words", "variables"), [(["ward", "--help"], {}), ([], tab("wardcheck ward barnet-2018 high"))]
)
def test_a_question_about_one_command_loads_that_one(words: list[str], variables: dict[str, str]) -> None:
    found = modules(*words, **variables)
    assert found & MODULES == {"wardcheck.cli.ward"}
    assert not found & {"pandas", "rich"}


def test_text_for_a_script() -> None:
    lines = [f"margins barnet-2018 -f {form}" for form in ("tsv", "csv", "json", "jsonl", "md")]
    assert not loaded(*lines) & {"pandas", "numpy", "rich", "pydantic", "lark"}


def test_a_condition_alone_loads_its_parser() -> None:
    found = loaded("margins barnet-2018 --where margin<50")
    assert "lark" in found
    assert not found & {"pandas", "numpy", "rich", "pydantic"}


def test_a_table_adds_rich_alone() -> None:
    table = loaded("margins barnet-2018 -f table")
    assert "rich" in table
    assert not table & {"pandas", "numpy", "pydantic"}


def test_the_other_commands() -> None:
    assert not loaded("ward barnet-2018 hale", "elections", "--version") & {"pandas", "numpy", "rich"}


@pytest.mark.parametrize("line", ["margins barnet-2018", "change barnet-2014 barnet-2018"])
def test_an_installed_store_needs_no_yaml(line: str, tmp_path: Path) -> None:
    in_files, installed = tmp_path / "files", tmp_path / "installed"
    shutil.copytree(REPOSITORY / "results/barnet", in_files / "barnet")
    installed.mkdir()
    for folder in (in_files, installed):
        shutil.copy(REPOSITORY / "results/parties.yaml", folder)
    (installed / PACK).write_bytes(b"".join(pack_store(open_store(in_files), to_keep)))
    heavy = {"yaml", "hashlib", "tempfile", "wardcheck.store.parser"}
    assert not modules(*line.split(), WARDCHECK_STORE=str(installed)) & heavy
    from_files = modules(*line.split(), WARDCHECK_STORE=str(in_files))
    assert from_files & heavy == {"yaml", "wardcheck.store.parser"}
    assert not from_files & {"json", "unicodedata", "wardcheck.store.cache", "wardcheck.store.councils"}
    assert not from_files & {"wardcheck.store.by_council", "wardcheck.analysis.gathered"}
    assert ("fractions" in from_files) == line.startswith("change")
    assert ("wardcheck.facts.outline" in from_files) == line.startswith("margins")


def test_the_garbage_collector_does_not_look_through_what_was_loaded() -> None:
    script = """
import gc, sys
looked = []
gc.callbacks.append(lambda phase, info: looked.append(info["generation"]) if phase == "start" else None)
from wardcheck.__main__ import main
try:
    main()
finally:
    assert len(gc.get_objects()) < gc.get_freeze_count() // 100
    sys.stderr.write(str(looked.count(2)))
"""
    line = [sys.executable, "-c", script, "margins", "barnet-2018"]
    assert subprocess.run(line, capture_output=True, text=True, check=True).stderr == "0"


def test_the_rows_of_wards_are_made_where_they_are_asked_for() -> None:
    by_ward = "wardcheck.analysis.change_by_ward"
    assert by_ward not in modules("change", "barnet-2014", "barnet-2018")
    assert by_ward in modules("change", "barnet-2014", "barnet-2018", "--by", "ward")
    assert {"wards", "changed"} <= {*columns_offered("change")}


@pytest.mark.parametrize("command", COMMANDS)
def test_rows_have_no_methods_to_compile_but_the_fewest(command: str) -> None:
    for row in row_types(import_module(f"wardcheck.cli.{COMMANDS[command].module}")):
        assert {getattr(row, name).__module__ for name in ("__eq__", "__hash__", "__repr__")} == {"wardcheck.frozen"}


def columns_offered(command: str) -> list[str]:
    """The columns that the shell offers for a command."""
    return [field.name for row in row_types(import_module(f"wardcheck.cli.{command}")) for field in fields(row)]


@pytest.mark.parametrize("module", ["model.ward", "model.election", "model.party", "facts.cut", "facts.outline"])
def test_named_tuples_of_every_start_have_no_text_to_compile(module: str) -> None:
    classes = vars(import_module(f"wardcheck.{module}")).values()
    named = [one for one in classes if isinstance(one, type) and issubclass(one, tuple)]
    assert named
    assert not [one for one in named if ForwardRef in map(type, inspect.get_annotations(one).values())]
