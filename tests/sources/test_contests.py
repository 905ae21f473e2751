"""A contest is council, ward, polling day, and ordinary or by-election: less than that makes one ward of two polls."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

import pytest
from conftest import PARTIES, MakeStore

from sources.conftest import HALE, HENDON, Import, Imported, leap_rows
from wardcheck.cli.main import run
from wardcheck.model import Party

WriteCsv = Callable[..., Path]
CLUB = ["ballot_paper_id", "party_name", "person_name", "ballots_cast", "is_winner"]
TIMES = ["council", "ward", "date", "candidate", "party", "votes", "elected"]
ALL_LAYOUTS = tuple(
    Party(
        p.slug, p.name, p.short, p.colour, aliases={**p.aliases, "democracy-club": (p.name,), "times-series": (p.name,)}
    )
    for p in PARTIES
)


@pytest.fixture
def bring_in(write_csv: WriteCsv, make_store: MakeStore, capsys: pytest.CaptureFixture[str]) -> Callable[..., Imported]:
    """Import rows under a header, of 3 May 2018."""
    store = make_store(parties=ALL_LAYOUTS)

    def do(layout: str, rows: Sequence[Sequence[object]], *options: str) -> Imported:
        header = CLUB if layout == "democracy-club" else TIMES
        path = write_csv([header, *rows], "file.csv")
        code = run(["import", layout, str(path), "--date", "2018-05-03", "--store", str(store), *options])
        out, err = capsys.readouterr()
        return Imported(code, out, err.replace(str(path), "file.csv"), store)

    return do


def poll(ballot: str, *people: tuple[str, str, int]) -> list[list[object]]:
    """A poll for one seat, the winner first: party, name, votes."""
    return [[f"local.town.{ballot}", party, name, votes, n == 0] for n, (party, name, votes) in enumerate(people)]


def test_a_broken_ordinary_row_beside_a_by_election_leaves_neither_whole(bring_in: Callable[..., Imported]) -> None:
    ordinary = poll("hale.2018-05-03", ("Labour", "Ann Ash", 700), ("Conservative", "Bob Birch", 600))
    other = poll("quay.by.2018-05-03", ("Conservative", "Cy Cedar", 650), ("Labour", "Di Dogwood", 640))
    broken = poll("hendon.2018-05-03", ("Labour", "Ed Elm", 500), ("Conservative", "Fi Fir", 400))
    broken[0][3] = "5oo"
    done = bring_in("democracy-club", [*other, *ordinary, *broken], "--kind", "thirds")
    assert done.code == 1
    # the row does not say of which of the two elections it is
    for slug in ("town-2018", "town-by-2018-05-03"):
        assert [lost.ward for lost in done.election(slug).missing] == ["Hendon"]
        assert done.election(slug).contests == 2


def test_a_by_election_beside_the_ordinary_poll(bring_in: Callable[..., Imported]) -> None:
    done = bring_in(
        "democracy-club",
        [
            *poll("hale.2018-05-03", ("Labour", "Ann Ash", 700), ("Conservative", "Bob Birch", 600)),
            *poll("hale.by.2018-05-03", ("Conservative", "Cy Cedar", 650), ("Labour", "Di Dogwood", 640)),
        ],
        "--kind",
        "thirds",
    )
    assert done.code == 0
    ordinary, other = done.election("town-2018"), done.election("town-by-2018-05-03")
    assert [(w.slug, w.seats, len(w.candidates)) for w in (*ordinary.wards, *other.wards)] == [("hale", 1, 2)] * 2
    # 700 - 600 and 650 - 640, not 700 - 640
    assert [w.candidates[0].votes for w in (*ordinary.wards, *other.wards)] == [700, 650]
    assert (ordinary.kind, other.kind) == ("thirds", "by-election")
    assert [w.ballot for w in other.wards] == ["local.town.hale.by.2018-05-03"]


def test_two_seats_in_one_by_election(bring_in: Callable[..., Imported]) -> None:
    rows = poll("hale.by.2018-05-03", ("Labour", "A", 9), ("Conservative", "B", 8), ("Labour", "C", 5))
    rows[1][-1] = True
    done = bring_in("democracy-club", rows)
    (ward,) = done.election("town-by-2018-05-03").wards
    assert (ward.seats, ward.derived) == (2, {"seats": "number elected"})


@pytest.mark.parametrize(
    "mark",
    [
        "(by-election)",
        "(By-Election)",
        "by-election",
        "(byelection)",
        "[by election]",
        "- by-election",
        "(by\u2011election)",
    ],
)
def test_by_elections_in_every_spelling(bring_in: Callable[..., Imported], mark: str) -> None:
    rows = [
        ["Town", f"Hale {mark}", "2018-05-03", "A", "Labour", 9, 1],
        ["Town", f"Hale {mark}", "2018-05-03", "B", "Green", 7, 0],
    ]
    rows[1][4] = "Conservative"
    done = bring_in("times-series", rows)
    (ward,) = done.election("town-by-2018-05-03").wards
    assert (ward.slug, ward.name) == ("hale", "Hale")


def test_a_ward_that_is_named_like_one_is_none(write_csv: WriteCsv, do_import: Import) -> None:
    done = do_import(write_csv(leap_rows("Derby Election Road", ("A", "C", 9, 1), ("B", "Lab", 7, 0))))
    assert [w.name for w in done.election().wards] == ["Derby Election Road"]


def test_a_poll_of_another_day_is_named_and_missing(bring_in: Callable[..., Imported]) -> None:
    rows = [
        *poll("hale.2018-05-03", ("Labour", "A", 9), ("Conservative", "B", 7)),
        *poll("hendon.2018-06-14", ("Labour", "C", 90), ("Conservative", "D", 70)),
    ]
    done = bring_in("democracy-club", rows, "--kind", "all")
    assert done.code == 1
    assert "file.csv:4: Hendon (Town): polled on 2018-06-14, not on 2018-05-03; --polled hendon=2018-06-14" in done.err
    election = done.election("town-2018")
    assert ([w.slug for w in election.wards], election.contests) == (["hale"], 2)
    assert [lost.ward for lost in election.missing] == ["Hendon"]


def test_a_countermanded_poll_and_its_repeat(bring_in: Callable[..., Imported]) -> None:
    rows = [
        *poll("hale.2018-05-03", ("Labour", "A", 0), ("Conservative", "B", 0)),
        *poll("hale.2018-06-14", ("Conservative", "B", 90), ("Labour", "E", 70)),
    ]
    first = bring_in("democracy-club", rows)
    assert first.code == 2  # nothing of that day that could be written
    assert "got 0 for everybody; was it cancelled?" in first.err
    done = bring_in("democracy-club", rows, "--polled", "hale=2018-06-14")
    assert done.code == 0
    (ward,) = done.election("town-2018").wards
    assert (ward.date, ward.seats, [c.votes for c in ward.candidates]) == (date(2018, 6, 14), 1, [90, 70])
    assert "file.csv:2: Hale (Town): passed over, for it polled 2018-06-14" in done.err


def test_ids_of_ballots_tell_by_elections_of_a_file_that_does_not(write_csv: WriteCsv, do_import: Import) -> None:
    ids = [
        ["ballot_id", "gss_code"],
        ["local.town.hale.2018-05-03", ""],
        ["local.town.hendon.by.2018-05-03", "E05000002"],
    ]
    done = do_import(write_csv(HALE + HENDON), "--ballots", str(write_csv(ids, "ids.csv")), "--previous", "2014")
    assert [w.slug for w in done.election("town-2018").wards] == ["hale"]
    other = done.election("town-by-2018-05-03")
    assert [(w.slug, w.ballot) for w in other.wards] == [("hendon", "local.town.hendon.by.2018-05-03")]
    assert other.previous == "town-2014"


def test_a_by_election_is_no_previous_election(write_csv: WriteCsv, do_import: Import) -> None:
    done = do_import(write_csv(HALE), "--previous", "town-by-2017-05-04")
    assert done.code == 2
    assert "--previous: expected an ordinary election, got the by-election 'town-by-2017-05-04'" in done.err
