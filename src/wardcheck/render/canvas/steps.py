"""A step curve: whole numbers that change at points of a scale."""

from __future__ import annotations

from itertools import pairwise

from wardcheck.render.canvas.lines import tick_words
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
)
from wardcheck.render.chart import Stairs, Steps

_DASHES: tuple[tuple[float, ...], ...] = ((), (5, 1.6), (1.5, 1.5))
"""A line of its own for each party, so that they can be told apart without colours."""


class StepsLayout:
    """Where everything stands on a sheet of a width; ``height`` is what it takes of it, from ``top`` on."""

    def __init__(self, body: Steps, width: float) -> None:
        self._body = body
        self._width = width
        self._tall = min(max(width * 0.62, 200.0), 330.0)
        self._head = leading(TEXT) + leading(SMALL) + 6
        self.height = self._head + self._tall + 2 * leading(SMALL) + 8

    def draw(self, paper: Paper, top: float) -> None:
        """Draw on the sheet, from ``top`` down."""
        body = self._body
        most = max([y for line in body.stairs for _, y in line.points] + [int(body.rule.at) if body.rule else 0, 1])
        up = round_numbers(0, most, 5, whole=True)
        most_y = max(up[-1], most)
        left = PAD + max(width_of(tick_words(t), SMALL) for t in up) + 6
        right, first, last = self._width - PAD - 12, top + self._head, top + self._head + self._tall
        begin = min(x for line in body.stairs for x, _ in line.points)

        def x_of(x: float) -> float:
            return left + (x - begin) / (body.until - begin) * (right - left)

        def y_of(y: float) -> float:
            return last - y / most_y * (last - first)

        self._key(paper, top)
        paper.text((PAD, top + leading(TEXT) + SMALL + 2), body.upward, size=SMALL, colour=SOFT)
        paper.lines([((left, y_of(t)), (right, y_of(t))) for t in up], FAINT, wide=0.8)
        for t in up:
            paper.text((left - 5, y_of(t) + SMALL * 0.36), tick_words(t), size=SMALL, anchor="right", colour=SOFT)
        across = [t for t in round_numbers(begin, body.until, 5) if begin <= t <= body.until]
        paper.lines([((x_of(t), last), (x_of(t), last + 4)) for t in across], SOFT)
        if begin < 0 < body.until:
            paper.lines([((x_of(0), first), (x_of(0), last))], SOFT)
        for t in across:
            place = (x_of(t), last + 5 + SMALL)
            paper.text(place, tick_words(t, signed=True), size=SMALL, anchor="center", colour=SOFT)
        paper.text(
            ((left + right) / 2, last + 5 + SMALL + leading(SMALL)),
            body.across,
            size=SMALL,
            anchor="center",
            colour=SOFT,
        )
        for n, line in enumerate(body.stairs):
            self._stairs(paper, [(x_of(x), y_of(y)) for x, y in line.points], right, line, n)
        if body.rule is not None:
            y = y_of(body.rule.at)
            paper.path([(left, y), (right, y)], INK, wide=1, dashes=(1, 2))
            baseline, words = top + leading(TEXT) + SMALL + 2, body.rule.words  # above the plot, where no curve runs
            paper.text((right, baseline), words, size=SMALL, anchor="right")
            end = right - width_of(words, SMALL) - 5
            paper.path([(end - 22, baseline - 4), (end, baseline - 4)], INK, wide=1, dashes=(1, 2))

    @staticmethod
    def _stairs(paper: Paper, places: list[tuple[float, float]], right: float, line: Stairs, n: int) -> None:
        path = [places[0]]
        for (_, before), (x, y) in pairwise(places):
            path += [(x, before), (x, y)]
        path.append((right, places[-1][1]))
        paper.path(path, line.colour or NEUTRAL, wide=2.6, dashes=_DASHES[n % len(_DASHES)])

    def _key(self, paper: Paper, top: float) -> None:
        x, y = PAD, top + TEXT
        for n, line in enumerate(self._body.stairs):
            paper.path(
                [(x, y - 4), (x + 26, y - 4)], line.colour or NEUTRAL, wide=2.6, dashes=_DASHES[n % len(_DASHES)]
            )
            paper.text((x + 31, y), line.label)
            x += 31 + width_of(line.label) + 16
