"""What scripts rely on: names and order of the columns of every command, and plain values in them.

A new column goes to the end of its command's list below, and is renamed or moved never.
"""

from __future__ import annotations

import csv
import io
import json
import re
from typing import NamedTuple

import pytest
from analysis.builders import contest, election, stood, won
from conftest import MakeStore

from wardcheck.cli.commands import COMMANDS
from wardcheck.cli.main import run


class Promise(NamedTuple):
    """A command line, how many rows it prints, and under which columns. ``STORE`` stands for an unsound store."""

    line: str
    rows: int
    columns: str
    code: int = 0


CHANGE = """
    candidates_from candidates_to votes_from votes_to votes_change votes_change_pct
    share_from_pct share_to_pct share_change_pp seats_from seats_to seats_change measure sign_depends_on_measure
    compared
"""
"""What ``change`` prints of a party, by party and by ward."""

MARGINS = """
    election ward seats candidates electorate ballots turnout_pct last_elected last_elected_party last_elected_votes
    runner_up runner_up_party runner_up_votes margin margin_pct party_margin decided_by
    margin_of rejected party_margin_elected party_margin_runner_up
"""

CONTRACT = [
    Promise("margins barnet-2018", 21, MARGINS),
    Promise("margins hertsmere-2019", 16, MARGINS),
    Promise(
        "close barnet-2018",
        6,
        """
        election ward seat holder holder_party holder_votes challenger challenger_party challenger_votes
        margin margin_pct to_win to_switch decided_by within
        """,
    ),
    Promise("change barnet-2018", 9, f"election_from election_to party {CHANGE} wards"),
    Promise("change barnet-2018 --by ward", 101, f"election_from election_to ward party {CHANGE} changed"),
    Promise(
        "swing barnet-2018 --between con,green",
        1 + 21,
        """
        election_from election_to ward party_a party_b a_share_from_pct a_share_to_pct b_share_from_pct b_share_to_pct
        butler_pp steed_pp measure wards compared
        """,
    ),
    Promise(
        "seats barnet-2022",
        2,
        """
        election party seats seats_pct seats_from held gained lost change wards
        up continuing council council_size to_come control majority complete as_of
        threshold mayor control_from
        """,
    ),
    Promise(
        "parties barnet-2018",
        8,
        """
        election region ward party candidates votes share_pct seats seats_pct measure
        wards complete gallagher effective_votes effective_seats
        votes_rank fewer_votes_more_seats
        """,
    ),
    Promise(
        "control barnet-2014",
        3,
        """
        election party ward extra_seats voters beats beats_party slates scenario scenario_voters scenario_seats by
        slates_left council council_most council_size threshold control majority not_up scenario_wards most_seats
        other_choices voters_pct hopeless
        """,
    ),
    Promise(
        "whatif wandsworth-2018 --between lab,con",
        50,
        """
        election swing_pp ward winner_party loser_party seats_a seats_b others control party_a party_b
        """,
    ),
    *(
        Promise(
            f"splits barnet-2018{by}",
            rows,
            """
            election ward party papers papers_are split_min split_max plumped_min plumped_max
            all_used_min all_used_max slate_min slate_max with_min with_max candidate
            """,
        )
        for by, rows in (("", 21), (" --by party", 85))
    ),
    Promise(
        "splits barnet-2018 --proof east-barnet",
        5,
        "election ward of party count factor product proves papers_are candidate",
    ),
    Promise(
        "slates barnet-2018",
        68 + 2,
        """
        election ward party candidates best worst spread spread_pct alphabet_rank_of_best elected
        seats best_candidate worst_candidate alphabet_rank_of_worst ranks_left_out
        """,
    ),
    Promise(
        "slates barnet-2018 --by alphabet",
        5,
        """
        seats candidates alphabet_rank slates tops tops_pct expected_pct votes_from_mean_pct
        parted left_out left_out_pct left_out_expected_pct
        """,
    ),
    Promise(
        "flows barnet-2018 --party ukip",
        9,
        """
        election_from election_to ward party_from party_to voters_min voters_max voters_from
        voters_from_min voters_from_max voters_to_min voters_to_max of_from_min_pct of_from_max_pct electors wards
        """,
    ),
    Promise(
        "ties hertsmere-2019 northumberland-2021 sutton-2018",
        4,
        """
        election ward seats votes winner winner_party loser loser_party method vote_added effect_on_control
        control control_otherwise
        """,
    ),
    Promise(
        "relate barnet-2018 --party lab --with jewish/residents",
        2,
        "election_from election_to what against statistic value low high n left_out method measure "
        "without_one_low without_one_high permutation_p columns",
    ),
    Promise(
        "relate barnet-2018 --party lab --with jewish/residents --points",
        21,
        "election_from election_to ward what what_value against against_value left_out measure",
    ),
    Promise(
        "claims docs/claims/conservativehome-2018.yaml",
        17,
        "claim verdict said found measure by on source words why quote",
    ),
    Promise(
        "claims docs/claims/conservativehome-2018.yaml --explain golders-green-lead",
        4,
        "claim statement figure said measure found verdict command reading",
    ),
    Promise(
        "ward barnet-2018 high-barnet",
        12,
        "rank candidate party votes share_of_votes_pct share_of_ballots_pct elected behind to_win to_switch",
    ),
    Promise(
        "turnout barnet-2018",
        21,
        """
        election ward electorate ballots_at_count valid rejected turnout_pct valid_turnout_pct votes_per_ballot source
        reported_pct reported_of turnout_min_pct turnout_max_pct wards
        """,
    ),
    Promise(
        "turnout croydon-2022 --from croydon-2018",
        1 + 28,
        """
        election_from election_to ward definition electorate_from electorate_to electorate_change
        papers_from papers_to papers_change turnout_from_pct turnout_to_pct turnout_change_pp wards_from wards_to
        """,
    ),
    Promise("councillors barnet-2018", 63, "election ward name party votes rank decided_by"),
    Promise("history barnet --limit 3", 3, "election date kind ward party seats margin turnout_pct same_ward"),
    Promise("find corbyn islington-2018", 0, "election ward name party votes elected behind", code=1),
    Promise(
        "elections barnet-2014 barnet-2018", 2, "election council date kind wards seats candidates previous missing"
    ),
    Promise(
        "export hertsmere-2019",
        107,
        """
        election council council_gss organisation date kind seats_total previous ward ward_name ward_gss ballot
        polling_day status seats candidates electorate ballots_issued ballots_valid ballots_rejected ballots_at_count
        rejected_no_official_mark rejected_too_many_votes rejected_voter_identified rejected_unmarked_or_void
        turnout_reported_pct turnout_reported_of decided_by candidate party party_name party_id party_ec_ids
        votes votes_printed elected rank share_of_votes_pct share_of_ballots_pct
        tie_break tie_break_won tie_break_method tie_break_vote_added conflicts accepted_rules notes sources
        rejected_in_part derived
        """,
    ),
    Promise("check --store STORE", 1, "path line rule severity message", code=1),
    Promise(
        "import leap tests/cli/town.csv --date 2018-05-03 --dry-run",
        1,
        "election wards written unchanged refused left_out left_over",
    ),
]
COUNTS = """
    seats candidates electorate ballots last_elected_votes runner_up_votes margin party_margin rank votes behind wards
    electorate_from electorate_to electorate_change papers_from papers_to papers_change wards_from wards_to
    seat holder_votes challenger_votes to_win to_switch candidates_from candidates_to votes_from votes_to votes_change
    seats_from seats_to seats_change held gained lost change extra_seats voters n left_out line
    ballots_at_count valid rejected seats_total ballots_issued ballots_valid ballots_rejected votes_printed
    written unchanged refused up continuing council_size to_come majority scenario_voters scenario_seats
    papers split_min split_max plumped_min plumped_max all_used_min all_used_max slate_min slate_max with_min with_max
    count proves seats_a seats_b others
"""


