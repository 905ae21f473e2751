"""Democracy Club's columns of today: seats, the day of the poll, polls that were cancelled, and lots."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import PARTIES, MakeStore

from sources.conftest import Imported
from wardcheck.cli.main import run

COLUMNS = (
    *("person_id", "person_name", "election_id", "ballot_paper_id", "election_date", "party_name", "party_id"),
    *("post_label", "cancelled_poll", "seats_contested", "elected", "votes_cast", "tied_vote_winner"),
)


def stood(name: str, votes: object, elected: str, ward: str = "hill", **other: object) -> list[object]:
    row: dict[str, object] = {
        "person_name": name,
        "ballot_paper_id": f"local.town.{ward}.2024-05-02",
        "election_date": "2024-05-02",
        "party_name": "Labour",
        "post_label": f"{ward.capitalize()} End",
        "cancelled_poll": "False",
        "seats_contested": 1,
        "elected": elected,
        "votes_cast": votes,
        **other,
    }
    return [row.get(column, "") for column in COLUMNS]


Do = Callable[..., Imported]


@pytest.fixture
def do(write_csv: Callable[..., Path], make_store: MakeStore, capsys: pytest.CaptureFixture[str]) -> Do:
    """Import these rows, which find their layout by themselves."""
    store = make_store(parties=PARTIES)

    def run_it(*rows: list[object], options: tuple[str, ...] = ()) -> Imported:
        path = write_csv([COLUMNS, *rows])
        code = run(["import", str(path), "--date", "2024-05-02", "--store", str(store), *options])
        out, err = capsys.readouterr()
        assert "read as democracy-club of today, by its columns" in err
        return Imported(code, out, err, store)

    return run_it


@pytest.mark.parametrize(("yes", "no"), [("t", "f"), ("True", "False"), ("TRUE", "FALSE")])
def test_a_ward(do: Do, yes: str, no: str) -> None:
    done = do(stood("Ann Ash", 500, yes), stood("Bob Birch", 400, no))
    assert done.code == 0
    (ward,) = done.election("town-2024").wards
    assert (ward.name, ward.slug, ward.ballot) == ("Hill End", "hill-end", "local.town.hill.2024-05-02")
    assert (ward.seats, dict(ward.derived), ward.status, ward.tie_break) == (1, {}, "contested", None)
    assert [(c.name, c.votes, c.elected) for c in ward.candidates] == [
        ("Ann Ash", 500, True),
        ("Bob Birch", 400, False),
    ]


def test_a_lot_is_of_all_who_are_level_with_its_winner(do: Do) -> None:
    rows = [
        stood("Ann Ash", 500, "t", seats_contested=2),
        stood("Bob Birch", 400, "t", seats_contested=2, tied_vote_winner="t"),
        stood("Cy Cedar", 400, "f", seats_contested=2, tied_vote_winner="f"),
        stood("Di Dogwood", 30, "f", seats_contested=2),
    ]
    (ward,) = do(*rows).election("town-2024").wards
    assert ward.tie_break is not None
    assert (ward.tie_break.votes, ward.tie_break.between) == (400, ("Bob Birch", "Cy Cedar"))
    assert (ward.tie_break.winner, ward.tie_break.also_won, ward.tie_break.vote_added) == ("Bob Birch", (), False)


def test_a_lot_that_nobody_is_level_with_is_told_of_no_further(do: Do) -> None:
    # the printed vote of the winner may hold the one that the lot added; which votes were level cannot be told
    rows = [stood("Ann Ash", 401, "t", tied_vote_winner="t"), stood("Bob Birch", 400, "f")]
    (ward,) = do(*rows).election("town-2024").wards
    assert ward.tie_break is None


def test_a_cancelled_poll_without_anybody_elected_was_countermanded(do: Do) -> None:
    rows = [stood("Ann Ash", "", "", cancelled_poll="True"), stood("Bob Birch", "", "f", cancelled_poll="True")]
    whole = [stood("Cy Cedar", 50, "t", "mill"), stood("Di Dogwood", 40, "f", "mill")]
    done = do(*rows, *whole)
    assert done.code == 0
    hill = next(ward for ward in done.election("town-2024").wards if ward.name == "Hill End")
    assert (hill.status, hill.seats, hill.elected) == ("countermanded", 1, ())
    assert [c.votes for c in hill.candidates] == [None, None]
    assert run(["check", "town-2024", "--store", str(done.store), "--rule", "declared-poll"]) == 0


def test_a_cancelled_poll_with_everybody_elected_was_unopposed(do: Do) -> None:
    (ward,) = do(stood("Ann Ash", "", "t", cancelled_poll="True")).election("town-2024").wards
    assert (ward.status, [c.elected for c in ward.candidates]) == ("unopposed", [True])


@pytest.mark.parametrize(
    ("rows", "what"),
    [
        ([("Ann Ash", 9, "f", "True"), ("Bob Birch", "", "f", "True")], "votes: expected none"),
        ([("Ann Ash", "", "t", "True"), ("Bob Birch", "", "f", "True")], "elected: expected everybody or nobody"),
        ([("Ann Ash", "", "", "True"), ("Bob Birch", 9, "t", "False")], "ward: expected all or nobody to stand"),
        ([("Ann Ash", 9, "t", "maybe"), ("Bob Birch", 8, "f", "False")], "cancelled_poll: expected t or f or True"),
        ([("Ann Ash", 9, "t", "False"), ("Bob Birch", 8, "", "False")], "elected: expected t or f or True or False"),
    ],
)
def test_what_contradicts_itself_is_left_out(do: Do, rows: list[tuple[str, object, str, str]], what: str) -> None:
    hill = [stood(name, votes, won, cancelled_poll=off) for name, votes, won, off in rows]
    done = do(*hill, stood("Cy Cedar", 50, "t", "mill"), stood("Di Dogwood", 40, "f", "mill"))
    assert done.code == 1
    assert what in done.err
    assert [ward.name for ward in done.election("town-2024").wards] == ["Mill End"]


def test_a_ballot_has_a_day_of_its_own(do: Do) -> None:
    late = [
        stood("Ann Ash", 9, "t", election_date="2024-06-20"),
        stood("Bob Birch", 8, "f", election_date="2024-06-20"),
    ]
    rows = [*late, stood("Cy Cedar", 50, "t", "mill"), stood("Di Dogwood", 40, "f", "mill")]
    done = do(*rows)
    assert done.code == 1
    assert "Hill End (Town): polled on 2024-06-20, not on 2024-05-02; --polled hill-end=2024-06-20 takes it" in done.err
    again = do(*rows, options=("--polled", "hill-end=2024-06-20", "--overwrite"))
    assert again.code == 0
    assert [str(ward.date) for ward in again.election("town-2024").wards] == ["2024-06-20", "None"]
