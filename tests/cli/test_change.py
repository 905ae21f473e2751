"""``wardcheck change``: its formats, and what it says of wards that it cannot compare."""

from __future__ import annotations

import csv
import io
import json
import re
from dataclasses import replace

import pytest
from analysis.builders import contest, election, stood, won
from conftest import MakeStore

from wardcheck.cli import main
from wardcheck.cli.main import run

HEADER = [
    *("election_from", "election_to", "party", "candidates_from", "candidates_to"),
    *("votes_from", "votes_to", "votes_change", "votes_change_pct"),
    *("share_from_pct", "share_to_pct", "share_change_pp"),
    *("seats_from", "seats_to", "seats_change", "measure", "sign_depends_on_measure"),
]


@pytest.fixture(autouse=True)
def with_the_command(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(main.COMMANDS, "change", "change")


def printed(capsys: pytest.CaptureFixture[str], *words: str, err: str = "") -> str:
    assert run(["change", *words]) == 0
    captured = capsys.readouterr()
    assert captured.err == err
    return captured.out


def refused(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    assert run(["change", *words]) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    return captured.err


def test_tsv_on_a_pipe(capsys: pytest.CaptureFixture[str]) -> None:
    lines = [line.split("\t") for line in printed(capsys, "barnet-2018").splitlines()]
    assert lines[0] == HEADER
    con = "barnet-2014 barnet-2018 con 63 63 38286 50340 12054 31.4841 38.5365 44.3048 5.7683 32 38 6 top false"
    assert lines[1] == con.split()
    assert printed(capsys, "barnet-2014", "barnet-2018") == printed(capsys, "barnet-2018")


def test_by_ward_has_a_column_more(capsys: pytest.CaptureFixture[str]) -> None:
    lines = [line.split("\t") for line in printed(capsys, "barnet-2018", "--by", "ward").splitlines()]
    assert lines[0] == [*HEADER[:2], "ward", *HEADER[2:]]
    assert len({line[2] for line in lines[1:]}) == 21
    one = printed(capsys, "barnet-2018", "--ward", "oakleigh", "--columns", "party,votes_change")
    assert one.splitlines()[1:4] == ["con\t879", "lab\t833", "green\t99"]


def test_a_vote_has_no_decimal_whatever_the_measure(capsys: pytest.CaptureFixture[str]) -> None:
    text = printed(capsys, "barnet-2018", "--by", "ward", "--measure", "all")
    rows = list(csv.DictReader(io.StringIO(text), delimiter="\t"))
    assert {row["measure"] for row in rows} == {"sum", "top", "mean", "per_seat"}
    for row in rows:
        for name in (name for name in row if name.startswith(("votes", "candidates", "seats")) and "_pct" not in name):
            assert re.fullmatch(r"-?\d+", row[name]), name


def test_json_has_true_and_null(capsys: pytest.CaptureFixture[str]) -> None:
    rows = json.loads(printed(capsys, "barnet-2018", "--by", "ward", "-f", "json"))
    depends = [(row["ward"], row["party"]) for row in rows if row["sign_depends_on_measure"] is True]
    assert depends == [("burnt-oak", "lab"), ("edgware", "lab"), ("golders-green", "green"), ("oakleigh", "green")]
    assert {row["votes_change_pct"] for row in rows if row["votes_from"] == 0} == {None}


def test_other_wards_are_named_on_stderr(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["change", "barnet-by-2021-05-06", "--no-header"]) == 0
    out, err = capsys.readouterr()
    assert out.count("\n") == 5
    start = "wardcheck: Not compared, without a counterpart in barnet-by-2021-05-06: 19 wards of barnet-2018: "
    assert err.startswith(f"{start}brunswick-park, burnt-oak, ")
    assert err.endswith(", west-hendon, woodhouse.\n")
    # for a person they are among the notes
    notes = printed(capsys, "barnet-by-2021-05-06", "-f", "table")
    assert "19 wards of Barnet" in notes
    assert "19 wards of Barnet" in re.sub(r"<[^>]+>", "", printed(capsys, "barnet-by-2021-05-06", "-f", "html"))


def test_redrawn_boroughs_have_nothing_to_compare(capsys: pytest.CaptureFixture[str]) -> None:
    assert refused(capsys, "barnet-2022") == (
        "wardcheck: no ward of barnet-2022 is one of barnet-2018: "
        "a ward that was redrawn has no history, even if its name survives\n"
    )


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["barnet-2018", "--ward", "hal"], "no ward 'hal' in barnet-2018; nearest: hale"),
        (["barnet-2018", "--ward", "xyzzy"], "no ward 'xyzzy' in barnet-2018; see: wardcheck margins barnet-2018"),
        (["barnet-by-2021-05-06", "--ward", "hale"], "ward 'hale' of barnet-2018 has no counterpart in barnet-by-2021"),
        (
            ["bexley-2018", "bexley-2022", "--ward", "blackfen-lamorbey"],
            "ward 'blackfen-lamorbey' of bexley-2018 is 'blackfen-and-lamorbey' in bexley-2022",
        ),
        (["barnet-2018", "--ward", "hale", "--by", "party"], "--ward: expected --by ward with it, got --by party"),
        (["hertsmere-2019"], "hertsmere-2019 names no election before it"),
        (["barnet-2014", "barnet-2018", "barnet-2022"], "expected [FROM] TO, got 3 elections"),
        (["barnet-2018", "--sort", "ward"], "no column 'ward'"),
        (["barnet-2018", "--measure", "first"], "'first' is not one of"),
    ],
)
def test_what_cannot_be_done(words: list[str], message: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert message in refused(capsys, *words)


def test_a_ward_without_a_poll(make_store: MakeStore, capsys: pytest.CaptureFixture[str]) -> None:
    before = election(contest(1, won("A", "con", 60), stood("B", "lab", 40)), slug="town-2014")
    after = election(contest(1, won("A", "con", None), status="unopposed"))
    folder = str(make_store(before, replace(after, previous="town-2014")))
    said = "wardcheck: Not in the totals, without a poll in both: ward.\n"
    rows = json.loads(printed(capsys, "town-2018", "--by", "ward", "-f", "json", "--store", folder, err=said))
    assert [(row["party"], row["votes_from"], row["seats_to"]) for row in rows] == [("con", None, 1), ("lab", None, 0)]
    assert printed(capsys, "town-2018", "--no-header", "--store", folder, err=said) == ""
    table = printed(capsys, "town-2018", "--by", "ward", "-f", "table", "--store", folder)
    assert table.splitlines()[0] == "Town, 3 May 2018 to 3 May 2018: 0 of 1 ward compared"
    assert "no poll" in table
