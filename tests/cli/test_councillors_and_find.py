"""``wardcheck councillors`` and ``wardcheck find`` as they are run."""

from __future__ import annotations

from itertools import product

import pytest
from rich.cells import cell_len
from telling import telling

from wardcheck.analysis.councillors import councillors
from wardcheck.analysis.find import find
from wardcheck.cli.chosen import Chosen
from wardcheck.cli.main import run
from wardcheck.render.screens.councillors import councillors_sheet
from wardcheck.render.screens.find import find_sheet
from wardcheck.render.table import table
from wardcheck.store import Store


def test_councillors_of_one_ward(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["councillors", "barnet-2018", "--ward", "high-barnet", "--columns", "name,party,votes"]) == 0
    rows = [line.split("\t") for line in capsys.readouterr().out.splitlines()[1:]]
    assert [(party, votes) for _, party, votes in rows][-1] == ("con", "2605")  # one more than the next
    assert len(rows) == 3


def test_somebody_in_all_of_the_store(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["find", "rayner feodora", "--columns", "election,ward,votes,behind"]) == 0
    assert capsys.readouterr() == ("election\tward\tvotes\tbehind\nhackney-2022\tclissold\t1120\t620\n", "")


def test_nobody_is_no_answer(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["find", "nobody at all", "barnet-2018", "--no-header"]) == 1
    assert capsys.readouterr() == ("", "wardcheck: Nobody with 'nobody at all' in the name stood in 1 election.\n")
    assert run(["find", " ", "barnet-2018"]) == 2
    assert capsys.readouterr().err == "wardcheck: expected parts of a name, got none\n"


def test_every_line_fits(shipped: Store) -> None:
    chosen = telling(shipped)
    labels = Chosen(chosen, shipped).labels
    elected, found = councillors(*chosen), find("o", *chosen)
    sheets = (councillors_sheet(elected, elected, labels), find_sheet(found[:200], found, "o", labels))
    for sheet, width in product(sheets, (40, 80, 120, 200)):
        for line in table(sheet, width=width, terminal=False).splitlines():
            assert cell_len(line) <= width
            assert line == line.rstrip()
            assert "…" not in line
