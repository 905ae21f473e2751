"""``wardcheck relate``: its formats, its screens, and the warning that goes with each."""

from __future__ import annotations

import json
from pathlib import Path
from typing import get_args

import pytest
from analysis.builders import contest, election, stood, won
from conftest import MakeStore
from rich.cells import cell_len

from cli.test_contract import columns_of
from wardcheck.analysis.relate import ECOLOGICAL, SHARES_ADD_UP
from wardcheck.cli.main import run
from wardcheck.cli.options import FormatName
from wardcheck.cli.output import BINARY

BARNET = ["relate", "barnet-2018", "--party", "lab", "--with", "jewish/residents"]
FORMATS = pytest.mark.parametrize("form", sorted({*get_args(FormatName)} - {*BINARY}))
COLUMNS = columns_of("relate")


def printed(capsys: pytest.CaptureFixture[str], *argv: str) -> tuple[str, str]:
    assert run(argv) == 0
    out, err = capsys.readouterr()
    return out, err


def refused(capsys: pytest.CaptureFixture[str], *argv: str) -> str:
    assert run(argv) == 2
    out, err = capsys.readouterr()
    assert out == ""
    return err


def unwrapped(text: str) -> str:
    return " ".join(text.split())


@FORMATS
@pytest.mark.parametrize("extra", [[], ["--points"]])
def test_the_warning_goes_with_every_format(
    form: FormatName, extra: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    out, err = printed(capsys, *BARNET, *extra, "-f", form)
    if form in ("table", "svg", "html"):
        assert err == ""
        if form == "table":
            assert ECOLOGICAL in unwrapped(out)
            assert "2011 census" in unwrapped(out)
        assert "ecological" in out
    else:
        assert f"wardcheck: {ECOLOGICAL}\n" in err
        assert "2011 census" in err
        assert "ecological" not in out


def test_columns(capsys: pytest.CaptureFixture[str]) -> None:
    out, _ = printed(capsys, *BARNET)
    lines = [line.split("\t") for line in out.splitlines()]
    assert lines[0] == COLUMNS
    assert [line[4:10] for line in lines[1:]] == [
        ["pearson_r", "-0.6238", "-0.8316", "-0.2629", "21", "0"],
        ["spearman_rho", "-0.6727", "-0.8686", "-0.2951", "21", "0"],
    ]


def test_points(capsys: pytest.CaptureFixture[str]) -> None:
    out, _ = printed(capsys, *BARNET, "--points", "-f", "json")
    rows = json.loads(out)
    assert len(rows) == 21
    assert rows[-1]["ward"] == "garden-suburb"
    assert rows[-1]["against_value"] == pytest.approx(38.2, abs=0.05)
    assert {row["left_out"] for row in rows} == {None}


def test_screen(capsys: pytest.CaptureFixture[str]) -> None:
    out, _ = printed(capsys, *BARNET, "-f", "table")
    lines = out.splitlines()
    assert lines[3:7] == [
        "Lab: change in share, pp",
        "+14.7 |        A",
        "      |    B",
        "      |",
    ]
    assert "      +------------------------------------------------------------" in lines
    assert "A High Barnet: +14.7 pp at 6.5 %" in lines
    assert "G Garden Suburb: -6.9 pp at 38.2 %" in lines
    assert "Pearson r     -0.62  -0.83 to -0.26  -0.67 to -0.55   0.004     21" in lines
    assert "Spearman rho  -0.67  -0.87 to -0.30  -0.71 to -0.62   0.003     21" in lines


@pytest.mark.parametrize(
    "words",
    [
        BARNET,
        [*BARNET, "--points"],
        ["relate", "barnet-2018", "--between", "con,lab", "--with", "jewish/residents"],
        ["relate", "barnet-2018", "--between", "con,lab", "--steed", "--with", "residents"],
        ["relate", "barnet-2018", "--party", "con", "--with-party", "ukip"],
        ["relate", "barnet-2018", "--party", "con", "--with-party", "ukip", "--withdrew", "ukip"],
        ["relate", "brent-2014", "brent-2018", "--party", "con", "--with", "hindu/residents"],
        ["relate", "hackney-2014", "hackney-2018", "--party", "con", "--with", "jewish/residents"],
    ],
)
def test_screens_fit_and_need_no_colour(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    out, _ = printed(capsys, *words, "-f", "table")
    assert out.isprintable() or "\x1b" not in out
    for line in out.splitlines():
        assert cell_len(line) <= 80
        assert line == line.rstrip()


def test_every_ward_is_in_the_scatter(capsys: pytest.CaptureFixture[str]) -> None:
    out, _ = printed(capsys, *BARNET, "-f", "table")
    lines = out.splitlines()
    cells = "".join(line.partition("|")[2] for line in lines if "|" in line)
    wards = sum(int(mark) if mark.isdigit() else 1 for mark in cells if mark not in " .")
    beside = sum(int(line.split(", ")[1].split(" ")[0]) for line in lines if line.endswith(" more there"))
    assert wards + beside == 21


def test_two_parties(capsys: pytest.CaptureFixture[str]) -> None:
    out, err = printed(capsys, "relate", "barnet-2018", "--party", "con", "--with-party", "ukip")
    assert "\tcon share_change_pp\tukip share_change_pp\tpearson_r\t" in out
    assert f"wardcheck: {SHARES_ADD_UP}\n" in err
    assert "wardcheck: ukip stood in both elections in 1 of 21 wards, in one of them in 8, in neither in 12;" in err


def test_only_where_a_party_withdrew(capsys: pytest.CaptureFixture[str]) -> None:
    words = ["relate", "barnet-2018", "--party", "con", "--with-party", "ukip", "--withdrew", "ukip"]
    out, err = printed(capsys, *words)
    assert [line.split("\t")[5:10] for line in out.splitlines()[1:]] == [
        ["0.3032", "-0.5106", "0.8304", "8", "13"],
        ["0.2619", "-0.5534", "0.8209", "8", "13"],
    ]
    assert "wardcheck: Left out, ukip did not stand in barnet-2014: brunswick-park, " in err
    assert "wardcheck: Left out, ukip stood again in barnet-2018: woodhouse.\n" in err
    assert "wardcheck: ukip stood in both elections in 0 of 8 wards, in one of them in 8, in neither in 0;" in err
    table = unwrapped(printed(capsys, *words, "-f", "table")[0])
    assert "in 8 wards from which UKIP withdrew" in table
    assert "Left out, ukip stood again in barnet-2018: Woodhouse." in table
    points = json.loads(printed(capsys, *words, "--points", "-f", "json")[0])
    assert sum(point["left_out"] is None for point in points) == 8
    reasons = {point["ward"]: point["left_out"] for point in points}
    assert reasons["woodhouse"] == "ukip stood again in barnet-2018"
    assert "in 8 wards from which UKIP withdrew" in unwrapped(printed(capsys, *words, "--points", "-f", "table")[0])


def test_nobody_withdrew(capsys: pytest.CaptureFixture[str]) -> None:
    out, err = printed(capsys, *BARNET, "--withdrew", "con")
    assert "\tpearson_r\t\t\t\t0\t21\t" in out
    assert "wardcheck: Left out, con stood again in barnet-2018: " in err
    assert "undefined" in printed(capsys, *BARNET, "--withdrew", "con", "-f", "table")[0]


def test_wards_left_out_are_named(capsys: pytest.CaptureFixture[str]) -> None:
    words = ["relate", "hackney-2014", "hackney-2018", "--party", "lab", "--with", "jewish"]
    out, err = printed(capsys, *words)
    assert "wardcheck: Left out, not in london-wards-2011.csv: brownswood, cazenove, " in err
    assert "\tpearson_r\t\t\t\t0\t" in out
    table, _ = printed(capsys, *words, "-f", "table")
    assert "Left out, not in london-wards-2011.csv: Brownswood, Cazenove, " in unwrapped(table)
    assert "undefined" in table
    assert "Brownswood" in printed(capsys, *words, "-f", "table", "--points")[0]


def test_a_file_of_ones_own(tmp_path: Path, make_store: MakeStore, capsys: pytest.CaptureFixture[str]) -> None:
    wards = ("north", "south", "east", "west", "mid")
    polls = [
        election(
            *(
                contest(1, won("A", "con", 100 - share), stood("B", "lab", share), slug=ward)
                for ward, share in zip(wards, shares, strict=True)
            ),
            slug=slug,
            kind="all",
        )
        for slug, shares in (("town-2014", (40, 40, 40, 40, 40)), ("town-2018", (41, 43, 42, 45, 44)))
    ]
    store = make_store(*polls)
    own = tmp_path / "own.csv"
    own.write_text(
        "# source: a survey of shops\ncouncil,ward,shops\n"
        + "".join(f"town,{ward},{n}\n" for n, ward in enumerate(wards, start=1)),
        encoding="utf-8",
    )
    words = ["relate", "town-2014", "town-2018", "--party", "lab", "--with", "shops", "--store", str(store)]
    out, err = printed(capsys, *words, "--covariates", str(own), "--columns", "statistic,value,n", "--no-header")
    # changes 1 3 2 5 4 against 1 2 3 4 5
    assert out == "pearson_r\t0.8\t5\nspearman_rho\t0.8\t5\n"
    assert "wardcheck: Source of shops: a survey of shops.\n" in err
    own.write_text("# source: s\ncouncil,ward,shops\ntown,north,many\ntown,south,1 000\n", encoding="utf-8")
    said = refused(capsys, *words, "--covariates", str(own))
    assert said.splitlines() == [
        f'{own}:3: shops: expected a number, got "many"',
        f'{own}:4: shops: expected a number, got "1 000"; write 1000',
    ]
    assert "no covariate file in the store; name one with --covariates FILE" in refused(capsys, *words)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--with", "jewish"], "expected --party or --between, got neither"),
        (["--party", "lab", "--between", "con,lab", "--with", "jewish"], "expected --party or --between, got both"),
        (["--party", "lab"], "expected --with or --with-party, got neither"),
        (["--party", "lab", "--with", "jewish", "--with-party", "con"], "expected --with or --with-party, got both"),
        (["--party", "lab", "--with", "jewsh"], "no column 'jewsh' in london-wards-2011.csv"),
        (["--party", "lab", "--with", "jewish/"], "--with: expected COLUMN or N/D, got 'jewish/'"),
        (["--party", "lab", "--with", "a/b/c"], "--with: expected COLUMN or N/D, got 'a/b/c'"),
        (["--party", "labor", "--with", "jewish"], "no party 'labor' in barnet-2014 or barnet-2018; nearest: lab"),
        (["--party", "lab", "--with-party", "ukop"], "no party 'ukop' in barnet-2014 or barnet-2018; nearest: ukip"),
        (["--between", "con", "--with", "jewish"], "--between: expected two parties, such as lab,con, got 'con'"),
        (
            ["--party", "lab", "--with", "jewish", "--withdrew", "ukop"],
            "--withdrew: no party 'ukop' in barnet-2014 or barnet-2018; nearest: ukip",
        ),
        (["--party", "lab", "--steed", "--with", "jewish"], "--steed: expected --between A,B with it"),
        (["--party", "lab", "--with-party", "lab"], "--with-party: expected another party than --party, got 'lab'"),
        (["--party", "lab", "--with-party", "con", "--covariates", "x"], "--covariates: expected --with COLUMN"),
    ],
)
def test_refused(words: list[str], said: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert said in refused(capsys, "relate", "barnet-2018", *words)


def test_no_ward_in_common(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["relate", "barnet-2022", "--party", "lab", "--with", "jewish", "--no-header"]) == 1
    out, err = capsys.readouterr()
    assert [line.split("\t")[4:9] for line in out.splitlines()] == [
        ["pearson_r", "", "", "", "0"],
        ["spearman_rho", "", "", "", "0"],
    ]
    assert "Left out, in barnet-2018 alone: brunswick-park, " in err
    said = refused(capsys, "relate", "barnet-2014", "brent-2018", "--party", "lab", "--with", "jewish")
    assert said.startswith("wardcheck: expected two elections of one council, got barnet-2014 (Barnet) and brent-2018")
