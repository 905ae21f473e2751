"""Elections beside each other or in folders by council: the same slugs, and a name is found in either way."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import pytest

from store.examples import ELECTION, WARD, make_store
from wardcheck.cli.main import run
from wardcheck.errors import DataError, NotFoundError
from wardcheck.store import Store
from wardcheck.store.layout import Layout, election_folder
from wardcheck.store.writing import write_election

SLUGS = ("hale-2018", "nuneaton-and-bedworth-2018", "nuneaton-and-bedworth-by-2021-05-06", "town-2014", "town-2018")


def by_council(root: Path, *folders: str) -> Path:
    """A store with these elections, each given as council/part or as a slug."""
    make_store(root)
    for name in folders:
        folder = root / name
        folder.mkdir(parents=True)
        (folder / "election.yaml").write_text(ELECTION, encoding="utf-8")
        (folder / "mill-lane.yaml").write_text(WARD, encoding="utf-8")
    return root


FOLDERS = ("hale/2018", "nuneaton-and-bedworth/2018", "nuneaton-and-bedworth/by-2021-05-06", "town/2014", "town-2018")


def test_both_layouts_in_one_store(tmp_path: Path) -> None:
    store = Store(by_council(tmp_path, *FOLDERS))
    assert store.slugs == SLUGS
    assert [e.slug for e in store.elections()] == list(SLUGS)
    assert store.match(["town-*"]) == ("town-2014", "town-2018")
    assert store.of_council("town-2018") == ("town-2014", "town-2018")
    assert store.ward_slugs("town-2014") == ("mill-lane",)
    assert store.election("town-2014").wards[0].path == str(tmp_path / "town" / "2014" / "mill-lane.yaml")


@pytest.mark.parametrize(("slug", "folder"), list(zip(SLUGS, FOLDERS, strict=True)))
def test_one_election_is_found_without_listing_the_others(tmp_path: Path, slug: str, folder: str) -> None:
    layout = Layout(by_council(tmp_path, *FOLDERS))
    assert layout.of(slug) == [tmp_path / folder]
    assert "folders" not in layout.__dict__
    assert Layout(tmp_path).folders[slug] == [tmp_path / folder]


def test_the_same_election_in_both_is_one_problem(tmp_path: Path) -> None:
    root = by_council(tmp_path, "town/2018", "town-2018", "hale/2018")
    message = f"{root}/town-2018:1: folder: expected town-2018 in one folder, got it in {root}/town/2018 as well"
    for read in (lambda: Store(root).election("town-2018"), Store(root).elections):
        with pytest.raises(DataError) as caught:
            read()
        assert str(caught.value) == message
    assert Store(root).election("hale-2018").wards
    assert Store(root).slugs == ("hale-2018", "town-2018")


@pytest.mark.parametrize(
    "name", ["town/2018", "town", "2018", "town-", "town-by-2021-05-06", "town-2018-", "-2018", "covariates-2018"]
)
def test_what_is_not_there(tmp_path: Path, name: str) -> None:
    root = by_council(tmp_path, "town/2018", "covariates/2018")
    for store in (Store(root), Store(root)):
        with pytest.raises(NotFoundError, match=r"^no election "):
            store.election(name)
        assert store.slugs == ("town-2018",)


@pytest.mark.parametrize("stray", ["town/high-street", "town/2018-05", "town/by-21", "odd", "town/2019"])
def test_files_that_no_election_has_are_told(tmp_path: Path, stray: str) -> None:
    root = by_council(tmp_path, "town/2018")
    (root / stray).mkdir()
    (root / stray / "mill-lane.yaml").write_text(WARD, encoding="utf-8")
    with pytest.raises(DataError) as caught:
        Store(root).elections()
    assert str(caught.value).startswith(f"{root / stray}:1: folder: expected an election ")


def test_a_ward_file_beside_the_elections_of_a_council_is_told(tmp_path: Path) -> None:
    root = by_council(tmp_path, "town/2018")
    (root / "town" / "mill-lane.yaml").write_text(WARD, encoding="utf-8")
    with pytest.raises(DataError, match=r"/town:1: folder: expected an election "):
        Store(root).elections()


@pytest.mark.parametrize(
    ("there", "slug", "folder"),
    [
        ((), "town-2018", "town/2018"),
        ((), "town-by-2021-05-06", "town/by-2021-05-06"),
        ((), "town", "town"),
        (("town-2014",), "town-2018", "town-2018"),
        (("town-2014",), "hale-2018", "hale-2018"),
        (("town/2014",), "town-2018", "town/2018"),
        (("town/2014",), "hale-2018", "hale/2018"),
        (("town/2014", "hale-2018"), "hale-2018", "hale-2018"),
        (("town/2014", "hale-2018"), "hale-2022", "hale/2022"),
        (("town/2014", "hale"), "hale-2018", "hale-2018"),
    ],
)
def test_where_an_import_writes(tmp_path: Path, there: tuple[str, ...], slug: str, folder: str) -> None:
    root = by_council(tmp_path, *there)
    assert election_folder(root, slug) == root / folder
    known = Store(by_council(tmp_path / "other", "hale/2018")).election("hale-2018")
    write_election(root, replace(known, slug=slug))
    assert (root / folder / "mill-lane.yaml").is_file()
    assert Store(root).election(slug).wards == known.wards


def test_a_folder_of_a_council_that_cannot_be_opened_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Made up, for an administrator may open every folder."""
    root = by_council(tmp_path, "town/2018", "hale/2018")
    real = os.scandir

    def scandir(path: object) -> object:
        if str(path) == str(root / "town"):
            raise PermissionError(13, "Permission denied", path)
        return real(path)  # type: ignore[call-overload]

    monkeypatch.setattr(os, "scandir", scandir)
    for words in (["margins", "--all"], ["margins", "town-2018"], ["margins", "*-2018"], ["check"]):
        assert run([*words, "--store", str(root)]) == 2
        assert f"{root / 'town'}:1: folder: expected to open it, got Permission denied" in capsys.readouterr().err
    assert run(["margins", "hale-2018", "--store", str(root)]) == 0
