"""``wardcheck seats`` over several elections: rows as of each alone, and a table with a line a council."""

from __future__ import annotations

import json
from collections import Counter

import pytest

from wardcheck.cli.main import run

LONDON = ("--region", "london", "--year", "2022")


def printed(capsys: pytest.CaptureFixture[str], *argv: str) -> str:
    assert run(["seats", *argv]) == 0
    return capsys.readouterr().out


def test_london_as_published(capsys: pytest.CaptureFixture[str]) -> None:
    """Published after 5 May 2022: 32 boroughs, Labour 21, Conservatives 5, Liberal Democrats 3, Aspire 1, none 2.

    Aspire has Tower Hamlets, and nobody has Croydon and Havering. Labour has 1,156 of the 1,817 councillors.
    """
    rows = json.loads(printed(capsys, *LONDON, "-f", "json"))
    control = {row["election"]: row["control"] for row in rows}
    assert Counter(control.values()) == {"lab": 21, "con": 5, "ld": 3, "aspire": 1, "noc": 2}
    assert control["tower-hamlets-2022"] == "aspire"
    assert {slug for slug, who in control.items() if who == "noc"} == {"croydon-2022", "havering-2022"}
    assert sum(row["seats"] for row in rows if row["party"] == "lab") == 1156
    assert sum(row["seats"] for row in rows) == 1817
    table = printed(capsys, *LONDON, "-f", "table")
    assert " ".join(table.split()).startswith(
        "32 elections, 5 May 2022: Labour Party 21, Conservative and Unionist Party 5, Liberal Democrats 3, Aspire 1, "
        "no overall control 2 "
    )


def test_many_are_each_one_alone(capsys: pytest.CaptureFixture[str]) -> None:
    words = ["hertsmere-2019", "barnet-2022", "derby-2018", "barnet-2018", "barnet-by-2021-05-06"]
    alone = [printed(capsys, word, "--no-header") for word in words]
    assert printed(capsys, *words, "--no-header") == "".join(alone)


def test_smallest_majority_first(capsys: pytest.CaptureFixture[str]) -> None:
    """By hand: of 55 seats Havering's largest party has 23 and the others 32, of 70 Croydon's has 34 and they 36."""
    lines = printed(capsys, *LONDON, "-f", "table", "--sort", "majority", "--limit", "3").splitlines()
    table = [line.split() for line in lines]
    first = [line[: 5 if "→" in line else 3] for line in table]
    assert [line for line in first if line[:1] in (["Havering"], ["Croydon"], ["Sutton"])] == [
        ["Havering", "NOC", "-9"],
        ["Croydon", "Lab", "→", "NOC", "-2"],
        ["Sutton", "LD", "3"],
    ]
    assert lines[-1] == "29 more elections."


def test_where_keeps_councils_in_a_table_and_rows_elsewhere(capsys: pytest.CaptureFixture[str]) -> None:
    rows = json.loads(printed(capsys, *LONDON, "--where", "majority < 5", "-f", "json"))
    assert {row["election"] for row in rows} == {"croydon-2022", "havering-2022", "sutton-2022", "tower-hamlets-2022"}
    assert len(rows) > 10
    table = " ".join(printed(capsys, *LONDON, "--where", "majority < 5", "-f", "table").split())
    assert table.startswith(
        "4 elections, 5 May 2022: Liberal Democrats 1, Aspire 1, no overall control 2; 4 of 32 rows shown "
    )
    assert table.endswith("Where majority < 5: 4 of 32 rows; the remarks above are of all.")
    greens = printed(capsys, *LONDON, "--where", "party = green and seats > 1", "--sort", "seats", "-f", "table")
    assert "Hackney" in greens
    assert not any(line.startswith("Barnet ") for line in greens.splitlines())


def test_one_that_is_left_reads_as_it_does_alone(capsys: pytest.CaptureFixture[str]) -> None:
    alone = printed(capsys, "barnet-2018", "-f", "table")
    assert printed(capsys, "barnet-*", "--year", "2018", "-f", "table") == alone


def test_remarks_are_gathered(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["seats", *LONDON]) == 0
    told = capsys.readouterr().err.splitlines()
    assert told[0] == (
        "wardcheck: 25 elections (barking-and-dagenham-2022, barnet-2022, brent-2022 and 22 more): "
        "Held, gained and lost are unknown, for no ward can be followed."
    )
    assert len(told) <= 5


def test_what_is_of_one_election_is_refused_in_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    for option, value in (("--from", "barnet-2014"), ("--chart", "x.svg")):
        assert run(["seats", "barnet-2018", "barnet-2022", option, value]) == 2
        out, err = capsys.readouterr()
        assert out == ""
        assert err.count("\n") == 1
        assert f"{option}: expected one election with it, got 2" in err


