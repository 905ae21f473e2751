"""An election is written whole, or its folder is refused by name; what the store would refuse is known before."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from wardcheck.errors import DataError, WardcheckError
from wardcheck.model import Candidacy, Election, Party, Source, Ward
from wardcheck.store import Store
from wardcheck.store.readback import refusals
from wardcheck.store.unfinished import MARKER
from wardcheck.store.writing import write_election

PARTIES = {"con": Party("con", "Conservative", "Con", "#0087DC"), "lab": Party("lab", "Labour", "Lab", "#E4003B")}
REGISTER = "".join(f'{p.slug}: {{name: {p.name}, short: {p.short}, colour: "{p.colour}"}}\n' for p in PARTIES.values())
WARDS = ("hale", "hendon", "quay")


def ward(slug: str, votes: int = 90) -> Ward:
    people = (Candidacy("Ann Ash", "con", votes, True, line=7), Candidacy("Bob Birch", "lab", 80, line=8))
    return Ward(slug, slug.title(), 1, people, ("leap-2018",), path="leap.csv", lines={"ward": 7})


def town(votes: int = 90, wards: tuple[str, ...] = WARDS) -> Election:
    source = Source("leap-2018", "Results")
    return Election(
        "town-2018", "Town", date(2018, 5, 3), {source.key: source}, wards=tuple(ward(w, votes) for w in wards)
    )


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "parties.yaml").write_text(REGISTER, encoding="utf-8")
    return tmp_path


def votes(root: Path) -> set[int | None]:
    return {w.candidates[0].votes for w in Store(root).election("town-2018").wards}


def hidden(root: Path) -> list[str]:
    return [path.name for path in (root / "town" / "2018").iterdir() if path.name.startswith(".")]


def test_a_full_disk_leaves_the_old_election(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_election(root, town(90))
    room = iter([None, None])

    def full(_: int) -> None:
        if next(room, "full") == "full":
            raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(WardcheckError, match="No space left on device"):
        write_election(root, town(95), overwrite=True)
    assert (votes(root), hidden(root)) == ({90}, [])


@pytest.mark.parametrize("renamed", [1, 2, 3])
@pytest.mark.parametrize("old", [True, False], ids=["over an old election", "into a new folder"])
def test_stopped_between_two_files(root: Path, monkeypatch: pytest.MonkeyPatch, renamed: int, old: bool) -> None:
    if old:
        write_election(root, town(90))
    count = iter(range(99))
    rename = Path.replace

    def stop(self: Path, target: Path) -> Path:
        if next(count) > renamed:  # the first is the mark
            raise KeyboardInterrupt
        return rename(self, target)

    monkeypatch.setattr(Path, "replace", stop)
    if old:
        with pytest.raises(KeyboardInterrupt):
            write_election(root, replace(town(95), notes="again"), overwrite=True)
    else:
        with pytest.raises(KeyboardInterrupt):
            write_election(root, replace(town(95), notes="again"))
    monkeypatch.undo()

    folder = root / "town" / "2018"
    message = f"{folder}:1: folder: expected a whole election, got one whose import was stopped half-way"
    for read in (lambda: Store(root).election("town-2018"), lambda: Store(root).elections("*"), Store(root).elections):
        with pytest.raises(DataError) as caught:
            read()
        assert str(caught.value).startswith(message)

    # what was about to be replaced is no correction, so that the next import needs no --overwrite
    (folder / ".hale.yaml.left.tmp").write_text("half", encoding="utf-8")
    done = write_election(root, replace(town(95), notes="again"))
    assert done.refused == []
    assert (votes(root), hidden(root)) == ({95}, [])


def test_an_old_correction_is_still_one_after_a_stop(root: Path) -> None:
    write_election(root, town(90))
    folder = root / "town" / "2018"
    (folder / MARKER).write_text("quay.yaml\nelection.yaml", encoding="utf-8")
    done = write_election(root, town(95))
    assert sorted(path.name for path in done.refused) == ["hale.yaml", "hendon.yaml"]
    assert (votes(root), hidden(root)) == ({90, 95}, [])


def test_files_that_stay_keep_their_sources(root: Path) -> None:
    """Written by one publication, then by another that lacks a ward of it: the folder is read as it stands."""
    write_election(root, town())
    other = Source("notice", "Notice of poll")
    wards = tuple(replace(w, sources=("notice",)) for w in town(wards=("hale", "hendon")).wards)
    again = replace(town(), sources={"notice": other}, wards=wards)
    write_election(root, again, overwrite=True, keep=frozenset({"quay"}))
    found = Store(root).election("town-2018")
    assert [(w.slug, w.sources) for w in found.wards] == [
        ("hale", ("notice",)),
        ("hendon", ("notice",)),
        ("quay", ("leap-2018",)),
    ]
    assert list(found.sources) == ["notice", "leap-2018"]
    # once no file of it is left, its source goes
    write_election(root, again, overwrite=True)
    assert list(Store(root).election("town-2018").sources) == ["notice"]


def test_nothing_is_written_beside_a_file_that_cannot_be_read(root: Path) -> None:
    write_election(root, town())
    folder = root / "town" / "2018"
    (folder / "quay.yaml").write_text("ward: Quay\n", encoding="utf-8")
    with pytest.raises(DataError, match=f"{folder}/quay.yaml:"):
        write_election(root, town(95, ("hale", "hendon")), overwrite=True, keep=frozenset({"quay"}))
    assert "votes: 90" in (folder / "hale.yaml").read_text(encoding="utf-8")


def test_no_ward_is_written_under_an_election_yaml_that_is_refused(root: Path) -> None:
    write_election(root, town(wards=("hale",)))
    done = write_election(root, replace(town(), notes="another"))
    assert ([path.name for path in done.refused], done.written) == (["election.yaml"], [])
    assert [w.slug for w in Store(root).election("town-2018").wards] == ["hale"]


def test_a_stopped_import_is_no_leave_to_remove(root: Path) -> None:
    """The mark lists a file that the next import has not: it stays until somebody says so."""
    write_election(root, town())
    folder = root / "town" / "2018"
    (folder / MARKER).write_text("quay.yaml", encoding="utf-8")
    done = write_election(root, town(wards=("hale", "hendon")))
    assert [path.name for path in done.left_over] == ["quay.yaml"]
    assert len(Store(root).election("town-2018").wards) == 3
    (folder / MARKER).write_text("quay.yaml", encoding="utf-8")
    assert [path.name for path in write_election(root, replace(town(wards=("hale",)), notes="x")).refused] == [
        "election.yaml"
    ]
    assert (folder / MARKER).exists()  # it says nothing whole, for what is refused was not finished


def test_left_over_wards(root: Path) -> None:
    write_election(root, town())
    fewer = town(wards=("hale", "hendon"))
    assert [path.name for path in write_election(root, fewer).left_over] == ["quay.yaml"]
    assert write_election(root, fewer, keep=frozenset({"quay"}), overwrite=True).left_over == []
    assert len(Store(root).election("town-2018").wards) == 3
    write_election(root, fewer, overwrite=True, dry_run=True)
    assert len(Store(root).election("town-2018").wards) == 3
    write_election(root, fewer, overwrite=True)
    assert [w.slug for w in Store(root).election("town-2018").wards] == ["hale", "hendon"]


HOLDER = """
import sys
from pathlib import Path
from wardcheck.store.lock import locked

