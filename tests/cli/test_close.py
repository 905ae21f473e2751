"""``wardcheck close`` as it is run."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import fields

import pytest
from analysis.builders import contest, election, stood, won
from conftest import MakeStore

from cli.test_contract import columns_of
from wardcheck.analysis.close import CloseRow
from wardcheck.cli.completion import complete_parties
from wardcheck.cli.main import run
from wardcheck.model import Ballots

COLUMNS = columns_of("close")
HIGH_BARNET = (
    "barnet-2018\thigh-barnet\t1\tRobert Teare\tcon\t2605\tAmy Trevethan\tlab\t2604\t1\t0.0156\t2\t1\tvotes\ttrue"
)


NOTHING = "wardcheck: The closest is high-barnet, con over lab by 1.\n"


def printed(capsys: pytest.CaptureFixture[str], *arguments: str, err: str = "") -> str:
    assert run(["close", *arguments]) == 0
    captured = capsys.readouterr()
    assert captured.err == err
    return captured.out


def cells(text: str, *names: str) -> list[list[str]]:
    head, *lines = [line.split("\t") for line in text.splitlines()]
    return [[line[head.index(name)] for name in names] for line in lines]


def refused(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    assert run(["close", *arguments]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    return err


def test_columns_and_first_row(capsys: pytest.CaptureFixture[str]) -> None:
    assert [field.name for field in fields(CloseRow)] == COLUMNS
    assert printed(capsys, "barnet-2018").splitlines()[:2] == ["\t".join(COLUMNS), HIGH_BARNET]


def test_every_format(capsys: pytest.CaptureFixture[str]) -> None:
    (row,) = json.loads(printed(capsys, "barnet-2018", "--within", "1", "-f", "json"))
    assert list(row) == COLUMNS
    assert (row["margin"], row["margin_pct"], row["to_win"], row["to_switch"]) == (1, 0.0156, 2, 1)
    (line,) = printed(capsys, "barnet-2018", "--within", "1", "-f", "jsonl").splitlines()
    assert json.loads(line) == row
    assert printed(capsys, "barnet-2018", "-f", "csv").splitlines()[1] == HIGH_BARNET.replace("\t", ",")
    assert printed(capsys, "barnet-2018", "-f", "md").splitlines()[2] == f"| {HIGH_BARNET.replace(chr(9), ' | ')} |"
    assert json.loads(printed(capsys, "hertsmere-2019", "--within", "5", "-f", "json"))[0]["margin_pct"] is None


def test_the_line_of_the_recipe(capsys: pytest.CaptureFixture[str]) -> None:
    rows = json.loads(printed(capsys, "--region", "london", "--year", "2018", "--within", "2", "-f", "json"))
    assert [row["ward"] for row in rows] == [
        *("nonsuch", "high-barnet", "mortlake-and-barnes-common", "childs-hill", "northumberland-heath")
    ]


def test_thresholds(capsys: pytest.CaptureFixture[str]) -> None:
    def margins(*options: str) -> list[str]:
        return [margin for (margin,) in cells(printed(capsys, "barnet-2018", *options), "margin")]

    assert margins() == ["1", "2", "7", "30", "52", "81"]
    assert margins("--within", "7") == ["1", "2", "7"]
    assert printed(capsys, "barnet-2018", "--within", "0", "--no-header", err=NOTHING) == ""
    # 7 of 5,596 papers are 0.1251 %, 2 of 5,815 are 0.0344 %
    assert margins("--within-pct", "0.13") == ["1", "2", "7"]
    assert margins("--within-pct", "0.12") == ["1", "2"]
    assert margins("--within", "1", "--within-pct", "0.12") == ["1"]
    assert margins("--within", "7", "--limit", "2") == ["1", "2"]
    assert margins("--within", "7", "--reverse") == ["7", "2", "1"]


def test_a_party_has_its_targets_and_then_its_defences(capsys: pytest.CaptureFixture[str]) -> None:
    out = printed(capsys, "barnet-2018", "--within", "30", "--party", "con")
    assert cells(out, "ward", "holder_party", "challenger_party", "margin") == [
        ["childs-hill", "lab", "con", "2"],
        ["brunswick-park", "lab", "con", "7"],
        ["high-barnet", "con", "lab", "1"],
        ["east-barnet", "con", "lab", "30"],
    ]


def test_one_ward(capsys: pytest.CaptureFixture[str]) -> None:
    out = printed(capsys, "barnet-2014", "barnet-2018", "--ward", "childs-hill", "--within", "5")
    assert {ward for _, ward in cells(out, "election", "ward")} == {"childs-hill"}
    # 652 votes apart
    why = "wardcheck: The closest is hale, con over lab by 652.\n"
    assert printed(capsys, "barnet-2018", "--ward", "hale", "--no-header", err=why) == ""
    text = printed(capsys, "barnet-2018", "--ward", "hale", "-f", "table")
    assert text.startswith("Hale, Barnet, 3 May 2018: 0 seats within 100 votes of another party\n")


def test_an_unknown_party_gets_the_nearest(capsys: pytest.CaptureFixture[str]) -> None:
    assert refused(capsys, "barnet-2018", "--party", "labor").startswith(
        "wardcheck: --party: no party 'labor' in barnet-2018; nearest: lab (Labour Party)"
    )
    assert "nearest: green (" in refused(capsys, "barnet-2018", "--party", "gren")
    there = "con, duma-polska-polish-pride, green, ind, lab, ld, ukip, wep"
    assert f"; there are {there}\n" in refused(capsys, "barnet-2018", "--party", "qqqqqqqqq")
    assert "see parties.yaml" in refused(capsys, "*-2018", "--party", "qqqqqqqqq")


@pytest.mark.parametrize(
    "options",
    [("--within", "-1"), ("--within", "x"), ("--within", "1.5"), ("--within-pct", "-1"), ("--within-pct", "nan"),
     ("--within-pct", "inf"), ("--sort", "margn"), ("--ward", "high-barnt")],
)  # fmt: skip
def test_refused(options: tuple[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    assert "Traceback" not in refused(capsys, "barnet-2018", *options)


def test_nothing_asked_for(capsys: pytest.CaptureFixture[str]) -> None:
    assert "expected an election" in refused(capsys)


def test_unknown_papers_are_told(make_store: MakeStore, capsys: pytest.CaptureFixture[str]) -> None:
    pair = (won("A", "con", 100), stood("B", "lab", 99))
    known = contest(1, *pair, slug="known", ballots=Ballots(valid=200))
    store = make_store(election(known, contest(1, *pair, slug="unknown")))
    assert run(["close", "--all", "--store", str(store), "--within-pct", "1"]) == 0
    out, err = capsys.readouterr()
    assert cells(out, "ward", "margin_pct") == [["known", "0.5"]]
    assert err == (
        "wardcheck: Papers are unknown in 1 of 2 wards, which are not within a percentage of them unless the votes "
        "were level.\n"
    )


def test_a_pipe_loads_neither_rich_nor_pandas() -> None:
    script = (
        "import sys\nfrom wardcheck.cli import main\n"
        "assert main.run(['close', 'barnet-2018']) == 0\n"
        "assert not {'rich', 'pandas', 'numpy'} & {name.partition('.')[0] for name in sys.modules}\n"
    )
    subprocess.run([sys.executable, "-c", script], check=True, capture_output=True, timeout=30)


def test_completion_of_parties(make_store: MakeStore) -> None:
    class Context:
        def __init__(self, store: str) -> None:
            self.params = {"store": store}

    context = Context(str(make_store(election(contest(1, won("A", "con", None), status="unopposed")))))
    assert complete_parties(context, "l") == [("lab", "Labour"), ("ld", "Liberal Democrats")]  # type: ignore[arg-type]
    assert complete_parties(Context("/nowhere"), "l") == []  # type: ignore[arg-type]


def test_the_next_beyond_the_limit_is_a_row_on_request(capsys: pytest.CaptureFixture[str]) -> None:
    """Barnet 2018: High Barnet 1 and Childs Hill 2, then Brunswick Park 7, as a wider limit has it."""
    near = cells(printed(capsys, "barnet-2018", "--within", "2", "--next"), "ward", "margin", "within")
    assert near[-1] == ["brunswick-park", "7", "false"]
    assert {row[2] for row in near[:-1]} == {"true"}
    wider = cells(printed(capsys, "barnet-2018", "--within", "7"), "ward", "margin")
    assert [row[:2] for row in near] == wider
    # nothing is beyond the largest margin of all
    every = printed(capsys, "barnet-2018", "--within", "1000000")
    assert printed(capsys, "barnet-2018", "--within", "1000000", "--next") == every


@pytest.mark.parametrize(
    ("where", "told"),
    [("margin < 40", False), ("challenger_party = lab", False), ("challenger_party = con", True)],
)
def test_what_is_next_is_told_where_it_is_what_was_asked_for(
    where: str, told: bool, capsys: pytest.CaptureFixture[str]
) -> None:
    """Beyond 100 votes East Barnet comes first: a seat of Labour's, 144 ahead of a Conservative."""
    out = printed(capsys, "barnet-2018", "--where", where, "-f", "table")
    assert ("The next is East Barnet, Lab over Con by 144." in out) is told
    assert ("above are of all" in out) is told
    rows = printed(capsys, "barnet-2018", "--where", where, "--next").splitlines()
    assert ("east-barnet\t" in rows[-1] and rows[-1].endswith("false")) is told
