"""The screens of every election that ships, at the widths people have."""

from __future__ import annotations

from itertools import pairwise

import pytest
from rich.cells import cell_len
from telling import telling

from wardcheck.analysis.elections import elections
from wardcheck.analysis.margins import MarginRow, margins
from wardcheck.analysis.ward import ward as ward_rows
from wardcheck.cli.chosen import Chosen
from wardcheck.model import Election, Ward
from wardcheck.render.layout import laid_out
from wardcheck.render.screens.elections import elections_sheet
from wardcheck.render.screens.margins import margins_sheet
from wardcheck.render.screens.ward import ward_sheet
from wardcheck.render.sheet import Bar, Sheet
from wardcheck.render.table import table
from wardcheck.store import Store

WIDTHS = (40, 80, 200)
LONDON = ("Wandsworth", "Westminster", "Croydon", "Richmond upon Thames", "Kensington and Chelsea")


def margins_screen(store: Store, chosen: list[Election], shown: int | None = None) -> Sheet:
    rows = margins(*chosen)
    return margins_sheet(rows[:shown], rows, rows, Chosen(chosen, store).labels)


def margin_by_ward(election: Election) -> dict[str, MarginRow]:
    return {row.ward: row for row in margins(election) if row.ward is not None}


def some(election: Election) -> list[Ward]:
    """The wards that take most room, in width and in lines, and one that takes least: all of London takes minutes."""
    wards = sorted(election.wards, key=lambda ward: max(len(c.name) for c in ward.candidates))
    return [wards[0], wards[-1], max(wards, key=lambda ward: len(ward.candidates))]


def every_sheet(store: Store) -> list[Sheet]:
    """The sheet of each command for elections together and each alone, and for some wards of each."""
    found = telling(store)
    sheets = [margins_screen(store, found), elections_sheet(elections(*found), elections(*found))]
    for election in found:
        labels = Chosen([election], store).labels
        rows = margin_by_ward(election)
        sheets.append(margins_screen(store, [election]))
        sheets += [ward_sheet(w, ward_rows(w), ward_rows(w), rows[w.slug], labels) for w in some(election)]
    return sheets


def test_every_line_fits_and_none_ends_in_blanks(shipped: Store) -> None:
    for sheet in every_sheet(shipped):
        for width in WIDTHS:
            for line in table(sheet, width=width, terminal=False).splitlines():
                assert cell_len(line) <= width, f"{width}: {line}"
                assert line == line.rstrip()
                assert "…" not in line


def test_every_ward_name_is_whole_at_80_on_as_many_lines_as_it_needs(shipped: Store) -> None:
    for election in telling(shipped):
        shown = set(table(margins_screen(shipped, [election]), width=80, terminal=False).split())
        for ward in election.wards:
            for word in ward.name.split():
                assert word in shown or shown.issuperset(word.replace("-", "- ").split()), word


@pytest.mark.parametrize("width", [80, 120, 200])
def test_of_several_elections_every_row_says_which(shipped: Store, width: int) -> None:
    # Childs Hill is close in both, and the two rows must not be taken for one another
    chosen = shipped.elections("barnet-2014", "barnet-2018")
    lines = table(margins_screen(shipped, chosen, 5), width=width, terminal=False).splitlines()
    rows = [line for line in lines if "Childs Hill" in line]
    assert len(rows) == 2
    assert sorted(slug for slug in ("barnet-2014", "barnet-2018") for row in rows if slug in row) == [
        "barnet-2014",
        "barnet-2018",
    ]


def test_the_two_sides_of_a_margin_stand_at_80_columns_and_no_word_is_broken(shipped: Store) -> None:
    found = telling(shipped)
    london = [e for e in shipped.elections("*-2022") if e.council in LONDON]
    assert len(london) == len(LONDON)
    for chosen in ([e] for e in found), [found], [london]:
        for elections_ in chosen:
            sheet = margins_screen(shipped, elections_)
            layout = laid_out(sheet, 80)
            assert {"Last elected", "First not elected"} <= {sheet.columns[n].title for n in layout.columns}
            assert layout.fits or len(elections_) > len(london)


def test_many_elections_of_one_year_are_told_by_council_and_leave_room_for_votes(shipped: Store) -> None:
    london = [e for e in shipped.elections("*-2022") if e.council in LONDON]
    lines = table(margins_screen(shipped, london, 2), width=80, terminal=False).splitlines()
    # by hand from the two ward files: West Hill 1,621 and 1,620, Lancaster Gate 1,053 and 1,051
    assert lines[0] == "5 elections, 5 May 2022: 104 wards, 286 seats"
    assert "Wandsworth   West Hill            1  within Con   Con  1,621    Con  1,620" in lines


def test_every_candidate_is_whole_on_a_line_of_his_own_at_80(shipped: Store) -> None:
    for election in telling(shipped):
        labels = Chosen([election], shipped).labels
        margin = margin_by_ward(election)
        for ward in some(election):
            rows = ward_rows(ward)
            lines = table(ward_sheet(ward, rows, rows, margin[ward.slug], labels), width=80, terminal=False)
            for row in rows:
                assert f"  {row.candidate}  " in lines, f"{election.slug} {ward.slug}"


@pytest.mark.parametrize("slug", ["barnet-2018", "hertsmere-2019"])
def test_hiding_rows_changes_no_bar(shipped: Store, slug: str) -> None:
    chosen = [shipped.election(slug)]
    everything, few = margins_screen(shipped, chosen), margins_screen(shipped, chosen, 4)
    bars = [[cell for cell in row if isinstance(cell, Bar)] for row in everything.rows]
    assert [[cell for cell in row if isinstance(cell, Bar)] for row in few.rows] == bars[:4]
    assert max(bar.share for row in bars for bar in row) == 1.0


def test_a_wider_screen_shows_no_less(shipped: Store) -> None:
    sheet = margins_screen(shipped, [shipped.election("barnet-2018")])
    heads = [table(sheet, width=width, terminal=False).splitlines()[2].split() for width in (60, 80, 120, 200)]
    for fewer, more in pairwise(heads):
        assert set(fewer) <= set(more)
    assert set(heads[0]) < set(heads[-1])


def test_the_cut_lies_below_the_last_elected(shipped: Store) -> None:
    """Of a ward of each kind that the store has, by what it may depend on."""
    kinds: dict[tuple[object, ...], tuple[Election, Ward]] = {}
    for election in shipped.elections():
        for ward in election.wards:
            unknown = sum(c.votes is None for c in ward.candidates)
            counts = (ward.seats, len(ward.elected), len(ward.candidates), unknown)
            kinds.setdefault((ward.status, ward.tie_break is None, *counts), (election, ward))
    assert len(kinds) > 50
    for election, ward in kinds.values():
        rows = ward_rows(ward)
        margin = margin_by_ward(election.only(frozenset({ward.slug})))[ward.slug]
        sheet = ward_sheet(ward, rows, rows, margin, Chosen([election], shipped).labels)
        assert sheet.cut_after == (len(ward.elected) if ward.not_elected else None)
