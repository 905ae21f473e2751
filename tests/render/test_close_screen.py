"""The screen of close seats."""

from __future__ import annotations

from itertools import product

import pytest
from analysis.builders import contest, election, stood, won
from rich.cells import cell_len
from telling import telling

from wardcheck.analysis.close import WITHIN, Near, close_seats
from wardcheck.cli.chosen import Chosen
from wardcheck.model import Election
from wardcheck.render.screens.close import close_sheet
from wardcheck.render.sheet import Bar, Sheet
from wardcheck.render.table import table
from wardcheck.store import Store


def sheet_of(
    store: Store,
    *chosen: Election,
    votes: int | None = WITHIN,
    pct: float | None = None,
    party: str | None = None,
    limit: int | None = None,
) -> Sheet:
    report = close_seats(*chosen, within=votes, within_pct=pct, party=party)
    asked = None if party is None else [party]
    return close_sheet(report[:limit], report, Chosen(chosen, store).labels, Near(votes, pct), asked)


def lines_of(sheet: Sheet, width: int = 80) -> list[str]:
    return table(sheet, width=width, terminal=False).splitlines()


def test_barnet_at_80(shipped: Store) -> None:
    assert lines_of(sheet_of(shipped, shipped.election("barnet-2018"))) == [
        "Barnet, 3 May 2018: 6 seats within 100 votes of another party",
        "",
        "Ward            Margin              Held by  Votes  Against  Votes  Seat  Switch",
        "High Barnet          1  ▏            Con     2,605   Lab     2,604    +1       1",
        "Childs Hill          2  ▎            Lab     2,224   Con     2,222    +1       2",
        "Brunswick Park       7  ▉            Lab     2,369   Con     2,362    +1       4",
        "East Barnet         30  ███▊         Con     2,429   Lab     2,399    +1      16",
        "West Hendon         52  ██████▍      Con     2,130   Lab     2,078    +1      27",
        "West Hendon         81  ██████████   Con     2,155   Lab     2,074    +2      41",
        "",
        "Margin: votes of the holder minus votes of the challenger, who is of another",
        "party.",
        "Switch: votes that win the seat if the holder loses each one to the challenger.",
        "Seat: +1 is the first further seat for that party in the ward; +2 needs both.",
        "The next is East Barnet, Lab over Con by 144.",
        "Close is within 100 votes by default; see --within and --within-pct.",
    ]


def test_a_party_has_two_lists_with_headings(shipped: Store) -> None:
    lines = lines_of(sheet_of(shipped, shipped.election("barnet-2018"), votes=40, party="lab"))
    assert lines[0] == "Barnet, 3 May 2018, Lab: 2 targets, 2 defences within 40 votes"
    assert [line.split("  ")[0] for line in lines[3:10]] == [
        *("Targets", "High Barnet", "East Barnet", "", "Defences", "Childs Hill", "Brunswick Park")
    ]
    only = lines_of(sheet_of(shipped, shipped.election("barnet-2018"), votes=40, party="lab", limit=2))
    assert "Defences" not in only


def test_every_line_fits_and_none_ends_in_blanks(shipped: Store) -> None:
    found = telling(shipped)
    sheets = [sheet_of(shipped, *found, votes=5), sheet_of(shipped, *found, votes=5, party="con")]
    sheets += [sheet_of(shipped, one) for one in found]
    for sheet, width in product(sheets, (40, 80, 120, 200)):
        for line in lines_of(sheet, width):
            assert cell_len(line) <= width
            assert line == line.rstrip()
            assert "…" not in line


def test_every_ward_is_whole_and_both_parties_are_named_at_80(shipped: Store) -> None:
    for one in telling(shipped):
        rows = close_seats(one)
        labels = Chosen([one], shipped).labels
        lines = lines_of(sheet_of(shipped, one))
        heads = [n for n, line in enumerate(lines) if line.startswith("Ward ")] if rows else [0]
        first = heads[0] + 1  # a long title takes two lines
        lines = lines[first : first + len(rows)]
        for row, line in zip(rows, lines, strict=True):
            assert line.startswith(labels.ward(one.slug, row.ward))
            for party in (row.holder_party, row.challenger_party):
                assert f" {labels.party(party).short} " in f"{line} "


