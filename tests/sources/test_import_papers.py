"""Electorate and ballot papers from the Electoral Commission's table."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from sources.conftest import HALE, HENDON, Import

WriteCsv = Callable[..., Path]
HEADER = ["ward_gss", "council_gss", "ward", "council", "electorate", "ballots_returned", "turnout"]


def counts(
    write_csv: WriteCsv, do_import: Import, *rows: Sequence[object]
) -> dict[str, tuple[int | None, int | None, tuple[str, ...]]]:
    """Electorate, papers at the count and sources by ward, after an import with such a table."""
    done = do_import(write_csv(HALE + HENDON), "--papers", str(write_csv([HEADER, *rows], "papers.csv")))
    assert (done.code, done.err) == (0, "")
    return {w.slug: (w.electorate, w.ballots.at_count, w.sources) for w in done.election().wards}


NOTHING = (None, None, ("leap-2018",))


def test_joined_by_code(write_csv: WriteCsv, do_import: Import) -> None:
    found = counts(
        write_csv, do_import, ["E05000002", "E07000001", "Hendon", "Town", 1000, 400, 0.4], ["E05000777", *[""] * 6]
    )
    assert found == {"hale": NOTHING, "hendon": (1000, 400, ("leap-2018", "ec-2018"))}


@pytest.mark.parametrize(
    ("electorate", "papers", "expected"),
    [
        # sources write a nought for what they do not know
        ("0", "400", (None, 400, ("leap-2018", "ec-2018"))),
        ("1000", "", (1000, None, ("leap-2018", "ec-2018"))),
        ("", "0", NOTHING),
    ],
)
def test_a_nought_or_a_gap_is_unknown(
    write_csv: WriteCsv,
    do_import: Import,
    electorate: str,
    papers: str,
    expected: tuple[int | None, int | None, tuple[str, ...]],
) -> None:
    found = counts(write_csv, do_import, ["E05000001", "", "Hale", "Town", electorate, papers, ""])
    assert found["hale"] == expected


def test_missing_columns(write_csv: WriteCsv, do_import: Import) -> None:
    table = write_csv([["ward_gss", "votes"], ["E05000001", 5]], "papers.csv")
    done = do_import(write_csv(HALE), "--papers", str(table))
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith(f"{table}:1: header: expected ")


@pytest.mark.parametrize(
    "value", ["1.5", "many", "-3", "nan", "inf", "1e999", "9" * 5000, "9" * 12], ids=lambda value: str(value)[:12]
)
def test_a_value_that_is_no_count_costs_its_ward_the_papers(write_csv: WriteCsv, do_import: Import, value: str) -> None:
    rows = [HEADER, ["E05000002", "", "Hendon", "Town", 9, 9, ""], ["E05000001", "", "Hale", "Town", value, 5, ""]]
    table = write_csv(rows, "papers.csv")
    done = do_import(write_csv(HALE), "--papers", str(table))
    assert done.code == 0
    assert done.err.startswith(f"{table}:3: row: expected names and counts, got ")
    (ward,) = done.election().wards
    assert (ward.electorate, ward.ballots.at_count, ward.sources) == NOTHING


def test_no_such_table(write_csv: WriteCsv, do_import: Import) -> None:
    done = do_import(write_csv(HALE), "--papers", "/nowhere.csv")
    assert done.code == 2
    assert "No such file" in done.err
