"""Rows of totals by ``--total``, and the remarks that a script reads on stderr by slugs."""

from __future__ import annotations

import json
from typing import Any

import pytest
from analysis.builders import contest, election, stood, won
from conftest import MakeStore

from wardcheck.cli.main import run
from wardcheck.model import Ballots, ReportedTurnout, Ward


def said(capsys: pytest.CaptureFixture[str], *words: str, code: int = 0) -> tuple[str, str]:
    assert run(words) == code
    return capsys.readouterr()


def rows_of(capsys: pytest.CaptureFixture[str], *words: str) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = json.loads(said(capsys, *words, "-f", "json")[0])
    return rows


# -- totals ------------------------------------------------------------------------------------------------

# Camden's declarations of 3 May 2018, ward by ward, as printed: highest turnout first
CAMDEN_ELECTORS = (
    *(8215, 7603, 8661, 8786, 7564, 9192, 8900, 9624, 7846),
    *(8494, 9997, 9001, 8818, 8737, 8555, 8721, 5807, 6632),
)
CAMDEN_PAPERS = (
    *(4179, 3565, 3736, 3703, 3186, 3572, 3446, 3656, 2937),
    *(3134, 3554, 3184, 3012, 2898, 2799, 2817, 1870, 2006),
)


def test_turnout_of_a_whole_election_is_papers_over_electors(capsys: pytest.CaptureFixture[str]) -> None:
    *wards, total = rows_of(capsys, "turnout", "camden-2018", "--total")
    assert len(wards) == 18 == len(CAMDEN_ELECTORS)
    assert (total["election"], total["ward"], total["wards"]) == ("camden-2018", None, 18)
    # 57,254 papers of 151,153 electors; the mean of the wards' percentages would be another figure
    assert (total["ballots_at_count"], total["electorate"]) == (sum(CAMDEN_PAPERS), sum(CAMDEN_ELECTORS))
    assert total["turnout_pct"] == round(100 * sum(CAMDEN_PAPERS) / sum(CAMDEN_ELECTORS), 4)
    assert total["turnout_pct"] != round(sum(row["turnout_pct"] for row in wards) / 18, 4)
    assert total["turnout_min_pct"] == total["turnout_max_pct"] == total["turnout_pct"]
    assert {total[name] for name in ("valid", "rejected", "valid_turnout_pct", "source", "reported_pct")} == {None}


def test_margins_have_the_same_totals(capsys: pytest.CaptureFixture[str]) -> None:
    *wards, total = rows_of(capsys, "margins", "camden-2018", "--total")
    assert len(wards) == 18
    # 18 wards of 3 seats
    assert (total["election"], total["ward"], total["seats"]) == ("camden-2018", None, 54)
    assert (total["ballots"], total["electorate"]) == (sum(CAMDEN_PAPERS), sum(CAMDEN_ELECTORS))
    assert total["candidates"] == sum(row["candidates"] for row in wards)
    assert total["margin_of"] == "at-count"
    of_one_ward = ("last_elected", "runner_up", "margin", "margin_pct", "party_margin", "decided_by")
    assert {total[name] for name in of_one_ward} == {None}


