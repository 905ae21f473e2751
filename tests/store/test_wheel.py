"""An installed wardcheck: the wheel that the build makes, run from another folder than the clone."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from analysis.builders import contest, election, stood, won
from conftest import MakeStore

from wardcheck.cli.main import run
from wardcheck.store import Store
from wardcheck.store.layout import CLONE, PACK

pytest.importorskip("hatchling", reason="the build backend is not installed")

AT_MOST = 12_000_000
"""Bytes of the wheel: it is fetched over slow lines too."""

LINES = [
    "--version",
    "elections",
    "margins --all -f csv",
    "close --all --within 3",
    "find archer",
    "ward barnet-2018 high-barnet",
    "change barnet-2018",
    "check barnet-2018 barnet-by-2021-05-06",
    "ward barnet-2018 hihg-barnet",
    "margins barnet-2081",
]


def built(project: Path, folder: Path) -> Path:
    """The wheel of a project, as pip would have it built."""
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(command, cwd=project, check=True, capture_output=True)
    (wheel,) = folder.glob("*.whl")
    return wheel


def installed(wheel: Path, folder: Path) -> Path:
    """Its content, as pip would put it among the packages."""
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder)
    return folder


def answer(line: str, packages: Path, here: Path | str) -> tuple[int, str, str]:
    """What the program of one folder of packages says in another folder."""
    environment = {**os.environ, "PYTHONPATH": str(packages)}
    done = subprocess.run(
        [sys.executable, "-m", "wardcheck", *line.split()], cwd=here, env=environment, capture_output=True, text=True
    )
    return done.returncode, done.stdout, done.stderr


@pytest.fixture(scope="module")
def wheel(repository: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built(repository, tmp_path_factory.mktemp("wheel"))


def test_the_wheel_is_small_and_has_the_store_in_one_file(wheel: Path, shipped: Store) -> None:
    assert wheel.stat().st_size < AT_MOST
    names = zipfile.ZipFile(wheel).namelist()
    results = [name.removeprefix(f"wardcheck/{CLONE}/") for name in names if name.startswith(f"wardcheck/{CLONE}/")]
    assert {PACK, "README.md", "parties.yaml", "councils.yaml"} <= set(results)
    councils = {slug.rpartition("-")[0] for slug in shipped.slugs}
    assert not [name for name in results if name.partition("/")[0] in councils or name.startswith(".cache")]


def test_it_answers_from_the_root_folder_as_a_clone_does(
    wheel: Path,
    tmp_path: Path,
    repository: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    packages = installed(wheel, tmp_path)
    monkeypatch.chdir(repository)
    for line in LINES:
        code = run(line.split())
        assert answer(line, packages, "/") == (code, *capsys.readouterr()), line


def test_messages_name_the_ward_file_of_a_clone(repository: Path, tmp_path: Path, make_store: MakeStore) -> None:
    project = tmp_path / "project"
    for name in ("src", "pyproject.toml", "README.md", "LICENSE"):
        of = repository / name
        if of.is_dir():
            shutil.copytree(of, project / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(of, project)
    odd = contest(1, stood("A", "con", 50), won("B", "lab", 40), slug="odd")
    make_store(election(odd)).rename(project / CLONE)
    shutil.copy(repository / CLONE / "councils.yaml", project / CLONE)
    packages = installed(built(project, tmp_path / "dist"), tmp_path / "packages")
    code, out, err = answer("check", packages, "/")
    assert code == 1
    assert f"{CLONE}/town/2018/odd.yaml:" in out
    assert (code, out, err) == answer("check", project / "src", project)
