"""A sheet to draw on, measured in points from its top left; the only module that imports Matplotlib's figures.

Matplotlib measures and sets text, draws shapes, chooses round numbers for a scale and writes SVG and PNG. Where things
stand is said here in points, because a chart must be as readable on a telephone as in print.
"""

from __future__ import annotations

import logging
import warnings
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import lru_cache
from io import BytesIO
from typing import Literal

from wardcheck.printable import printable

# its remarks on fonts and on folders for its cache are not about what a user of this program did
logging.getLogger("matplotlib").setLevel(logging.ERROR)

from matplotlib import rc_context, rcdefaults, rcParams  # noqa: E402
from matplotlib.backends.backend_agg import FigureCanvasAgg  # noqa: E402
from matplotlib.backends.backend_svg import FigureCanvasSVG  # noqa: E402
from matplotlib.collections import LineCollection  # noqa: E402
from matplotlib.figure import Figure  # noqa: E402
from matplotlib.font_manager import FontProperties  # noqa: E402
from matplotlib.textpath import text_to_path  # noqa: E402
from matplotlib.ticker import MaxNLocator  # noqa: E402

Anchor = Literal["left", "center", "right"]

PAD = 14.0
"""Points that stay empty on every side."""

INK, SOFT, FAINT = "#1a1a1a", "#595959", "#d9d9d9"
"""Text and outlines; text of less weight, which still has seven parts of contrast to one on white; lines of a scale."""

NEUTRAL = "#6b6b6b"
"""What has no party's colour."""

_STANDING_ON_A_CORNER = 0.8
"""What a square that stands on its corner is made smaller by, to be about as wide and as large as other shapes."""

TITLE, TEXT, SMALL = 14.0, 12.0, 10.5
"""Sizes of letters, in points."""

_FONT = "DejaVu Sans"  # comes with Matplotlib, and is as wide as any that a reader's device puts in its place


@contextmanager
def own_settings() -> Iterator[None]:
    """Matplotlib as it comes, with these settings, whatever a user has set for drawings of their own."""
    with rc_context(), warnings.catch_warnings():
        warnings.filterwarnings("ignore", "Glyph .* missing from", UserWarning)  # the reader's fonts have it, or none
        rcdefaults()
        rcParams["font.family"] = _FONT
        rcParams["svg.fonttype"] = "none"  # text stays text: it can be read aloud, searched and copied
        rcParams["svg.hashsalt"] = "wardcheck"  # names of shapes are the same in every run
        rcParams["text.parse_math"] = False  # a dollar is a dollar
        yield


@lru_cache(maxsize=8)
def _font(size: float, bold: bool) -> FontProperties:
    return FontProperties(family=_FONT, size=size, weight="bold" if bold else "normal")


@lru_cache(maxsize=4096)
def width_of(text: str, size: float = TEXT, *, bold: bool = False) -> float:
    """How wide a line of text is, in points."""
    width, _, _ = text_to_path.get_text_width_height_descent(text, _font(size, bold), False)
    return float(width)


def wrapped(text: str, room: float, size: float = TEXT, *, bold: bool = False) -> list[str]:
    """``text`` in lines of at most ``room`` points, broken between words; a word that is wider stands alone."""
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and width_of(longer, size, bold=bold) <= room:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines or [""]


def leading(size: float) -> float:
    """From one line of text to the next, in points."""
    return size * 1.3


class Paper:
    """A white sheet of ``width`` by ``height`` points. Every place is in points from its top left."""

    def __init__(self, width: float, height: float) -> None:
        self.width = width
        self.height = height
        self.figure = Figure(figsize=(width / 72, height / 72), dpi=72, facecolor="white")
        self._axes = self.figure.add_axes((0, 0, 1, 1))
        self._axes.set_axis_off()
        self._axes.set_xlim(0, width)
        self._axes.set_ylim(height, 0)

    def text(
        self,
        at: tuple[float, float],
        words: str,
        *,
        size: float = TEXT,
        anchor: Anchor = "left",
        bold: bool = False,
        colour: str = INK,
    ) -> None:
        """One line of text whose baseline is at ``at``."""
        x, y = at
        self._axes.text(
            x, y, printable(words), fontproperties=_font(size, bold), ha=anchor, va="baseline", color=colour,
            parse_math=False, clip_on=False,
        )  # fmt: skip

    def lines(
        self, ends: Iterable[tuple[tuple[float, float], tuple[float, float]]], colour: str, *, wide: float = 1.0
    ) -> None:
        """Straight lines from one place to another."""
        self._axes.add_collection(LineCollection([*ends], colors=colour, linewidths=wide, zorder=1), autolim=False)

    def path(
        self, places: Sequence[tuple[float, float]], colour: str, *, wide: float = 1.5, dashes: Sequence[float] = ()
    ) -> None:
        """One line through places, in dashes of so many points on and off, or unbroken."""
        (line,) = self._axes.plot(
            *zip(*places, strict=True), color=colour, linewidth=wide, solid_capstyle="butt", zorder=2
        )
        if dashes:
            line.set_dashes(dashes)

    def shapes(
        self,
        places: Sequence[tuple[float, float]],
        shape: str,
        across: float,
        fill: Sequence[str],
        *,
        edge: str = INK,
        wide: float = 0.8,
    ) -> None:
        """The same shape at many places, ``across`` points wide, each with a fill of its own and an edge."""
        if places:
            x, y = zip(*places, strict=True)
            across *= _STANDING_ON_A_CORNER if shape == "D" else 1
            self._axes.scatter(
                x, y, s=across**2, marker=shape, c=list(fill), edgecolors=edge, linewidths=wide, zorder=3
            )

    def svg(self) -> bytes:
        """The sheet as Matplotlib writes it."""
        FigureCanvasSVG(self.figure)
        written = BytesIO()
        self.figure.savefig(written, format="svg", metadata={"Date": None, "Creator": None})
        return written.getvalue()

    def png(self, dots: int, words: dict[str, str]) -> bytes:
        """The sheet with ``dots`` pixels an inch, and words that stay with the file."""
        FigureCanvasAgg(self.figure)
        written = BytesIO()
        self.figure.savefig(written, format="png", dpi=dots, metadata={"Software": None, **words})
        return written.getvalue()


def round_numbers(least: float, most: float, count: int, *, whole: bool = False) -> list[float]:
    """About ``count`` round numbers from ``least`` to ``most``, or ``whole`` ones."""
    locator = MaxNLocator(nbins=count, steps=[1, 2, 5, 10] if whole else [1, 2, 2.5, 5, 10], integer=whole)
    return [float(tick) for tick in locator.tick_values(least, most)]
