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

from cli.test_contract import columns_of
from wardcheck.cli.main import run

HEADER = columns_of("change")


def printed(capsys: pytest.CaptureFixture[str], *words: str, err: str = "", code: int = 0) -> str:
    assert run(["change", *words]) == code
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
    con = (
        "barnet-2014 barnet-2018 con 63 63 38286 50340 12054 31.4841 38.5365 44.3048 5.7683 32 38 6 top false wards 21"
    )
    assert lines[1] == con.split()
    assert printed(capsys, "barnet-2014", "barnet-2018") == printed(capsys, "barnet-2018")


def test_by_ward_has_two_columns_more(capsys: pytest.CaptureFixture[str]) -> None:
    lines = [line.split("\t") for line in printed(capsys, "barnet-2018", "--by", "ward").splitlines()]
    assert lines[0] == [*HEADER[:2], "ward", *HEADER[2:-1], "changed"]
    assert len({line[2] for line in lines[1:]}) == 21
    # `seats` has 6 of the Conservatives gained (1, 1, 1 and 3 in four of these) and 1 of Labour in Childs Hill
    assert {line[2] for line in lines[1:] if line[-1] == "true"} == {
        *("brunswick-park", "childs-hill", "east-barnet", "hale", "west-hendon")
    }
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
    assert run(["change", "hounslow-2022", "--by", "ward", "--no-header", "--unmatched"]) == 1
    out, err = capsys.readouterr()
    lines = [line for line in err.splitlines() if "Not compared" in line]
    start = "wardcheck: Not compared, without a counterpart in hounslow-2022: 20 wards of hounslow-2018: "
    assert lines[0].startswith(f"{start}bedfont, brentford, ")
    # they are only counted unless they are asked for
    assert run(["change", "hounslow-2022", "--by", "ward", "--no-header"]) == 1
    counted_only, err = capsys.readouterr()
    assert counted_only == out
    assert f"{start[:-2]}; --unmatched names them.\n" in err


def test_the_wards_that_a_by_election_was_not_about_are_no_news(capsys: pytest.CaptureFixture[str]) -> None:
    """Two of Barnet's 21 wards polled on 6 May 2021; the other 19 lack nothing."""
    assert run(["change", "barnet-by-2021-05-06", "--no-header", "--unmatched"]) == 0
    out, err = capsys.readouterr()
    assert out.count("\n") == 5
    assert "Not compared" not in err
    assert "woodhouse" not in err
    notes = printed(capsys, "barnet-by-2021-05-06", "-f", "table")
    assert "2 wards compared" in notes
    assert "19 wards" not in notes
    assert run(["seats", "barnet-by-2021-05-06", "-f", "table"]) == 0
    assert "19 wards" not in capsys.readouterr().out


def test_a_by_election_changes_no_number_of_seats(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["change", "barnet-by-2021-05-06", "-f", "json"]) == 0
    assert {row["seats_change"] for row in json.loads(capsys.readouterr().out)} == {None}
    assert printed(capsys, "barnet-2018", "--columns", "seats_change", "--no-header").split()[:3] == ["6", "-5", "-1"]


def test_redrawn_boroughs_are_compared_whole(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["change", "barnet-2022"]) == 0
    out, err = capsys.readouterr()
    assert out == printed(capsys, "barnet-2022", "--whole-council")
    assert err == ""  # the column compared says it
    table = " ".join(printed(capsys, "barnet-2022", "-f", "table").split())
    assert "No ward of Barnet, 5 May 2022 is the same as one of Barnet, 3 May 2018: the totals of the two" in table
    assert run(["swing", "barnet-2022", "--between", "lab,con", "--columns", "wards,compared", "--no-header"]) == 0
    assert capsys.readouterr().out == "24\tcouncil\n"


def test_redrawn_boroughs_have_wards_to_name_and_no_rows(capsys: pytest.CaptureFixture[str]) -> None:
    by = "ward"
    assert run(["change", "barnet-2022", "--by", by, "--no-header", "--unmatched"]) == 1
    out, err = capsys.readouterr()
    assert out == ""
    before, after, why = err.splitlines()
    start = "wardcheck: Not compared, without a counterpart in"
    assert before.startswith(f"{start} barnet-2022: 21 wards of barnet-2018: brunswick-park, ")
    assert after.startswith(f"{start} barnet-2018: 24 wards of barnet-2022: barnet-vale, ")
    assert why.endswith("--whole-council compares the totals of the two councils.")
    assert run(["change", "barnet-2022", "--by", by, "-f", "table"]) == 1


