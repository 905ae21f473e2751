"""Importing a small file of results into a small store, as a person would."""

from __future__ import annotations

import csv
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest
from conftest import MakeStore

from wardcheck.cli.main import run
from wardcheck.model import Election
from wardcheck.store import open_store


@pytest.fixture
def write_csv(tmp_path: Path) -> Callable[[Sequence[Sequence[object]]], Path]:
    """Write rows as LEAP does, every value in quotes."""

    def write(rows: Sequence[Sequence[object]], name: str = "leap.csv") -> Path:
        path = tmp_path / name
        with path.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file, quoting=csv.QUOTE_ALL).writerows(rows)
        return path

    return write


@dataclass(frozen=True)
class Imported:
    """What one run of the command did."""

    code: int
    out: str
    err: str
    store: Path

    @property
    def rows(self) -> list[list[str]]:
        """The summary: election, wards, written, unchanged, refused."""
        return [line.split("\t")[:5] for line in self.out.splitlines()[1:]]

    @property
    def losses(self) -> list[list[str]]:
        """The rest of the summary: contests left out, files left over."""
        return [line.split("\t")[5:] for line in self.out.splitlines()[1:]]

    def election(self, slug: str = "town-2018") -> Election:
        """An election as the store has it now."""
        return open_store(self.store).election(slug)


Import = Callable[..., Imported]


@pytest.fixture
def do_import(make_store: MakeStore, capsys: pytest.CaptureFixture[str]) -> Import:
    """Import a file of 3 May 2018, or of ``day``; further words are options. Called again, it is the same store."""
    store = make_store()

    def do(file: Path, *options: str, day: str = "2018-05-03") -> Imported:
        code = run(["import", "leap", str(file), "--date", day, "--store", str(store), *options])
        out, err = capsys.readouterr()
        return Imported(code, out, err, store)

    return do


TOWN, GSS = "Town", "E07000001"


def leap_rows(ward: str, *candidates: tuple[str, str, int, int], gss: str = "E05000001") -> list[list[object]]:
    """Rows of one ward of Town: name, party code, votes, elected."""
    return [[TOWN, GSS, ward, gss, *candidate] for candidate in candidates]


HALE = leap_rows("Hale", ("Ann Ash", "C", 90, 1), ("Bob Birch", "Lab", 80, 0), gss="E05000001")
HENDON = leap_rows("Hendon", ("Cy Cedar", "Lab", 70, 1), ("Di Dogwood", "C", 60, 0), gss="E05000002")
