"""Each file in ``bad/<kind>/`` is correct but for what its name says, and the text beside it is all that is said of it.

After a deliberate change of a message: ``WARDCHECK_UPDATE_BAD=1 pytest tests/store/test_bad.py``, then read the diff.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from store.examples import READERS, WARD
from wardcheck.errors import DataError
from wardcheck.store.one_value import MAX_TEXT
from wardcheck.store.tree import MAX_BYTES

BAD = Path(__file__).with_name("bad")
FILES = sorted(BAD.glob("*/*.yaml"))


def name_of(path: Path) -> str:
    """``ward/votes-null.yaml``, the same on every machine."""
    return path.relative_to(BAD).as_posix()


def complaint(path: Path) -> str:
    with pytest.raises(DataError) as caught:
        READERS[path.parent.name](path.read_bytes(), f"bad/{name_of(path)}")
    return f"{caught.value}\n"


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_complaint_is_exactly_the_expected_one(path: Path) -> None:
    found = complaint(path)
    expected = path.with_suffix(".txt")
    if "WARDCHECK_UPDATE_BAD" in os.environ:
        expected.write_text(found, encoding="utf-8")
    assert found == expected.read_text(encoding="utf-8")


def test_every_file_has_its_text_and_every_text_its_file() -> None:
    assert {path.with_suffix(".txt") for path in FILES} == set(BAD.glob("*/*.txt"))
    assert {path.parent.name for path in FILES} == set(READERS)


def test_no_two_files_are_alike() -> None:
    names: dict[tuple[str, bytes], str] = {}
    for path in FILES:
        assert names.setdefault((path.parent.name, path.read_bytes()), name_of(path)) == name_of(path)


def test_file_over_the_size_limit_is_not_parsed() -> None:
    data = WARD.encode() + b"#" * MAX_BYTES
    with pytest.raises(DataError) as caught:
        READERS["ward"](data, "x.yaml")
    assert str(caught.value) == f"x.yaml:1: file: expected at most {MAX_BYTES} bytes, got {len(data)}"


def test_file_at_the_size_limit_is_read() -> None:
    READERS["ward"](WARD.encode().ljust(MAX_BYTES, b"#"), "x.yaml")


@pytest.mark.parametrize("quote", ["", '"'], ids=["plain", "quoted"])
def test_text_over_its_limit_is_told_the_limit(quote: str) -> None:
    name = "a" * (MAX_TEXT + 1)
    with pytest.raises(DataError, match=rf"^x\.yaml:1: ward: expected a name of at most {MAX_TEXT} characters, got "):
        READERS["ward"](WARD.replace("Mill Lane", f"{quote}{name}{quote}").encode(), "x.yaml")
