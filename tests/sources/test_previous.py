"""The election before, which an import finds in the store, for what it writes and for what was there already."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from sources.conftest import HALE, HENDON, Import, Imported
from wardcheck.cli.main import run
from wardcheck.store import open_store

WriteCsv = Callable[..., Path]


@pytest.fixture
def on_day(write_csv: WriteCsv, do_import: Import) -> Callable[..., Imported]:
    """Import Hale and Hendon of Town as an election of that day."""
    path = write_csv([*HALE, *HENDON])
    return lambda day, *options: do_import(path, *options, day=day)


def chain(store: Path) -> dict[str, str | None]:
    return {election.slug: election.previous for election in open_store(store).elections()}


def test_the_last_ordinary_election_of_the_council(on_day: Callable[..., Imported]) -> None:
    for day in ("2014-05-22", "2016-05-05", "2018-05-03"):
        store = on_day(day).store
    assert chain(store) == {"town-2014": None, "town-2016": "town-2014", "town-2018": "town-2016"}


def test_those_that_were_there_already_follow(on_day: Callable[..., Imported]) -> None:
    on_day("2018-05-03")
    on_day("2022-05-05")
    done = on_day("2014-05-22")
    assert "later elections that now name one of these as the election before: town/2018\n" in done.err
    assert chain(done.store) == {"town-2014": None, "town-2018": "town-2014", "town-2022": "town-2018"}
    on_day("2016-05-05")
    assert chain(done.store)["town-2018"] == "town-2016"
    assert chain(done.store)["town-2022"] == "town-2018"


def test_a_by_election_is_before_none_and_has_one_before(on_day: Callable[..., Imported]) -> None:
    on_day("2018-05-03", "--kind", "by-election")
    on_day("2019-05-02")
    done = on_day("2014-05-22")
    assert chain(done.store) == {
        "town-2014": None,
        "town-by-2018-05-03": "town-2014",
        "town-2019": "town-2014",
    }


def test_an_ordinary_election_of_the_same_year_counts_by_its_day(on_day: Callable[..., Imported]) -> None:
    on_day("2018-05-03")
    on_day("2018-03-01", "--kind", "by-election")
    done = on_day("2018-11-01", "--kind", "by-election")
    assert chain(done.store) == {"town-2018": None, "town-by-2018-03-01": None, "town-by-2018-11-01": "town-2018"}


def test_nothing_else_of_a_later_file_is_touched(on_day: Callable[..., Imported]) -> None:
    file = on_day("2018-05-03").store / "town" / "2018" / "election.yaml"
    text = file.read_text(encoding="utf-8").replace("date: 2018-05-03\n", "date: 2018-05-03  # a Thursday\n")
    file.write_text(text, encoding="utf-8")
    on_day("2014-05-22", "--dry-run")
    assert file.read_text(encoding="utf-8") == text
    on_day("2014-05-22")
    assert file.read_text(encoding="utf-8") == text.replace("contests: 2\n", "previous: town-2014\ncontests: 2\n")
    again = on_day("2018-05-03")
    assert again.code == 2  # for the words of a person, which an import has not


def test_another_council_of_a_longer_name_is_another(on_day: Callable[..., Imported], write_csv: WriteCsv) -> None:
    rows = [["Town North", "E07999999", *row[2:]] for row in HALE]
    store = on_day("2018-05-03").store
    path = write_csv(rows, "north.csv")
    assert run(["import", "leap", str(path), "--date", "2014-05-22", "--store", str(store)]) == 0
    assert chain(store) == {"town-2018": None, "town-north-2014": None}


def barnsley(write_csv: WriteCsv) -> Path:
    """A council that elects by thirds, in 2014, 2015, 2016, 2018, 2019."""
    return write_csv([["Barnsley", "E08000016", *row[2:]] for row in HALE], "barnsley.csv")


def test_the_register_says_which_came_last_and_which_filled_the_same_seats(
    write_csv: WriteCsv, do_import: Import
) -> None:
    path = barnsley(write_csv)
    for day in ("2014-05-22", "2016-05-05", "2019-05-02"):
        done = do_import(path, day=day)
    # that of 2015 came before 2016, and that of 2018 before 2019: the store has neither
    assert set(chain(done.store).values()) == {None}
    do_import(path)
    elections = {e.slug: (e.previous, e.previous_cycle) for e in open_store(done.store).elections()}
    assert elections == {
        "barnsley-2014": (None, None),
        "barnsley-2016": (None, None),
        "barnsley-2018": ("barnsley-2016", "barnsley-2014"),
        "barnsley-2019": ("barnsley-2018", None),  # the same seats were filled in 2015
    }


def test_the_order_of_imports_makes_no_difference(write_csv: WriteCsv, do_import: Import) -> None:
    path = barnsley(write_csv)
    for day in ("2018-05-03", "2014-05-22", "2016-05-05"):
        done = do_import(path, day=day)
    file = done.store / "barnsley" / "2018" / "election.yaml"
    assert "previous: barnsley-2016\nprevious_cycle: barnsley-2014\ncontests: 1\n" in file.read_text(encoding="utf-8")
    again = do_import(path)
    assert (again.code, again.rows) == (0, [["barnsley-2018", "1", "0", "2", "0"]])
