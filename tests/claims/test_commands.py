"""The commands of a claim are few, they run, and what they print has the figure that was found."""

from __future__ import annotations

import os
import re
import shlex
from contextlib import redirect_stderr, redirect_stdout
from functools import cache
from io import StringIO
from pathlib import Path

import pytest

from claims.examples import HEAD, claims_of
from wardcheck.claims import Judged, Working, judged
from wardcheck.cli.main import run
from wardcheck.store import Store

FILES = sorted((Path(__file__).parents[2] / "docs" / "claims").glob("*.yaml"))
IDS = [
    line.removeprefix("- id: ").strip()
    for file in FILES
    for line in file.read_text(encoding="utf-8").splitlines()
    if line.startswith("- id: ")
]
NO_TABLE = re.compile(r"/|median turnout|every candidate|across wards")
"""Covariates and medians, candidates one by one, and a relation that is none: these no one table shows."""
WORKED_OUT = re.compile(r"^(votes, |wards in which|votes from first|share from first)|in every ward")
"""What is counted or taken away from the rows of a table; their own figures are there."""
FIGURE = re.compile(r"[+-]?[0-9][0-9,]*(?:\.[0-9]+)?")


def worked_out(row: Working) -> bool:
    """Whether a figure is made of those of a table: counted, taken away, or divided by papers."""
    return WORKED_OUT.search(row.figure) is not None or " of papers" in row.found


def output(command: str, form: str, store: Store) -> str:
    """What a command prints, on both streams: a total of all wards is beside the rows in most formats."""
    return _output(command, form, store, os.environ["COLUMNS"])


@cache
def _output(command: str, form: str, store: Store, _width: str) -> str:
    """The same, run once for all claims that rest on the table, at each width."""
    name, *words = shlex.split(command)
    assert name == "wardcheck"
    out, err = StringIO(), StringIO()
    with redirect_stdout(out), redirect_stderr(err):
        code = run([*words, "-f", form, "--store", str(store.root)])
    assert code == 0, (command, err.getvalue())
    return out.getvalue() + err.getvalue()


def figures(row: Working) -> list[str]:
    """The figures found by one working, without what is remarked of them."""
    if row.figure.endswith("across wards"):
        return re.findall(r"(?:r|rho) ([+-][0-9.]+)", row.found)
    text = row.found.partition(" (")[0].partition(";")[0]
    if not text or text[0] not in "+-0123456789":
        return []
    return FIGURE.findall(text)


def has(figure: str, text: str) -> bool:
    """Whether a figure is in a table for a person, or among the cells of one for a program, which rounds less."""
    number = float(figure.replace(",", ""))
    decimals = len(figure.partition(".")[2])
    cells = [cell.replace(",", "").replace("−", "-") for cell in re.split(r"[\s:;()%]+", text)]
    for cell in cells:
        try:
            if round(float(cell.rstrip(".")), decimals) == number:
                return True
        except ValueError:
            continue
    return False


@pytest.mark.parametrize("claim", IDS)
def test_each_command_runs_and_prints_the_figure(claim: str, by_claim: dict[str, Judged], shipped: Store) -> None:
    """For a program, or for a person at 80 columns."""
    rows = by_claim[claim].working
    assert rows
    for row in rows:
        if not row.command:  # what no table has, or nothing was found of
            assert row.verdict == "undecidable" or NO_TABLE.search(row.figure), row
            continue
        printed = [output(command, form, shipped) for command in row.command.split(" && ") for form in ("tsv", "table")]
        assert all(text.count("\n") > 1 for text in printed)
        for figure in figures(row):
            # of a party that did not stand there is no row, which is what 0 candidates are
            assert any(has(figure, text) for text in printed) or figure == "0" or worked_out(row), (row, figure)


@pytest.mark.parametrize("claim", IDS)
def test_the_tables_of_a_claim_show_what_was_found(claim: str, by_claim: dict[str, Judged], shipped: Store) -> None:
    """What a person sees at 80 columns has each figure, but for percentages, and changes that are put as ``3 → 2``."""
    one = by_claim[claim]
    commands = one.commands
    assert len(commands) == len(set(commands)) <= 2 * len(one.claim.simple) + 2
    seen = "\n".join(output(command, "table", shipped) for command in commands)
    for row in one.working:
        if row.found[-1:] == "%" or "change in" in row.figure or worked_out(row) or not row.command:
            continue
        for figure in figures(row):
            assert has(figure, seen), (row, figure)


def shown(by_claim: dict[str, Judged], claim: str) -> list[str]:
    return [command.removeprefix("wardcheck ") for command in by_claim[claim].commands]


def test_commands_are_to_the_point(by_claim: dict[str, Judged]) -> None:
    assert shown(by_claim, "five-target-wards")[0] == "change barnet-2014 barnet-2018 --by ward --party con"
    assert shown(by_claim, "west-hendon-both-up") == ["change barnet-2014 barnet-2018 --ward west-hendon --measure all"]
    assert shown(by_claim, "golders-green-lead") == [
        "parties barnet-2018 --ward golders-green --measure mean",
        "parties barnet-2014 --ward golders-green --measure mean",
    ]
    assert shown(by_claim, "hale-tories-3000") == ["change barnet-2014 barnet-2018 --ward hale --measure sum"]
    assert shown(by_claim, "wandsworth-couple-hundred") == [
        "control wandsworth-2018 --party lab",
        "control --switch wandsworth-2018 --party lab",
        "control wandsworth-2018 --party con",
    ]
    assert shown(by_claim, "rich-elected") == [
        "ward barnet-2018 west-finchley",
        "ward barnet-2014 west-finchley",
        "change barnet-2014 barnet-2018 --ward west-finchley --measure all",
    ]
    assert shown(by_claim, "defection") == []


