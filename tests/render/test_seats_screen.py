"""The half-circle of seats: every seat once, in order, in a shape that can be read without colours."""

from __future__ import annotations

from itertools import pairwise
from math import atan2

import pytest
from analysis.builders import contest, election, stood, won
from rich.cells import cell_len
from telling import telling

from render.ansi import coloured
from wardcheck.analysis.seats import seats
from wardcheck.cli.chosen import Chosen
from wardcheck.render.html import html
from wardcheck.render.screens.seats import MARKS, half_circle, seats_sheet
from wardcheck.render.sheet import Sheet
from wardcheck.render.table import table
from wardcheck.store import Store

WIDTHS = (40, 80)


def screen(store: Store, slug: str, before: str | None = None) -> Sheet:
    after, then = store.election(slug), store.election(before) if before else None
    report = seats(after, then)
    return seats_sheet(report, report, then, Chosen([after, *([then] if then else [])], store).labels)


def test_every_seat_has_a_place_of_its_own() -> None:
    for count in range(1, 151):
        places = half_circle(count)
        assert len(set(places)) == count
        assert min(x for _, x in places) == 0, count
        assert min(y for y, _ in places) == 0, count
        assert max(x for _, x in places) < 80, count
        assert all(x % 2 == 0 for _, x in places), count  # no two seats of a line touch
        bottom = max(y for y, _ in places)
        middle = (max(x for _, x in places)) / 4
        angles = [atan2(bottom - y, x / 2 - middle) for y, x in places]
        if count > 10:  # from the left round to the right
            assert all(left >= right - 0.2 for left, right in pairwise(angles)), count


def test_no_seats_no_places() -> None:
    assert half_circle(0) == []


@pytest.mark.parametrize("slug", ["barnet-2018", "wandsworth-2018", "richmond-upon-thames-2018", "tower-hamlets-2014"])
def test_marks_are_the_seats_of_each_party(shipped: Store, slug: str) -> None:
    drawn = "".join(span.text for line in screen(shipped, slug).picture for span in line)
    rows = seats(shipped.election(slug))
    assert [drawn.count(MARKS[n]) for n in range(len(rows))] == [row.seats for row in rows]
    inks = {span.text: span.ink for line in screen(shipped, slug).picture for span in line if span.ink}
    assert inks == {MARKS[n]: shipped.parties[row.party].colour for n, row in enumerate(rows) if row.seats}


def test_barnet_at_80(shipped: Store) -> None:
    assert table(screen(shipped, "barnet-2018", "barnet-2014"), width=80, terminal=False).splitlines() == [
        "Barnet, 3 May 2018: Conservative and Unionist Party, 38 of 63 seats, a majority",
        "of 13",
        "",
        "          ● ● ● ● ●",
        "      ● ● ● ● ● ● ● ○ ○",
        "    ● ● ● ● ● ● ● ○ ○ ○ ○",
        "  ● ● ● ● ●       ○ ○ ○ ○ ○",
        "  ● ● ● ●           ○ ○ ○ ○",
        "● ● ● ●               ○ ○ ○ ○",
        "● ● ●                   ○ ○ ○",
        "● ● ●                   ○ ○ ○",
        "",
        "   Party  Seats                            %  Before  Held  Gained  Lost  Change",
        "●   Con      38  █████████████████████  60.3      32    32       6     0      +6",
        "○   Lab      25  █████████████▉         39.7      30    24       1     6      -5",
        "    LD        0                          0.0       1     0       0     1      -1",
        "",
        "Majority: 38 seats minus 25 of all others. 32 of 63 is control. The half-circle",
        "has the parties in this order, from the left.",
        "Compared with Barnet, 22 May 2014, as declared; by-elections and defections",
        "since are not counted.",
        "Held, gained and lost: ward by ward, and added up over 21 wards.",
    ]


def test_seats_in_their_colours(shipped: Store) -> None:
    assert coloured(table(screen(shipped, "barnet-2018"), width=80, terminal=True))
    page = html(screen(shipped, "barnet-2018")).lower()
    assert "#0087dc" in page
    assert "#e4003b" in page


def test_a_narrow_screen_has_no_half_of_a_half_circle(shipped: Store) -> None:
    assert "● ●" not in table(screen(shipped, "barnet-2018"), width=28, terminal=False)


def test_every_line_fits(shipped: Store) -> None:
    for found in telling(shipped):
        before = found.previous if found.previous in shipped.slugs else None
        sheet = screen(shipped, found.slug, before)
        for width in WIDTHS:
            for line in table(sheet, width=width, terminal=False).splitlines():
                assert cell_len(line) <= width, f"{found.slug} at {width}: {line}"
                assert line == line.rstrip()


def test_what_cannot_be_judged_is_not_drawn(shipped: Store) -> None:
    sheet = screen(shipped, "derby-2018")
    assert not sheet.picture
    assert sheet.title == "Derby, 3 May 2018: 17 seats; control is not judged"
    assert sheet.notes[0] == (
        "Control is not judged: it elects by thirds, and election.yaml does not say who held the seats that were not "
        "up (continuing)."
    )


def test_no_overall_control(shipped: Store) -> None:
    town = election(contest(2, won("A", "con", 2), won("B", "lab", 2), stood("C", "lab", 1)), kind="all", seats_total=2)
    report = seats(town)
    sheet = seats_sheet(report, report, None, Chosen([town], shipped).labels)
    assert sheet.title == "Town, 3 May 2018: no overall control of 2 seats; Con and Lab have 1 each, 1 short of control"
    assert str(sheet.notes[0]).startswith("No party has more than half. 2 of 2 is control.")


def test_more_parties_than_marks(shipped: Store) -> None:
    wards = [contest(1, won("A", f"p{n:02}", 1), slug=f"w-{n}") for n in range(12)]
    town = election(*wards, kind="all", seats_total=12)
    report = seats(town)
    sheet = seats_sheet(report, report, None, Chosen([town], shipped).labels)
    drawn = "".join(span.text for line in sheet.picture for span in line).replace(" ", "")
    assert sorted(drawn) == sorted([*MARKS, "·", "·"])
