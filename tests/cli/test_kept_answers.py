"""Every command answers from a cache and from a packed store as it does from the ward files."""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from analysis.builders import election
from analysis.test_against_brute_force import contests
from conftest import MakeStore
from hypothesis import given
from hypothesis import strategies as st

from cli.test_kinds_of_ward import KINDS
from wardcheck.analysis.close import close_seats
from wardcheck.analysis.elections import elections as elections_of
from wardcheck.analysis.find import find
from wardcheck.analysis.margins import margins
from wardcheck.analysis.report import AnyReport, Slugs
from wardcheck.analysis.ties import ties
from wardcheck.analysis.turnout import turnout
from wardcheck.cli.commands import COMMANDS
from wardcheck.cli.main import run
from wardcheck.facts.outline import outline, outlined, to_keep
from wardcheck.model import Ballots, Election, Ward
from wardcheck.store import Store, open_store
from wardcheck.store.layout import CACHE, CLONE, PACK
from wardcheck.store.packing import pack_store, unpacked
from wardcheck.store.records import from_record, record
from wardcheck.store.store import MANY

LINES = {
    "margins": ["--all", "--all --total -f csv", "--all -f table", "--all --ward one-seat", "--year 2018"],
    "close": ["--all", "--all --within 5", "--all --within-pct 20", "--all --party lab --within 3", "--all -f table"],
    "change": ["town1-2014 town1-2018", "town1-2014 town1-2018 --by ward"],
    "flows": ["town1-2014 town1-2018"],
    "swing": ["town1-2014 town1-2018 --between con,lab"],
    "seats": ["town1-2018 --from town1-2014"],
    "parties": ["--all", "--all --by ward"],
    "control": ["town1-2018"],
    "whatif": ["town1-2018 --between con,lab"],
    "splits": ["town1-2018", "--all"],
    "slates": ["--all"],
    "ties": ["", "-f table"],
    "relate": ["town1-2014 town1-2018 --share con --against electorate"],
    "ward": ["town1-2018 added"],
    "councillors": ["--all"],
    "find": ["a", "a -f table", "nobody"],
    "turnout": ["--all", "--all --total -f json"],
    "elections": ["", "-f table", "town1-*"],
    "history": ["town1", "town1 --ward one-seat -f table"],
    "export": ["--all", "--all -f jsonl"],
    "check": ["", "town1-2018"],
}
ALL = [f"{command} {words}" for command, lines in LINES.items() for words in lines]
WITHOUT = {"claims", "import", "report", "completion"}
"""They read elections one by one, or none."""


def test_every_command_is_asked() -> None:
    assert {*LINES, *WITHOUT} == {*COMMANDS}


@pytest.fixture
def root(make_store: MakeStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Each kind of ward in six councils and two years, in files that are ten seconds old, named as in a clone."""
    wards = list(KINDS.values())
    wards[0] = replace(wards[0], electorate=200, ballots=Ballots(valid=95, rejected_total=3), gss="E05000001")
    wards[1] = replace(wards[1], electorate=200, ballots=Ballots(at_count=10))  # more votes than papers
    made = [
        election(*wards, slug=f"town{n}-{year}", council=f"Town {n}", day=date(year, 5, 3), contests=9 + n % 2)
        for n in range(MANY // 2 + 1)
        for year in (2014, 2018)
    ]
    root = make_store(*made).rename(tmp_path / CLONE)
    monkeypatch.setattr(time, "time_ns", lambda: os.stat(root).st_mtime_ns + 10_000_000_000)  # noqa: PTH116
    monkeypatch.chdir(tmp_path)
    return Path(CLONE)


def test_commands_answer_alike(
    root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    installed = packed(root, tmp_path)

    def answers(store: Path) -> dict[str, tuple[object, ...]]:
        return {line: (run([*line.split(), "--store", str(store)]), *capsys.readouterr()) for line in ALL}

    with monkeypatch.context() as patch:
        patch.setattr("wardcheck.store.store.MANY", 10**9)
        from_files = answers(root)
    assert not (root / CACHE).exists()
    assert answers(installed) == from_files
    open_store(root).elections()  # as from Python, which keeps no outlines
    assert answers(root) == from_files
    with monkeypatch.context() as patch:
        patch.setattr(Store, "_note", _refused)
        assert answers(root) == from_files


def _refused(*_: object) -> Election:
    raise AssertionError("files were parsed")


def packed(root: Path, folder: Path) -> Path:
    """The store as a wheel has it."""
    made = folder / "installed"
    made.mkdir()
    for path in unpacked(root):
        shutil.copy(path, made)
    (made / PACK).write_bytes(b"".join(pack_store(open_store(root), to_keep)))
    return made


def kept(one: Election) -> Election:
    return from_record(record(one, to_keep(one)), one.path.rpartition("/")[0])


def all_of(report: AnyReport) -> tuple[object, ...]:
    return report.rows, report.totals, [remark.text(Slugs()) for remark in report.remarks]


def same_answers(some: Sequence[Election]) -> None:
    """The questions that are answered from outlines, of elections as they were read and as they were kept."""
    again = [kept(one) for one in some]
    for analysis in (margins, elections_of, ties, turnout):
        fresh, from_outlines = analysis(*some), analysis(*again)
        assert all_of(from_outlines) == all_of(fresh)
    for within, pct in ((0, None), (5, None), (None, 1.5), (100, 2), (None, None)):
        near, near_again = (close_seats(*e, within=within, within_pct=pct) for e in (some, again))
        assert all_of(near_again) == all_of(near)
    for name in ("smith", "ann", "o'n"):
        assert all_of(find(name, *again)) == all_of(find(name, *some))


def test_shipped_elections_answer_alike(shipped: Store) -> None:
    slugs = shipped.slugs[:: max(1, len(shipped.slugs) // 40)]
    same_answers([shipped.election(slug) for slug in slugs])


@given(st.lists(contests(), min_size=1, max_size=4))
def test_any_election_answers_alike(wards: list[Ward]) -> None:
    named = [replace(ward, slug=f"w{n}") for n, ward in enumerate(wards)]
    same_answers([replace(election(*named), path="x/election.yaml")])


def test_an_outline_that_is_kept_is_the_one_that_is_worked_out(shipped: Store) -> None:
    one = shipped.election("barnet-2018")
    ((_, outlines),) = outlined([kept(one)])
    assert list(outlines) == [outline(ward) for ward in one.wards]
