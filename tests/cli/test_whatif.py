"""``wardcheck whatif``: its screens, and where it stops."""

from __future__ import annotations

import json

import pytest
from rich.cells import cell_len

from wardcheck.cli.main import run


def printed(capsys: pytest.CaptureFixture[str], *argv: str, code: int = 0) -> tuple[str, str]:
    assert run(["whatif", *argv]) == code
    return capsys.readouterr()


def test_a_screen(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    out, _ = printed(capsys, "wandsworth-2018", "--between", "lab,con", "--at", "1", "-f", "table")
    lines = out.splitlines()
    # by hand: at 0.09, 0.26, 0.38 and 0.55 Labour wins a seat of the Conservatives each
    assert lines.pop(0) == "Wandsworth, 3 May 2018: a swing of 1 to Lab gives Lab 30, Con 29, others 1; as"
    assert lines[0] == "declared Lab 26, Con 33, others 1."
    # the chart is of the whole curve: 58 seats of Labour's at the right end of the top line, control at 31
    assert lines[2].startswith(" 58 ")
    assert lines[2].endswith("●●●●●")
    assert any(line.startswith(" 31 ┄") for line in lines)
    head = next(n for n, line in enumerate(lines) if "goes to" in line)
    assert [line.split()[0] for line in lines[head + 1 : head + 5]] == ["0.09", "0.26", "0.38", "0.55"]
    assert lines[head + 5] == ""
    assert "Arithmetic, no forecast" in out


@pytest.mark.parametrize("width", [40, 80, 120, 200])
def test_every_line_fits(width: int, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    out, _ = printed(capsys, "barnet-2018", "--between", "lab,con", "-f", "table")
    for line in out.splitlines():
        assert cell_len(line) <= width
        assert line == line.rstrip()


@pytest.mark.parametrize(
    ("argv", "words"),
    [
        (["--between", "lab,ind"], "every independent is a party of one"),
        (["--between", "lab"], "--between: expected two parties"),
        (["--between", "lab,con", "--at", "nan"], "--at: expected points of swing, such as 3 or -1.5, got nan"),
        (["--between", "lab,con", "--at", "1000"], "--at: expected a swing from -100 to 100 points, got 1000"),
    ],
)
def test_where_it_stops(argv: list[str], words: str, capsys: pytest.CaptureFixture[str]) -> None:
    out, err = printed(capsys, "barnet-2018", *argv, code=2)
    assert (out, words in err) == ("", True)


def test_seats_of_thirds_that_were_not_up_are_counted(capsys: pytest.CaptureFixture[str]) -> None:
    out, _ = printed(capsys, "watford-2018", "--between", "lab,ld", "--at", "2", "-f", "json")
    (row,) = json.loads(out)
    # of 36 seats; as declared, 12 were up
    assert (row["ward"], row["seats_a"], row["seats_b"], row["control"]) == ("central", 11, 25, "ld")