def columns_of(line: str) -> list[str]:
    """The columns that a command line has, for the tests of what stands in them."""
    return next(promise.columns.split() for promise in CONTRACT if promise.line.startswith(line))


@pytest.fixture
def store(make_store: MakeStore) -> str:
    """A store in which one ward should say how a dead heat was settled."""
    return str(make_store(election(contest(1, won("A", "con", 7), stood("B", "lab", 7)))))


Printed = tuple[str, str]


def printed(promise: Promise, store: str, capsys: pytest.CaptureFixture[str], form: str | None = None) -> Printed:
    words = [store if word == "STORE" else word for word in promise.line.split()]
    assert run([*words, *(["-f", form] if form else [])]) == promise.code
    return capsys.readouterr()


def test_every_command_has_its_promise() -> None:
    assert {promise.line.split()[0] for promise in CONTRACT} == set(COMMANDS) - {"report", "completion"}  # no rows


@pytest.mark.parametrize("promise", CONTRACT, ids=lambda promise: promise.line)
def test_columns_and_every_format_says_the_same(
    promise: Promise, store: str, capsys: pytest.CaptureFixture[str]
) -> None:
    columns = promise.columns.split()
    out, said = printed(promise, store, capsys, "tsv")
    header, *rows = [line.split("\t") for line in out.splitlines()]
    assert header == columns
    assert [len(row) for row in rows] == [len(columns)] * promise.rows
    for row in rows:
        assert_counts_are_whole_and_unknown_is_empty(dict(zip(columns, row, strict=True)))
    forms = {form: printed(promise, store, capsys, form) for form in ("csv", "json", "jsonl", "md")}
    assert {err for _, err in forms.values()} == {said}

    array = json.loads(forms["json"][0])
    assert [list(row) for row in array] == [columns] * promise.rows
    assert [[text(value) for value in row.values()] for row in array] == rows
    assert [json.loads(line) for line in forms["jsonl"][0].splitlines()] == array
    table = list(csv.reader(io.StringIO(forms["csv"][0])))
    assert table == [columns, *([guarded(value) for value in row.values()] for row in array)]
    names, rule, *body = [cells(line) for line in forms["md"][0].splitlines()]
    assert (names, set(rule) <= {"---", "---:"}, body) == (columns, True, rows)


