"""``wardcheck seats``: its columns, the election that it compares with, and its words."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

import pytest
from analysis.builders import contest, election, won
from conftest import MakeStore

from cli.test_contract import columns_of
from wardcheck.cli.main import run
from wardcheck.model import Election

HEADER = "\t".join(columns_of("seats"))


def printed(capsys: pytest.CaptureFixture[str], *argv: str) -> str:
    assert run(["seats", *argv]) == 0
    out, err = capsys.readouterr()
    # the headline goes to stderr by slugs, and only where no table says it
    assert err.startswith(f"wardcheck: {argv[0]}: ") == ("table" not in argv)
    return out


def test_rows(capsys: pytest.CaptureFixture[str]) -> None:
    assert printed(capsys, "barnet-2018").splitlines() == [
        HEADER,
        "barnet-2018\tcon\t38\t60.3175\t32\t32\t6\t0\t6\t21\t38\t0\t38\t63\t0\tcon\t13\ttrue\tdeclared\t32\t\tcon",
        "barnet-2018\tlab\t25\t39.6825\t30\t24\t1\t6\t-5\t21\t25\t0\t25\t63\t0\tcon\t13\ttrue\tdeclared\t32\t\tcon",
        "barnet-2018\tld\t0\t0\t1\t0\t0\t1\t-1\t21\t0\t0\t0\t63\t0\tcon\t13\ttrue\tdeclared\t32\t\tcon",
    ]


def test_the_headline_is_told_beside_the_rows(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["seats", "barnet-2018"]) == 0
    assert capsys.readouterr().err == ("wardcheck: barnet-2018: con, 38 of 63 seats, a majority of 13\n")
    assert run(["seats", "derby-2018"]) == 0
    assert capsys.readouterr().err.startswith(
        "wardcheck: derby-2018: 17 seats; control is not judged\n"
        "wardcheck: Control is not judged: it elects by thirds, and "
    )


def test_of_a_third_the_council_is_unknown_and_not_the_third(capsys: pytest.CaptureFixture[str]) -> None:
    for row in json.loads(printed(capsys, "derby-2018", "-f", "json")):
        assert row["up"] == row["seats"]
        assert {row[name] for name in ("continuing", "council", "control", "majority", "as_of")} == {None}
        assert row["council_size"] == 51  # by the register
        assert row["complete"] is False


def test_no_overall_control_is_a_word(make_store: MakeStore, capsys: pytest.CaptureFixture[str]) -> None:
    # 3 + 2 of 5 continue and 1 is up: of 6 seats 4 are control, and the largest has 3, none more than the others
    town = election(contest(1, won("A", "ld", 1)), kind="thirds", seats_total=6, continuing={"con": 3, "lab": 2})
    columns = "party,up,continuing,council,council_size,control,majority,complete"
    out = printed(capsys, "town-2018", "--store", str(make_store(town)), "--columns", columns, "--no-header")
    assert out.splitlines() == [
        "con\t0\t3\t3\t6\tnoc\t0\ttrue",
        "lab\t0\t2\t2\t6\tnoc\t0\ttrue",
        "ld\t1\t0\t1\t6\tnoc\t0\ttrue",
    ]


def test_another_election_to_compare_with(capsys: pytest.CaptureFixture[str]) -> None:
    rows = json.loads(printed(capsys, "barnet-2022", "--from", "barnet-2014", "-f", "json"))
    assert [(row["party"], row["seats_from"], row["held"], row["change"]) for row in rows] == [
        ("lab", 30, None, 11),
        ("con", 32, None, -10),
        ("ld", 1, None, -1),
    ]


def test_without_an_election_before(capsys: pytest.CaptureFixture[str]) -> None:
    assert printed(capsys, "hertsmere-2019").splitlines()[1:] == [
        "hertsmere-2019\tcon\t29\t74.359\t\t\t\t\t\t\t29\t0\t29\t39\t0\tcon\t19\ttrue\tdeclared\t20\t\t",
        "hertsmere-2019\tlab\t7\t17.9487\t\t\t\t\t\t\t7\t0\t7\t39\t0\tcon\t19\ttrue\tdeclared\t20\t\t",
        "hertsmere-2019\tld\t3\t7.6923\t\t\t\t\t\t\t3\t0\t3\t39\t0\tcon\t19\ttrue\tdeclared\t20\t\t",
    ]


def third(year: int, day: date, **wards: str) -> Election:
    contests = [contest(1, won("A", party, 1), slug=ward) for ward, party in wards.items()]
    return election(*contests, slug=f"oldham-{year}", council="Oldham", day=day, kind="thirds", seats_total=9)


OLDHAM = [
    third(2018, date(2018, 5, 3), east="con", north="lab", south="ld"),
    third(2019, date(2019, 5, 2), east="lab", north="con", south="lab"),
    third(2021, date(2021, 5, 6), east="con", north="ind", south="lab"),
    third(2022, date(2022, 5, 5), east="con", north="con", south="lab"),
]
TOWN_2014 = election(contest(1, won("A", "con", 1)), slug="town-2014", day=date(2014, 5, 22), kind="all")
TOWN_2018 = election(contest(1, won("A", "con", 1)), kind="all", seats_total=1)


def test_the_table_says_what_it_compares(capsys: pytest.CaptureFixture[str]) -> None:
    redrawn = " ".join(printed(capsys, "barnet-2022", "-f", "table").split())
    assert (
        "Compared with Barnet, 3 May 2018, as declared; by-elections and defections since are not counted." in redrawn
    )
    assert "Held, gained and lost are unknown, for no ward can be followed. 24 wards of Barnet, 5 May" in redrawn
    assert "had no counterpart in Barnet, 3 May 2018; --unmatched names them." in redrawn
    assert "21 wards of Barnet, 3 May 2018 have none in Barnet, 5 May 2022; --unmatched names them." in redrawn
    named = " ".join(printed(capsys, "barnet-2022", "--unmatched", "-f", "table").split())
    assert "had no counterpart in Barnet, 3 May 2018: Barnet Vale, Brunswick Park, " in named
    assert "21 wards of Barnet, 3 May 2018 have none in Barnet, 5 May 2022: Brunswick Park, Burnt Oak, " in named
    assert run(["seats", "barnet-*", "--unmatched"]) == 2
    assert "--unmatched: expected one election with it, got 6" in capsys.readouterr().err
    first = " ".join(printed(capsys, "hertsmere-2019", "-f", "table").split())
    assert "Compared with no other election: hertsmere-2015 is not in the store" in first
    by_election = " ".join(printed(capsys, "barnet-by-2021-05-06", "-f", "table").split())
    assert "One of the two elections accounts for a whole council and the other does not" in by_election
    assert "filled another number of seats in Barnet, 3 May 2018: East Barnet, Edgware." in by_election
    third = " ".join(printed(capsys, "derby-2018", "--from", "derby-2014", "-f", "table").split())
    assert "Held, gained and lost are of the 16 of 17 wards that can be followed. The change is unknown" in third
    assert "1 ward of Derby, 3 May 2018 filled another number of seats in Derby, 22 May 2014: Littleover." in third


def test_a_pipe_is_told_why_columns_are_empty(make_store: MakeStore, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["seats", "barnet-2022", "--unmatched"]) == 0
    headline, why, after, before = capsys.readouterr().err.splitlines()
    assert why == "wardcheck: Held, gained and lost are unknown, for no ward can be followed."
    assert after.startswith("wardcheck: 24 wards of barnet-2022 had no counterpart in barnet-2018: barnet-vale, ")
    assert before.startswith("wardcheck: 21 wards of barnet-2018 have none in barnet-2022: brunswick-park, ")
    assert headline == "wardcheck: barnet-2022: lab, 41 of 63 seats, a majority of 19"
    assert run(["seats", "barnet-2018", "--from", "camden-2014"]) == 2
    assert "expected two elections of one council" in capsys.readouterr().err
    assert run(["seats", "barnet-2014", "--from", "barnet-2018"]) == 2
    assert "expected the earlier election first, got barnet-2018 (2018-05-03)" in capsys.readouterr().err
    assert run(["seats", "derby-2014"]) == 0
    assert "derby-2014: 18 seats; control is not judged" in capsys.readouterr().err
    assert run(["seats", "town-2018", "--store", str(make_store(TOWN_2014, TOWN_2018))]) == 0  # in no register
    assert "names no election before it; see --from town-2014." in capsys.readouterr().err


def test_an_election_before_that_is_not_there(make_store: MakeStore, capsys: pytest.CaptureFixture[str]) -> None:
    town = election(contest(1, won("A", "con", 1)), kind="all", seats_total=1, previous="town-2014")
    store = str(make_store(town))
    assert "\tcon\t1\t100\t\t" in printed(capsys, "town-2018", "--store", store)
    table = printed(capsys, "town-2018", "--store", store, "-f", "table")
    assert "Compared with no other election: town-2014 is not in the store." in table
    assert run(["seats", "town-2018", "--store", store, "--from", "town-2014"]) == 2
    assert "no election 'town-2014'" in capsys.readouterr().err


def test_seats_that_were_not_up(make_store: MakeStore, capsys: pytest.CaptureFixture[str]) -> None:
    town = election(contest(1, won("A", "con", 1)), kind="thirds", seats_total=3, continuing={"lab": 1, "ind": 1})
    found = printed(capsys, "town-2018", "--store", str(make_store(town)), "-f", "table")
    assert found.startswith("Town, 3 May 2018: no overall control of 3 seats; Con and Lab have 1 each, 1\n")
    lines = [line.split() for line in found.splitlines()]
    assert ["Party", "Up", "Not", "up", "Council", "%"] in lines
    assert [line[:5] for line in lines if "Lab" in line[:2]] == [["◆", "Lab", "Labour", "0", "1"]]
    assert "Ind counts all independents, each of whom is a party of one." in found
    part = replace(town, slug="part-2018", continuing=None)
    short = printed(capsys, "part-2018", "--store", str(make_store(part)), "-f", "table")
    assert short.startswith("Town, 3 May 2018: 1 seat; control is not judged\n")


def test_seats_that_were_not_up_are_worked_out(make_store: MakeStore, capsys: pytest.CaptureFixture[str]) -> None:
    """By hand: of 9 seats 3 were up in 2022; of the other six Labour had 3, the Conservatives 2, an independent 1."""
    store = str(make_store(*OLDHAM))
    columns = "party,seats,seats_from,held,gained,lost,up,continuing,council,control,majority,as_of,threshold"
    out = printed(capsys, "oldham-2022", "--store", store, "--columns", columns, "--no-header")
    assert out.splitlines() == [
        "con\t2\t1\t1\t1\t0\t2\t2\t4\tnoc\t-1\tlast elected 2019 2021\t5",
        "lab\t1\t1\t0\t1\t1\t1\t3\t4\tnoc\t-1\tlast elected 2019 2021\t5",
        "ld\t0\t1\t0\t0\t1\t0\t0\t0\tnoc\t-1\tlast elected 2019 2021\t5",
        "ind\t0\t0\t0\t0\t0\t0\t1\t1\tnoc\t-1\tlast elected 2019 2021\t5",
    ]
    table = printed(capsys, "oldham-2022", "--store", store, "-f", "table")
    assert table.startswith("Oldham, 5 May 2022: no overall control of 9 seats; Con and Lab have 4 each, 1\n")
    assert "Seats not up are as last elected in 2019 and 2021; defections since are not" in table
    assert "Compared with Oldham, 3 May 2018, as declared" in table


def test_a_mayor_is_told_of(make_store: MakeStore, capsys: pytest.CaptureFixture[str]) -> None:
    town = election(contest(1, won("A", "lab", 1)), slug="hackney-2018", council="Hackney", kind="all", seats_total=1)
    store = str(make_store(town))
    assert printed(capsys, "hackney-2018", "--store", store, "--columns", "mayor", "--no-header") == "true\n"
    table = " ".join(printed(capsys, "hackney-2018", "--store", store, "-f", "table").split())
    assert "The council has a directly elected mayor, who runs it whoever has most seats." in table
    assert printed(capsys, "barnet-2018", "--columns", "mayor", "--no-header") == "\n\n\n"


def test_a_few_rows(capsys: pytest.CaptureFixture[str]) -> None:
    found = printed(capsys, "barnet-2018", "-f", "table", "--limit", "1")
    assert found.splitlines()[1] == "of 13; 1 of 3 parties shown"
    assert found.count("○ ○") > 5  # the half-circle is of all
