"""``--chart FILE`` on every command that has it."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest

from wardcheck.cli.exit_codes import ExitCode
from wardcheck.cli.main import run

COMMANDS = [
    "margins barnet-2018",
    "close barnet-2018",
    "change barnet-2018",
    "swing barnet-2018 --between lab,con",
    "seats barnet-2018",
    "turnout barnet-2018",
    "turnout barnet-2022 --from barnet-2018",
    "whatif barnet-2018 --between lab,con",
]


@pytest.mark.parametrize("line", COMMANDS)
def test_it_draws_and_prints_the_rows_as_ever(line: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pytest.importorskip("matplotlib")
    assert run(line.split()) == ExitCode.DONE
    plain = capsys.readouterr()
    assert run([*line.split(), "--chart", str(tmp_path / "a.svg")]) == ExitCode.DONE
    assert capsys.readouterr() == plain
    drawn = (tmp_path / "a.svg").read_text(encoding="utf-8")
    assert "Barnet" in drawn
    assert "Source" in drawn


@pytest.mark.parametrize("line", [*COMMANDS, "control barnet-2018", "ward barnet-2018 hale", "elections barnet-2018"])
@pytest.mark.parametrize("form", ["svg", "html"])
def test_what_goes_elsewhere_says_whose_figures_it_is_made_of(
    line: str, form: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run([*line.split(), "-f", form]) == ExitCode.DONE
    shown = " ".join(re.sub(r"<[^>]*>|&#160;", " ", capsys.readouterr().out).split())
    assert "Sources: " in shown
    assert "Andrew Teale (CC BY-SA 3.0 or GFDL)" in shown
    assert "Made with wardcheck." in shown
    run([*line.split(), "-f", "table"])
    table = capsys.readouterr().out
    assert "Andrew Teale" not in table
    assert "Made with wardcheck." not in table


def test_a_png_by_its_ending(tmp_path: Path) -> None:
    pytest.importorskip("matplotlib")
    assert run(["seats", "barnet-2018", "--chart", str(tmp_path / "new" / "a.PNG")]) == ExitCode.DONE
    assert (tmp_path / "new" / "a.PNG").read_bytes().startswith(b"\x89PNG")


def refused(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    assert run(words) == ExitCode.ERROR
    out, err = capsys.readouterr()
    assert out == ""
    return err


def test_what_is_no_picture_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("a.pdf", "a", "svg"):
        message = refused(capsys, "margins", "no-such-election", "--chart", str(tmp_path / name))
        assert message == f"wardcheck: --chart: expected a file that ends in .svg or .png, got '{tmp_path / name}'\n"
    (tmp_path / "folder.svg").mkdir()
    assert "expected a file, got the folder" in refused(capsys, "margins", "x", "--chart", str(tmp_path / "folder.svg"))


def test_what_cannot_be_written_leaves_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pytest.importorskip("matplotlib")
    (tmp_path / "file").write_text("")
    under = tmp_path / "file" / "a.svg"
    assert refused(capsys, "seats", "barnet-2018", "--chart", str(under)).startswith(
        f"wardcheck: {under}: expected to "
    )
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


def test_without_the_library_one_line_says_what_to_install(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "matplotlib", None)
    message = refused(capsys, "margins", "barnet-2018", "--chart", str(tmp_path / "a.svg"))
    expected = "--chart: charts need matplotlib, which is not installed: pip install 'wardcheck[charts]'"
    assert message == f"wardcheck: {expected}\n"
    assert list(tmp_path.iterdir()) == []


def test_no_rows_no_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pytest.importorskip("matplotlib")
    path = tmp_path / "a.svg"
    assert run(["close", "barnet-2018", "--ward", "garden-suburb", "--chart", str(path)]) == ExitCode.DONE
    assert "--chart: no rows to draw, and no file written" in capsys.readouterr().err
    assert not path.exists()


def test_nothing_known_no_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pytest.importorskip("matplotlib")
    path = tmp_path / "a.svg"
    assert run(["turnout", "hertsmere-2019", "--chart", str(path)]) == ExitCode.DONE
    assert "--chart: no figure of these rows is known, and no file written" in capsys.readouterr().err
    assert not path.exists()
