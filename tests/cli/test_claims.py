"""``wardcheck claims``: verdicts in every format, what a person sees of them, and what the exit code says."""

from __future__ import annotations

import csv
import io
import json
from functools import cache
from pathlib import Path

import pytest
from rich.cells import cell_len

from cli.test_contract import columns_of
from wardcheck.analysis.relate import ECOLOGICAL
from wardcheck.claims import Judged, judged, read_claims
from wardcheck.cli.main import run
from wardcheck.render.screens.claims import claims_sheet
from wardcheck.render.screens.explain import working_sheet
from wardcheck.render.table import table
from wardcheck.store import Store

FILES = ["docs/claims/conservativehome-2018.yaml", "docs/claims/jvl-2018.yaml", "docs/claims/kenilworth-2019.yaml"]
QUICK = [FILES[0], FILES[2]]
"""Those that need no rank among all wards of London."""

COLUMNS = columns_of("claims")

HOLDS = """\
- id: by-one-vote
  claim: High Barnet was won by one vote.
  figure: {metric: margin, election: barnet-2018, ward: high-barnet}
  is: 1
"""


@cache
def every_claim(store: Store) -> list[Judged]:
    """The claims that ship, each with its working: judged once, and drawn at several widths."""
    return judged(read_claims([Path(file) for file in FILES], store), store)


def printed(capsys: pytest.CaptureFixture[str], *argv: str, code: int = 0) -> str:
    assert run(["claims", *argv]) == code
    out, err = capsys.readouterr()
    # the warning goes with every relation: a table has it among its notes
    drawn = {"table", "svg", "html"} & set(argv)
    related = {FILES[1]} & set(argv) and not drawn and "--explain" not in argv
    assert err == (f"wardcheck: {ECOLOGICAL}\n" if related else "")
    return out


def test_columns_on_a_pipe(capsys: pytest.CaptureFixture[str]) -> None:
    lines = printed(capsys, *FILES).splitlines()
    assert lines[0].split("\t") == COLUMNS
    assert len(lines) == sum(Path(file).read_text(encoding="utf-8").count("\n- id: ") for file in FILES) + 1
    assert {line.count("\t") for line in lines} == {len(COLUMNS) - 1}


def test_every_format_says_the_same(capsys: pytest.CaptureFixture[str]) -> None:
    rows = json.loads(printed(capsys, *QUICK, "-f", "json"))
    assert [list(row) for row in rows] == [COLUMNS] * len(rows)
    assert [json.loads(line) for line in printed(capsys, *QUICK, "-f", "jsonl").splitlines()] == rows
    tsv = [line.split("\t") for line in printed(capsys, *QUICK, "-f", "tsv").splitlines()]
    assert [[value or "" for value in row.values()] for row in rows] == tsv[1:]
    verdicts = [row["verdict"] for row in rows]
    assert [row["verdict"] for row in csv.DictReader(io.StringIO(printed(capsys, *QUICK, "-f", "csv")))] == verdicts
    markdown = printed(capsys, *QUICK, "-f", "md").splitlines()
    assert len(markdown) == len(rows) + 2
    for form in ("svg", "html"):
        assert "golders-green-lead" in printed(capsys, *QUICK, "-f", form)


def block(text: str, claim: str) -> list[str]:
    """The lines of one claim on a screen."""
    lines = text.splitlines()
    start = next(n for n, line in enumerate(lines) if line[:1].isalpha() and line.split()[1:2] == [claim])
    return lines[start : lines.index("", start)]


def test_a_person_reads_the_verdict_first(capsys: pytest.CaptureFixture[str]) -> None:
    out = printed(capsys, "docs/claims/conservativehome-2018.yaml", "-f", "table")
    assert out.splitlines()[0] == "17 claims: 10 hold, 2 fail, 1 depends on how it is read and 4 are undecidable"
    assert block(out, "redbridge-labour-gains") == [
        "holds        redbridge-labour-gains  ConservativeHome, 2018-05",
        "             Labour made gains in Redbridge.",
        "             - Lab change in seats, Redbridge 2014 to Redbridge 2018: said rose,",
        "               found +16.",
    ]
    assert block(out, "lost-east-barnet") == [
        "fails        lost-east-barnet  ConservativeHome, 2018-05",
        "             Labour lost the ward of East Barnet to the Conservatives.",
        "             - Statement 2 of 2 is not true: Con seats, Barnet 2018: said 3,",
        "               found 1; beside it, a seat lost: holds, both statements are true:",
        "               Lab change in seats: -1; Con change in seats: +1.",
    ]


