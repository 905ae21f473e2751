"""The page for readers says what the program says: each verdict, each claim in its words, and no figure of its own."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from wardcheck.claims import Judged

PAGE = (Path(__file__).parents[2] / "docs" / "claims.md").read_text(encoding="utf-8")
ROWS = {cells[3].strip("`"): cells for line in PAGE.splitlines() if (cells := line.strip("| ").split(" | "))[3:]}
NUMBER = re.compile(r"[0-9]+(?:,[0-9]{3})*(?:\.[0-9]+)?")


def numbers(text: str) -> set[str]:
    return {found.replace(",", "") for found in NUMBER.findall(text)}


def test_each_claim_has_a_row(by_claim: dict[str, Judged]) -> None:
    assert sorted(name for name in ROWS if name != "Name" and not name.startswith("-")) == sorted(by_claim)


@pytest.mark.parametrize("name", sorted(name for name in ROWS if "-" in name.strip("-")))
def test_the_row_says_what_the_program_says(name: str, by_claim: dict[str, Judged]) -> None:
    row, (verdict, wrote, found, _) = by_claim[name].row, ROWS[name]
    assert verdict == row.verdict
    assert wrote.startswith(row.words)
    note = by_claim[name].claim.note or ""
    known = numbers(" ".join((row.found, row.why, row.said, row.words, note)))
    known |= {str(abs(int(float(number)))) for number in known}
    assert numbers(found) - {"2014", "2018", "2022", "2015"} <= known, (row.found, row.why)
