"""``wardcheck claims --explain``: the working of one claim, and the tables that its figures come from."""

from __future__ import annotations

import shlex
import shutil
from pathlib import Path

import pytest

from wardcheck.claims import Judged
from wardcheck.cli.main import run

FILES = ["docs/claims/conservativehome-2018.yaml", "docs/claims/jvl-2018.yaml", "docs/claims/kenilworth-2019.yaml"]
WORKING = ["claim", "statement", "figure", "said", "measure", "found", "verdict", "command", "reading"]

HOLDS = """\
- id: one-vote
  claim: High Barnet was won by one vote.
  figure: {metric: margin, election: barnet-2018, ward: high-barnet}
  is: 1
"""


def printed(capsys: pytest.CaptureFixture[str], *argv: str, code: int = 0) -> str:
    assert run(["claims", *argv]) == code
    out, err = capsys.readouterr()
    assert err == ""
    return out


def test_working(capsys: pytest.CaptureFixture[str]) -> None:
    lines = printed(capsys, *FILES, "--explain", "tories-added-40000").splitlines()
    assert [line.split("\t") for line in lines] == [
        WORKING,
        [
            *("tories-added-40000", "1", "con change in votes, barnet-2014 to barnet-2018", "over 40,000", "sum"),
            *("+37,424", "fails", "wardcheck change barnet-2014 barnet-2018 --measure sum", ""),
        ],
    ]


def test_explain_prints_the_tables(capsys: pytest.CaptureFixture[str]) -> None:
    out = printed(capsys, *FILES, "--explain", "haringey-seven-lost", "-f", "table")
    working, line, table_ = out.partition("\n  $ wardcheck seats haringey-2018 --from haringey-2014\n\n")
    assert line
    assert working.splitlines()[0] == "haringey-seven-lost: fails"
    assert "fails    6" in working.splitlines()
    assert run(["seats", "haringey-2018", "--from", "haringey-2014", "-f", "table"]) == 0
    assert table_ == capsys.readouterr().out


def test_explain_prints_each_table_once(capsys: pytest.CaptureFixture[str]) -> None:
    out = printed(capsys, *FILES, "--explain", "barnet-2018-seats", "-f", "table")
    assert out.count("$ wardcheck") == 1
    out = printed(capsys, *FILES, "--explain", "west-hendon-double", "-f", "table")
    assert [line for line in out.splitlines() if line.startswith("  $")] == [
        "  $ wardcheck change barnet-2014 barnet-2018 --ward west-hendon --measure sum",
        "  $ wardcheck parties barnet-2018 --ward west-hendon",
    ]


def test_explain_of_another_store(
    tmp_path: Path, repository: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The command is printed, and run, with the store that the user named."""
    store = tmp_path / "my store"
    store.mkdir()
    shutil.copy(repository / "results" / "parties.yaml", store)
    shutil.copytree(repository / "results" / "barnet" / "2018", store / "barnet-2018")
    ward = store / "barnet-2018" / "high-barnet.yaml"
    ward.write_text(ward.read_text(encoding="utf-8").replace("votes: 2605", "votes: 2606"), encoding="utf-8")
    file = tmp_path / "claims.yaml"
    file.write_text(HOLDS, encoding="utf-8")
    monkeypatch.setenv("COLUMNS", "60")
    out = printed(capsys, str(file), "--explain", "one-vote", "--store", str(store), "-f", "table")
    command = out[out.index("$ ") + 2 : out.index("High Barnet, Barnet, 3 May 2018")]
    assert " \\\n    " in command
    assert shlex.split(command.replace("\\\n", "")) == [
        "wardcheck",
        "margins",
        "barnet-2018",
        "--ward",
        "high-barnet",
        "--store",
        str(store),
    ]
    assert "fails" in out
    assert "2,606" in out


def test_formats_for_programs_have_the_command_alone(capsys: pytest.CaptureFixture[str]) -> None:
    for form in ("tsv", "csv", "json", "jsonl", "md"):
        out = printed(capsys, *FILES, "--explain", "haringey-seven-lost", "-f", form)
        assert "wardcheck seats haringey-2018 --from haringey-2014" in out
        assert "$ " not in out


def test_pictures_name_the_commands(capsys: pytest.CaptureFixture[str]) -> None:
    for form in ("svg", "html"):
        out = printed(capsys, *FILES, "--explain", "haringey-seven-lost", "-f", form).replace("&#160;", " ")
        assert "$ wardcheck seats haringey-2018 --from haringey-2014" in out
        assert out.count("<svg") + out.count("<table") == 1


def test_a_table_that_cannot_be_printed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """What the command says of it is said, and the exit code is the command's."""
    file = tmp_path / "claims.yaml"
    file.write_text(HOLDS, encoding="utf-8")
    monkeypatch.setattr(Judged, "commands", ["wardcheck margins barnett-2018"])
    assert run(["claims", str(file), "--explain", "one-vote", "-f", "table"]) == 2
    out, err = capsys.readouterr()
    assert out.endswith("  $ wardcheck margins barnett-2018\n\n")
    assert err.startswith("wardcheck: no election 'barnett-2018'")


def test_explain_an_unknown_claim(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["claims", *FILES, "--explain", "tories-added-4000"]) == 2
    hint = "nearest: tories-added-40000, labour-added-20000, hale-tories-3000"
    assert capsys.readouterr().err == f"wardcheck: --explain: no claim 'tories-added-4000'; {hint}\n"
    assert run(["claims", FILES[2], "--explain", "zzz"]) == 2
    hint = "there are kenilworth-dead-heat, kenilworth-running-mates, hertsmere-narrow-losses, hertsmere-labour-gains, "
    hint += "conservative-dominated, one-vote"
    assert capsys.readouterr().err == f"wardcheck: --explain: no claim 'zzz'; {hint}\n"
    assert run(["claims", *FILES, "--explain", "zzz"]) == 2
    hint = "none of the 65 ids is like it; --columns claim without --explain prints them"
    assert capsys.readouterr().err == f"wardcheck: --explain: no claim 'zzz'; {hint}\n"


def test_explain_an_id_of_two_files(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    one, two = tmp_path / "one.yaml", tmp_path / "two.yaml"
    one.write_text(HOLDS, encoding="utf-8")
    two.write_text(f"# the same\n{HOLDS}", encoding="utf-8")
    assert run(["claims", str(one), str(two), "--explain", "one-vote"]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err == f'{two}:2: id: expected an id of its own, got "one-vote" again (first in {one}:1)\n'
