"""A packed store, and a store with a cache, answer as its ward files do; damage is told or mended."""

from __future__ import annotations

import os
import shutil
import stat
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.examples import ELECTION, REGISTER, WARD
from wardcheck.cli.main import run
from wardcheck.errors import DataError
from wardcheck.facts.outline import to_keep
from wardcheck.model import Election
from wardcheck.store import Store, open_store
from wardcheck.store.cache import Cache
from wardcheck.store.layout import CACHE, PACK
from wardcheck.store.packing import pack_store, unpacked
from wardcheck.store.records import from_record, record


def lines_of(election: Election) -> list[object]:
    """What messages need, which equality leaves out."""
    wards = [(ward.path, dict(ward.lines), [c.line for c in ward.candidates]) for ward in election.wards]
    return [election.path, dict(election.lines), *wards]


def test_every_shipped_election_comes_back_whole(shipped: Store) -> None:
    for slug in shipped.slugs:
        election = shipped.election(slug)
        again = from_record(record(election), str(Path(election.path).parent))
        assert again == election
        assert lines_of(again) == lines_of(election)


# -- the pack -----------------------------------------------------------------------------------------


@pytest.fixture(autouse=True)
def three_are_many(monkeypatch: pytest.MonkeyPatch) -> None:
    """So that a store with a cache is small: most of what these tests cost is reading it over and over."""
    monkeypatch.setattr("wardcheck.store.store.MANY", 3)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return root_in(tmp_path)


def root_in(folder: Path) -> Path:
    """A store of enough elections for a cache."""
    root = folder / "results"
    for n in range(4):
        folder = root / f"town{n}" / "2019"
        folder.mkdir(parents=True)
        (folder / "election.yaml").write_text(ELECTION, encoding="utf-8")
        for ward in ("mill-lane", "quay"):
            (folder / f"{ward}.yaml").write_text(WARD, encoding="utf-8")
    (root / "parties.yaml").write_text(REGISTER, encoding="utf-8")
    return root


@pytest.fixture
def installed(root: Path, tmp_path: Path) -> Path:
    folder = tmp_path / "site-packages" / "wardcheck" / "results"
    folder.mkdir(parents=True)
    for path in unpacked(root):
        shutil.copy(path, folder)
    (folder / PACK).write_bytes(b"".join(pack_store(open_store(root), to_keep)))
    return folder


