"""Every command as plain files to read: its rows for a script, and its table for a person at two widths.

The other formats say the same as the rows (``test_contract.py``); how each is written is seen of a few commands, and so
is how a table changes from a narrow window to a wide one. Made anew by
``UPDATE_SNAPSHOTS=1 python -m pytest tests/cli/test_snapshots.py``; look at the difference before it is committed.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from rich.cells import cell_len

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
    "slates-barnet-2018": ["slates", "barnet-2018", "--limit", "8"],
    "slates-by-alphabet": ["slates", "barnet-2018", "hertsmere-2019", "--by", "alphabet"],
    "flows-derby-of-lab": ["flows", "derby-2014", "derby-2018", "--party", "lab"],
    "flows-of-a-ward": ["flows", "derby-2014", "derby-2018", "--ward", "spondon"],
    "seats-haringey-2018": ["seats", "haringey-2018"],
    "parties-barnet-2018": ["parties", "barnet-2018"],
    "parties-by-region": ["parties", "barnet-2018", "hertsmere-2019", "--by", "region", "--measure", "all"],
    "control-wandsworth-2018": ["control", "wandsworth-2018"],
    "whatif-wandsworth-2018": ["whatif", "wandsworth-2018", "--between", "lab,con", "--at", "3"],
    "splits-barnet-2018": ["splits", "barnet-2018"],
    "splits-by-party": ["splits", "barnet-2018", "--by", "party", "--limit", "12"],
    "splits-proof": ["splits", "barnet-2018", "--proof", "east-barnet"],
    "ties": ["ties", "bradford-2019", "hertsmere-2019", "north-hertfordshire-2019", "sutton-2018"],
    "relate-barnet-2018": ["relate", "barnet-2018", "--party", "lab", "--with", "jewish/residents"],
    "claims-kenilworth": ["claims", "docs/claims/kenilworth-2019.yaml"],
    "turnout-barnet-2018": ["turnout", "barnet-2018"],
    "turnout-from-croydon-2018": ["turnout", "croydon-2022", "--from", "croydon-2018"],
    "councillors-hertsmere-2019": ["councillors", "hertsmere-2019"],
    "find-rayner": ["find", "rayner", "hackney-2022", "waltham-forest-2014", "waltham-forest-2018", "barnet-2014"],
    "elections": ["elections", "hertsmere-2019", "barnet-2018", "barnet-2014"],
    "import": ["import", "leap", "tests/cli/town.csv", "--date", "2018-05-03", "--dry-run"],
}
EXAMPLES = ("margins-hertsmere-2019", "change-whole-council", "claims-kenilworth")
"""Lots and unknown figures; true, false and signs; and text that needs quotes."""

FORMATS = ("csv", "json", "jsonl", "md")
NARROW, WIDTHS = 40, (80, 200)
OTHER_WIDTHS = (NARROW, 120)

ROWS = [(name, "tsv") for name in COMMANDS] + [(name, form) for name in EXAMPLES for form in FORMATS]
TABLES = [(name, n) for name in COMMANDS for n in WIDTHS] + [(name, n) for name in EXAMPLES for n in OTHER_WIDTHS]


def compare(name: str, text: str) -> None:
    path = FOLDER / name
    if os.environ.get("UPDATE_SNAPSHOTS"):
        path.write_text(text, encoding="utf-8")
    assert text == path.read_text(encoding="utf-8")


@pytest.mark.parametrize(("name", "form"), ROWS)
def test_rows(name: str, form: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run([*COMMANDS[name], "-f", form]) == 0
    printed = capsys.readouterr()
    compare(f"{name}.{form}", printed.out)
    said = FOLDER / f"{name}.stderr"
    if printed.err or said.exists():  # what a script is told beside the rows, which is the same for every format
        compare(said.name, printed.err)


def table(name: str, width: int, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setenv("COLUMNS", str(width))
    assert run([*COMMANDS[name], "-f", "table"]) == 0
    printed = capsys.readouterr()
    assert printed.err == ""
    return printed.out


@pytest.mark.parametrize(("name", "width"), TABLES)
def test_table(name: str, width: int, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    compare(f"{name}.{width}.txt", table(name, width, capsys, monkeypatch))


@pytest.mark.parametrize("name", [name for name in COMMANDS if name not in EXAMPLES])
def test_a_narrow_table_cuts_nothing(
    name: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for line in table(name, NARROW, capsys, monkeypatch).splitlines():
        assert cell_len(line) <= NARROW
        assert line == line.rstrip()
        assert "…" not in line


def test_no_snapshot_is_left_over() -> None:
    expected = {f"{name}.{form}" for name, form in ROWS} | {f"{name}.{width}.txt" for name, width in TABLES}
    left_over = {path.name for path in FOLDER.iterdir()} - expected
    assert left_over <= {f"{name}.stderr" for name in COMMANDS}
