"""A killed import leaves each election old, new, or refused by name; one that is let run says how far it is."""

from __future__ import annotations

import csv
import os
import pty
import random
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest
from conftest import MakeStore
from telling import THOROUGH

from wardcheck.errors import DataError
from wardcheck.store import open_store

COUNCILS, WARDS = 8, 8
KILLS = 96 if THOROUGH else 12
LONGEST = 30.0
"""Seconds after which no more are killed, on a machine that is slow."""


def leap_file(path: Path, votes: int) -> Path:
    with path.open("w", encoding="utf-8", newline="") as file:
        for council in range(COUNCILS):
            for ward in range(WARDS):
                place = [f"Town {council:02}", "E07000001", f"Ward {ward:02}", f"E05{council:03}{ward:03}"]
                csv.writer(file).writerows(
                    [[*place, "Ann Ash", "C", votes, 1], [*place, "Bob Birch", "Lab", votes - 2, 0]]
                )
    return path


def command(file: Path, store: Path, *options: str) -> list[str]:
    words = ["import", "leap", str(file), "--date", "2018-05-03", "--store", str(store), *options]
    return [sys.executable, "-m", "wardcheck", *words]


def content(store: Path) -> dict[str, bytes]:
    """Every file by its path, but for those whose names begin with a dot."""
    return {
        str(path.relative_to(store)): path.read_bytes()
        for path in store.rglob("*")
        if path.is_file() and not path.name.startswith(".")
    }


def elections(files: dict[str, bytes]) -> dict[str, dict[str, bytes]]:
    """The files by the slug of the election that they are of, the register left out."""
    found: dict[str, dict[str, bytes]] = {}
    for name, data in files.items():
        if "/" in name:
            found.setdefault("-".join(name.split("/")[:-1]), {})[name] = data
    return found


def whole(store: Path) -> frozenset[str]:
    """The elections that can be read; every other folder is refused as one whose import was stopped."""
    read = set()
    for slug in open_store(store).slugs:
        try:
            assert len(open_store(store).election(slug).wards) == WARDS
            read.add(slug)
        except DataError as error:
            (problem,) = error.problems
            assert problem.path == str(store / slug[:-5] / slug[-4:])
            assert problem.message.startswith("folder: expected a whole election, got one whose import was stopped")
    return frozenset(read)


def test_killed_at_any_moment(tmp_path: Path, make_store: MakeStore) -> None:
    store = make_store()
    old_file, new_file = leap_file(tmp_path / "old.csv", 1000), leap_file(tmp_path / "new.csv", 2_000_000)
    subprocess.run(command(old_file, store), check=True, capture_output=True)
    old = content(store)
    expected = tmp_path / "expected"
    shutil.copytree(store, expected)
    started = time.monotonic()
    subprocess.run(command(new_file, expected, "--overwrite"), check=True, capture_output=True)
    taken = time.monotonic() - started
    new = content(expected)
    assert sum(old[name] != new[name] for name in old) == COUNCILS * WARDS

    chance = random.Random(7)  # noqa: S311  a moment, not a secret
    begun = midway = refused = 0
    deadline = time.monotonic() + LONGEST
    while begun < KILLS and time.monotonic() < deadline:
        begun += 1
        target, way = (new_file, new) if begun % 2 else (old_file, old)
        before = content(store)
        with subprocess.Popen(
            command(target, store, "--overwrite"), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        ) as process:
            if begun % 4 in (0, 1):  # at random
                time.sleep(chance.uniform(0.2, 1.0) * taken)
            else:  # just after the first file was written
                while process.poll() is None and content(store) == before:
                    time.sleep(0.002)  # a glance at every moment would cost more than the import
            process.kill()
        found = content(store)
        assert sorted(found) == sorted(old)
        assert [name for name in found if found[name] not in (old[name], new[name])] == []
        midway += found not in (old, new) and found != way
        old_ones, new_ones = elections(old), elections(new)
        refused += COUNCILS - len(whole(store))
        for slug in whole(store):
            assert elections(found)[slug] in (old_ones[slug], new_ones[slug])
    assert midway, "expected a kill while files were written, got none"

    # what was left behind beside the files does not stand in the way of the next import, which clears it
    done = subprocess.run(command(new_file, store, "--overwrite"), check=True, capture_output=True, text=True)
    assert done.stderr == ""
    assert content(store) == new
    assert list(store.rglob(".*")) == []


