"""Where somebody stood, in whatever spelling."""

from __future__ import annotations

from datetime import date

import pytest

from analysis.builders import contest, election, stood, won
from wardcheck.analysis.find import find
from wardcheck.analysis.report import Slugs
from wardcheck.store import Store

TOWN = election(
    contest(1, won("Seán O’Brien", "con", 9), stood("Łukasz Müller-Smith", "lab", 7), slug="west"),
    contest(1, won("Sean O'Brien", "ld", None), slug="east", status="unopposed"),
)
LATER = election(
    contest(1, stood("Sean O'Brien", "con", 3), won("Ann Other", "lab", 8), slug="west"),
    slug="town-2022",
    day=date(2022, 5, 5),
)


@pytest.mark.parametrize("name", ["sean o'brien", "O’BRIEN", "obrien", "brien sean", "Séan"])
def test_every_spelling_finds_the_same(name: str) -> None:
    found = find(name, LATER, TOWN)
    assert [(r.election, r.ward, r.party, r.votes, r.elected, r.behind) for r in found] == [
        ("town-2018", "east", "ld", None, True, None),
        ("town-2018", "west", "con", 9, True, None),
        ("town-2022", "west", "con", 3, False, 5),
    ]
    assert found.totals == 1
    assert [r.text(Slugs()) for r in found.remarks] == [
        "Namesakes are not told apart: one name may be several persons, and one person have several names."
    ]


@pytest.mark.parametrize("name", ["lukasz", "MULLER smith", "müller", "muller-smith"])
def test_marks_do_not_count(name: str) -> None:
    (row,) = find(name, TOWN)
    assert (row.name, row.behind) == ("Łukasz Müller-Smith", 2)
    assert not find(name, TOWN).remarks


def test_nobody() -> None:
    found = find("sean smith", TOWN, LATER)
    assert (len(found), found.answered) == (0, False)
    assert [r.text(Slugs()) for r in found.remarks] == ["Nobody with 'sean smith' in the name stood in 2 elections."]


def test_every_candidacy_is_found_by_its_own_name(shipped: Store) -> None:
    barnet = shipped.election("barnet-2018")
    for ward in barnet.wards:
        for candidacy in ward.candidates:
            assert (ward.slug, candidacy.name, ward.polled(candidacy)) in {
                (r.ward, r.name, r.votes) for r in find(candidacy.name.upper(), barnet)
            }
