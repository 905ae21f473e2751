"""Tables as SVG and HTML: the same words in full colour, and nothing fetched from anywhere."""

from __future__ import annotations

import re
from collections.abc import Callable
from html.parser import HTMLParser
from xml.etree import ElementTree

import pytest

from wardcheck.render.sheet import Bar, Column, Sheet, Span
from wardcheck.render.table import html, svg, table

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
PICTURES = pytest.mark.parametrize("draw", [svg, html])
Draw = Callable[..., str]


def words_of_svg(picture: str) -> str:
    root = ElementTree.fromstring(picture)  # noqa: S314  our own text
    lines: dict[float, list[tuple[float, str]]] = {}
    for text in root.iter("{http://www.w3.org/2000/svg}text"):
        lines.setdefault(float(text.attrib["y"]), []).append((float(text.attrib["x"]), text.text or ""))
    return "\n".join("".join(word for _, word in sorted(line)) for _, line in sorted(lines.items()))


class Words(HTMLParser):
    def __init__(self, page: str) -> None:
        super().__init__()
        self.found = ""
        self.feed(page.partition("<pre")[2].join(["<pre", ""]))

    def handle_data(self, data: str) -> None:
        self.found += data


def letters(text: str) -> str:
    return re.sub(r"\s+", "", text)


def test_an_svg_says_what_the_table_says() -> None:
    assert letters(words_of_svg(svg(SHEET, width=100))) == letters(table(SHEET, width=100, terminal=False))


def test_a_page_says_what_the_table_says() -> None:
    assert letters(Words(html(SHEET, width=100)).found) == letters(table(SHEET, width=100, terminal=False))


@PICTURES
def test_nothing_is_fetched(draw: Draw) -> None:
    addresses = re.findall(r"(?:https?:)?//[\w.-]+", draw(SHEET, width=100))
    assert set(addresses) <= {"http://www.w3.org"}  # the name of the format, which nobody looks up


@PICTURES
def test_colours_do_not_depend_on_the_terminal(draw: Draw, monkeypatch: pytest.MonkeyPatch) -> None:
    coloured = draw(SHEET, width=100)
    assert "#0087dc" in coloured.lower()
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setenv("TERM", "dumb")
    assert draw(SHEET, width=100) == coloured


@PICTURES
def test_a_picture_is_drawn_the_same_again(draw: Draw) -> None:
    assert draw(SHEET, width=100) == draw(SHEET, width=100)


@PICTURES
def test_no_line_ends_in_blanks_or_holds_a_control_character(draw: Draw) -> None:
    for line in draw(SHEET, width=100).splitlines():
        assert line == line.rstrip()
        assert line.isprintable()
