"""What is said on stderr is beside the point: where it cannot be written, answers and exit codes stay what they are."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from functools import cache
from pathlib import Path

import pytest
from conftest import MakeStore

PROGRAM = [sys.executable, "-m", "wardcheck"]
TALKERS = [
    "seats barnet-2018",
    "control barnet-2018",
    "ties barnet-2018",
    "relate barnet-2018 --party con --with jewish/residents",
]
"""Commands that say something on stderr when all is well."""


@contextmanager
def full() -> Iterator[int]:
    with Path("/dev/full").open("wb") as device:
        yield device.fileno()


@contextmanager
def read_by_nobody() -> Iterator[int]:
    read, write = os.pipe()
    os.close(read)
    yield write
    os.close(write)


@contextmanager
def closed() -> Iterator[None]:
    yield None


Stderr = Callable[[], AbstractContextManager[int | None]]
BAD = pytest.mark.parametrize("stderr", [closed, full, read_by_nobody])


def run(words: list[str], stderr: int | None) -> tuple[int, bytes]:
    line = PROGRAM + words if stderr is not None else ["bash", "-c", '"$@" 2>&-', "bash", *PROGRAM, *words]
    done = subprocess.run(line, stdout=subprocess.PIPE, stderr=stderr, timeout=30, check=False)
    return done.returncode, done.stdout


@cache
def when_all_is_well(line: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run([*PROGRAM, *line.split()], capture_output=True, check=True)


@BAD
@pytest.mark.parametrize("line", TALKERS)
def test_an_answer_stays_one(line: str, stderr: Stderr) -> None:
    well = when_all_is_well(line)
    assert well.stderr
    with stderr() as descriptor:
        assert run(line.split(), descriptor) == (0, well.stdout)


@BAD
def test_an_import_stays_done(stderr: Stderr, make_store: MakeStore, tmp_path: Path) -> None:
    leap = tmp_path / "leap.csv"
    leap.write_text("Town,,Ward,,A,C,9,1\nTown,,Ward,,B,Lab,8,0\nTown,,Mill,,A,C,few,1\n", encoding="utf-8")
    store = make_store()
    words = ["import", "leap", str(leap), "--date", "2018-05-03", "--store", str(store)]
    well = subprocess.run([*PROGRAM, *words, "--dry-run"], capture_output=True, check=False)
    assert well.stderr
    with stderr() as descriptor:
        assert run(words, descriptor) == (well.returncode, well.stdout)
    assert (store / "town" / "2018" / "ward.yaml").is_file()


@BAD
@pytest.mark.parametrize("words", [["margins", "nowhere-2018"], ["margins", "--bogus"], ["margins"], []])
def test_an_error_stays_one(words: list[str], stderr: Stderr) -> None:
    with stderr() as descriptor:
        assert run(words, descriptor) == (2, b"")


@pytest.mark.parametrize("form", ["table", "svg", "html"])
def test_a_width_beyond_reason_is_bounded(form: str) -> None:
    environment = {**os.environ, "COLUMNS": "999999999"}
    command = [*PROGRAM, "margins", "hertsmere-2019", "-f", form]
    done = subprocess.run(command, capture_output=True, env=environment, timeout=20, check=True)
    assert 1_000 < len(done.stdout) < 100_000
