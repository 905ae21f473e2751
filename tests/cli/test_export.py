"""``wardcheck export``: candidacies as text, as files and as folders that other programs read."""

from __future__ import annotations

import csv
import gc
import json
import sys
import weakref
from dataclasses import astuple, fields, replace
from pathlib import Path
from typing import Any, get_args

import pandas as pd
import pytest
from analysis.builders import contest, election, stood, won
from conftest import MakeStore

from wardcheck.analysis.export import CandidacyRow, candidacies, export
from wardcheck.cli.main import run
from wardcheck.errors import WardcheckError
from wardcheck.model import Ballots
from wardcheck.render.streams import Streamed, streamed
from wardcheck.store import Store
from wardcheck.store.records import KeptWards

COLUMNS = [field.name for field in fields(CandidacyRow)]

FULL = election(
    contest(1, won("A", "con", 60), stood("B", "lab", 40), electorate=300, ballots=Ballots(valid=100)), slug="full-2018"
)
GAPS = election(contest(1, won("A", "con", None), status="unopposed"), slug="gaps-2018")
"""An election that has nothing in many columns, votes among them."""

SOME = ("barnet-by-*", "barnet-2018", "bradford-2019", "hertsmere-2019")
"""A by-election, a whole council, one by thirds with a lot that added a vote, and wards without papers."""