def test_which_statement_fails_is_seen(capsys: pytest.CaptureFixture[str]) -> None:
    out = printed(capsys, "docs/claims/jvl-2018.yaml", "-f", "table")
    assert block(out, "west-hendon-double")[3:] == [
        "             - Statement 2 of 3 is not true: Con change in votes: said almost 2",
        "               times Lab change in votes (1.8 to 2), found by sum +2,177 beside",
        "               +856 (2.54 times).",
    ]
    explained = printed(capsys, "docs/claims/jvl-2018.yaml", "-f", "table", "--explain", "west-hendon-double")
    assert "2. con change in votes in west-hendon, barnet-2014 to barnet-2018" in explained
    assert "fails    sum: +2,177 beside +856 (2.54 times)" in explained.splitlines()


def test_a_wide_terminal_has_a_line_a_sentence(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "200")
    lines = block(printed(capsys, "docs/claims/jvl-2018.yaml", "-f", "table"), "hale-tories-3000")
    assert [line[:11].strip() for line in lines] == ["holds", "", ""]
    assert lines[1].endswith("the Conservatives adding 3,000 votes.")
    assert lines[2].strip() == (
        "- All 3 statements are true: Lab change in votes: by sum +606; Lab change in seats: -1; "
        "Con change in votes: by sum +2,793."
    )


@pytest.mark.parametrize("columns", [80, 120, 140, 200])
def test_every_line_fits(columns: int, shipped: Store) -> None:
    found = every_claim(shipped)
    rows = [one.row for one in found]
    sheets = [claims_sheet(rows, rows, {one.claim.id: one for one in found}, columns)]
    sheets += [working_sheet(one.working, one.row, one.claim.note, one.commands, columns) for one in found]
    for sheet in sheets:
        for line in table(sheet, width=columns, terminal=False).splitlines():
            assert cell_len(line) <= columns
            assert line == line.rstrip()
            assert "…" not in line


@pytest.mark.parametrize("claim", ["west-hendon-double", "childs-hill-most-marginal", "clarke-gain"])
def test_every_line_of_an_explanation_fits(claim: str, capsys: pytest.CaptureFixture[str]) -> None:
    for line in printed(capsys, *FILES, "-f", "table", "--explain", claim).splitlines():
        assert cell_len(line) <= 80
        assert line == line.rstrip()
        assert "…" not in line


