"""The program among other programs: pipes, signals, locales, and what it leaves behind."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from analysis.builders import contest, election, stood, won
from conftest import MakeStore

from cli.conftest import Program


def test_the_module_runs_as_the_command_does(program: Program) -> None:
    done = program("margins", "barnet-2018", "--limit", "1", "--columns", "ward,margin")
    assert (done.returncode, done.stdout, done.stderr) == (0, b"ward\tmargin\nhigh-barnet\t1\n", b"")


def test_exit_codes_reach_the_shell(program: Program) -> None:
    assert program("margins", "barnet-2108").returncode == 2
    assert program("margins", "--bogus").returncode == 2
    assert program("--version").returncode == 0


def test_neither_colour_nor_width_reaches_a_pipe(program: Program) -> None:
    plain = program("margins", "hertsmere-2019")
    forced = program("margins", "hertsmere-2019", FORCE_COLOR="1", COLUMNS="20", TERM="xterm-256color", PY_COLORS="1")
    assert forced.stdout == plain.stdout
    assert b"\x1b" not in plain.stdout


def test_a_table_on_a_pipe_is_as_wide_as_it_needs_to_be(program: Program) -> None:
    done = program("margins", "hertsmere-2019", "-f", "table", COLUMNS=None)
    text = done.stdout.decode()
    assert "Between parties" in text  # the column that goes first where room is short
    assert "\x1b" not in text


def test_a_reader_that_went_away_ends_it_without_a_word() -> None:
    read, write = os.pipe()
    os.close(read)
    command = [sys.executable, "-m", "wardcheck", "margins", "barnet-2018"]
    done = subprocess.run(command, stdout=write, stderr=subprocess.PIPE, check=False)
    os.close(write)
    assert (done.returncode, done.stderr) == (-signal.SIGPIPE, b"")


def test_head_sees_141(make_store: MakeStore) -> None:
    # more than a pipe holds, so that the program is still writing when head is done
    wards = [contest(1, won("A", "con", 9), stood("B", "lab", 8), slug=f"ward-{n}") for n in range(300)]
    store = make_store(election(*wards))
    line = (
        f'"{sys.executable}" -m wardcheck margins --all -f json --store "{store}" | head -1; echo "${{PIPESTATUS[@]}}"'
    )
    done = subprocess.run(["bash", "-c", line], capture_output=True, text=True, check=False)
    assert (done.stdout, done.stderr) == ("[\n141 0\n", "")


def test_ctrl_c() -> None:
    # more than a pipe holds: after the first byte the program waits for room, as it does for any slow reader
    command = [sys.executable, "-m", "wardcheck", "export", "barnet-20*", "-f", "json"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        os.read(process.stdout.fileno(), 1)
        process.send_signal(signal.SIGINT)
        _, err = process.communicate(timeout=20)
    assert process.returncode == 130
    assert b"Traceback" not in err


PLAIN_LOCALE = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}


@pytest.mark.parametrize("form", ["tsv", "json", "table"])
def test_a_name_beyond_ascii_in_a_plain_locale(program: Program, make_store: MakeStore, form: str) -> None:
    store = make_store(election(contest(1, won("Siân ŵ", "con", 9), stood("B", "lab", 8))))
    done = program("ward", "town-2018", "ward", "-f", form, "--store", str(store), **PLAIN_LOCALE)
    assert (done.returncode, done.stderr) == (0, b"")
    assert "Siân ŵ" in done.stdout.decode("utf-8")


def test_an_error_beyond_ascii(program: Program) -> None:
    done = program("margins", "ŵ-2018", LC_ALL="C")
    assert done.returncode == 2
    assert done.stderr.startswith("wardcheck: no election 'ŵ-2018'".encode())


def test_an_error_beyond_ascii_in_a_plain_locale(program: Program) -> None:
    # there the word itself reaches the program in pieces, so that no more can be asked than no traceback
    done = program("margins", "ŵ-2018", **PLAIN_LOCALE)
    assert done.returncode == 2
    assert done.stderr.startswith(b"wardcheck: no election '")
    assert done.stderr.count(b"\n") == 1


def test_nothing_is_written_to_the_home_folder(program: Program, tmp_path: Path, repository: Path) -> None:
    home = tmp_path / "home"
    home.mkdir()
    variables = {"HOME": str(home), "XDG_CACHE_HOME": None, "XDG_CONFIG_HOME": None, "PYTHONDONTWRITEBYTECODE": "1"}
    before = sorted(p.name for p in (repository / "results").iterdir())
    for words in (["margins", "barnet-2018"], ["margins", "barnet-2018", "-f", "table"], ["--help"]):
        assert program(*words, **variables).returncode == 0
    assert list(home.iterdir()) == []
    assert sorted(p.name for p in (repository / "results").iterdir()) == before


@pytest.mark.parametrize("words", [["margins", "barnet-2018"], ["--version"]])
def test_an_output_that_cannot_be_written_is_no_traceback(words: list[str]) -> None:
    command = [sys.executable, "-m", "wardcheck", *words]
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert done.returncode == 2
    assert done.stderr.startswith("wardcheck: ")
    assert done.stderr.endswith("No space left on device\n")
    assert done.stderr.count("\n") == 1


def test_a_closed_output_is_no_traceback() -> None:
    line = f'"{sys.executable}" -m wardcheck margins barnet-2018 >&-'
    done = subprocess.run(["bash", "-c", line], stderr=subprocess.PIPE, text=True, check=False)
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