@pytest.fixture(autouse=True)
def here(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(repository)


def printed(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    assert run(["export", *arguments]) == 0
    out, err = capsys.readouterr()
    assert err == ""
    return out


def refused(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    assert run(["export", *arguments]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.count("\n") == 1
    return err


def written(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    assert run(["export", *arguments]) == 0
    out, err = capsys.readouterr()
    assert out == ""
    return err


# -- text --------------------------------------------------------------------------------------------------


def test_tsv_unless_told_otherwise(capsys: pytest.CaptureFixture[str]) -> None:
    lines = printed(capsys, "barnet-2018").splitlines()
    assert lines[0].split("\t") == COLUMNS
    assert len(lines) == 1 + 220
    assert all(line.count("\t") == len(COLUMNS) - 1 for line in lines)


def test_columns_are_named_for_programs() -> None:
    assert all(name.isidentifier() and name == name.lower() for name in COLUMNS)
    assert len(set(COLUMNS)) == len(COLUMNS)


def test_csv_and_json_say_the_same(capsys: pytest.CaptureFixture[str]) -> None:
    table = list(csv.DictReader(printed(capsys, *SOME, "-f", "csv").splitlines()))
    objects = json.loads(printed(capsys, *SOME, "-f", "json"))
    assert [json.loads(line) for line in printed(capsys, *SOME, "-f", "jsonl").splitlines()] == objects
    assert len(table) == len(objects)
    for texts, values in zip(table, objects, strict=True):
        assert texts["candidate"] == values["candidate"]
        assert texts["votes"] == str(values["votes"])
        assert values["electorate"] is None or texts["electorate"] == str(values["electorate"])
        assert (texts["electorate"] == "") == (values["electorate"] is None)


def test_all_is_every_candidacy_of_the_store(shipped: Store, capsys: pytest.CaptureFixture[str]) -> None:
    found = printed(capsys, "--all", "--columns", "election,ward,candidate,votes_printed", "--no-header").splitlines()
    assert len(found) == len(set(found)) == sum(len(w.candidates) for e in shipped.elections() for w in e.wards)


def test_markdown(capsys: pytest.CaptureFixture[str]) -> None:
    out = printed(capsys, "barnet-2018", "-f", "md", "--columns", "candidate,votes", "--sort", "votes", "--reverse")
    assert out.splitlines()[:3] == ["| candidate | votes |", "| --- | ---: |", "| Brian Gordon | 3567 |"]


def test_there_is_no_table(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["export", "barnet-2018", "-f", "table"]) == 2
    assert "'table' is not one of" in capsys.readouterr().err


# -- one file ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("ending", ["tsv", "csv", "json", "jsonl", "md"])
def test_a_file_holds_what_would_be_printed(ending: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / f"x.{ending}"
    assert written(capsys, "barnet-2018", "-o", str(path)) == f"wrote 220 candidacies to {path}\n"
    assert path.read_text(encoding="utf-8") == printed(capsys, "barnet-2018", "-f", ending)
    assert [p.name for p in path.parent.iterdir()] == [path.name]


def test_the_format_asked_for_goes_before_the_name(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "x.csv"
    written(capsys, "barnet-2018", "-o", str(path), "-f", "json")
    assert len(json.loads(path.read_text(encoding="utf-8"))) == 220
    other = tmp_path / "x.dat"
    written(capsys, "barnet-2018", "-o", str(other), "-f", "tsv")
    assert other.read_text(encoding="utf-8") == printed(capsys, "barnet-2018")


def test_what_cannot_be_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "file").write_text("")
    under = tmp_path / "file" / "x.csv"
    assert "-o: expected a file in a folder that exists, got " in refused(capsys, "barnet-2018", "-o", str(under))
    ending = refused(capsys, "barnet-2018", "-o", str(tmp_path / "x.html"))
    assert ending.startswith(
        "wardcheck: -o: expected a file that ends in .tsv, .csv, .json, .jsonl, .md, .xlsx, .parquet"
    )
    inside = ["--store", str(Path("results")), "-o", str(Path("results") / "made"), "--partition"]
    assert "-o: expected a file outside the store" in refused(capsys, "barnet-2018", *inside)
    assert "expected a file, got the folder" in refused(capsys, "barnet-2018", "-o", str(tmp_path))
    assert "--partition: expected a folder" in refused(capsys, "barnet-2018", "--partition")
    assert "-f parquet: expected a file to write" in refused(capsys, "barnet-2018", "-f", "parquet")


def test_without_pyarrow_one_line_says_what_to_install(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    message = refused(capsys, "barnet-2018", "-o", str(tmp_path / "x.parquet"))
    expected = "wardcheck: Parquet needs pyarrow, which is not installed: pip install 'wardcheck[parquet]'\n"
    assert message == expected
    assert list(tmp_path.iterdir()) == []


# -- Parquet and folders -----------------------------------------------------------------------------------


def test_a_parquet_file_gives_the_rows_again(
    tmp_path: Path, shipped: Store, capsys: pytest.CaptureFixture[str]
) -> None:
    pq: Any = pytest.importorskip("pyarrow.parquet")
    path = tmp_path / "some.parquet"
    written(capsys, *SOME, "-o", str(path))
    rows = export(*shipped.elections(*SOME), parties=shipped.parties)
    assert [tuple(row.values()) for row in pq.read_table(path).to_pylist()] == [astuple(row) for row in rows]
    frame = pd.read_parquet(path)
    assert list(frame.columns) == COLUMNS
    assert str(frame["votes"].dtype) == str(frame["electorate"].dtype) == "Int64"
    assert frame["electorate"].isna().sum() == sum(row.electorate is None for row in rows)


def test_a_folder_is_read_as_one_table(tmp_path: Path, shipped: Store, capsys: pytest.CaptureFixture[str]) -> None:
    ds: Any = pytest.importorskip("pyarrow.dataset")
    out = tmp_path / "out"
    slugs = sorted(shipped.match(SOME))
    err = written(capsys, *SOME, "-f", "parquet", "-o", str(out), "--partition")
    rows = export(*shipped.elections(*SOME), parties=shipped.parties)
    assert err == f"wrote {len(rows):,} candidacies to {out}, in {len(slugs)} files\n"
    names = sorted(str(p.relative_to(out)) for p in out.rglob("*") if p.is_file())
    assert names == [f"election={slug}/part-0.parquet" for slug in slugs]

    found = ds.dataset(out, format="parquet", partitioning="hive")
    assert str(found.schema.field("election").type) == "string"
    assert str(found.schema.field("votes").type) == "int64"
    table = found.to_table(columns=COLUMNS).to_pylist()
    assert sorted(table, key=repr) == sorted((dict(zip(COLUMNS, astuple(row), strict=True)) for row in rows), key=repr)

    frame = pd.read_parquet(out)
    assert frame["votes"].sum() == sum(row.votes or 0 for row in rows)
    assert set(frame["election"].astype(str)) == set(slugs)


def test_an_election_with_gaps_has_the_schema_of_a_full_one(
    tmp_path: Path, make_store: MakeStore, capsys: pytest.CaptureFixture[str]
) -> None:
    pq: Any = pytest.importorskip("pyarrow.parquet")
    out = tmp_path / "out"
    written(capsys, "--all", "--store", str(make_store(FULL, GAPS)), "-f", "parquet", "-o", str(out), "--partition")
    # files alone: read by its path, a folder named election=... would add the column again
    full, gaps = (
        pq.ParquetFile(out / f"election={slug}" / "part-0.parquet").read() for slug in ("full-2018", "gaps-2018")
    )
    assert full.schema.equals(gaps.schema, check_metadata=True)
    assert full.schema.names == [name for name in COLUMNS if name != "election"]
    assert gaps.column("votes").null_count == len(gaps) == 1
    assert {str(kind) for kind in full.schema.types} == {"string", "int64", "double", "bool", "date32[day]"}


@pytest.mark.parametrize("ending", ["csv", "jsonl"])
def test_folders_of_text(ending: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    written(capsys, "barnet-*", "-f", ending, "-o", str(tmp_path), "--partition", "--columns", "election,ward,votes")
    for slug in ("barnet-2014", "barnet-2018"):
        text = (tmp_path / f"election={slug}" / f"part-0.{ending}").read_text(encoding="utf-8")
        assert text == printed(capsys, slug, "-f", ending, "--columns", "ward,votes")


def test_writing_again_changes_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pytest.importorskip("pyarrow")
    path = tmp_path / "x.parquet"
    written(capsys, "barnet-2018", "-o", str(path))
    before = path.read_bytes()
    written(capsys, "barnet-2018", "-o", str(path))
    assert path.read_bytes() == before


def test_options_choose_rows_and_columns_of_files_too(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pq: Any = pytest.importorskip("pyarrow.parquet")
    path = tmp_path / "x.parquet"
    chosen = ("barnet-2018", "--ward", "high-barnet", "--sort", "votes", "--limit", "2", "--columns", "votes,candidate")
    assert written(capsys, *chosen, "-o", str(path)) == f"wrote 2 candidacies to {path}\n"
    assert pq.read_table(path).to_pydict() == {"votes": [328, 425], "candidate": ["Nathan Wade", "Charles Wicksteed"]}
    assert written(capsys, "barnet-2018", "--limit", "0", "-o", str(path)) == f"wrote 0 candidacies to {path}\n"
    assert pq.read_table(path).schema.names == COLUMNS


# -- as a stream -------------------------------------------------------------------------------------------


class _Rows(list[CandidacyRow]):
    """Rows of which it can be told whether anybody still has them."""


@pytest.mark.parametrize("ending", ["tsv", "csv", "json", "jsonl"])
@pytest.mark.parametrize("to", ["printed", "one file", "folders"])
def test_the_rows_of_one_election_at_a_time_are_in_memory(
    ending: str, to: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[weakref.ref[_Rows]] = []
    alive: list[int] = []

    def watched(*some: Any) -> _Rows:
        rows = _Rows(candidacies(*some))
        made.append(weakref.ref(rows))
        alive.append(sum(one() is not None for one in made))
        return rows

    monkeypatch.setattr("wardcheck.cli.export.candidacies", watched)
    path = tmp_path / f"x.{ending}"
    words = [] if to == "printed" else ["-o", str(path)] if to == "one file" else ["-o", str(tmp_path), "--partition"]
    assert run(["export", "barnet-*", "-f", ending, *words]) == 0
    capsys.readouterr()
    assert len(alive) >= 4
    assert max(alive) <= 2  # what is being written, and what comes next


def test_one_election_of_many_at_a_time_is_whole(shipped: Store) -> None:
    gc.collect()
    before = [thing for thing in gc.get_objects() if isinstance(thing, KeptWards)]  # which other tests keep
    alive = []
    for one in shipped.each():
        assert one.wards[0].candidates
        alive.append(sum(isinstance(thing, KeptWards) for thing in gc.get_objects()) - len(before))
        if len(alive) == 6:
            break
    assert max(alive) <= 2


def test_json_of_elections_without_rows() -> None:
    groups: list[list[CandidacyRow]] = [[], export(FULL), [], export(GAPS), []]
    every = [row for rows in groups for row in rows]
    for how in get_args(Streamed):
        assert "".join(streamed(how, groups, COLUMNS, header=True)) == "".join(
            streamed(how, [every], COLUMNS, header=True)
        )
    assert "".join(streamed("json", [[], []], COLUMNS, header=True)) == "[]\n"


@pytest.mark.parametrize("words", [["-o", "x.csv"], ["-o", ".", "--partition"], []])
def test_a_ward_that_cannot_be_read_comes_before_any_row(
    words: list[str],
    make_store: MakeStore,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    store = make_store(FULL, *(replace(FULL, slug=f"town{n}-2018") for n in range(12)))
    (store / "town9" / "2018" / "ward.yaml").write_text("seats: no\n", encoding="utf-8")
    out = tmp_path / "out"
    out.mkdir()
    monkeypatch.chdir(out)
    (out / "x.csv").write_text("as it was", encoding="utf-8")
    assert run(["export", "--all", "--store", str(store), *words]) == 2
    printed_, err = capsys.readouterr()
    assert printed_ == ""
    assert "town9/2018/ward.yaml:1:" in err
    assert [(p.name, p.read_text()) for p in out.iterdir()] == [("x.csv", "as it was")]


def test_a_failure_half_way_leaves_every_file_as_it_was(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "election=barnet-2014" / "part-0.csv"
    path.parent.mkdir()
    path.write_text("as it was", encoding="utf-8")

    def failing(*some: Any) -> list[CandidacyRow]:
        if some[0].slug == "barnet-2018":
            raise WardcheckError("no more")
        return candidacies(*some)

    monkeypatch.setattr("wardcheck.cli.export.candidacies", failing)
    assert run(["export", "barnet-2014", "barnet-2018", "-f", "csv", "-o", str(tmp_path), "--partition"]) == 2
    assert capsys.readouterr().err == "wardcheck: no more\n"
    assert [p for p in tmp_path.rglob("*") if p.is_file()] == [path]
    assert path.read_text(encoding="utf-8") == "as it was"
