"""``wardcheck control``: its columns, its screens, and where it stops."""

from __future__ import annotations

from datetime import date

import pytest
from analysis.builders import contest, election, stood, won
from conftest import MakeStore
from rich.cells import cell_len
from telling import telling

from cli.test_contract import columns_of
from wardcheck.analysis.control import control
from wardcheck.cli.chosen import Chosen
from wardcheck.cli.main import run
from wardcheck.model import Election
from wardcheck.render.screens.control import control_sheet
from wardcheck.render.table import table
from wardcheck.store import Store

HEADER = "\t".join(columns_of("control"))


def printed(capsys: pytest.CaptureFixture[str], *argv: str) -> str:
    assert run(["control", *argv]) == 0
    out, err = capsys.readouterr()
    # the totals go to stderr, and only where no table says them
    assert (" is control.\n" in err) == ("table" not in argv)
    return out


def test_rows(capsys: pytest.CaptureFixture[str]) -> None:
    first, *lines = printed(capsys, "wandsworth-2018", "--party", "lab").splitlines()
    # Labour's 26 of 60, where 31 are control, and the Conservatives' 33 are 6 more than all others; 4 wards, and no
    # other choice; 34 more at the most, for it had a candidate for each seat
    council = "26\t26\t60\t31\tcon\t6\t0\t4\t34\t0"
    rows = [
        "earlsfield\t1\t11\tAngela Graham\tcon\tlab 11",
        "st-marys-park\t1\t31\tRhodri Morgan\tcon\tlab 31",
        "nightingale\t1\t63\tIan Hart\tcon\tlab 63",
        "shaftesbury\t2\t194\tGuy Senior; Jonathan Cook\tcon\tlab 194",
    ]
    assert (first, [line.rsplit("\t", 2)[0] for line in lines]) == (
        HEADER,
        [f"wandsworth-2018\tlab\t{row}\tgain\t299\t5\tfurther\t\t{council}" for row in rows],
    )
    # of 5,885 valid papers in Earlsfield
    assert lines[0].split("\t")[-2:] == ["0.1869", "false"]


def test_seats_lost_are_negative(capsys: pytest.CaptureFixture[str]) -> None:
    (line,) = printed(capsys, "barnet-2014", "--party", "con").splitlines()[1:]
    assert line.startswith(
        "barnet-2014\tcon\tbrunswick-park\t-1\t80\tLisa Rutter\tcon\tlab 80\tlose\t80\t1\tfurther\t\t"
    )


def test_every_party_that_could(capsys: pytest.CaptureFixture[str]) -> None:
    rows = [line.split("\t") for line in printed(capsys, "wandsworth-2018", "--every").splitlines()[1:]]
    rows = [row for row in rows if row[2]]
    assert list(dict.fromkeys(row[1] for row in rows)) == ["con", "lab", "ld"]
    assert {row[1] for row in rows if int(row[3]) < 0} == {"con"}
    for party in ("con", "lab", "ld"):
        own = [row for row in rows if row[1] == party]
        assert {row[8] for row in own} == {"lose" if party == "con" else "gain"}
        assert {row[9] for row in own} == {str(sum(int(row[4]) for row in own))}
        assert {row[10] for row in own} == {str(abs(sum(int(row[3]) for row in own)))}


def test_a_screen_to_gain(capsys: pytest.CaptureFixture[str]) -> None:
    assert printed(capsys, "wandsworth-2018", "--party", "lab", "-f", "table").splitlines() == [
        "Wandsworth, 3 May 2018: Conservative and Unionist Party, 33 of 60 seats, a",
        "majority of 6; 31 is control. Labour Party, 26 seats, 5 short of control: 299",
        "further voters for all its candidates in 4 wards would have won them.",
        "",
        "Ward            Seats  Voters             in place of",
        "Earlsfield          1      11  ▌           Con         Angela Graham",
        "St Mary's Park      1      31  █▌          Con         Rhodri Morgan",
        "Nightingale         1      63  ██▉         Con         Ian Hart",
        "Shaftesbury         2     194  █████████   Con         Guy Senior, Jonathan Cook",
        "",
        "A further voter has a vote for each candidate of one party in the ward, and",
        "nobody else votes otherwise.",
    ]