def test_whole_councils(capsys: pytest.CaptureFixture[str]) -> None:
    text = printed(
        capsys, "barnet-2022", "--whole-council", "--columns", "party,votes_from,votes_to,seats_from,seats_to"
    )
    # of 2018 as in `change barnet-2018`, whose wards are all of the council
    assert text.splitlines()[1].startswith("lab\t44159\t")
    assert text.splitlines()[2].startswith("con\t50340\t")
    assert [line.split("\t")[3:] for line in text.splitlines()[1:3]] == [["25", "41"], ["38", "22"]]
    compared = printed(capsys, "barnet-2022", "--whole-council", "--columns", "compared", "--no-header")
    assert set(compared.split()) == {"council"}
    assert "--whole-council: expected --by party" in refused(capsys, "barnet-2022", "--whole-council", "--by", "ward")


def test_whole_councils_name_the_wards_without_a_poll(
    make_store: MakeStore, capsys: pytest.CaptureFixture[str]
) -> None:
    both = (won("A", "con", 60), stood("B", "lab", 40))
    before = election(contest(1, *both, slug="old"), contest(1, *both, slug="older"), slug="town-2014", kind="all")
    after = election(
        contest(1, *both, slug="new"), contest(1, won("A", "con", None), slug="no", status="unopposed"), kind="all"
    )
    folder = str(make_store(before, replace(after, previous="town-2014")))
    said = "wardcheck: Not in the totals of town-2018, without a poll: no.\n"
    words = ("town-2018", "--whole-council", "--no-header", "--columns", "party,votes_from,votes_to")
    assert printed(capsys, *words, "--store", folder, err=said) == "con\t120\t60\nlab\t80\t40\n"


def test_one_party(capsys: pytest.CaptureFixture[str]) -> None:
    rows = json.loads(printed(capsys, "barnet-2018", "--by", "ward", "--party", "lab", "-f", "json"))
    assert ({row["party"] for row in rows}, len(rows)) == ({"lab"}, 21)
    assert refused(capsys, "barnet-2018", "--party", "laber") == (
        "wardcheck: --party: no party 'laber' in barnet-2014 or barnet-2018; nearest: lab (Labour Party)\n"
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
        (["hertsmere-2019"], "hertsmere-2015, the election before hertsmere-2019, is not in the store"),
        (["derby-2014"], "derby-2014 names no election before it, and the store has no earlier one"),
        (
            ["doncaster-by-2016-05-05"],
            "and the store has doncaster-2014; say which to compare with: doncaster-2014 don",
        ),
        (["camden-2014", "barnet-2018"], "expected two elections of one council, got camden-2014 (Camden) and barnet"),
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
    said = (
        "wardcheck: 1 ward is matched by name alone, for town-2014 has no codes for them that would tell whether they "
        "were redrawn.\nwardcheck: Not in the totals, without a poll in both: ward.\n"
    )
    rows = json.loads(printed(capsys, "town-2018", "--by", "ward", "-f", "json", "--store", folder, err=said))
    assert [(row["party"], row["votes_from"], row["seats_to"]) for row in rows] == [("con", None, 1), ("lab", None, 0)]
    # of all wards together there is then nothing to compare
    assert printed(capsys, "town-2018", "--no-header", "--store", folder, err=said, code=1) == ""
    table = printed(capsys, "town-2018", "--by", "ward", "-f", "table", "--store", folder)
    assert table.splitlines()[0] == "Town, 3 May 2018 to 3 May 2018: 0 of 1 ward compared"
    assert "no poll" in table


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (["barnet-by-2021-05-06"], "barnet-by-2021-05-06 is a by-election"),
        (["derby-2014", "derby-2018"], "derby-2014 elects by thirds"),
    ],
)
def test_a_part_is_no_whole_council(words: list[str], why: str, capsys: pytest.CaptureFixture[str]) -> None:
    said = refused(capsys, *words, "--whole-council")
    assert said == f"wardcheck: --whole-council: expected two elections of a whole council, but {why}\n"


def test_a_limit_leaves_no_party_without_a_measure(capsys: pytest.CaptureFixture[str]) -> None:
    table = printed(capsys, "barnet-2018", "--measure", "all", "--limit", "2", "-f", "table").splitlines()
    assert table[0].endswith("; 2 of 9 rows shown")
    assert [line.split()[4:8] for line in table[3:5]] == [
        ["+37,424", "+12,054", "+12,475", "+12,475"],
        ["+23,150", "+8,083", "+7,716", "+7,716"],
    ]


def test_other_seats_to_fill_are_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["change", "barnet-by-2021-05-06", "--no-header"]) == 0
    said = "not like for like, in 2 wards: east-barnet, edgware.\n"
    assert capsys.readouterr().err.endswith(said)
