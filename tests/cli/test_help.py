"""Help says everything, in groups, within 80 columns; its examples run as they stand."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from wardcheck.cli.commands import COMMANDS, GROUPS
from wardcheck.cli.main import run

pytestmark = pytest.mark.usefixtures("each_chart_is_drawn_once")


def printed(capsys: pytest.CaptureFixture[str], *argv: str) -> str:
    assert run(argv) == 0
    out, err = capsys.readouterr()
    assert err == ""
    return out


@pytest.mark.parametrize("columns", ["80", "120"])
def test_every_question_stands_in_full_below_the_title_of_its_group(
    columns: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    out = printed(capsys, "--help")
    assert "..." not in out.partition("\n")[2]  # but of the usage
    assert max(map(len, out.splitlines())) <= 80
    parts = dict(re.findall(r"^(About [^:\n]+):\n((?:  .*\n?)+)", out, re.MULTILINE))
    assert list(parts) == list(GROUPS.values())
    for name, command in COMMANDS.items():
        words = " ".join(parts[GROUPS[command.group]].split())
        assert f"{name} {' '.join(command.question.split())}" in words


@pytest.mark.parametrize("name", COMMANDS)
def test_the_help_of_a_command_ends_with_its_examples(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    out = printed(capsys, name, "--help")
    first, second = COMMANDS[name].examples
    assert out.endswith(f"\nExamples:\n  {first}\n  {second}\n")
    assert max(len(line) for line in (first, second)) <= 78
    assert first != second


_LINES = [line for command in COMMANDS.values() for line in command.examples if line.startswith("wardcheck ")]


@pytest.mark.parametrize("line", [line for line in _LINES if " | " not in line])
def test_an_example_runs(
    line: str, repository: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for folder in ("docs", "tests"):
        (tmp_path / folder).symlink_to(repository / folder)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("WARDCHECK_STORE", str(repository / "results"))
    assert run(shlex.split(line)[1:]) == 0
    out = capsys.readouterr().out
    name = shlex.split(line)[1]
    written = [path for path in tmp_path.iterdir() if not path.is_symlink()]
    assert (out or name == "check") if " -o " not in line else [path.stat().st_size > 0 for path in written] == [True]
