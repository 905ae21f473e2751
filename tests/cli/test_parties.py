"""``wardcheck parties`` as it is run."""

from __future__ import annotations

import csv
import io

import pytest
from rich.cells import cell_len
from telling import telling

from wardcheck.analysis.parties import parties
from wardcheck.cli.chosen import Chosen
from wardcheck.cli.main import run
from wardcheck.render.screens.parties import parties_sheet
from wardcheck.render.table import table
from wardcheck.store import Store


def rows(capsys: pytest.CaptureFixture[str], *words: str, code: int = 0) -> list[dict[str, str]]:
    assert run(["parties", *words]) == code
    return list(csv.DictReader(io.StringIO(capsys.readouterr().out), delimiter="\t"))


def test_total_is_of_all_parties_even_of_one_asked_for(capsys: pytest.CaptureFixture[str]) -> None:
    found = rows(capsys, "barnet-2014", "barnet-2018", "--party", "lab", "--total")
    assert [(r["election"], r["party"], r["seats"]) for r in found] == [
        ("barnet-2014", "lab", "30"),
        ("barnet-2018", "lab", "25"),
        ("barnet-2014", "", "63"),
        ("barnet-2018", "", "63"),
        ("", "", "126"),
    ]


def test_a_ward_is_by_ward(capsys: pytest.CaptureFixture[str]) -> None:
    found = rows(capsys, "barnet-2018", "--ward", "hale")
    assert {(r["ward"], r["wards"]) for r in found} == {("hale", "1")}


def test_a_party_that_did_not_stand_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["parties", "hertsmere-2019", "--party", "aspire"]) == 2
    assert "Aspire did not stand in hertsmere-2019" in capsys.readouterr().err


def test_every_line_fits(shipped: Store) -> None:
    chosen = telling(shipped)
    for of in ("election", "region", "all", "ward"):
        report = parties(*chosen, by=of, store=shipped)
        sheet = parties_sheet(report[:60], report, Chosen(chosen, shipped).labels)
        for width in (40, 80, 120, 200):
            for line in table(sheet, width=width, terminal=False).splitlines():
                assert cell_len(line) <= width
                assert line == line.rstrip()
                assert "…" not in line
