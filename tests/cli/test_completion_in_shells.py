"""``wardcheck completion SHELL``, evaluated and asked by the shells themselves, where they are installed."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from analysis.builders import contest, election, stood, won
from conftest import MakeStore

from wardcheck.cli.main import run

_ASK = {
    "bash": """
        eval "$(wardcheck completion bash)"
        COMP_WORDS=({words}); COMP_CWORD={last}
        _wardcheck_completion wardcheck
        printf '%s\\n' "${{COMPREPLY[@]}}"
    """,
    "fish": "wardcheck completion fish | source; complete -C '{line}'",
    "zsh": """
        zmodload zsh/zpty
        zpty asked 'PS1=; stty -echo cols 80; exec zsh -f -i'
        zpty -w asked 'PS1=; autoload -Uz compinit && compinit -D; eval "$(wardcheck completion zsh)"; print -r BEGIN'
        await() {{
            for _ in {{1..100}}; do
                zpty -r -t asked part && seen+=$part
                [[ $seen == *$1* ]] && break
                sleep 0.1
            done
        }}
        await BEGIN
        zpty -w -n asked '{line}'$'\\t\\t'
        await {last_offered}
        print -r -- "$seen"
        zpty -d asked
    """,
}
"""What has a shell complete a line, and print what it offers."""


@pytest.fixture
def environment(make_store: MakeStore, tmp_path: Path) -> dict[str, str]:
    """A store of three elections, and the program of these tests on the path."""
    ward = contest(1, won("A", "con", 9), stood("B", "lab", 8), slug="high-barnet")
    store = make_store(*(election(ward, slug=slug) for slug in ("barnet-2014", "barnet-2018", "hertsmere-2019")))
    (tmp_path / "bin").mkdir()
    program = tmp_path / "bin" / "wardcheck"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m wardcheck "$@"\n', encoding="utf-8")
    program.chmod(0o755)
    path = f"{program.parent}{os.pathsep}{os.environ['PATH']}"
    return {**os.environ, "PATH": path, "WARDCHECK_STORE": str(store), "HOME": str(tmp_path), "TERM": "dumb"}


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
@pytest.mark.parametrize(
    ("line", "offered"),
    [
        ("wardcheck marg", {"margins"}),
        ("wardcheck margins barnet-20", {"barnet-2014", "barnet-2018"}),
        ("wardcheck ward barnet-2018 hi", {"high-barnet"}),
        ("wardcheck margins --region south-", {"south-east", "south-west"}),
    ],
)
def test_the_shell_offers(shell: str, line: str, offered: set[str], environment: dict[str, str]) -> None:
    program = shutil.which(shell)
    if program is None:
        pytest.skip(f"{shell} is not installed")
    script = _ASK[shell].format(line=line, words=line, last=line.count(" "), last_offered=max(offered))
    done = subprocess.run(
        [program, "-c", script], env=environment, capture_output=True, text=True, timeout=60, check=False
    )
    assert offered <= set(done.stdout.split()), done.stdout + done.stderr


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_a_script_says_which_program_it_is_for(shell: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["completion", shell]) == 0
    out, err = capsys.readouterr()
    assert "wardcheck" in out
    assert "_WARDCHECK_COMPLETE" in out
    assert (out[-1], err) == ("\n", "")


def test_another_shell_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["completion", "tcsh"]) == 2
    assert "'tcsh' is not one of" in capsys.readouterr().err
