"""Dots, arrows and ranges under one another on one scale."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from wardcheck.render.canvas.paper import (
    FAINT,
    INK,
    NEUTRAL,
    PAD,
    SMALL,
    SOFT,
    TEXT,
    Anchor,
    Paper,
    leading,
    round_numbers,
    width_of,
    wrapped,
)
from wardcheck.render.chart import Lines, Mark

_DOT, _RING, _DIAMOND = 9.0, 5.5, 7.0
_GAP = 8.0
_BESIDE = 8.0
"""Between a mark and its words."""
_FINE = 9.0
"""Size of letters where words must stand in two lines beside a mark."""
_LABELS = 0.37
"""What part of the sheet the names take at most."""


_LEFT: Anchor = "left"
_RIGHT: Anchor = "right"


class _Row(NamedTuple):
    mark: Mark
    label: Sequence[str]
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
        most = (width - 2 * PAD) * _LABELS
        labels = [wrapped(mark.label, most) for mark in body.marks]
        self._names = max((width_of(line) for lines in labels for line in lines), default=0)
        self._title = wrapped(body.scale, width - 2 * PAD, SMALL)
        self._head = leading(SMALL) * (len(self._title) + (1 if body.rule is None else 2)) + 4
        self._rows: list[_Row] = []
        at = self._head
        for mark, label in zip(body.marks, labels, strict=True):
            tall = max(leading(TEXT) * len(label) + 5, 20.0)
            self._rows.append(_Row(mark, label, at, tall))
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
        end = width_of(tick_words(ticks[-1], signed=self._body.signed), SMALL) / 2
        left, right = PAD + self._names + _GAP, self._width - PAD - max(end, 4)
        low, high = min(ticks[0], least), max(ticks[-1], most)
        return _Scale(left, self._right(left, right, high) if low >= 0 else right, low, high)

    def _right(self, left: float, right: float, most: float) -> float:
        """Where a scale from nought ends so that words have room on the right of every dot, and hide no line.

        No nearer than half of the room that there is: words of more go where they find room.
        """
        if self._body.how != "dots":
            return right
        for mark in self._body.marks:
            if mark.at:
                room = self._width - PAD + 4 - _DOT / 2 - _BESIDE - width_of(mark.words, SMALL) - left
                right = min(right, left + room * most / mark.at)
        return max(right, (left + self._width - PAD) / 2)

    def _ticks(self, paper: Paper, scale: _Scale, baseline: float, first: float, last: float) -> None:
        ticks = [
            t for t in round_numbers(scale.least, scale.most, 4, whole=self._whole) if scale.least <= t <= scale.most
        ]
        paper.lines([((scale.x(t), first - 2), (scale.x(t), last)) for t in ticks], FAINT, wide=0.8)
        if scale.least < 0:
            paper.lines([((scale.x(0), first - 2), (scale.x(0), last))], SOFT, wide=1)
        for tick in ticks:
            paper.text(
                (scale.x(tick), baseline),
                tick_words(tick, signed=self._body.signed),
                size=SMALL,
                anchor="center",
                colour=SOFT,
            )

    def _row(self, paper: Paper, scale: _Scale, row: _Row, top: float) -> None:
        y = top + row.middle
        height = leading(TEXT)
        begin = y - (len(row.label) - 1) * height / 2 + TEXT * 0.36
        for n, line in enumerate(row.label):
            paper.text((PAD, begin + n * height), line)
        mark = row.mark
        if mark.at is None:
            paper.text((scale.left + 2, y + SMALL * 0.36), mark.words, size=SMALL, colour=SOFT, over=True)
            return
        fill = mark.colour or NEUTRAL
        x = scale.x(mark.at)
        since = scale.x(mark.since) if mark.since is not None else None
        left, right = min(x, since if since is not None else x), max(x, since if since is not None else x)
        if self._body.how == "ranges":
            paper.lines([((left, y), (max(right, left + 1), y))], fill, wide=5)
            paper.lines([((at, y - 5), (at, y + 5)) for at in (left, right)], INK, wide=1.2)
        elif since is not None and self._body.how == "arrows":
            left, right = self._arrow(paper, since, x, y, fill)
        else:
            zero = scale.x(0) if scale.least <= 0 else scale.left
            paper.lines([((zero, y), (x, y))], fill, wide=1.6)
            paper.shapes([(x, y)], "o", _DOT, [fill])
            left, right = min(left, zero), max(right, zero)
        self._words(paper, scale, mark.words, left, right, y)

    def _arrow(self, paper: Paper, since: float, x: float, y: float, fill: str) -> tuple[float, float]:
        """A ring, a line and a head; returns how far they reach to the left and to the right."""
        if abs(x - since) >= _DOT:
            paper.lines([((since, y), (x, y))], INK, wide=3.4)
            paper.lines([((since, y), (x, y))], fill, wide=2)
        paper.shapes([(since, y)], "o", _RING, ["white"])
        if abs(x - since) < 1:
            paper.shapes([(x, y)], "D", _DIAMOND, [fill])
            ends = [x - _DIAMOND / 2, x + _DIAMOND / 2]
        else:  # its point is the figure
            right = x > since
            middle = x - _DOT / 2 if right else x + _DOT / 2
            paper.shapes([(middle, y)], ">" if right else "<", _DOT, [fill])
            ends = [middle - _DOT / 2, middle + _DOT / 2]
        return min(since - _RING / 2, *ends), max(since + _RING / 2, *ends)

    def _words(self, paper: Paper, scale: _Scale, words: str, left: float, right: float, y: float) -> None:
        """Beside the mark: on the right where there is room, else on the left, else over what runs beneath.

        Where there is none anywhere they stand in lines on the side with more of it.
        """
        wide, baseline, gap = width_of(words, SMALL), y + SMALL * 0.36, _BESIDE
        to_right, to_left = self._width - PAD + 4 - right - gap, right - gap - scale.left + _GAP
        if wide <= to_right:
            paper.text((right + gap, baseline), words, size=SMALL, over=True)
        elif left - gap - wide >= scale.left - _GAP:
            paper.text((left - gap, baseline), words, size=SMALL, anchor="right", over=True)
        elif wide <= to_left:
            paper.text((right - gap, baseline), words, size=SMALL, anchor="right", over=True)
        else:
            lines = wrapped(words, max(to_right, to_left), _FINE)
            at, anchor = (right + gap, _LEFT) if to_right >= to_left else (right - gap, _RIGHT)
            first = y + _FINE * 0.36 - (len(lines) - 1) * _FINE / 2
            for n, line in enumerate(lines):
                paper.text((at, first + n * _FINE), line, size=_FINE, anchor=anchor, over=True)


def tick_words(value: float, *, signed: bool = False) -> str:
    """A figure of a scale: ``1,500``, ``2.5``, ``+5``, ``−5``."""
    text = f"{abs(value):,.0f}" if value == int(value) else f"{abs(value):,g}"
    return f"−{text}" if value < 0 else f"+{text}" if signed and value else text
