"""--sort, --reverse, --limit, --columns and --no-header mean the same for every command."""

from __future__ import annotations

import pytest

from wardcheck.cli.main import run

HERTSMERE = ["margins", "hertsmere-2019", "--columns", "ward,runner_up_votes,margin_pct"]


def lines(capsys: pytest.CaptureFixture[str], *argv: str) -> list[str]:
    assert run(argv) == 0
    return capsys.readouterr().out.splitlines()


def test_columns_in_the_order_asked_for(capsys: pytest.CaptureFixture[str]) -> None:
    assert lines(capsys, "margins", "barnet-2018", "--columns", "margin, ward", "--limit", "1") == [
        "margin\tward",
        "1\thigh-barnet",
    ]


@pytest.mark.parametrize(
    "command", [["margins", "barnet-2018"], ["ward", "barnet-2018", "hale"], ["elections", "barnet-*"]]
)
def test_no_header_leaves_out_one_line(command: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    for form in ("tsv", "csv"):
        assert lines(capsys, *command, "-f", form, "--no-header") == lines(capsys, *command, "-f", form)[1:]
    assert lines(capsys, *command, "-f", "md", "--no-header") == lines(capsys, *command, "-f", "md")[2:]


def test_sort_by_number(capsys: pytest.CaptureFixture[str]) -> None:
    found = lines(capsys, *HERTSMERE, "--sort", "runner_up_votes", "--limit", "2", "--no-header")
    assert found == ["bushey-heath\t183\t", "aldenham-west\t197\t"]


def test_sort_reversed(capsys: pytest.CaptureFixture[str]) -> None:
    found = lines(capsys, *HERTSMERE, "--sort", "runner_up_votes", "--reverse", "--limit", "2", "--no-header")
    assert found == ["borehamwood-kenilworth\t819\t", "borehamwood-brookmeadow\t711\t"]


def test_reverse_alone_turns_the_order_of_the_command(capsys: pytest.CaptureFixture[str]) -> None:
    argv = ["margins", "barnet-2018", "--columns", "ward", "--no-header"]
    assert lines(capsys, *argv, "--reverse") == lines(capsys, *argv)[::-1]


@pytest.mark.parametrize("direction", [[], ["--reverse"]])
def test_rows_without_a_value_are_last(direction: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    argv = ["margins", "hertsmere-2019", "barnet-2018", "--columns", "margin_pct", "--no-header", *direction]
    found = lines(capsys, *argv, "--sort", "margin_pct")
    assert [text == "" for text in found] == [False] * 21 + [True] * 16


def test_limit(capsys: pytest.CaptureFixture[str]) -> None:
    assert lines(capsys, "margins", "barnet-2018", "--limit", "0", "--columns", "ward") == ["ward"]
    assert len(lines(capsys, "margins", "barnet-2018", "--limit", "99")) == 22
    assert lines(capsys, "margins", "barnet-2018", "--limit", "0", "-f", "json") == ["[]"]


def test_limit_in_a_table_says_what_is_hidden(capsys: pytest.CaptureFixture[str]) -> None:
    found = lines(capsys, "margins", "barnet-2018", "--limit", "6", "-f", "table")
    assert sum("Con" in line for line in found) == 6
    assert found[0].startswith("Barnet, 3 May 2018: 21 wards, 63 seats")
    assert found[1].endswith("; 6 of 21 wards shown")
    assert found[-1] == "The safest is Garden Suburb, 2,496."