def test_a_screen_to_lose(capsys: pytest.CaptureFixture[str]) -> None:
    lines = printed(capsys, "wandsworth-2018", "--party", "con", "-f", "table").splitlines()
    assert " ".join(lines[:4]).split("; ")[1] == (
        "31 is control. Control by Conservative and Unionist Party ends with 3 seats fewer: 78 further voters for "
        "candidates of its opponents in 3 wards would have taken them."
    )
    lines = lines[1:]
    assert lines[4].split() == ["Ward", "Seats", "Voters", "voters", "for", "in", "place", "of"]
    assert lines[5].split()[-3:] == ["Lab", "Angela", "Graham"]


def test_a_screen_of_all(capsys: pytest.CaptureFixture[str]) -> None:
    """The answer and the cheapest way come first, a gap before the next; what is hopeless is counted."""
    lines = printed(capsys, "barnet-2014", "-f", "table").splitlines()
    assert " ".join(lines[:4]) == (
        "Barnet, 22 May 2014: Conservative and Unionist Party, 32 of 63 seats, a majority of 1; 32 is control. The "
        "cheapest change ends control by Conservative and Unionist Party, with 1 seat fewer: 80 further voters for "
        "candidates of its opponents in 1 ward."
    )
    table = lines[lines.index("") + 1 :]
    assert [line.split()[:4] for line in table[1:6]] == [
        ["Con", "loses", "Brunswick", "Park"],
        [],
        ["Lab", "gains", "Childs", "Hill"],
        ["Brunswick", "Park", "1", "80"],  # whose way it is of stands on the line above
        [],
    ]
    words = " ".join(lines)
    assert "Labour Party, 30 seats, 2 short of control: 127 further voters for all its candidates in 2 wards" in words
    assert words.count("--every") == 1
    assert "2 hopeless ways left out: each needs more" in words
    assert "the cheapest takes 18,215. --every has them." in words
    words = " ".join(printed(capsys, "barnet-2014", "-f", "table", "--every").split())
    assert "1 other choice of wards and voters needs as few for Green." in words
    assert "left out" not in words
    assert "Out of reach, with the seats that each could have won more at most: Left Unity 1, UKIP 11." in words


def test_lines_sorted_otherwise_have_no_gaps(capsys: pytest.CaptureFixture[str]) -> None:
    lines = printed(capsys, "barnet-2014", "-f", "table", "--sort", "voters").splitlines()
    start = lines.index("") + 1
    assert lines[start : lines.index("", start)][1].split()[:2] == ["Lab", "gains"]
    assert len(lines[start : lines.index("", start)]) == 1 + 3


def test_every_has_a_row_of_each_party_out_of_reach(capsys: pytest.CaptureFixture[str]) -> None:
    out = printed(capsys, "barnet-2014", "--every", "--columns", "party,ward,scenario_voters,most_seats,hopeless")
    lines = [line.split("\t") for line in out.splitlines()[1:]]
    assert [line for line in lines if not line[1]] == [
        ["left-unity", "", "", "1", "false"],
        ["ukip", "", "", "11", "false"],
    ]
    assert {line[0] for line in lines if line[4] == "true"} == {"ld", "green"}
    assert {line[0] for line in lines if line[4] == "false" and line[1]} == {"con", "lab"}
    assert run(["control", "barnet-2014", "--party", "ld"]) == 0  # hopeless, and asked for
    assert "\tld\t" in capsys.readouterr().out


