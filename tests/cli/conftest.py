"""The program as a shell runs it."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pytest
from conftest import RESULTS

from wardcheck.claims import Claim, Judged, judged
from wardcheck.store import Store

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


@pytest.fixture(scope="session", autouse=True)
def each_claim_is_judged_once() -> Iterator[None]:
    """The shipped claims, by the shipped store: tests/claims say how they are judged, and here is what is printed."""
    known = dict[tuple[str, str], Judged]()

    def once(claims: Iterable[Claim], store: Store) -> list[Judged]:
        if store.root.resolve() != RESULTS:
            return judged(claims, store)
        by_key = {(str(store.root), repr(claim)): claim for claim in claims}
        new = {key: claim for key, claim in by_key.items() if key not in known}
        known.update(zip(new, judged(new.values(), store), strict=True))
        return [known[key] for key in by_key]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("wardcheck.cli.claims.judged", once)
        yield
