"""What scripts rely on: names and order of the columns, and plain values in them."""

from __future__ import annotations

import csv
import io
import json
import re

import pytest

from wardcheck.cli.main import run

MARGINS = [
    *("election", "ward", "seats", "candidates", "electorate", "ballots", "turnout_pct"),
    *("last_elected", "last_elected_party", "last_elected_votes"),
    *("runner_up", "runner_up_party", "runner_up_votes"),
    *("margin", "margin_pct", "party_margin", "decided_by"),
]
WARD = ["rank", "candidate", "party", "votes", "share_of_votes_pct", "share_of_ballots_pct", "elected", "behind"]
TURNOUT_CHANGE = [
    *("election_from", "election_to", "ward", "definition"),
    *("electorate_from", "electorate_to", "electorate_change", "papers_from", "papers_to", "papers_change"),
    *("turnout_from_pct", "turnout_to_pct", "turnout_change_pp", "wards_from", "wards_to"),
]
ELECTIONS = ["election", "council", "date", "kind", "wards", "seats", "candidates", "previous"]

COMMANDS = [
    (["margins", "barnet-2018"], MARGINS, 21),
    (["margins", "hertsmere-2019"], MARGINS, 16),
    (["ward", "barnet-2018", "high-barnet"], WARD, 12),
    (["turnout", "croydon-2022", "--from", "croydon-2018"], TURNOUT_CHANGE, 1 + 28),
    (["elections", "barnet-2014", "barnet-2018"], ELECTIONS, 2),
]
COUNTS = {
    *("seats", "candidates", "electorate", "ballots", "last_elected_votes", "runner_up_votes"),
    *("margin", "party_margin", "rank", "votes", "behind", "wards"),
    *("electorate_from", "electorate_to", "electorate_change", "papers_from", "papers_to", "papers_change"),
    *("wards_from", "wards_to"),
}

every_command = pytest.mark.parametrize(("argv", "columns", "count"), COMMANDS)


def printed(argv: list[str], capsys: pytest.CaptureFixture[str]) -> str:
    assert run(argv) == 0
    out, err = capsys.readouterr()
    assert err == ""
    return out


@every_command
def test_columns(argv: list[str], columns: list[str], count: int, capsys: pytest.CaptureFixture[str]) -> None:
    lines = printed(argv, capsys).splitlines()  # a pipe: TSV without asking
    assert lines[0].split("\t") == columns
    assert len(lines) == 1 + count
    assert {line.count("\t") for line in lines} == {len(columns) - 1}


@every_command
def test_every_format_says_the_same(
    argv: list[str], columns: list[str], count: int, capsys: pytest.CaptureFixture[str]
) -> None:
    tsv = [line.split("\t") for line in printed([*argv, "-f", "tsv"], capsys).splitlines()]
    assert list(csv.reader(io.StringIO(printed([*argv, "-f", "csv"], capsys)))) == tsv
    array = json.loads(printed([*argv, "-f", "json"], capsys))
    assert [json.loads(line) for line in printed([*argv, "-f", "jsonl"], capsys).splitlines()] == array
    assert [list(row) for row in array] == [columns] * count

    def text(value: object) -> str:
        return "" if value is None else json.dumps(value) if isinstance(value, bool) else f"{value}".removesuffix(".0")

    assert [[text(value) for value in row.values()] for row in array] == tsv[1:]
    markdown = printed([*argv, "-f", "md"], capsys).splitlines()
    assert [c.strip() for c in markdown[0].strip("|").split("|")] == columns
    assert len(markdown) == 2 + count


@every_command
def test_counts_are_whole_and_unknown_is_empty(
    argv: list[str], columns: list[str], count: int, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = list(csv.DictReader(io.StringIO(printed(argv, capsys)), delimiter="\t"))
    assert len(rows) == count
    for row in rows:
        for name in COUNTS.intersection(columns):
            assert re.fullmatch(r"-?\d+|", row[name]), f"{name}: {row[name]}"
        for name in (name for name in columns if name.endswith("_pct")):
            assert re.fullmatch(r"\d+(\.\d{1,4})?|", row[name]), f"{name}: {row[name]}"
        assert not {"None", "nan", "NaN", "<NA>", "null"}.intersection(row.values())


def test_the_line_of_the_recipe(capsys: pytest.CaptureFixture[str]) -> None:
    # awk -F'\t' 'NR>1 && $14 < 50 {print $2}'
    rows = [line.split("\t") for line in printed(["margins", "barnet-2018"], capsys).splitlines()[1:]]
    assert [row[1] for row in rows if int(row[13]) < 50] == [
        "high-barnet",
        "childs-hill",
        "brunswick-park",
        "east-barnet",
    ]
