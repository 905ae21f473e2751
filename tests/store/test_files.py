"""Every reader measures its file first: another kind or size is one line with its path, and costs nothing."""

from __future__ import annotations

import os
import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from conftest import REPOSITORY

from wardcheck import open_store
from wardcheck.claims import read_claims
from wardcheck.errors import DataError
from wardcheck.sources import text, workbook
from wardcheck.sources.handbook import HANDBOOK
from wardcheck.sources.papers import read_papers
from wardcheck.store import covariate_reader, tree
from wardcheck.store.files import content, measured_archive

Reader = Callable[[Path], object]


def ward_file(path: Path) -> object:
    """The election in a store whose one ward file is ``path``."""
    store = path.parent / "store"
    (store / "town-2018").mkdir(parents=True)
    (store / "parties.yaml").touch()
    (store / "town-2018" / "election.yaml").write_text(
        "council: Town\ndate: 2018-05-03\nsources:\n  s: {title: T}\n", encoding="utf-8"
    )
    (store / "town-2018" / "ward.yaml").symlink_to(path)
    return open_store(store).election("town-2018")


READERS: dict[str, tuple[Reader, int]] = {
    "ward.yaml": (ward_file, tree.MAX_BYTES),
    "claims.yaml": (lambda path: read_claims([path], open_store(REPOSITORY / "results")), tree.MAX_BYTES),
    "covariates.csv": (covariate_reader.read_covariates, covariate_reader.MAX_BYTES),
    "leap.csv": (lambda path: list(text.csv_rows(path)), text.MAX_BYTES),
    "papers.csv": (lambda path: read_papers(path, date(2018, 5, 3)), text.MAX_BYTES),
    "papers.xlsx": (lambda path: read_papers(path, date(2018, 5, 3)), workbook.MAX_BYTES),
    "handbook.xlsx": (HANDBOOK.read, workbook.MAX_BYTES),
}

every_reader = pytest.mark.parametrize("name", READERS)


def complaint(read: Reader, path: Path) -> str:
    with pytest.raises(DataError) as caught:
        read(path)
    assert len(caught.value.problems) == 1
    where, line, what = str(caught.value).split(":", 2)
    assert Path(where).name in (path.name, "ward.yaml")
    assert line == "1"
    return what.strip()


@every_reader
def test_a_file_over_the_limit(name: str, tmp_path: Path) -> None:
    read, limit = READERS[name]
    path = tmp_path / name
    with path.open("wb") as file:
        file.truncate(limit + 1)  # a hole: it takes no room, and would take that much to read
    assert complaint(read, path) == f"file: expected at most {limit} bytes, got {limit + 1}"


@every_reader
@pytest.mark.parametrize("kind", ["a folder", "a pipe", "a device"])
def test_what_is_no_file(name: str, kind: str, tmp_path: Path) -> None:
    path = tmp_path / name
    if kind == "a folder":
        path.mkdir()
    elif kind == "a pipe":
        os.mkfifo(path)
    else:
        path.symlink_to("/dev/zero")
    assert complaint(READERS[name][0], path) == f"file: expected a regular file, got {kind}"


@every_reader
def test_a_link_to_itself(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.symlink_to(path)
    said = complaint(READERS[name][0], path)
    assert said == "file: expected to read it, got Too many levels of symbolic links"


def test_a_file_at_the_limit_is_read(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"12345")
    assert content(path, 5) == b"12345"
    assert complaint(lambda file: content(file, 4), path) == "file: expected at most 4 bytes, got 5"


def test_a_name_that_no_file_can_have() -> None:
    with pytest.raises(DataError, match="file: expected to read it, got "):
        content(Path("a\0b"), 5)


def test_a_workbook_is_measured_unpacked(tmp_path: Path) -> None:
    path = tmp_path / "book.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("one", b"0" * 60_000)
        archive.writestr("two", b"0" * 60_000)
    assert path.stat().st_size < 1_000
    measured_archive(path, 1_000, 120_000)
    said = complaint(lambda file: measured_archive(file, 1_000, 119_999), path)
    assert said == "file: expected at most 119999 bytes when unpacked, got 120000"


def test_a_bomb_is_not_unpacked(tmp_path: Path) -> None:
    path = tmp_path / "handbook.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive, archive.open("xl/workbook.xml", "w") as file:
        for _ in range(workbook.MAX_UNPACKED // 1_048_576 + 1):
            file.write(bytes(1_048_576))
    assert path.stat().st_size < workbook.MAX_BYTES
    unpacked = workbook.MAX_UNPACKED + 1_048_576
    said = complaint(HANDBOOK.read, path)
    assert said == f"file: expected at most {workbook.MAX_UNPACKED} bytes when unpacked, got {unpacked}"
