"""Names, codes and ids of files that no one should trust: none reaches a path, and what is written can be read."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sources.conftest import HALE, HENDON, Import, leap_rows
from sources.side_files import SIDES, damaged, imported_beside
from wardcheck.store import open_store

WriteCsv = Callable[..., Path]
BALLOTS = ["ballot_id", "gss_code"]
DAY = "2018-05-03"


def files(folder: Path) -> set[str]:
    return {str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize(
    "ballot",
    [
        "local.town.../../victim.2018-05-03",
        "local.town./tmp/victim.2018-05-03",
        "local.town.Hale Ward.2018-05-03",
        "local.To/wn.hale.2018-05-03",
        "local.town..2018-05-03",
        "local.town.hale.2018-13-40",
        "local.town.hale",
        "by",
        "..",
    ],
)
def test_an_id_that_is_none_is_told_and_not_used(write_csv: WriteCsv, do_import: Import, ballot: str) -> None:
    ids = write_csv([BALLOTS, [ballot, "E05000001"]], "ids.csv")
    done = do_import(write_csv(HALE), "--ballots", str(ids))
    assert f"{ids}:2: ballot_id: expected local.COUNCIL.WARD.DATE, got " in done.err
    assert done.election().wards[0].ballot is None
    assert files(done.store.parent) == {
        *("leap.csv", "ids.csv", "store/parties.yaml"),
        *("store/town/2018/election.yaml", "store/town/2018/hale.yaml"),
    }


def test_a_ward_called_election_by_its_id_is_refused_with_its_row(write_csv: WriteCsv, do_import: Import) -> None:
    ids = write_csv([BALLOTS, [f"local.town.election.{DAY}", "E05000001"]], "ids.csv")
    path = write_csv(HALE + HENDON)
    done = do_import(path, "--ballots", str(ids))
    assert done.code == 2
    assert f"{path}:1: Hale: slug: expected a name that can name a file, got 'election'" in done.err
    assert files(done.store) == {"parties.yaml"}


def test_an_id_for_two_codes_ends_the_import(write_csv: WriteCsv, do_import: Import) -> None:
    one = f"local.town.hale.{DAY}"
    ids = write_csv([BALLOTS, [one, "E05000001"], [one, "E05000002"]], "ids.csv")
    done = do_import(write_csv(HALE + HENDON), "--ballots", str(ids))
    assert done.code == 2
    assert done.err.splitlines() == [
        f"{ids}:{line}: ballot_id: expected each id once, got {one} again" for line in (2, 3)
    ]
    assert files(done.store) == {"parties.yaml"}


def test_two_wards_with_the_slug_of_one_are_told(write_csv: WriteCsv, do_import: Import) -> None:
    # Hale's id, by its code, is that of the ward which is called Hendon Hill here
    ids = write_csv([BALLOTS, [f"local.town.hendon-hill.{DAY}", "E05000001"]], "ids.csv")
    path = write_csv([*HALE, *leap_rows("Hendon Hill", ("A", "C", 9, 1), ("B", "Lab", 7, 0), gss="E05000002")])
    done = do_import(path, "--ballots", str(ids))
    assert done.code == 2
    assert f"{path}:1: Hale: slug: expected a file of its own, got hendon-hill.yaml for Hendon Hill as well" in done.err
    assert files(done.store) == {"parties.yaml"}


@pytest.mark.parametrize("seats", [20, 21])
def test_more_seats_than_the_store_reads(write_csv: WriteCsv, do_import: Import, seats: int) -> None:
    people = [(f"Person {chr(65 + n)}", "Ind", 100 - n, 1) for n in range(seats)]
    path = write_csv([*HALE, *leap_rows("Hendon", *people, ("Last", "C", 1, 0), gss="E05000002")])
    done = do_import(path)
    assert done.code == (0 if seats == 20 else 2)
    assert (f"{path}:3: Hendon: seats: expected a whole number from 1 to 20, got 21" in done.err) == (seats == 21)


@pytest.mark.parametrize(
    "name", ["&nbsp;", "&#32;", "Ann &#9; Ash", "Ann&#10;Ash", "&#8203;", "\u2060", "\x1b[31mAnn", "x" * 201]
)
@pytest.mark.parametrize("at", [0, 2, 4])
def test_entities_in_names(write_csv: WriteCsv, do_import: Import, name: str, at: int) -> None:
    row = ["Town", "", "Hendon", "", "Ann Ash", "C", 90, 1]
    row[at] = name
    done = do_import(write_csv([*HALE, row, ["Town", "", "Hendon", "", "Bob Birch", "Lab", 80, 0]]))
    assert done.code in (1, 2)
    assert "Traceback" not in done.err
    if done.code == 1:
        assert [(ward.slug, len(ward.candidates)) for ward in done.election().wards] == [("hale", 2)]
    open_store(done.store).elections()


@settings(max_examples=150, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data(), side=st.sampled_from(sorted(SIDES)))
def test_damaged_side_files(data: st.DataObject, side: str) -> None:
    imported_beside(side, data.draw(damaged(side)))
