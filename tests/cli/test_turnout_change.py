"""``wardcheck turnout --from``: its formats, its refusals, and what it says of wards that it cannot compare."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path
from typing import get_args

import pytest
from analysis.builders import contest, election, stood, won
from conftest import MakeStore

from wardcheck.cli.main import run
from wardcheck.cli.options import FormatName
from wardcheck.cli.output import BINARY
from wardcheck.model import Ballots, ReportedTurnout, Ward

CROYDON = ("croydon-2022", "--from", "croydon-2018")
BARNET = ("barnet-2022", "--from", "barnet-2018")
FAIRFIELD = [
    *("croydon-2018", "croydon-2022", "fairfield", "ballot-box", "8477", "10928", "2451", "2609", "2672", "63"),
    *("30.7774", "24.451", "-6.3264", "1", "1"),
]


def printed(capsys: pytest.CaptureFixture[str], *words: str, code: int = 0) -> tuple[str, list[str]]:
    assert run(["turnout", *words]) == code
    out, err = capsys.readouterr()
    return out, err.splitlines()


def refused(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    assert run(["turnout", *words]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    return err


# -- rows --------------------------------------------------------------------------------------------------


def test_tsv_begins_with_all_wards(capsys: pytest.CaptureFixture[str]) -> None:
    out, err = printed(capsys, *CROYDON)
    lines = [line.split("\t") for line in out.splitlines()]
    assert err == []
    assert len(lines) == 1 + 1 + 28
    # the Electoral Commission's totals for the council in 2018: 104,033 papers of 271,202 electors
    assert lines[1][:7] == ["croydon-2018", "croydon-2022", "", "ballot-box", "271202", "280960", "9758"]
    assert lines[1][7:9] == ["104033", "96786"]
    assert lines[2][2] == "sanderstead"
    assert FAIRFIELD in lines


def test_one_ward_in_every_format(capsys: pytest.CaptureFixture[str]) -> None:
    words = (*CROYDON, "--ward", "fairfield")
    out, err = printed(capsys, *words, "--no-header")
    assert (out, err) == ("\t".join(FAIRFIELD) + "\n", [])
    (row,) = json.loads(printed(capsys, *words, "-f", "json")[0])
    assert list(row.values()) == [
        *FAIRFIELD[:4],
        *map(int, FAIRFIELD[4:10]),
        *map(float, FAIRFIELD[10:13]),
        *map(int, FAIRFIELD[13:]),
    ]
    assert json.loads(printed(capsys, *words, "-f", "jsonl")[0]) == row
    assert list(csv.reader(io.StringIO(printed(capsys, *words, "-f", "csv")[0])))[1] == FAIRFIELD
    assert printed(capsys, *words, "-f", "md")[0].splitlines()[2] == f"| {' | '.join(FAIRFIELD)} |"
    for form in ("table", "svg", "html"):
        drawn, err = printed(capsys, *words, "-f", form)
        assert err == []
        text = re.sub(r"<[^>]+>", "", drawn).replace("&#160;", " ")
        assert "ballot-box turnout 38.4 → 34.4 %" in text
        assert "Fairfield" in text
        assert "-6.3" in text
        assert "Sanderstead" not in text


def test_one_ward_is_not_told_of_the_others(capsys: pytest.CaptureFixture[str]) -> None:
    out, err = printed(capsys, "bexley-2022", "--from", "bexley-2018", "--ward", "crayford", "--no-header")
    assert (out.count("\n"), err) == (1, [])


def test_the_usual_options(capsys: pytest.CaptureFixture[str]) -> None:
    words = ("--no-header", "--columns", "ward,turnout_change_pp")
    assert printed(capsys, *CROYDON, *words, "--limit", "2")[0] == "\t-3.9116\nsanderstead\t0.8877\n"
    lowest = printed(capsys, *CROYDON, *words, "--sort", "turnout_change_pp", "--limit", "1")[0]
    assert lowest == "shirley-north\t-8.3854\n"
    assert printed(capsys, *CROYDON, *words, "--reverse", "--limit", "1")[0] == lowest


def test_a_pattern_that_means_one_election_will_do(capsys: pytest.CaptureFixture[str]) -> None:
    assert printed(capsys, "croydon-*22", "--from", "croydon-2018")[0] == printed(capsys, *CROYDON)[0]


def test_without_from_nothing_is_new(capsys: pytest.CaptureFixture[str]) -> None:
    assert printed(capsys, "croydon-2022")[0].startswith("election\tward\telectorate\tballots_at_count\tvalid\t")


# -- what cannot be compared -------------------------------------------------------------------------------


def test_a_redrawn_borough_has_its_total_and_names_its_wards(capsys: pytest.CaptureFixture[str]) -> None:
    counted = printed(capsys, *BARNET)[1]
    assert [line.rpartition(": ")[2] for line in counted] == [
        "21 wards of barnet-2018; --unmatched names them.",
        "24 wards of barnet-2022; --unmatched names them.",
    ]
    out, err = printed(capsys, *BARNET, "--no-header", "--unmatched")
    assert out == (
        "barnet-2018\tbarnet-2022\t\tballot-box\t249738\t256974\t7236\t110378\t97481\t-12897\t"
        "44.1975\t37.9342\t-6.2633\t21\t24\n"
    )
    then, now = err
    start = "wardcheck: Not compared ward by ward, without a counterpart in "
    assert then.startswith(f"{start}barnet-2022: 21 wards of barnet-2018: brunswick-park, burnt-oak, childs-hill,")
    assert now.startswith(f"{start}barnet-2018: 24 wards of barnet-2022: barnet-vale, brunswick-park, burnt-oak,")
    assert (then.count(","), now.count(",")) == (1 + 20, 1 + 23)


def test_unknown_is_said_to_be_and_no_error(capsys: pytest.CaptureFixture[str]) -> None:
    out, err = printed(capsys, "redbridge-2018", "--from", "redbridge-2014", "-f", "json", code=1)
    (row,) = json.loads(out)
    assert (row["ward"], row["definition"], row["wards_from"], row["wards_to"]) == (None, "ballot-box", 0, 0)
    assert {value for name, value in row.items() if name.endswith(("_pct", "_pp", "_change"))} == {None}
    assert len(err) == 3
    assert err[2] == (
        "wardcheck: Unknown in redbridge-2014: electorate and papers at the count "
        "(a percentage of no stated definition is reported), in all of its 21 wards."
    )


def test_wards_that_lack_a_figure_are_named(capsys: pytest.CaptureFixture[str]) -> None:
    out, err = printed(capsys, "bexley-2022", "--from", "bexley-2018", "--no-header")
    assert err == ["wardcheck: Unknown in bexley-2022: papers at the count, in 2 wards: east-wickham, longlands."]
    lines = [line.split("\t") for line in out.splitlines()]
    assert (lines[0][2], lines[0][13:]) == ("", ["15", "15"])
    # unknown last, and empty
    assert [line[2] for line in lines[-2:]] == ["east-wickham", "longlands"]
    assert [line[8:10] + line[11:13] for line in lines[-2:]] == [[""] * 4] * 2


def test_by_the_other_definition(capsys: pytest.CaptureFixture[str]) -> None:
    out, err = printed(capsys, *CROYDON, "--definition", "valid", "--no-header")
    assert {line.split("\t")[3] for line in out.splitlines()} == {"valid"}
    # before: unknown, and with them every change
    assert {tuple(line.split("\t")[n] for n in (7, 9, 10, 12)) for line in out.splitlines()} == {("",) * 4}
    assert err == ["wardcheck: Unknown in croydon-2018: valid papers, in all of its 28 wards."]
    # Croydon counts the rejected papers in, so that the valid ones are worked out: 3,817 - 0 - 5 - 0 - 14 = 3,798
    assert [line.split("\t")[8] for line in out.splitlines()][1] == "3798"


@pytest.mark.parametrize("form", sorted({*get_args(FormatName)} - {*BINARY}))
def test_a_person_has_it_in_the_notes(form: FormatName, capsys: pytest.CaptureFixture[str]) -> None:
    out, err = printed(capsys, *BARNET, "--unmatched", "-f", form)
    if form in ("table", "svg", "html"):
        assert err == []
        text = " ".join(re.sub(r"<[^>]+>", " ", out).replace("&#160;", " ").split())
        assert "without a counterpart in Barnet, 5 May 2022: 21 wards of Barnet, 3 May 2018: Brunswick Park," in text
        assert "Whetstone, Woodhouse." in text
    else:
        assert len(err) == 2
        assert "counterpart" not in out


def store_of(make_store: MakeStore) -> Path:
    def ward(slug: str, **known: object) -> Ward:
        return contest(1, won("A", "con", 60), stood("B", "lab", 40), slug=slug, electorate=1000, **known)

    return make_store(
        election(
            ward("a", ballots=Ballots(valid=390, rejected_total=10)),
            ward("b", turnout_reported=ReportedTurnout(36.8, "total")),
            contest(1, won("A", "con", None), slug="c", status="unopposed"),
            slug="town-2014",
            kind="all",
        ),
        election(*(ward(slug, ballots=Ballots(valid=400, rejected_total=20)) for slug in "abc"), kind="all"),
    )


def test_each_kind_of_gap_has_its_line(make_store: MakeStore, capsys: pytest.CaptureFixture[str]) -> None:
    words = ("town-2018", "--from", "town-2014", "--store", str(store_of(make_store)))
    out, err = printed(capsys, *words, "--no-header", "--columns", "ward,turnout_change_pp,wards_from,wards_to")
    assert out == "\t2\t1\t1\na\t2\t1\t1\nb\t\t1\t1\nc\t\t1\t1\n"
    assert err == [
        "wardcheck: 3 wards are matched by name alone, for town-2014 has no codes for them that would tell whether "
        "they were redrawn.",
        "wardcheck: Unknown in town-2014: papers at the count (a percentage of total is reported), in 1 ward: b.",
        "wardcheck: No poll in town-2014, in 1 ward: c.",
    ]
    # the valid papers: 390 and 400 of 1,000
    out, _ = printed(capsys, *words, "--no-header", "--columns", "turnout_change_pp", "--definition", "valid")
    assert out.split() == ["1", "1"]


# -- refusals ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["barnet-2018", "--definition", "valid"], "--definition: expected --from ELECTION with it"),
        (["--from", "barnet-2014"], "--from: expected one election to compare with barnet-2014, got none"),
        (["barnet-2018", "barnet-2022", "--from", "barnet-2014"], "compare with barnet-2014, got 2"),
        (["barnet-20*", "--from", "barnet-2014"], "expected one election, got the pattern 'barnet-20*', which"),
        (["--all", "--from", "barnet-2014"], "compare with barnet-2014, got --all"),
        (["barnet-2018", "--all", "--from", "barnet-2014"], "compare with barnet-2014, got --all"),
        (["barnet-2018", "--from", "barnet-2041"], "no election 'barnet-2041'; nearest: barnet-2018, barnet-2014"),
        (["barnet-2081", "--from", "barnet-2014"], "no election 'barnet-2081'; nearest: barnet-2018"),
        (["barnet-2018", "--from", "barnet-2014", "--sort", "turnout_pct"], "no column 'turnout_pct'; nearest: turno"),
        ([*BARNET, "--ward", "high-barnet"], "ward 'high-barnet' of barnet-2022 has no counterpart in barnet-2018"),
        ([*BARNET, "--ward", "hale"], "ward 'hale' of barnet-2018 has no counterpart in barnet-2022"),
        ([*CROYDON, "--ward", "fairfeild"], "no ward 'fairfeild' in croydon-2022; nearest: fairfield"),
        (
            [*CROYDON, "--ward", "park-hill-whitgift"],
            "ward 'park-hill-whitgift' of croydon-2018 is 'park-hill-and-whitgift' in croydon-2022",
        ),
    ],
)
def test_what_cannot_be_done(words: list[str], message: str, capsys: pytest.CaptureFixture[str]) -> None:
    said = refused(capsys, *words)
    assert message in said
    assert said.startswith("wardcheck: ")
    assert said.count("\n") == 1


def test_two_councils(capsys: pytest.CaptureFixture[str]) -> None:
    said = refused(capsys, "brent-2018", "--from", "barnet-2018")
    assert said.count("\n") == 1
    assert "barnet-2018 (Barnet)" in said
    assert "brent-2018 (Brent)" in said


@pytest.mark.parametrize("words", [["--definition", "all"], ["--definition", ""], ["--definition"]])
def test_usage(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert "--definition" in refused(capsys, *CROYDON, *words)
