"""The program as a shell runs it."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

Program = Callable[..., "subprocess.CompletedProcess[bytes]"]


@pytest.fixture(autouse=True)
def in_the_repository(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where results/ is found without being named."""
    monkeypatch.chdir(repository)


@pytest.fixture
def program() -> Program:
    """Run ``python -m wardcheck`` with these words; keywords are variables of its environment, None to unset."""

    def run(*words: str, **variables: str | None) -> subprocess.CompletedProcess[bytes]:
        environment = {**os.environ, **{k: v for k, v in variables.items() if v is not None}}
        for name in [name for name, value in variables.items() if value is None]:
            environment.pop(name, None)
        command = [sys.executable, "-m", "wardcheck", *words]
        return subprocess.run(command, capture_output=True, env=environment, timeout=30, check=False)

    return run
