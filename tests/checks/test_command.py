"""``wardcheck check``: formats, exit codes and what is chosen."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Mapping
from pathlib import Path

import pytest
from conftest import REPOSITORY

from wardcheck.checks import CHECKS
from wardcheck.checks.registry import ON_READING
from wardcheck.checks.rule import Edit
from wardcheck.checks.sample import PARTIES, SOUND, edited
from wardcheck.cli.main import run
from wardcheck.model import Party

COLUMNS = ["path", "line", "rule", "severity", "message"]
BROKEN = [
    Edit("anytown-2022/mill.yaml", "at_count: 1345", "at_count: 1330"),
    Edit("anytown-2022/high-street.yaml", "name: Gus Grey", "name: Emma East"),
    Edit("anytown-2018/election.yaml", "date: 2018-05-03", "date: 2018-05-04"),
]
BOUND = "expected at most 1330 votes (seats x papers at the count: 1 x 1330), got 1340"
TOTAL = f"anytown-2022/mill.yaml:6: total-within-papers: {BOUND}"
NAMESAKE = "anytown-2022/high-street.yaml:18: namesakes: expected one party for Emma East, got con and ld"
FRIDAY = "anytown-2018/election.yaml:4: polling-day: expected a Thursday, got Friday 2018-05-04"


@pytest.fixture(autouse=True)
def in_the_store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The store is the folder itself, so that messages hold no path of this machine."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("WARDCHECK_STORE", ".")
    put(SOUND)


def put(files: Mapping[str, str]) -> None:
    Path("parties.yaml").write_text("".join(map(_entry, PARTIES.values())), encoding="utf-8")
    for name, text in files.items():
        Path(name).parent.mkdir(exist_ok=True)
        Path(name).write_text(text, encoding="utf-8")


def _entry(party: Party) -> str:
    return f'{party.slug}: {{name: {party.name}, short: {party.short}, colour: "{party.colour}"}}\n'


def outcome(capsys: pytest.CaptureFixture[str], *argv: str) -> tuple[int, str, str]:
    code = run(["check", *argv])
    out, err = capsys.readouterr()
    return code, out, err


def test_all_is_well(capsys: pytest.CaptureFixture[str]) -> None:
    assert outcome(capsys) == (0, "", "")
    assert outcome(capsys, "--all") == (0, "", "")
    assert outcome(capsys, "anytown-2022") == (0, "", "")  # the election before it is read, though not asked for


def test_all_is_well_in_every_format(capsys: pytest.CaptureFixture[str]) -> None:
    header = "path\tline\trule\tseverity\tmessage\n"
    for name, expected in {
        "text": "", "github": "", "tsv": header, "csv": header.replace("\t", ","), "json": "[]\n", "jsonl": "",
        "table": "Nothing found.\n",
    }.items():  # fmt: skip
        assert outcome(capsys, "-f", name) == (0, expected, "")


def test_lines(capsys: pytest.CaptureFixture[str]) -> None:
    put(edited(BROKEN))
    assert outcome(capsys) == (1, f"{FRIDAY}\n{NAMESAKE}\n{TOTAL}\n", "")
    assert outcome(capsys, "anytown-2018") == (1, f"{FRIDAY}\n", "")
    assert outcome(capsys, "--ward", "mill") == (1, f"{TOTAL}\n", "")
    assert outcome(capsys, "--ward", "park") == (0, "", "")
    assert outcome(capsys, "--limit", "1", "--sort", "rule") == (1, f"{NAMESAKE}\n", "")


def test_severity_is_a_threshold(capsys: pytest.CaptureFixture[str]) -> None:
    put(edited(BROKEN))
    assert outcome(capsys, "--severity", "error") == (1, f"{TOTAL}\n", "")
    put(edited(BROKEN[1:]) | {"anytown-2022/mill.yaml": SOUND["anytown-2022/mill.yaml"]})
    assert outcome(capsys, "--severity", "error") == (0, "", "")
    assert outcome(capsys, "--severity", "warning")[0] == 1


def test_what_an_election_says_is_missing_is_a_warning(capsys: pytest.CaptureFixture[str]) -> None:
    total = Edit("anytown-2022/election.yaml", "seats_total: 8", "seats_total: 11")
    missing = Edit(
        "anytown-2022/election.yaml",
        "seats_total: 11\n",
        "seats_total: 11\nmissing: [{ward: Dock, seats: 3, reason: no results yet}]\n",
    )
    put(edited([total]))
    line = (
        "anytown-2022/election.yaml:6: incomplete: expected 11 seats in the wards of a whole council, got 8 in 4 wards"
    )
    assert outcome(capsys, "--severity", "error") == (1, f"{line}\n", "")
    put(edited([total, missing]))
    line = "anytown-2022/election.yaml:7: incomplete: expected every contest, got 1 missing: Dock"
    assert outcome(capsys) == (1, f"{line}\n", "")
    assert outcome(capsys, "--severity", "error") == (0, "", "")
    assert "::warning file=anytown-2022/election.yaml,line=7,title=incomplete::" in outcome(capsys, "-f", "github")[1]


def test_only_and_without(capsys: pytest.CaptureFixture[str]) -> None:
    put(edited(BROKEN))
    assert outcome(capsys, "--rule", "namesakes") == (1, f"{NAMESAKE}\n", "")
    assert outcome(capsys, "--rule", "namesakes", "--rule", "polling-day")[1] == f"{FRIDAY}\n{NAMESAKE}\n"
    assert outcome(capsys, "--skip", "namesakes", "--skip", "polling-day") == (1, f"{TOTAL}\n", "")
    assert outcome(capsys, "--rule", "namesakes", "--skip", "namesakes") == (0, "", "")
    assert outcome(capsys, "--rule", "seats-filled") == (0, "", "")


@pytest.mark.parametrize("option", ["--rule", "--skip"])
def test_unknown_rules(option: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert outcome(capsys, option, "seat-filled") == (
        2, "", f"wardcheck: {option}: no rule 'seat-filled'; nearest: seats-filled\n"
    )  # fmt: skip
    assert outcome(capsys, option, "zzz")[2].endswith("see: wardcheck check --rules\n")
    code, out, err = outcome(capsys, option, "party-known")
    assert (code, out) == (2, "")
    assert "party-known is checked on reading, always" in err


def test_rows(capsys: pytest.CaptureFixture[str]) -> None:
    put(edited(BROKEN))
    code, out, _ = outcome(capsys, "-f", "json")
    rows = json.loads(out)
    assert code == 1
    assert [list(row) for row in rows] == [COLUMNS] * 3
    assert rows[1] == {
        "path": "anytown-2022/high-street.yaml",
        "line": 18,
        "rule": "namesakes",
        "severity": "warning",
        "message": "expected one party for Emma East, got con and ld",
    }
    assert [json.loads(line) for line in outcome(capsys, "-f", "jsonl")[1].splitlines()] == rows
    table = [list(map(str, row.values())) for row in rows]
    assert list(csv.reader(io.StringIO(outcome(capsys, "-f", "csv", "--no-header")[1]))) == table
    assert [line.split("\t") for line in outcome(capsys, "-f", "tsv")[1].splitlines()] == [COLUMNS, *table]
    assert outcome(capsys, "-f", "tsv", "--columns", "rule", "--no-header")[1].split() == [row[2] for row in table]
    assert outcome(capsys, "-f", "md")[1].startswith("| path | line | rule |")
    assert outcome(capsys, "-f", "table")[1].startswith("1 error, 2 warnings\n")


def test_github(capsys: pytest.CaptureFixture[str]) -> None:
    put(edited(BROKEN))
    code, out, _ = outcome(capsys, "-f", "github", "--rule", "namesakes", "--rule", "total-within-papers")
    assert code == 1
    assert out == (
        "::warning file=anytown-2022/high-street.yaml,line=18,title=namesakes::"
        "expected one party for Emma East, got con and ld\n"
        "::error file=anytown-2022/mill.yaml,line=6,title=total-within-papers::"
        f"{BOUND}\n"
    )


@pytest.mark.parametrize(
    ("argv", "said"),
    [
        (["--columns", "rule"], "--columns: text has lines of its own form"),
        (["--no-header", "-f", "github"], "--no-header: github has lines of its own form"),
        (["--sort", "ruel"], "no column 'ruel'; nearest: rule"),
        (["--rules", "-f", "github"], "-f github: expected findings"),
        (["--accepted", "-f", "github"], "-f github: expected findings"),
        (["anytown-2021"], "no election 'anytown-2021'"),
        (["anytown-2022", "--all"], "expected elections or --all, got both"),
        (["--ward", "mil"], "no ward 'mil'"),
    ],
)
def test_usage(argv: list[str], said: str, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = outcome(capsys, *argv)
    assert (code, out) == (2, "")
    assert said in err


def test_files_that_cannot_be_read_are_no_findings(capsys: pytest.CaptureFixture[str]) -> None:
    mill = "anytown-2022/mill.yaml"
    put(edited([Edit(mill, "party: green", "party: greens"), Edit(mill, "[declaration]", "[declarations]")]))
    code, out, err = outcome(capsys)
    assert (code, out) == (2, "")
    assert err.splitlines() == [
        f'{mill}:10: party: expected a party of parties.yaml, got "greens"; nearest: green',
        f'{mill}:13: sources: expected a source of election.yaml, got "declarations"; nearest: declaration',
    ]


# -- acceptance and the list of rules ----------------------------------------------------------------------

ACCEPTED = Edit(
    "anytown-2022/mill.yaml",
    "accepted: []",
    'accepted:\n  - {rule: total-within-papers, reason: "10 more, as declared"}',
)


def test_both_registers_are_read_whole(capsys: pytest.CaptureFixture[str]) -> None:
    Path("councils.yaml").write_text(
        "ordinary_days: [2018-05-03]\nknown_to: 2018\nsources: {a: {title: A}}\ncouncils:\n  anytown: {}\n",
        encoding="utf-8",
    )
    assert run(["check", "anytown-2018"]) == 2
    assert "councils.yaml:5: councils.anytown.name: expected a name, got nothing" in capsys.readouterr().err


def test_accepted(capsys: pytest.CaptureFixture[str]) -> None:
    put(edited([BROKEN[0], ACCEPTED]))
    assert outcome(capsys) == (0, "", "")
    line = "anytown-2022/mill.yaml:12: total-within-papers: 10 more, as declared\n"
    assert outcome(capsys, "--accepted") == (0, line, "")
    assert outcome(capsys, "--accepted", "--rule", "seats-filled") == (0, "", "")
    assert outcome(capsys, "--accepted", "--skip", "total-within-papers") == (0, "", "")
    assert outcome(capsys, "--accepted", "--ward", "park") == (0, "", "")
    assert json.loads(outcome(capsys, "--accepted", "-f", "json")[1]) == [
        {
            "path": "anytown-2022/mill.yaml",
            "line": 12,
            "rule": "total-within-papers",
            "reason": "10 more, as declared",
        }
    ]
    assert outcome(capsys, "--accepted", "-f", "table")[1].startswith("1 finding accepted\n")


def test_accepted_in_the_file_of_an_election(capsys: pytest.CaptureFixture[str]) -> None:
    file = "anytown-2022/election.yaml"
    nine = Edit(file, "seats_total: 8", "seats_total: 9")
    put(edited([nine, Edit(file, "declared:", "accepted:\n  - {rule: incomplete, reason: one is vacant}\ndeclared:")]))
    assert outcome(capsys) == (0, "", "")
    assert outcome(capsys, "--accepted") == (0, f"{file}:8: incomplete: one is vacant\n", "")
    assert outcome(capsys, "--accepted", "--ward", "park") == (0, "", "")
    put(edited([Edit(file, "declared:", "accepted:\n  - {rule: incomplete, reason: one is vacant}\ndeclared:")]))
    assert outcome(capsys)[:2] == (
        1,
        f"{file}:8: accepted-needed: expected something to accept, got nothing found by incomplete; "
        "leave the entry out\n",
    )


def test_accepted_for_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    put(edited([ACCEPTED]))
    assert outcome(capsys) == (
        1,
        "anytown-2022/mill.yaml:12: accepted-needed: expected something to accept, got nothing found by "
        "total-within-papers; leave the entry out\n",
        "",
    )
    # skipped: nobody can tell whether it is needed
    assert outcome(capsys, "--skip", "total-within-papers") == (0, "", "")


def test_rules_are_listed_without_a_store(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WARDCHECK_STORE", "nowhere")
    code, out, err = outcome(capsys, "--rules")
    assert (code, err) == (0, "")
    assert [line.split()[0] for line in out.splitlines()] == [rule.name for rule in (*CHECKS, *ON_READING)]
    rows = json.loads(outcome(capsys, "--rules", "-f", "json")[1])
    assert list(rows[0]) == ["rule", "severity", "scope", "description"]
    assert {row["scope"] for row in rows} == {"ward", "election", "reading"}
    assert outcome(capsys, "--rules", "-f", "table")[1].startswith(f"{len(rows)} rules\n")


def test_the_shipped_store_is_sound(capsys: pytest.CaptureFixture[str]) -> None:
    assert outcome(capsys, "--store", str(REPOSITORY / "results")) == (0, "", "")
