"""What the register of councils adds to an import: a size, how much is elected, and what was no ordinary poll."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from sources.conftest import Import

WriteCsv = Callable[..., Path]
BARNET = ["Barnet", "E09000003"]
"""Wholly elected on 3 May 2018, 63 seats."""
DERBYSHIRE = ["Derbyshire", "E10000007"]
"""Elected in 2017 and 2021, so that whatever polled there in 2018 was a by-election."""


def ward(council: list[str], name: str = "Hale") -> list[list[object]]:
    return [[*council, name, "", "Ann Ash", "C", 90, 1], [*council, name, "", "Bob Birch", "Lab", 80, 0]]


def test_the_size_comes_from_the_register_with_its_source(write_csv: WriteCsv, do_import: Import) -> None:
    election = do_import(write_csv(ward(BARNET))).election("barnet-2018")
    # one ward of one seat was read, and the council has 63
    assert (election.seats_total, election.kind) == (63, "all")
    assert list(election.sources) == ["leap-2018", "council-cycles"]
    assert election.sources["council-cycles"].covers == "seats on the council"


def test_a_size_that_a_person_recorded_stays(write_csv: WriteCsv, do_import: Import) -> None:
    path = write_csv(ward(BARNET))
    file = do_import(path).store / "barnet" / "2018" / "election.yaml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("seats_total: 63", "seats_total: 64"), encoding="utf-8")
    again = do_import(path, "--overwrite")
    assert again.election("barnet-2018").seats_total == 64


def test_the_source_of_a_size_that_a_person_recorded_stays(write_csv: WriteCsv, do_import: Import) -> None:
    path = write_csv(ward(BARNET))
    file = do_import(path).store / "barnet" / "2018" / "election.yaml"
    text = file.read_text(encoding="utf-8").replace("seats_total: 63", "seats_total: 64")
    start = text.index("  council-cycles:")
    own = "  gazette:\n    title: The order of 2018\n    covers: seats on the council\n"
    file.write_text(text[:start] + own, encoding="utf-8")
    for options in ([], ["--overwrite"]):
        again = do_import(path, *options)
        assert (again.code, again.rows) == (0, [["barnet-2018", "1", "0", "2", "0"]])
        assert list(again.election("barnet-2018").sources) == ["leap-2018", "gazette"]


def test_a_second_import_of_the_same_changes_nothing(write_csv: WriteCsv, do_import: Import) -> None:
    path = write_csv(ward(BARNET) + ward(BARNET, "Underhill"))
    first = do_import(path)
    again = do_import(path)
    assert (again.code, again.rows) == (0, [["barnet-2018", "2", "0", "3", "0"]])
    do_import(path, "--overwrite")
    assert again.election("barnet-2018") == first.election("barnet-2018")
    assert "council-cycles" in again.election("barnet-2018").sources


@pytest.mark.parametrize("kind", [(), ("--kind", "thirds")], ids=["no kind given", "a kind for the others"])
def test_a_poll_of_a_council_that_was_not_up_is_a_by_election(
    write_csv: WriteCsv, do_import: Import, kind: tuple[str, ...]
) -> None:
    done = do_import(write_csv(ward(DERBYSHIRE) + ward(["Town", "E07000001"])), *kind, "--previous", "2014")
    election = done.election("derbyshire-by-2018-05-03")
    assert (election.kind, election.seats_total) == ("by-election", None)
    assert done.election("town-2018").kind == (kind[1] if kind else None)


def test_another_kind_than_the_register_knows_is_told(write_csv: WriteCsv, do_import: Import) -> None:
    done = do_import(write_csv(ward(BARNET)), "--kind", "thirds")
    assert "Barnet: --kind: expected all, as councils.yaml has it, got thirds" in done.err
    assert done.election("barnet-2018").kind == "thirds"


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["--region", "london"], ["barnet-2018"]),
        (["--region", "county", "--region", "north-west"], ["bolton-2018", "derbyshire-by-2018-05-03"]),
        (["--region", "within:derbyshire", "--council", "Town"], ["derbyshire-by-2018-05-03", "town-2018"]),
    ],
)
def test_the_councils_of_a_region_alone(
    write_csv: WriteCsv, do_import: Import, words: list[str], expected: list[str]
) -> None:
    rows = ward(BARNET) + ward(DERBYSHIRE) + ward(["Bolton", "E08000001"]) + ward(["Town", "E07000001"])
    done = do_import(write_csv(rows), *words)
    assert (done.code, [row[0] for row in done.rows]) == (0, expected)


def test_a_region_of_which_the_file_has_nothing(write_csv: WriteCsv, do_import: Import) -> None:
    done = do_import(write_csv(ward(BARNET)), "--region", "north-east")
    assert done.code == 2
    assert "--region: expected councils of there in" in done.err
