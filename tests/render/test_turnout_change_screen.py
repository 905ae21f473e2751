"""What a person sees of ``turnout --from``."""

from __future__ import annotations

from dataclasses import replace

import pytest
from analysis.builders import contest, election, stood, won
from rich.cells import cell_len

from wardcheck.analysis.turnout_change import turnout_change
from wardcheck.cli.chosen import Chosen
from wardcheck.facts.matched import comparison
from wardcheck.facts.papers import Definition
from wardcheck.model import Ballots, Election, ReportedTurnout, Ward
from wardcheck.render.screens.turnout_change import turnout_change_sheet
from wardcheck.render.sheet import Bar, Sheet, text_of
from wardcheck.render.table import table
from wardcheck.store import Store

WIDTHS = (40, 80, 200)


def sheet_of(
    store: Store, before: Election, after: Election, definition: Definition = "ballot-box", limit: int | None = None
) -> Sheet:
    report = turnout_change(before, after, definition=definition)
    labels = Chosen([before, after], store).labels
    return turnout_change_sheet(report[:limit], report, (before, after), labels)


def lines_of(sheet: Sheet, width: int = 80) -> list[str]:
    return table(sheet, width=width, terminal=False).splitlines()


def notes_of(sheet: Sheet) -> str:
    return " ".join(note if isinstance(note, str) else note.text for note in sheet.notes)


def bars(sheet: Sheet) -> list[Bar]:
    return [cell for row in sheet.rows for cell in row if isinstance(cell, Bar)]


def shipped_pairs(store: Store) -> list[tuple[Election, Election]]:
    """Renamed wards, figures missing, redrawn with and without a total, thirds, a by-election, nothing known."""
    slugs = {
        "croydon-2018": "croydon-2022",
        "bexley-2018": "bexley-2022",
        "barnet-2018": "barnet-2022",
        "brent-2018": "brent-2022",
        "derby-2014": "derby-2018",
        "barnet-2014": "barnet-2018",
        "barnet-by-2021-05-06": "barnet-2018",
        "redbridge-2014": "redbridge-2018",
    }
    return [(store.election(before), store.election(after)) for before, after in slugs.items()]


def ward(slug: str, papers: int | None = None, **known: object) -> Ward:
    return contest(
        1,
        won("A", "con", 60),
        stood("B", "lab", 40),
        slug=slug,
        **{"electorate": 1000, "ballots": Ballots(at_count=papers), **known},
    )


BEFORE = election(
    ward("rose", 300),
    ward("fell", 400),
    ward("same", 350),
    ward("reported", turnout_reported=ReportedTurnout(36.8, "ballot-box")),
    ward("not-stated", turnout_reported=ReportedTurnout(50, None)),
    contest(1, won("A", "con", None), slug="unopposed", status="unopposed", electorate=1000),
    slug="town-2014",
    kind="all",
)
AFTER = replace(election(*(ward(one.slug, 350) for one in BEFORE.wards), kind="all"), slug="town-2018")
"""A ward for each way that turnout can go, or not be known."""


def test_croydon_at_80(shipped: Store) -> None:
    lines = lines_of(sheet_of(shipped, shipped.election("croydon-2018"), shipped.election("croydon-2022")))
    assert lines[:5] == [
        "Croydon, 3 May 2018 to 5 May 2022: ballot-box turnout 38.4 → 34.4 %",
        "",
        "Ward                              2018 %  2022 %  Points",
        "All 28 wards                        38.4    34.4    -3.9       ▐████│",
        "Sanderstead                         47.5    48.4    +0.9            │█",
    ]
    assert lines[31:] == [
        "Shirley North                       43.8    35.4    -8.4  ██████████│",
        "",
        "Ballot-box turnout: all papers at the count, valid and rejected, in percent of",
        "the electorate, both times.",
        "Points: 2022 minus 2018, in percentage points.",
        "All 28 wards: every ward of both elections.",
    ]


def test_croydon_at_200_has_the_counts_as_well(shipped: Store) -> None:
    lines = lines_of(sheet_of(shipped, shipped.election("croydon-2018"), shipped.election("croydon-2022")), 200)
    assert lines[2].endswith("Papers ±  Electors ±  Papers 2018  Papers 2022  Electors 2018  Electors 2022")
    assert lines[3].endswith("  -7,247      +9,758      104,033       96,786        271,202        280,960")
    assert lines[-3:] == [
        "Papers ±: more or fewer than before.",
        "Electors ±: more or fewer than before.",
        "All 28 wards: every ward of both elections.",
    ]


