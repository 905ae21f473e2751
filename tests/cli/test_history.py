"""``wardcheck history`` as it is run."""

from __future__ import annotations

from datetime import date

import pytest
from analysis.builders import contest, election, stood, won
from conftest import MakeStore
from rich.cells import cell_len
from telling import telling

from wardcheck.analysis.history import history, ward_history
from wardcheck.cli.chosen import Chosen
from wardcheck.cli.main import run
from wardcheck.render.screens.history import history_sheet
from wardcheck.render.table import table
from wardcheck.store import Store


def test_a_council_by_any_name(capsys: pytest.CaptureFixture[str]) -> None:
    answers = set()
    for word in ("barnet", "Barnet", "E09000003", "barnet-2018"):
        assert run(["history", word]) == 0
        answers.add(capsys.readouterr().out)
    (answer,) = answers
    assert "barnet-2018\t2018-05-03\tall\t\tcon\t38\t" in answer  # 38 of 63


def test_a_ward_by_name_and_by_a_code_that_it_had(capsys: pytest.CaptureFixture[str]) -> None:
    for word in ("High Barnet", "high-barnet"):
        assert run(["history", "barnet", "--ward", word, "--columns", "election,party,margin,same_ward"]) == 0
        rows = capsys.readouterr().out.splitlines()[1:]
        assert "barnet-2018\tcon\t1\tredrawn" in rows
    assert run(["history", "barnet", "--ward", "E05000056", "--columns", "election,margin,same_ward"]) == 0
    assert capsys.readouterr().out.splitlines()[-1].endswith("\tcode")


def test_what_is_not_there(make_store: MakeStore, capsys: pytest.CaptureFixture[str]) -> None:
    one = election(contest(1, won("A", "con", 1)))
    other = election(contest(1, won("A", "con", 1)), slug="village-2018", council="Village")
    store = str(make_store(one, other))
    for words, message in (
        (["twon"], "no election 'twon'; nearest: town"),
        (["*"], "expected one council, got '*', which stands for 2"),
        (["town", "--ward", "wrad"], "no ward 'wrad' in town-2018; nearest: ward"),
    ):
        assert run(["history", *words, "--store", store]) == 2
        out, err = capsys.readouterr()
        assert (out, err) == ("", f"wardcheck: {message}\n")


def test_every_line_fits(shipped: Store) -> None:
    for one in telling(shipped):
        elections = [shipped.election(slug) for slug in shipped.of_council(one.slug)]
        labels = Chosen(elections, shipped).labels
        reports = [(history(*elections), False), (ward_history(one.wards[0].slug, *elections), True)]
        for report, of_ward in reports:
            sheet = history_sheet(report, report, labels, of_ward=of_ward)
            for width in (40, 80, 120, 200):
                for line in table(sheet, width=width, terminal=False).splitlines():
                    assert cell_len(line) <= width
                    assert line == line.rstrip()
                    assert "…" not in line


def test_what_a_person_sees(
    make_store: MakeStore, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    # the names of places and parties stand for slugs, seats are aligned by party, and what is unknown takes no column
    store = make_store(
        election(
            contest(2, won("A", "con", 60), won("B", "lab", 50), stood("C", "lab", 40), slug="mill"),
            contest(1, won("D", "con", 9), stood("E", "lab", 5), slug="hill"),
            slug="town-2014",
            day=date(2014, 5, 22),
            kind="all",
        ),
        election(
            contest(1, won("E", "lab", 7), stood("D", "con", 5), slug="hill"),
            slug="town-by-2016-01-07",
            day=date(2016, 1, 7),
            kind="by-election",
        ),
    )
    monkeypatch.setenv("COLUMNS", "80")
    assert run(["history", "town", "--store", str(store), "-f", "table"]) == 0
    assert (
        capsys.readouterr().out
        == """\
Town: 1 ordinary election and 1 by-election, 2014 to 2016

        Polled  Up                   Con   Lab  Margin  Election
   22 May 2014  whole council          2     1          town-2014
7 January 2016  Hill (by-election)           1       2  town-by-2016-01-07

Seats won at each poll, as declared: not the whole council where a part of it
was up, and nobody who left, changed party or was elected since.
Margin: last elected minus first not elected, in votes.
"""
    )
