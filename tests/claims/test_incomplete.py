"""An election that lacks contests: what is said of all of it is not decided by a part, unless the part refutes it."""

from __future__ import annotations

from datetime import date

import pytest
from analysis.builders import contest, election, stood, won
from conftest import MakeStore

from claims.examples import judged
from wardcheck.model import Ballots, MissingContest
from wardcheck.store import Store, open_store


@pytest.fixture
def lacking(make_store: MakeStore) -> Store:
    wards = [
        contest(
            1,
            won("A", "con", 60),
            stood("B", "lab", 40),
            slug=slug,
            electorate=300,
            ballots=Ballots(at_count=105, valid=100, rejected_total=5),
        )
        for slug in ("abbey", "bridge")
    ]
    missing = (MissingContest("Castle", "line 4 has no votes", 1),)
    return open_store(make_store(election(*wards, slug="town-2018", kind="all", contests=3, missing=missing)))


TOWN = "election: town-2018"


@pytest.mark.parametrize(
    ("statement", "verdict"),
    [
        (f"figure: {{metric: margin, {TOWN}, ward: every, measure: seat}}\nover: 10", "undecidable"),
        (f"figure: {{metric: margin, {TOWN}, ward: every, measure: seat}}\nover: 30", "fails"),
        (f"figure: {{metric: votes, {TOWN}, party: lab, measure: sum}}\nunder: 90", "undecidable"),
        (f"figure: {{metric: candidates, {TOWN}, party: lab}}\nis: 2", "undecidable"),
        (f"figure: {{metric: turnout, {TOWN}, measure: ballot-box}}\nis: 35", "undecidable"),
        (f"figure: {{metric: seats, {TOWN}, party: con}}\nis: 2", "undecidable"),
        (f"figure: {{metric: votes, {TOWN}, ward: abbey, party: lab, measure: sum}}\nis: 40", "holds"),
        (f"figure: {{metric: turnout, {TOWN}, ward: abbey, measure: ballot-box}}\nis: 35", "holds"),
    ],
)
def test_a_part_decides_nothing_but_what_it_refutes(statement: str, verdict: str, lacking: Store) -> None:
    row = judged(statement, lacking)
    assert row.verdict == verdict
    if verdict == "undecidable":
        assert "1 contest" in row.found


def test_nothing_is_first_among_wards_that_are_not_all_there(lacking: Store) -> None:
    figure = f"figure: {{metric: turnout, {TOWN}, ward: abbey, measure: ballot-box}}\n"
    assert judged(f"{figure}first: {{among: wards, order: most}}", lacking).verdict in ("undecidable", "fails")


@pytest.mark.parametrize(
    ("statement", "verdict", "found"),
    [
        # they won Abbey and Bridge from Labour; Castle, of which the seat is known and not the votes, may be a third
        ("metric: gained, party: con}\nat-least: 2", "holds", "between 2 and 3"),
        ("metric: gained, party: con}\nis: 2", "undecidable", "between 2 and 3"),
        ("metric: gained, party: con}\nover: 3", "fails", "between 2 and 3"),
        # Labour had the seat of Castle before
        ("metric: lost, party: lab}\nover: 1", "holds", "between 2 and 3"),
        ("metric: lost, party: con}\nis: 0", "holds", "0"),
    ],
)
def test_seats_gained_and_lost_have_bounds_where_contests_are_missing(
    statement: str, verdict: str, found: str, make_store: MakeStore
) -> None:
    before = [
        contest(1, won("B", "lab", 60), stood("A", "con", 40), slug=slug) for slug in ("abbey", "bridge", "castle")
    ]
    after = [contest(1, won("A", "con", 60), stood("B", "lab", 40), slug=slug) for slug in ("abbey", "bridge")]
    store = make_store(
        election(*before, slug="town-2014", kind="all", day=date(2014, 5, 22), seats_total=3),
        election(
            *after, slug="town-2018", kind="all", contests=3, missing=(MissingContest("Castle", "no votes", 1),),
            previous="town-2014", seats_total=3,
        ),
    )  # fmt: skip
    row = judged(f"figure: {{election: town-2018, from: town-2014, {statement}", open_store(store))
    assert (row.verdict, row.found) == (verdict, found)
