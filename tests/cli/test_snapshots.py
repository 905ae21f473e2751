"""Every command in every format, as plain files to read.

Made anew by ``UPDATE_SNAPSHOTS=1 python -m pytest tests/cli/test_snapshots.py``; look at the difference before
it is committed.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from wardcheck.cli.main import run

FOLDER = Path(__file__).parent / "snapshots"

COMMANDS = {
    "margins-barnet-2018": ["margins", "barnet-2018"],
    "margins-hertsmere-2019": ["margins", "hertsmere-2019"],
    "margins-of-two": ["margins", "barnet-2014", "barnet-2018", "--limit", "5"],
    "ward-high-barnet": ["ward", "barnet-2018", "high-barnet"],
    "ward-kenilworth": ["ward", "hertsmere-2019", "borehamwood-kenilworth"],
    "elections": ["elections", "hertsmere-2019", "barnet-2018", "barnet-2014"],
    "import": ["import", "leap", "tests/cli/town.csv", "--date", "2018-05-03", "--dry-run"],
}
FORMATS = ("tsv", "csv", "json", "jsonl", "md")
WIDTHS = (40, 80, 120, 200)


def compare(name: str, text: str) -> None:
    path = FOLDER / name
    if os.environ.get("UPDATE_SNAPSHOTS"):
        path.write_text(text, encoding="utf-8")
    assert text == path.read_text(encoding="utf-8")


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("name", COMMANDS)
def test_format(name: str, form: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run([*COMMANDS[name], "-f", form]) == 0
    printed = capsys.readouterr()
    assert printed.err == ""
    compare(f"{name}.{form}", printed.out)


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("name", COMMANDS)
def test_table(name: str, width: int, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    assert run([*COMMANDS[name], "-f", "table"]) == 0
    printed = capsys.readouterr()
    assert printed.err == ""
    compare(f"{name}.{width}.txt", printed.out)


def test_no_snapshot_is_left_over() -> None:
    expected = {f"{name}.{form}" for name in COMMANDS for form in FORMATS}
    expected |= {f"{name}.{width}.txt" for name in COMMANDS for width in WIDTHS}
    assert {path.name for path in FOLDER.iterdir()} == expected
