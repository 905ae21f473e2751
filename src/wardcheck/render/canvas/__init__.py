"""A chart -> SVG or PNG. The only user of Matplotlib, which the extra ``charts`` brings."""

from __future__ import annotations

from collections.abc import Callable
from importlib.util import find_spec
from typing import TYPE_CHECKING, TypeVar

from wardcheck.printable import printable
from wardcheck.render.chart import Chart, HalfCircle, Lines

if TYPE_CHECKING:
    from wardcheck.render.canvas.paper import Paper

_T = TypeVar("_T")

NARROW = 360.0
"""Points across that a telephone shows at their full size."""

WIDE = 640.0
"""Points across of a file, for an article or a slide."""

_DOTS = 216
"""Pixels an inch of a PNG: three for each point."""


def can_draw() -> bool:
    """Whether the library that draws is installed."""
    try:
        return find_spec("matplotlib") is not None
    except ValueError:  # what stands in its place was never imported
        return False


def svg(chart: Chart, *, width: float = WIDE) -> str:
    """The chart as a file of its own."""
    return _tidied(chart, "chart", width, alone=True)


def inline_svg(chart: Chart, name: str, *, width: float = NARROW) -> str:
    """The chart as an element of an HTML page, whose ids begin with ``name``, a word that no other of the page has."""
    return _tidied(chart, name, width, alone=False)


def png(chart: Chart, *, width: float = WIDE) -> bytes:
    """The chart as a picture of pixels, which carries its title and its description."""
    words = {"Title": chart.title, "Description": chart.alt, "Source": chart.source}
    return _drawn(chart, width, lambda paper: paper.png(_DOTS, {key: printable(text) for key, text in words.items()}))


def _tidied(chart: Chart, name: str, width: float, *, alone: bool) -> str:
    from wardcheck.render.canvas.tidy import tidied

    drawn = _drawn(chart, width, lambda paper: paper.svg())
    return tidied(drawn, printable(chart.title), printable(chart.alt), name, alone=alone)


def _drawn(chart: Chart, width: float, write: Callable[[Paper], _T]) -> _T:
    """The title, the drawing and the source under one another, with room on every side."""
    from wardcheck.render.canvas import paper as p
    from wardcheck.render.canvas.half_circle import HalfCircleLayout
    from wardcheck.render.canvas.lines import LinesLayout
    from wardcheck.render.canvas.steps import StepsLayout

    with p.own_settings():
        room = width - 2 * p.PAD
        title = p.wrapped(chart.title, room, p.TITLE, bold=True)
        source = p.wrapped(chart.source, room, p.SMALL) if chart.source else []
        body = chart.body
        layout: LinesLayout | HalfCircleLayout | StepsLayout
        if isinstance(body, Lines):
            layout = LinesLayout(body, width)
        elif isinstance(body, HalfCircle):
            layout = HalfCircleLayout(body, width)
        else:
            layout = StepsLayout(body, width)
        top = p.PAD + p.leading(p.TITLE) * len(title) + 8
        foot = top + layout.height + 6
        paper = p.Paper(width, foot + p.leading(p.SMALL) * len(source) + p.PAD)
        for n, line in enumerate(title):
            paper.text((p.PAD, p.PAD + p.TITLE + p.leading(p.TITLE) * n - 2), line, size=p.TITLE, bold=True)
        layout.draw(paper, top)
        for n, line in enumerate(source):
            paper.text((p.PAD, foot + p.SMALL + p.leading(p.SMALL) * n), line, size=p.SMALL, colour=p.SOFT)
        return write(paper)