def test_a_wide_screen_names_candidates_and_what_wins(shipped: Store) -> None:
    lines = lines_of(sheet_of(shipped, shipped.election("barnet-2018")), 200)
    assert "Robert Teare" in lines[3]
    assert "Amy Trevethan" in lines[3]
    assert lines[2].endswith("Seat  Switch  To win  % of papers")
    assert lines[3].endswith("+1       1       2         <0.1")
    assert "To win: further voters, for the party's whole slate, that win the seat." in lines


def test_lots_are_marked_in_words(shipped: Store) -> None:
    lines = lines_of(sheet_of(shipped, shipped.election("sutton-2018"), votes=10))
    assert "◆ by lot" in lines[3]
    assert "◆ Nonsuch: Con and LD were level across the cut, decided by lot." in lines


def test_hiding_rows_changes_no_bar_and_no_headline(shipped: Store) -> None:
    one = shipped.election("barnet-2018")
    everything, few = sheet_of(shipped, one), sheet_of(shipped, one, limit=3)
    bars = [[cell for cell in row if isinstance(cell, Bar)] for row in everything.rows]
    assert [[cell for cell in row if isinstance(cell, Bar)] for row in few.rows] == bars[:3]
    assert few.title == everything.title


def test_nothing_close_names_the_closest(shipped: Store) -> None:
    lines = lines_of(sheet_of(shipped, shipped.election("barnet-2018"), votes=0))
    assert lines == [
        "Barnet, 3 May 2018: 0 seats within 0 votes of another party",
        "",
        "The closest is High Barnet, Con over Lab by 1.",
    ]
    nobody = election(contest(1, won("A", "con", None), status="unopposed"))
    assert lines_of(sheet_of(shipped, nobody, votes=1)) == [
        "Ward, Town, 3 May 2018: 0 seats within 1 vote of another party"
    ]


@pytest.mark.parametrize(
    ("near", "words"),
    [
        (Near(), "within 100 votes"),
        (Near(votes=1), "within 1 vote"),
        (Near(None, pct=0.5), "within 0.5 % of papers"),
        (Near(1000, 2), "within 1,000 votes and 2 % of papers"),
    ],
)
def test_thresholds_in_words(shipped: Store, near: Near, words: str) -> None:
    sheet = sheet_of(shipped, shipped.election("barnet-2018"), votes=near.votes, pct=near.pct)
    assert sheet.title.endswith(f" {words} of another party")
    # the default alone is said to be one
    assert any("by default" in str(note) for note in sheet.notes) == (near == Near())


def test_several_elections_say_which_is_meant(shipped: Store) -> None:
    lines = lines_of(sheet_of(shipped, *shipped.elections("barnet-2014", "barnet-2018"), votes=21))
    rows = [line for line in lines[3:] if "Childs Hill" in line]
    assert {line.split()[0] for line in rows if line.startswith("barnet")} == {"barnet-2014", "barnet-2018"}


def test_a_declaration_against_the_votes_has_no_margin_and_is_named(shipped: Store) -> None:
    sheet = sheet_of(shipped, election(contest(1, won("A", "con", 50), stood("B", "lab", 60))))
    assert sheet.rows == []
    (why,) = (str(note) for note in sheet.notes if str(note).startswith("No margin, for "))
    assert why.endswith(" fewer votes than somebody not elected: Ward.")


def test_level_votes_that_nobody_explains_are_not_called_a_lot(shipped: Store) -> None:
    lines = lines_of(sheet_of(shipped, election(contest(1, won("A", "con", 60), stood("B", "lab", 60)))))
    assert lines[3].split()[:2] == ["Ward", "0"]
    assert not any("lot" in line for line in lines)