def test_killed_while_a_store_is_new(tmp_path: Path, make_store: MakeStore) -> None:
    file = leap_file(tmp_path / "leap.csv", 1000)
    one = make_store()
    started = time.monotonic()
    subprocess.run(command(file, one), check=True, capture_output=True)
    taken = time.monotonic() - started
    expected = content(one)
    for n in range(4):
        store = tmp_path / f"new-{n}"
        store.mkdir()
        shutil.copy(one / "parties.yaml", store)
        with subprocess.Popen(command(file, store), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
            time.sleep(taken * (0.3 + 0.7 * n / 4))
            process.kill()
        found = content(store)
        assert {name: expected[name] for name in found} == found
        for slug in whole(store):
            assert elections(found)[slug] == elections(expected)[slug]
        # without its election.yaml a folder is refused as well
        assert set(elections(found)) <= set(open_store(store).slugs)
        subprocess.run(command(file, store), check=True, capture_output=True)
        assert content(store) == expected


def test_once_more_changes_nothing(tmp_path: Path, make_store: MakeStore) -> None:
    store, file = make_store(), leap_file(tmp_path / "leap.csv", 1000)
    subprocess.run(command(file, store), check=True, capture_output=True)
    before = {path: path.stat().st_mtime_ns for path in store.rglob("*")}
    again = subprocess.run(command(file, store, "--no-header"), check=True, capture_output=True, text=True)
    assert {path: path.stat().st_mtime_ns for path in store.rglob("*")} == before
    rows = [line.split("\t") for line in again.stdout.splitlines()]
    assert rows == [[f"town-{n:02}-2018", str(WARDS), "0", str(WARDS + 1), "0", "0", "0"] for n in range(COUNCILS)]
    assert again.stderr == ""


def on_a_terminal(words: list[str], cwd: Path) -> str:
    """What a program writes to standard error when that is a terminal, and standard output a file."""
    leader, follower = pty.openpty()
    environment = {**os.environ, "TERM": "xterm", "COLUMNS": "80"}
    with (cwd / "output").open("wb") as output:
        process = subprocess.Popen(words, stdin=follower, stdout=output, stderr=follower, env=environment)
    os.close(follower)
    shown = b""
    while True:
        try:
            piece = os.read(leader, 65536)
        except OSError:  # Linux says so where the other end is closed
            break
        if not piece:
            break
        shown += piece
    os.close(leader)
    assert process.wait(timeout=30) == 0
    return shown.decode()


def test_how_far_it_has_come_is_shown_on_a_terminal(tmp_path: Path, make_store: MakeStore) -> None:
    shown = on_a_terminal(command(leap_file(tmp_path / "leap.csv", 1000), make_store()), tmp_path)
    assert shown.startswith("reading leap.csv")
    assert "importing" in shown
    assert "100%" in shown
    assert "importing" not in (tmp_path / "output").read_text(encoding="utf-8")


@pytest.mark.parametrize("variables", [{}, {"FORCE_COLOR": "1", "TERM": "xterm-256color"}], ids=["plain", "forced"])
def test_and_never_on_a_pipe(tmp_path: Path, make_store: MakeStore, variables: dict[str, str]) -> None:
    words = command(leap_file(tmp_path / "leap.csv", 1000), make_store())
    done = subprocess.run(words, check=True, capture_output=True, env={**os.environ, **variables})
    assert done.stderr == b""
    assert b"\x1b" not in done.stdout
    assert len(done.stdout.splitlines()) == COUNCILS + 1
