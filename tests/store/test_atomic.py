"""A file of the store is old or new, whatever happens to the program that writes it."""

from __future__ import annotations

import os
import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from store.examples import make_store
from wardcheck.errors import WardcheckError
from wardcheck.store import Store
from wardcheck.store.atomic import write_whole

OLD = "old\n" * 20_000
NEW = "new\n" * 50_000


def names(folder: Path) -> list[str]:
    return sorted(p.name for p in folder.iterdir())


def test_it_replaces_the_file(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "x.yaml"
    write_whole(path, OLD)
    write_whole(path, "Siân Ŵyn\n")
    assert path.read_bytes() == "Siân Ŵyn\n".encode()
    assert path.stat().st_mode & 0o777 == 0o644
    assert names(path.parent) == ["x.yaml"]


@pytest.mark.parametrize("failing", ["fsync", "replace"])
@pytest.mark.parametrize("error", [OSError("disk full"), KeyboardInterrupt()])
def test_an_exception_leaves_the_old_file_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, failing: str, error: BaseException
) -> None:
    path = tmp_path / "x.yaml"
    path.write_text(OLD, encoding="utf-8")

    def fail(*_: object) -> None:
        raise error

    monkeypatch.setattr(Path if failing == "replace" else os, failing, fail)
    with pytest.raises(WardcheckError if isinstance(error, OSError) else type(error)):
        write_whole(path, NEW)
    assert path.read_text(encoding="utf-8") == OLD
    assert names(tmp_path) == ["x.yaml"]


def test_a_text_that_cannot_be_encoded_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(UnicodeEncodeError):
        write_whole(tmp_path / "x.yaml", "half \ud800")
    assert names(tmp_path) == []


def test_a_folder_in_the_place_of_the_file_stays(tmp_path: Path) -> None:
    (tmp_path / "x.yaml").mkdir()
    with pytest.raises(WardcheckError, match="expected to write it"):
        write_whole(tmp_path / "x.yaml", NEW)
    assert names(tmp_path) == ["x.yaml"]


WRITER = """
import sys
from pathlib import Path
from wardcheck.store.atomic import write_whole

path, *texts = Path(sys.argv[1]), "new\\n" * 50_000, "old\\n" * 20_000
print("ready", flush=True)
while True:
    for text in texts:
        write_whole(path, text)
"""


def test_a_kill_at_any_moment_leaves_old_or_new(tmp_path: Path) -> None:
    path = make_store(tmp_path, "barnet-2018") / "barnet-2018" / "x.yaml"
    path.write_text(OLD, encoding="utf-8")
    moments = random.Random(2018)  # noqa: S311  no secret
    seen: set[str] = set()
    begun = time.monotonic()
    # where every kill came before the first write was done there is more to see
    while (time.monotonic() < begun + 1.5 or NEW not in seen) and time.monotonic() < begun + 30:
        writer = subprocess.Popen([sys.executable, "-c", WRITER, str(path)], stdout=subprocess.PIPE)
        with writer:
            assert writer.stdout is not None
            assert writer.stdout.readline() == b"ready\n"
            time.sleep(moments.uniform(0, 0.05))
            writer.kill()
        text = path.read_text(encoding="utf-8")
        assert text in (OLD, NEW)
        seen.add(text)
    assert NEW in seen  # else every kill came before the first write was done
    left = [name for name in names(path.parent) if name not in ("election.yaml", "mill-lane.yaml", "x.yaml")]
    assert all(name.startswith(".x.yaml.") for name in left)
    path.unlink()
    assert [w.slug for w in Store(tmp_path).election("barnet-2018").wards] == ["mill-lane"]
