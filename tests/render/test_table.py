"""A sheet as text: room is made by leaving columns out, never by cutting words."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from rich.cells import cell_len

from render.ansi import coloured, words
from render.samples import HOSTILE, UNSAFE
from wardcheck.render.layout import BAR_MOST
from wardcheck.render.sheet import Bar, Column, Sheet, Span
from wardcheck.render.table import table

SHEET = Sheet(
    title="Town, 3 May 2018: 2 wards",
    columns=[Column("Ward"), Column("Margin", "right"), Column("", keep=1), Column("Turnout", "right", keep=2)],
    rows=[
        [Span("High Barnet", strong=True), Span("1"), Bar(0.5, "#0087DC"), Span("55.4")],
        [Span("Childs Hill"), Span("1,234"), Bar(1.0, "#E4003B"), Span("45.3")],
    ],
    notes=["Margin: last elected minus first not elected."],
)


def plain_table(sheet: Sheet, width: int | None) -> str:
    return table(sheet, width=width, terminal=False)


def test_all_columns_where_there_is_room() -> None:
    bar = "█" * BAR_MOST
    assert plain_table(SHEET, 80) == (
        "Town, 3 May 2018: 2 wards\n"
        "\n"
        f"Ward         Margin  {'':{BAR_MOST}}  Turnout\n"
        f"High Barnet       1  {bar[: BAR_MOST // 2]:{BAR_MOST}}     55.4\n"
        f"Childs Hill   1,234  {bar}     45.3\n"
        "\n"
        "Margin: last elected minus first not elected.\n"
    )


def test_without_a_width_a_line_is_as_long_as_it_needs_to_be() -> None:
    long = replace(SHEET, rows=[[Span("x" * 300), Span("1"), Bar(1.0), Span("2")]])
    assert "x" * 300 in plain_table(long, None)


def test_the_least_important_column_goes_first_and_the_most_important_never() -> None:
    seen: list[tuple[bool, bool]] = []
    for width in range(90, 20, -1):
        text = plain_table(SHEET, width)
        assert "Margin" in text
        assert "Childs Hill" in text
        shown = ("Turnout" in text, "████████" in text)  # a bar shorter than eight cells says nothing
        assert ("█" in text) == shown[1]
        seen += [shown] if shown not in seen[-1:] else []
    # first the turnout, then the bars, and nothing comes back
    assert seen == [(True, True), (False, True), (False, False)]


@pytest.mark.parametrize("width", [12, 19, 28, 40, 80, 120, 200])
def test_no_line_is_longer_than_the_screen_or_ends_in_blanks(width: int) -> None:
    drawn = replace(SHEET, cut_after=1, cut_words="the cut")
    for line in plain_table(drawn, width).splitlines():
        assert cell_len(line) <= width
        assert line == line.rstrip()


def test_no_line_ends_in_blanks_on_a_terminal_either() -> None:
    strong = [[*row[:3], Span(last, strong=True)] for row, last in zip(SHEET.rows, ("5", "55.4"), strict=True)]
    left = replace(SHEET, columns=[*SHEET.columns[:3], Column("%")], rows=strong)
    for line in words(table(left, width=80, terminal=True)).splitlines():
        assert line == line.rstrip()


def test_words_are_wrapped_only_where_what_is_kept_does_not_fit() -> None:
    text = plain_table(SHEET, 15)
    assert "…" not in text
    assert "".join(text.split()).count("Barnet") == 1


def test_the_cut_is_drawn_once_and_as_wide_as_the_table() -> None:
    lines = plain_table(replace(SHEET, cut_after=1), 80).splitlines()
    (cut,) = [n for n, line in enumerate(lines) if "the cut" in line]
    assert lines[cut].strip("─") == " the cut "
    assert "High Barnet" in lines[cut - 1]
    assert "Childs Hill" in lines[cut + 1]
    assert len(lines[cut]) == len("Childs Hill   1,234  ") + BAR_MOST + len("  Turnout")


def test_no_rows() -> None:
    assert plain_table(replace(SHEET, rows=[]), 80) == (
        "Town, 3 May 2018: 2 wards\n\nMargin: last elected minus first not elected.\n"
    )


def test_words_in_place_of_a_bar() -> None:
    sheet = replace(SHEET, rows=[[Span("A"), Span("0"), Bar(0, words="◆ by lot"), Span("")]])
    assert "A          0  ◆ by lot\n" in plain_table(sheet, 80)


@pytest.mark.parametrize("name", [*HOSTILE, "=1+1", "-5"])
@pytest.mark.parametrize("terminal", [False, True])
def test_a_name_is_words_wherever_it_stands(name: str, terminal: bool) -> None:
    sheet = Sheet(name, [Column(name)], [[Span(name)], [Bar(0, words=name)], [(Span(name), Span("!"))]], [name])
    text = words(table(sheet, width=80, terminal=terminal))
    shown = re.sub(r"[\x00-\x1f\x7f-\x9f\u2028\u202e]", lambda m: m[0].encode("unicode_escape").decode(), name)
    lines = [line.rstrip() for line in text.splitlines()]
    assert lines == [shown, "", shown, shown, shown, f"{shown}!", "", shown]
    assert not any(character in text for character in UNSAFE)


def test_no_colour_away_from_a_terminal() -> None:
    assert "\x1b" not in plain_table(SHEET, 80)


def test_colour_on_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    assert coloured(table(SHEET, width=80, terminal=True))
    monkeypatch.setenv("NO_COLOR", "1")
    assert not coloured(table(SHEET, width=80, terminal=True))


def test_a_dumb_terminal_gets_no_colour_and_its_own_width(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "dumb")
    wide = replace(SHEET, notes=["word " * 18])
    text = table(wide, width=95, terminal=True)
    assert not coloured(text)
    assert max(map(len, words(text).splitlines())) == 89  # the note of 18 words, on one line


def test_colour_changes_no_word() -> None:
    assert words(table(SHEET, width=80, terminal=True)) == plain_table(SHEET, 80)
