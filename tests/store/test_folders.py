"""A folder that cannot be opened names itself, and the elections beside it are read as ever."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from analysis.builders import contest, election, stood, won
from conftest import MakeStore

from wardcheck import open_store
from wardcheck.cli.main import run
from wardcheck.errors import DataError, NotFoundError
from wardcheck.store.covariates import covariate_files
from wardcheck.store.folders import names_in

LOOP = "Too many levels of symbolic links"
NOWHERE = "No such file or directory"


@pytest.fixture
def root(make_store: MakeStore) -> Path:
    good = contest(1, won("A", "con", 9), stood("B", "lab", 8))
    return make_store(election(good, slug="town-2014"), election(good, slug="town-2018"))


def to_itself(path: Path) -> None:
    path.symlink_to(path)


def to_nowhere(path: Path) -> None:
    path.symlink_to(path.parent / "nowhere")


Link = Callable[[Path], None]
LINKS = pytest.mark.parametrize(("link", "why"), [(to_itself, LOOP), (to_nowhere, NOWHERE)])


@LINKS
@pytest.mark.parametrize("command", [["margins", "--all"], ["elections"], ["check"], ["ties"]])
def test_all_elections_are_not_all_without_it(
    root: Path, link: Link, why: str, command: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    link(root / "village-2018")
    assert run([*command, "--store", str(root)]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err == f"{root / 'village-2018' / 'election.yaml'}:1: file: expected to read it, got {why}\n"


@LINKS
def test_it_blocks_no_other(root: Path, link: Link, why: str, capsys: pytest.CaptureFixture[str]) -> None:
    link(root / "village-2018")
    assert run(["margins", "town-*", "--store", str(root)]) == 0
    assert run(["margins", "village-2018", "--store", str(root)]) == 2
    assert why in capsys.readouterr().err


@LINKS
def test_a_name_that_is_no_slug_is_told_with_the_others(root: Path, link: Link, why: str) -> None:
    link(root / "Notes")
    (root / "town" / "2018" / "ward.yaml").write_text("seats: no\n", encoding="utf-8")
    with pytest.raises(DataError) as caught:
        open_store(root).elections()
    lines = str(caught.value).splitlines()
    assert lines[0] == f"{root / 'Notes'}:1: folder: expected to open it, got {why}"
    assert lines[1].startswith(f"{root / 'town' / '2018' / 'ward.yaml'}:1: ")
    assert len(open_store(root).elections("town-2014")) == 1


def test_files_beside_the_elections_are_none(root: Path) -> None:
    (root / "README.md").touch()
    (root / "empty").mkdir()
    assert [e.slug for e in open_store(root).elections()] == ["town-2014", "town-2018"]


def test_a_folder_of_somebody_else(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Made up, for an administrator may open every folder."""
    closed = str(root / "town" / "2018")
    real_scandir = os.scandir

    def scandir(path: object) -> object:
        if str(path) == closed:
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), path)
        return real_scandir(path)  # type: ignore[call-overload]

    monkeypatch.setattr(os, "scandir", scandir)
    store = open_store(root)
    assert store.slugs == ("town-2014", "town-2018")
    assert len(store.elections("town-2014")) == 1
    for read in (store.elections, lambda: store.ward_slugs("town-2018")):
        with pytest.raises(DataError) as caught:
            read()
        assert str(caught.value) == f"{closed}:1: folder: expected to open it, got Permission denied"


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(DataError, match=r"file:1: folder: expected to open it, got Not a directory$"):
        names_in(tmp_path / "file")


@LINKS
def test_covariates(root: Path, link: Link, why: str) -> None:
    assert covariate_files(root) == []
    link(root / "covariates")
    with pytest.raises(DataError, match=rf"covariates:1: folder: expected to open it, got {why}$"):
        covariate_files(root)


def test_results_here_that_cannot_be_opened_are_not_passed_over(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "results").symlink_to(root)
    below = tmp_path / "below"
    below.mkdir()
    monkeypatch.chdir(below)
    assert open_store().root == Path("../results")
    to_itself(below / "results")
    with pytest.raises(NotFoundError, match=rf"results: expected to open it, got {LOOP}; name another store"):
        open_store()
    assert open_store(root).slugs == ("town-2014", "town-2018")
