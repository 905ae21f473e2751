"""Dots, arrows and ranges under one another on one scale."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from wardcheck.render.canvas.paper import (
    FAINT,
    INK,
    NEUTRAL,
    PAD,
    SMALL,
    SOFT,
    TEXT,
    Paper,
    leading,
    round_numbers,
    width_of,
    wrapped,
)
from wardcheck.render.chart import Lines, Mark

_DOT, _RING, _DIAMOND = 9.0, 5.5, 7.0
_HARDLY = 3.0
"""Points between two figures that an arrow would not tell apart."""
_GAP = 8.0
_LABELS = 0.37
"""What part of the sheet the names take at most, and"""
_WORDS = 0.4
"""what part the words at the right, which have a column of their own: beside a mark they would hide a line."""
_BETWEEN = 5.0
"""Points between two figures of a scale at the least."""


class _Row(NamedTuple):
    mark: Mark
    label: Sequence[str]
    words: Sequence[str]
    top: float
    height: float

    @property
    def middle(self) -> float:
        return self.top + self.height / 2


class _Scale(NamedTuple):
    left: float
    right: float
    least: float
    most: float

    def x(self, value: float) -> float:
        return self.left + (value - self.least) / (self.most - self.least) * (self.right - self.left)


class LinesLayout:
    """Where everything stands on a sheet of a width; ``height`` is what it takes of it, from ``top`` on."""

    def __init__(self, body: Lines, width: float) -> None:
        self._body = body
        self._width = width
        self._whole = all(isinstance(mark.at, int | None) for mark in body.marks)
        room = width - 2 * PAD
        labels = [wrapped(mark.label, room * _LABELS) for mark in body.marks]
        words = [wrapped(mark.words, room * _WORDS, SMALL) for mark in body.marks]
        self._names = max((width_of(line) for lines in labels for line in lines), default=0)
        self._said = max((width_of(line, SMALL) for lines in words for line in lines), default=0)
        self._title = wrapped(body.scale, width - 2 * PAD, SMALL)
        self._head = leading(SMALL) * (len(self._title) + (1 if body.rule is None else 2)) + 4
        self._rows: list[_Row] = []
        at = self._head
        for mark, label, said in zip(body.marks, labels, words, strict=True):
            tall = max(leading(TEXT) * len(label) + 5, leading(SMALL) * len(said) + 5, 20.0)
            self._rows.append(_Row(mark, label, said, at, tall))
            at += tall
        self.height = at + 4

    def draw(self, paper: Paper, top: float) -> None:
        """Draw on the sheet, from ``top`` down."""
        scale = self._scale()
        body = self._body
        first, last = top + self._head, top + self.height - 4
        for n, line in enumerate(self._title):
            paper.text((PAD, top + SMALL + n * leading(SMALL)), line, size=SMALL, colour=SOFT)
        self._ticks(paper, scale, top + (len(self._title) + 1) * leading(SMALL) - 3, first, last)
        if body.rule is not None:
            x = scale.x(body.rule.at)
            paper.path([(x, first - 3), (x, last)], INK, wide=1.2, dashes=(4, 2))
            words = body.rule.words
            room = width_of(words, SMALL) / 2
            middle = min(max(x, scale.left + room), self._width - PAD - room)
            paper.text((middle, first - 6), words, size=SMALL, anchor="center")
        for row in self._rows:
            self._row(paper, scale, row, top)

    def _scale(self) -> _Scale:
        values = [v for mark in self._body.marks for v in (mark.at, mark.since) if v is not None]
        values += [self._body.rule.at] if self._body.rule is not None else []
        values += self._body.reach or []
        least, most = min([0.0, *values]), max([0.0, *values])
        if self._body.how == "arrows" or not self._body.signed:
            least = min(least, 0.0)
        if least == most:
            most = least + 1
        ticks = round_numbers(least, most, 4, whole=self._whole)
        low, high = min(ticks[0], least), max(ticks[-1], most)
        return _Scale(PAD + self._names + _GAP, self._width - PAD - self._said - _GAP - _DOT / 2, low, high)

    def _ticks(self, paper: Paper, scale: _Scale, baseline: float, first: float, last: float) -> None:
        ticks = [
            t for t in round_numbers(scale.least, scale.most, 4, whole=self._whole) if scale.least <= t <= scale.most
        ]
        paper.lines([((scale.x(t), first - 2), (scale.x(t), last)) for t in ticks], FAINT, wide=0.8)
        if scale.least < 0:
            paper.lines([((scale.x(0), first - 2), (scale.x(0), last))], SOFT, wide=1)
        for tick in self._told(ticks, scale):
            paper.text(
                (scale.x(tick), baseline),
                tick_words(tick, signed=self._body.signed),
                size=SMALL,
                anchor="center",
                colour=SOFT,
            )

    def _told(self, ticks: Sequence[float], scale: _Scale) -> Sequence[float]:
        """Those whose figures stand above their lines: all of them, or every second or third where they would touch."""
        ends = [(scale.x(t), width_of(tick_words(t, signed=self._body.signed), SMALL) / 2) for t in ticks]
        nought = ticks.index(0) if 0 in ticks else 0
        for every in range(1, len(ticks)):
            those = slice(nought % every, None, every)
            if all(b - half_b > a + half_a + _BETWEEN for (a, half_a), (b, half_b) in pairwise(ends[those])):
                return ticks[those]
        return [ticks[nought]]

    def _row(self, paper: Paper, scale: _Scale, row: _Row, top: float) -> None:
        y = top + row.middle
        mark = row.mark
        _lines(paper, PAD, y, row.label, TEXT, INK)
        _lines(paper, self._width - PAD - self._said, y, row.words, SMALL, SOFT if mark.at is None else INK)
        if mark.at is None:
            return
        fill = mark.colour or NEUTRAL
        x = scale.x(mark.at)
        since = scale.x(mark.since) if mark.since is not None else None
        if self._body.how == "ranges":
            left = min(x, since if since is not None else x)
            right = max(x, since if since is not None else x)
            paper.lines([((left, y), (max(right, left + 1), y))], fill, wide=5)
            paper.lines([((at, y - 5), (at, y + 5)) for at in (left, right)], INK, wide=1.2)
        elif since is not None and self._body.how == "arrows":
            self._arrow(paper, since, x, y, fill)
        else:
            zero = scale.x(0) if scale.least <= 0 else scale.left
            paper.lines([((zero, y), (x, y))], fill, wide=1.6)
            paper.shapes([(x, y)], "o", _DOT, [fill])

    def _arrow(self, paper: Paper, since: float, x: float, y: float, fill: str) -> None:
        """A ring, a line and a head whose point is the figure; a diamond where there is hardly a way between them."""
        way = abs(x - since)
        if way < _HARDLY:
            paper.shapes([(x, y)], "D", _DIAMOND, [fill])
            return
        head = min(_DOT, max(way, _RING))
        middle = x - head / 2 if x > since else x + head / 2
        if way > head:
            paper.lines([((since, y), (middle, y))], INK, wide=3.4)
            paper.lines([((since, y), (middle, y))], fill, wide=2)
        paper.shapes([(since, y)], "o", _RING, ["white"])
        paper.shapes([(middle, y)], ">" if x > since else "<", head, [fill])


def _lines(paper: Paper, x: float, middle: float, lines: Sequence[str], size: float, colour: str) -> None:
    """Lines of text under one another, about a middle."""
    first = middle - (len(lines) - 1) * leading(size) / 2 + size * 0.36
    for n, line in enumerate(lines):
        paper.text((x, first + n * leading(size)), line, size=size, colour=colour)


def tick_words(value: float, *, signed: bool = False) -> str:
    """A figure of a scale: ``1,500``, ``2.5``, ``+5``, ``−5``."""
    text = f"{abs(value):,.0f}" if value == int(value) else f"{abs(value):,g}"
    return f"−{text}" if value < 0 else f"+{text}" if signed and value else text