with locked(Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.readline()
"""


def test_two_writers_wait_for_each_other(root: Path) -> None:
    other = subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(root)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    told = []
    with other:
        assert other.stdin is not None
        assert other.stdout is not None
        assert other.stdout.readline() == "held\n"

        def waiting() -> None:
            told.append("waiting")
            assert not (root / "town" / "2018").exists()
            assert other.stdin is not None
            other.stdin.write("go\n")
            other.stdin.flush()

        write_election(root, town(), waiting=waiting)
    assert told == ["waiting"]
    assert votes(root) == {90}


# -- what the store would refuse -----------------------------------------------------------------------


def test_a_sound_election_has_no_refusals() -> None:
    assert refusals(town(), PARTIES) == []


@pytest.mark.parametrize(
    ("change", "line", "message"),
    [
        ({"gss": "E05\x1b[31m"}, 7, "Hale: gss: expected printable characters, got the control character U+001B"),
        ({"seats": 21}, 7, "Hale: seats: expected a whole number from 1 to 20, got 21"),
        ({"sources": ("leap-2019",)}, 7, "Hale: sources: expected a source of election.yaml"),
        ({"slug": "../hale"}, 7, "Hale: slug: expected a name that can name a file, got '../hale'"),
        ({"slug": "election"}, 7, "Hale: slug: expected a name that can name a file, got 'election'"),
        ({"slug": ""}, 7, "Hale: slug: expected a name that can name a file, got ''"),
        ({"slug": "hendon"}, 7, "Hale: slug: expected a file of its own, got hendon.yaml for Hendon as well"),
        (
            {"candidates": (Candidacy("A", "con", 9, True, line=7), Candidacy("B", "ukip", 8, line=9))},
            9,
            "Hale: party: ",
        ),
        ({"candidates": (Candidacy("A", "con", 9, True, line=7), Candidacy(" ", "lab", 8, line=9))}, 9, "Hale: name: "),
    ],
)
def test_a_refusal_names_the_row_of_the_source(change: dict[str, object], line: int, message: str) -> None:
    changed = replace(ward("hale"), **change)  # type: ignore[arg-type]
    election = town()
    found = refusals(replace(election, wards=(changed, *election.wards[1:])), PARTIES)
    assert (found[0].path, found[0].line) == ("leap.csv", line)
    assert found[0].message.startswith(message)


@pytest.mark.parametrize(
    "change", [{"slug": "../town"}, {"organisation": "To/wn"}, {"previous": "Town 2014"}, {"council": "To\nwn"}]
)
def test_an_election_that_would_be_refused(change: dict[str, object]) -> None:
    assert refusals(replace(town(), **change), PARTIES) != []  # type: ignore[arg-type]
