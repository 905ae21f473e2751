"""Who was elected: by hand, and counted in the raw files."""

from __future__ import annotations

import re

from conftest import REPOSITORY

from analysis.builders import contest, election, stood, won
from wardcheck.analysis.councillors import councillors
from wardcheck.analysis.report import Slugs
from wardcheck.store import Store


def test_by_hand() -> None:
    town = election(
        contest(2, stood("A", "con", 90), won("B", "con", 80), won("C", "lab", 95), slug="west"),
        contest(2, won("D", "ld", None), slug="east", status="unopposed"),
    )
    found = councillors(town)
    # B is elected with fewer votes than A, as declared: nobody is elected anew, and the rank says so
    assert [(r.ward, r.name, r.votes, r.rank, r.decided_by) for r in found] == [
        ("west", "C", 95, 1, "votes"),
        ("west", "B", 80, 3, "votes"),
        ("east", "D", None, None, "unopposed"),
    ]
    assert found.totals == {"lab": 1, "con": 1, "ld": 1}
    assert [r.text(Slugs()) for r in found.remarks] == ["Fewer are declared elected than there are seats: east."]


def test_a_lot_is_as_declared(shipped: Store) -> None:
    hertsmere = councillors(shipped.election("hertsmere-2019"))
    drawn = [r for r in hertsmere if r.ward == "borehamwood-kenilworth"]
    assert [(r.name, r.votes, r.rank, r.decided_by) for r in drawn][-1] == ("Kumail Jaffer", 819, 3, "lot")


def test_all_elected_of_the_raw_files_and_no_others(shipped: Store) -> None:
    found = [row.name for row in councillors(shipped.election("barnet-2018"))]
    named: list[str] = []
    for path in (REPOSITORY / "results/barnet/2018").glob("*.yaml"):
        named += re.findall(r"name: ([^,]*), .*elected: true", path.read_text("utf-8"))
    assert len(found) == 63
    assert sorted(found) == sorted(name.strip("'\"").replace("''", "'") for name in named)
