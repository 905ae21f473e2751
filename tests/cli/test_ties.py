"""``wardcheck ties`` as it is run, and what a person sees."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import fields, replace

import pytest
from analysis.builders import contest, election, stood, won
from analysis.test_ties import council
from conftest import MakeStore
from rich.cells import cell_len

from cli.test_contract import columns_of
from wardcheck.analysis.ties import TieRow, ties
from wardcheck.cli.chosen import Chosen
from wardcheck.cli.main import run
from wardcheck.model import Election, TieBreak
from wardcheck.render.screens.ties import ties_sheet
from wardcheck.render.table import table
from wardcheck.store import Store

COLUMNS = columns_of("ties")


def printed(capsys: pytest.CaptureFixture[str], *arguments: str, err: str = "") -> str:
    assert run(["ties", *arguments]) == 0
    captured = capsys.readouterr()
    assert captured.err == err
    return captured.out


def lines_of(store: Store, chosen: Sequence[Election], width: int = 80, limit: int | None = None) -> list[str]:
    rows = ties(*chosen)
    sheet = ties_sheet(rows[:limit], rows, Chosen(chosen, store).labels)
    return table(sheet, width=width, terminal=False).splitlines()


# -- the command -------------------------------------------------------------------------------------------


SOME = ("bradford-2019", "hertsmere-2019", "north-hertfordshire-2019", "sutton-2018")


def test_all_of_the_store_without_an_argument(capsys: pytest.CaptureFixture[str]) -> None:
    assert [field.name for field in fields(TieRow)] == COLUMNS
    assert run(["ties"]) == 0
    out, err = capsys.readouterr()
    assert "woodfield (stevenage-2024)" in err  # level, and nobody tells of a lot
    assert out == printed(capsys, "--all", err=err)
    header, *rows = (line.split("\t") for line in out.splitlines())
    assert header == COLUMNS
    assert [row for row in rows if row[0] in SOME] == [
        [*("bradford-2019", "tong", "1", "742", "Kausar Mukhtar", "lab", "Matt Edwards", "green"),
         *("lot from box", "true", "none", "lab", "lab")],
        [*("hertsmere-2019", "borehamwood-kenilworth", "3", "819", "Kumail Jaffer", "lab", "Dan Ozarow", "lab"),
         *("lot", "false", "none", "con", "con")],
        [*("north-hertfordshire-2019", "letchworth-south-west", "1", "800", "Sean Prendergast", "ld"),
         *("Lynda Needham", "con", "straws", "false", "none", "noc", "noc")],
        [*("sutton-2018", "nonsuch", "3", "1405", "James McDermott-Hill", "con", "Samantha Bourne", "ld"),
         *("coin toss", "false", "none", "ld", "ld")],
    ]  # fmt: skip


def test_elections_patterns_and_wards(capsys: pytest.CaptureFixture[str]) -> None:
    assert [r["ward"] for r in json.loads(printed(capsys, "*-2018", "-f", "json"))] == ["nonsuch"]
    assert [r["ward"] for r in json.loads(printed(capsys, "--ward", "tong", "-f", "json"))] == ["tong"]
    nothing = "wardcheck: No lot is recorded.\n"
    assert printed(capsys, "barnet-2018", "--no-header", err=nothing) == ""
    assert printed(capsys, "sutton-2018", "--ward", "cheam", "-f", "table") == (
        "Cheam, Sutton, 3 May 2018: no lot is recorded\n"
    )
    (row,) = json.loads(printed(capsys, "bradford-2019", "-f", "json"))
    assert (row["vote_added"], row["effect_on_control"]) == (True, "none")


def test_unknown_is_empty(make_store: MakeStore, capsys: pytest.CaptureFixture[str]) -> None:
    tie = TieBreak(70, ("A", "B"), "A", "lot")
    store = make_store(election(contest(1, won("A", "con", 70), stood("B", "lab", 70), tie_break=tie)))
    assert printed(capsys, "--store", str(store), "--no-header").rstrip("\n").split("\t")[-3:] == ["", "", ""]


# -- the screen --------------------------------------------------------------------------------------------


def test_all_at_80(shipped: Store) -> None:
    found = shipped.elections("bradford-2019", "hertsmere-2019", "north-hertfordshire-2019", "sutton-2018")
    assert lines_of(shipped, found) == [
        "4 elections: a lot decided in 4 wards",
        "",
        "Ward                      Votes  Candidate                     By lot",
        "Tong                        742   Lab    Kausar Mukhtar        won: lot from box",
        "bradford-2019               742   Green  Matt Edwards          lost",
        "",
        "Borehamwood Kenilworth      819   Lab    Kumail Jaffer         won",
        "hertsmere-2019              819   Lab    Dan Ozarow            lost",
        "",
        "Letchworth South West       800   LD     Sean Prendergast      won: straws",
        "north-hertfordshire-2019    800   Con    Lynda Needham         lost",
        "",
        "Nonsuch                   1,405   Con    James McDermott-Hill  won: coin toss",
        "sutton-2018               1,405   LD     Samantha Bourne       lost",
        "",
        "Level across the cut, on the papers: a lot decided who was elected.",
        "Overall control: the same with the other result in Borehamwood Kenilworth",
        "(Hertsmere; a lot inside one party) and Nonsuch (Sutton).",
        "Overall control: unknown in Tong (Bradford) and Letchworth South West (North",
        "Hertfordshire), where not all seats of the council are known.",
    ]


@pytest.mark.parametrize("width", [40, 80, 120, 200])
def test_every_line_fits(shipped: Store, width: int) -> None:
    found = shipped.elections("*-2019", "sutton-2018")
    for limit in (None, 2, 0):
        for line in lines_of(shipped, found, width, limit):
            assert cell_len(line) <= width
            assert line == line.rstrip()


def test_control_is_told_with_names_of_parties(shipped: Store) -> None:
    def note(winner: str, loser: str, others: dict[str, int]) -> str:
        return " ".join(lines_of(shipped, [council(winner, loser, others)])[-2:])

    two = {"con": 2, "lab": 2}
    assert note("con", "ld", two).endswith(
        "Overall control: with the other result in Tied (Town), Con would have lost control."
    )
    assert "Lab would have won control from Con." in note("con", "lab", two)
    assert "Lab would have won control." in note("con", "lab", {"con": 2, "lab": 3})


def test_three_who_were_level_are_one_lot(shipped: Store) -> None:
    tie = TieBreak(70, ("A", "B", "C"), "A", "lot")
    ward = contest(1, won("A", "con", 70), stood("B", "lab", 70), stood("C", "ld", 70), tie_break=tie)
    lines = lines_of(shipped, [election(ward)])
    assert lines[0] == "Ward, Town, 3 May 2018: a lot decided in 1 ward"
    assert [line.split() for line in lines[3:6]] == [
        ["Ward", "70", "Con", "A", "won"],
        ["town-2018", "70", "Lab", "B", "lost"],
        ["70", "LD", "C", "lost"],
    ]
    silent = lines_of(shipped, [election(replace(ward, tie_break=None))])
    assert silent[0] == "Ward, Town, 3 May 2018: no lot is recorded"
    assert "Level across the cut, and the ward file does not say how that was settled: Ward." in " ".join(silent)


def test_none_and_hidden_ones(shipped: Store) -> None:
    assert lines_of(shipped, [shipped.election("barnet-2018")]) == ["Barnet, 3 May 2018: no lot is recorded"]


def test_seats_worked_out_tell_what_a_lot_meant_for_control(capsys: pytest.CaptureFixture[str]) -> None:
    """By thirds: of Halton's 54 seats Labour has 48, and would have 49; of North Hertfordshire's 49, 25 are control.

    There Conservatives, Labour and Liberal Democrats have 22, 16 and 11, and the first would have 23 with the lot.
    """
    words = ["ties", "halton-2022", "north-hertfordshire-2019", "--no-header"]
    assert run([*words, "--columns", "election,control,control_otherwise,effect_on_control"]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "halton-2022\tlab\tlab\tnone",
        "north-hertfordshire-2019\tnoc\tnoc\tnone",
    ]


def test_one_ward_does_not_pass_for_its_council(capsys: pytest.CaptureFixture[str]) -> None:
    columns = ["--no-header", "--columns", "election,ward,control,control_otherwise,effect_on_control"]
    assert run(["ties", "sutton-2018", *columns]) == 0
    whole = capsys.readouterr().out
    assert whole
    assert run(["ties", "sutton-2018", "--ward", "nonsuch", *columns]) == 0
    assert capsys.readouterr().out == whole
