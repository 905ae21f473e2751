"""What a person sees of ``change`` and ``swing``."""

from __future__ import annotations

import pytest
from rich.cells import cell_len

from wardcheck.analysis.change import AnyChangeRow, change
from wardcheck.analysis.change_by_ward import change_by_ward
from wardcheck.analysis.pairs import Basis
from wardcheck.analysis.report import Report
from wardcheck.analysis.swing import swing
from wardcheck.cli.chosen import Chosen
from wardcheck.facts.matched import comparison
from wardcheck.facts.party_votes import MeasureOrAll
from wardcheck.model import Election
from wardcheck.render.screens.change import change_sheet
from wardcheck.render.screens.pairs import points
from wardcheck.render.screens.swing import swing_sheet
from wardcheck.render.sheet import Bar, Sheet
from wardcheck.render.table import table
from wardcheck.store import Store
from wardcheck.words import signed

SOME: tuple[MeasureOrAll, ...] = ("per_seat", "all")


def pairs(store: Store) -> list[tuple[Election, Election]]:
    """Elections with two and one seats, renamed wards, by-elections, thirds, and no ward in common."""
    slugs = {
        "barnet-2014": "barnet-2018",
        "bromley-2014": "bromley-2018",
        "bexley-2018": "bexley-2022",
        "barnet-2018": "barnet-by-2021-05-06",
        "derby-2014": "derby-2018",
        "bromley-2018": "bromley-2022",
    }
    return [(store.election(before), store.election(after)) for before, after in slugs.items()]


def sheet_of(
    store: Store,
    before: Election,
    after: Election,
    measure: MeasureOrAll = "top",
    *,
    wards: bool = False,
    limit: int | None = None,
) -> Sheet:
    report: Report[AnyChangeRow, Basis] = (change_by_ward if wards else change)(before, after, measure=measure)
    labels = Chosen([before, after], store).labels
    return change_sheet(report[:limit], report, (before.slug, after.slug), labels)


def swing_of(store: Store, before: Election, after: Election, limit: int | None = None) -> Sheet:
    report = swing(before, after, "lab", "con")
    labels = Chosen([before, after], store).labels
    return swing_sheet(report[:limit], report, (before.slug, after.slug), ("lab", "con"), "top", labels)


def lines_of(sheet: Sheet, width: int = 80) -> list[str]:
    return table(sheet, width=width, terminal=False).splitlines()


@pytest.fixture
def barnet(shipped: Store) -> tuple[Election, Election]:
    return shipped.election("barnet-2014"), shipped.election("barnet-2018")


def test_barnet_at_80(shipped: Store, barnet: tuple[Election, Election]) -> None:
    lines = lines_of(sheet_of(shipped, *barnet))
    assert lines[:7] == [
        "Barnet, 22 May 2014 to 3 May 2018: 21 wards compared",
        "",
        "Party           Stood    2014    2018   Change                   Points    Seats",
        " Con          63 → 63  38,286  50,340  +12,054         │███████    +5.8  32 → 38",
        " Lab          63 → 63  36,076  44,159   +8,083         │████▊      +2.6  30 → 25",
        " LD           63 → 63   8,037  10,468   +2,431         │█▍         +1.1    1 → 0",
        " Green        45 → 27  10,800   7,435   -3,365       ██│           -4.3    0 → 0",
    ]
    assert "Measure top: the votes of the party's best candidate in each ward." in lines


def test_measures_side_by_side(shipped: Store, barnet: tuple[Election, Election]) -> None:
    lines = lines_of(sheet_of(shipped, *barnet, "all", wards=True))
    assert lines[2].split() == ["Ward", "Party", "Stood", "Sum", "Top", "Mean", "Per", "seat"]
    (oakleigh,) = (n for n, line in enumerate(lines) if line.startswith("Oakleigh"))
    assert lines[oakleigh + 2].split() == ["Green", "3", "→", "1", "-588", "+99", "+161", "-196", "±"]
    # the name of a ward stands on its first line alone
    assert lines[oakleigh + 1].startswith(" " * 12)
    assert "± which way the vote went depends on the measure." in lines


def test_the_mark_has_its_note(shipped: Store, barnet: tuple[Election, Election]) -> None:
    marked, plain = sheet_of(shipped, *barnet, wards=True), sheet_of(shipped, *barnet)
    note = "± which way the vote went depends on the measure; see --measure all."
    assert note in marked.notes
    assert note not in plain.notes
    assert sum("±" in line for line in lines_of(marked)) == 4 + 1


