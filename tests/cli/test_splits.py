"""``wardcheck splits``: its screens, and where it stops."""

from __future__ import annotations

import pytest
from analysis.builders import contest, election, stood, won
from conftest import MakeStore
from rich.cells import cell_len

from wardcheck.cli.main import run
from wardcheck.model import Ballots


def printed(capsys: pytest.CaptureFixture[str], *argv: str, code: int = 0) -> tuple[str, str]:
    assert run(["splits", *argv]) == code
    return capsys.readouterr()


def test_a_screen(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    lines = printed(capsys, "barnet-2018", "-f", "table", "--limit", "1")[0].splitlines()
    assert lines.pop(0) == "Barnet, 3 May 2018: at least 2,150 of 110,378 papers were split between parties;"
    assert lines[0] == "1 of 21 wards shown"
    # 371 of 4,768 papers are 0.078 of the bar's 24 cells, 1.9 of them; all of them may have been split
    assert lines[3].split() == ["West", "Finchley", "4,768", "371–4,768", "█▉" + 22 * "░", "0–356", "4,055–4,411"]
    assert "Papers of all wards are all at the count" in " ".join(lines)


@pytest.mark.parametrize("width", [40, 80, 120, 200])
@pytest.mark.parametrize("options", [[], ["--by", "party"], ["--proof", "high-barnet"]])
def test_every_line_fits(
    width: int, options: list[str], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    for line in printed(capsys, "barnet-2018", *options, "-f", "table")[0].splitlines():
        assert cell_len(line) <= width
        assert line == line.rstrip()


def test_the_party_that_a_headline_is_of(capsys: pytest.CaptureFixture[str]) -> None:
    out, _ = printed(capsys, "barnet-2018", "--by", "party", "--ward", "east-barnet", "-f", "table")
    assert " ".join(out.split()).startswith(
        "East Barnet, Barnet, 3 May 2018: at least 84 of 498 papers with Green had a vote for another party too"
    )


def test_the_line_of_a_proof(capsys: pytest.CaptureFixture[str]) -> None:
    words = " ".join(printed(capsys, "barnet-2018", "--proof", "East Barnet", "-f", "table")[0].split())
    assert words.startswith("East Barnet, Barnet, 3 May 2018: at least 131 papers were split between parties")
    assert "The line: 498 + (5,018 + 4,794 + 662) / 2 − 5,604 = 131." in words
    assert "Lab, Con, LD: 1/2 for 1, 1 for 2, 1 for 3." in words
    words = " ".join(printed(capsys, "barnet-2018", "--proof", "high-barnet", "-f", "table")[0].split())
    assert "(5,556 + 4,990 + 1,158 + 753) / 2 − 6,411 = 288 1/2, and papers are whole: 289." in words


def test_totals_of_parties(capsys: pytest.CaptureFixture[str]) -> None:
    out, _ = printed(capsys, "barnet-2018", "--by", "party", "--total")
    totals = [line.split("\t") for line in out.splitlines() if not line.split("\t")[1]]
    assert "green" in {row[2] for row in totals}
    assert "ind" not in {row[2] for row in totals}


def test_papers_that_cannot_be_are_refused_by_name(capsys: pytest.CaptureFixture[str], make_store: MakeStore) -> None:
    ward = contest(2, won("A", "con", 9), stood("B", "lab", 5), stood("C", "lab", 4), ballots=Ballots(valid=8))
    store = str(make_store(election(ward)))
    out, err = printed(capsys, "town-2018", "--store", store, code=1)
    assert (out.count("\n"), "(9 votes for one candidate on 8 papers): ward.\n" in err) == (1, True)
    _, err = printed(capsys, "town-2018", "--store", store, "--proof", "ward", code=1)
    assert "ward: the figures cannot be so" in err
    lines = printed(capsys, "town-2018", "--store", store, "-f", "table", code=1)[0].splitlines()
    assert lines[0] == "Ward, Town, 3 May 2018: no ward has what it takes"


@pytest.mark.parametrize(
    ("argv", "words"),
    [
        (["barnet-2018", "--proof", "hale", "--by", "party"], "--proof: expected none of --by, --ward and --total"),
        (["barnet-2018", "barnet-2014", "--proof", "hale"], "--proof: expected one election with it, got 2"),
        (["--all", "--proof", "hale"], "--proof: expected one election with it, got --all"),
        (["barnet-2018", "--proof", "hail"], "no ward 'hail' in barnet-2018"),
        (["barnet-2018", "--by", "seat"], "'seat'"),
    ],
)
def test_where_it_stops(argv: list[str], words: str, capsys: pytest.CaptureFixture[str]) -> None:
    out, err = printed(capsys, *argv, code=2)
    assert out == ""
    assert words in err
