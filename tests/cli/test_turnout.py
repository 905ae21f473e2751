"""``wardcheck turnout``: its screens and its formats."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import product
from typing import Any

import pytest
from analysis.builders import contest, election, stood, won
from conftest import MakeStore
from rich.cells import cell_len
from telling import telling

from cli.test_contract import columns_of
from wardcheck.analysis.turnout import turnout
from wardcheck.cli.chosen import Chosen
from wardcheck.cli.main import run
from wardcheck.model import Ballots, Election, ReportedTurnout, Source, Ward
from wardcheck.render.screens.turnout import turnout_sheet
from wardcheck.render.sheet import Bar, Sheet
from wardcheck.render.table import table
from wardcheck.store import Store

HEADER = "\t".join(columns_of("turnout"))
HIGH_BARNET = "barnet-2018\thigh-barnet\t11578\t6411\t\t\t55.3723\t\t2.8635\tcounted: ec-2018\t\t\t55.3723\t55.3723\t1"


def ward(slug: str, **known: Any) -> Ward:
    return contest(1, won("A", "con", 60), stood("B", "lab", 40), slug=slug, **known)


MIXED = election(
    ward("counted", electorate=1000, ballots=Ballots(valid=390, rejected_total=10)),
    ward("on-paper", electorate=1000, ballots=Ballots(valid=300)),
    ward("reported", electorate=3000, turnout_reported=ReportedTurnout(36.82, "ballot-box")),
    ward("not-stated", turnout_reported=ReportedTurnout(50, None)),
    ward("unknown"),
    contest(1, won("A", "con", None), slug="unopposed", status="unopposed"),
)
"""One ward for each state of knowledge."""


def sheet_of(store: Store, chosen: Sequence[Election], limit: int | None = None) -> Sheet:
    rows = turnout(*chosen)
    return turnout_sheet(rows[:limit], rows, Chosen(chosen, store).labels)


def lines_of(sheet: Sheet, width: int) -> list[str]:
    return table(sheet, width=width, terminal=False).splitlines()


def bars(sheet: Sheet) -> list[Bar]:
    return [cell for row in sheet.rows for cell in row if isinstance(cell, Bar)]


# -- screens -----------------------------------------------------------------------------------------------


def test_barnet_at_80(shipped: Store) -> None:
    lines = lines_of(sheet_of(shipped, [shipped.election("barnet-2018")]), 80)
    assert lines[:4] == [
        "Barnet, 3 May 2018: 21 wards, turnout 44.2 %",
        "",
        "Ward                 Turnout %  0 to 100 %                Papers  Electorate",
        "High Barnet               55.4  █████████████▎             6,411      11,578",
    ]
    assert lines[23:] == [
        "Colindale                 31.9  ███████▋                   4,610      14,457",
        "",
        "Turnout overall: 44.2 % (110,378 papers of 249,738 electors).",
        "Turnout: all papers at the count, valid and rejected, in percent of the",
        "electorate.",
        "Not known: valid papers in all 21 wards.",
        "Counted: ec-2018.",
    ]


def test_barnet_at_200_has_the_votes_a_paper_as_well(shipped: Store) -> None:
    lines = lines_of(sheet_of(shipped, [shipped.election("barnet-2018")]), 200)
    assert lines[2].endswith("Papers  Electorate  Votes a paper")
    assert lines[3].endswith("6,411      11,578           2.86")


def test_every_line_fits_and_none_ends_in_blanks(shipped: Store) -> None:
    found = telling(shipped)
    sheets = [sheet_of(shipped, chosen) for chosen in [found, *([e] for e in found)]]
    sheets += [sheet_of(shipped, [MIXED], limit) for limit in (None, 3, 0)]
    for sheet, width in product(sheets, (40, 80, 120, 200)):
        for line in lines_of(sheet, width):
            assert cell_len(line) <= width
            assert line == line.rstrip()
            assert "…" not in line


@pytest.mark.parametrize("width", [80, 200])
def test_every_ward_is_whole_on_its_line(shipped: Store, width: int) -> None:
    for chosen in telling(shipped):
        text = "\n".join(lines_of(sheet_of(shipped, [chosen]), width))
        assert all(f"\n{one.name}  " in text for one in chosen.wards)


def test_each_state_of_knowledge(shipped: Store) -> None:
    # two of the five wards that polled are known, and do not stand for all
    assert lines_of(sheet_of(shipped, [MIXED]), 80) == [
        "Town, 3 May 2018: 6 wards",
        "",
        "Ward        Turnout %  0 to 100 %             Valid %  Papers  Valid  Electorate",
        "Counted          40.0  ████████▍                 39.0     400    390       1,000",
        "Reported        *36.8  ███████▊                                            3,000",
        "On Paper               unknown                   30.0            300       1,000",
        "Not Stated             reported 50 %",
        "Unknown                unknown",
        "Unopposed              no poll",
        "",
        "Turnout overall: unknown, for not every ward that polled has papers and",
        "electorate.",
        "Turnout: all papers at the count, valid and rejected, in percent of the",
        "electorate.",
        "Valid %: the valid papers alone, in percent of the electorate.",
        "* reported as a percentage, not worked out of counts.",
        "Not known: electorate in 2 of 6 wards; papers at the count in 4 of 6 wards;",
        "valid papers in 3 of 6 wards.",
        "A turnout is reported in 1 of 6 wards by another definition, or by none that is",
        "stated.",
        "Counted: declared in 2 wards.",
        "Reported: declared in 1 ward.",
        "Reported 50 %, definition not stated: declared in 1 ward.",
    ]


def test_bars_are_on_a_scale_of_the_whole_electorate(shipped: Store) -> None:
    sheet = sheet_of(shipped, [shipped.election("barnet-2018")])
    assert bars(sheet)[0].share == pytest.approx(0.553723, abs=5e-7)
    # more papers than electors is an error of a source, and no reason to leave the column
    over = sheet_of(shipped, [election(ward("over", electorate=100, ballots=Ballots(at_count=150)))])
    assert [bar.share for bar in bars(over)] == [1]


def test_hiding_rows_changes_no_bar_and_no_total(shipped: Store) -> None:
    chosen = [shipped.election("barnet-2018")]
    everything, some = sheet_of(shipped, chosen), sheet_of(shipped, chosen, 4)
    assert bars(some) == bars(everything)[:4]
    assert some.title == everything.title
    assert [*some.notes] == [*everything.notes]


def test_with_many_sources_each_row_names_its_own(shipped: Store) -> None:
    names = [f"s{n}" for n in range(4)]
    wards = [replace(ward(f"w{n}", ballots=Ballots(at_count=100)), sources=(name,)) for n, name in enumerate(names)]
    many = replace(election(*wards), sources={name: Source(name, name) for name in names})
    lines = lines_of(sheet_of(shipped, [many]), 120)
    assert lines[2].endswith("Source")
    assert [line.split()[-1] for line in lines[3:7]] == names


def test_no_rows(shipped: Store) -> None:
    sheet = turnout_sheet([], turnout(), Chosen([], shipped).labels)
    assert (sheet.title, list(sheet.rows)) == ("0 elections: 0 wards", [])


# -- the command -------------------------------------------------------------------------------------------


def printed(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    assert run(["turnout", *arguments]) == 0
    out, err = capsys.readouterr()
    assert err == ""
    return out


@pytest.fixture
def here(repository: object, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(str(repository))


@pytest.mark.usefixtures("here")
def test_tsv_on_a_pipe(capsys: pytest.CaptureFixture[str]) -> None:
    lines = printed(capsys, "barnet-2018").splitlines()
    assert lines[:2] == [HEADER, HIGH_BARNET]
    assert len(lines) == 22
    assert printed(capsys, "barnet-2018", "--no-header", "--limit", "1") == f"{HIGH_BARNET}\n"


@pytest.mark.usefixtures("here")
def test_every_format_has_every_ward(capsys: pytest.CaptureFixture[str]) -> None:
    (row,) = json.loads(printed(capsys, "barnet-2018", "--ward", "high-barnet", "-f", "json"))
    assert list(row) == HEADER.split("\t")
    assert (row["turnout_pct"], row["valid"], row["votes_per_ballot"]) == (55.3723, None, 2.8635)
    (line,) = printed(capsys, "barnet-2018", "--ward", "high-barnet", "-f", "jsonl").splitlines()
    assert json.loads(line) == row
    assert printed(capsys, "barnet-2018", "-f", "csv").splitlines()[1] == HIGH_BARNET.replace("\t", ",")
    assert printed(capsys, "barnet-2018", "-f", "md").splitlines()[2] == f"| {HIGH_BARNET.replace(chr(9), ' | ')} |"
    assert "High Barnet               55.4" in printed(capsys, "barnet-2018", "-f", "table")


@pytest.mark.usefixtures("here")
def test_unknown_is_empty_and_never_nought(capsys: pytest.CaptureFixture[str]) -> None:
    for line in printed(capsys, "hertsmere-2019", "--no-header").splitlines():
        assert line.split("\t")[2:] == [*[""] * 12, "1"]
    for row in json.loads(printed(capsys, "hertsmere-2019", "-f", "json")):
        assert {value for key, value in row.items() if key not in ("election", "ward", "wards")} == {None}
        assert row["wards"] == 1


def column(lines: Iterable[str], number: int) -> list[str]:
    return [line.split("\t")[number] for line in lines]


@pytest.mark.usefixtures("here")
def test_lowest_first_by_sorting_with_unknown_still_last(capsys: pytest.CaptureFixture[str]) -> None:
    lines = printed(capsys, "*-2019", "bar*-2018", "--no-header", "--sort", "turnout_pct").splitlines()
    known = [float(value) for value in column(lines, 6) if value]
    assert known == sorted(known)
    assert not any(column(lines[len(known) :], 6))


def test_a_store_with_each_state_of_knowledge(make_store: MakeStore, capsys: pytest.CaptureFixture[str]) -> None:
    out = printed(capsys, "--all", "--store", str(make_store(MIXED)), "--columns", "ward,turnout_pct,source")
    assert out.splitlines()[1:] == [
        "counted\t40\tcounted: declared",
        "reported\t36.82\treported: declared",
        "on-paper\t\tcounted: declared",
        "not-stated\t\treported 50 %, definition not stated: declared",
        "unknown\t\t",
        "unopposed\t\tno poll",
    ]