def test_every_line_fits_and_every_total_is_of_its_rows(shipped: Store) -> None:
    for found in [e for e in telling(shipped) if e.kind == "all"]:
        labels = Chosen([found], shipped).labels
        every = control(found)
        for report in [every, *(control(found, route.party) for route in every.totals.routes)]:
            assert sum(row.voters or 0 for row in report) == sum(route.voters or 0 for route in report.totals.routes)
            for row in report:
                assert row.scenario_voters == sum(one.voters or 0 for one in report if one.party == row.party)
            sheet = control_sheet(report, report, labels)
            for line in table(sheet, width=80, terminal=False).splitlines():
                assert cell_len(line) <= 80, f"{found.slug}: {line}"


# -- where it stops ----------------------------------------------------------------------------------------


def test_a_losing_side_names_whose_voters_they_are(capsys: pytest.CaptureFixture[str]) -> None:
    out = printed(capsys, "tower-hamlets-2018", "--party", "lab", "--sort", "ward")
    (row,) = (line.split("\t") for line in out.splitlines() if "island-gardens" in line)
    # two of others must pass Labour's 1,111: 899 of the Liberal Democrats + 213, 1,107 of the Conservatives + 5
    assert (row[3], row[4], row[6:]) == ("-1", "218", ["lab", "con 5; ld 213", *row[8:]])
    assert row[8] == "lose"
    assert "Con 5  LD 213" in printed(capsys, "tower-hamlets-2018", "--party", "lab", "-f", "table")


def test_not_a_whole_council(capsys: pytest.CaptureFixture[str]) -> None:
    # no mistake of the user's, and no answer either: no rows, why, and the exit code of findings
    why = "control cannot be judged: it elects by thirds, and derby-2015"
    for words in (["derby-2018"], ["derby-2018", "--party", "lab"]):
        assert run(["control", *words]) == 1
        out, err = capsys.readouterr()
        assert out == f"{HEADER}\n"
        assert err.startswith(f"wardcheck: derby-2018: {why}")
        assert err.endswith("not in the store.\n")
        assert err.count("\n") == 1
    assert run(["control", "derby-2018", "-f", "json"]) == 1
    assert capsys.readouterr().out == "[]\n"
    assert run(["control", "derby-2018", "-f", "table"]) == 1
    out, err = capsys.readouterr()
    assert " ".join(out.split()).startswith(f"Derby, 3 May 2018: {why}")
    assert err == ""


def test_a_third_of_a_council(make_store: MakeStore, capsys: pytest.CaptureFixture[str]) -> None:
    """Labour had 4 seats that were not up, and won 1 of 3 by one vote: 5 of 9 are control, until one is lost."""
    polls = [
        third("2019", date(2019, 5, 2), "lab", "lab", "con"),
        third("2021", date(2021, 5, 6), "lab", "lab", "con"),
        third("2022", date(2022, 5, 5), "lab", "con", "con"),
    ]
    out = printed(capsys, "oldham-2022", "--store", str(make_store(*polls)), "--columns", "party,scenario,ward,voters")
    assert out.splitlines()[1:] == ["lab\tlose\tw-0\t2", "con\tgain\tw-0\t2"]


# -- several elections -------------------------------------------------------------------------------------


def town(name: str, con: int, lab: int, *, year: int = 2018, seats_total: int = 1) -> Election:
    """A council of one seat, which Labour needs ``con - lab + 1`` further voters for."""
    ward = contest(1, won("A", "con", con), stood("B", "lab", lab), slug="w")
    day = date(year, 5, 3)
    return election(ward, slug=f"{name}-{year}", council=name.title(), day=day, kind="all", seats_total=seats_total)


@pytest.fixture
def towns(make_store: MakeStore) -> str:
    """Near takes 1 + 1 voters, mid 31 and far 81 of 100 papers at the least: over half. Part lacks a seat."""
    polls = [town("far", 100, 20), town("mid", 100, 70), town("near", 100, 99), town("part", 9, 8, seats_total=2)]
    return str(make_store(*polls))


