"""``wardcheck flows`` as it is run."""

from __future__ import annotations

import pytest
from rich.cells import cell_len

from wardcheck.cli.main import run

WARNING = "Totals of wards do not tell what individuals did (ecological inference)"


@pytest.mark.parametrize("width", [40, 80, 120, 200])
@pytest.mark.parametrize("options", [[], ["--party", "lab"], ["--ward", "Spondon"], ["--by", "ward"]])
def test_every_line_fits(
    width: int, options: list[str], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    assert run(["flows", "derby-2014", "derby-2018", *options, "-f", "table"]) == 0
    out = capsys.readouterr().out
    assert WARNING[:14] in out
    for line in out.splitlines():
        assert cell_len(line) <= width
        assert line == line.rstrip()


@pytest.mark.parametrize("options", [[], ["--ward", "spondon"], ["--party", "lab", "--limit", "0"], ["-f", "json"]])
def test_a_script_is_warned_whatever_it_asks_for(options: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["flows", "derby-2014", "derby-2018", *options]) == 0
    assert WARNING in capsys.readouterr().err


def test_spondon(capsys: pytest.CaptureFixture[str]) -> None:
    line = ["flows", "derby-2014", "derby-2018", "--ward", "Spondon", "--party", "Labour", "--no-header"]
    columns = "party_to,voters_min,voters_max,voters_from,electors"
    assert run([*line, "--where", "party_to = lab", "--columns", columns]) == 0
    assert capsys.readouterr().out == "lab\t0\t677\t820\t10003\n"


@pytest.mark.parametrize(
    ("argv", "words"),
    [
        (["derby-2014", "derby-2018", "--by", "party", "--ward", "spondon"], "--ward: expected --by ward with it"),
        (["derby-2018", "derby-2014"], "expected the earlier election first"),
        (["barnet-2014", "derby-2018"], "expected two elections of one council"),
        (["derby-2014", "derby-2018", "--party", "plaid"], "--party: "),
    ],
)
def test_where_it_stops(argv: list[str], words: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["flows", *argv]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert words in err


def test_wards_that_were_all_redrawn(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["flows", "barnet-2018", "barnet-2022", "-f", "table"]) == 1
    words = " ".join(capsys.readouterr().out.split())
    assert words.startswith("Barnet, 3 May 2018 to 5 May 2022: 0 of 24 wards compared, bounds alone Totals of wards")
    assert "A ward that was redrawn has no history, even if its name survives." in words
    assert "--whole-council" not in words  # flows has no such option


def test_many_wards_without_a_counterpart_are_counted_until_they_are_asked_for(
    capsys: pytest.CaptureFixture[str],
) -> None:
    line = ["flows", "barnet-2018", "barnet-2022"]
    assert run(line) == 1
    said = capsys.readouterr().err
    assert "21 wards of barnet-2018; --unmatched names them.\n" in said
    assert "high-barnet" not in said
    assert run([*line, "--unmatched"]) == 1
    assert "21 wards of barnet-2018: brunswick-park, burnt-oak, " in capsys.readouterr().err


def test_what_is_so_of_all_wards_names_none(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["flows", "haringey-2014", "haringey-2018", "--limit", "0"]) == 0
    assert "in all 19 wards, where lower bounds are 0" in capsys.readouterr().err
