"""What goes wrong is one clear line on stderr, nothing on stdout, and exit code 2."""

from __future__ import annotations

from pathlib import Path

import pytest
from analysis.builders import contest, election, stood, won
from conftest import MakeStore

from wardcheck import __version__
from wardcheck.cli.main import run


def failure(argv: list[str], capsys: pytest.CaptureFixture[str]) -> str:
    assert run(argv) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert "Traceback" not in err
    assert err.endswith("\n")
    return err


@pytest.mark.parametrize(
    ("argv", "message"),
    [
        (["margins", "barnet-2108"], "no election 'barnet-2108'; nearest: barnet-2018, "),
        (["ward", "barnt-2018", "hale"], "no election 'barnt-2018'; nearest: barnet-2018, "),
        (["elections", "barnet2018"], "no election 'barnet2018'; nearest: barnet-2018, "),
        (["ward", "barnet-2018", "hih-barnet"], "no ward 'hih-barnet' in barnet-2018; nearest: high-barnet"),
        (["ward", "barnet-2018", "Hgh Barnet"], "no ward 'Hgh Barnet' in barnet-2018; nearest: high-barnet"),
        (["ward", "barnet-2018"], "expected a ward of barnet-2018: brunswick-park, "),
        (["ward", "barnet-2018", "qqqqqq"], "no ward 'qqqqqq' in barnet-2018; see: wardcheck margins barnet-2018"),
        (["margins", "barnet-2018", "--ward", "hales"], "no ward 'hales' in barnet-2018; nearest: hale"),
        (["margins", "barnet-201?", "--ward", "hales"], "no ward 'hales' in 2 elections; nearest: hale"),
        (["margins", "barnet-2018", "--sort", "margn"], "no column 'margn'; nearest: margin"),
        (["margins", "barnet-2018", "--columns", "ward,margn"], "no column 'margn'; nearest: margin"),
        (["ward", "barnet-2018", "hale", "--sort", "margin"], "no column 'margin'; columns: rank, candidate, party, "),
        (["margins"], "expected an election, a council, a pattern, --region, --year or --all; see: "),
        (["margins", "barnet-2018", "--all"], "expected elections or --all, got both"),
        (["margins", "barnet-2018", "-f", "table", "--columns", "ward"], "--columns: a table has its own columns"),
        (["margins", "x", "--store", "/nowhere"], "--store: expected a folder with parties.yaml, got '/nowhere'"),
        (["margins", "../../etc/passwd"], "no election '../../etc/passwd'; "),
        (["margins", "/etc"], "no election '/etc'; "),
        (["margins", ".."], "no election '..'; "),
        (["margins", ""], "no election ''; "),
        (["ward", "barnet-2018", "../barnet-2014/hale"], "no ward '../barnet-2014/hale' in barnet-2018; "),
        (["ward", "barnet-2018", "election"], "no ward 'election' in barnet-2018; "),
        (["margins", "*-1066"], "no election matches '*-1066'; "),
    ],
)
def test_message(argv: list[str], message: str, capsys: pytest.CaptureFixture[str]) -> None:
    err = failure(argv, capsys)
    assert err.startswith(f"wardcheck: {message}")
    assert err.count("\n") == 1


def test_a_name_given_cannot_repaint_the_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    err = failure(["margins", "\x1b[31mred\nline"], capsys)
    assert "\x1b" not in err
    assert err.count("\n") == 1


@pytest.mark.parametrize(
    ("argv", "message"),
    [
        (["margins", "--bogus"], "No such option: --bogus"),
        (["margins", "barnet-2018", "--limit", "-1"], "-1 is not in the range x>=0"),
        (["margins", "barnet-2018", "--limit", "few"], "'few' is not a valid int"),
        (["margins", "barnet-2018", "-f", "xml"], "'xml' is not one of"),
        (["ward"], "Missing argument 'ELECTION'"),
        (["ward", "barnet-2018", "hale", "edgware"], "Got unexpected extra argument"),
        (["margin", "barnet-2018"], "No such command 'margin'"),
        (["import", "leap"], "Missing argument 'FILE'"),
    ],
)
def test_usage(argv: list[str], message: str, capsys: pytest.CaptureFixture[str]) -> None:
    err = failure(argv, capsys)
    assert err.startswith("Usage: wardcheck")
    assert message in err


def test_a_malformed_store_is_told_in_full_and_nothing_is_printed(
    make_store: MakeStore, capsys: pytest.CaptureFixture[str]
) -> None:
    good = contest(1, won("A", "con", 9), stood("B", "lab", 8))
    store = make_store(election(good, slug="town-2014"), election(good, slug="town-2018"))
    first, second = store / "town" / "2014" / "ward.yaml", store / "town" / "2018" / "bad.yaml"
    first.write_text("ward: Ward\nseats: NO\nseets: 1\ncandidates: []\nsources: [declared]\n", encoding="utf-8")
    second.write_text("ward: [\n", encoding="utf-8")
    err = failure(["margins", "--all", "--store", str(store)], capsys)
    assert err.splitlines() == sorted(err.splitlines())
    assert [line for line in err.splitlines() if not line.startswith((f"{first}:", f"{second}:"))] == []
    for beginning in (
        f"{first}:2: seats: expected a whole number, got NO",
        f"{first}:3: seets: expected ",
        f"{first}:4: candidates: expected at least one",
        f"{second}:2: syntax: expected YAML, got an error",
    ):
        assert any(line.startswith(beginning) for line in err.splitlines()), beginning


def test_a_broken_election_does_not_stop_a_sound_one(make_store: MakeStore, capsys: pytest.CaptureFixture[str]) -> None:
    good = contest(1, won("A", "con", 9), stood("B", "lab", 8))
    store = make_store(election(good, slug="town-2014"), election(good, slug="town-2018"))
    (store / "town" / "2014" / "ward.yaml").write_text("seats: 0\n", encoding="utf-8")
    assert run(["margins", "town-2018", "--store", str(store)]) == 0
    assert capsys.readouterr().out.count("\n") == 2


@pytest.mark.parametrize("argv", [["-h"], ["--help"], ["margins", "-h"], ["ward", "--help"], ["import", "-h"]])
def test_help(argv: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(argv) == 0
    out, err = capsys.readouterr()
    assert out.startswith("Usage: wardcheck")
    assert err == ""


def test_version(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--version"]) == 0
    assert capsys.readouterr().out == f"wardcheck {__version__}\n"


def test_no_words_at_all_is_a_question_for_help(capsys: pytest.CaptureFixture[str]) -> None:
    assert run([]) == 2
    out, err = capsys.readouterr()
    assert "Usage: wardcheck" in out + err


def test_an_error_is_not_wrapped(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    folder = tmp_path / ("long" * 40)
    err = failure(["margins", "x", "--store", str(folder)], capsys)
    assert str(folder) in err
    assert err.count("\n") == 1
