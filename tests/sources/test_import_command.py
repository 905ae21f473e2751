"""Writing what was read: again and again without harm, and never over a correction."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from sources.conftest import HALE, HENDON, Import

WriteCsv = Callable[[Sequence[Sequence[object]]], Path]
CITY = [["City", "", "Quay", "", "Ed Elm", "LD", 9, 1], ["City", "", "Quay", "", "Fi Fir", "C", 4, 0]]


def files(folder: Path) -> dict[str, bytes]:
    """Content by path within the store, the register left out."""
    return {str(p.relative_to(folder)): p.read_bytes() for p in sorted(folder.rglob("*.yaml")) if p.parent != folder}


def test_it_says_what_it_wrote(write_csv: WriteCsv, do_import: Import) -> None:
    done = do_import(write_csv(HALE + HENDON + CITY))
    assert (done.code, done.err) == (0, "")
    assert done.out.splitlines()[0] == "election\twards\twritten\tunchanged\trefused\tleft_out\tleft_over"
    # a file a ward and election.yaml
    assert done.rows == [["city-2018", "1", "2", "0", "0"], ["town-2018", "2", "3", "0", "0"]]
    assert list(files(done.store)) == [
        "city/2018/election.yaml",
        "city/2018/quay.yaml",
        "town/2018/election.yaml",
        "town/2018/hale.yaml",
        "town/2018/hendon.yaml",
    ]


def test_once_more_changes_nothing(write_csv: WriteCsv, do_import: Import) -> None:
    path = write_csv(HALE + HENDON)
    before = files(do_import(path).store)
    again = do_import(path)
    assert again.rows == [["town-2018", "2", "0", "3", "0"]]
    assert (again.code, again.err, files(again.store)) == (0, "", before)


def test_a_corrected_file_is_left_and_the_others_are_written(write_csv: WriteCsv, do_import: Import) -> None:
    path = write_csv(HALE + HENDON)
    folder = do_import(path).store / "town" / "2018"
    corrected = (folder / "hale.yaml").read_text(encoding="utf-8").replace("votes: 80", "votes: 81")
    (folder / "hale.yaml").write_text(corrected, encoding="utf-8")
    (folder / "hendon.yaml").unlink()
    again = do_import(path)
    assert again.code == 2
    assert again.rows == [["town-2018", "2", "1", "1", "1"]]
    assert str(folder / "hale.yaml") in again.err
    assert "--overwrite" in again.err
    assert (folder / "hale.yaml").read_text(encoding="utf-8") == corrected
    assert (folder / "hendon.yaml").is_file()

    told = do_import(path, "--overwrite")
    assert (told.code, told.err) == (0, "")
    assert told.rows == [["town-2018", "2", "1", "2", "0"]]
    assert "votes: 80" in (folder / "hale.yaml").read_text(encoding="utf-8")


def test_a_dry_run_writes_nothing(write_csv: WriteCsv, do_import: Import) -> None:
    done = do_import(write_csv(HALE), "--dry-run")
    assert done.code == 0
    assert done.rows == [["town-2018", "1", "2", "0", "0"]]
    assert files(done.store) == {}


def test_a_dry_run_over_a_correction_says_so(write_csv: WriteCsv, do_import: Import) -> None:
    path = write_csv(HALE)
    file = do_import(path).store / "town" / "2018" / "hale.yaml"
    file.write_text("corrected", encoding="utf-8")
    assert do_import(path, "--dry-run").code == 2
    done = do_import(path, "--dry-run", "--overwrite")
    assert done.rows == [["town-2018", "1", "1", "1", "0"]]
    assert file.read_text(encoding="utf-8") == "corrected"


def test_the_councils_asked_for(write_csv: WriteCsv, do_import: Import) -> None:
    path = write_csv(HALE + CITY)
    assert do_import(path, "--council", "city").rows == [["city-2018", "1", "2", "0", "0"]]
    both = do_import(path, "--council", "Town", "--council", "City", "--dry-run")
    assert sorted(row[0] for row in both.rows) == ["city-2018", "town-2018"]


def test_a_council_asked_for_twice_comes_once(write_csv: WriteCsv, do_import: Import) -> None:
    done = do_import(write_csv(HALE), "--council", "Town", "--council", "town")
    assert done.rows == [["town-2018", "1", "2", "0", "0"]]


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["--council", "Twon"], "expected the council 'twon'"),
        (["--polled", "hendn=2018-06-14"], "'hendn'"),
        (["--polled", "hale"], "--polled: expected WARD=YYYY-MM-DD, got 'hale'"),
        (["--polled", "hale=14 June"], "--polled: expected "),
        (["--kind", "quarters"], "'quarters'"),
    ],
)
def test_what_cannot_be(write_csv: WriteCsv, do_import: Import, options: list[str], message: str) -> None:
    done = do_import(write_csv(HALE), *options)
    assert (done.code, done.out) == (2, "")
    assert message in done.err
    assert files(done.store) == {}


def test_a_previous_election_that_is_no_slug_is_refused(write_csv: WriteCsv, do_import: Import) -> None:
    # written, it would make the whole election unreadable
    done = do_import(write_csv(HALE), "--previous", "Town 2014")
    assert done.code == 2
    assert files(done.store) == {}


def test_a_table_for_a_person(write_csv: WriteCsv, do_import: Import) -> None:
    done = do_import(write_csv(HALE + HENDON), "-f", "table", "--dry-run")
    assert done.out.splitlines()[0] == "1 election, 2 wards: 3 files would be written"


def test_a_store_that_cannot_be_written_is_no_traceback(write_csv: WriteCsv, do_import: Import) -> None:
    path = write_csv(HALE)
    store = do_import(path, "--dry-run").store
    (store / "town").write_text("a file where the folder should be", encoding="utf-8")
    done = do_import(path)
    assert done.code == 2
    assert str(store / "town") in done.err