def test_each_way_that_turnout_can_go(shipped: Store) -> None:
    # together, of the four wards with figures: (300 + 400 + 350 + 368) / 4,000 = 35.45 %; 1,400 / 4,000 = 35 %
    sheet = sheet_of(shipped, BEFORE, AFTER)
    assert [[text_of(cell) for cell in row[:5]] for row in sheet.rows] == [
        ["4 of 6 wards", "*35.5", "35.0", "-0.5", ""],
        ["Rose", "30.0", "35.0", "+5.0", ""],
        ["Same", "35.0", "35.0", "0.0", ""],
        ["Reported", "*36.8", "35.0", "-1.8", ""],
        ["Fell", "40.0", "35.0", "-5.0", ""],
        ["Not Stated", "", "35.0", "", "unknown"],
        ["Unopposed", "", "35.0", "", "unknown"],
    ]
    assert sheet.title == "Town, 3 May 2018 to 3 May 2018: ballot-box turnout 35.5 → 35.0 % in 4 of 6 wards"
    notes = notes_of(sheet)
    assert "4 of 6 wards: those of both elections whose figures are known in both." in notes
    assert "* reported as a percentage, not worked out of counts." in notes
    assert "papers at the count (a percentage of no stated definition is reported), in 1 ward: Not Stated." in notes
    assert "No poll in Town, 3 May 2018, in 1 ward: Unopposed." in notes


def test_a_rise_and_a_fall_differ_without_colour(shipped: Store) -> None:
    sheet = sheet_of(shipped, BEFORE, AFTER)
    rows = {text_of(row[0]): row for row in sheet.rows}
    lengths = [cell.share for name in ("Rose", "Fell", "Same") for cell in rows[name] if isinstance(cell, Bar)]
    assert lengths == pytest.approx([1, -1, 0])
    assert {bar.colour for bar in bars(sheet)} == {None}


@pytest.mark.parametrize(("definition", "word"), [("ballot-box", "Ballot-box"), ("valid", "Valid")])
def test_the_definition_is_in_title_and_note(definition: Definition, word: str, shipped: Store) -> None:
    for pair in [(BEFORE, AFTER), *shipped_pairs(shipped)]:
        sheet = sheet_of(shipped, *pair, definition)
        assert f": {definition} turnout" in sheet.title
        assert notes_of(sheet).startswith(f"{word} turnout: ")


def test_what_all_wards_are(shipped: Store) -> None:
    def said(before: str, after: str) -> tuple[str, str]:
        sheet = sheet_of(shipped, shipped.election(before), shipped.election(after))
        return text_of(sheet.rows[0][0]), notes_of(sheet)

    place, notes = said("barnet-2018", "barnet-2022")
    assert place == "All wards, 21 → 24"
    assert "All wards, 21 → 24: every ward of both elections, redrawn or not; the turnout of a whole council" in notes
    assert "21 wards of Barnet, 3 May 2018: Brunswick Park, Burnt Oak," in notes
    place, notes = said("croydon-2018", "croydon-2022")
    assert (place, "All 28 wards: every ward of both elections." in notes) == ("All 28 wards", True)
    # by thirds, where every ward was up both times
    assert said("derby-2014", "derby-2018")[0] == "All 17 wards"
    assert said("bexley-2018", "bexley-2022")[0] == "15 of 17 wards"
    place, notes = said("redbridge-2014", "redbridge-2018")
    assert (place, "All wards: unknown, for that takes" in notes) == ("All wards", True)
    without_poll = BEFORE.only(frozenset({"rose", "unopposed"})), replace(AFTER, wards=(ward("new", 350),))
    assert "All 1 ward: every ward of both elections that had a poll, redrawn" in notes_of(
        sheet_of(shipped, *without_poll)
    )


def test_every_line_fits_and_none_ends_in_blanks(shipped: Store) -> None:
    for pair in [(BEFORE, AFTER), *shipped_pairs(shipped)]:
        for limit in (None, 3, 0):
            for width in WIDTHS:
                for line in lines_of(sheet_of(shipped, *pair, limit=limit), width):
                    assert cell_len(line) <= width
                    assert line == line.rstrip()
                    assert "…" not in line


@pytest.mark.parametrize("width", [80, 200])
def test_every_ward_is_whole_on_its_line(shipped: Store, width: int) -> None:
    for before, after in shipped_pairs(shipped):
        text = "\n".join(lines_of(sheet_of(shipped, before, after), width))
        assert all(f"\n{now.name}  " in text for _, now in comparison(before, after).same)


def test_hiding_rows_changes_no_bar_and_no_total(shipped: Store) -> None:
    pair = shipped.election("croydon-2018"), shipped.election("croydon-2022")
    everything, few = sheet_of(shipped, *pair), sheet_of(shipped, *pair, limit=4)
    assert bars(few) == bars(everything)[:4]
    assert max(abs(bar.share) for bar in bars(everything)) == 1
    assert few.title == everything.title
    assert [*few.notes] == [*everything.notes]