def test_a_council_of_which_not_all_is_known_does_not_pass_for_whole(capsys: pytest.CaptureFixture[str]) -> None:
    table = printed(capsys, "derby-2018", "barnet-2018", "-f", "table")
    line = next(line for line in table.splitlines() if line.startswith("Derby "))
    assert "not told" in line
    assert "17 up" in line
    assert "the seats of these parties are those up" in " ".join(table.split())


def test_the_answer_stands_at_80_columns(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    lines = printed(capsys, *LONDON, "-f", "table").splitlines()
    assert max(map(len, lines)) <= 80
    (heading,) = [line.split() for line in lines if line.startswith("Council")]
    assert heading[:5] == ["Council", "Control", "Majority", "Lab", "Con"]
    assert heading[-2:] == ["Seats", "Gain"]


CHANGED = "control != control_from"


def test_councils_that_changed_hands_as_published(capsys: pytest.CaptureFixture[str]) -> None:
    """Published after 5 May 2022 of London, and of Crawley, by thirds, after 6 May 2021 and after 5 May 2022."""
    columns = ("--columns", "election,control_from,control", "--no-header")
    found = set(printed(capsys, *LONDON, "--where", CHANGED, *columns).splitlines())
    assert {tuple(line.split("\t")) for line in found} == {
        ("barnet-2022", "con", "lab"),
        ("croydon-2022", "lab", "noc"),
        ("harrow-2022", "lab", "con"),
        ("tower-hamlets-2022", "lab", "aspire"),
        ("wandsworth-2022", "con", "lab"),
        ("westminster-2022", "con", "lab"),
    }
    found = set(printed(capsys, "crawley-2021", "crawley-2022", "--where", CHANGED, *columns).splitlines())
    assert found == {"crawley-2021\tlab\tnoc", "crawley-2022\tnoc\tlab"}


def test_who_had_control_is_of_the_election_named_where_one_is(capsys: pytest.CaptureFixture[str]) -> None:
    columns = ("--columns", "control_from", "--no-header", "--limit", "1")
    assert printed(capsys, "barnet-2026", *columns) == "lab\n"
    assert printed(capsys, "barnet-2026", "--from", "barnet-2018", *columns) == "con\n"
    assert printed(capsys, "barnet-2014", *columns) == "\n"  # the store has no earlier one


def test_a_table_has_who_had_control_where_it_changed(capsys: pytest.CaptureFixture[str]) -> None:
    lines = printed(capsys, *(f"barnet-{year}" for year in (2014, 2018, 2022, 2026)), "-f", "table").splitlines()
    assert [line[:27].split() for line in lines if line.startswith("barnet-20") and ":" not in line] == [
        ["barnet-2014", "Con"],
        ["barnet-2018", "Con"],
        ["barnet-2022", "Con", "→", "Lab"],
        ["barnet-2026", "Lab", "→", "NOC"],
    ]
    assert "Who had it before is not known of 1." in " ".join(" ".join(lines).split())
    assert "→" not in printed(capsys, "barnet-2014", "barnet-2018", "-f", "table")


def test_limit_counts_rows_and_in_a_table_its_lines(capsys: pytest.CaptureFixture[str]) -> None:
    words = ("barnet-2018", "camden-2018", "brent-2018", "--limit", "2")
    # Barnet has rows of three parties, so that two rows are not even one council
    assert [line.split("\t")[0] for line in printed(capsys, *words, "--no-header").splitlines()] == ["barnet-2018"] * 2
    table = printed(capsys, *words, "-f", "table").splitlines()
    assert [line.split()[0] for line in table if line.startswith(("Barnet ", "Camden ", "Brent "))] == [
        "Barnet",
        "Camden",
    ]
    assert "first N rows only; of a table that has a line an election" in " ".join(printed(capsys, "--help").split())


def test_remarks_name_wards_and_councils_to_a_person(capsys: pytest.CaptureFixture[str]) -> None:
    """Barnet's three first wards of 2022 and of 2018 by name, of which none is the same; Brent has no such remark."""
    table = " ".join(printed(capsys, "barnet-2018", "barnet-2022", "-f", "table").split())
    assert (
        "Barnet, 5 May 2022 had no counterpart in Barnet, 3 May 2018: Barnet Vale, Brunswick Park, Burnt Oak" in table
    )
    table = " ".join(printed(capsys, *LONDON, "-f", "table").split())
    words = "25 elections (Barking and Dagenham, Barnet, Brent and 22 more): Some wards had no counterpart"
    assert words in table
    assert "-2018" not in table
    assert "of the first" not in table