def test_a_rank_has_those_level_or_ahead_and_the_claim_s_own_row(by_claim: dict[str, Judged], shipped: Store) -> None:
    first = by_claim["childs-hill-most-marginal"].commands[0]
    assert first == (
        "wardcheck margins barnet-2018 bexley-2018 richmond-upon-thames-2018 sutton-2018 tower-hamlets-2018 "
        "--sort margin --limit 6"
    )
    rows = [line.split("\t")[:2] for line in output(first, "tsv", shipped).splitlines()[1:]]
    assert rows == [
        ["sutton-2018", "nonsuch"],
        ["barnet-2018", "high-barnet"],
        ["richmond-upon-thames-2018", "mortlake-and-barnes-common"],
        ["barnet-2018", "childs-hill"],
        ["bexley-2018", "northumberland-heath"],
        ["tower-hamlets-2018", "canary-wharf"],
    ]


@pytest.mark.parametrize(
    ("statement", "commands"),
    [
        (
            "figure: {metric: margin, election: sutton-2018, ward: nonsuch}\n"
            'first: {among: wards, order: least, elections: "sutton-*"}',
            [
                "margins sutton-2014 sutton-2018 sutton-2022 sutton-2026 --sort margin --limit 5",
                "margins sutton-2014 sutton-2018 sutton-2022 sutton-2026 --sort party_margin --limit 5",
            ],
        ),
        (
            "figure: {metric: turnout, election: barnet-2018, ward: hale}\nfirst: {among: wards, order: most}",
            [
                "turnout barnet-2018 --sort turnout_pct --reverse --limit 2",
                "turnout barnet-2018 --sort valid_turnout_pct --reverse --limit 2",
            ],
        ),
        (
            "figure: {metric: share, election: barnet-2018, ward: hale, party: con, measure: top}\n"
            "first: {among: wards, order: most}",
            ["parties barnet-2018 --by ward --sort share_pct --reverse --limit 7 --party con --measure top"],
        ),
        (
            "figure: {metric: swing, election: barnet-2018, ward: hale, party: con, against: lab, measure: sum}\n"
            "first: {among: wards, order: least}",
            ["swing barnet-2014 barnet-2018 --between con,lab --measure sum --sort butler_pp --limit 17"],
        ),
        (
            "figure: {metric: place-votes-change, election: barnet-2018, ward: hale, party: con, place: 1}\n"
            "first: {among: wards, order: most}",
            [],  # of which no table is
        ),
        (
            "figure: {metric: seats, election: barnet-2018, party: con}\nfirst: {among: parties, order: most}",
            ["seats barnet-2018"],
        ),
        ("figure: {metric: seats, election: nowhere-2018, party: con}\nis: 3", []),
        ("figure: {metric: voters-to-control, election: derby-2018, party: con}\nis: 3", []),
        (
            "figure: {metric: swing, election: barnet-2018, party: con, against: lab, ward: every, measure: sum}\n"
            "over: 0",
            ["swing barnet-2014 barnet-2018 --between con,lab --measure sum"],
        ),
        (
            "figure: {metric: votes-change, election: redbridge-2018, from: redbridge-2014, ward: clayhall, party: con}"
            "\nover: 0\nmeasure: top",
            [],
        ),
        ("voters: they stayed at home", []),
        ("figure: {metric: shortfall, election: barnet-2018, ward: hale, party: reform}\nis: 3", []),
        ("figure: {metric: swing, election: barnet-2018, party: reform, against: lab, measure: sum}\nover: 3", []),
        ("relation: {election: barnet-2018, party: lab, with: age, column: jewish, withdrew: reform}", []),
        (
            "figure: {metric: votes, election: barnet-2018, party: reform, measure: sum}\nis: 0",
            ["parties barnet-2018 --measure sum"],
        ),
    ],
)
def test_command_of_a_statement(statement: str, commands: list[str], shipped: Store) -> None:
    (claim,) = claims_of(HEAD + "".join(f"  {line}\n" for line in statement.splitlines()), shipped)
    found = judged([claim], shipped)[0].commands
    for command in found:
        assert output(command, "tsv", shipped)
    assert [command.removeprefix("wardcheck ") for command in found] == commands


def test_the_rows_of_a_rank_by_change_of_seats_are_sorted_by_a_column_that_they_have(shipped: Store) -> None:
    # Conservative seats in Hale 2 to 3; West Hendon, with 0 to 3, is the most
    figure = "figure: {metric: seats-change, election: barnet-2018, ward: hale, party: con}"
    (claim,) = claims_of(f"{HEAD}  {figure}\n  first: {{among: wards, order: most}}\n", shipped)
    (command,) = judged([claim], shipped)[0].commands
    assert "--sort seats_change" in command
    rows = output(command, "tsv", shipped).splitlines()
    assert rows[1].split("\t")[:3] == ["barnet-2014", "barnet-2018", "west-hendon"]