@pytest.mark.parametrize("command", ["margins", "turnout"])
def test_totals_are_of_every_ward_whatever_is_shown(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    total = rows_of(capsys, command, "barnet-2018", "--total")[-1]
    few = rows_of(capsys, command, "barnet-2018", "--total", "--limit", "2", "--sort", "electorate", "--reverse")
    assert (len(few), few[-1]) == (3, total)
    assert rows_of(capsys, command, "barnet-2018", "--total", "--limit", "0") == [total]
    without = rows_of(capsys, command, "barnet-2018")
    assert total not in without
    # a table has them in its title and notes, and no line more
    lines = said(capsys, command, "barnet-2018", "-f", "table")
    assert said(capsys, command, "barnet-2018", "--total", "-f", "table") == lines


@pytest.mark.parametrize("command", ["margins", "turnout"])
def test_several_elections_have_a_total_each_and_one_of_all(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    rows = rows_of(capsys, command, "barnet-2018", "camden-2018", "--total")[-3:]
    assert [row["election"] for row in rows] == ["barnet-2018", "camden-2018", None]
    assert rows[2]["electorate"] == 249_738 + sum(CAMDEN_ELECTORS)
    # one that lacks figures leaves the total of all unknown, and not that of the others
    rows = rows_of(capsys, command, "barnet-2014", "barnet-2018", "--total")[-3:]
    assert [row["electorate"] for row in rows] == [None, 249_738, None]
    assert [row["turnout_pct"] for row in rows] == [None, 44.1975, None]


def test_a_part_never_speaks_for_the_whole(make_store: MakeStore, capsys: pytest.CaptureFixture[str]) -> None:
    def ward(slug: str, **known: Any) -> Ward:
        return contest(1, won("A", "con", 60), stood("B", "lab", 40), slug=slug, electorate=1000, **known)

    town = election(
        ward("counted", ballots=Ballots(valid=390, rejected_total=10)),
        ward("reported", turnout_reported=ReportedTurnout(30, "ballot-box")),
        ward("unknown"),
        contest(1, won("A", "con", None), slug="unopposed", status="unopposed", electorate=5000),
    )
    store = str(make_store(town))
    total = rows_of(capsys, "turnout", "town-2018", "--total", "--store", store)[-1]
    assert (total["wards"], total["turnout_pct"], total["ballots_at_count"]) == (3, None, None)
    # nobody counted who was not at a poll: 3 wards of 1,000 electors
    assert total["electorate"] == 3000
    # 400 and 300 papers are known; in the third 100 votes for 1 seat are on 100 papers at least, and 1,000 electors
    # cast no more than 1,000: together 800 to 1,700 of 3,000
    assert (total["turnout_min_pct"], total["turnout_max_pct"]) == (round(80000 / 3000, 4), round(170000 / 3000, 4))
    title, *_ = said(capsys, "turnout", "town-2018", "--store", store, "-f", "table")[0].split("\n\n")
    assert title == "Town, 3 May 2018: 4 wards"
    table = " ".join(said(capsys, "turnout", "town-2018", "--store", store, "-f", "table")[0].split())
    assert "Turnout overall: unknown, between 26.7 and 56.7 % by what is known of papers and votes." in table


def test_no_total_beside_a_change(capsys: pytest.CaptureFixture[str]) -> None:
    assert (
        "--total: expected no --from with it"
        in said(*(capsys, "turnout", "croydon-2022", "--from", "croydon-2018", "--total"), code=2)[1]
    )


@pytest.mark.parametrize("command", ["margins", "turnout", "close", "ties"])
def test_a_store_without_elections_has_an_empty_table(
    command: str, make_store: MakeStore, capsys: pytest.CaptureFixture[str]
) -> None:
    out, err = said(capsys, command, "--all", "--store", str(make_store()), "-f", "table")
    assert (out.startswith("0 elections: "), err) == (True, "")


# -- remarks -----------------------------------------------------------------------------------------------


def test_a_script_reads_slugs_and_a_person_names(capsys: pytest.CaptureFixture[str]) -> None:
    _, err = said(capsys, "change", "barnet-2018", "barnet-by-2021-05-06", "--no-header")
    assert err.splitlines()[-1] == (
        "wardcheck: Another number of seats was filled before, so that votes and seats are not like for like, in 2 "
        "wards: east-barnet, edgware."
    )
    out, err = said(capsys, "change", "barnet-2018", "barnet-by-2021-05-06", "-f", "table")
    assert err == ""
    assert "like for like, in 2 wards: East Barnet, Edgware." in " ".join(out.split())


@pytest.mark.parametrize(
    "words",
    [
        ["change", "redbridge-2018", "--by", "ward", "--unmatched"],
        ["relate", "redbridge-2018", "--party", "lab", "--with-party", "con"],
    ],
)
@pytest.mark.parametrize("form", ["tsv", "json", "table"])
def test_nothing_in_common_is_a_finding(words: list[str], form: str, capsys: pytest.CaptureFixture[str]) -> None:
    out, err = said(capsys, *words, "-f", form, code=1)
    named = (out if form == "table" else err).casefold()
    assert "ilford" in named  # a ward of 2018 that has no counterpart is named, for a person and for a script


def test_wards_that_share_a_name_alone_are_said_to(make_store: MakeStore, capsys: pytest.CaptureFixture[str]) -> None:
    both = (won("A", "con", 60), stood("B", "lab", 40))
    before = election(contest(1, *both, slug="a"), contest(1, *both, slug="b", gss="E05000002"), slug="town-2014")
    after = election(contest(1, *both, slug="a", gss="E05000001"), contest(1, *both, slug="b", gss="E05000002"))
    store = str(make_store(before, after))
    for command in (["change"], ["swing", "--between", "con,lab"]):
        _, err = said(capsys, *command, "town-2014", "town-2018", "--store", store)
        assert err.startswith("wardcheck: 1 ward is matched by name alone, for town-2014 ")
        assert err.count("\n") == 1


# -- what would have won a seat ----------------------------------------------------------------------------


def test_what_would_have_won_the_last_seat(capsys: pytest.CaptureFixture[str]) -> None:
    rows = rows_of(capsys, "ward", "barnet-2018", "high-barnet")
    assert {(row["to_win"], row["to_switch"]) for row in rows if row["elected"]} == {(None, None)}
    for row in rows:
        if not row["elected"]:
            # the last elected has 2,605: so many more votes pass them, or so many taken from them
            assert row["votes"] + row["to_win"] == 2605 + 1
            assert row["votes"] + row["to_switch"] > 2605 - row["to_switch"]
            assert row["votes"] + row["to_switch"] - 1 <= 2605 - row["to_switch"] + 1
    first = next(row for row in rows if not row["elected"])
    assert (first["votes"], first["behind"], first["to_win"], first["to_switch"]) == (2604, 1, 2, 1)


def test_the_loser_of_a_lot_lacked_one_vote(capsys: pytest.CaptureFixture[str]) -> None:
    rows = rows_of(capsys, "ward", "hertsmere-2019", "borehamwood-kenilworth")
    loser = next(row for row in rows if row["candidate"] == "Dan Ozarow")
    assert (loser["behind"], loser["to_win"], loser["to_switch"]) == (0, 1, 1)


def test_against_the_votes_nothing_more_was_to_be_won(
    make_store: MakeStore, capsys: pytest.CaptureFixture[str]
) -> None:
    town = election(contest(1, stood("A", "con", 50), won("B", "lab", 40), stood("C", "ld", 30)))
    rows = rows_of(capsys, "ward", "town-2018", "ward", "--store", str(make_store(town)))
    assert [(row["candidate"], row["to_win"], row["to_switch"]) for row in rows] == [
        ("B", None, None),
        ("A", None, None),
        ("C", 11, 6),
    ]
