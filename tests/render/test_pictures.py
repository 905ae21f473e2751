"""Tables as SVG and HTML: the same words in full colour, and nothing fetched from anywhere."""

from __future__ import annotations

import re
from collections.abc import Callable
from xml.etree import ElementTree

import pytest

from render.page.pages import parsed, words
from wardcheck.render.html import html
from wardcheck.render.sheet import Bar, Cell, Column, Sheet, Span
from wardcheck.render.table import svg, table

HOSTILE = "A <b>&amp; {brace} \x1b[31mred ŵ"
SHEET = Sheet(
    title=f"Title {HOSTILE}",
    columns=[Column("Ward"), Column("Party"), Column("")],
    rows=[
        [Span(HOSTILE), Span(" Con ", chip="#0087DC"), Bar(1.0, "#0087DC")],
        [Span("High Barnet"), Span(" Lab ", chip="#E4003B"), Bar(0.5, "#E4003B")],
    ],
    notes=["A note."],
)
Draw = Callable[[Sheet], str]
DRAWINGS: list[Draw] = [lambda sheet: svg(sheet, width=100), html]
PICTURES = pytest.mark.parametrize("draw", DRAWINGS)


def words_of_svg(picture: str) -> str:
    root = ElementTree.fromstring(picture)  # noqa: S314  our own text
    lines: dict[float, list[tuple[float, str]]] = {}
    for text in root.iter("{http://www.w3.org/2000/svg}text"):
        lines.setdefault(float(text.attrib["y"]), []).append((float(text.attrib["x"]), text.text or ""))
    return "\n".join("".join(word for _, word in sorted(line)) for _, line in sorted(lines.items()))


def letters(text: str) -> str:
    return re.sub(r"\s+", "", text)


def test_an_svg_says_what_the_table_says() -> None:
    assert letters(words_of_svg(svg(SHEET, width=100))) == letters(table(SHEET, width=100, terminal=False))


def test_an_svg_has_room_on_every_side() -> None:
    root = ElementTree.fromstring(svg(SHEET, width=100))  # noqa: S314  our own text
    left, top, wide, tall = map(float, str(root.get("viewBox")).split())
    assert (left, top) == (-20, -20)
    rects = [rect.attrib for rect in root.iter("{http://www.w3.org/2000/svg}rect")]
    (ground,) = (rect for rect in rects if rect["width"] == "100%")
    assert (ground["x"], ground["y"], ground["height"]) == ("-20", "-20", "100%")
    for text in (text for text in root.iter("{http://www.w3.org/2000/svg}text") if (text.text or "").strip()):
        assert 0 <= float(text.attrib["x"]) < wide - 40
        assert 0 < float(text.attrib["y"]) < tall - 40


def test_a_page_has_a_table_with_a_caption_and_heads() -> None:
    root = parsed(html(SHEET))
    found = next(root.iter("table"))
    shown = HOSTILE.replace("\x1b", "\\x1b")
    assert words(next(found.iter("caption"))) == f"Title {shown}"
    assert [(words(th), th.get("scope")) for th in found.iter("th")] == [
        ("Ward", "col"),
        ("Party", "col"),
        (shown, "row"),
        ("High Barnet", "row"),
    ]
    assert [words(td) for td in found.iter("td")] == ["", "Con", "", "Lab", ""]
    assert "A note." in [words(p) for p in root.iter("p")]
    bars = [str(span.get("style")) for span in found.iter("span") if span.get("class") == "bar"]
    assert bars == ["width:100.0%;background:#0087DC", "width:50.0%;background:#E4003B"]


def test_bars_of_a_page_go_the_way_of_the_change() -> None:
    rows: list[list[Cell]] = [[Span("Con"), Bar(1.0)], [Span("Lab"), Bar(-0.5)], [Span("LD"), Bar(0.0)]]
    found = parsed(html(Sheet("Change", [Column("Party"), Column("")], rows))).iter("span")
    assert [span.get("style") for span in found if span.get("class") == "bar"] == [
        "margin-left:50.0%;width:50.0%",  # from the middle to the end
        "margin-left:25.0%;width:25.0%",  # from a quarter to the middle
        "margin-left:50.0%;width:0.0%",
    ]


def test_a_page_draws_the_cut_and_bounds_and_leaves_out_what_is_empty() -> None:
    columns = [Column("Candidate"), Column("Nothing"), Column("Papers", "right"), Column("")]
    rows: list[list[Cell]] = [
        [Span("Ada"), Span(""), Span("900"), Bar(0.25, most=0.5)],
        [Span("Bo"), Span(""), Span("800"), Bar(0, words="by lot")],
    ]
    root = parsed(html(Sheet("T", columns, rows, cut_after=1)))
    lines = [[words(cell) for cell in tr] for tr in root.iter("tr")]
    assert lines == [["Candidate", "Papers", ""], ["Ada", "900", ""], ["the cut"], ["Bo", "800", "by lot"]]
    (most,) = (span for span in root.iter("span") if span.get("class") == "most")
    assert (most.get("style"), next(iter(most)).get("style")) == ("width:50.0%", "width:50.0%")


@PICTURES
def test_nothing_is_fetched(draw: Draw) -> None:
    addresses = re.findall(r"(?:https?:)?//[\w.-]+", draw(SHEET))
    assert set(addresses) <= {"http://www.w3.org"}  # the name of the format, which nobody looks up


@PICTURES
def test_colours_do_not_depend_on_the_terminal(draw: Draw, monkeypatch: pytest.MonkeyPatch) -> None:
    coloured = draw(SHEET)
    assert "#0087dc" in coloured.lower()
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setenv("TERM", "dumb")
    assert draw(SHEET) == coloured


@PICTURES
def test_a_picture_is_drawn_the_same_again(draw: Draw) -> None:
    assert draw(SHEET) == draw(SHEET)


@PICTURES
def test_no_line_ends_in_blanks_or_holds_a_control_character(draw: Draw) -> None:
    for line in draw(SHEET).splitlines():
        assert line == line.rstrip()
        assert line.isprintable()