def text(value: object) -> str:
    """A value of JSON as the text that the other formats have."""
    return "" if value is None else json.dumps(value) if isinstance(value, bool) else f"{value}".removesuffix(".0")


def guarded(value: object) -> str:
    """The same in CSV, where no text may begin a formula."""
    return f"'{value}" if isinstance(value, str) and value[:1] in {*"=+-@"} else text(value)


def cells(line: str) -> list[str]:
    """The cells of a line of a Markdown table, where a backslash keeps the next character from being markup."""
    found = re.fullmatch(r"\| (.*) \|", line)
    assert found
    return [re.sub(r"\\(.)", r"\1", cell) for cell in re.split(r" (?<!\\)\| ", found[1])]


def test_a_pipe_has_tabs_without_asking(store: str, capsys: pytest.CaptureFixture[str]) -> None:
    for promise in CONTRACT[:3]:
        assert printed(promise, store, capsys) == printed(promise, store, capsys, "tsv")


def assert_counts_are_whole_and_unknown_is_empty(row: dict[str, str]) -> None:
    reasons = {"left_out"} if "against_value" in row else set()  # of points it says why, and of a relation how many
    for name in set(COUNTS.split()).intersection(row) - reasons:
        assert re.fullmatch(r"-?\d+|", row[name]), f"{name}: {row[name]}"
    for name in (name for name in row if name.endswith(("_pct", "_pp"))):
        assert re.fullmatch(r"-?\d+(\.\d{1,4})?|", row[name]), f"{name}: {row[name]}"
    assert not {"None", "nan", "NaN", "<NA>", "null"}.intersection(row.values())


def test_the_line_of_the_recipe(capsys: pytest.CaptureFixture[str]) -> None:
    # awk -F'\t' 'NR>1 && $14 < 50 {print $2}'
    rows = [line.split("\t") for line in printed(CONTRACT[0], "", capsys)[0].splitlines()[1:]]
    assert [row[1] for row in rows if int(row[13]) < 50] == [
        "high-barnet",
        "childs-hill",
        "brunswick-park",
        "east-barnet",
    ]