def test_every_line_fits_and_none_ends_in_blanks(shipped: Store) -> None:
    for before, after in pairs(shipped):
        sheets = [sheet_of(shipped, before, after, m, wards=w) for m in SOME for w in (False, True)]
        sheets += [sheet_of(shipped, before, after, limit=0), swing_of(shipped, before, after)]
        for sheet in sheets:
            for width in (40, 80, 200):
                for line in lines_of(sheet, width):
                    assert cell_len(line) <= width
                    assert line == line.rstrip()
                    assert "…" not in line


def test_every_ward_and_party_is_whole_at_80(shipped: Store) -> None:
    for before, after in pairs(shipped)[:-1]:
        changes = lines_of(sheet_of(shipped, before, after, wards=True))
        for lines in (changes, lines_of(swing_of(shipped, before, after))):
            for _, ward in comparison(before, after).same:
                assert any(line.startswith(f"{ward.name}  ") for line in lines), ward.name


def test_candidates_stand_beside_votes_at_any_width(shipped: Store, barnet: tuple[Election, Election]) -> None:
    for width in (40, 60, 80, 120):
        (greens,) = (line for line in lines_of(sheet_of(shipped, *barnet), width) if line.startswith(" Green"))
        assert "45 → 27" in greens
        assert "7,435" in greens


def test_wards_left_out_are_named(shipped: Store) -> None:
    before, after = shipped.election("barnet-2018"), shipped.election("barnet-2022")
    for sheet in (sheet_of(shipped, before, after), swing_of(shipped, before, after)):
        gone, new = (str(note) for note in sheet.notes if "Not compared" in str(note))
        assert gone.startswith(
            "Not compared, without a counterpart in Barnet, 5 May 2022: 21 wards of Barnet, 3 May 2018: Brunswick Park"
        )
        assert new.startswith(
            "Not compared, without a counterpart in Barnet, 3 May 2018: 24 wards of Barnet, 5 May 2022"
        )


def test_hiding_rows_changes_no_bar(shipped: Store, barnet: tuple[Election, Election]) -> None:
    def bars(sheet: Sheet) -> list[float]:
        return [cell.share for row in sheet.rows for cell in row if isinstance(cell, Bar)]

    for everything, few in (
        (sheet_of(shipped, *barnet), sheet_of(shipped, *barnet, limit=4)),
        (swing_of(shipped, *barnet), swing_of(shipped, *barnet, 4)),
    ):
        assert bars(few) == bars(everything)[:4]
        assert max(map(abs, bars(everything))) == 1


def test_swing_says_to_whom_and_what_is_undefined(shipped: Store) -> None:
    before, after = shipped.election("bromley-2014"), shipped.election("bromley-2018")
    rows = swing(before, after, "con", "ukip")
    slugs, labels = (before.slug, after.slug), Chosen([before, after], shipped).labels
    sheet = swing_sheet(rows, rows, slugs, ("con", "ukip"), "top", labels)
    lines = lines_of(sheet, 120)
    assert lines[0].endswith("swing to Con from UKIP")
    (darwin,) = (line for line in lines if line.startswith("Darwin"))
    assert "undefined" in darwin
    together = sum(row.wards for row in rows if row.ward is None)
    assert any(line.startswith(f"{together} of 22 wards ") for line in lines)
    assert f"the first row is of the other {together}." in " ".join(lines)


def test_signs() -> None:
    assert [signed(n) for n in (1234, -5, 0, None)] == ["+1,234", "-5", "0", ""]
    assert [points(x) for x in (0.26, -0.04, 0.0, -1.25, None)] == ["+0.3", "0.0", "0.0", "-1.2", ""]


def test_whole_councils(shipped: Store) -> None:
    before, after = shipped.election("redbridge-2014"), shipped.election("redbridge-2018")
    labels = Chosen([before, after], shipped).labels
    rows = change(before, after, whole=True)
    sheet = change_sheet(rows, rows, (before.slug, after.slug), labels)
    assert lines_of(sheet)[0] == "Redbridge, 22 May 2014 to 3 May 2018: all wards, 21 then and 22 now"


def test_where_nothing_is_compared_the_wards_are_named(shipped: Store) -> None:
    before, after = shipped.election("redbridge-2014"), shipped.election("redbridge-2018")
    lines = lines_of(sheet_of(shipped, before, after))
    assert lines[0] == "Redbridge, 22 May 2014 to 3 May 2018: 0 of 22 wards compared"
    text = " ".join(lines)
    assert "21 wards of Redbridge, 22 May 2014: Aldborough, Barkingside, " in text
    assert "22 wards of Redbridge, 3 May 2018: Aldborough, Barkingside, " in text
    assert text.endswith("--whole-council compares the totals of the two councils.")