def test_a_packed_store_answers_as_its_ward_files(
    root: Path, installed: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(root.parent)
    for words in (
        ["elections"],
        ["margins", "--all", "-f", "json"],
        ["margins", "town1-*", "town3-2019"],
        ["ward", "town2-2019", "quay"],
        ["export", "--all"],
        ["check"],
        ["margins", "town1-2018"],
        ["ward", "town2-2019", "key"],
    ):
        answers = []
        for store in (Path("results"), installed):
            code = run([*words, "--store", str(store)])
            answers.append((code, *capsys.readouterr()))
        assert answers[0] == answers[1]
    plain, packed = open_store("results"), open_store(installed)
    assert packed.slugs == plain.slugs
    assert packed.ward_slugs("town1-2019") == plain.ward_slugs("town1-2019") == ("mill-lane", "quay")
    assert [lines_of(e) for e in packed.elections()] == [lines_of(e) for e in plain.elections()]
    assert packed.election("town1-2019").wards[0].path == "results/town1/2019/mill-lane.yaml"
    assert not (installed / CACHE).exists()


def test_the_same_store_is_packed_to_the_same_bytes(root: Path) -> None:
    once, again = (b"".join(pack_store(open_store(root), to_keep)) for _ in range(2))
    assert once == again


@pytest.mark.parametrize("at", [0, 30, -30])
def test_a_damaged_pack_is_told(installed: Path, at: int) -> None:
    data = bytearray((installed / PACK).read_bytes())
    data[at] ^= 1
    (installed / PACK).write_bytes(data)
    with pytest.raises(DataError, match=rf"{PACK}:1: file: expected .*; install it again$"):
        open_store(installed).elections()


def test_an_import_into_a_packed_store_is_refused(
    installed: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "leap.csv"
    file.write_text("Town,,Hale,E05000046,Ann Archer,Lab,10,1\nTown,,Hale,E05000046,Bill Baker,Lab,9,0\n", "utf-8")
    before = sorted(installed.iterdir())
    assert run(["import", "leap", str(file), "--date", "2019-05-02", "--store", str(installed)]) == 2
    assert sorted(installed.iterdir()) == before
    assert "Traceback" not in capsys.readouterr().err


# -- the cache ------------------------------------------------------------------------------------------


def aged(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ten seconds later, as far as the cache can tell."""
    monkeypatch.setattr(time, "time_ns", lambda: os.stat(root).st_mtime_ns + 10_000_000_000)  # noqa: PTH116


def answers(root: Path) -> object:
    try:
        return [(e, lines_of(e)) for e in Store(root).elections()]
    except DataError as error:
        return str(error)


def one_by_one(root: Path) -> object:
    """The answer for each election alone, which uses the cache and writes none."""
    found: list[object] = []
    for slug in Store(root).slugs:
        try:
            found.append(lines_of(Store(root).election(slug)))
        except DataError as error:
            found.append(str(error))
    return found


def without_cache(root: Path) -> object:
    shutil.rmtree(root / CACHE, ignore_errors=True)
    return one_by_one(root), answers(root)


def no_parsing(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> object:
        raise AssertionError("a file was parsed")

    monkeypatch.setattr("wardcheck.store.reading.read_election", refuse)


def test_the_second_reading_parses_nothing(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    aged(root, monkeypatch)
    first = answers(root)
    no_parsing(monkeypatch)
    assert answers(root) == first


def test_few_elections_are_not_kept(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    aged(root, monkeypatch)
    Store(root).elections("town1-*", "town2-2019")
    Store(root).election("town3-2019")
    assert not (root / CACHE).exists()


def test_one_election_that_was_kept_is_not_parsed_again(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    aged(root, monkeypatch)
    first = Store(root).election("town1-2019")
    answers(root)
    no_parsing(monkeypatch)
    assert Store(root).election("town1-2019") == first
    assert Store(root).elections("town1-*", "town2-2019")[0] == first
    (root / "town1/2019/quay.yaml").write_text(WARD.replace("987", "986"), encoding="utf-8")
    with pytest.raises(AssertionError, match="a file was parsed"):
        Store(root).election("town1-2019")


def test_young_files_are_not_kept(root: Path) -> None:
    answers(root)
    assert not (root / CACHE).exists()


Change = Callable[[Path], object]
CHANGES: dict[str, Change] = {
    "edited": lambda r: (r / "town1/2019/quay.yaml").write_text(WARD.replace("987", "1987")),
    "edited to the same size": lambda r: (r / "town1/2019/quay.yaml").write_text(WARD.replace("987", "986")),
    "edited with its time put back": lambda r: put_back(r / "town1/2019/quay.yaml"),
    "removed": lambda r: (r / "town1/2019/quay.yaml").unlink(),
    "added": lambda r: (r / "town1/2019/quay-2.yaml").write_text(WARD),
    "renamed": lambda r: (r / "town1/2019/quay.yaml").rename(r / "town1/2019/key.yaml"),
    "exchanged": lambda r: exchange(r / "town1/2019/quay.yaml", r / "town2/2019/quay.yaml"),
    "spoilt": lambda r: (r / "town1/2019/quay.yaml").write_text("seats: no\n"),
    "election edited": lambda r: (r / "town1/2019/election.yaml").write_text(ELECTION.replace("Mill", "Mull")),
    "source renamed": lambda r: (r / "town1/2019/election.yaml").write_text(ELECTION.replace("leap-", "leep-")),
    "party removed": lambda r: (r / "parties.yaml").write_text(REGISTER.replace("con:", "can:")),
    "election removed": lambda r: shutil.rmtree(r / "town1"),
    "election renamed": lambda r: (r / "town1/2019").rename(r / "town1/2018"),
    "moved to the flat layout": lambda r: (r / "town1/2019").rename(r / "town1-2019"),
    "copied to the flat layout": lambda r: shutil.copytree(r / "town1/2019", r / "town1-2019"),
    "stopped import": lambda r: (r / "town1/2019/.unfinished").write_text("quay.yaml"),
    "stray file": lambda r: (r / "town1/2019/notes.txt").write_text("x"),
    "stray folder": lambda r: shutil.copytree(r / "town1/2019", r / "town1/other"),
    "unreadable": lambda r: in_place_of(r / "town1/2019/quay.yaml"),
}


def in_place_of(path: Path) -> None:
    path.unlink()
    path.mkdir()


def put_back(path: Path) -> None:
    found = path.stat()
    path.write_text(WARD.replace("987", "986"), encoding="utf-8")
    os.utime(path, ns=(found.st_atime_ns, found.st_mtime_ns))


def exchange(one: Path, other: Path) -> None:
    one.write_text(WARD.replace("987", "986"), encoding="utf-8")
    aside = one.with_name("aside")
    one.rename(aside)
    other.rename(one)
    aside.rename(other)


@pytest.mark.parametrize("change", CHANGES)
def test_the_cache_never_changes_an_answer(root: Path, change: str, monkeypatch: pytest.MonkeyPatch) -> None:
    aged(root, monkeypatch)
    assert answers(root) == answers(root)
    assert (root / CACHE / PACK).is_file()
    CHANGES[change](root)
    alone, first, second = one_by_one(root), answers(root), answers(root)
    assert first == second
    assert (alone, first) == (one_by_one(root), first) == without_cache(root)


@given(st.lists(st.sampled_from(sorted(CHANGES)), max_size=4))
def test_the_cache_never_changes_an_answer_after_several(changes: list[str]) -> None:
    with TemporaryDirectory() as name, pytest.MonkeyPatch.context() as patch:
        root = root_in(Path(name))
        aged(root, patch)
        answers(root)
        for change in changes:
            try:
                CHANGES[change](root)
            except OSError:  # what it changes is gone
                continue
            alone, with_cache = one_by_one(root), answers(root)
            kept = root / CACHE
            kept.rename(Path(name) / "aside")
            assert (alone, with_cache) == (one_by_one(root), answers(root))
            shutil.rmtree(kept, ignore_errors=True)
            (Path(name) / "aside").rename(kept)


@pytest.mark.parametrize("at", [0, 12, 200, -200, -1])
def test_a_damaged_cache_is_made_again(root: Path, at: int, monkeypatch: pytest.MonkeyPatch) -> None:
    aged(root, monkeypatch)
    first = answers(root)
    file = root / CACHE / PACK
    whole = file.read_bytes()
    alone = one_by_one(root)
    for damaged in (whole[:at], whole[:at] + bytes([whole[at] ^ 1]) + whole[at:][1:], b"", b"[]\n", b"\xff\n"):
        file.write_bytes(damaged)
        assert one_by_one(root) == alone
        assert file.read_bytes() == damaged
        assert answers(root) == first
    assert file.read_bytes() == whole


def test_a_cache_of_another_program_is_not_used(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    aged(root, monkeypatch)
    monkeypatch.setattr("wardcheck.store.cache._program", lambda: "older")
    answers(root)
    monkeypatch.setattr("wardcheck.store.cache._program", lambda: "newer")
    no_parsing(monkeypatch)
    with pytest.raises(AssertionError):
        answers(root)


def test_a_cache_that_cannot_be_written_is_not_missed(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    aged(root, monkeypatch)
    (root / CACHE).write_text("a file in its place", encoding="utf-8")
    assert isinstance(answers(root), list)
    assert stat.S_ISREG((root / CACHE).stat().st_mode)


def test_only_what_changed_is_read_again(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    aged(root, monkeypatch)
    answers(root)
    (root / "town1/2019/quay.yaml").write_text(WARD.replace("987", "986"), encoding="utf-8")
    read: list[str] = []
    real = Store._read

    def noted(store: Store, slug: str) -> Election:
        read.append(slug)
        return real(store, slug)

    monkeypatch.setattr(Store, "_read", noted)
    aged(root / "town1/2019/quay.yaml", monkeypatch)
    answers(root)
    assert read == ["town1-2019"]
    read.clear()
    answers(root)
    assert read == []
    pack = Cache(root, None)._pack
    assert pack is not None
    assert sorted(pack.folders) == sorted(Store(root).slugs)


def test_ward_files_by_hand_have_fields_that_a_record_keeps(root: Path) -> None:
    election = Store(root).election("town1-2019")
    assert from_record(record(replace(election, notes="a note\nof two lines")), "x").notes == "a note\nof two lines"
