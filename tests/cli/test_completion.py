"""What the shell is offered on Tab, through the shell's own protocol."""

from __future__ import annotations

from pathlib import Path

import pytest
from analysis.builders import contest, election, stood, won
from conftest import MakeStore

from cli.conftest import Program


@pytest.fixture
def broken_store(make_store: MakeStore) -> Path:
    """Elections whose files nobody can parse: completion has to do without."""
    a, b = won("A", "con", 9), stood("B", "lab", 8)
    store = make_store(
        election(contest(1, a, b, slug="high-barnet"), contest(1, a, b, slug="hale"), slug="barnet-2018"),
        election(contest(1, a, b, slug="hendon"), slug="barnet-2014"),
        election(contest(1, a, b, slug="shenley"), slug="hertsmere-2019"),
    )
    for path in store.rglob("*.yaml"):
        path.write_bytes(b"\xff: [")
    return store


@pytest.mark.parametrize(
    ("line", "offered"),
    [
        ("wardcheck ma", ["margins"]),
        ("wardcheck margins bar", ["barnet-2014", "barnet-2018"]),
        ("wardcheck margins ", ["barnet-2014", "barnet-2018", "hertsmere-2019"]),
        # an election that is on the line is not offered again
        ("wardcheck margins barnet-2018 bar", ["barnet-2014"]),
        ("wardcheck margins zzz", []),
        ("wardcheck margins barnet-2018 --ward h", ["hale", "high-barnet"]),
        ("wardcheck margins '*-2014' --ward h", ["hendon"]),
        ("wardcheck margins --ward h", ["hale", "hendon", "high-barnet"]),
        ("wardcheck margins no-such-2018 --ward h", []),
        ("wardcheck ward bar", ["barnet-2014", "barnet-2018"]),
        ("wardcheck ward barnet-2018 h", ["hale", "high-barnet"]),
        ("wardcheck ward hertsmere-2019 ", ["shenley"]),
        ("wardcheck elections hert", ["hertsmere-2019"]),
        ("wardcheck margins barnet-2018 --sort margin", ["margin", "margin_pct", "margin_of"]),
        ("wardcheck margins barnet-2018 --columns ward,margin", ["ward,margin", "ward,margin_pct", "ward,margin_of"]),
        ("wardcheck margins barnet-2018 --columns margin,margin", ["margin,margin_pct", "margin,margin_of"]),
        ("wardcheck change barnet-2018 --sort votes_c", ["votes_change", "votes_change_pct"]),
        ("wardcheck check --sort pa", ["path"]),
        ("wardcheck margins --year 201", ["2014", "2018", "2019"]),
        ("wardcheck margins --region south-", ["south-east", "south-west"]),
        ("wardcheck margins --region within:kn", []),
        ("wardcheck margins --region within:ken", ["within:kent"]),
    ],
)
def test_offered(line: str, offered: list[str], broken_store: Path, program: Program) -> None:
    done = program(
        _WARDCHECK_COMPLETE="complete_bash",
        COMP_WORDS=line,
        COMP_CWORD=str(len(line.split(" ")) - 1),
        WARDCHECK_STORE=str(broken_store),
    )
    assert done.stderr == b""
    assert done.stdout.decode().split() == offered


def test_the_store_on_the_line_is_the_one(broken_store: Path, program: Program) -> None:
    line = f"wardcheck margins --store {broken_store} hert"
    done = program(_WARDCHECK_COMPLETE="complete_bash", COMP_WORDS=line, COMP_CWORD="4")
    assert done.stdout.decode().split() == ["hertsmere-2019"]


def test_no_store_offers_nothing(program: Program) -> None:
    done = program(
        _WARDCHECK_COMPLETE="complete_bash",
        COMP_WORDS="wardcheck margins b",
        COMP_CWORD="2",
        WARDCHECK_STORE="/nowhere",
    )
    assert (done.stdout, done.stderr) == (b"\n", b"")


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_script_for_the_shell(shell: str, program: Program) -> None:
    done = program(_WARDCHECK_COMPLETE=f"source_{shell}")
    assert done.returncode == 0
    assert b"wardcheck" in done.stdout
    assert done.stderr == b""
