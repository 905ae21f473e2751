"""``wardcheck swing``: its formats and its refusals."""

from __future__ import annotations

import json

import pytest

from wardcheck.cli.main import run


def printed(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    assert run(["swing", *words]) == 0
    out, err = capsys.readouterr()
    assert err == ""
    return out


def test_tsv_begins_with_all_wards(capsys: pytest.CaptureFixture[str]) -> None:
    lines = [line.split("\t") for line in printed(capsys, "barnet-2018", "--between", "lab,con").splitlines()]
    assert lines[0] == [
        *("election_from", "election_to", "ward", "party_a", "party_b"),
        *("a_share_from_pct", "a_share_to_pct", "b_share_from_pct", "b_share_to_pct"),
        *("butler_pp", "steed_pp", "measure", "wards", "compared"),
    ]
    assert lines[1][2:] == [
        "",
        "lab",
        "con",
        "36.312",
        "38.8648",
        "38.5365",
        "44.3048",
        "-1.6078",
        "-1.7844",
        "top",
        "21",
        "wards",
    ]
    assert len(lines) == 1 + 1 + 21
    assert lines[2][2] == "high-barnet"


def test_one_ward(capsys: pytest.CaptureFixture[str]) -> None:
    (row,) = json.loads(printed(capsys, "barnet-2018", "--between", "lab,con", "--ward", "hale", "-f", "json"))
    assert (row["butler_pp"], row["steed_pp"], row["measure"]) == (-4.6515, -5.2539, "top")


def test_undefined_is_empty(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["swing", "barnet-2018", "--between", "lab,ukip", "-f", "json"]) == 0
    out, err = capsys.readouterr()
    rows = json.loads(out)
    assert [row["ward"] for row in rows if row["butler_pp"] is not None] == [None, "woodhouse"]
    assert rows[0]["wards"] == 1
    assert err == (
        "wardcheck: Undefined in 20 wards, where not both parties polled in both elections; "
        "the first row is of the other 1.\n"
    )


@pytest.mark.parametrize(
    ("between", "message"),
    [
        ("lab,cons", "--between: no party 'cons' in barnet-2014 or barnet-2018; nearest: con (Con"),
        (
            "lab,xyzzyx",
            "--between: no party 'xyzzyx' in barnet-2014 or barnet-2018; there are con, ",
        ),
        ("lab", "--between: expected two parties, such as lab,con, got 'lab'"),
        ("lab,lab", "--between: expected two parties, such as lab,con, got 'lab,lab'"),
        ("lab,con,ld", "--between: expected two parties, such as lab,con, got 'lab,con,ld'"),
        ("lab,ind", "--between: expected a party, got 'ind': every independent is a party of one"),
    ],
)
def test_not_two_parties(between: str, message: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["swing", "barnet-2018", "--between", between]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert message in err


@pytest.mark.parametrize("words", [["barnet-2018"], ["barnet-2018", "--between", "lab,con", "--measure", "all"]])
def test_usage(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["swing", *words]) == 2
    assert "swing" in capsys.readouterr().err


def test_table(capsys: pytest.CaptureFixture[str]) -> None:
    lines = printed(capsys, "barnet-2018", "--between", "con,lab", "-f", "table", "--limit", "2").splitlines()
    assert lines[0] == "Barnet, 22 May 2014 to 3 May 2018: 21 wards compared, swing to Con from Lab; 2"
    assert lines[1] == "of 22 rows shown"
    assert lines[4].split()[:4] == ["All", "21", "wards", "+1.6"]


def test_whole_councils(capsys: pytest.CaptureFixture[str]) -> None:
    (row,) = json.loads(printed(capsys, "barnet-2022", "--between", "lab,con", "--whole-council", "-f", "json"))
    # best candidates: lab 44,159 and con 50,340 of 113,622 in 2018, lab 46,070 and con 37,608 of 107,113 in 2022
    # ((43.0107 - 38.8648) + (44.3048 - 35.1106)) / 2; of the two 46.7296 to 55.0563 %
    assert (row["ward"], row["butler_pp"], row["steed_pp"], row["wards"]) == (None, 6.67, 8.3267, 24)
    assert run(["swing", "barnet-2022", "--between", "lab,con", "--whole-council", "--ward", "hendon"]) == 2
    assert "--whole-council: expected no --ward with it" in capsys.readouterr().err
