"""The shipped files as text, without the program's reader: what was worked out, and what nobody can see."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

import pytest

RESULTS = Path(__file__).parents[2] / "results"
_BALLOTS = re.compile(
    r"valid: (\d+), rejected: {no_official_mark: (\d+), too_many_votes: (\d+), voter_identified: (\d+), "
    r"unmarked_or_void: (\d+)}, (?:rejected_in_part: \d+, )?at_count: (\d+)}"
)


@pytest.fixture(scope="module")
def shipped_files() -> list[Path]:
    return [*RESULTS.rglob("*.yaml")]


def test_valid_papers_that_were_worked_out_are_all_papers_less_the_four_heads(shipped_files: list[Path]) -> None:
    """London 2022: 305 wards print no total of rejected papers beside heads; in two the votes contradict the rest."""
    files = [path for path in shipped_files if path.parent.name == "2022"]
    found = [text for path in files if "valid: papers less four heads" in (text := path.read_text(encoding="utf-8"))]
    assert len(found) == 305 - 2
    for text in found:
        ballots = _BALLOTS.search(text)
        assert ballots is not None
        valid, *heads, total = map(int, ballots.groups())
        assert valid == total - sum(heads)
        assert sum(heads) > 0


def test_nothing_in_the_store_is_invisible(shipped_files: list[Path]) -> None:
    """No zero-width letter, no mark of direction, no blank but the plain one, no control but the end of a line."""
    seen = {
        f"{path.relative_to(RESULTS).as_posix()}: U+{ord(letter):04X}"
        for path in [*shipped_files, *RESULTS.rglob("*.md")]
        for letter in set(path.read_text(encoding="utf-8")) - {" ", "\n"}
        if unicodedata.category(letter) in ("Cc", "Cf", "Co", "Cn", "Zs", "Zl", "Zp")
    }
    assert seen == set()
    assert len(shipped_files) > 2000