@pytest.mark.parametrize("columns", ["80", "200"])
def test_nothing_is_cut(columns: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    out = "".join(printed(capsys, *QUICK, "-f", "table").split())
    for row in json.loads(printed(capsys, *QUICK, "-f", "json")):
        for column in ("claim", "words", "why", "by", "on"):
            assert "".join((row[column] or "").split()) in out


def test_nothing_depends_on_colour(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    plain = printed(capsys, *QUICK, "-f", "table")
    monkeypatch.setenv("NO_COLOR", "1")
    assert printed(capsys, *QUICK, "-f", "table") == plain
    for verdict in ("holds", "fails", "depends", "undecidable"):
        assert f"\n{verdict} " in plain


def test_no_claims_in_a_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "claims.yaml"
    for text, got in (("[]\n", "an empty list"), ("", "an empty file"), ("# none yet\n", "an empty file")):
        file.write_text(text, encoding="utf-8")
        assert run(["claims", FILES[2], str(file)]) == 2
        out, err = capsys.readouterr()
        assert out == ""
        assert err == f"{file}:1: file: expected a list of claims (- id: ...), got {got}\n"


def test_strict(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "claims.yaml"
    file.write_text(HOLDS, encoding="utf-8")
    printed(capsys, str(file), "--strict")
    printed(capsys, FILES[0], "--strict", code=1)
    undecided = tmp_path / "undecided.yaml"
    undecided.write_text("- id: nobody-knows\n  claim: So it was.\n  missing: all of it\n", encoding="utf-8")
    printed(capsys, str(undecided), "--strict")  # what is undecidable does not count, nor what depends
    printed(capsys, str(file), FILES[2], "--strict", code=1)
    printed(capsys, str(file), FILES[2])
    file.write_text(HOLDS.replace("is: 1", "is: 2"), encoding="utf-8")
    printed(capsys, str(file), "--strict", code=1)
    printed(capsys, str(file), "--strict", "--limit", "0", code=1)


def test_all_problems_and_exit_code_2(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "claims.yaml"
    file.write_text(HOLDS.replace("margin", "margn").replace("is: 1", "overs: 1"), encoding="utf-8")
    assert run(["claims", str(file), str(tmp_path / "none.yaml")]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    lines = err.splitlines()
    assert lines[0] == f'{file}:3: figure.metric: expected a metric, got "margn"; nearest: margin'
    assert lines[1] == f"{file}:3: figure: expected one word said of it, such as is, over or rose; got none of them"
    assert lines[2] == f"{file}:4: overs: expected a known key; nearest: over"
    assert lines[3] == f"{tmp_path / 'none.yaml'}:1: file: expected to read it, got No such file or directory"


def test_no_file(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["claims"]) == 2
    assert "FILE..." in capsys.readouterr().err


def test_none() -> None:
    assert table(claims_sheet([], [], {}, 80), width=80, terminal=False) == "No claims.\n"


def test_a_claim_of_one_statement_is_short(capsys: pytest.CaptureFixture[str]) -> None:
    out = printed(capsys, *QUICK, "-f", "table")
    assert block(out, "hertsmere-labour-gains")[:4] == [
        "undecidable  hertsmere-labour-gains",
        "             Labour made overall gains in Hertsmere in 2019. (letter of the",
        "             defeated candidate in Borehamwood Kenilworth, 2019-05)",
        "             - Lab change in seats, hertsmere-2015 to Hertsmere 2019:",
    ]


QUOTED = """\
- id: by-one-vote
  claim: High Barnet was won by one vote.
  by: an example
  quote: |-
    High Barnet was "won"
    by one vote.
  figure: {metric: margin, election: barnet-2018, ward: high-barnet}
  is: 1
"""


def test_the_sentence_as_it_was_published_stands_with_the_claim(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "claims.yaml"
    file.write_text(QUOTED, encoding="utf-8")
    (row,) = json.loads(printed(capsys, str(file), "-f", "json"))
    assert [*row][-1] == "quote"
    assert row["quote"] == 'High Barnet was "won" by one vote.'
    screen = [line.strip() for line in block(printed(capsys, str(file), "-f", "table"), "by-one-vote")]
    assert screen[1:3] == ["High Barnet was won by one vote.", '“High Barnet was "won" by one vote.”']
    explained = printed(capsys, str(file), "-f", "table", "--explain", "by-one-vote").splitlines()
    said = explained.index("High Barnet was won by one vote.")
    assert explained[said + 1 : said + 3] == ['“High Barnet was "won" by one vote.”', "an example"]
    file.write_text(HOLDS, encoding="utf-8")
    assert json.loads(printed(capsys, str(file), "-f", "json"))[0]["quote"] is None
    assert "“" not in printed(capsys, str(file), "-f", "table")


def test_names_stand_in_place_of_slugs_but_words_stay_words(shipped: Store) -> None:
    rows = {one.claim.id: one.row for one in every_claim(shipped)}
    assert rows["barnet-2014-majority"].why == "Con majority, Barnet 2014: said 1, found 1 (32 of 63 seats)."
    for row in rows.values():
        assert not any(slug in row.why for slug in ("barnet-2018", "barnet-2014", "high-barnet", "con ", "lab "))
