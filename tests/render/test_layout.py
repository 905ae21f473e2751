"""Which columns have room, and how words make some."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from wardcheck.render.layout import folded, laid_out
from wardcheck.render.sheet import Bar, Column, Sheet, Span
from wardcheck.render.table import left_bar_text, table

SHEET = Sheet(
    title="2 elections",
    columns=[Column("Election", wraps=1), Column("Ward", wraps=1), Column("Votes", keep=2), Column("Held by", keep=1)],
    rows=[[Span("kensington-and-chelsea-2022"), Span("Earl's Court"), Span("705"), Span("Con")]],
)


def shown(width: int, sheet: Sheet = SHEET) -> list[str]:
    return table(sheet, width=width, terminal=False).splitlines()[2:]


def test_a_long_name_goes_on_to_a_second_line_before_the_answer_goes() -> None:
    assert shown(80) == [
        "Election                     Ward          Votes  Held by",
        "kensington-and-chelsea-2022  Earl's Court  705    Con",
    ]
    assert shown(50) == [  # 27 + 12 + 7 and two gaps of 2 are 50: first the votes go
        "Election                     Ward          Held by",
        "kensington-and-chelsea-2022  Earl's Court  Con",
    ]
    assert shown(40) == [
        "Election           Ward          Held by",
        "kensington-and-    Earl's Court  Con",
        "chelsea-2022",
    ]
    assert shown(23) == [  # the longest parts are 11 and 6 cells, and with Held by 28: at last that goes too
        "Election         Ward",
        "kensington-and-  Earl's",
        "chelsea-2022     Court",
    ]


@pytest.mark.parametrize(
    ("words", "width", "lines"),
    [
        ("Earl's Court", 12, ["Earl's Court"]),
        ("Earl's Court", 11, ["Earl's", "Court"]),
        ("mid-sussex-2019", 11, ["mid-sussex-", "2019"]),
        ("mid-sussex-2019", 10, ["mid-", "sussex-", "2019"]),
        ("Stratford-upon-Avon North", 16, ["Stratford-upon-", "Avon North"]),
        ("Lab +1, Con -1", 13, ["Lab +1, Con", "-1"]),  # a sign stays with its number
        ("Stoke-on-Trent", 3, ["Stoke-", "on-", "Trent"]),  # no word is cut, whatever the width
    ],
)
def test_words_are_broken_at_blanks_and_after_hyphens(words: str, width: int, lines: list[str]) -> None:
    assert folded(words, width).split("\n") == lines


@given(st.text(alphabet="ab -é", max_size=30), st.integers(1, 30))
def test_folding_loses_no_letter_and_keeps_to_the_width_where_it_can(words: str, width: int) -> None:
    lines = folded(words, width).split("\n")
    assert "".join(lines).replace(" ", "") == words.replace(" ", "")
    for line in lines:
        alone = line.strip()
        assert cell_len(line) <= width or not any(c in alone.strip("-") for c in " -") or len(lines) == 1


def bars(*shares: float) -> list[str]:
    sheet = Sheet("", [Column("Con"), Column("")], [[Span("Con"), Bar(share)] for share in shares])
    return [line.removeprefix("Con  ") for line in table(sheet, width=26, terminal=False).splitlines()[3:]]


def test_bars_of_what_rises_and_falls_grow_either_way_from_a_line() -> None:
    # 21 cells: ten on either side of the line
    assert bars(1.0, 0.5, 0.0, -0.5, -1.0) == [
        "          │██████████",
        "          │█████",
        "          │",
        "     █████│",
        "██████████│",
    ]
    assert bars(1.0, 0.5) == ["█" * 21, "█" * 10 + "▌"]  # nothing falls: the whole column is for rises


@given(st.floats(0, 1), st.integers(1, 40))
def test_a_bar_to_the_left_is_right_to_half_a_cell(share: float, width: int) -> None:
    bar = left_bar_text(share, width)
    length = sum({"▐": 0.5, "█": 1}[part] for part in bar)
    assert length <= width
    assert abs(length - share * width) <= 0.5
    assert bool(bar) == (share > 0)
    assert laid_out(SHEET, 200).fits


def test_what_joins_follows_the_next_column_where_nothing_else_makes_room() -> None:
    columns = [Column("Council", wraps=1, joins=True), Column("Ward", wraps=1), Column("Held by")]
    sheet = Sheet("", columns, [[Span("Westminster"), Span("Lancaster Gate"), Span("Con")]])
    assert shown(28, sheet)[2:] == ["Westminster  Lancaster  Con", "             Gate"]  # 11 + 9 + 4 and two gaps
    assert shown(27, sheet) == ["Ward                Held by", "Lancaster Gate,     Con", "Westminster"]


def test_words_in_place_of_a_bar_go_on_to_a_second_line_before_a_word_is_broken() -> None:
    sheet = Sheet("", [Column("Ward"), Column("")], [[Span("Waddon"), Bar(0, words="within Con")]])
    assert shown(18, sheet)[1:] == ["Waddon  within Con"]
    assert shown(17, sheet)[1:] == ["Waddon  within", "        Con"]


def test_a_column_that_needs_more_room_than_there_is_goes_before_all_others() -> None:
    sheet = Sheet("", [Column("Ward", keep=3), Column("Side", needs=20)], [[Span("Waddon"), Span("Lab")]])
    assert shown(20, sheet) == ["Ward    Side", "Waddon  Lab"]
    assert shown(19, sheet) == ["Ward", "Waddon"]


def test_a_name_with_a_stroke_is_broken_after_it() -> None:
    assert folded("Whitby/Streonshalh", 12).split("\n") == ["Whitby/", "Streonshalh"]
