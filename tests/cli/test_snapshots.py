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
    "close-of-con": ["close", "barnet-2018", "--party", "con", "--within", "500"],
    "change-barnet-2018": ["change", "barnet-2018"],
    "change-all-measures": ["change", "barnet-2018", "--by", "ward", "--party", "green", "--measure", "all"],
    "change-whole-council": ["change", "redbridge-2018", "--whole-council"],
    "swing-con-ukip": ["swing", "bromley-2018", "--between", "con,ukip"],
    "seats-haringey-2018": ["seats", "haringey-2018"],
    "control-wandsworth-2018": ["control", "wandsworth-2018"],
    "ties": ["ties"],
    "relate-barnet-2018": ["relate", "barnet-2018", "--party", "lab", "--with", "jewish/residents"],
    "claims-kenilworth": ["claims", "docs/claims/kenilworth-2019.yaml"],
    "turnout-barnet-2018": ["turnout", "barnet-2018"],
    "turnout-from-croydon-2018": ["turnout", "croydon-2022", "--from", "croydon-2018"],
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
    compare(f"{name}.{form}", printed.out)
    said = FOLDER / f"{name}.stderr"
    if printed.err or said.exists():  # what a script is told beside the rows, which is the same for every format
        compare(said.name, printed.err)


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
    expected |= {f"{name}.stderr" for name in COMMANDS}
    assert {path.name for path in FOLDER.iterdir()} <= expected
