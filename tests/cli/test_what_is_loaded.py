"""A quick answer loads nothing heavy."""

from __future__ import annotations

import subprocess
import sys

_SCRIPT = """
import sys
from wardcheck.cli.main import run
for line in sys.argv[1:]:
    assert run(line.split()) == 0
sys.stderr.write(" ".join(sorted({name.partition(".")[0] for name in sys.modules})))
"""


def loaded(*lines: str) -> set[str]:
    """The top-level modules after these command lines, one after the other in one process."""
    done = subprocess.run([sys.executable, "-c", _SCRIPT, *lines], capture_output=True, text=True, check=True)
    assert done.stdout
    return set(done.stderr.split())


def test_text_for_a_script() -> None:
    lines = [f"margins barnet-2018 -f {form}" for form in ("tsv", "csv", "json", "jsonl", "md")]
    assert not loaded(*lines) & {"pandas", "numpy", "rich", "pydantic"}


def test_a_table_adds_rich_alone() -> None:
    table = loaded("margins barnet-2018 -f table")
    assert "rich" in table
    assert not table & {"pandas", "numpy", "pydantic"}


def test_the_other_commands() -> None:
    assert not loaded("ward barnet-2018 hale", "elections", "--version") & {"pandas", "numpy", "rich"}
