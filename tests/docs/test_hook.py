"""The hook for pre-commit is one that it can read, and runs a command that there is."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from wardcheck.cli.main import run

ROOT = Path(__file__).resolve().parents[2]


def test_hook(capsys: pytest.CaptureFixture[str]) -> None:
    (hook,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    assert {"id", "name", "entry", "language", "files", "pass_filenames"} <= set(hook)
    program, *words = hook["entry"].split()
    assert program == "wardcheck"
    assert run([*words, "hertsmere-2019", "--store", str(ROOT / "results")]) == 0
    assert capsys.readouterr() == ("", "")