def test_several_elections_the_cheapest_first(towns: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["control", "--all", "--store", towns, "--columns", "election,party,scenario,scenario_voters"]) == 0
    out, err = capsys.readouterr()
    assert out.splitlines()[1:] == [
        *("near-2018\tcon\tlose\t2", "near-2018\tlab\tgain\t2"),
        *("mid-2018\tcon\tlose\t31", "mid-2018\tlab\tgain\t31"),
    ]
    assert err.splitlines() == [
        "wardcheck: 2 hopeless ways left out, with more further voters in one ward than half of those who voted "
        "there. 1 election had no other (far-2018). --every has them.",
        "wardcheck: part-2018: control cannot be judged: the wards in the store have 1 of the council's 2 seats.",
    ]


def test_a_table_has_a_line_for_each_council(towns: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["control", "--all", "--store", towns, "-f", "table"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "4 elections, 3 May 2018: how few voters would have changed control"
    assert [line.split() for line in lines[2:6]] == [
        ["Council", "Control", "Majority", "Cheapest", "change", "Seats", "Voters", "Wards"],
        ["Near", "Con", "1", "Con", "loses", "1", "2", "▉", "1"],
        ["Mid", "Con", "1", "Con", "loses", "1", "31", "█████████████", "1"],
        [],
    ]
    assert run(["control", "--all", "--store", towns, "-f", "table", "--every", "--where", "scenario = gain"]) == 0
    out = capsys.readouterr().out
    assert [line.split()[0] for line in out.splitlines()[3:6]] == ["Near", "Mid", "Far"]
    assert out.count(" gains ") == 3


def test_nobody_in_control_is_called_the_same_on_every_screen(capsys: pytest.CaptureFixture[str]) -> None:
    for line, council in (
        (["control", "croydon-2022", "barnet-2022", "-f", "table"], "Croydon"),
        (["seats", "croydon-2022", "barnet-2022", "-f", "table"], "Croydon"),
        (["whatif", "wandsworth-2018", "--between", "lab,con", "--at", "1", "-f", "table"], " 0.38"),
    ):
        assert run(line) == 0
        out = capsys.readouterr().out
        (row,) = [one for one in out.splitlines() if one.startswith(council)]
        assert "NOC" in row.split()
        assert " none" not in row
    assert run(["control", "croydon-2022", "barnet-2022", "--columns", "control"]) == 0
    assert {"noc", "lab"} <= set(capsys.readouterr().out.split())


def test_nothing_to_judge_in_any(make_store: MakeStore, capsys: pytest.CaptureFixture[str]) -> None:
    store = str(make_store(town("a", 9, 8, seats_total=2), town("b", 9, 8, seats_total=2)))
    assert run(["control", "--all", "--store", store]) == 1
    assert capsys.readouterr().out == f"{HEADER}\n"


def test_fewest_voters_for_control_in_london(capsys: pytest.CaptureFixture[str]) -> None:
    """Each figure is that of the council asked for alone, whose voters in its wards add up to it."""
    line = ["control", "--region", "london", "--year", "2018", "-f", "table", "--limit", "6"]
    assert run(line) == 0
    found = [row.split() for row in capsys.readouterr().out.splitlines()[4:10]]
    assert [row[0] for row in found] == ["Wandsworth", "Sutton", "Merton", "Havering", "Harrow", "Barnet"]
    for council, row in zip(found, map(" ".join, found), strict=True):
        slug = f"{council[0].lower()}-2018"
        rows = [one.split("\t") for one in printed(capsys, slug).splitlines()[1:]]
        voters = sum(int(one[4]) for one in rows if one[1] == rows[0][1])
        assert f" {voters} " in row


@pytest.mark.parametrize(("slug", "number"), [("leeds-2019", "66 "), ("oldham-2022", "")])
def test_seats_not_up_are_counted_where_all_are_known(
    slug: str, number: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """99 less the 33 up in Leeds; in Oldham it cannot be told who held one of Medlock Vale, which is in no sum."""
    assert f"The {number}seats that were not up stay as they were." in printed(capsys, slug, "-f", "table")


def third(year: str, day: date, *parties: str) -> Election:
    contests = [
        contest(1, won("A", party, 9), stood("B", "con" if party == "lab" else "lab", 8), slug=f"w-{n}")
        for n, party in enumerate(parties)
    ]
    return election(*contests, slug=f"oldham-{year}", council="Oldham", day=day, kind="thirds", seats_total=9)


@pytest.mark.parametrize(
    ("party", "message"),
    [
        ("labor", "--party: no party 'labor' in wandsworth-2018; nearest: lab"),
        ("zzz", "--party: no party 'zzz' in wandsworth-2018; there are con, "),
        ("ind", "independents are each a party of one: they win no control together"),
    ],
)
def test_no_such_party(party: str, message: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["control", "wandsworth-2018", "--party", party]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith(f"wardcheck: {message}")


def test_out_of_reach(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["control", "barnet-2014", "--party", "ukip"]) == 0
    out, err = capsys.readouterr()
    assert out == f"{HEADER}\n"
    assert err == (
        "wardcheck: barnet-2014: con, 32 of 63 seats, a majority of 1; 32 is control.\n"
        "wardcheck: ukip, 0 seats, 32 short of control: out of reach, "
        "for all its candidates could have won 11 at most.\n"
    )
    table = " ".join(printed(capsys, "barnet-2014", "--party", "ukip", "-f", "table").split())
    assert "32 short of control: out of reach, for all its candidates could have won 11 at most." in table


def test_nobody_could(make_store: MakeStore, capsys: pytest.CaptureFixture[str]) -> None:
    safe = contest(2, won("A", "con", None), won("B", "con", None), slug="safe", status="unopposed")
    town = election(safe, contest(1, won("C", "con", 2), stood("D", "lab", 1), slug="w"), kind="all", seats_total=3)
    store = str(make_store(town))
    assert printed(capsys, "town-2018", "--store", store, "-f", "table").splitlines() == [
        "Town, 3 May 2018: Conservative, 3 of 3 seats, a majority of 3; 2 is control.",
        "",
        "No number of further voters would have cost Conservative control.",
        "No other party stood enough candidates to gain control.",
    ]
    assert run(["control", "town-2018", "--store", store]) == 0
    assert capsys.readouterr() == (
        f"{HEADER}\n",
        "wardcheck: town-2018: con, 3 of 3 seats, a majority of 3; 2 is control.\n"
        "wardcheck: No number of further voters would have cost con control.\n"
        "wardcheck: No other party stood enough candidates to gain control.\n",
    )


def test_nobody_could_where_a_part_was_up(make_store: MakeStore, capsys: pytest.CaptureFixture[str]) -> None:
    """Lab stood for every seat that was up: it is those that were not up that leave it too few."""
    ward = contest(1, won("A", "con", 2), stood("B", "lab", 1), slug="w")
    store = make_store(election(ward, kind="thirds", seats_total=5, continuing={"con": 4}))
    said = " ".join(printed(capsys, "town-2018", "--store", str(store), "-f", "table").split())
    assert "No other party had enough candidates, with its seats that were not up, to gain control." in said


def test_no_overall_control_and_seats_not_up(make_store: MakeStore, capsys: pytest.CaptureFixture[str]) -> None:
    ward = contest(1, won("A", "con", 4), stood("B", "lab", 2))
    town = election(ward, kind="thirds", seats_total=3, continuing={"ld": 1, "lab": 1})
    lines = printed(capsys, "town-2018", "--store", str(make_store(town)), "-f", "table").splitlines()
    assert lines[0] == "Town, 3 May 2018: no overall control of 3 seats (Con 1, Lab 1 and LD 1); 2 is"
    assert "The 2 seats that were not up stay as they were." in lines
    text = " ".join(lines)
    assert "gives control to Labour, 1 short with 1 seat: 3 further voters for all its candidates in 1 ward." in text
